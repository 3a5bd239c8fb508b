"""Whose word counts: several habits or briefings may speak of one person; the most specific wins, field by field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, Final, NamedTuple

from game.protocol.cues import AtClock, AtDoorBy, Moment, Occurrence
from game.protocol.groups import names, specificity
from game.protocol.people import Role
from game.protocol.plan import Conduct, Plan
from game.protocol.rules import Terms
from game.protocol.scenario import Scenario

FIELDS: Final = tuple(field.name for field in fields(Conduct))

CUES: Final = ("set_out", "enter", "sit", "leave")
"""Those of them that are cues, in the order in which they come."""

Entry = tuple[tuple[str, ...], Conduct]


class Voice(NamedTuple):
    """What one entry says of one field to one person: how closely it names them, and their number in its list."""

    level: int
    entry: int
    value: Any
    nth: int


class Clash(NamedTuple):
    """Two entries that name a person equally closely and say different things."""

    person: str
    field: str
    entry: int
    other: int


Voices = Mapping[str, Mapping[str, Voice]]


@dataclass(frozen=True, slots=True)
class Settled:
    """What somebody does in the end. `offset` (ms) is their turn in a group that goes one after another."""

    conduct: Conduct
    offset: int


def voices(scenario: Scenario, entries: Sequence[Entry]) -> tuple[Voices, tuple[Clash, ...]]:
    """Who says what to each person, and the clashes. Names that nobody bears are passed over."""
    known = names(scenario)
    heard: dict[str, dict[str, Voice]] = {person.id: {} for person in scenario.people}
    clashes: list[tuple[int, Clash]] = []
    for number, (who, conduct) in enumerate(entries):
        levels: dict[str, int] = {}
        for name in who:
            for person in known.get(name, ()):
                levels[person] = max(levels.get(person, 0), specificity(scenario, name))
        said = [(field, getattr(conduct, field)) for field in FIELDS]
        for nth, (person, level) in enumerate(levels.items()):
            for field, value in said:
                if value is None:
                    continue
                before = heard[person].get(field)
                if before and before.level == level and _differ(field, before, value, nth):
                    clashes.append((level, Clash(person, field, number, before.entry)))
                if before is None or level > before.level:
                    heard[person][field] = Voice(level, number, value, nth)
    # What somebody more specific says settles a clash, in whatever order the entries stand.
    return heard, tuple(clash for level, clash in clashes if heard[clash.person][clash.field].level == level)


def _differ(field: str, before: Voice, value: Any, nth: int) -> bool:
    """Whether two entries that are equally close disagree; a spacing also says whose turn it is."""
    return before.value != value or (field == "spacing" and before.nth != nth)


def habits_of(scenario: Scenario) -> Voices:
    """What people do if nobody tells them anything."""
    return voices(scenario, [(habit.who, habit.conduct) for habit in scenario.habits])[0]


def briefed(scenario: Scenario, plan: Plan) -> Voices:
    """What the briefings of a plan say."""
    return voices(scenario, [(briefing.who, briefing.conduct) for briefing in plan.briefings])[0]


def settle(habit: Mapping[str, Voice], briefing: Mapping[str, Voice]) -> Settled:
    """A person's conduct: the briefing's fields, and for what it leaves unsaid the habit's."""
    both = {**habit, **briefing}
    conduct = Conduct(**{field: voice.value for field, voice in both.items()})
    spacing = both.get("spacing")
    return Settled(conduct, spacing.value * spacing.nth if spacing else 0)


def entry_by_clock(conduct: Conduct, role: Role) -> int | None:
    """When somebody comes in, or an officer to the door, where the clock says so in so many words; else None."""
    officer = role is Role.OFFICER
    if isinstance(conduct.enter, AtClock) and not officer:
        return conduct.enter.instant
    if (conduct.enter is None or officer) and isinstance(conduct.set_out, AtDoorBy):
        return conduct.set_out.instant
    return None


def departs(scenario: Scenario) -> bool:
    """Whether leaving is part of this morning: somebody has a cue for it, or a rule speaks of it."""
    told = [habit.conduct for habit in scenario.habits]
    told += [briefing.conduct for plan in scenario.plans for briefing in plan.plan.briefings]
    return any(conduct.leave is not None for conduct in told) or any(_of_leaving(rule.terms) for rule in scenario.rules)


def _of_leaving(terms: Terms) -> bool:
    values = [getattr(terms, each.name) for each in fields(terms)]
    occurrences = [event for value in values if isinstance(value, tuple) for event in value]
    return (terms.kind == "nobody_leaves_before" or Moment.LEFT in values
            or any(isinstance(event, Occurrence) and event.moment is Moment.LEFT for event in occurrences))
