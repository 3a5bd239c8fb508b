"""The still picture: ground, corridors, walls, floor, carpet, flags, closed doors. Made once."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from game.drawing import doors, fonts
from game.drawing import palette as p
from game.drawing.flags import put_flag
from game.drawing.layout import CORRIDOR, Layout
from game.drawing.standing import flag_places
from game.drawing.vector import Sheet, paint
from game.drawing.view import DEPTH, HEIGHT, LOW, THICK, WALL_HEIGHT, View
from game.protocol.room import Door, Furniture, Point, Room, Shape, Wall
from game.protocol.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Ground:
    """Colours of what lies outside the room: by day on paper, by night on the live screen."""

    ground: str
    corridor: str
    line: str
    panel: str
    panel_line: str
    words: str
    quiet: str


DAY = Ground(p.SHEET, "#e2d8bf", "#a8997a", p.CARD, p.RULE, p.INK, p.MUTED)
NIGHT = Ground(p.NIGHT, "#2e3e36", "#6f857a", p.NIGHT_RAISED, p.NIGHT_EDGE, p.ON_NIGHT, p.ON_NIGHT_MUTED)


def still(scenario: Scenario, layout: Layout, ground: Ground, text: float) -> pygame.Surface:
    """Everything that never moves and hides nobody."""
    sheet, view, room = Sheet(layout.size), layout.view, scenario.room
    sheet.rect(0, 0, *layout.size, paint(ground.ground))
    _corridors(sheet, layout, room, ground)
    _floor(sheet, room, view)
    for piece in room.furniture:
        if piece.table:
            _carpet(sheet, piece, room, view)
    if not any(piece.table for piece in room.furniture):
        middle = Furniture("", Point(room.width // 2, room.depth // 2), room.width // 2, room.depth // 3)
        _carpet(sheet, middle, room, view)
    _north_wall(sheet, room, view)
    _low_walls(sheet, room, view)
    for door in room.doors:
        if door.wall is not Wall.SOUTH:
            doors.closed(sheet, door, room, view)
    _flags(sheet, scenario, view)
    _standing_marks(sheet, room, view)
    for panel in layout.panels.values():
        sheet.rect(panel.x, panel.y, panel.width, panel.height, paint(ground.panel, ground.panel_line, 1), 6)
    picture = pygame.Surface(layout.size, depth=32)
    picture.blit(sheet.surface(), (0, 0))
    _door_names(picture, room, view, text)
    return picture


def south_wall(room: Room, view: View) -> tuple[pygame.Surface, tuple[int, int]]:
    """The low wall nearest to us, which hides feet behind it, and where it goes."""
    left, top = view.px(-THICK, room.depth, LOW + 160)
    right, bottom = view.px(room.width + THICK, room.depth + THICK)
    at = round(left) - 2, round(top) - 2
    sheet = Sheet((round(right) - at[0] + 3, round(bottom) - at[1] + 3))
    local = View(view.scale, view.left - at[0], view.top - at[1])
    line = max(0.8, 16 * view.scale)
    gaps = sorted((d.at - d.width / 2, d.at + d.width / 2) for d in room.doors if d.wall is Wall.SOUTH)
    edges = [-THICK, *(edge for gap in gaps for edge in gap), room.width + THICK]
    for a, b in zip(edges[::2], edges[1::2], strict=True):
        face = local.standing(a, b, room.depth + THICK, 0, LOW)
        sheet.polygon(face, paint(p.WALL_FACE, p.WOOD_LINE, line * 0.6))
        sheet.polygon(
            local.box(a, room.depth, b, room.depth + THICK, LOW), paint(p.WALL_TOP, p.WOOD_LINE, line)
        )
    for door in room.doors:
        if door.wall is Wall.SOUTH:
            doors.closed(sheet, door, room, local)
    return sheet.surface(), at


def _corridors(sheet: Sheet, layout: Layout, room: Room, ground: Ground) -> None:
    view, breadth = layout.view, CORRIDOR * layout.view.scale
    left, top = view.px(-THICK, -THICK, WALL_HEIGHT)
    right, bottom = view.px(room.width + THICK, room.depth + THICK)
    style = paint(ground.corridor)
    if Wall.NORTH in layout.served:
        sheet.rect(left - breadth, top - breadth, right - left + 2 * breadth, breadth, style)
    if Wall.SOUTH in layout.served:
        sheet.rect(left - breadth, bottom, right - left + 2 * breadth, breadth, style)
    tall = top - breadth * (Wall.NORTH in layout.served), bottom + breadth * (Wall.SOUTH in layout.served)
    if Wall.WEST in layout.served:
        sheet.rect(left - breadth, tall[0], breadth, tall[1] - tall[0], style)
    if Wall.EAST in layout.served:
        sheet.rect(right, tall[0], breadth, tall[1] - tall[0], style)
    for way in layout.ways.values():
        sheet.line(way.points, paint("none", ground.line, 1.6, 0.8, dash="2 6"))
        sheet.ellipse(*way.points[-1], 3.5, 3.5, paint(ground.line))


def _floor(sheet: Sheet, room: Room, view: View) -> None:
    s = view.scale
    sheet.polygon(view.box(0, 0, room.width, room.depth), paint(p.FLOOR))
    step = 400
    for number, x in enumerate(range(step, room.width, step)):
        a, b = view.px(x, 0), view.px(x, room.depth)
        sheet.line([a, b], paint("none", p.FLOOR_LINE, max(0.5, 12 * s), 0.75))
        for y in range(900 + 1_100 * (number % 2), room.depth, 2_200):
            c, d = view.px(x, y), view.px(x + step, y)
            if x + step <= room.width:
                sheet.line([c, d], paint("none", p.FLOOR_LINE, max(0.5, 12 * s), 0.6))
    for depth, opacity in ((220, 0.10), (520, 0.07), (900, 0.05)):
        sheet.polygon(view.box(0, 0, room.width, min(depth, room.depth)), paint("#3a2a14", opacity=opacity))


def _carpet(sheet: Sheet, table: Furniture, room: Room, view: View) -> None:
    grow_x, grow_y, inset = 1_950, 1_750, 350
    x0, x1 = (
        max(inset, table.at.x - table.width / 2 - grow_x),
        min(room.width - inset, table.at.x + table.width / 2 + grow_x),
    )
    y0, y1 = (
        max(inset + 250, table.at.y - table.depth / 2 - grow_y),
        min(room.depth - inset, table.at.y + table.depth / 2 + grow_y),
    )
    rings = ((0, p.CARPET_EDGE, "", 0.0), (180, p.CARPET_EDGE, p.CARPET_LINE, 26.0), (330, p.CARPET, "", 0.0))
    if table.shape is Shape.ROUND:
        x, y = view.px((x0 + x1) / 2, (y0 + y1) / 2)
        rx, ry = (x1 - x0) / 2 * view.scale, (y1 - y0) / 2 * view.scale * DEPTH
        for inner, fill, line, width in rings:
            off = inner * view.scale
            sheet.ellipse(x, y, rx - off, ry - off * DEPTH, paint(fill, line, max(0.8, width * view.scale)))
        return
    sheet.polygon(view.box(x0 + 40, y0 + 60, x1 + 60, y1 + 70), paint("#000000", opacity=0.12))
    for inner, fill, line, width in rings:
        box = view.box(x0 + inner, y0 + inner, x1 - inner, y1 - inner)
        sheet.polygon(box, paint(fill, line, max(0.8, width * view.scale)))


def _north_wall(sheet: Sheet, room: Room, view: View) -> None:
    s, top = view.scale, WALL_HEIGHT
    line = max(0.7, 14 * s)
    sheet.polygon(view.box(-THICK, -THICK, room.width + THICK, 0, top), paint(p.WALL_TOP, p.WOOD_LINE, line))
    sheet.polygon(view.standing(0, room.width, 0, 0, top), paint(p.WALL))
    sheet.polygon(view.standing(0, room.width, 0, 0, 850), paint(p.DADO))
    sheet.polygon(view.standing(0, room.width, 0, 850, 930), paint("#c8ba98"))
    sheet.polygon(view.standing(0, room.width, 0, 0, 150), paint("#bcae8b"))
    sheet.polygon(view.standing(0, room.width, 0, top - 170, top), paint("#dccfb0"))
    sheet.polygon(view.standing(0, room.width, 0, top - 250, top - 225), paint("#d3c6a6"))
    count = max(1, round(room.width / 1_700))
    step = room.width / count
    for k in range(count):
        a, b = k * step + 170, (k + 1) * step - 170
        for z0, z1 in ((240, 760), (1_080, top - 400)):
            sheet.polygon(view.standing(a, b, 0, z0, z1), paint("none", "#cfc2a2", line))
            sheet.line(view.standing(a, b, 0, z0, z1)[2:], paint("none", "#fbf5e6", line * 0.7))
    sheet.polygon(view.standing(0, room.width, 0, 0, top), paint("none", p.WOOD_LINE, line))


def _low_walls(sheet: Sheet, room: Room, view: View) -> None:
    """The west and east wall, cut off low, with their end standing on the north wall's foot."""
    line = max(0.8, 16 * view.scale)
    for x in (-THICK, room.width):
        north = view.standing(x, x + THICK, 0, 0, WALL_HEIGHT)
        sheet.polygon(north, paint("#cdbf9e", p.WOOD_LINE, line * 0.8))
        sheet.polygon(
            view.box(x, 0, x + THICK, room.depth + THICK, LOW), paint(p.WALL_TOP, p.WOOD_LINE, line)
        )


def _flags(sheet: Sheet, scenario: Scenario, view: View) -> None:
    """A flag for each delegation along the north wall, from the middle outwards, clear of the doors."""
    for delegation, x in zip(scenario.delegations, flag_places(scenario), strict=False):
        foot_x, foot_y = view.px(x, 260)
        _, top = view.px(x, 260, 2_350)
        s = view.scale
        sheet.ellipse(foot_x, foot_y, 150 * s, 70 * s, paint("#000000", opacity=0.22))
        sheet.ellipse(foot_x, foot_y - 25 * s, 120 * s, 55 * s, paint("#8d6f2d", "#6d5420", max(0.5, 10 * s)))
        sheet.line([(foot_x, foot_y - 20 * s), (foot_x, top)], paint("none", p.BRASS, max(1.4, 40 * s)))
        sheet.ellipse(foot_x, top - 30 * s, 55 * s, 55 * s, paint("#d9b457", "#8d6f2d", max(0.4, 8 * s)))
        put_flag(sheet, delegation.flag, foot_x + 20 * s, top + 60 * s, 560 * s, 390 * s, 38 * s)


def _standing_marks(sheet: Sheet, room: Room, view: View) -> None:
    for seat in room.seats:
        if not seat.chair:
            x, y = view.px(seat.at.x, seat.at.y)
            r = 170 * view.scale
            sheet.ellipse(x, y, r, r * DEPTH, paint(p.CARD, p.BRASS, max(0.8, 30 * view.scale), 0.9))


def door_plates(room: Room, view: View, text: float) -> list[pygame.Rect]:
    """Where the doors' names stand, in the order of the doors."""
    return [_door_plate(door, room, view, text) for door in room.doors]


def _door_plate(door: Door, room: Room, view: View, text: float) -> pygame.Rect:
    words = fonts.text(door.name, fonts.SANS_MEDIUM, round(10.5 * text), p.INK)
    plate = words.get_rect().inflate(10, 4)
    area, clear = doors.door_area(door, room, view), round(280 * view.scale) + 3
    match door.wall:
        case Wall.NORTH:
            plate.midbottom = round(view.px(door.at, 0)[0]), area.top - round(130 * HEIGHT * view.scale) - 1
        case Wall.SOUTH:
            plate.midbottom = area.centerx, area.top - clear
        case Wall.WEST:
            plate.bottomleft = area.right + 5, area.top - clear
        case Wall.EAST:
            plate.bottomright = area.left - 5, area.top - clear
    return plate


def _door_names(picture: pygame.Surface, room: Room, view: View, text: float) -> None:
    for door, plate in zip(room.doors, door_plates(room, view, text), strict=True):
        words = fonts.text(door.name, fonts.SANS_MEDIUM, round(10.5 * text), p.INK)
        pygame.draw.rect(picture, p.CARD, plate, border_radius=3)
        pygame.draw.rect(picture, p.RULE, plate, 1, border_radius=3)
        picture.blit(words, words.get_rect(center=plate.center))
