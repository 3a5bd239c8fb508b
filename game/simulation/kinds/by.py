"""by: something has happened to somebody by a deadline (in-place time)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Final

from game.protocol.cues import Moment
from game.protocol.rules import Terms, TermType, term
from game.simulation.bits import bits
from game.simulation.cast import Cast
from game.simulation.codes import Code
from game.simulation.kinds.base import Blueprint, Closed, Figure, Opened, Price, RuleKind, Wants
from game.simulation.latch import MOMENT_CODE

_UNDONE_BY: Final = {Moment.ENTERED: Code.LEFT, Moment.TOOK_PLACE: Code.LEFT, Moment.SAT: Code.ROSE}


@dataclass(frozen=True, slots=True)
class By(Terms):
    """Each of `who` has done `event` at the latest at `deadline`; exactly then is in time.

    The breach lasts until the person has done it after all, or to the end.
    """

    kind: ClassVar[str] = "by"
    who: tuple[str, ...] = term(TermType.PEOPLE, "who must have done it")
    deadline: int = term(TermType.CLOCK, "by when")
    event: Moment = term(TermType.MOMENT, "what they must have done", default=Moment.TOOK_PLACE)


class _Blueprint(Blueprint):
    def __init__(self, terms: By, cast: Cast) -> None:
        self.who = cast.mask(terms.who)
        self.wakes = (terms.deadline,)
        code = Code(MOMENT_CODE[terms.event])
        self.code = int(code)
        own = [(code, i) for i in bits(self.who)]
        undone = [(_UNDONE_BY[terms.event], i) for i in bits(self.who)] if terms.event in _UNDONE_BY else []
        self.subscriptions = tuple(own + undone)

    def start(self) -> _Monitor:
        return _Monitor(self)


class _Monitor:
    __slots__ = ("_code", "_deadline", "_missing", "_open")

    def __init__(self, blueprint: _Blueprint) -> None:
        self._missing = blueprint.who
        self._code = blueprint.code
        self._deadline = blueprint.wakes[0]
        self._open = 0

    def feed(self, at: int, code: int, who: int, extra: int) -> Wants:
        bit = 1 << who
        if code == self._code:
            self._missing &= ~bit
        elif not self._open & bit and at <= self._deadline:
            # Whoever has left or risen again before the deadline is missing again.
            self._missing |= bit
        if self._open & bit and not self._missing & bit:
            self._open &= ~bit
            return (Closed(who, put_right=False),)
        return None

    def wake(self, at: int) -> Wants:
        self._open = self._missing
        return tuple(Opened(i, (i,), shown=()) for i in bits(self._missing))


KIND = RuleKind(
    "by",
    "These people have done something by a time of day; exactly then is in time. Who has left or risen again "
    "before then counts as missing.",
    By,
    "breach.by",
    Price(Figure.PUNCTUALITY, lasting=500, full_after=180_000),
    _Blueprint,
    example='who: all\ndeadline: "10:08"\nevent: sat',
)
