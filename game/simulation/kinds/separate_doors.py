"""separate_doors: people enter by doors of their own (Potsdam 1945, Karlowitz 1699)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from game.protocol.rules import Terms, TermType, term
from game.simulation.cast import Cast
from game.simulation.codes import Code
from game.simulation.kinds.base import Blueprint, Figure, Opened, Price, RuleKind, Wants


@dataclass(frozen=True, slots=True)
class SeparateDoors(Terms):
    """No two of `who` enter by the same door. First entries count; the later one is the offender."""

    kind: ClassVar[str] = "separate_doors"
    who: tuple[str, ...] = term(TermType.PEOPLE, "who takes a door each")


class _Blueprint(Blueprint):
    def __init__(self, terms: SeparateDoors, cast: Cast) -> None:
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
        before = tuple(person for person, door in self._by_door if door == extra)
        self._by_door.append((who, extra))
        return (Opened(who, (who,), before, instant=True),) if before else None

    def wake(self, at: int) -> Wants:
        return None


KIND = RuleKind(
    "separate_doors",
    "Each of these people enters by a door of his own. Only first entries count; to blame is who came later "
    "by the same one.",
    SeparateDoors,
    "breach.separate_doors",
    Price(Figure.PRECEDENCE),
    _Blueprint,
    example="who: leaders",
)
