"""Who sits next to whom, across from whom, with the door before them: the geometry of seats, in whole numbers."""

from __future__ import annotations

from typing import Final

from game.protocol.room import Point, Room, Seat

OPPOSITE: Final = 500
"""Two who face each other may be so many mm out of line: about half a chair."""


def _forward(seat: Seat) -> tuple[int, int]:
    return seat.facing.x - seat.at.x, seat.facing.y - seat.at.y


def _from(seat: Seat, point: Point) -> tuple[int, int]:
    """A point as somebody in a seat sees it: how far ahead and how far to the right, times the length looked."""
    fx, fy = _forward(seat)
    dx, dy = point.x - seat.at.x, point.y - seat.at.y
    return dx * fx + dy * fy, dy * fx - dx * fy


def _alongside(seat: Seat, other: Seat) -> int:
    """1 where another seat is to the right, -1 to the left, 0 where it is rather before, behind or turned away."""
    (fx, fy), (gx, gy) = _forward(seat), _forward(other)
    ahead, right = _from(seat, other.at)
    if other.id == seat.id or not right or abs(right) < abs(ahead) or fx * gx + fy * gy < 0:
        return 0
    return 1 if right > 0 else -1


def _apart(one: Seat, other: Seat) -> int:
    return (one.at.x - other.at.x) ** 2 + (one.at.y - other.at.y) ** 2


def side_of(room: Room, seat: Seat, other: Seat) -> str:
    """`right` or `left` where `seat` is the next one to that hand of somebody in `other`; else empty."""
    side = _alongside(other, seat)
    if not side:
        return ""
    nearest = min(_apart(other, each) for each in room.seats if _alongside(other, each) == side)
    if _apart(other, seat) > nearest:
        return ""
    return "right" if side > 0 else "left"


def opposite(seat: Seat, other: Seat) -> bool:
    """Whether two seats face each other, at most half a chair out of line."""
    return _before(seat, other.at) and _before(other, seat.at)


def _before(seat: Seat, point: Point) -> bool:
    ahead, right = _from(seat, point)
    fx, fy = _forward(seat)
    return ahead > 0 and right * right <= OPPOSITE * OPPOSITE * (fx * fx + fy * fy)


def faces(seat: Seat, point: Point) -> bool:
    """Whether somebody in a seat has a point before them: ahead rather than to one side."""
    ahead, right = _from(seat, point)
    return ahead > 0 and abs(right) <= ahead
