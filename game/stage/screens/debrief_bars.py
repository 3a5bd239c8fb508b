"""The histogram of the bots' totals: ten bars, a pattern for each group, and the player's own total as a line."""

from __future__ import annotations

from typing import Final

import pygame
from pygame import Rect, Surface

from game.planning.calibration import BARS, WIDTH
from game.planning.standing import Standing
from game.scoring.scorecard import FULL
from game.stage import shapes, theme
from game.stage import widgets as w
from game.wording.catalogue import _
from game.wording.standing import bar_name, bar_words

_TICK: Final = w.Style("sans", "regular", theme.TINY, theme.MUTED)
_COUNT: Final = w.Style("sans", "medium", theme.TINY, theme.INK)
_YOU: Final = w.Style("sans", "semibold", theme.SMALL, theme.WHITE)
_ROOMY: Final = 2.1
"""So many times its width a number wants of its bar, so that it can stand beside the player's line."""


def bars(ui: w.Ui, stands: Standing, answer: str) -> w.Node:
    """The histogram; `answer` is what it comes to, in a sentence."""
    return w.canvas(
        "standing.chart", lambda surface, rect: _Frame(ui, stands, rect).paint(surface), role="figure",
        label=_("Totals of the bots' days"), value=answer, spots=lambda rect: _Frame(ui, stands, rect).spots(),
    )  # fmt: skip


def swatch(ui: w.Ui, group: int) -> w.Node:
    """A piece of the pattern of a group."""

    def paint(surface: Surface, rect: Rect) -> None:
        _PATTERNS[group](ui, surface, rect)

    return w.Node("mark", axis="canvas", paint=paint, width=w.em(26), height=w.em(16))


class _Frame:
    """The histogram at one place and size, all in pixels."""

    def __init__(self, ui: w.Ui, stands: Standing, rect: Rect) -> None:
        self.ui, self.stands = ui, stands
        line = ui.setter.line_height(_YOU, ui.text_scale)
        side = ui.setter.width(str(FULL), _TICK, ui.text_scale) // 2 + 1
        self.plate_high = line + ui.px(5)
        self.top = rect.y + self.plate_high + ui.px(6) + line  # the tallest bar, below plate and number
        self.foot = rect.bottom - ui.setter.line_height(_TICK, ui.text_scale) - ui.px(6)
        self.rect = rect
        self.left, self.wide = rect.x + side, rect.width - 2 * side

    def x(self, total: int) -> int:
        """Where a total stands."""
        return self.left + self.wide * total // FULL

    def column(self, place: int) -> Rect:
        """The whole height above the base line that belongs to a bar."""
        left, right = self.x(place * WIDTH), self.x(place * WIDTH + WIDTH)
        gap = max(2, self.ui.px(3))
        return Rect(left + gap, self.top, right - left - 2 * gap, max(1, self.foot - self.top))

    def spots(self) -> list[w.Node]:
        """Every bar, and the player's total, as nodes to be read."""
        found = [
            w.spot(f"standing.bar.{place}", self.column(place), bar_name(place), role="bar", value=bar_words(bar),
                   focusable=False)
            for place, bar in enumerate(self.stands.bars)
        ]  # fmt: skip
        return [*found, w.spot("standing.you", self.plate(), self._you(), role="mark", focusable=False)]

    def plate(self) -> Rect:
        """Where the player's total stands written."""
        wide = self.ui.setter.width(self._you(), _YOU, self.ui.text_scale) + self.ui.px(14)
        plate = Rect(0, self.rect.y, wide, self.plate_high)
        plate.centerx = self.x(self.stands.total)
        return plate.clamp(self.rect)

    def _you(self) -> str:
        return _("You: {total}").format(total=self.stands.total)

    def paint(self, surface: Surface) -> None:
        """Bars on their base line, the numbers, and over them the player's line."""
        for place, bar in enumerate(self.stands.bars):
            self._bar(surface, self.column(place), bar)
        self._axis(surface)
        self._line(surface)
        for place, bar in enumerate(self.stands.bars):
            self._count(surface, self.column(place), sum(bar))
        shapes.rounded(surface, self.plate(), theme.INK, None, self.ui.px(4))
        words = self.ui.setter.image(self._you(), _YOU, self.ui.text_scale)
        surface.blit(words, words.get_rect(center=self.plate().center))

    def _height(self, column: Rect, runs: int) -> int:
        """A few runs still show."""
        least = self.ui.px(3) if runs else 0
        return max(least, column.height * runs // max(1, self.stands.tallest))

    def _bar(self, surface: Surface, column: Rect, bar: tuple[int, ...]) -> None:
        below = 0
        for group, runs in enumerate(bar):
            foot, head = self._height(column, below), self._height(column, below + runs)
            below += runs
            if runs:
                _PATTERNS[group](self.ui, surface, Rect(column.x, column.bottom - head, column.width, head - foot))

    def _count(self, surface: Surface, column: Rect, runs: int) -> None:
        words = self.ui.setter.image(f"{runs:,}", _COUNT, self.ui.text_scale)
        if not runs or words.get_width() * _ROOMY > column.width:
            return
        place = words.get_rect(midbottom=(column.centerx, column.bottom - self._height(column, runs) - self.ui.px(1)))
        you, clear = self.x(self.stands.total), self.ui.px(5)
        if place.left - clear < you < place.right + clear:
            place.x = you + clear if you <= column.centerx else you - clear - place.width
        surface.blit(words, place)

    def _axis(self, surface: Surface) -> None:
        thin = max(1, self.ui.px(1))
        surface.fill(theme.MUTED, (self.left, self.foot, self.wide + thin, thin))
        wide = self.ui.setter.width(str(FULL), _TICK, self.ui.text_scale) * 3 // 2
        step = next((step for step in (1, 2, 5) if self.wide * step // BARS >= wide), BARS) * WIDTH
        for total in range(0, FULL + 1, WIDTH):
            surface.fill(theme.MUTED, (self.x(total), self.foot, thin, self.ui.px(4)))
            if total % step == 0:
                image = self.ui.setter.image(str(total), _TICK, self.ui.text_scale)
                surface.blit(image, image.get_rect(midtop=(self.x(total), self.foot + self.ui.px(5))))

    def _line(self, surface: Surface) -> None:
        thick, halo = max(2, self.ui.px(2)), max(1, self.ui.px(1.5))
        left, top = self.x(self.stands.total) - thick // 2, self.plate().bottom - 1
        surface.fill(theme.CARD, (left - halo, top, thick + 2 * halo, self.foot - top))
        surface.fill(theme.INK, (left, top, thick, self.foot - top + self.ui.px(4)))


def _blank(ui: w.Ui, surface: Surface, rect: Rect) -> None:
    shapes.rounded(surface, rect, theme.SHEET, theme.MUTED, 0, max(1, ui.px(1)))


def _hatched(ui: w.Ui, surface: Surface, rect: Rect) -> None:
    surface.fill(theme.BRASS_TINT, rect)
    before = surface.get_clip()
    surface.set_clip(rect.clip(before))
    apart, thick = max(5, ui.px(7)), max(2, ui.px(2))
    for start in range(rect.x - rect.height - (rect.x - rect.bottom) % apart, rect.right, apart):
        pygame.draw.line(surface, theme.BRASS, (start, rect.bottom), (start + rect.height, rect.y), thick)
    surface.set_clip(before)
    pygame.draw.rect(surface, theme.CAUTION, rect, max(1, ui.px(1)))


def _solid(ui: w.Ui, surface: Surface, rect: Rect) -> None:
    shapes.rounded(surface, rect, theme.BAIZE, theme.BAIZE_DEEP, 0, max(1, ui.px(1)))


_PATTERNS: Final = (_blank, _hatched, _solid)
"""In the order of the groups, from the least thought to the most."""
