"""How fast the day runs past: quiet stretches are swept over, and time is given where it has to be decided.

Pure: a trace in, stretches out. The stretches tell *when* something moves, never what.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from game.protocol.rules import Does
from game.protocol.scenario import Scenario
from game.protocol.units import SECOND
from game.simulation.codes import Code
from game.simulation.trace import Trace

SPEEDS: Final = (1, 2, 4, 8)
LEAD: Final = 3 * SECOND
"""A sweep ends so long before the next event."""

AFTER: Final = SECOND
BREACH_HOLDS: Final = 9 * SECOND
"""A breach keeps the day at its own pace so long after it opened."""

LEAST_QUIET: Final = 6 * SECOND
SWEEP: Final = 500
"""A quiet stretch is swept over in so many ms of wall time, however long it is."""

DECIDE: Final = 6 * SECOND
"""So much wall time there is at least between the house's notice and the last moment for an order in time."""

LONGEST: Final = 118 * SECOND
"""The pace a day begins at lets it end within so much wall time."""

_STARTS: Final = frozenset({
    Code.SET_OUT, Code.ENTERED, Code.SENT_OUT, Code.QUIET_WORD, Code.TURNED_BACK, Code.ROSE, Code.LEFT,
    Code.TOOK_LEAVE,
})  # fmt: skip
_STOPS: Final = frozenset({Code.AT_DOOR, Code.TOOK_PLACE, Code.BACK})
_MOMENTS: Final = frozenset({
    Code.ORDER, Code.ON_AIR, Code.OFF_AIR, Code.ARRIVED, Code.CALLED, Code.SAT, Code.ACCOMPLISHED, Code.MISSED,
    Code.REMARKED, Code.ROOM_READY, Code.JOINED, Code.OPENED,
})  # fmt: skip


class Kind(StrEnum):
    """What a stretch of the day is like."""

    BUSY = "busy"
    QUIET = "quiet"
    DECIDE = "decide"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the day, ms since midnight."""

    begin: int
    end: int
    kind: Kind

    def rate(self, speed: int, jump: bool) -> float:
        """Simulated ms for a ms of wall time."""
        length = self.end - self.begin
        if self.kind is Kind.DECIDE:
            return min(1.0, length / DECIDE)
        if self.kind is Kind.QUIET and jump:
            return max(float(speed), length / SWEEP)
        return float(speed)


class Pace:
    """The stretches of one trace, and the way through them."""

    def __init__(self, scenario: Scenario, trace: Trace) -> None:
        self._end = scenario.end
        self.stretches = _stretches(scenario, trace)
        self._begins = [stretch.begin for stretch in self.stretches]

    def at(self, instant: int) -> Stretch:
        """The stretch an instant lies in."""
        return self.stretches[max(0, bisect_right(self._begins, instant) - 1)]

    def on(self, instant: float, ms: int, speed: int, jump: bool) -> float:
        """Where the day has got to after so many ms of wall time; never beyond its end."""
        left = float(ms)
        while left > 0 and instant < self._end:
            stretch = self.at(int(instant))
            rate = stretch.rate(speed, jump)
            reach = (stretch.end - instant) / rate
            if reach > left:
                return instant + left * rate
            left -= max(reach, 0.001)
            instant = float(stretch.end)
        return min(instant, float(self._end))

    def wall(self, speed: int, jump: bool) -> int:
        """Ms of wall time the whole day takes."""
        return round(sum((s.end - s.begin) / s.rate(speed, jump) for s in self.stretches))

    def brisk(self) -> int:
        """The slowest speed at which the day, quiet stretches swept over, ends within two minutes."""
        return next((speed for speed in SPEEDS if self.wall(speed, jump=True) <= LONGEST), SPEEDS[-1])


def _stretches(scenario: Scenario, trace: Trace) -> tuple[Stretch, ...]:
    start, end = scenario.start, scenario.end
    busy = _merged((max(start, a - LEAD), min(end, b)) for a, b in _busy(scenario, trace) if a <= end and b >= start)
    found: list[Stretch] = []
    at = start
    for begin, until in [*busy, (end, end)]:
        if at < begin:
            found.append(Stretch(at, begin, Kind.QUIET))
        if begin < until:
            found += _split(Stretch(begin, until, Kind.BUSY), _decisions(scenario, trace))
        at = until
    return tuple(found) or (Stretch(start, end, Kind.QUIET),)


def _busy(scenario: Scenario, trace: Trace) -> Iterator[tuple[int, int]]:
    moving: dict[int, int] = {}
    for at, code, who, extra in trace.records:
        if code in _STARTS:
            moving.setdefault(who, at)
        elif code in _STOPS and who in moving:
            yield moving.pop(who), at
        if code in _MOMENTS:
            yield at, at + AFTER
        elif code == Code.NOTICED:
            house = scenario.rules[extra].house
            yield at, at + (house.answer if house else 0) + AFTER
    yield from ((since, scenario.end) for since in moving.values())
    yield from ((b.at, min(max(b.until, b.at + AFTER), b.at + BREACH_HOLDS)) for b in trace.breaches)
    yield from _travel(trace)


def _travel(trace: Trace) -> Iterator[tuple[int, int]]:
    """From when to when an order is under way."""
    arrived = {record.extra: record.at for record in trace.records if record.code == Code.ORDER}
    for number, order in enumerate(trace.orders):
        yield order.at, arrived.get(number, order.at + AFTER)


def _decisions(scenario: Scenario, trace: Trace) -> list[tuple[int, int]]:
    """From each notice of the house to the last moment at which an order given arrives in time."""
    found = []
    for record in trace.records:
        house = scenario.rules[record.extra].house if record.code == Code.NOTICED else None
        if house is not None and house.does is not Does.NOTES and house.answer > scenario.liaison.radio:
            found.append((record.at, record.at + house.answer - scenario.liaison.radio))
    return found


def _merged(spans: Iterator[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans joined wherever less than a quiet stretch lies between them."""
    joined: list[tuple[int, int]] = []
    for begin, end in sorted(spans):
        if joined and begin - joined[-1][1] < LEAST_QUIET:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((begin, end))
    return joined


def _split(busy: Stretch, decisions: list[tuple[int, int]]) -> Iterator[Stretch]:
    """A busy stretch with the decisions in it cut out as stretches of their own."""
    at = busy.begin
    for begin, end in sorted(decisions):
        begin, end = max(begin, at), min(end, busy.end)
        if begin >= end:
            continue
        if at < begin:
            yield Stretch(at, begin, Kind.BUSY)
        yield Stretch(begin, end, Kind.DECIDE)
        at = end
    if at < busy.end:
        yield Stretch(at, busy.end, Kind.BUSY)
