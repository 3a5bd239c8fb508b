"""Short words for controls: kinds of cues, moments, fields of a briefing, live orders."""

from __future__ import annotations

from typing import Final

from game.protocol.cues import Moment
from game.protocol.plan import Verb
from game.wording.catalogue import _

HABIT: Final = "habit"
CLOCK: Final = "clock"
DOOR: Final = "door"
AFTER: Final = "after"
ONCE: Final = "once"
WORD: Final = "word"
KINDS: Final = (HABIT, CLOCK, DOOR, AFTER, ONCE, WORD)

PACES: Final = ("0.8 m/s", "1 m/s", "1.2 m/s", "1.4 m/s", "1.6 m/s")
"""The paces that are offered."""


def kind_word(kind: str) -> str:
    """A kind of cue, as on its button."""
    return {
        HABIT: _("As habit"), CLOCK: _("At a clock time"), DOOR: _("At the door by"),
        AFTER: _("After an event"), ONCE: _("At once"), WORD: _("On the officer's word"),
    }[kind]  # fmt: skip


def moment_word(moment: Moment) -> str:
    """What happens to somebody, after their name."""
    return {
        Moment.ARRIVED: _("has arrived"), Moment.CALLED: _("has been called in"),
        Moment.SET_OUT: _("has set out"), Moment.AT_DOOR: _("is at the door"),
        Moment.ENTERED: _("has entered"), Moment.TOOK_PLACE: _("is in place"),
        Moment.SAT: _("has sat down"), Moment.ROSE: _("has risen"),
        Moment.LEFT: _("has left"), Moment.SENT_OUT: _("has been sent out"),
        Moment.ON_AIR: _("goes on air"), Moment.OFF_AIR: _("goes off air"), Moment.ROOM_READY: _("is ready"),
    }[moment]  # fmt: skip


def caption_of(field: str, of_house: bool = False) -> str:
    """A field of a briefing, as on its card; of an officer of the house with `of_house`."""
    if of_house and field == "enter":
        return _("Lets people in")
    return {
        "door": _("Door"), "enter": _("Enter"), "set_out": _("Set out"), "sit": _("Sit down"),
        "leave": _("Leave"),
        "spacing": _("Spacing"), "pace": _("Pace"), "place": _("Place"), "escort": _("Escort"),
    }[field]  # fmt: skip


def verb_name(verb: Verb) -> str:
    """What a verb is called on screen."""
    return {
        Verb.HOLD: _("Hold"), Verb.RELEASE: _("Release"), Verb.CALL_IN: _("Call in"), Verb.RECALL: _("Recall"),
        Verb.HOLD_DOOR: _("Hold the door"), Verb.RELEASE_DOOR: _("Release the door"),
        Verb.CUT_AWAY: _("Cut away"), Verb.LET_STAND: _("Let it stand"), Verb.QUIET_WORD: _("Quiet word"),
        Verb.WAIVE: _("Waive"),
    }[verb]  # fmt: skip
