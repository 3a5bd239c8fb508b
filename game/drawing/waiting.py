"""Holding rooms as panels beside the room: who waits there, and who has not come yet."""

from __future__ import annotations

from functools import lru_cache

import pygame
from pygame import Rect

from game.drawing import fonts
from game.drawing import palette as p
from game.drawing.emblems import emblem_picture
from game.drawing.figures import Look, portrait
from game.drawing.layout import CHIP, CHIP_WIDE, HEADER, HEADER_PAD, HEADER_TEXT
from game.drawing.still import Ground
from game.drawing.vector import icon

_HEAD_FROM = 4.6
"""A chip narrower than so many times its height shows emblem and name without the head."""


@lru_cache(maxsize=1_000)
def chip(
    words: str, look: Look, size: tuple[int, int], ground: Ground, state: tuple[bool, bool, bool, bool]
) -> pygame.Surface:
    """A waiting person: head, emblem, name. `state`: present, in a breach, marked, a principal.

    An officer of the house has a key for an emblem, and square corners.
    """
    present, alarmed, marked, principal = state
    wide, high = size
    surface = pygame.Surface(size, pygame.SRCALPHA)
    body, radius = surface.get_rect(), 3 if look.officer else high // 2
    if present:
        pygame.draw.rect(surface, p.LINK if marked else p.CARD, body, border_radius=radius)
    edge = p.ALARM if alarmed else p.BRASS if principal or look.officer else p.RULE
    heavy = alarmed or marked or principal or look.officer
    pygame.draw.rect(surface, edge, body, 2 if heavy else 1, border_radius=radius)
    x = 6 if 2 * high < wide < _HEAD_FROM * high and present else high + 1
    if not present:
        surface.blit(icon("clock", high - 8, ground.quiet), (5, 4))
    elif x > high:
        surface.blit(portrait(look, high - 2), (2, 1))
    if look.emblem and wide <= 2 * high:
        mark = emblem_picture(look.emblem, round(high * 0.55))
        surface.blit(mark, (wide - mark.get_width(), high - mark.get_height()))
    if look.emblem and wide > 2 * high:
        mark = emblem_picture(look.emblem, round(high * 0.78))
        surface.blit(mark, (x, (high - mark.get_height()) // 2))
        x += mark.get_width() + 3
    if look.officer and wide > 2 * high:
        ground_is_dark = marked if present else ground.words != p.INK
        mark = icon("key", round(high * 0.66), "#f2cf74" if ground_is_dark else "#6d5210")
        surface.blit(mark, (x, (high - mark.get_height()) // 2))
        x += mark.get_width() + 4
    ink = (p.WHITE if marked else p.INK) if present else ground.words
    face, points = fonts.SANS_BOLD if principal else fonts.SANS_MEDIUM, round(high * 0.5)
    if wide > 2 * high:
        name = fonts.text(fonts.shortened(words, face, points, wide - x - 6), face, points, ink)
        surface.blit(name, (x, (high - name.get_height()) // 2))
    return surface


def header(name: str, count: int, width: int, text: float, ground: Ground) -> pygame.Surface:
    """The name of a holding room and how many wait there."""
    size = round(HEADER_TEXT * text)
    number = fonts.text(str(count), fonts.SANS, size, ground.quiet)
    words = fonts.shortened(name, fonts.SANS, size, width - number.get_width() - HEADER_PAD)
    surface = pygame.Surface((width, round(HEADER * text)), pygame.SRCALPHA)
    title = fonts.text(words, fonts.SANS, size, ground.words)
    surface.blit(title, (9, (surface.get_height() - title.get_height()) // 2))
    surface.blit(number, (width - number.get_width() - 9, (surface.get_height() - number.get_height()) // 2))
    return surface


def grid(panel: Rect, count: int, text: float) -> list[Rect]:
    """Places for so many chips in a panel: with names where they fit, else heads only, which crowd if they must."""
    top, high = panel.top + round(HEADER * text), round(CHIP * text)
    for wide in (round(CHIP_WIDE * text), high):
        abreast = max(1, (panel.width - 8) // wide)
        rows = -(-count // abreast)
        if rows * high <= panel.bottom - top or wide == high:
            break
    full = (panel.width - 8) // abreast if wide != high else wide
    if rows * high > panel.bottom - top:
        abreast = -(-count // max(1, (panel.bottom - top) // high))
        full = (panel.width - 8 - high) // max(1, abreast - 1)
        return [
            Rect(panel.left + 4 + n % abreast * full, top + n // abreast * high, high - 3, high - 3)
            for n in range(count)
        ]
    return [
        Rect(panel.left + 4 + n % abreast * full, top + n // abreast * high, full - 3, high - 3)
        for n in range(count)
    ]
