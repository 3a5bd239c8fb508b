"""What stands in the room: how high and how large, where it faces, where the flags go. Numbers only, for any brush."""

from __future__ import annotations

from typing import Final

from game.drawing.view import HEIGHT
from game.protocol.room import Seat, Wall
from game.protocol.scenario import Scenario

TABLE_HIGH: Final = 840
FRAME: Final = 130
"""Breadth of a door's frame."""

DOUBLE: Final = 1_500
"""From this width on a door has two leaves."""

LARGER: Final = 1.28
"""People and chairs are drawn larger than they are, so that one can tell them apart in a large room."""

UNIT_MM: Final = 10 * HEIGHT * LARGER
"""Mm of the picture to one unit of the figures' art."""


def quarter(seat: Seat) -> int:
    """Where a chair faces, as an eighth of a turn that is one of 0, 2, 4, 6."""
    dx, dy = seat.facing.x - seat.at.x, seat.facing.y - seat.at.y
    if abs(dx) > abs(dy):
        return 0 if dx > 0 else 4
    return 2 if dy >= 0 else 6


def flag_places(scenario: Scenario) -> list[int]:
    """Where along the north wall the flags stand, mm, in the order of the delegations from west to east."""
    room, count = scenario.room, len(scenario.delegations)
    blocked = [
        (d.at - d.width // 2 - 450, d.at + d.width // 2 + 450) for d in room.doors if d.wall is Wall.NORTH
    ]
    free = [
        x
        for x in range(450, room.width - 650, 50)
        if not any(a < x + 560 and x - 150 < b for a, b in blocked)
    ]
    middle = room.width // 2
    chosen: list[int] = []
    for x in sorted(free, key=lambda place: (abs(place - middle + 150), place)):
        if all(abs(x - other) >= 1_050 for other in chosen):
            chosen.append(x)
    west = sorted((x for x in chosen if x < middle), reverse=True)
    east = sorted(x for x in chosen if x >= middle)
    picked: list[int] = []
    while len(picked) < count and (west or east):
        source = (west, east)[len(picked) % 2] or west or east
        picked.append(source.pop(0))
    return sorted(picked)
