"""The bar of an officer of the house at a door, the same on the plan's timeline and in the debrief's chart."""

from __future__ import annotations

import pygame
from pygame import Rect, Surface

from game.stage import shapes, theme


def draw_post(surface: Surface, bar: Rect, kept: Rect | None, opened: int | None) -> None:
    """Brass-edged with square corners; hatched in `kept`, where only principals pass; a stroke at pixel `opened`."""
    shapes.rounded(surface, bar, theme.CARD, None, 2)
    if kept is not None:
        _hatch(surface, kept.clip(bar), theme.BRASS, max(5, bar.height // 3))
    if opened is not None:
        surface.fill(theme.BAIZE, Rect(opened - 1, bar.y, max(3, bar.height // 6), bar.height).clip(bar))
    shapes.rounded(surface, bar, None, theme.BRASS, 2, max(2, bar.height // 10))


def _hatch(surface: Surface, rect: Rect, ink: theme.Colour, step: int) -> None:
    """Slanting lines across a rectangle."""
    before = surface.get_clip()
    surface.set_clip(rect.clip(before))
    for x in range(rect.x - rect.height, rect.right, step):
        pygame.draw.line(surface, ink, (x, rect.bottom), (x + rect.height, rect.top), max(1, step // 4))
    surface.set_clip(before)
