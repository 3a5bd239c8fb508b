"""Where room, holding rooms and the ways between them lie in the picture of a page.

The picture is about as high as it is wide, so that it fills a telephone held upright and stands well on a projector:
the room takes the whole width, and the holding rooms lie in bands above and below it.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import Final

from game.drawing.view import DEPTH, HEIGHT, THICK, WALL_HEIGHT, View
from game.drawing.ways import OUTSIDE, Way, along, thinned
from game.protocol.room import Door, HoldingRoom, Wall
from game.protocol.scenario import Scenario

WIDE: Final = 1_000
EDGE: Final = 8
"""Left free round everything."""

CORRIDOR: Final = 60
BARE: Final = 14
"""Breadth of the corridor on a side where nobody walks."""

HEADER: Final = 44
PITCH: Final = 50
CHIP: Final = 44
LEAST: Final = 186
"""The least breadth of a chip, so that a name can be read on a telephone."""

PAD: Final = 8

FIGURE: Final = 1_730
"""Mm of the picture that somebody standing in the room is high."""

SMALLEST: Final = 58


@dataclass(frozen=True, slots=True)
class Card:
    """A holding room: its rectangle, and how its chips stand in it."""

    holding: str
    x: float
    y: float
    w: float
    h: float
    columns: int
    places: int

    @property
    def slots(self) -> list[list[int]]:
        """A chip's left, top, width and height for each who may wait there."""
        wide = (self.w - 2 * PAD + 6) / self.columns
        return [
            [round(self.x + PAD + n % self.columns * wide), round(self.y + HEADER + n // self.columns * PITCH),
             round(wide - 6), CHIP]
            for n in range(self.places)
        ]


@dataclass(frozen=True, slots=True)
class Ground:
    """The whole layout. `ring` is where people's feet are in the corridors: left, top, right, bottom."""

    high: int
    view: View
    cards: tuple[Card, ...]
    ring: tuple[float, float, float, float]
    corridors: tuple[tuple[float, float, float, float], ...]
    ways: dict[tuple[str, str], Way]
    posts: dict[str, tuple[float, float]]
    figure: int


def lay_out(scenario: Scenario) -> Ground:
    """The layout of a scenario's picture."""
    room = scenario.room
    north, south = _bands(scenario)
    used = {door.wall for door in room.doors}
    side = CORRIDOR if used & {Wall.WEST, Wall.EAST} or (north and south) else BARE
    above = CORRIDOR if north or Wall.NORTH in used else BARE
    below = CORRIDOR if south or Wall.SOUTH in used or side == CORRIDOR else BARE
    scale = (WIDE - 2 * EDGE - 2 * side) / (room.width + 2 * THICK)
    cards = _cards(scenario, north, EDGE)
    foot = max((card.y + card.h for card in cards), default=0) + EDGE
    wall = foot + above
    top = wall + (THICK * DEPTH + WALL_HEIGHT * HEIGHT) * scale
    view = View(scale, EDGE + side + THICK * scale, top)
    base = top + (room.depth + THICK) * DEPTH * scale
    cards += _cards(scenario, south, base + below + EDGE)
    high = round(max(base + below, *(card.y + card.h for card in cards)) + EDGE) if cards else round(base + below)
    ring = (EDGE + side / 2, wall - above * 0.12, WIDE - EDGE - side / 2, base + below * 0.88)
    corridors = (
        (EDGE, wall - above, WIDE - 2 * EDGE, above), (EDGE, base, WIDE - 2 * EDGE, below),
        (EDGE, wall, side, base - wall), (WIDE - EDGE - side, wall, side, base - wall),
    )  # fmt: skip
    ways = {
        (card.holding, door): _way(room.door(door), card, view, ring)
        for card in cards
        for door, _mm in room.holding_room(card.holding).walks
    }
    figure = max(SMALLEST, round(FIGURE * scale))
    posts = {door.id: _post(door, view, ring, figure) for door in room.doors}
    return Ground(high, view, tuple(cards), ring, corridors, ways, posts, figure)


def _bands(scenario: Scenario) -> tuple[list[HoldingRoom], list[HoldingRoom]]:
    """The holding rooms above and below the room, each from west to east of their first doors."""
    room = scenario.room

    def across(holding: HoldingRoom) -> int:
        door = room.door(holding.first_door)
        return {Wall.WEST: -1, Wall.EAST: room.width + 1}.get(door.wall, door.at)

    ordered = sorted(room.holding, key=across)
    above = [each for each in ordered if room.door(each.first_door).wall is Wall.NORTH]
    return above, [each for each in ordered if each not in above]


def crowd(scenario: Scenario, holding: str) -> int:
    """How many may wait in a holding room at once: whose it is, and an officer of the house come to take people in."""
    own = [person for person in scenario.people if person.holds == holding]
    visited = own and any(officer.holds != holding for officer in scenario.officers)
    return max(1, len(own) + bool(visited))


def _cards(scenario: Scenario, band: list[HoldingRoom], top: float) -> list[Card]:
    """The cards of a band side by side, with as few rows of chips as there is room for."""
    if not band:
        return []
    counts = [crowd(scenario, each.id) for each in band]
    free = WIDE - 2 * EDGE - EDGE * (len(band) - 1) - 2 * PAD * len(band)
    rows = next((rows for rows in range(1, max(counts) + 1)
                 if sum(ceil(count / rows) for count in counts) * LEAST <= free), max(counts))
    columns = [ceil(count / rows) for count in counts]
    wide = free / sum(columns)
    high = HEADER + max(ceil(count / across) for count, across in zip(counts, columns, strict=True)) * PITCH + PAD / 2
    made, x = [], float(EDGE)
    for holding, count, across in zip(band, counts, columns, strict=True):
        made.append(Card(holding.id, x, top, across * wide + 2 * PAD, high, across, count))
        x += made[-1].w + EDGE
    return made


def _way(door: Door, card: Card, view: View, ring: tuple[float, float, float, float]) -> Way:
    left, top, right, bottom = ring
    end = _end(door, view, ring)
    middle = card.x + card.w / 2
    above = card.y < top
    start = min(max(middle, left), right), top if above else bottom
    edge = start[0], card.y + card.h if above else card.y
    return Way.along(thinned([edge, *along(start, end, ring)]))


def _end(door: Door, view: View, ring: tuple[float, float, float, float]) -> tuple[float, float]:
    left, top, right, bottom = ring
    x, y = view.px(door.at, door.at)
    return {Wall.NORTH: (x, top), Wall.SOUTH: (x, bottom), Wall.WEST: (left, y), Wall.EAST: (right, y)}[door.wall]


def _post(door: Door, view: View, ring: tuple[float, float, float, float], figure: int) -> tuple[float, float]:
    """Beside the door, so that whoever queues does not stand before him."""
    x, y = _end(door, view, ring)
    off = door.width / 2 * view.scale + figure * OUTSIDE * 0.4
    return (x + off, y) if door.wall in (Wall.NORTH, Wall.SOUTH) else (x, y + off * DEPTH + figure * OUTSIDE * 0.3)
