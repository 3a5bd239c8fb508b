"""parity: two sides are equal in number ("one plus eight")."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from game.protocol.cues import Occurrence
from game.protocol.rules import Terms, TermType, term
from game.simulation.bits import bits, mask
from game.simulation.cast import Cast
from game.simulation.codes import Code
from game.simulation.kinds.base import Blueprint, Closed, Figure, Opened, Price, RuleKind, Wants
from game.simulation.latch import LatchPlan

_ENTERED, _LEFT = int(Code.ENTERED), int(Code.LEFT)


@dataclass(frozen=True, slots=True)
class Parity(Terms):
    """Once all of `once` has happened, those of `one` and of `other` in the room differ by `difference` at most.

    The offenders are the last of the larger side to have entered, as many as are too many. Each one's breach lasts
    until the numbers suit again: because somebody left (put right), or because the other side came.
    """

    kind: ClassVar[str] = "parity"
    one: tuple[str, ...] = term(TermType.PEOPLE, "the one side")
    other: tuple[str, ...] = term(TermType.PEOPLE, "the other side")
    once: tuple[Occurrence, ...] = term(TermType.EVENTS, "the events after which their numbers count")
    difference: int = term(TermType.COUNT, "by how many they may differ", default=0)


class _Blueprint(Blueprint):
    def __init__(self, terms: Parity, cast: Cast) -> None:
        self.latch = LatchPlan(terms.once, cast)
        self.sides = cast.mask(terms.one), cast.mask(terms.other)
        self.difference = terms.difference
        own = [(code, i) for i in bits(self.sides[0] | self.sides[1]) for code in (Code.ENTERED, Code.LEFT)]
        self.subscriptions = tuple(dict.fromkeys([*self.latch.subscriptions, *own]))

    def start(self) -> _Monitor:
        return _Monitor(self)


class _Monitor:
    __slots__ = ("_both", "_inside", "_latch", "_open", "_plan")

    def __init__(self, plan: _Blueprint) -> None:
        self._plan = plan
        self._both = plan.sides[0] | plan.sides[1]
        self._latch = plan.latch.start()
        self._inside: list[int] = []
        self._open = 0

    def feed(self, at: int, code: int, who: int, extra: int) -> Wants:
        if who >= 0 and self._both >> who & 1:
            if code == _ENTERED:
                self._inside.append(who)
            elif code == _LEFT and who in self._inside:
                self._inside.remove(who)
        latch = self._latch
        if not latch.done and not latch.feed(code, who):
            return None
        many, against = self._too_many()
        now = mask(many)
        ended = [Closed(i, put_right=code == _LEFT) for i in bits(self._open & ~now)]
        begun = [Opened(i, (i,), against) for i in bits(now & ~self._open)]
        self._open = now
        return (*ended, *begun)

    def _too_many(self) -> tuple[list[int], tuple[int, ...]]:
        """The last to have entered of the larger side beyond what may be, and the other side."""
        one, other = ([i for i in self._inside if side >> i & 1] for side in self._plan.sides)
        larger, against = (one, self._plan.sides[1]) if len(one) > len(other) else (other, self._plan.sides[0])
        most = min(len(one), len(other)) + self._plan.difference
        return larger[most:], bits(against)

    def wake(self, at: int) -> Wants:
        return None


KIND = RuleKind(
    "parity",
    "Two sides are equal in number in the room, or nearly so. To blame are those of the larger side who came "
    "in last.",
    Parity,
    "breach.parity",
    Price(Figure.PRECEDENCE, lasting=400, full_after=120_000),
    _Blueprint,
    example="one: merrow\nother: halden\nonce: leaders sat\ndifference: 1",
)
