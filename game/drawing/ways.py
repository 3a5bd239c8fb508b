"""The lines people walk outside the room, from a holding room along the corridors to a door."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import hypot
from typing import Final

OUTSIDE: Final = 0.62
"""People outside the room are drawn so many times as large as inside."""

Pixel = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Way:
    """The line people walk from a holding room to a door, in pixels."""

    points: tuple[Pixel, ...]
    length: float

    @classmethod
    def along(cls, points: tuple[Pixel, ...]) -> Way:
        """The way along these points."""
        return cls(points, sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points)))

    def at(self, permille: int, back: float = 0) -> Pixel:
        """The pixel after so many thousandths of the way, less `back` pixels."""
        left = max(0.0, self.length * permille / 1_000 - back)
        for a, b in pairwise(self.points):
            leg = hypot(b[0] - a[0], b[1] - a[1])
            if left <= leg and leg > 0:
                return a[0] + (b[0] - a[0]) * left / leg, a[1] + (b[1] - a[1]) * left / leg
            left -= leg
        return self.points[-1]


def along(start: Pixel, end: Pixel, ring: tuple[float, float, float, float]) -> list[Pixel]:
    """From start to end along the corridor, the shorter way round."""
    left, top, right, bottom = ring
    corners = [(left, top), (right, top), (right, bottom), (left, bottom)]
    whole = 2 * (right - left + bottom - top)

    def mark(p: Pixel) -> float:
        if abs(p[1] - top) < 0.5:
            return p[0] - left
        if abs(p[0] - right) < 0.5:
            return right - left + p[1] - top
        if abs(p[1] - bottom) < 0.5:
            return right - left + bottom - top + right - p[0]
        return whole - (p[1] - top)

    marks = [(mark(corner), corner) for corner in corners]
    a, b = mark(start), mark(end)
    ahead = (b - a) % whole
    if ahead <= whole / 2:
        passed = sorted(((m - a) % whole, c) for m, c in marks if 0 < (m - a) % whole < ahead)
    else:
        passed = sorted(((a - m) % whole, c) for m, c in marks if 0 < (a - m) % whole < whole - ahead)
    return [start, *(corner for _, corner in passed), end]


def thinned(points: list[Pixel]) -> tuple[Pixel, ...]:
    """The points without such as lie upon the one before; two of them at least."""
    kept = [points[0]]
    for point in points[1:]:
        if hypot(point[0] - kept[-1][0], point[1] - kept[-1][1]) > 0.5:
            kept.append(point)
    return tuple(kept) if len(kept) > 1 else (kept[0], kept[0])
