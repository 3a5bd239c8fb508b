"""The marks of delegations drawn: into a sheet, or as a picture of their own."""

from __future__ import annotations

from functools import lru_cache

import pygame

from game.drawing import palette
from game.drawing.shapes import Emblem, outline
from game.drawing.vector import Sheet, paint


def put_emblem(sheet: Sheet, emblem: Emblem, x: float, y: float, r: float) -> None:
    """Draw an emblem into a sheet, `r` pixels from its middle to its edge."""
    sheet.path(outline(emblem.shape, x, y, r * 1.22), paint(palette.WHITE))
    sheet.path(outline(emblem.shape, x, y, r), paint(palette.WHITE, emblem.colour, max(1.2, r * 0.28)))
    k = r * 0.42
    match emblem.pattern:
        case "plain":
            sheet.path(outline(emblem.shape, x, y, r * 0.45), paint(emblem.colour))
        case "bar":
            sheet.line([(x - k, y), (x + k, y)], paint("none", emblem.colour, max(1.0, r * 0.34)))
        case "dot":
            sheet.ellipse(x, y, r * 0.3, r * 0.3, paint(emblem.colour))
        case "cross":
            style = paint("none", emblem.colour, max(1.0, r * 0.28))
            sheet.line([(x - k, y), (x + k, y)], style)
            sheet.line([(x, y - k), (x, y + k)], style)


@lru_cache(maxsize=256)
def emblem_picture(emblem: Emblem, size: int) -> pygame.Surface:
    """The emblem, `size` pixels wide and high, on a transparent ground. Shared: never draw on it."""
    sheet = Sheet((size, size))
    put_emblem(sheet, emblem, size / 2, size / 2, size * 0.36)
    return sheet.surface()
