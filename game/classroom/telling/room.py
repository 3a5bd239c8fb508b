"""The empty room from above at a slight slant, as SVG, in the game's colours; and where things lie in it.

The picture has three groups: `still` behind everybody, `depth` with what people stand before or behind (its children
say by `data-y` how far south in mm they stand, and are in that order), `near` before everybody.
"""

from __future__ import annotations

from itertools import pairwise
from math import cos, pi, sin
from typing import Any, Final

from game.classroom.telling.furnishing import chairs, pieces
from game.classroom.telling.ground import EDGE, PAD, Ground, lay_out
from game.classroom.telling.pen import Pen, n, outline, shortened, style
from game.drawing import palette as p
from game.drawing.standing import DOUBLE, FRAME, flag_places
from game.drawing.view import DEPTH, DOOR_HEIGHT, HEIGHT, LOW, THICK, WALL_HEIGHT, View
from game.drawing.ways import OUTSIDE
from game.protocol.people import Flag
from game.protocol.room import Camera, Door, Furniture, Point, Room, Shape, Wall
from game.protocol.scenario import Scenario

TEXT: Final = 29
"""Height of the letters: ten pixels where the picture is 340 wide."""

CAMERA: Final = (
    '<g id="ay-c"><path d="M17 14l-7 28m7-28l7 28" fill="none" stroke="#33352f" stroke-width="3"/>'
    '<path d="M0 3l-7-4v13l7-4v7h30v-19h-30z" fill="#2b2f2c"/><circle cx="21" cy="5" r="4.5" fill="#9fb2b8"/></g>'
)
DARK, GROUND, LINE = "#3a2a14", "#e2d8bf", "#a8997a"


def room_svg(scenario: Scenario) -> str:
    """The picture of the empty room with its holding rooms and corridors."""
    return _svg(scenario, lay_out(scenario))


def room_document(scenario: Scenario) -> dict[str, Any]:
    """The picture, and all that is needed to put people into it."""
    ground, room = lay_out(scenario), scenario.room
    view = ground.view
    return {
        "view": [1_000, ground.high], "scale": round(view.scale, 5), "left": round(view.left, 1),
        "top": round(view.top, 1), "figure": ground.figure, "outside": OUTSIDE, "gap": round(ground.figure * 0.3),
        "width": room.width, "depth": room.depth,
        "doors": [_door_values(room, door, ground) for door in room.doors],
        "holding": [
            {"id": card.holding, "name": room.holding_room(card.holding).name,
             "doors": [door for door, _mm in room.holding_room(card.holding).walks],
             "x": round(card.x), "y": round(card.y), "w": round(card.w), "h": round(card.h), "slots": card.slots}
            for card in ground.cards
        ],
        "ways": {
            f"{holding}>{door}": {"line": [[round(x, 1), round(y, 1)] for x, y in way.points],
                                  "mm": room.holding_room(holding).walk_to(door)}
            for (holding, door), way in ground.ways.items()
        },
        "seats": [{"id": s.id, "x": s.at.x, "y": s.at.y, "fx": s.facing.x, "fy": s.facing.y, "chair": s.chair}
                  for s in room.seats],
        "svg": _svg(scenario, ground),
    }  # fmt: skip


def _door_values(room: Room, door: Door, ground: Ground) -> dict[str, Any]:
    threshold = room.threshold(door)
    x, y = ground.view.px(threshold.x, threshold.y)
    post = [round(value) for value in ground.posts[door.id]]
    return {"id": door.id, "name": door.name, "wall": door.wall.value, "at": door.at, "width": door.width,
            "abreast": door.abreast, "x": round(x, 1), "y": round(y, 1), "post": post}  # fmt: skip


def _svg(scenario: Scenario, ground: Ground) -> str:
    room, view = scenario.room, ground.view
    still, near = Pen(), Pen()
    _corridors(still, ground)
    _floor(still, room, view)
    _carpet(still, room, view)
    _north_wall(still, room, view)
    _low_walls(still, room, view)
    _south_wall(near, room, view)
    for door in room.doors:
        _door(near if door.wall is Wall.SOUTH else still, door, room, view)
    for delegation, x in zip(scenario.delegations, flag_places(scenario), strict=False):
        _flag(still, delegation.flag, x, view)
    _marks(still, room, view)
    for camera in room.cameras:
        _camera(still, camera, room, view)
    for door in room.doors:
        _plate(still, door, room, view)
    for card in ground.cards:
        still.rect(card.x, card.y, card.w, card.h, style(p.CARD, p.RULE, 2), 10)
        name = shortened(room.holding_room(card.holding).name, TEXT, card.w - 2 * PAD - 8)
        still.text(name, card.x + PAD + 6, card.y + 32, TEXT, style(p.INK))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 {ground.high}" '
        f'font-family="Inter,system-ui,sans-serif"><defs>{_boards(view)}{CAMERA}{chairs(room, view)}</defs>'
        f'<g class="still">{still}</g><g class="depth">{pieces(room, view)}</g><g class="near">{near}</g></svg>'
    )


def _boards(view: View) -> str:
    """The boards of the floor as a pattern: two boards wide, their ends set off against each other."""
    wide, deep = 800 * view.scale, 2_200 * DEPTH * view.scale
    half = n(wide / 2)
    joints = f"M0 0V{n(deep)}M{half} 0V{n(deep)}M0 {n(deep * 0.3)}h{half}M{half} {n(deep * 0.8)}H{n(wide)}"
    return (
        f'<pattern id="ay-f" width="{wide:.2f}" height="{deep:.2f}" x="{n(view.left)}" y="{n(view.top)}" '
        f'patternUnits="userSpaceOnUse"><path d="{joints}" {style("none", p.FLOOR_LINE, 1.2)}/></pattern>'
    )


def _corridors(pen: Pen, ground: Ground) -> None:
    for x, y, wide, high in ground.corridors:
        pen.rect(x, y, wide, high, style(GROUND))
    lines = dict.fromkeys(pair for way in ground.ways.values() for pair in pairwise(way.points))
    pen.path("".join(outline(pair, closed=False) for pair in lines), style("none", LINE, 3, 0.8, "3 9"))
    ends = dict.fromkeys(way.points[-1] for way in ground.ways.values())
    for x, y in ends:
        pen.ellipse(x, y, 6, 6, style(LINE))


def _floor(pen: Pen, room: Room, view: View) -> None:
    box = outline(view.box(0, 0, room.width, room.depth))
    pen.path(box, style(p.FLOOR))
    pen.path(box, style("url(#ay-f)"))
    for depth, opacity in ((260, 0.12), (800, 0.07)):
        pen.polygon(view.box(0, 0, room.width, min(depth, room.depth)), style(DARK, opacity=opacity))


def _carpet(pen: Pen, room: Room, view: View) -> None:
    middle = Furniture("", Point(room.width // 2, room.depth // 2), room.width // 2, room.depth // 3)
    for table in [piece for piece in room.furniture if piece.table] or [middle]:
        x0 = max(350, table.at.x - table.width / 2 - 1_950)
        x1 = min(room.width - 350, table.at.x + table.width / 2 + 1_950)
        y0 = max(600, table.at.y - table.depth / 2 - 1_750)
        y1 = min(room.depth - 350, table.at.y + table.depth / 2 + 1_750)
        for inner, fill, line in ((0, p.CARPET_EDGE, ""), (180, p.CARPET_EDGE, p.CARPET_LINE), (330, p.CARPET, "")):
            how = style(fill, line, max(1.4, 26 * view.scale))
            if table.shape is Shape.ROUND:
                x, y = view.px((x0 + x1) / 2, (y0 + y1) / 2)
                off = inner * view.scale
                pen.ellipse(x, y, (x1 - x0) / 2 * view.scale - off, ((y1 - y0) / 2 * view.scale - off) * DEPTH, how)
            else:
                pen.polygon(view.box(x0 + inner, y0 + inner, x1 - inner, y1 - inner), how)


def _north_wall(pen: Pen, room: Room, view: View) -> None:
    top, line = WALL_HEIGHT, max(1, 14 * view.scale)
    pen.polygon(view.box(-THICK, -THICK, room.width + THICK, 0, top), style(p.WALL_TOP, p.WOOD_LINE, line))
    for low, high, fill in ((0, top, p.WALL), (0, 930, p.DADO), (0, 150, "#bcae8b"),
                            (top - 170, top, "#dccfb0")):  # fmt: skip
        pen.polygon(view.standing(0, room.width, 0, low, high), style(fill))
    count = max(1, round(room.width / 1_700))
    step = room.width / count
    panels = [view.standing(k * step + 170, (k + 1) * step - 170, 0, low, high)
              for k in range(count) for low, high in ((240, 760), (1_080, top - 400))]
    pen.path("".join(map(outline, panels)), style("none", "#cfc2a2", line))
    pen.polygon(view.standing(0, room.width, 0, 0, top), style("none", p.WOOD_LINE, line))


def _low_walls(pen: Pen, room: Room, view: View) -> None:
    line = max(1, 16 * view.scale)
    for x in (-THICK, room.width):
        pen.polygon(view.standing(x, x + THICK, 0, 0, WALL_HEIGHT), style("#cdbf9e", p.WOOD_LINE, line * 0.8))
        pen.polygon(view.box(x, 0, x + THICK, room.depth + THICK, LOW), style(p.WALL_TOP, p.WOOD_LINE, line))


def _south_wall(pen: Pen, room: Room, view: View) -> None:
    line = max(1, 16 * view.scale)
    gaps = sorted((d.at - d.width / 2, d.at + d.width / 2) for d in room.doors if d.wall is Wall.SOUTH)
    edges = [-THICK, *(edge for gap in gaps for edge in gap), room.width + THICK]
    for a, b in zip(edges[::2], edges[1::2], strict=True):
        face = view.standing(a, b, room.depth + THICK, 0, LOW)
        pen.polygon(face, style(p.WALL_FACE, p.WOOD_LINE, line * 0.6))
        pen.polygon(view.box(a, room.depth, b, room.depth + THICK, LOW), style(p.WALL_TOP, p.WOOD_LINE, line))


def _door(pen: Pen, door: Door, room: Room, view: View) -> None:
    a, b = door.at - door.width / 2, door.at + door.width / 2
    line = max(1, 16 * view.scale)
    if door.wall is not Wall.NORTH:
        _low_door(pen, door, room, view)
        return
    pen.polygon(view.standing(a - FRAME, b + FRAME, 0, 0, DOOR_HEIGHT + FRAME), style(p.WOOD_DARK, p.WOOD_LINE, line))
    leaves = [(a, door.at, door.at - 90), (door.at, b, door.at + 90)] if door.width >= DOUBLE else [(a, b, b - 110)]
    pen.path("".join(outline(view.standing(x0, x1, 0, 0, DOOR_HEIGHT)) for x0, x1, _ in leaves),
             style(p.WOOD, p.WOOD_LINE, line))  # fmt: skip
    panels = [
        view.standing(x0 + inset, x1 - inset, 0, low, high)
        for x0, x1, _ in leaves
        for inset in [min(150, (x1 - x0) * 0.16)]
        for low, high in ((180, 950), (1_150, DOOR_HEIGHT - 180))
    ]
    pen.path("".join(map(outline, panels)), style(p.WOOD_LIGHT, p.WOOD_DARK, line))
    for _x0, _x1, knob in leaves:
        x, y = view.px(knob, 0, 1_050)
        pen.ellipse(x, y, max(2, 42 * view.scale), max(2, 42 * view.scale), style("#d9b457"))


def _low_door(pen: Pen, door: Door, room: Room, view: View) -> None:
    """A door in a wall that is cut low: the opening with its sill, and the closed leaf."""
    a, b, s = door.at - door.width / 2, door.at + door.width / 2, view.scale
    x = {Wall.WEST: -float(THICK), Wall.EAST: float(room.width)}.get(door.wall, a)
    y, right, bottom = a, x + THICK, b
    if door.wall is Wall.SOUTH:
        y, right, bottom = room.depth, b, room.depth + THICK
    pen.polygon(view.box(x, y, right, bottom, LOW), style(p.FLOOR))
    pen.polygon(view.box(x, y, right, bottom), style("#f0dcae", p.BRASS, max(1, 18 * s)))
    how = style(p.WOOD, p.WOOD_LINE, max(1, 18 * s))
    third, top = THICK / 3, LOW + 120
    if door.wall is Wall.SOUTH:
        y = room.depth + THICK - third
        pen.polygon(view.standing(a, b, y, 0, top), how)
        pen.polygon(view.box(a, y - third, b, y, top), style(p.WOOD_LIGHT, p.WOOD_LINE, max(1, 12 * s)))
        return
    x += third
    pen.polygon(view.standing(x, x + third, b, 0, top), how)
    pen.polygon(view.box(x, a, x + third, b, top), style(p.WOOD_LIGHT, p.WOOD_LINE, max(1, 16 * s)))


def _plate(pen: Pen, door: Door, room: Room, view: View) -> None:
    """The door's name: on the lintel of a door in the north wall, else inside by the door."""
    size = TEXT - 2
    wide, high = len(door.name) * size * 0.54 + 16, size + 9
    x, y = view.px(door.at, 0, DOOR_HEIGHT - 40)
    left, top = x - wide / 2, y - high / 2
    if door.wall is not Wall.NORTH:
        x, y = view.px(*{Wall.WEST: (0, door.at), Wall.EAST: (room.width, door.at)}.get(
            door.wall, (door.at, room.depth)))
        above = y - door.width / 2 * DEPTH * view.scale - 280 * view.scale - high
        left = {Wall.WEST: x + 6, Wall.EAST: x - wide - 6}.get(door.wall, x - wide / 2)
        top = y - high - 30 * view.scale - LOW * HEIGHT * view.scale if door.wall is Wall.SOUTH else above
    left = min(max(left, EDGE), 1_000 - EDGE - wide)
    pen.rect(left, top, wide, high, style(p.CARD, p.RULE, 1.5), 5)
    pen.text(door.name, left + wide / 2, top + size - 1, size, f'{style(p.INK)} text-anchor="middle"')


def _flag(pen: Pen, flag: Flag, at: int, view: View) -> None:
    s = view.scale
    x, foot = view.px(at, 260)
    top = view.px(at, 260, 2_350)[1]
    pen.ellipse(x, foot - 20 * s, 130 * s, 60 * s, style("#8d6f2d"))
    pen.path(f"M{n(x)} {n(foot - 20 * s)}V{n(top)}", style("none", p.BRASS, max(2, 40 * s)))
    pen.ellipse(x, top - 30 * s, 55 * s, 55 * s, style("#d9b457"))
    left, upper, wide, high = x + 20 * s, top + 60 * s, 560 * s, 390 * s
    stripes = [p.colour(stripe) for stripe in flag.stripes] or [p.WHITE]
    for number, fill in enumerate(stripes):
        if flag.vertical:
            _cloth(pen, left + wide * number / len(stripes), upper, wide / len(stripes), high, fill)
        else:
            _cloth(pen, left, upper + high * number / len(stripes), wide, high / len(stripes), fill)
    _flag_emblem(pen, flag, left + wide / 2, upper + high / 2, high * 0.26)
    edge = _wave(left, upper, wide, high)
    pen.path(edge, style("none", p.INK, max(0.8, high * 0.03), 0.45))


def _flag_emblem(pen: Pen, flag: Flag, x: float, y: float, r: float) -> None:
    fill = style(p.colour(flag.emblem_colour or "white"))
    match flag.emblem:
        case "":
            pass
        case "star":
            turns = [(k * pi / 5, (1.15, 0.45)[k % 2] * r) for k in range(10)]
            pen.polygon([(x + away * sin(turn), y - away * cos(turn)) for turn, away in turns], fill)
        case "cross":
            pen.path(f"M{n(x - r)} {n(y)}h{n(2 * r)}M{n(x)} {n(y - r)}v{n(2 * r)}",
                     style("none", p.colour(flag.emblem_colour or "white"), r * 0.6))  # fmt: skip
        case "triangle":
            pen.polygon([(x, y - r), (x + r, y + r * 0.8), (x - r, y + r * 0.8)], fill)
        case "diamond":
            pen.polygon([(x, y - r), (x + r * 1.2, y), (x, y + r), (x - r * 1.2, y)], fill)
        case "circle" | "disc" | "sun":
            pen.ellipse(x, y, r, r, fill)
        case "crescent":
            pen.path(f"M{n(x + r * 0.5)} {n(y - r * 0.85)}A{n(r)} {n(r)} 0 1 0 {n(x + r * 0.5)} {n(y + r * 0.85)}"
                     f"A{n(r * 0.8)} {n(r * 0.8)} 0 1 1 {n(x + r * 0.5)} {n(y - r * 0.85)}z", fill)  # fmt: skip
        case _:
            pen.rect(x - r * 0.8, y - r * 0.8, r * 1.6, r * 1.6, fill)


def _wave(x: float, y: float, wide: float, high: float) -> str:
    """A piece of cloth that hangs in one soft wave."""
    q, sway = n(wide / 4), n(wide * 0.09)
    back = f"v{n(high)}q-{q} -{sway} -{n(wide / 2)} 0t-{n(wide / 2)} 0z"
    return f"M{n(x)} {n(y)}q{q} {sway} {n(wide / 2)} 0t{n(wide / 2)} 0{back}"


def _cloth(pen: Pen, x: float, y: float, wide: float, high: float, fill: str) -> None:
    pen.path(_wave(x, y, wide, high), style(fill, fill, 0.4))


def _marks(pen: Pen, room: Room, view: View) -> None:
    """The places on the floor where somebody is to stand."""
    for seat in room.seats:
        if not seat.chair:
            x, y = view.px(seat.at.x, seat.at.y)
            r = 170 * view.scale
            pen.ellipse(x, y, r, r * DEPTH, style(p.CARD, p.BRASS, max(1, 30 * view.scale), 0.9))


def _camera(pen: Pen, camera: Camera, room: Room, view: View) -> None:
    """The corners of what a camera shows, and the camera; the group's class lets a page mark it while on air."""
    left, top, right, bottom = _shown(camera, room, view)
    arm = min(26.0, (right - left) / 4, (bottom - top) / 4)
    corners = "".join(
        f"M{n(x + dx)} {n(y)}H{n(x)}V{n(y + dy)}" for x, dx in ((left, arm), (right, -arm))
        for y, dy in ((top, arm), (bottom, -arm))
    )  # fmt: skip
    pen.add(f'<g class="shot"><path d="{corners}" {style("none", p.INK, 2.5, 0.5)}/>'
            f'<use href="#ay-c" x="{n(right - 8)}" y="{n(bottom - 34)}"/></g>')


def _shown(camera: Camera, room: Room, view: View) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a camera's spot in the picture."""
    door = next((d for d in room.doors if d.id == camera.on), None)
    if door is not None:
        at = room.threshold(door)
        x, y = view.px(at.x, at.y)
        half, reach = door.width / 2 * view.scale + 14, 1_000 * view.scale
        return {
            Wall.NORTH: (x - half, view.px(0, 0, DOOR_HEIGHT)[1], x + half, y + reach * 0.9),
            Wall.SOUTH: (x - half, y - reach * 1.4, x + half, y),
            Wall.WEST: (x, y - reach, x + reach * 1.4, y + reach),
            Wall.EAST: (x - reach * 1.4, y - reach, x, y + reach),
        }[door.wall]
    spots = [seat.at for seat in room.seats]
    if camera.on == "table" and spots:
        left, top = view.px(min(s.x for s in spots) - 450, min(s.y for s in spots) - 300, 900)
        right, bottom = view.px(max(s.x for s in spots) + 450, max(s.y for s in spots) + 420)
        return left, top, right, bottom
    return *view.px(150, 150), *view.px(room.width - 150, room.depth - 150)
