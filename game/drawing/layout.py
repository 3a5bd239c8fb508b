"""Where room, holding rooms and the ways between them lie in a picture of a given size."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import Final

from pygame import Rect

from game.drawing import fonts
from game.drawing.view import DEPTH, HEIGHT, THICK, WALL_HEIGHT, View
from game.drawing.ways import Way, along, thinned
from game.protocol.room import Door, HoldingRoom, Wall
from game.protocol.scenario import Scenario

CORRIDOR: Final = 1_050
"""Breadth of the corridor round the room, in mm of the picture."""

HEADER: Final = 24
CHIP: Final = 24
CHIP_WIDE: Final = 112
COLUMN: Final = 132
COLUMN_WIDE: Final = 164
COLUMN_NARROW: Final = 106
NARROW: Final = 760
"""A picture not as wide as this gives its columns less, so that the room stays legible."""

HEADER_TEXT: Final = 11.5
HEADER_PAD: Final = 23
"""Beside the name of a holding room and the number of those who wait there: the margins and a gap."""

GAP: Final = 8


@dataclass(frozen=True, slots=True)
class Layout:
    """The view of the room, the panel of each holding room, and the way from each panel to each of its doors.

    `corridor` is the line where people's feet are in the corridor: left, top, right, bottom.
    """

    size: tuple[int, int]
    view: View
    panels: dict[str, Rect]
    ways: dict[tuple[str, str], Way]
    corridor: tuple[float, float, float, float]
    served: frozenset[Wall]


@dataclass(frozen=True, slots=True)
class _Frame:
    """How a picture is divided: the side each panel lies on, what is left free there, and the scale."""

    sides: dict[str, Wall]
    free: dict[Wall, float]
    ring: dict[Wall, float]
    scale: float


def fit(scenario: Scenario, size: tuple[int, int], text: float) -> Layout:
    """The layout with the larger room: holding rooms in columns beside it, or in bands above and below."""
    frame = max((_columns(scenario, size, text), _bands(scenario, size, text)), key=lambda f: f.scale)
    view = _place(scenario, size, frame)
    corridor = _corridor(scenario, view, frame.ring)
    panels = _panels(scenario, size, text, frame, view)
    ways = {
        (holding.id, door): _way(scenario.room.door(door), panels[holding.id], view, corridor)
        for holding in scenario.room.holding
        for door, _ in holding.walks
    }
    served = frozenset(wall for wall, breadth in frame.ring.items() if breadth == CORRIDOR)
    return Layout(size, view, panels, ways, corridor, served)


def _frame(
    scenario: Scenario, size: tuple[int, int], sides: dict[str, Wall], free: dict[Wall, float]
) -> _Frame:
    used = {door.wall for door in scenario.room.doors} | set(sides.values())
    ring = {wall: float(CORRIDOR if wall in used else 200) for wall in Wall}
    width, height = _spans(scenario, ring)
    across = (size[0] - free[Wall.WEST] - free[Wall.EAST]) / width
    down = (size[1] - free[Wall.NORTH] - free[Wall.SOUTH]) / height
    return _Frame(sides, free, ring, max(0.004, min(across, down)))


def _columns(scenario: Scenario, size: tuple[int, int], text: float) -> _Frame:
    sides: dict[str, Wall] = {}
    load = {Wall.WEST: 0, Wall.EAST: 0}
    for holding in sorted(scenario.room.holding, key=lambda h: abs(_from_middle(scenario, h)), reverse=True):
        wall = scenario.room.door(holding.first_door).wall
        if wall not in load:
            off = _from_middle(scenario, holding)
            calm = min(load, key=lambda side: load[side])
            wall = calm if abs(off) < scenario.room.width // 10 else Wall.WEST if off < 0 else Wall.EAST
        sides[holding.id] = wall
        load[wall] += 1
    column = _column_width(scenario, size, text)
    free = {wall: (column * text + 2 * GAP if load.get(wall) else GAP) for wall in Wall}
    return _frame(scenario, size, sides, free)


def _column_width(scenario: Scenario, size: tuple[int, int], text: float) -> float:
    """As wide as the longest name of a holding room asks for, within bounds."""
    face = fonts.font(fonts.SANS, round(HEADER_TEXT * text))
    named = max((face.size(f"{holding.name}00")[0] for holding in scenario.room.holding), default=0)
    least, most = (COLUMN_NARROW, COLUMN) if size[0] < NARROW * text else (COLUMN, COLUMN_WIDE)
    return max(least, min(most, (named + HEADER_PAD + 2) / text))


def _from_middle(scenario: Scenario, holding: HoldingRoom) -> int:
    door = scenario.room.door(holding.first_door)
    if door.wall in (Wall.NORTH, Wall.SOUTH):
        return door.at - scenario.room.width // 2
    return scenario.room.width if door.wall is Wall.EAST else -scenario.room.width


def _bands(scenario: Scenario, size: tuple[int, int], text: float) -> _Frame:
    sides = {}
    for holding in scenario.room.holding:
        north = scenario.room.door(holding.first_door).wall is Wall.NORTH
        sides[holding.id] = Wall.NORTH if north else Wall.SOUTH
    free = dict.fromkeys(Wall, float(GAP))
    for wall in (Wall.NORTH, Wall.SOUTH):
        here = [h for h in scenario.room.holding if sides[h.id] is wall]
        if here:
            width = size[0] / len(here) - 2 * GAP
            free[wall] = max(_height(scenario, h, width, text) for h in here) + 2 * GAP
    return _frame(scenario, size, sides, free)


def _crowd(scenario: Scenario, holding: HoldingRoom) -> int:
    """How many may be in a holding room at once: whose it is, and an officer of the house come to take people in."""
    own = [person for person in scenario.people if person.holds == holding.id]
    visited = own and any(officer.holds != holding.id for officer in scenario.officers)
    return len(own) + bool(visited)


def _height(
    scenario: Scenario, holding: HoldingRoom, width: float, text: float, chip: int = CHIP_WIDE
) -> float:
    abreast = max(1, int((width - GAP) // (chip * text)))
    return (HEADER + CHIP * ceil(max(1, _crowd(scenario, holding)) / abreast)) * text + GAP


def _heights(
    scenario: Scenario, here: list[HoldingRoom], width: float, text: float, room: float
) -> tuple[list[tuple[HoldingRoom, float]], float]:
    """How high each panel of a column is, and the gap between: with names, else heads, else one row of heads each."""
    for chip in (CHIP_WIDE, CHIP):
        rows = [(h, _height(scenario, h, width, text, chip)) for h in here]
        if sum(high + GAP for _, high in rows) + GAP <= room:
            return rows, GAP
    one_row = (HEADER + CHIP) * text + 2
    return [(h, one_row) for h in here], max(0.0, min(GAP, (room - one_row * len(here)) / (len(here) + 1)))


def _spans(scenario: Scenario, ring: dict[Wall, float]) -> tuple[float, float]:
    """Width and height of room, walls and corridor, in mm of the picture."""
    room = scenario.room
    width = room.width + 2 * THICK + ring[Wall.WEST] + ring[Wall.EAST]
    walls = WALL_HEIGHT * HEIGHT + 2 * THICK * DEPTH
    return width, room.depth * DEPTH + walls + ring[Wall.NORTH] + ring[Wall.SOUTH]


def _place(scenario: Scenario, size: tuple[int, int], frame: _Frame) -> View:
    width, height = _spans(scenario, frame.ring)
    spare_x = size[0] - frame.free[Wall.WEST] - frame.free[Wall.EAST] - width * frame.scale
    spare_y = size[1] - frame.free[Wall.NORTH] - frame.free[Wall.SOUTH] - height * frame.scale
    wall = WALL_HEIGHT * HEIGHT + THICK * DEPTH
    left = frame.free[Wall.WEST] + spare_x / 2 + (frame.ring[Wall.WEST] + THICK) * frame.scale
    top = frame.free[Wall.NORTH] + spare_y / 2 + (frame.ring[Wall.NORTH] + wall) * frame.scale
    return View(frame.scale, left, top)


def _corridor(scenario: Scenario, view: View, ring: dict[Wall, float]) -> tuple[float, float, float, float]:
    room, s = scenario.room, view.scale
    return (
        view.left - (THICK + ring[Wall.WEST] * 0.5) * s,
        view.top - (WALL_HEIGHT * HEIGHT + THICK * DEPTH + ring[Wall.NORTH] * 0.12) * s,
        view.left + (room.width + THICK + ring[Wall.EAST] * 0.5) * s,
        view.top + ((room.depth + THICK) * DEPTH + ring[Wall.SOUTH] * 0.88) * s,
    )


def _panels(
    scenario: Scenario, size: tuple[int, int], text: float, frame: _Frame, view: View
) -> dict[str, Rect]:
    panels: dict[str, Rect] = {}
    width, _ = _spans(scenario, frame.ring)
    beside = view.left - (THICK + frame.ring[Wall.WEST]) * frame.scale
    for wall in Wall:
        here = [h for h in scenario.room.holding if frame.sides[h.id] is wall]
        if wall in (Wall.NORTH, Wall.SOUTH):
            panels |= _band(scenario, here, wall, size, text)
        else:
            breadth = beside if wall is Wall.WEST else size[0] - beside - width * frame.scale
            breadth = min(breadth - 2 * GAP, 250 * text)
            edge = beside if wall is Wall.WEST else beside + width * frame.scale
            left = edge - GAP - breadth if wall is Wall.WEST else edge + GAP
            panels |= _column(scenario, here, (left, breadth), size, text, view)
    return panels


def _band(
    scenario: Scenario, here: list[HoldingRoom], wall: Wall, size: tuple[int, int], text: float
) -> dict[str, Rect]:
    panels: dict[str, Rect] = {}
    if not here:
        return panels
    share = size[0] / len(here)
    for number, holding in enumerate(sorted(here, key=lambda h: _from_middle(scenario, h))):
        widest = GAP + CHIP_WIDE * text * max(2, min(_crowd(scenario, holding), 12))
        width = min(share - 2 * GAP, widest)
        height = _height(scenario, holding, width, text)
        top = GAP if wall is Wall.NORTH else size[1] - GAP - height
        panels[holding.id] = Rect(
            round(share * (number + 0.5) - width / 2), round(top), round(width), round(height)
        )
    return panels


def _column(
    scenario: Scenario,
    here: list[HoldingRoom],
    span: tuple[float, float],
    size: tuple[int, int],
    text: float,
    view: View,
) -> dict[str, Rect]:
    rows, gap = _heights(scenario, here, span[1], text, size[1])
    wanted = sorted(((_beside_door(scenario, h, view) - high / 2, h.id, high) for h, high in rows))
    tops: list[float] = []
    edge = float(gap)
    for top, _, high in wanted:
        tops.append(max(top, edge))
        edge = tops[-1] + high + gap
    floor = float(size[1])
    for number in range(len(tops) - 1, -1, -1):
        tops[number] = max(gap, min(tops[number], floor - wanted[number][2] - gap))
        floor = tops[number]
    return {
        name: Rect(round(span[0]), round(top), round(span[1]), round(high))
        for top, (_, name, high) in zip(tops, wanted, strict=True)
    }


def _beside_door(scenario: Scenario, holding: HoldingRoom, view: View) -> float:
    door = scenario.room.door(holding.first_door)
    if door.wall is Wall.NORTH:
        return view.px(0, 0, WALL_HEIGHT)[1]
    return view.px(0, scenario.room.depth if door.wall is Wall.SOUTH else door.at)[1]


# The ways.


def _way(door: Door, panel: Rect, view: View, corridor: tuple[float, float, float, float]) -> Way:
    left, top, right, bottom = corridor
    x, y = view.px(door.at, door.at)
    end = {
        Wall.NORTH: (x, top),
        Wall.SOUTH: (x, bottom),
        Wall.WEST: (left, y),
        Wall.EAST: (right, y),
    }[door.wall]
    start = min(max(panel.centerx, left), right), min(max(panel.centery, top), bottom)
    if left < start[0] < right and top < start[1] < bottom:
        start = (left if start[0] - left < right - start[0] else right), start[1]
    edge = min(max(start[0], panel.left), panel.right), min(max(start[1], panel.top), panel.bottom)
    points = thinned([edge, *along(start, end, corridor)])
    return Way.along(points)
