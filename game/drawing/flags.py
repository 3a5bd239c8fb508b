"""Flags drawn from their description: stripes, across or upright, and a plain emblem."""

from __future__ import annotations

from functools import lru_cache
from math import cos, pi, sin

import pygame

from game.drawing import palette
from game.drawing.vector import Sheet, paint
from game.protocol.people import Flag


def put_flag(
    sheet: Sheet, flag: Flag, x: float, y: float, width: float, height: float, wave: float = 0
) -> None:
    """Draw a flag with its top left corner at x, y; `wave` pixels up and down where it hangs from a pole."""
    stripes = [palette.colour(stripe) for stripe in flag.stripes] or [palette.WHITE]
    for number, stripe in enumerate(stripes):
        if flag.vertical:
            left, right = x + width * number / len(stripes), x + width * (number + 1) / len(stripes)
            _cloth(sheet, left, right, y, y + height, (x, width, wave), stripe)
        else:
            top, bottom = y + height * number / len(stripes), y + height * (number + 1) / len(stripes)
            _cloth(sheet, x, x + width, top, bottom, (x, width, wave), stripe)
    _emblem(sheet, flag, x + width / 2, y + height / 2 + _sway(0.5, wave), height * 0.26)
    _edge(sheet, x, y, width, height, wave)


def _sway(part: float, wave: float) -> float:
    return wave * sin(part * 2 * pi)


def _cloth(
    sheet: Sheet,
    left: float,
    right: float,
    top: float,
    bottom: float,
    wave: tuple[float, float, float],
    fill: str,
) -> None:
    x, width, sway = wave
    steps = [left + (right - left) * k / 8 for k in range(9)]
    upper = [(px, top + _sway((px - x) / width, sway)) for px in steps]
    lower = [(px, bottom + _sway((px - x) / width, sway)) for px in reversed(steps)]
    sheet.polygon(upper + lower, paint(fill, fill, 0.4))


def _edge(sheet: Sheet, x: float, y: float, width: float, height: float, wave: float) -> None:
    steps = [k / 8 for k in range(9)]
    upper = [(x + width * k, y + _sway(k, wave)) for k in steps]
    lower = [(x + width * k, y + height + _sway(k, wave)) for k in reversed(steps)]
    sheet.polygon(upper + lower, paint("none", palette.INK, max(0.5, height * 0.03), 0.45))


def _emblem(sheet: Sheet, flag: Flag, x: float, y: float, r: float) -> None:
    if not flag.emblem:
        return
    fill = paint(palette.colour(flag.emblem_colour or "white"))
    match flag.emblem:
        case "circle" | "disc" | "sun":
            sheet.ellipse(x, y, r, r, fill)
        case "star":
            points = [
                (x + r * k * sin(n * pi / 5), y - r * k * cos(n * pi / 5))
                for n, k in enumerate([1.15, 0.45] * 5)
            ]
            sheet.polygon(points, fill)
        case "cross":
            sheet.rect(x - r, y - r / 3, 2 * r, r * 2 / 3, fill)
            sheet.rect(x - r / 3, y - r, r * 2 / 3, 2 * r, fill)
        case "crescent":
            sheet.path(
                f"M{x + r * 0.5} {y - r * 0.85}A{r} {r} 0 1 0 {x + r * 0.5} {y + r * 0.85}"
                f"A{r * 0.8} {r * 0.8} 0 1 1 {x + r * 0.5} {y - r * 0.85}Z",
                fill,
            )
        case "triangle":
            sheet.polygon([(x, y - r), (x + r, y + r * 0.8), (x - r, y + r * 0.8)], fill)
        case "diamond":
            sheet.polygon([(x, y - r), (x + r * 1.2, y), (x, y + r), (x - r * 1.2, y)], fill)
        case _:
            sheet.rect(x - r * 0.8, y - r * 0.8, r * 1.6, r * 1.6, fill)


@lru_cache(maxsize=64)
def flag_picture(flag: Flag, width: int) -> pygame.Surface:
    """A flat flag `width` pixels wide and two thirds as high, for lists. Shared: never draw on it."""
    height = max(2, width * 2 // 3)
    sheet = Sheet((width, height))
    put_flag(sheet, flag, 0.5, 0.5, width - 1, height - 1)
    return sheet.surface()
