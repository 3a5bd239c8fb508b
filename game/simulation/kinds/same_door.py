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
    __slots__ = ("_come", "_door", "_first")

    def __init__(self) -> None:
        self._come = 0
        self._first = self._door = -1

    def feed(self, at: int, code: int, who: int, extra: int) -> Wants:
        bit = 1 << who
        if self._come & bit:
            return None
        if not self._come:
            self._first, self._door = who, extra
        self._come |= bit
        if extra == self._door:
            return None
        return (Opened(who, (who,), (self._first,), instant=True),)

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
