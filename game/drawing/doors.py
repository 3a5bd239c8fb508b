"""Doors: closed leaves belong to the still picture, open ones are laid over it while somebody passes."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin

import pygame
from pygame import Rect

from game.drawing import palette as p
from game.drawing.standing import DOUBLE, FRAME
from game.drawing.vector import Sheet, paint
from game.drawing.view import DOOR_HEIGHT, LOW, THICK, View
from game.protocol.room import Door, Room, Wall


@dataclass(frozen=True, slots=True)
class DoorPicture:
    """A door's place in the picture, and what is laid over it when half and fully open."""

    rect: Rect
    at: tuple[int, int]
    half: pygame.Surface
    full: pygame.Surface


def closed(sheet: Sheet, door: Door, room: Room, view: View) -> None:
    """Draw the closed door into the still picture; the walls must be there already."""
    if door.wall is Wall.NORTH:
        _frame(sheet, door, view)
        for a, b, knob in _leaves(door):
            _leaf(sheet, view, a, b, knob)
    else:
        _gap(sheet, door, room, view)
        a, b = _jambs(door)
        _plank(sheet, door, room, view, a, b)


def picture(door: Door, room: Room, view: View) -> DoorPicture:
    """The pictures of the open door."""
    rect = door_area(door, room, view)
    margin = round(door.width * view.scale * 0.7) + 6
    area = rect.inflate(2 * margin, 2 * margin)

    def made(openness: float) -> pygame.Surface:
        sheet = Sheet(area.size)
        local = View(view.scale, view.left - area.x, view.top - area.y)
        if door.wall is Wall.NORTH:
            _standing_open(sheet, door, local, openness)
        else:
            _gap(sheet, door, room, local)
            _swung(sheet, door, room, local, openness)
        return sheet.surface()

    return DoorPicture(rect, area.topleft, made(0.45), made(1.0))


def door_area(door: Door, room: Room, view: View) -> Rect:
    """The rectangle a door covers in the picture, frame included."""
    a, b = _jambs(door)
    match door.wall:
        case Wall.NORTH:
            left, top = view.px(a - FRAME, 0, DOOR_HEIGHT + FRAME)
            right, bottom = view.px(b + FRAME, 0)
        case Wall.SOUTH:
            left, top = view.px(a, room.depth, LOW)
            right, bottom = view.px(b, room.depth + THICK)
        case Wall.WEST:
            left, top = view.px(-THICK, a, LOW)
            right, bottom = view.px(0, b)
        case Wall.EAST:
            left, top = view.px(room.width, a, LOW)
            right, bottom = view.px(room.width + THICK, b)
    return Rect(round(left), round(top), max(1, round(right - left)), max(1, round(bottom - top)))


def _jambs(door: Door) -> tuple[float, float]:
    return door.at - door.width / 2, door.at + door.width / 2


def _leaves(door: Door) -> list[tuple[float, float, float]]:
    """From where to where each leaf reaches, and where its handle is."""
    a, b = _jambs(door)
    if door.width >= DOUBLE:
        return [(a, door.at, door.at - 90), (door.at, b, door.at + 90)]
    return [(a, b, b - 110)]


def _frame(sheet: Sheet, door: Door, view: View) -> None:
    a, b = _jambs(door)
    outer = view.standing(a - FRAME, b + FRAME, 0, 0, DOOR_HEIGHT + FRAME)
    sheet.polygon(outer, paint(p.WOOD_DARK, p.WOOD_LINE, max(0.7, 14 * view.scale)))
    lintel = view.standing(a - FRAME - 70, b + FRAME + 70, 0, DOOR_HEIGHT + FRAME, DOOR_HEIGHT + FRAME + 110)
    sheet.polygon(lintel, paint(p.WOOD, p.WOOD_LINE, max(0.7, 14 * view.scale)))


def _leaf(sheet: Sheet, view: View, a: float, b: float, knob: float) -> None:
    s = view.scale
    line = max(0.7, 16 * s)
    sheet.polygon(view.standing(a, b, 0, 0, DOOR_HEIGHT), paint(p.WOOD, p.WOOD_LINE, line))
    inset = min(150, (b - a) * 0.16)
    for z0, z1 in ((180, 950), (1_150, DOOR_HEIGHT - 180)):
        sheet.polygon(view.standing(a + inset, b - inset, 0, z0, z1), paint(p.WOOD_LIGHT, p.WOOD_DARK, line))
        inner = view.standing(a + inset * 1.5, b - inset * 1.5, 0, z0 + inset * 0.5, z1 - inset * 0.5)
        sheet.polygon(inner, paint(p.WOOD, p.WOOD_DARK, line * 0.6))
    x, y = view.px(knob, 0, 1_050)
    sheet.ellipse(x, y, max(1.5, 42 * s), max(1.5, 42 * s), paint("#d9b457", p.WOOD_LINE, 0.6))


def _standing_open(sheet: Sheet, door: Door, view: View, openness: float) -> None:
    """Leaves swung into the room, light from beyond falling through on the floor."""
    s = view.scale
    a, b = _jambs(door)
    _frame(sheet, door, view)
    sheet.polygon(view.standing(a, b, 0, 0, DOOR_HEIGHT), paint(p.BEYOND))
    glow = view.standing(a + 90, b - 90, 0, 0, DOOR_HEIGHT - 260)
    sheet.polygon(glow, paint("#6b5a38", opacity=0.55))
    sheet.polygon(view.standing(a, b, 0, 0, 90), paint("#a98b54", opacity=0.8))
    far = 500 + 700 * openness
    light = [view.px(a, 0), view.px(b, 0), view.px(b + far * 0.3, far), view.px(a - far * 0.3, far)]
    sheet.polygon(light, paint("#fbe9b6", opacity=0.34))
    turn = openness * 1.25
    for start, end, _ in _leaves(door):
        hinge, free = (start, end) if start == a else (end, start)
        x = hinge + (free - hinge) * cos(turn)
        y = abs(free - hinge) * sin(turn)
        leaf = [view.px(hinge, 0), view.px(x, y), view.px(x, y, DOOR_HEIGHT), view.px(hinge, 0, DOOR_HEIGHT)]
        sheet.polygon(leaf, paint(p.WOOD_LIGHT, p.WOOD_LINE, max(0.7, 16 * s)))
        for z0, z1 in ((200, 950), (1_150, DOOR_HEIGHT - 200)):
            near, rest = (hinge + (x - hinge) * 0.18, y * 0.18), (hinge + (x - hinge) * 0.82, y * 0.82)
            panel = [view.px(*near, z0), view.px(*rest, z0), view.px(*rest, z1), view.px(*near, z1)]
            sheet.polygon(panel, paint(p.WOOD, p.WOOD_DARK, max(0.6, 12 * s)))


# Doors in the walls that are cut off low.


def _strip(door: Door, room: Room, view: View, a: float, b: float, z: float) -> list[tuple[float, float]]:
    match door.wall:
        case Wall.SOUTH:
            return view.box(a, room.depth, b, room.depth + THICK, z)
        case Wall.WEST:
            return view.box(-THICK, a, 0, b, z)
        case _:
            return view.box(room.width, a, room.width + THICK, b, z)


def _gap(sheet: Sheet, door: Door, room: Room, view: View) -> None:
    """The opening in the wall with its sill and the light through it."""
    a, b = _jambs(door)
    line = max(0.7, 18 * view.scale)
    sheet.polygon(_strip(door, room, view, a, b, LOW), paint(p.FLOOR))
    sheet.polygon(_strip(door, room, view, a, b, 0), paint("#f0dcae", p.BRASS, line))


def _plank(sheet: Sheet, door: Door, room: Room, view: View, a: float, b: float) -> None:
    """The closed leaf, standing as high as the cut wall, in the middle of the opening."""
    s = view.scale
    line = paint(p.WOOD, p.WOOD_LINE, max(0.8, 20 * s))
    third = THICK / 3
    if door.wall is Wall.SOUTH:
        y = room.depth + THICK - third
        sheet.polygon(view.standing(a, b, y, 0, LOW + 120), line)
        sheet.polygon(
            view.box(a, y - third, b, y, LOW + 120), paint(p.WOOD_LIGHT, p.WOOD_LINE, max(0.6, 12 * s))
        )
        return
    x = -THICK + third if door.wall is Wall.WEST else room.width + third
    sheet.polygon(view.standing(x, x + third, b, 0, LOW + 120), line)
    sheet.polygon(view.box(x, a, x + third, b, LOW + 120), paint(p.WOOD_LIGHT, p.WOOD_LINE, max(0.8, 16 * s)))


def _swung(sheet: Sheet, door: Door, room: Room, view: View, openness: float) -> None:
    """Leaves turned into the room, with the arc they swing through, as drawn on a plan."""
    a, _ = _jambs(door)
    turn = openness * pi / 2
    for start, end, _ in _leaves(door):
        hinge, free = (start, end) if start == a else (end, start)
        steps = [turn * k / 8 for k in range(9)]
        arc = [view.px(*_inside(door, room, hinge, free, t)) for t in steps]
        sheet.line(arc, paint("none", p.INK, max(0.8, 12 * view.scale), 0.45, dash="4 3"))
        tip, root = _inside(door, room, hinge, free, turn), _inside(door, room, hinge, hinge, 0)
        top = LOW + 120
        leaf = [view.px(*root), view.px(*tip), view.px(*tip, top), view.px(*root, top)]
        sheet.polygon(leaf, paint(p.WOOD, p.WOOD_LINE, max(0.8, 20 * view.scale)))
        ridge = paint("none", p.WOOD_LIGHT, max(1.6, 70 * view.scale))
        sheet.line([view.px(*root, top), view.px(*tip, top)], ridge)


def _inside(door: Door, room: Room, hinge: float, free: float, turn: float) -> tuple[float, float]:
    """Where the free edge of a leaf is after a turn into the room."""
    along = hinge + (free - hinge) * cos(turn)
    off = abs(free - hinge) * sin(turn)
    match door.wall:
        case Wall.SOUTH:
            return along, room.depth - off
        case Wall.WEST:
            return off, along
        case _:
            return room.width - off, along
