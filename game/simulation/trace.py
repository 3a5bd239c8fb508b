"""The trace: the one truth of a run, which window, text, report, author's tools and class read.

The engine writes records of four integers; `Trace` reads them as events in the words of the field. The hash is
taken over the events' canonical text, so it is the same on every machine and Python version.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from game.protocol.plan import Order
from game.protocol.scenario import Scenario
from game.protocol.units import format_clock
from game.simulation.circumstances import Circumstances
from game.simulation.codes import WORDS, Code

if TYPE_CHECKING:
    from game.simulation.instructions import Instruction

    Parts = tuple[Sequence[Instruction], Sequence[tuple[int, int, Instruction]]]


class Record(NamedTuple):
    """One event as integers: instant in ms, code, person's index (-1: nobody), a door, seat, order or breach index."""

    at: int
    code: int
    who: int
    extra: int


class Seen(IntEnum):
    """Who could see a breach, from the least to the worst."""

    NOBODY = 0
    OTHER_SIDE = 1
    PRESS = 2
    LIVE = 3

    @property
    def word(self) -> str:
        """As written in the ledger: nobody, other side, press, live."""
        return self.name.lower().replace("_", " ")


class Breach(NamedTuple):
    """A rule broken. `against` are those it was done to (a principal ahead of whom somebody went).

    `until` equals `at` for what is over in an instant. `put_right`: somebody acted to end it; time healing it is
    not that. `waived`: whoever may do so let it pass. `improvised`: a principal did it of his own accord, whatever he
    was told. `seen_by` is the worst while it was open.
    """

    rule: str
    offenders: tuple[str, ...]
    against: tuple[str, ...]
    at: int
    until: int
    seen_by: Seen
    put_right: bool
    waived: bool = False
    improvised: bool = False

    @property
    def excused(self) -> bool:
        """Whether it is nobody's fault who planned the day: waived, or improvised by a principal."""
        return self.waived or self.improvised


@dataclass(frozen=True, slots=True)
class Event:
    """An event of the trace as people read it. Fields that do not apply are empty."""

    at: int
    what: str
    who: str = ""
    door: str = ""
    by: str = ""
    rule: str = ""
    offenders: tuple[str, ...] = ()
    seen_by: str = ""
    put_right: bool = False
    waived: bool = False
    improvised: bool = False
    order: str = ""

    def canonical(self) -> str:
        """One line that holds everything of the event, for the hash and for golden files."""
        parts = [format_clock(self.at, millis=True), self.what]
        for name in ("who", "door", "by", "rule", "seen_by", "order"):
            value = getattr(self, name)
            if value:
                parts.append(f"{name}={value}")
        if self.offenders:
            parts.append("offenders=" + ",".join(self.offenders))
        if self.put_right:
            parts.append("put right")
        if self.waived:
            parts.append("waived")
        if self.improvised:
            parts.append("improvised")
        return "; ".join(parts)


class Trace:
    """A run from beginning to end. Equal inputs give equal traces, and equal traces have equal hashes.

    `records` may be given as plain tuples of four integers: they are only read as Records when asked for. `parts` is
    what everybody set out to do, and the parts they were given later: from which record on, to whom, which. Without it
    they are taken to have done what they do unbriefed.
    """

    def __init__(self, scenario: Scenario, circumstances: Circumstances, orders: tuple[Order, ...],
                 records: Sequence[tuple[int, int, int, int]], breaches: tuple[Breach, ...],
                 accomplished_at: int | None, parts: Parts | None = None) -> None:
        self.scenario = scenario
        self.circumstances = circumstances
        self.orders = orders
        self.breaches = breaches
        self.accomplished_at = accomplished_at
        self.parts = parts
        self._raw = records

    @property
    def bare(self) -> Sequence[tuple[int, int, int, int]]:
        """The events as plain integers, in order: what `records` holds, at hand sooner."""
        return self._raw

    @cached_property
    def records(self) -> tuple[Record, ...]:
        """The events as integers, in order."""
        return tuple(map(Record._make, self._raw))

    @property
    def accomplished(self) -> bool:
        """Whether what the day was for has happened in time."""
        return self.accomplished_at is not None and self.accomplished_at <= self.scenario.aim.by

    @property
    def clean(self) -> bool:
        """Accomplished, and no breach but such as were waived or a principal's own idea; costs may remain."""
        return self.accomplished and all(breach.excused for breach in self.breaches)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """All events in order."""
        return tuple(self._event(record) for record in self.records)

    @cached_property
    def hash(self) -> str:
        """The canonical hash: 64 hexadecimal digits (SHA-256 over the events' lines)."""
        text = "\n".join(event.canonical() for event in self.events)
        return hashlib.sha256(text.encode("utf-8")).hexdigest()

    def first(self, code: Code, person: str) -> int | None:
        """When `code` first happened to a person, or None."""
        index = next(i for i, p in enumerate(self.scenario.people) if p.id == person)
        return next((r.at for r in self.records if r.code == code and r.who == index), None)

    def _event(self, record: Record) -> Event:
        code = Code(record.code)
        who = self.scenario.people[record.who].id if record.who >= 0 else ""
        at, what = record.at, WORDS[code]
        match code:
            case Code.AT_DOOR | Code.ENTERED | Code.LEFT | Code.KEEPS | Code.OPENED:
                return Event(at, what, who, door=self.scenario.room.doors[record.extra].id)
            case Code.ORDER:
                order = self.orders[record.extra]
                return Event(at, what, order=str(order))
            case Code.SENT_OUT:
                if record.extra < 0:
                    return Event(at, what, who, by="officer")
                return Event(at, what, who, by="official", rule=self.scenario.rules[record.extra].id)
            case Code.OFF_AIR:
                return Event(at, what, by=("", "house", "officer")[record.extra])
            case Code.NOTICED | Code.REMARKED:
                return Event(at, what, who, by="official", rule=self.scenario.rules[record.extra].id)
            case Code.BREACH:
                breach = self.breaches[record.extra]
                return Event(at, what, rule=breach.rule, offenders=breach.offenders)
            case Code.BREACH_OVER:
                breach = self.breaches[record.extra]
                return Event(at, what, rule=breach.rule, offenders=breach.offenders,
                             seen_by=breach.seen_by.word, put_right=breach.put_right, waived=breach.waived,
                             improvised=breach.improvised)
            case _:
                return Event(at, what, who)
