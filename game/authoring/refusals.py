"""A plan's refusals as problems of the file that holds the plan: the window's sentence, an author's hint."""

from __future__ import annotations

from typing import Final

from game.authoring.problems import Wrong
from game.authoring.suggest import did_you_mean
from game.protocol.groups import names
from game.protocol.legality import Refusal
from game.protocol.scenario import Scenario
from game.wording.catalogue import _
from game.wording.sentences import refusal_sentence

_CODES: Final = {
    "unknown-person": "name-unknown",
    "unknown-door": "name-unknown",
    "unknown-seat": "name-unknown",
    "unknown-escort": "name-unknown",
    "unknown-rule": "name-unknown",
    "bad-cue": "cue",
    "never-happens": "cue-never",
    "never-arrives": "cue-never",
    "outside-the-day": "outside-clock",
}
"""What a file's checks already have a code for."""


def refusal_wrong(refusal: Refusal, scenario: Scenario) -> Wrong:
    """The problem that a refusal of game.protocol.legality is."""
    return Wrong(_CODES.get(refusal.code, refusal.code), refusal_sentence(scenario, refusal), _hint(refusal, scenario))


def _hint(refusal: Refusal, scenario: Scenario) -> str:
    values = dict(refusal.values)
    match refusal.code:
        case "unknown-person":
            return did_you_mean(values["who"], names(scenario))
        case "unknown-door":
            return did_you_mean(values["door"], {door.id for door in scenario.room.doors})
        case "unknown-seat":
            return did_you_mean(values["seat"], {seat.id for seat in scenario.room.seats})
        case "unknown-escort":
            return did_you_mean(values["escort"], scenario.liaison.escorts)
        case "never-arrives":
            return _("Only who has an `arrive` in the programme arrives; everybody else is there from the beginning.")
        case "cue-cycle":
            return _("Somebody must be given a time of day, or wait for something from outside.")
        case _:
            return ""
