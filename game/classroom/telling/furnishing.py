"""What stands in the room, as SVG: tables and chairs. Each piece says how far south (mm) it stands."""

from __future__ import annotations

from typing import Final

from game.classroom.telling.pen import Pen, n, outline, style
from game.drawing import palette as p
from game.drawing.standing import TABLE_HIGH, UNIT_MM, quarter
from game.drawing.view import DEPTH, View
from game.protocol.room import Furniture, Room, Seat, Shape

_LEG, _SEAT, _SIDE, _BACK = "#452a1e", "#74302f", "#74493a", "#5a3626"

CHAIRS: Final = {
    "s": f'<path d="M34 190h4V150h-4zM82 190h4V150h-4z" fill="{_LEG}"/><path d="M31 84Q60 76 89 84L88 152H32Z" '
         f'fill="{_BACK}"/><path d="M36 90Q60 83 84 90L83 140H37ZM30 146Q60 141 90 146L93 166Q60 172 27 166Z" '
         f'fill="{_SEAT}"/><path d="M27 166Q60 172 93 166L92 172Q60 178 28 172Z" fill="{_LEG}"/>'
         f'<path d="M26 122h6v28l-4 10-4-2zM94 122h-6v28l4 10 4-2z" fill="{_SIDE}"/>',
    "e": f'<path d="M34 190h4l2-40h-4zM82 192h4V155h-4zM44 200h4V160h-4z" fill="{_LEG}"/>'
         f'<path d="M30 92Q36 82 42 90L46 166 36 160Z" fill="{_BACK}"/>'
         f'<path d="M42 90l4 76 4-6-4-68z" fill="{_SIDE}"/>'
         f'<path d="M36 148H82Q92 150 90 160L88 168H44Z" fill="{_SEAT}"/>'
         f'<path d="M44 168H88L87 174H45Z" fill="{_LEG}"/>',
    "n": f'<path d="M32 138h4v38h-4zM84 138h4v38h-4z" fill="{_LEG}"/>'
         '<path d="M28 138Q60 132 92 138V158Q60 164 28 158Z" fill="#5a2526"/>',
    "b": f'<path d="M33 150h5l-1 55h-5zM87 150h-5l1 55h5z" fill="{_LEG}"/>'
         f'<path d="M29 112Q60 103 91 112L89 180Q60 186 31 180Z" fill="{_BACK}"/>'
         '<path d="M34 118Q60 110 86 118L84.5 172Q60 177 35.5 172Z" fill="#5a2526"/>',
}  # fmt: skip
"""By where they face: south, east, north (the seat, and the back that hides who sits there)."""


def turned(seat: Seat) -> str:
    """Where a chair faces: n, e, s or w."""
    return {0: "e", 2: "s", 4: "w", 6: "n"}[quarter(seat)]


def chairs(room: Room, view: View) -> str:
    """The definitions of the chairs that stand in this room, as large as they are drawn here."""
    kinds = {turned(seat) for seat in room.seats if seat.chair}
    wanted = [kind for kind in "sen" if kind in kinds or (kind == "e" and "w" in kinds)]
    wanted += ["b"] if "n" in wanted else []
    scale = f"scale({UNIT_MM * view.scale:.3f})translate(-60 -188)"
    return "".join(
        f'<g id="ay-{kind}"><g transform="{scale}"><ellipse cx="60" cy="188" rx="38" ry="13" opacity=".16"/>'
        f"{CHAIRS[kind]}</g></g>"
        for kind in wanted
    )


def pieces(room: Room, view: View) -> str:
    """Tables and chairs from north to south, each with `data-y`; people are put between them."""
    made = [(piece.at.y, f'<g data-y="{piece.at.y}">{_table(room, piece, view)}</g>') for piece in room.furniture]
    for seat in room.seats:
        made += _chair(seat, view) if seat.chair else []
    return "".join(markup for _y, markup in sorted(made))


def _chair(seat: Seat, view: View) -> list[tuple[int, str]]:
    x, y = view.px(seat.at.x, seat.at.y)
    kind, depth = turned(seat), seat.at.y - 60
    if kind == "w":
        return [(depth, f'<use data-y="{depth}" href="#ay-e" transform="translate({n(x)} {n(y)})scale(-1 1)"/>')]
    put = [(depth, f'<use data-y="{depth}" href="#ay-{kind}" x="{n(x)}" y="{n(y)}"/>')]
    if kind == "n":
        put.append((depth + 290, f'<use data-y="{depth + 290}" href="#ay-b" x="{n(x)}" y="{n(y)}"/>'))
    return put


def _table(room: Room, piece: Furniture, view: View) -> str:
    pen = Pen()
    _round(pen, piece, view) if piece.shape is Shape.ROUND else _long(pen, piece, view)
    if piece.table:
        cards = [_card(seat, piece, view) for seat in room.seats if _at(seat, piece)]
        if cards:
            pen.path("".join(cards), style(p.CARD, "#a99c78", max(0.6, 9 * view.scale)))
        _flowers(pen, piece, view)
    return str(pen)


def _long(pen: Pen, piece: Furniture, view: View) -> None:
    s = view.scale
    x0, x1 = piece.at.x - piece.width / 2, piece.at.x + piece.width / 2
    y0, y1 = piece.at.y - piece.depth / 2, piece.at.y + piece.depth / 2
    pen.polygon(view.box(x0 + 160, y0 + 200, x1 + 260, y1 + 230), style("#000", opacity=0.2))
    pen.polygon(view.standing(x0 + 40, x1 - 40, y1 - 30, 0, TABLE_HIGH), style(p.WOOD_DARK))
    count = max(1, round(piece.width / 1_500))
    step = (piece.width - 240) / count
    panels = [view.standing(x0 + 180 + step * k, x0 + 60 + step * (k + 1), y1 - 30, 130, TABLE_HIGH - 170)
              for k in range(count)]
    pen.path("".join(map(outline, panels)), style(p.mix(p.WOOD_DARK, "#000000", 0.16)))
    pen.polygon(view.box(x0, y0, x1, y1, TABLE_HIGH), style(p.WOOD, p.WOOD_DARK, max(1, 16 * s)))
    if piece.table:
        inner = view.box(x0 + 150, y0 + 150, x1 - 150, y1 - 150, TABLE_HIGH)
        pen.polygon(inner, style(p.BAIZE, p.BRASS, max(1, 16 * s)))


def _round(pen: Pen, piece: Furniture, view: View) -> None:
    s = view.scale
    rx, ry = piece.width / 2 * s, piece.depth / 2 * s * DEPTH
    x, y = view.px(piece.at.x, piece.at.y)
    lid = view.px(piece.at.x, piece.at.y, TABLE_HIGH)[1]
    pen.ellipse(x + 130 * s, y + 130 * s, rx * 1.02, ry * 1.02, style("#000", opacity=0.2))
    foot = f"A{rx * 0.86:.1f} {ry * 0.86:.1f} 0 0 0 {x + rx * 0.86:.1f} {y:.1f}"
    pen.path(f"M{x - rx * 0.93:.1f} {lid:.1f}L{x - rx * 0.86:.1f} {y:.1f}{foot}L{x + rx * 0.93:.1f} {lid:.1f}Z",
             style(p.WOOD_DARK))  # fmt: skip
    pen.ellipse(x, lid + 56 * s, rx, ry, style(p.WOOD_DARK))
    pen.ellipse(x, lid, rx, ry, style(p.WOOD, p.WOOD_DARK, max(1, 16 * s)))
    if piece.table:
        pen.ellipse(x, lid, rx - 150 * s, ry - 150 * s * DEPTH, style(p.BAIZE, p.BRASS, max(1, 16 * s)))


def _at(seat: Seat, piece: Furniture) -> bool:
    far = abs(seat.at.x - piece.at.x) > piece.width / 2 + 1_000 or abs(seat.at.y - piece.at.y) > piece.depth / 2 + 1_000
    return seat.chair and not far


def _card(seat: Seat, piece: Furniture, view: View) -> str:
    """A place card on the table, before the seat."""
    dx, dy = piece.at.x - seat.at.x, piece.at.y - seat.at.y
    if piece.shape is Shape.ROUND:
        away = max(1.0, (dx * dx + dy * dy) ** 0.5)
        keep = max(0.0, piece.width / 2 - 430)
        spot = piece.at.x - dx / away * keep, piece.at.y - dy / away * keep
    elif abs(dx) < piece.width / 2:
        spot = seat.at.x, piece.at.y + (-1 if dy > 0 else 1) * max(0.0, piece.depth / 2 - min(430, piece.depth * 0.4))
    else:
        spot = piece.at.x + (-1 if dx > 0 else 1) * max(0.0, piece.width / 2 - 430), seat.at.y
    (x, y), half, high = view.px(*spot, TABLE_HIGH), 150 * view.scale, 170 * view.scale * DEPTH
    return f"M{n(x - half)} {n(y - high / 2)}h{n(2 * half)}v{n(high)}h{n(-2 * half)}z"


def _flowers(pen: Pen, piece: Furniture, view: View) -> None:
    x, y = view.px(piece.at.x, piece.at.y, TABLE_HIGH)
    r = min(piece.width * 0.16, piece.depth * 0.2, 330) * view.scale
    pen.ellipse(x, y, r * 1.3, r * 0.6, style("#3f7a4c"))
    for dx, dy, fill in ((-0.8, 0, "#fbf3df"), (-0.3, -0.25, "#e9c4bd"), (0.3, -0.2, "#f3dfa2"), (0.85, 0, "#fbf3df"),
                         (0, 0.2, "#e9c4bd")):  # fmt: skip
        pen.ellipse(x + dx * r, y + (dy - 0.12) * r, r * 0.26, r * 0.2, style(fill))
