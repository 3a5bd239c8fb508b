"""One change of a plan: one field of one briefing of one addressee."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Final

from game.protocol.conduct import FIELDS
from game.protocol.cues import After, AtClock, AtDoorBy, AtOnce, Cue
from game.protocol.plan import Briefing, Conduct, Plan

READ_BACK: Final = "read_back"
ESCORT: Final = "escort"
POST: Final = "post"

Value = Cue | str | int | bool


@dataclass(frozen=True, slots=True)
class Change:
    """Say one thing to `who`: a field of their conduct, `read_back` (a truth value), `escort` (an id), or to an officer
    of the house `post` (a door, to go and stand at).

    It alters the briefing addressed to exactly these names, and opens one where there is none.
    """

    who: tuple[str, ...]
    field: str
    value: Value

    @property
    def by_clock(self) -> bool:
        """Whether it goes by a time of day and not by something that happens."""
        return isinstance(self.value, AtClock | AtDoorBy)


Move = tuple[Change, ...]
"""Changes that only make sense together."""


def change(plan: Plan, move: Move) -> Plan:
    """The plan after these changes. Never fails; `protocol.legality` tells what cannot be."""
    for each in move:
        plan = _change(plan, each)
    return plan


def _change(plan: Plan, one: Change) -> Plan:
    old = next((briefing for briefing in plan.briefings if briefing.who == one.who), None)
    new = _said(old or Briefing(one.who, Conduct()), one)
    if old is None:
        return Plan((*plan.briefings, new))
    return Plan(tuple(new if briefing is old else briefing for briefing in plan.briefings))


def _said(briefing: Briefing, one: Change) -> Briefing:
    if one.field == POST:
        return replace(briefing, conduct=posted(briefing.conduct, str(one.value)))
    said: dict[str, Any] = {one.field: one.value}
    if one.field in FIELDS:
        return replace(briefing, conduct=replace(briefing.conduct, **said))
    return replace(briefing, **said)


def posted(conduct: Conduct, door: str) -> Conduct:
    """An officer's conduct with a door to go and stand at."""
    return replace(conduct, door=door, set_out=AtOnce())


def unsaid(plan: Plan, who: tuple[str, ...], field: str) -> Plan:
    """The plan with one field of a briefing left to the habit again; a briefing that says nothing goes."""
    found = []
    for briefing in plan.briefings:
        if briefing.who == who:
            nothing: dict[str, Any] = {field: None}
            briefing = replace(briefing, conduct=replace(briefing.conduct, **nothing))
        if briefing.conduct != Conduct() or briefing.escort:
            found.append(briefing)
    return Plan(tuple(found))


def waits_for_itself(value: Value, people: frozenset[str], known: dict[str, tuple[str, ...]]) -> bool:
    """Whether a cue waits for something that its own people do."""
    return isinstance(value, After) and any(people & set(known.get(event.who, ())) for event in value.events)
