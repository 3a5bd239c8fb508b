"""From millimetres in the room to pixels: seen from above at a slight slant, like an architect's model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from game.protocol.room import Door, Point, Wall

DEPTH: Final = 0.62
"""A metre towards the south is drawn so many times as long as a metre to the east."""

HEIGHT: Final = 0.75
"""A metre upwards is drawn so many times as long as a metre to the east."""

WALL_HEIGHT: Final = 3_200
DOOR_HEIGHT: Final = 2_600
THICK: Final = 260
LOW: Final = 240
"""The other walls are cut off at so many mm, as in a model, so that one can look in."""


@dataclass(frozen=True, slots=True)
class View:
    """`scale` is pixels per mm, `left` and `top` the pixel of the room's north-west corner on the floor."""

    scale: float
    left: float
    top: float

    def px(self, x: float, y: float, z: float = 0) -> tuple[float, float]:
        """The pixel of a point `z` mm above the floor."""
        return self.left + x * self.scale, self.top + (y * DEPTH - z * HEIGHT) * self.scale

    def at(self, point: Point, z: float = 0) -> tuple[int, int]:
        """The same for a point of the room, rounded."""
        x, y = self.px(point.x, point.y, z)
        return round(x), round(y)

    def box(self, x0: float, y0: float, x1: float, y1: float, z: float = 0) -> list[tuple[float, float]]:
        """The corners of an upright rectangle on the floor, or `z` mm above it."""
        return [self.px(x0, y0, z), self.px(x1, y0, z), self.px(x1, y1, z), self.px(x0, y1, z)]

    def standing(self, x0: float, x1: float, y: float, z0: float, z1: float) -> list[tuple[float, float]]:
        """The corners of something flat that stands facing south."""
        return [self.px(x0, y, z0), self.px(x1, y, z0), self.px(x1, y, z1), self.px(x0, y, z1)]


def across(door: Door) -> bool:
    """Whether the door's wall runs from west to east."""
    return door.wall in (Wall.NORTH, Wall.SOUTH)
