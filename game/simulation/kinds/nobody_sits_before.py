"""nobody_sits_before: nobody sits down before the principals do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from game.protocol.cues import Moment, Occurrence
from game.protocol.rules import Terms, TermType, term
from game.simulation.bits import bits
from game.simulation.cast import Cast
from game.simulation.codes import Code
from game.simulation.kinds.base import FINISHED, Blueprint, Closed, Figure, Opened, Price, RuleKind, Wants
from game.simulation.latch import LatchPlan

_SAT, _ROSE = int(Code.SAT), int(Code.ROSE)


@dataclass(frozen=True, slots=True)
class NobodySitsBefore(Terms):
    """None of `who` sits before all of `before` have sat. Rising again in time puts it right."""

    kind: ClassVar[str] = "nobody_sits_before"
    who: tuple[str, ...] = term(TermType.PEOPLE, "who stays standing so long")
    before: tuple[str, ...] = term(TermType.PEOPLE, "who sits first")


class _Blueprint(Blueprint):
    def __init__(self, terms: NobodySitsBefore, cast: Cast) -> None:
        self.before = cast.indices(terms.before)
        self.latch = LatchPlan(tuple(Occurrence(name, Moment.SAT) for name in terms.before), cast)
        self.who = cast.mask(terms.who) & ~cast.mask(terms.before)
        own = [(code, i) for i in bits(self.who) for code in (Code.SAT, Code.ROSE)]
        self.subscriptions = tuple(dict.fromkeys([*self.latch.subscriptions, *own]))

    def start(self) -> _Monitor:
        return _Monitor(self)


class _Monitor:
    __slots__ = ("_before", "_latch", "_seated", "_who")

    def __init__(self, blueprint: _Blueprint) -> None:
        self._latch = blueprint.latch.start()
        self._who = blueprint.who
        self._before = blueprint.before
        self._seated = 0

    def feed(self, at: int, code: int, who: int, extra: int) -> Wants:
        if self._latch.done:
            return None
        if self._latch.feed(code, who):
            closed = tuple(Closed(i, put_right=False) for i in bits(self._seated))
            self._seated = 0
            return (*closed, FINISHED)
        bit = 1 << who
        if not self._who & bit:
            return None
        if code == _SAT:
            self._seated |= bit
            return (Opened(who, (who,), self._before),)
        if code == _ROSE and self._seated & bit:
            self._seated &= ~bit
            return (Closed(who, put_right=True),)
        return None

    def wake(self, at: int) -> Wants:
        return None


KIND = RuleKind(
    "nobody_sits_before",
    "These people do not sit down before others have sat. To rise again in time puts it right.",
    NobodySitsBefore,
    "breach.nobody_sits_before",
    Price(Figure.COURTESY, lasting=300, full_after=60_000),
    _Blueprint,
    example="who: halden.staff\nbefore: leaders",
)
