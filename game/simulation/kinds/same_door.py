"""same_door: several people enter by the same door (Panmunjom 2018)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from game.protocol.rules import Terms, TermType, term
from game.simulation.cast import Cast
from game.simulation.codes import Code
from game.simulation.kinds.base import Blueprint, Figure, Opened, Price, RuleKind, Wants


@dataclass(frozen=True, slots=True)
class SameDoor(Terms):
    """All of `who` enter by the door that the first of them took. First entries count."""

    kind: ClassVar[str] = "same_door"
    who: tuple[str, ...] = term(TermType.PEOPLE, "who shares a door")


class _Blueprint(Blueprint):
    def __init__(self, terms: SameDoor, cast: Cast) -> None:
        self.subscriptions = tuple((Code.ENTERED, i) for i in cast.indices(terms.who))

    def start(self) -> _Monitor:
        return _Monitor()


class _Monitor:
    __slots__ = ("_by_door",)

    def __init__(self) -> None:
        self._by_door: list[tuple[int, int]] = []

    def feed(self, at: int, code: int, who: int, extra: int) -> Wants:
        if any(person == who for person, _ in self._by_door):
            return None
        self._by_door.append((who, extra))
        first, door = self._by_door[0]
        if extra == door:
            return None
        return (Opened(who, (who,), (first,), instant=True),)

    def wake(self, at: int) -> Wants:
        return None


KIND = RuleKind(
    "same_door",
    "These people all enter by one door. Only first entries count.",
    SameDoor,
    "breach.same_door",
    Price(Figure.PRECEDENCE),
    _Blueprint,
    example="who: leaders",
)
