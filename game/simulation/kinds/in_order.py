"""in_order: a group goes by its order of precedence, up or down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from game.protocol.cues import Moment
from game.protocol.rules import Terms, TermType, term
from game.simulation.bits import bits
from game.simulation.cast import Cast
from game.simulation.codes import Code
from game.simulation.kinds.base import Blueprint, Figure, Opened, Price, RuleKind, Wants
from game.simulation.latch import MOMENT_CODE


@dataclass(frozen=True, slots=True)
class InOrder(Terms):
    """`who` do `event` by their places in the order of precedence `order`; equals in any order among themselves.

    Whoever goes before somebody who should have gone first is a breach, against all those passed over.
    """

    kind: ClassVar[str] = "in_order"
    who: tuple[str, ...] = term(TermType.PEOPLE, "who goes in order")
    order: str = term(TermType.ORDER, "whose order of precedence: a delegation, or joint")
    direction: str = term(TermType.CHOICE, "descending: highest first; ascending: lowest first",
                          default="descending", choices=("descending", "ascending"))
    event: Moment = term(TermType.MOMENT, "what they do in order", default=Moment.ENTERED)


class _Blueprint(Blueprint):
    def __init__(self, terms: InOrder, cast: Cast) -> None:
        order = next(o for o in cast.scenario.precedence if o.of == terms.order)
        people = cast.indices(terms.who)
        ranks = {i: order.rank(cast.scenario.people[i].id) for i in people}
        sign = 1 if terms.direction == "descending" else -1
        self.ahead: dict[int, int] = {}
        for i, own in ranks.items():
            if own is not None:
                self.ahead[i] = sum(1 << j for j, r in ranks.items() if r is not None and sign * r < sign * own)
        self.who = sum(1 << i for i in self.ahead)
        self.subscriptions = tuple((Code(MOMENT_CODE[terms.event]), i) for i in self.ahead)

    def start(self) -> _Monitor:
        return _Monitor(self.ahead, self.who)


class _Monitor:
    __slots__ = ("_ahead", "_missing")

    def __init__(self, ahead: dict[int, int], who: int) -> None:
        self._ahead = ahead
        self._missing = who

    def feed(self, at: int, code: int, who: int, extra: int) -> Wants:
        bit, missing = 1 << who, self._missing
        if not missing & bit:
            return None
        self._missing = missing = missing & ~bit
        passed_over = self._ahead[who] & missing
        if not passed_over:
            return None
        return (Opened(who, (who,), bits(passed_over), instant=True),)

    def wake(self, at: int) -> Wants:
        return None


KIND = RuleKind(
    "in_order",
    "These people go by an order of precedence; equals in any order among themselves. To blame is whoever "
    "goes before somebody who should have gone first.",
    InOrder,
    "breach.in_order",
    Price(Figure.PRECEDENCE),
    _Blueprint,
    example="who: halden\norder: halden\ndirection: ascending",
)
