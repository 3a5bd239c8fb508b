"""Draws by name, as for the day's chances: one more question never moves the answer to another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from game.simulation.circumstances import bits_for

T = TypeVar("T")


class Dice:
    """Even draws that belong to a key; the same key and name always give the same."""

    def __init__(self, seed: int, key: str) -> None:
        self._seed = seed
        self._key = key

    def below(self, end: int, name: str) -> int:
        """A whole number from 0 to below `end`."""
        return bits_for(self._seed, self._key, name) * end >> 64

    def between(self, low: int, high: int, step: int, name: str) -> int:
        """One of low, low + step and so on, up to `high`."""
        return low + step * self.below((high - low) // step + 1, name)

    def pick(self, pool: Sequence[T], name: str) -> T:
        """One of several."""
        return pool[self.below(len(pool), name)]

    def happens(self, percent: int, name: str) -> bool:
        """Yes in so many cases of a hundred."""
        return self.below(100, name) < percent

    def shuffled(self, pool: Sequence[T], name: str) -> list[T]:
        """All of them in another order."""
        keys = [bits_for(self._seed, self._key, f"{name}:{nth}") for nth in range(len(pool))]
        return [pool[nth] for nth in sorted(range(len(pool)), key=lambda nth: (keys[nth], nth))]
