"""A class at one machine: it decides together, says by a show of hands what it expects, and sees what came of it.

Predicting first is what makes watching teach: who has raised a hand wants to know.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

from game.scoring.scorecard import Scorecard
from game.simulation.trace import Trace

MOST_HANDS: Final = 999
SOME: Final = 2
"""So many breaches are one or two; more are more."""


class Expected(StrEnum):
    """What the class may expect of a day."""

    CLEAN = "clean"
    SOME = "one or two"
    MORE = "more"

    @classmethod
    def came(cls, trace: Trace) -> Expected:
        """What has come of a day, in the same words: breaches that nobody answers for do not count."""
        broken = sum(not breach.excused for breach in trace.breaches)
        if trace.clean:
            return cls.CLEAN
        return cls.SOME if trace.accomplished and broken <= SOME else cls.MORE


@dataclass(frozen=True, slots=True)
class Raised:
    """How many hands were raised for each; all 0 where nobody was asked."""

    clean: int = 0
    some: int = 0
    more: int = 0

    def of(self, expected: Expected) -> int:
        """The hands raised for one of them."""
        return int(getattr(self, expected.name.lower()))

    def with_more(self, expected: Expected, by: int) -> Raised:
        """With so many more hands for one of them, never below none."""
        hands = max(0, min(MOST_HANDS, self.of(expected) + by))
        return replace(self, **{expected.name.lower(): hands})

    @property
    def all(self) -> int:
        """How many hands in all."""
        return self.clean + self.some + self.more


@dataclass(frozen=True, slots=True)
class ClassTry:
    """One day that the class has lived: what it expected and what came. `replay` is the file it was kept in."""

    seed: int
    raised: Raised
    came: Expected
    total: int
    grade: str
    replay: str = ""


@dataclass(slots=True)
class ClassTries:
    """All the days of one sitting, and the hands raised for the one to come."""

    raised: Raised = field(default_factory=Raised)
    tries: tuple[ClassTry, ...] = ()

    def raise_hands(self, expected: Expected, by: int) -> None:
        """So many more hands (or fewer) for one of them."""
        self.raised = self.raised.with_more(expected, by)

    def lived(self, trace: Trace, card: Scorecard, seed: int, replay: str) -> None:
        """A day has been lived to its end; the next one is asked about anew."""
        came = Expected.came(trace)
        self.tries = (*self.tries, ClassTry(seed, self.raised, came, card.total, card.grade, replay))
        self.raised = Raised()
