"""The picture of the title: a double door half open, light falling through, people waiting."""

from __future__ import annotations

from typing import Final

from pygame import Rect, Surface

from game.stage import theme
from game.stage.art import art

WIDE: Final = 780
TALL: Final = 720
NAME: Final = "art/title/doors"


def paint(surface: Surface, rect: Rect, *, lit: bool) -> None:
    """Fill the place with the picture, cut at the sides where it is narrower. Not `lit`: only the dark."""
    surface.fill(theme.NIGHT, rect)
    if not lit:
        return
    scale = max(rect.width / WIDE, rect.height / TALL)
    size = (round(WIDE * scale), round(TALL * scale))
    picture = art(NAME, size)
    place = picture.get_rect(centerx=rect.centerx, bottom=rect.bottom)
    surface.blit(picture, place)
