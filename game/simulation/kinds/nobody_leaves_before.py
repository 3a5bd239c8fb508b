"""nobody_leaves_before: nobody leaves before the principals have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Final

from game.protocol.cues import Moment, Occurrence
from game.protocol.rules import Terms, TermType, term
from game.simulation.bits import bits
from game.simulation.cast import Cast
from game.simulation.codes import Code
from game.simulation.kinds.base import FINISHED, Blueprint, Figure, Opened, Price, RuleKind, Wants
from game.simulation.latch import LatchPlan

_OWN = (Code.LEFT, Code.SENT_OUT, Code.QUIET_WORD)
_LEFT = int(Code.LEFT)


@dataclass(frozen=True, slots=True)
class NobodyLeavesBefore(Terms):
    """None of `who` leaves the room before all of `before` have left it.

    Who is sent out or asked to step out does not leave at will, and breaks nothing by it.
    """

    kind: ClassVar[str] = "nobody_leaves_before"
    who: tuple[str, ...] = term(TermType.PEOPLE, "who stays so long")
    before: tuple[str, ...] = term(TermType.PEOPLE, "who leaves first")


class _Blueprint(Blueprint):
    def __init__(self, terms: NobodyLeavesBefore, cast: Cast) -> None:
        self.before = cast.indices(terms.before)
        self.latch = LatchPlan(tuple(Occurrence(name, Moment.LEFT) for name in terms.before), cast)
        self.who = cast.mask(terms.who) & ~cast.mask(terms.before)
        own = [(code, i) for i in bits(self.who) for code in _OWN]
        self.subscriptions = tuple(dict.fromkeys([*self.latch.subscriptions, *own]))

    def start(self) -> _Monitor:
        return _Monitor(self)


_DONE: Final = (FINISHED,)


class _Monitor:
    __slots__ = ("_latch", "_plan", "_told")

    def __init__(self, plan: _Blueprint) -> None:
        self._plan = plan
        self._latch = plan.latch.start()
        self._told = 0

    def feed(self, at: int, code: int, who: int, extra: int) -> Wants:
        if self._latch.done:
            return None
        if self._latch.feed(code, who):
            return _DONE
        bit = 1 << who
        if not self._plan.who & bit:
            return None
        told = self._told & bit
        if code != _LEFT:
            self._told |= bit
            return None
        self._told &= ~bit
        if told:
            return None
        # Whoever has left is no longer to be seen; the room is.
        return (Opened(who, (who,), self._plan.before, shown=(), instant=True),)

    def wake(self, at: int) -> Wants:
        return None


KIND = RuleKind(
    "nobody_leaves_before",
    "These people do not leave before others have left. Who is sent out or asked to step out breaks nothing.",
    NobodyLeavesBefore,
    "breach.nobody_leaves_before",
    Price(Figure.COURTESY),
    _Blueprint,
    example="who: halden.staff\nbefore: leaders",
)
