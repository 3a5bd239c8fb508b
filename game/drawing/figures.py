"""People as neutral figures. Skin, hair and suit differ from person to person and say nothing of a nation."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import atan2, pi
from typing import Final
from zlib import crc32

import pygame

from game.drawing import palette
from game.drawing.emblems import put_emblem
from game.drawing.shapes import Emblem
from game.drawing.vector import Sheet, art, paint, trimmed
from game.protocol.room import Point

UNITS_WIDE: Final = 120
UNITS_HIGH: Final = 212
FOOT: Final = (60, 188)
"""Where a figure stands, in the units of its art: ten millimetres of height each."""

HEAD_SITTING: Final = 34
HEADS: Final = ("side", "quarter", "front", "quarter", "side", "away", "back", "away")
"""The head's picture for each eighth of a turn, from east clockwise; the western ones are mirrored."""

_SKIN: Final = (
    ("#eec9a3", "#cf9f77"),
    ("#e3b78f", "#c6946c"),
    ("#cf9d72", "#ab7a52"),
    ("#b07f58", "#8a5f3f"),
)
_HAIR: Final = ("#2c2622", "#3f2f24", "#5b4634", "#77726a", "#a7a39b", "#1f1d1c")
_STYLES: Final = ("short", "parted", "receding", "full", "short")
_SUITS: Final = ("#262b34", "#2b3346", "#33322f", "#2d3331", "#3a3f48")


@dataclass(frozen=True, slots=True)
class Look:
    """How somebody looks, whatever they do. An `officer` of the house wears brass bands on the sleeves and a key."""

    skin: int
    hair: str
    style: str
    suit: str
    tie: str
    glasses: bool
    emblem: Emblem | None
    officer: bool = False


@dataclass(frozen=True, slots=True)
class Pose:
    """What somebody does: Turns of body and head in eighths: 0 east, 2 south (towards us), 6 north."""

    stance: str
    body: int
    head: int


def look_of(person_id: str, emblem: Emblem | None, *, officer: bool = False) -> Look:
    """The look that belongs to a person, always the same."""
    bits = crc32(person_id.encode("utf-8"))
    tie = emblem.colour if emblem else palette.BRASS
    suit = _SUITS[(bits >> 9) % len(_SUITS)] if emblem else "#5b5648"
    hair, style = _HAIR[(bits >> 3) % len(_HAIR)], _STYLES[(bits >> 6) % len(_STYLES)]
    return Look(bits % len(_SKIN), hair, style, suit, tie, (bits >> 12) % 4 == 0, emblem, officer)


def eighth(here: Point, there: Point) -> int:
    """The direction from one point to another in eighths of a turn; towards us where they are the same."""
    if here == there:
        return 2
    return round(atan2(there.y - here.y, there.x - here.x) / (pi / 4)) % 8


def _colours(look: Look) -> tuple[tuple[str, str], ...]:
    skin, shade = _SKIN[look.skin]
    suit = look.suit
    return (
        ("#303640", suit),
        ("#22262e", palette.mix(suit, "#000000", 0.28)),
        ("#1c2026", palette.mix(suit, "#000000", 0.42)),
        ("#434b58", palette.mix(suit, "#ffffff", 0.16)),
        ("#e3b78f", skin),
        ("#c6946c", shade),
        ("#2c2622", look.hair),
        ("#1f4fa3", look.tie),
    )


@lru_cache(maxsize=4_000)
def figure(look: Look, pose: Pose, unit: float) -> tuple[pygame.Surface, tuple[int, int]]:
    """The figure at `unit` pixels per unit of its art, trimmed, and what was cut off left and above.

    Shared: never draw on it.
    """
    size = max(2, round(UNITS_WIDE * unit)), max(2, round(UNITS_HIGH * unit))
    sheet, colours = Sheet(size), _colours(look)
    body = _mirror(pose.body in (3, 4, 5))
    sheet.add(f'<g transform="scale({unit:.4f})">')
    bands = _bands(pose) if look.officer else ""
    sheet.add(body[0] + art(f"person/body-{_body(pose)}-{pose.stance}", colours) + bands + body[1])
    drop = HEAD_SITTING if pose.stance == "sitting" else 0
    lean = {0: 3, 4: -3}.get(pose.body, 0)
    sheet.add(f'<g transform="translate({lean} {drop})">' + _head(look, pose.head, colours) + "</g></g>")
    if look.emblem and _body(pose) != "back":
        _badge(sheet, look.emblem, pose, unit, drop)
    if look.officer and _body(pose) != "back":
        _key(sheet, pose, unit)
    return trimmed(sheet.surface())


def _body(pose: Pose) -> str:
    if pose.stance == "sitting":
        return {0: "side", 4: "side", 6: "back", 5: "back", 7: "back"}.get(pose.body, "front")
    return {0: "side", 4: "side", 1: "front", 2: "front", 3: "front"}.get(pose.body, "back")


def _mirror(mirrored: bool) -> tuple[str, str]:
    return (f'<g transform="translate({UNITS_WIDE} 0) scale(-1 1)">', "</g>") if mirrored else ("<g>", "</g>")


def _head(look: Look, turn: int, colours: tuple[tuple[str, str], ...]) -> str:
    kind = HEADS[turn]
    shapes = art(f"person/head-{kind}", colours) + art(f"person/hair-{look.style}-{kind}", colours)
    if look.glasses and kind in ("front", "quarter", "side"):
        shapes += art(f"person/glasses-{kind}", ())
    before, after = _mirror(turn in (3, 4, 5))
    return before + shapes + after


def _badge(sheet: Sheet, emblem: Emblem, pose: Pose, unit: float, drop: int) -> None:
    """The delegation's emblem on the chest, large enough to tell its shape."""
    x = {0: 66, 4: 54}.get(pose.body, 76)
    put_emblem(sheet, emblem, x * unit, (92 + drop) * unit, max(3.2, 10.5 * unit))


def _bands(pose: Pose) -> str:
    """A brass band round each sleeve that is seen."""
    style = paint(palette.BRASS, "#f2cf74", 1.6)
    if _body(pose) == "side":
        return f'<path d="M50 88L66 90L65.4 102L51.2 100Z" {style}/>'
    return "".join(f'<path d="{outline}" {style}/>' for outline in (
        "M28.2 88L42.6 85.5L41.8 97.5L28.2 100Z", "M91.8 88L77.4 85.5L78.2 97.5L91.8 100Z",
    ))  # fmt: skip


def _key(sheet: Sheet, pose: Pose, unit: float) -> None:
    """The badge of an officer of the house: a key on a brass-edged square, where delegates wear their emblem."""
    x, r = {0: 66, 4: 54}.get(pose.body, 76) * unit, max(3.2, 11 * unit)
    y = 92 * unit
    sheet.rect(x - r, y - r, 2 * r, 2 * r, paint(palette.CARD, palette.BRASS, max(1.0, r * 0.22)), r * 0.25)
    sheet.art("icons/key", x - r * 0.8, y - r * 0.8, r * 1.6 / 24)


@lru_cache(maxsize=1_000)
def portrait(look: Look, size: int) -> pygame.Surface:
    """Head and shoulders in a disc `size` pixels wide, for chips and lists. Shared: never draw on it."""
    unit = size / 64
    sheet, colours = Sheet((size, size)), _colours(look)
    sheet.add(f'<g transform="translate({-28 * unit:.2f} {-8 * unit:.2f}) scale({unit:.4f})">')
    sheet.add(art("person/body-front-standing", colours) + _head(look, 2, colours) + "</g>")
    picture = sheet.surface()
    disc = Sheet((size, size))
    disc.ellipse(size / 2, size / 2, size / 2 - 0.5, size / 2 - 0.5, paint("#ffffff"))
    picture.blit(disc.surface(), (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    return picture


@lru_cache(maxsize=64)
def shadow(width: int) -> pygame.Surface:
    """The soft shadow under a figure."""
    height = max(2, round(width * 0.44))
    sheet = Sheet((max(2, width), height))
    for share, opacity in ((1.0, 0.10), (0.8, 0.12), (0.6, 0.12)):
        sheet.ellipse(
            width / 2, height / 2, width / 2 * share, height / 2 * share, paint("#000000", opacity=opacity)
        )
    return sheet.surface()
