"""One pass over a trace's records: what the ledger prices besides breaches, and when things first happened.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from game.protocol.cues import Occurrence
from game.protocol.groups import expand, names
from game.protocol.scenario import Scenario
from game.simulation.codes import Code
from game.simulation.latch import MOMENT_CODE
from game.simulation.shot import Shot
from game.simulation.trace import Record, Seen, Trace


@dataclass(frozen=True, slots=True)
class SentOut:
    """Somebody sent out, at whose word (the rule's index, or -1 the officer's), and who could see it."""

    at: int
    person: int
    rule: int
    seen: Seen


@dataclass(frozen=True, slots=True)
class Remarked:
    """A remark of the house about a rule (its index), to somebody or (-1) to nobody in particular."""

    at: int
    person: int
    rule: int
    seen: Seen


@dataclass(frozen=True, slots=True)
class Cut:
    """The broadcast left the room, by the officer's order or by the house, until it returned or the day
    ended.
    """

    at: int
    until: int
    by_officer: bool


@dataclass(frozen=True, slots=True)
class Wait:
    """Somebody stood at a door."""

    person: int
    since: int
    until: int


@dataclass
class Reading:
    """What the records say. People are indices, instants ms; `orders` are (arrival, index of the order)."""

    scenario: Scenario
    firsts: dict[tuple[int, int], int] = field(default_factory=dict)
    doors: dict[tuple[int, int], int] = field(default_factory=dict)
    sent_out: list[SentOut] = field(default_factory=list)
    remarks: list[Remarked] = field(default_factory=list)
    cuts: list[Cut] = field(default_factory=list)
    waits: list[Wait] = field(default_factory=list)
    orders: list[tuple[int, int]] = field(default_factory=list)
    words: list[tuple[int, int]] = field(default_factory=list)
    missing: tuple[str, ...] = ()

    @cached_property
    def _behind(self) -> dict[str, tuple[int, ...]]:
        """The people behind every name, as indices."""
        index = {person.id: i for i, person in enumerate(self.scenario.people)}
        return {name: tuple(index[person] for person in people) for name, people in names(self.scenario).items()}

    def first(self, occurrence: Occurrence) -> int | None:
        """When an occurrence happened, or None: a group's is its last member's, or with `first` its first
        one's.
        """
        code = int(MOMENT_CODE[occurrence.moment])
        if occurrence.moment.of_nobody:
            return self.firsts.get((code, -1))
        times = [self.firsts.get((code, i)) for i in self._behind.get(occurrence.who, ())]
        happened = [time for time in times if time is not None]
        if not happened:
            return None
        if occurrence.first:
            return min(happened)
        return max(happened) if len(happened) == len(times) else None


def read(scenario: Scenario, trace: Trace) -> Reading:
    """Read a trace once, from its first record to its last."""
    reader = _Reader(scenario)
    for record in trace.records:
        reader.take(record)
    return reader.finish()


class _Reader:
    def __init__(self, scenario: Scenario) -> None:
        self.reading = Reading(scenario)
        self._scenario = scenario
        self._shot = Shot.of(scenario)
        self._press = False
        self._inside: set[int] = set()
        self._placed: set[int] = set()
        self._seated: set[int] = set()
        self._standing: dict[int, int] = {}
        self._cut: tuple[int, bool] | None = None
        self._judged = False

    def take(self, record: Record) -> None:
        at, code, who, extra = record
        if at > self._scenario.aim.by:
            self._judge()
        self.reading.firsts.setdefault((code, who), at)
        match code:
            case (
                Code.ENTERED
                | Code.LEFT
                | Code.TOOK_PLACE
                | Code.SAT
                | Code.ROSE
                | Code.AT_DOOR
                | Code.TURNED_BACK
            ):
                self._move(at, code, who, extra)
            case Code.ON_AIR | Code.OFF_AIR:
                self._broadcast(at, extra if code == Code.OFF_AIR else 0)
            case Code.PRESS_IN | Code.PRESS_OUT:
                self._press = code == Code.PRESS_IN
            case Code.SENT_OUT:
                self.reading.sent_out.append(SentOut(at, who, extra, self._seen(who)))
            case Code.REMARKED:
                seen = self._seen(who) if who >= 0 else self._heard()
                self.reading.remarks.append(Remarked(at, who, extra, seen))
            case Code.ORDER:
                self.reading.orders.append((at, extra))
            case Code.QUIET_WORD:
                self.reading.words.append((at, who))
        self._shot.feed(code, who, extra)

    def finish(self) -> Reading:
        self._judge()
        end = self._scenario.end
        for who in list(self._standing):
            self._stop_standing(end, who)
        self._broadcast(end, 0)
        return self.reading

    def _move(self, at: int, code: int, who: int, extra: int) -> None:
        match code:
            case Code.AT_DOOR:
                # Inside people also stand at doors, on their way out; only those outside are kept waiting.
                if who not in self._inside:
                    self._standing[who] = at
                return
            case Code.ENTERED:
                self._inside.add(who)
                self.reading.doors[at, who] = extra
            case Code.LEFT:
                self._inside.discard(who)
                self._placed.discard(who)
                self._seated.discard(who)
            case Code.TOOK_PLACE:
                self._placed.add(who)
            case Code.SAT:
                self._seated.add(who)
            case Code.ROSE:
                self._seated.discard(who)
        if code in (Code.ENTERED, Code.TURNED_BACK):
            self._stop_standing(at, who)

    def _stop_standing(self, at: int, who: int) -> None:
        since = self._standing.pop(who, None)
        if since is not None:
            self.reading.waits.append(Wait(who, since, at))

    def _broadcast(self, at: int, cut_by: int) -> None:
        if self._cut is not None:
            since, by_officer = self._cut
            self.reading.cuts.append(Cut(since, at, by_officer))
        self._cut = (at, cut_by == 2) if cut_by else None

    def _seen(self, who: int) -> Seen:
        if self._shot.in_shot >> who & 1:
            return Seen.LIVE
        if self._press:
            return Seen.PRESS
        own = self._scenario.people[who].of
        others = any(self._scenario.people[i].of != own for i in self._inside)
        return Seen.OTHER_SIDE if others else Seen.NOBODY

    def _heard(self) -> Seen:
        """Who hears what is said to nobody in particular: as much as whoever in the room is seen most, or nobody."""
        return max((self._seen(who) for who in self._inside), default=Seen.NOBODY)

    def _judge(self) -> None:
        """Who was missing at the deadline: those not in place, or not seated where that was asked."""
        if self._judged:
            return
        self._judged = True
        aim = self._scenario.aim
        there = self._placed & self._seated if aim.seated else self._placed
        here = {self._scenario.people[i].id for i in there}
        self.reading.missing = tuple(p for p in expand(self._scenario, aim.who) if p not in here)
