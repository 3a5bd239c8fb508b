"""What a breach's sentence needs beyond the breach: the terms of its rule, and how much too early or late it
was.

Nothing here knows a rule kind: it reads the terms by their declared types, so that a new kind needs no
change.
"""

from __future__ import annotations

from dataclasses import fields
from functools import lru_cache
from typing import Any, NamedTuple

from game.protocol.cues import Moment, Occurrence
from game.protocol.rules import Rule, Terms, TermType
from game.scoring.line import Value, Values
from game.scoring.reading import Reading
from game.simulation.latch import MOMENT_CODE
from game.simulation.prepared import Prepared, prepare
from game.simulation.trace import Breach


class Particulars:
    """The values of the sentences of one trace's breaches."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._said = _said_by_rule(prepare(reading.scenario))
        self._awaited: dict[int, tuple[Value, int | None]] = {}

    def of(self, rule: Rule, breach: Breach) -> Values:
        """The values of a breach's sentence.

        The rule's own terms by their names; `lasted` (ms); `by_door` where the offender came in at that instant;
        `awaited` (an occurrence as text) and `early` (ms) where something should have happened first, `early`
        missing where it never did; `gap` (ms) until those it was done to did the same.
        """
        # A breach is told from its beginning, though it counts only from the end of the grace.
        began = breach.at - rule.grace
        said = self._said[rule.id]
        told: dict[str, Value] = {"lasted": breach.until - began}
        if said.events:
            told["awaited"], last = self._last(said)
            if last is not None:
                told["early"] = max(0, last - began)
        if said.moment is not None:
            told.update(self._gap(said.moment, breach))
        doors, index = self._reading.doors, self._reading.cast.index
        for offender in breach.offenders:
            door = doors.get((breach.at, index[offender]))
            if door is not None:
                told["by_door"] = self._reading.scenario.room.doors[door].id
                break
        values = said.with_names(tuple(told)).copy()
        values.update(told)
        return tuple(values.items())

    def _last(self, said: _Said) -> tuple[Value, int | None]:
        """Which of the events that a rule waits for was the last, and when; the first that never came, and None."""
        found = self._awaited.get(said.awaits)
        if found is None:
            last, event = -1, said.events[0]
            for each in said.events:
                time = self._reading.first(each)
                if time is None:
                    found = str(each), None
                    break
                if time > last:
                    last, event = time, each
            else:
                found = str(event), last
            self._awaited[said.awaits] = found
        return found

    def _gap(self, moment: Moment, breach: Breach) -> dict[str, Value]:
        if not breach.against or moment.of_nobody:
            return {}
        firsts, index = self._reading.firsts(int(MOMENT_CODE[moment])), self._reading.cast.index
        times = [firsts.get(index[person]) for person in breach.against]
        happened = [time for time in times if time is not None]
        if len(happened) < len(times):
            return {}
        return {"gap": abs(max(happened) - breach.at)}


class _Said(NamedTuple):
    """What a rule's terms say whatever happens: all of them as values, the events it waits for last, the moment.

    Rules that wait for the same have the same number in `awaits`.
    """

    values: dict[str, Value]
    events: tuple[Occurrence, ...]
    moment: Moment | None
    awaits: int
    sorted: dict[tuple[str, ...], dict[str, Value]]

    def with_names(self, more: tuple[str, ...]) -> dict[str, Value]:
        """The values with places for more names, in the order of all names; there are few ways to ask."""
        found = self.sorted.get(more)
        if found is None:
            found = self.sorted[more] = dict(sorted({**self.values, **dict.fromkeys(more, "")}.items()))
        return found


@lru_cache(maxsize=8)
def _said_by_rule(ready: Prepared) -> dict[str, _Said]:
    """What the terms of a scenario's rules say; all scores of it share it."""
    numbers: dict[tuple[Occurrence, ...], int] = {}
    return {rule.id: _said(rule.terms, numbers) for rule in ready.scenario.rules}


def _said(terms: Terms, numbers: dict[tuple[Occurrence, ...], int]) -> _Said:
    values: dict[str, Value] = {}
    events: tuple[Occurrence, ...] = ()
    moment = None
    for spec in fields(terms):
        found = getattr(terms, spec.name)
        values[spec.name] = _plain(found)
        match spec.metadata.get("type"):
            case TermType.EVENTS:
                events = found or events
            case TermType.MOMENT:
                moment = found
    return _Said(values, events, moment, numbers.setdefault(events, len(numbers)), {})


def _plain(found: Any) -> Value:
    if isinstance(found, tuple):
        return tuple(str(item) for item in found)
    if found is None:
        return ""
    if isinstance(found, bool):
        return int(found)
    return found if isinstance(found, int) else str(found)
