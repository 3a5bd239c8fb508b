"""What a rule says of the house must be something that what the house does leaves room for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from game.authoring.draft import RuleDraft
from game.authoring.model import HousePart
from game.authoring.problems import Wrong
from game.protocol.cues import Moment
from game.simulation.kinds.registry import registry
from game.wording.catalogue import _

_BELONGS_TO: Final = {
    "answer": ("sends out", "halts", "remarks"),
    "cuts_away": ("sends out",),
    "recalls": ("sends out", "halts"),
    "says": ("sends out", "remarks"),
}
"""The keys that only some reactions have a use for."""

_ON_THE_WAY: Final = (Moment.SET_OUT, Moment.AT_DOOR)


def house_problems(rule: RuleDraft) -> Iterator[tuple[str, Wrong]]:
    """What makes no sense in a rule's `house`, each with its key. Files that do not say `does` are left alone."""
    house = rule.part.house
    if house is None or house.does is None:
        return
    if house.sends_out is not None:
        yield "sends_out", Wrong(
            "house-twice",
            _("`does` says already what the house does."),
            _("Leave out sends_out: it is the older way of saying does: sends out, or does: notes."),
        )
    yield from _idle(house, house.does)
    if house.does == "remarks" and not house.says:
        yield "does", Wrong(
            "house-silent", _("Nothing is remarked here."), _("Write what is said: says: We have a protocol.")
        )
    if house.does == "halts" and not _can_halt(rule):
        yield "does", Wrong(
            "house-halts",
            _("Nobody breaks this kind of rule by coming in, so there is nobody to halt on the way."),
            _("Write does: sends out, remarks or notes."),
        )


def _idle(house: HousePart, does: str) -> Iterator[tuple[str, Wrong]]:
    for key, belongs_to in _BELONGS_TO.items():
        if key in house.model_fields_set and does not in belongs_to:
            yield key, Wrong(
                "house-idle",
                _("`{key}` says nothing where the house does this: {does}.").format(key=key, does=does),
                _("It belongs to does: {words}. Leave it out here.").format(words=", ".join(belongs_to)),
            )


def _can_halt(rule: RuleDraft) -> bool:
    event = getattr(rule.terms, "event", None)
    return event in _ON_THE_WAY or (registry()[rule.part.kind].halts and event in (None, Moment.ENTERED))
