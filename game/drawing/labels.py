"""Names beside people, placed so that none covers another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import pygame
from pygame import Rect

from game.drawing import fonts
from game.drawing import palette as p
from game.drawing.vector import icon


@dataclass(frozen=True, slots=True)
class Tag:
    """A name to be placed: whose, how it looks, the figure it belongs to, and how much it matters (0 most)."""

    id: str
    picture: pygame.Surface
    figure: Rect
    weight: int
    above: bool = False


@lru_cache(maxsize=1_500)
def plate(words: str, size: int, principal: bool, alarmed: bool, marked: bool) -> pygame.Surface:
    """A name on a small plate: with a star for a principal, a heavy edge in a breach, a dark ground if marked."""
    ink = p.WHITE if marked else p.INK
    name = fonts.text(words, fonts.SANS_BOLD if principal else fonts.SANS, size, ink)
    star = icon("star", round(size * 0.95), "#f2cf74" if marked else "#8a6a1f") if principal else None
    extra = star.get_width() + 3 if star else 0
    pad = max(4, round(size * 0.42))
    wide, high = name.get_width() + extra + 2 * pad, name.get_height() + 3
    surface = pygame.Surface((wide, high), pygame.SRCALPHA)
    body = surface.get_rect()
    pygame.draw.rect(surface, p.LINK if marked else p.CARD, body, border_radius=4)
    edge = p.ALARM if alarmed else p.BRASS if principal else p.RULE
    pygame.draw.rect(surface, edge, body, 2 if alarmed or principal else 1, border_radius=4)
    if star:
        surface.blit(star, (pad, (high - star.get_height()) // 2))
    surface.blit(name, (pad + extra, (high - name.get_height()) // 2))
    return surface


class Placer:
    """Places names frame after frame. Keeps each where it was if that is still free, so that names do not hop."""

    def __init__(self) -> None:
        self._last: dict[str, int] = {}

    def place(self, tags: Iterable[Tag], taken: list[Rect], bounds: Rect) -> list[tuple[Tag, Rect]]:
        """Where each name goes. A name for which there is no room is left out; the weightiest choose first."""
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
        order += [choice for choice in (2, 3, 4, 5, 6, 7) if choice not in order]
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
        case _:
            rect.midtop = figure.centerx, figure.bottom + 4 + rect.height
    return rect
