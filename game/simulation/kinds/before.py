"""before: somebody comes before somebody else ("the host enters last", "the guest before the host")."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Final

from game.protocol.cues import Moment
from game.protocol.rules import Terms, TermType, term
from game.simulation.bits import bits
from game.simulation.cast import Cast
from game.simulation.codes import Code
from game.simulation.kinds.base import FINISHED, Blueprint, Figure, Monitor, Opened, Price, RuleKind, Wants
from game.simulation.latch import MOMENT_CODE


@dataclass(frozen=True, slots=True)
class Before(Terms):
    """Each of `first` does `event` before any of `then` does it for the first time."""

    kind: ClassVar[str] = "before"
    first: tuple[str, ...] = term(TermType.PEOPLE, "who comes first")
    then: tuple[str, ...] = term(TermType.PEOPLE, "who comes after them")
    event: Moment = term(TermType.MOMENT, "what they do in this order", default=Moment.ENTERED)


class _Blueprint(Blueprint):
    def __init__(self, terms: Before, cast: Cast) -> None:
        self.first = cast.mask(terms.first)
        self.then = cast.mask(terms.then) & ~self.first
        code = MOMENT_CODE[terms.event]
        self.stops = self.then if terms.event is Moment.ENTERED else 0
        self.subscriptions = tuple((Code(code), i) for i in bits(self.first | self.then))

    def start(self) -> _Monitor:
        return _Monitor(self.first, self.then)

    def stopped(self, monitor: Monitor) -> tuple[int, int | None]:
        assert isinstance(monitor, _Monitor)
        return self.stops & monitor.then if monitor.first else 0, None


_DONE: Final = (FINISHED,)


class _Monitor:
    __slots__ = ("first", "then")

    def __init__(self, first: int, then: int) -> None:
        self.first = first
        self.then = then

    def feed(self, at: int, code: int, who: int, extra: int) -> Wants:
        bit = 1 << who
        if self.first & bit:
            self.first &= ~bit
            return None if self.first else _DONE
        if not self.then & bit:
            return None
        self.then &= ~bit
        if not self.first:
            return None
        return (Opened(who, (who,), bits(self.first), instant=True),)

    def wake(self, at: int) -> Wants:
        return None


KIND = RuleKind(
    "before",
    "Each of these people does something before any of the others does it.",
    Before,
    "breach.before",
    Price(Figure.PRECEDENCE),
    _Blueprint,
    example="first: voss\nthen: halden.staff",
    halts=True,
)
