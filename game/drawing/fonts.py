"""Text as pictures: fonts opened once for each real pixel size, strings rendered once."""

from __future__ import annotations

from functools import lru_cache

import pygame

from game.resources import assets

SANS = "Inter-SemiBold.otf"
SANS_PLAIN = "Inter-Regular.otf"
SANS_MEDIUM = "Inter-Medium.otf"
SANS_BOLD = "Inter-Bold.otf"
SERIF = "EBGaramond12-Regular.otf"


@lru_cache(maxsize=128)
def font(name: str, size: int) -> pygame.font.Font:
    """The font file of that name at `size` real pixels. Works without a window."""
    if not pygame.font.get_init():
        pygame.font.init()
    return pygame.font.Font(assets() / "fonts" / name, max(6, size))


@lru_cache(maxsize=2_000)
def text(words: str, name: str, size: int, colour: str) -> pygame.Surface:
    """The words on one line with a transparent ground. Shared: never draw on it."""
    return font(name, size).render(words, True, colour)


@lru_cache(maxsize=500)
def wrapped(words: str, name: str, size: int, width: int) -> tuple[str, ...]:
    """The words broken into lines no wider than `width` pixels; a longer word gets its own line."""
    face, lines = font(name, size), [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and face.size(longer)[0] > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return tuple(lines)


def shortened(words: str, name: str, size: int, width: int) -> str:
    """The words, cut with an ellipsis where they are wider than `width` pixels."""
    face = font(name, size)
    if face.size(words)[0] <= width:
        return words
    cut = words
    while cut and face.size(cut + "…")[0] > width:
        cut = cut[:-1]
    return cut.rstrip() + "…"
