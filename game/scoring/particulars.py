"""What a breach's sentence needs beyond the breach: the terms of its rule, and how much too early or late it
was.

Nothing here knows a rule kind: it reads the terms by their declared types, so that a new kind needs no
change.
"""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from game.protocol.cues import Moment, Occurrence
from game.protocol.rules import Rule, TermType
from game.scoring.line import Value, Values
from game.scoring.reading import Reading
from game.simulation.latch import MOMENT_CODE
from game.simulation.trace import Breach


def particulars(rule: Rule, breach: Breach, reading: Reading) -> Values:
    """The values of a breach's sentence.

    The rule's own terms by their names; `lasted` (ms); `by_door` where the offender came in at that instant;
    `awaited` (an occurrence as text) and `early` (ms) where something should have happened first, `early`
    missing where it never did; `gap` (ms) until those it was done to did the same.
    """
    # A breach is told from its beginning, though it counts only from the end of the grace.
    began = breach.at - rule.grace
    values: dict[str, Value] = {"lasted": breach.until - began}
    for spec in fields(rule.terms):
        found = getattr(rule.terms, spec.name)
        values[spec.name] = _plain(found)
        if spec.metadata.get("type") is TermType.EVENTS and found:
            values.update(_awaited(found, began, reading))
        if spec.metadata.get("type") is TermType.MOMENT:
            values.update(_gap(found, breach, reading))
    values.update(_door(breach, reading))
    return tuple(sorted(values.items()))


def _plain(found: Any) -> Value:
    if isinstance(found, tuple):
        return tuple(str(item) for item in found)
    if found is None:
        return ""
    if isinstance(found, bool):
        return int(found)
    return found if isinstance(found, int) else str(found)


def _awaited(events: tuple[Occurrence, ...], at: int, reading: Reading) -> dict[str, Value]:
    times = [(reading.first(event), event) for event in events]
    never = [str(event) for time, event in times if time is None]
    if never:
        return {"awaited": never[0]}
    last, event = max(((time, event) for time, event in times if time is not None), key=lambda pair: pair[0])
    return {"awaited": str(event), "early": max(0, last - at)}


def _gap(moment: Moment, breach: Breach, reading: Reading) -> dict[str, Value]:
    if not breach.against or moment.of_nobody:
        return {}
    code = int(MOMENT_CODE[moment])
    index = {person.id: i for i, person in enumerate(reading.scenario.people)}
    times = [reading.firsts.get((code, index[person])) for person in breach.against]
    happened = [time for time in times if time is not None]
    if len(happened) < len(times):
        return {}
    return {"gap": abs(max(happened) - breach.at)}


def _door(breach: Breach, reading: Reading) -> dict[str, Value]:
    index = {person.id: i for i, person in enumerate(reading.scenario.people)}
    for offender in breach.offenders:
        door = reading.doors.get((breach.at, index[offender]))
        if door is not None:
            return {"by_door": reading.scenario.room.doors[door].id}
    return {}
