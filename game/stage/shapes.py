"""Smooth shapes on plain pygame: rounded rectangles, discs, polygons; each supersampled once and kept."""

from collections.abc import Sequence
from typing import TypeAlias

import pygame
from pygame import Rect, Surface

from game.stage.theme import Colour
from game.stage.typeset import Shelf

_OVER = 4  # supersampling in each direction

_corners: Shelf[tuple[int, int, Colour | None, Colour | None], Surface] = Shelf(400)
_polygons: Shelf[tuple[tuple[tuple[int, int], ...], Colour, int], Surface] = Shelf(400)
Points: TypeAlias = Sequence[tuple[float, float]]


def rounded(
    surface: Surface,
    rect: Rect,
    fill: Colour | None,
    border: Colour | None = None,
    radius: int = 0,
    width: int = 1,
) -> None:
    """A rounded rectangle with smooth corners; nothing is allocated but the corners, once."""
    if fill is None and border is None:
        return
    radius = min(radius, rect.width // 2, rect.height // 2)
    if radius < 2:
        if fill is not None:
            surface.fill(fill, rect)
        if border is not None:
            pygame.draw.rect(surface, border, rect, width)
        return
    if fill is not None:
        surface.fill(fill, (rect.x + radius, rect.y, rect.width - 2 * radius, rect.height))
        surface.fill(fill, (rect.x, rect.y + radius, radius, rect.height - 2 * radius))
        surface.fill(fill, (rect.right - radius, rect.y + radius, radius, rect.height - 2 * radius))
    if border is not None:
        _edges(surface, rect, border, radius, width)
    disc = _corner(radius, width, fill, border)
    for dx, dy in ((0, 0), (1, 0), (0, 1), (1, 1)):
        at = (rect.right - radius if dx else rect.x, rect.bottom - radius if dy else rect.y)
        surface.blit(disc, at, (dx * radius, dy * radius, radius, radius))


def _edges(surface: Surface, rect: Rect, border: Colour, radius: int, width: int) -> None:
    across, down = rect.width - 2 * radius, rect.height - 2 * radius
    surface.fill(border, (rect.x + radius, rect.y, across, width))
    surface.fill(border, (rect.x + radius, rect.bottom - width, across, width))
    surface.fill(border, (rect.x, rect.y + radius, width, down))
    surface.fill(border, (rect.right - width, rect.y + radius, width, down))


def _corner(radius: int, width: int, fill: Colour | None, border: Colour | None) -> Surface:
    key = (radius, width if border else 0, fill, border)
    known = _corners.get(key)
    if known is not None:
        return known
    across = 2 * radius * _OVER
    outer = border if border is not None else fill or (0, 0, 0)
    big = Surface((across, across), pygame.SRCALPHA)
    big.fill((*outer, 0))
    centre, big_radius = (across // 2, across // 2), across // 2
    pygame.draw.circle(big, (*outer, 255), centre, big_radius)
    if border is not None:
        inside = (*fill, 255) if fill is not None else (*outer, 0)
        pygame.draw.circle(big, inside, centre, max(0, big_radius - width * _OVER))
    return _corners.put(key, pygame.transform.smoothscale(big, (2 * radius, 2 * radius)))


def disc(surface: Surface, centre: tuple[int, int], radius: int, colour: Colour, width: int = 0) -> None:
    """A smooth disc, or a ring when `width` is not 0."""
    pygame.draw.aacircle(surface, colour, centre, radius, width)


def polygon(surface: Surface, points: Points, colour: Colour, width: int = 0) -> None:
    """A smooth polygon, filled or (`width` in pixels) in outline.

    Kept by shape, so moving it costs a blit.
    """
    left, top = int(min(x for x, _ in points)) - width, int(min(y for _, y in points)) - width
    shape = tuple((round((x - left) * _OVER), round((y - top) * _OVER)) for x, y in points)
    key = (shape, colour, width)
    image = _polygons.get(key)
    if image is None:
        across = max(x for x, _ in shape) // _OVER + 2 + width
        down = max(y for _, y in shape) // _OVER + 2 + width
        big = Surface((across * _OVER, down * _OVER), pygame.SRCALPHA)
        big.fill((*colour, 0))
        pygame.draw.polygon(big, (*colour, 255), shape, width * _OVER)
        image = _polygons.put(key, pygame.transform.smoothscale(big, (across, down)))
    surface.blit(image, (left, top))


def dashed(surface: Surface, rect: Rect, colour: Colour, dash: int, width: int) -> None:
    """A dashed frame."""
    for x in range(rect.x, rect.right, 2 * dash):
        run = min(dash, rect.right - x)
        surface.fill(colour, (x, rect.y, run, width))
        surface.fill(colour, (x, rect.bottom - width, run, width))
    for y in range(rect.y, rect.bottom, 2 * dash):
        run = min(dash, rect.bottom - y)
        surface.fill(colour, (rect.x, y, width, run))
        surface.fill(colour, (rect.right - width, y, width, run))


def forget() -> None:
    """Drop all kept pictures, as when the display changes."""
    _corners.clear()
    _polygons.clear()
