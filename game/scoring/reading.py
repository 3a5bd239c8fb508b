"""What the ledger asks a trace's records besides breaches: when things first happened, who was sent out, who stood.

Every answer is worked out when it is first asked for: most days ask for few of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Final, NamedTuple

from game.protocol.cues import Occurrence
from game.protocol.groups import expand
from game.protocol.scenario import Scenario
from game.simulation.codes import BY_OFFICER, Code
from game.simulation.latch import MOMENT_CODE
from game.simulation.listeners import CODES
from game.simulation.prepared import prepare
from game.simulation.shot import Shot
from game.simulation.trace import Seen, Trace

_ENTERED, _LEFT, _AT_DOOR, _TURNED_BACK = int(Code.ENTERED), int(Code.LEFT), int(Code.AT_DOOR), int(Code.TURNED_BACK)
_TOOK_PLACE, _SAT, _ROSE, _SENT_OUT = int(Code.TOOK_PLACE), int(Code.SAT), int(Code.ROSE), int(Code.SENT_OUT)
_ON_AIR, _OFF_AIR, _PRESS_IN, _PRESS_OUT = map(int, (Code.ON_AIR, Code.OFF_AIR, Code.PRESS_IN, Code.PRESS_OUT))
_REMARKED = int(Code.REMARKED)
_AT_DOORS: Final = frozenset((_AT_DOOR, _ENTERED, _LEFT, _TURNED_BACK))

Records = Sequence[tuple[int, int, int, int]]


class SentOut(NamedTuple):
    """Somebody sent out, at whose word (the rule's index, or -1 the officer's), and who could see it."""

    at: int
    person: int
    rule: int
    seen: Seen


class Remarked(NamedTuple):
    """A remark of the house about a rule (its index), to somebody or (-1) to nobody in particular."""

    at: int
    person: int
    rule: int
    seen: Seen


class Cut(NamedTuple):
    """The broadcast left the room, by the officer's order or by the house, until it returned or the day
    ended.
    """

    at: int
    until: int
    by_officer: bool


class Wait(NamedTuple):
    """Somebody stood at a door for a while."""

    person: int
    since: int
    until: int


class Reading:
    """What the records say. People are indices, instants ms."""

    def __init__(self, scenario: Scenario, records: Records) -> None:
        self.scenario = scenario
        self.cast = prepare(scenario).cast
        self._records = records
        by_code: list[list[tuple[int, int, int, int]]] = [[] for _ in range(CODES)]
        for record in records:
            by_code[record[1]].append(record)
        self._by_code = by_code
        self._firsts: dict[int, dict[int, int]] = {}

    def firsts(self, code: int) -> dict[int, int]:
        """When something first happened to each person to whom it did; -1 is nobody in particular."""
        if code not in self._firsts:
            self._firsts[code] = {who: at for at, _, who, _ in reversed(self._of(code))}
        return self._firsts[code]

    def first(self, occurrence: Occurrence) -> int | None:
        """When an occurrence happened, or None: a group's is its last member's, or with `first` its first
        one's.
        """
        firsts = self.firsts(int(MOMENT_CODE[occurrence.moment]))
        if occurrence.moment.of_nobody:
            return firsts.get(-1)
        people = self.cast.indices((occurrence.who,)) if occurrence.who in self.cast.known else ()
        happened = [firsts[i] for i in people if i in firsts]
        if not happened:
            return None
        if occurrence.first:
            return min(happened)
        return max(happened) if len(happened) == len(people) else None

    @cached_property
    def doors(self) -> dict[tuple[int, int], int]:
        """The door by which somebody entered at an instant."""
        return {(at, who): door for at, _, who, door in self._of(_ENTERED)}

    @cached_property
    def orders(self) -> tuple[tuple[int, int], ...]:
        """The orders that arrived: when, and their index."""
        return tuple((at, index) for at, _, _, index in self._of(Code.ORDER))

    @cached_property
    def words(self) -> tuple[tuple[int, int], ...]:
        """Who had a quiet word, and when it came."""
        return tuple((at, who) for at, _, who, _ in self._of(Code.QUIET_WORD))

    @cached_property
    def cuts(self) -> tuple[Cut, ...]:
        """The times for which the broadcast was cut away."""
        if not self._of(_OFF_AIR):
            return ()
        switches = [record for record in self._records if record[1] in (_ON_AIR, _OFF_AIR)]
        ends = [*(at for at, *_ in switches[1:]), self.scenario.end]
        return tuple(
            Cut(at, until, by == BY_OFFICER)
            for (at, code, _, by), until in zip(switches, ends, strict=False)
            if code == _OFF_AIR and by
        )

    def waits(self, longer_than: int) -> tuple[Wait, ...]:
        """Who stood outside a door longer than so many ms, in the order in which they went in or back."""
        away = self._of(_LEFT) or self._of(_TURNED_BACK)
        return tuple([wait for wait in (self._all_waits() if away else self._waits_of_a_plain_day(longer_than))
                      if wait.until - wait.since > longer_than])

    def _all_waits(self) -> list[Wait]:
        found: list[Wait] = []
        inside: set[int] = set()
        standing: dict[int, int] = {}
        for at, code, who, _ in self._records:
            if code not in _AT_DOORS:
                continue
            if code == _AT_DOOR:
                # Inside people also stand at doors, on their way out; only those outside are kept waiting.
                if who not in inside:
                    standing[who] = at
                continue
            if code == _ENTERED:
                inside.add(who)
            elif code == _LEFT:
                inside.discard(who)
                continue
            found.append(Wait(who, standing.pop(who, at), at))
        return found + [Wait(who, since, self.scenario.end) for who, since in standing.items()]

    def _waits_of_a_plain_day(self, longer_than: int) -> list[Wait]:
        """The same, long waits only, where nobody leaves and nobody goes back: all come to a door once, and may enter.
        """
        standing = {who: at for at, _, who, _ in self._of(_AT_DOOR)}
        found = [Wait(who, since, at) for at, _, who, _ in self._of(_ENTERED)
                 if at - (since := standing.pop(who, at)) > longer_than]
        return found + [Wait(who, since, self.scenario.end) for who, since in standing.items()]

    @cached_property
    def sent_out(self) -> tuple[SentOut, ...]:
        """Everybody who was sent out."""
        return tuple(SentOut(at, who, rule, seen) for at, who, rule, seen in self._before_whom(_SENT_OUT))

    @cached_property
    def remarks(self) -> tuple[Remarked, ...]:
        """Every remark of the house."""
        return tuple(Remarked(at, who, rule, seen) for at, who, rule, seen in self._before_whom(_REMARKED))

    def _before_whom(self, asked: int) -> Iterator[tuple[int, int, int, Seen]]:
        """Every event of a kind, which names a rule, and who could see it happen to somebody."""
        if not self._of(asked):
            return
        shot, inside, press = Shot.of(self.scenario), set[int](), False
        for at, code, who, extra in self._records:
            if code == asked:
                # What is said to nobody in particular is heard by as many as see whoever in the room is seen most.
                about = (who,) if who >= 0 else inside
                seen = (self._seen(i, shot.in_shot >> i & 1, inside, press) for i in about)
                yield at, who, extra, max(seen, default=Seen.NOBODY)
            elif code == _ENTERED:
                inside.add(who)
            elif code == _LEFT:
                inside.discard(who)
            elif code in (_PRESS_IN, _PRESS_OUT):
                press = code == _PRESS_IN
            shot.feed(code, who, extra)

    def _seen(self, who: int, in_shot: int, inside: Iterable[int], press: bool) -> Seen:
        if in_shot:
            return Seen.LIVE
        if press:
            return Seen.PRESS
        own = self.scenario.people[who].of
        others = any(self.scenario.people[i].of != own for i in inside)
        return Seen.OTHER_SIDE if others else Seen.NOBODY

    @cached_property
    def missing(self) -> tuple[str, ...]:
        """Who was not in place at the deadline, or not seated where that was asked."""
        aim, placed, seated = self.scenario.aim, set[int](), set[int]()
        for at, code, who, _ in self._records:
            if at > aim.by:
                break
            if code == _TOOK_PLACE:
                placed.add(who)
            elif code == _SAT:
                seated.add(who)
            elif code in (_LEFT, _ROSE):
                seated.discard(who)
                placed -= {who} if code == _LEFT else set()
        there = placed & seated if aim.seated else placed
        here = {self.scenario.people[i].id for i in there}
        return tuple(person for person in expand(self.scenario, aim.who) if person not in here)

    def _of(self, code: int) -> Records:
        return self._by_code[code]


def read(scenario: Scenario, trace: Trace) -> Reading:
    """A trace ready to be asked."""
    return Reading(scenario, trace.bare)
