"""Ways through the room: polylines round the furniture, whose length is the walking time.

Exact integers throughout: furniture is a convex outline grown by the clearance a person keeps, and a way runs along
its corners (shortest path in the visibility graph).
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass
from math import isqrt
from typing import Final

from game.protocol.room import Furniture, Point, Room, Shape

CLEARANCE: Final = 300
"""How much room, in mm, a walker leaves to a piece of furniture."""


@dataclass(frozen=True, slots=True)
class Route:
    """A way from a door's threshold to a seat; `length` in mm is the sum of its legs."""

    points: tuple[Point, ...]
    length: int


class Routes:
    """The ways of one room, found when first asked for."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._outlines = [outline(piece) for piece in room.furniture]
        self._corners = [p for shape in self._outlines for p in shape if _inside_room(p, room)]
        self._found: dict[tuple[str, str], Route] = {}

    def route(self, door_id: str, seat_id: str) -> Route:
        """The way from a door to a seat; raises KeyError for an unknown one."""
        key = (door_id, seat_id)
        if key not in self._found:
            start = self._room.threshold(self._room.door(door_id))
            self._found[key] = self._shortest(start, self._room.seat(seat_id).at)
        return self._found[key]

    def reaches(self, door_id: str, seat_id: str) -> bool:
        """Whether a way leads from a door to a seat; where none does, `route` goes straight through the furniture."""
        start = self._room.threshold(self._room.door(door_id))
        return self._way(start, self._room.seat(seat_id).at) is not None

    def _shortest(self, start: Point, goal: Point) -> Route:
        return self._way(start, goal) or Route((start, goal), distance(start, goal))

    def _way(self, start: Point, goal: Point) -> Route | None:
        # Furniture that someone stands in (a chair drawn into a table's edge) does not hold them there.
        walls = [shape for shape in self._outlines if not (_holds(shape, start) or _holds(shape, goal))]
        queue: list[tuple[int, int, tuple[Point, ...]]] = [(0, 0, (start,))]
        settled: set[Point] = set()
        count = 0
        while queue:
            length, _, way = heapq.heappop(queue)
            here = way[-1]
            if here == goal:
                return Route(way, length)
            if here in settled:
                continue
            settled.add(here)
            for there in (goal, *self._corners):
                if there not in settled and not any(_crosses(here, there, shape) for shape in walls):
                    count += 1
                    heapq.heappush(queue, (length + distance(here, there), count, (*way, there)))
        return None


def distance(a: Point, b: Point) -> int:
    """The straight distance in mm, rounded down."""
    return isqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2)


def outline(piece: Furniture) -> tuple[Point, ...]:
    """The convex outline of a piece of furniture grown by the clearance, counter-clockwise on a map with y down."""
    x, y = piece.at.x, piece.at.y
    half_width, half_depth = piece.width // 2 + CLEARANCE, piece.depth // 2 + CLEARANCE
    if piece.shape is Shape.ROUND:
        # The octagon round the circle: its corners lie tan(22.5 degrees) off the middle of each side.
        r = max(half_width, half_depth)
        k = r * 41_421 // 100_000 + 1
        offsets = [(r, -k), (r, k), (k, r), (-k, r), (-r, k), (-r, -k), (-k, -r), (k, -r)]
    else:
        offsets = [(half_width, -half_depth), (half_width, half_depth), (-half_width, half_depth),
                   (-half_width, -half_depth)]
    return tuple(Point(x + dx, y + dy) for dx, dy in offsets)


def _inside_room(p: Point, room: Room) -> bool:
    return 0 <= p.x <= room.width and 0 <= p.y <= room.depth


def _side(a: Point, b: Point, p: Point) -> int:
    """Positive where p lies on the inner side of the edge a-b of an outline."""
    return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)


def _edges(shape: tuple[Point, ...]) -> zip[tuple[Point, Point]]:
    return zip(shape, shape[1:] + shape[:1], strict=True)


def _holds(shape: tuple[Point, ...], p: Point) -> bool:
    return all(_side(a, b, p) > 0 for a, b in _edges(shape))


def _crosses(p: Point, q: Point, shape: tuple[Point, ...]) -> bool:
    """Whether the leg p-q runs through the inside of an outline; along its edge it does not."""
    enter, enter_of, leave, leave_of = 0, 1, 1, 1  # the part inside, as fractions of the leg
    for a, b in _edges(shape):
        start, end = _side(a, b, p), _side(a, b, q)
        if start <= 0 and end <= 0:
            return False
        if start <= 0 < end and -start * enter_of > enter * (end - start):
            enter, enter_of = -start, end - start
        elif end <= 0 < start and start * leave_of < leave * (start - end):
            leave, leave_of = start, start - end
    return enter * leave_of < leave * enter_of
