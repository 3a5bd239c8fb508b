"""What a breach's sentence needs beyond the breach: the terms of its rule, and how much too early or late it
was.

Nothing here knows a rule kind: it reads the terms by their declared types, so that a new kind needs no
change.
"""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from typing import Any

from game.protocol.cues import Moment, Occurrence
from game.protocol.rules import Rule, Terms, TermType
from game.scoring.line import Value, Values
from game.scoring.reading import Reading
from game.simulation.latch import MOMENT_CODE
from game.simulation.trace import Breach


class Particulars:
    """The values of the sentences of one trace's breaches."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._said: dict[str, dict[str, Value]] = {}
        self._awaited: dict[str, tuple[Value, int | None]] = {}

    def of(self, rule: Rule, breach: Breach) -> Values:
        """The values of a breach's sentence.

        The rule's own terms by their names; `lasted` (ms); `by_door` where the offender came in at that instant;
        `awaited` (an occurrence as text) and `early` (ms) where something should have happened first, `early`
        missing where it never did; `gap` (ms) until those it was done to did the same.
        """
        # A breach is told from its beginning, though it counts only from the end of the grace.
        began = breach.at - rule.grace
        if rule.id not in self._said:
            self._learn(rule)
        values = {"lasted": breach.until - began, **self._said[rule.id]}
        if rule.id in self._awaited:
            values["awaited"], last = self._awaited[rule.id]
            if last is not None:
                values["early"] = max(0, last - began)
        for name, type_ in _types(type(rule.terms)):
            if type_ is TermType.MOMENT:
                values.update(self._gap(getattr(rule.terms, name), breach))
        for offender in breach.offenders:
            door = self._reading.doors.get((breach.at, self._reading.cast.index[offender]))
            if door is not None:
                values["by_door"] = self._reading.scenario.room.doors[door].id
                break
        return tuple(sorted(values.items()))

    def _learn(self, rule: Rule) -> None:
        """What is the same for all breaches of a rule: its terms, and what it waits for."""
        said: dict[str, Value] = {}
        for name, type_ in _types(type(rule.terms)):
            found = getattr(rule.terms, name)
            said[name] = _plain(found)
            if type_ is TermType.EVENTS and found:
                self._awaited[rule.id] = self._last(found)
        self._said[rule.id] = said

    def _last(self, events: tuple[Occurrence, ...]) -> tuple[Value, int | None]:
        """Which of these events was the last, and when; the first that never came, and None."""
        times = [(self._reading.first(event), event) for event in events]
        never = [str(event) for time, event in times if time is None]
        if never:
            return never[0], None
        last, event = max(((time, event) for time, event in times if time is not None), key=lambda pair: pair[0])
        return str(event), last

    def _gap(self, moment: Moment, breach: Breach) -> dict[str, Value]:
        if not breach.against or moment.of_broadcast:
            return {}
        firsts, index = self._reading.firsts(int(MOMENT_CODE[moment])), self._reading.cast.index
        times = [firsts.get(index[person]) for person in breach.against]
        happened = [time for time in times if time is not None]
        if len(happened) < len(times):
            return {}
        return {"gap": abs(max(happened) - breach.at)}


@cache
def _types(terms: type[Terms]) -> tuple[tuple[str, TermType | None], ...]:
    return tuple((spec.name, spec.metadata.get("type")) for spec in fields(terms))


def _plain(found: Any) -> Value:
    if isinstance(found, tuple):
        return tuple(str(item) for item in found)
    if found is None:
        return ""
    if isinstance(found, bool):
        return int(found)
    return found if isinstance(found, int) else str(found)
