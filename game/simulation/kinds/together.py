"""together: several people do something within a few seconds of each other (Potsdam 1945)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from game.protocol.cues import Moment
from game.protocol.rules import Terms, TermType, term
from game.simulation.bits import bits
from game.simulation.cast import Cast
from game.simulation.codes import Code
from game.simulation.kinds.base import Blueprint, Closed, Figure, Opened, Price, RuleKind, WakeMe, Wants
from game.simulation.latch import MOMENT_CODE

_KEY = 0


@dataclass(frozen=True, slots=True)
class Together(Terms):
    """All of `who` do `event` at most `within` ms after the first of them.

    Those still missing then are one breach, which lasts until the last of them has come. Somebody who never comes
    belongs to the deadline, and keeps the breach open only to the end.
    """

    kind: ClassVar[str] = "together"
    who: tuple[str, ...] = term(TermType.PEOPLE, "who does it together")
    within: int = term(TermType.DURATION, "how far apart the first and the last may be")
    event: Moment = term(TermType.MOMENT, "what they do together", default=Moment.ENTERED)


class _Blueprint(Blueprint):
    def __init__(self, terms: Together, cast: Cast) -> None:
        self.who = cast.mask(terms.who)
        self.within = terms.within
        self.subscriptions = tuple((Code(MOMENT_CODE[terms.event]), i) for i in cast.indices(terms.who))

    def start(self) -> _Monitor:
        return _Monitor(self.who, self.within)


class _Monitor:
    __slots__ = ("_come", "_deadline", "_missing", "_open", "_within")

    def __init__(self, who: int, within: int) -> None:
        self._missing = who
        self._come = 0
        self._within = within
        self._deadline: int | None = None
        self._open = False

    def feed(self, at: int, code: int, who: int, extra: int) -> Wants:
        if not self._missing >> who & 1:
            return None
        self._missing &= ~(1 << who)
        self._come |= 1 << who
        if self._deadline is None:
            # Timers come last at their instant, so one more millisecond would be unfair: exactly N is in time.
            self._deadline = at + self._within
            return (WakeMe(self._deadline),) if self._missing else None
        if self._open and not self._missing:
            self._open = False
            return (Closed(_KEY, put_right=False),)
        return None

    def wake(self, at: int) -> Wants:
        if at != self._deadline or not self._missing:
            return None
        self._open = True
        come = bits(self._come)
        return (Opened(_KEY, bits(self._missing), come, shown=come),)


KIND = RuleKind(
    "together",
    "These people do something within so many seconds of each other.",
    Together,
    "breach.together",
    Price(Figure.PRECEDENCE, lasting=400, full_after=30_000),
    _Blueprint,
    example="who: leaders\nwithin: 5 s",
)
