"""Names beside people, placed so that none covers another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import pygame
from pygame import Rect

from game.drawing import fonts
from game.drawing import palette as p
from game.drawing.emblems import emblem_picture
from game.drawing.shapes import Emblem
from game.drawing.vector import icon


@dataclass(frozen=True, slots=True)
class Tag:
    """A name to be placed: whose, its plate, the figure it belongs to, how much it matters (0 most).

    `crowded`: it may stand further off where there is no room beside the figure, as in the queue at a door.
    """

    id: str
    picture: pygame.Surface
    figure: Rect
    weight: int
    above: bool = False
    crowded: bool = False


@lru_cache(maxsize=1_500)
def plate(
    words: str, size: int, emblem: Emblem | None, principal: bool, state: tuple[bool, bool], officer: bool = False
) -> pygame.Surface:
    """A name on a small plate: the delegation's emblem, a star for a principal. `state`: in a breach, marked.

    A breach shows as a heavy edge, a mark as a dark ground. An officer of the house has a key and square corners.
    """
    alarmed, marked = state
    face = fonts.SANS_BOLD if principal else fonts.SANS
    name = fonts.text(words, face, size, p.WHITE if marked else p.INK)
    parts = [emblem_picture(emblem, round(size * 1.15))] if emblem else []
    if officer:
        parts.append(icon("key", round(size * 1.1), "#f2cf74" if marked else "#6d5210"))
    if principal:
        parts.append(icon("star", round(size * 0.95), "#f2cf74" if marked else "#8a6a1f"))
    parts.append(name)
    pad, high = max(4, round(size * 0.4)), name.get_height() + 3
    wide = sum(part.get_width() + 2 for part in parts) - 2 + 2 * pad
    surface = pygame.Surface((wide, high), pygame.SRCALPHA)
    radius, heavy = 1 if officer else 4, principal or officer
    pygame.draw.rect(surface, p.LINK if marked else p.CARD, surface.get_rect(), border_radius=radius)
    edge = p.ALARM if alarmed else p.BRASS if heavy else p.RULE
    pygame.draw.rect(surface, edge, surface.get_rect(), 2 if alarmed or heavy else 1, border_radius=radius)
    x = pad
    for part in parts:
        surface.blit(part, (x, (high - part.get_height()) // 2))
        x += part.get_width() + 2
    return surface


_NEAR: Final = tuple(range(2, 8))
_FURTHER: Final = tuple(range(2, 20))
"""Places round a figure, see `_candidate`, after the two above and below it."""


class Placer:
    """Places names frame after frame. Keeps each where it was while that is free: names do not hop."""

    def __init__(self) -> None:
        self._last: dict[str, int] = {}

    def place(self, tags: Iterable[Tag], taken: list[Rect], bounds: Rect) -> list[tuple[Tag, Rect]]:
        """Where each name goes. One without room is left out; the weightiest choose first."""
        kept: list[tuple[Tag, Rect]] = []
        rects = list(taken)
        for tag in sorted(tags, key=lambda tag: (tag.weight, tag.id)):
            spot = self._spot(tag, rects, bounds)
            if spot is not None:
                rects.append(spot)
                kept.append((tag, spot))
        return kept

    def _spot(self, tag: Tag, rects: list[Rect], bounds: Rect) -> Rect | None:
        order = [self._last[tag.id]] if tag.id in self._last else []
        order += [choice for choice in ((1, 0) if tag.above else (0, 1)) if choice not in order]
        order += [choice for choice in (_FURTHER if tag.crowded else _NEAR) if choice not in order]
        for choice in order:
            rect = _candidate(tag, choice)
            if bounds.contains(rect) and rect.collidelist(rects) < 0:
                self._last[tag.id] = choice
                return rect
        if tag.weight > 0:
            return None
        return _candidate(tag, order[0]).clamp(bounds)


def _candidate(tag: Tag, choice: int) -> Rect:
    rect, figure = tag.picture.get_rect(), tag.figure
    match choice:
        case 0:
            rect.midtop = figure.centerx, figure.bottom + 2
        case 1:
            rect.midbottom = figure.centerx, figure.top - 2
        case 2:
            rect.midleft = figure.right + 2, figure.centery
        case 3:
            rect.midright = figure.left - 2, figure.centery
        case 4:
            rect.topleft = figure.centerx, figure.bottom + 2
        case 5:
            rect.topright = figure.centerx, figure.bottom + 2
        case 6:
            rect.midbottom = figure.centerx, figure.top - 4 - rect.height
        case 7:
            rect.midtop = figure.centerx, figure.bottom + 4 + rect.height
        case 8 | 9 | 10:  # the third to the fifth row below: a queue's names are a list
            rect.midtop = figure.centerx, figure.bottom + 2 + (choice - 6) * (rect.height + 2)
        case 11:
            rect.midbottom = figure.centerx, figure.top - 2 - 2 * (rect.height + 2)
        case _:  # beside the figure, one row or two above or below its middle, on its right or its left
            row = (-1, 1, -2, 2)[(choice - 12) // 2] * (rect.height + 2)
            if choice % 2:
                rect.midright = figure.left - 2, figure.centery + row
            else:
                rect.midleft = figure.right + 2, figure.centery + row
    return rect
