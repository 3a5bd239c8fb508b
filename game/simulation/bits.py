"""Sets of people as integers with one bit for each: cheap to copy, cheap to ask."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache


def mask(indices: Iterable[int]) -> int:
    """One bit for each index."""
    found = 0
    for index in indices:
        found |= 1 << index
    return found


@lru_cache(maxsize=8_192)
def bits(mask: int) -> tuple[int, ...]:
    """The indices whose bits are set, ascending."""
    found = []
    while mask:
        low = mask & -mask
        found.append(low.bit_length() - 1)
        mask ^= low
    return tuple(found)
