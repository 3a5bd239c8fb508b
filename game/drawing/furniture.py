"""What stands in the room: tables, chairs, place cards, each as a picture with its depth among the people."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin

import pygame

from game.drawing import palette as p
from game.drawing.figures import FOOT, UNITS_HIGH, UNITS_WIDE, eighth
from game.drawing.standing import TABLE_HIGH, UNIT_MM, quarter
from game.drawing.vector import Sheet, paint, trimmed
from game.drawing.view import DEPTH, HEIGHT, View
from game.protocol.room import Furniture, Point, Seat, Shape
from game.protocol.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Prop:
    """A picture, the pixel of its top left corner, and how far south (mm) it stands for who hides whom."""

    depth: int
    picture: pygame.Surface
    at: tuple[int, int]


def props(scenario: Scenario, view: View) -> list[Prop]:
    """All furniture and chairs of the room."""
    made = [_piece(piece, scenario, view) for piece in scenario.room.furniture]
    for seat in scenario.room.seats:
        if seat.chair:
            made.extend(_chair(seat, view))
    return made


def _chair(seat: Seat, view: View) -> list[Prop]:
    unit = UNIT_MM * view.scale
    x, y = view.px(seat.at.x, seat.at.y)
    at = round(x - FOOT[0] * unit), round(y - FOOT[1] * unit)

    def made(name: str, depth: int, flip: bool = False) -> Prop:
        sheet = Sheet((round(UNITS_WIDE * unit), round(UNITS_HIGH * unit)))
        sheet.ellipse(FOOT[0] * unit, FOOT[1] * unit, 38 * unit, 13 * unit, paint("#000000", opacity=0.16))
        sheet.art(name, 0, 0, unit)
        picture = sheet.surface()
        cut, (left, top) = trimmed(pygame.transform.flip(picture, True, False) if flip else picture)
        return Prop(depth, cut, (at[0] + left, at[1] + top))

    match quarter(seat):
        case 2:
            return [made("room/chair-south", seat.at.y - 60)]
        case 6:
            return [
                made("room/chair-north-seat", seat.at.y - 60),
                made("room/chair-north-back", seat.at.y + 230),
            ]
        case turn:
            return [made("room/chair-east", seat.at.y - 60, turn == 4)]


def _piece(piece: Furniture, scenario: Scenario, view: View) -> Prop:
    s = view.scale
    half_w, half_d = piece.width / 2, piece.depth / 2
    left, top = view.px(piece.at.x - half_w - 400, piece.at.y - half_d, TABLE_HIGH + 420)
    right, bottom = view.px(piece.at.x + half_w + 400, piece.at.y + half_d + 400)
    sheet = Sheet((round(right - left), round(bottom - top)))
    local = View(s, view.left - round(left), view.top - round(top))
    if piece.shape is Shape.ROUND:
        _round_table(sheet, piece, local)
    else:
        _long_table(sheet, piece, local)
    if piece.table:
        for seat in scenario.room.seats:
            _place_card(sheet, seat, piece, local)
        _flowers(sheet, piece, local)
    return Prop(piece.at.y, sheet.surface(), (round(left), round(top)))


def _long_table(sheet: Sheet, piece: Furniture, view: View) -> None:
    s = view.scale
    x0, x1 = piece.at.x - piece.width / 2, piece.at.x + piece.width / 2
    y0, y1 = piece.at.y - piece.depth / 2, piece.at.y + piece.depth / 2
    sheet.polygon(view.box(x0 + 160, y0 + 200, x1 + 260, y1 + 230), paint("#000000", opacity=0.2))
    sheet.polygon(view.standing(x0 + 40, x1 - 40, y1 - 30, 0, TABLE_HIGH), paint(p.WOOD_DARK))
    count = max(1, round(piece.width / 1_500))
    for k in range(count):
        a = x0 + 120 + (piece.width - 240) * k / count
        b = x0 + 120 + (piece.width - 240) * (k + 1) / count
        panel = view.standing(a + 60, b - 60, y1 - 30, 130, TABLE_HIGH - 170)
        sheet.polygon(panel, paint(p.mix(p.WOOD_DARK, "#000000", 0.16), p.WOOD_LINE, max(0.6, 14 * s)))
    sheet.polygon(view.standing(x0, x1, y1, TABLE_HIGH - 70, TABLE_HIGH), paint(p.WOOD_DARK))
    sheet.polygon(view.box(x0, y0, x1, y1, TABLE_HIGH), paint(p.WOOD, p.WOOD_DARK, max(0.8, 16 * s)))
    sheet.line(view.box(x0, y0, x1, y1, TABLE_HIGH)[:2], paint("none", p.WOOD_LIGHT, max(0.8, 22 * s)))
    if piece.table:
        top = view.box(x0 + 150, y0 + 150, x1 - 150, y1 - 150, TABLE_HIGH)
        sheet.polygon(top, paint(p.BAIZE, p.BRASS, max(0.7, 16 * s)))
        light = view.box(x0 + 190, y0 + 180, x1 - 190, y0 + 180 + (y1 - y0) * 0.28, TABLE_HIGH)
        sheet.polygon(light, paint(p.WHITE, opacity=0.05))


def _round_table(sheet: Sheet, piece: Furniture, view: View) -> None:
    s = view.scale
    rx, ry = piece.width / 2 * s, piece.depth / 2 * s * DEPTH
    x, y = view.px(piece.at.x, piece.at.y)
    _, lid = view.px(piece.at.x, piece.at.y, TABLE_HIGH)
    edge = 75 * HEIGHT * s
    sheet.ellipse(x + 130 * s, y + 130 * s, rx * 1.02, ry * 1.02, paint("#000000", opacity=0.2))
    sheet.path(
        f"M{x - rx * 0.93} {lid}L{x - rx * 0.86} {y}A{rx * 0.86} {ry * 0.86} 0 0 0 {x + rx * 0.86} {y}"
        f"L{x + rx * 0.93} {lid}Z",
        paint(p.WOOD_DARK),
    )
    for k in range(1, 12):
        turn = pi * k / 12
        a = x - rx * 0.93 * cos(turn), lid + edge + ry * 0.93 * sin(turn)
        b = x - rx * 0.86 * cos(turn), y + ry * 0.86 * sin(turn)
        sheet.line([a, b], paint("none", p.WOOD_LINE, max(0.6, 14 * s)))
    sheet.ellipse(x, lid + edge, rx, ry, paint(p.WOOD_DARK))
    sheet.ellipse(x, lid, rx, ry, paint(p.WOOD, p.WOOD_DARK, max(0.8, 16 * s)))
    if piece.table:
        inner = 150 * s
        sheet.ellipse(x, lid, rx - inner, ry - inner * DEPTH, paint(p.BAIZE, p.BRASS, max(0.7, 16 * s)))
        sheet.ellipse(x, lid - ry * 0.3, rx * 0.7, ry * 0.45, paint(p.WHITE, opacity=0.045))


def _place_card(sheet: Sheet, seat: Seat, piece: Furniture, view: View) -> None:
    """A place card, a sheet of paper and a glass before each chair at this table."""
    reach_x, reach_y = piece.width / 2 + 1_000, piece.depth / 2 + 1_000
    if not seat.chair or abs(seat.at.x - piece.at.x) > reach_x or abs(seat.at.y - piece.at.y) > reach_y:
        return
    s = view.scale
    spot = _on_table(seat, piece, 330)
    x, y = view.px(spot[0], spot[1], TABLE_HIGH)
    paper_x, paper_y = view.px(*_on_table(seat, piece, 260), TABLE_HIGH)
    wide, deep = (300, 210) if quarter(seat) in (2, 6) else (210, 300)
    sheet.rect(
        paper_x - wide / 2 * s,
        paper_y - deep / 2 * s * DEPTH,
        wide * s,
        deep * s * DEPTH,
        paint("#f7f3e6", "#cfc4a6", max(0.4, 8 * s)),
    )
    card_x, card_y = view.px(*_on_table(seat, piece, 560), TABLE_HIGH)
    sheet.polygon(
        [
            (card_x - 130 * s, card_y),
            (card_x + 130 * s, card_y),
            (card_x + 110 * s, card_y - 95 * s),
            (card_x - 110 * s, card_y - 95 * s),
        ],
        paint(p.CARD, "#a99c78", max(0.5, 10 * s)),
    )
    sheet.line(
        [(card_x - 75 * s, card_y - 46 * s), (card_x + 75 * s, card_y - 46 * s)],
        paint("none", "#8c8266", max(0.5, 22 * s)),
    )
    glass = x + 260 * s
    sheet.ellipse(glass, y, 42 * s, 30 * s, paint("#dfe9e4", "#9fb3aa", max(0.4, 9 * s), 0.9))


def _on_table(seat: Seat, piece: Furniture, inwards: float) -> tuple[float, float]:
    """The point `inwards` mm from the table's edge, straight before the seat."""
    dx, dy = piece.at.x - seat.at.x, piece.at.y - seat.at.y
    if piece.shape is Shape.ROUND:
        away = max(1.0, (dx * dx + dy * dy) ** 0.5)
        keep = max(0.0, piece.width / 2 - inwards)
        return piece.at.x - dx / away * keep, piece.at.y - dy / away * keep
    if eighth(seat.at, Point(seat.at.x, piece.at.y)) in (2, 6) and abs(dx) < piece.width / 2:
        side = -1 if dy > 0 else 1
        return seat.at.x, piece.at.y + side * max(0.0, piece.depth / 2 - min(inwards, piece.depth * 0.42))
    side = -1 if dx > 0 else 1
    return piece.at.x + side * max(0.0, piece.width / 2 - inwards), seat.at.y


def _flowers(sheet: Sheet, piece: Furniture, view: View) -> None:
    """A low arrangement in the middle of the table."""
    s = view.scale
    x, y = view.px(piece.at.x, piece.at.y, TABLE_HIGH)
    r = min(piece.width * 0.16, piece.depth * 0.2, 330) * s
    sheet.ellipse(x + r * 0.1, y + r * 0.25, r * 1.35, r * 0.62, paint("#000000", opacity=0.18))
    sheet.ellipse(x, y, r * 1.3, r * 0.6, paint("#3f7a4c", "#28573a", max(0.5, r * 0.05)))
    for k, (dx, dy) in enumerate((
        (-0.8, 0),
        (-0.4, -0.25),
        (0, -0.05),
        (0.45, -0.25),
        (0.85, 0),
        (-0.3, 0.2),
        (0.4, 0.2),
    )):
        fill = ("#fbf3df", "#e9c4bd", "#f3dfa2")[k % 3]
        sheet.ellipse(
            x + dx * r, y + dy * r - r * 0.12, r * 0.24, r * 0.2, paint(fill, "#b79a7a", max(0.3, r * 0.03))
        )
