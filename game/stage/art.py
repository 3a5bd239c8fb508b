"""Vector art at the window's real scale: each SVG is rasterised once for each size it is shown at."""

import pygame
from pygame import Surface

from game.resources import assets
from game.stage.typeset import Shelf

_kept: Shelf[tuple[str, int, int], Surface] = Shelf(200)


def art(name: str, size: tuple[int, int]) -> Surface:
    """The picture `assets/<name>.svg` fitted into this many pixels, with alpha.

    Raises FileNotFoundError when there is no such picture.
    """
    key = (name, max(1, size[0]), max(1, size[1]))
    known = _kept.get(key)
    if known is not None:
        return known
    path = assets() / f"{name}.svg"
    return _kept.put(key, pygame.image.load_sized_svg(path, key[1:]).convert_alpha())


def forget() -> None:
    """Drop all rasterised pictures."""
    _kept.clear()
