"""placed_at: somebody's place: the seat, beside whom, across from whom, facing which door."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from game.protocol.rules import Terms, TermType, term
from game.simulation.bits import bits
from game.simulation.cast import Cast
from game.simulation.codes import Code
from game.simulation.kinds.base import Blueprint, Closed, Figure, Opened, Price, RuleKind, Wants
from game.simulation.neighbours import faces, opposite, side_of


@dataclass(frozen=True, slots=True)
class PlacedAt(Terms):
    """Where each of `who` has taken place is right in everything that is said here.

    `seat`: that seat. `beside`: next to each of these, on their `side`. `opposite`: across from each of these.
    `facing`: with that door before them. Another person's place counts once taken. The breach begins when a place is
    wrong and lasts until it no longer is, because somebody left it (put right).
    """

    kind: ClassVar[str] = "placed_at"
    who: tuple[str, ...] = term(TermType.PEOPLE, "whose place it is")
    seat: str | None = term(TermType.SEAT, "the seat", default=None)
    beside: tuple[str, ...] = term(TermType.PEOPLE, "next to whom", default=())
    side: str = term(TermType.CHOICE, "on which side of them, as they see it", default="either",
                     choices=("either", "right", "left"))
    opposite: tuple[str, ...] = term(TermType.PEOPLE, "across from whom", default=())
    facing: str | None = term(TermType.DOOR, "which door is before them", default=None)


class _Blueprint(Blueprint):
    def __init__(self, terms: PlacedAt, cast: Cast) -> None:
        self.terms = terms
        self.room = cast.scenario.room
        self.who = cast.mask(terms.who)
        self.beside = cast.indices(terms.beside)
        self.opposite = cast.indices(terms.opposite)
        self.against = tuple(dict.fromkeys((*self.beside, *self.opposite)))
        everybody = bits(self.who | cast.mask((*terms.beside, *terms.opposite)))
        self._sides: dict[tuple[int, int], str] = {}
        self.subscriptions = tuple((code, i) for i in everybody for code in (Code.TOOK_PLACE, Code.LEFT))

    def start(self) -> _Monitor:
        return _Monitor(self)

    def wrong(self, i: int, taken: dict[int, int]) -> bool:
        """Whether the place that somebody has taken is not theirs, given who has taken which."""
        terms, seats = self.terms, self.room.seats
        mine = seats[taken[i]]
        if terms.seat is not None and mine.id != terms.seat:
            return True
        if terms.facing is not None and not faces(mine, self.room.threshold(self.room.door(terms.facing))):
            return True
        sides = ("right", "left") if terms.side == "either" else (terms.side,)
        beside = [self._side(taken[i], taken[j]) for j in self.beside if j != i and j in taken]
        across = [seats[taken[j]] for j in self.opposite if j != i and j in taken]
        return (any(side not in sides for side in beside)
                or not all(opposite(mine, other) for other in across))

    def _side(self, seat: int, other: int) -> str:
        """On which side of another seat a seat is, if it is next to it; kept, for the seats do not move."""
        if (seat, other) not in self._sides:
            self._sides[seat, other] = side_of(self.room, self.room.seats[seat], self.room.seats[other])
        return self._sides[seat, other]


class _Monitor:
    __slots__ = ("_open", "_plan", "_taken")

    def __init__(self, plan: _Blueprint) -> None:
        self._plan = plan
        self._taken: dict[int, int] = {}
        self._open = 0

    def feed(self, at: int, code: int, who: int, extra: int) -> Wants:
        if code == Code.TOOK_PLACE:
            self._taken[who] = extra
        else:
            self._taken.pop(who, None)
        wants: list[Opened | Closed] = []
        for i in bits(self._plan.who):
            wrong = i in self._taken and self._plan.wrong(i, self._taken)
            if wrong == bool(self._open >> i & 1):
                continue
            self._open ^= 1 << i
            against = tuple(j for j in self._plan.against if j != i)
            wants.append(Opened(i, (i,), against) if wrong else Closed(i, put_right=True))
        return wants

    def wake(self, at: int) -> Wants:
        return None


KIND = RuleKind(
    "placed_at",
    "These people take the right place: a seat, a neighbour, somebody across, a door before them. At least "
    "one of `seat`, `beside`, `opposite` and `facing` must be said.",
    PlacedAt,
    "breach.placed_at",
    Price(Figure.PRECEDENCE, lasting=400, full_after=120_000),
    _Blueprint,
    example="who: quill\nbeside: voss\nside: right",
)
