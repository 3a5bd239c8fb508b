"""absent_until: nobody of these is in the room before something has happened (the Pyongyang rule)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from game.protocol.cues import Occurrence
from game.protocol.rules import Terms, TermType, term
from game.simulation.bits import bits
from game.simulation.cast import Cast
from game.simulation.codes import Code
from game.simulation.kinds.base import FINISHED, Blueprint, Closed, Figure, Opened, Price, RuleKind, Wants
from game.simulation.latch import LatchPlan

_ENTERED, _LEFT = int(Code.ENTERED), int(Code.LEFT)


@dataclass(frozen=True, slots=True)
class AbsentUntil(Terms):
    """None of `who` is in the room until all of `until` has happened; those whose own doing is awaited are exempt.

    Without `until` they stay out altogether: the rule for somebody who was not invited.

    A breach lasts until its offender has left again (put right) or the condition has come (healed by time).
    """

    kind: ClassVar[str] = "absent_until"
    who: tuple[str, ...] = term(TermType.PEOPLE, "who stays outside")
    until: tuple[Occurrence, ...] = term(
        TermType.EVENTS, "what must all have happened first; without it they stay out for good", default=()
    )


class _Blueprint(Blueprint):
    def __init__(self, terms: AbsentUntil, cast: Cast) -> None:
        self.latch = LatchPlan(terms.until, cast)
        awaited = tuple(event.who for event in terms.until if event.who and not event.first)
        self.who = cast.mask(terms.who) & ~cast.mask(awaited)
        self.stops = self.who
        self.until = tuple(dict.fromkeys(i for event in terms.until if event.who for i in cast.indices((event.who,))))
        own = [(code, i) for i in bits(self.who) for code in (Code.ENTERED, Code.LEFT)]
        self.subscriptions = tuple(dict.fromkeys([*self.latch.subscriptions, *own]))

    def start(self) -> _Monitor:
        return _Monitor(self)


class _Monitor:
    __slots__ = ("_against", "_for_good", "_inside", "_latch", "_who")

    def __init__(self, blueprint: _Blueprint) -> None:
        self._latch = blueprint.latch.start()
        self._for_good = self._latch.done
        self._who = blueprint.who
        self._against = blueprint.until
        self._inside = 0

    def feed(self, at: int, code: int, who: int, extra: int) -> Wants:
        if self._latch.done and not self._for_good:
            return None
        if self._latch.feed(code, who):
            closed = tuple(Closed(i, put_right=False) for i in bits(self._inside))
            self._inside = 0
            return (*closed, FINISHED)
        bit = 1 << who if who >= 0 else 0
        if not self._who & bit:
            return None
        if code == _ENTERED and not self._inside & bit:
            self._inside |= bit
            return (Opened(who, (who,), self._against),)
        if code == _LEFT and self._inside & bit:
            self._inside &= ~bit
            return (Closed(who, put_right=True),)
        return None

    def wake(self, at: int) -> Wants:
        return None


KIND = RuleKind(
    "absent_until",
    "These people stay out of the room until something has happened. Those whose own doing is awaited are "
    "exempt.",
    AbsentUntil,
    "breach.absent_until",
    Price(Figure.PRECEDENCE, lasting=300, full_after=60_000),
    _Blueprint,
    example="who: halden.staff\nuntil: [adler entered, voss entered]",
    halts=True,
)
