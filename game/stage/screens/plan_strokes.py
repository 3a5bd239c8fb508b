"""The timeline's picture: its ground, the bars, the cues as links, what is held over it."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

import pygame
from pygame import Rect, Surface

from game.drawing.emblems import emblem_picture
from game.drawing.shapes import emblem_of
from game.drawing.vector import icon
from game.protocol.units import format_clock
from game.stage import shapes, theme
from game.stage import widgets as w
from game.stage.screens.brief_pieces import BRASS_INK
from game.stage.screens.plan_desk import Placing
from game.stage.screens.plan_ground import ON_INK, Ground
from game.stage.screens.plan_lanes import Bar
from game.stage.screens.posts import draw_post
from game.wording.catalogue import _

BAR_STYLE: Final = w.Style("sans", "semibold", 12.0, theme.INK)


class Strokes(Ground):
    """Draws one chart by one scale on one surface."""

    def all(self, held: Placing | None) -> None:
        """Everything, from the ground up."""
        self.ground()
        self._links()
        for bar, rect in self.lay.bars:
            self._bar(bar, rect)
        self._breaches()
        self.foot()
        if held is not None:
            self._held(held)

    def _post(self, bar: Bar, rect: Rect) -> None:
        """An officer of the house at a door: brass-edged, with a key; hatched while only principals pass."""
        kept, opened = None, None
        if bar.keeps is not None:
            end = rect.right if bar.keeps[1] is None else self.lay.x(bar.keeps[1])
            kept = Rect(self.lay.x(bar.keeps[0]), rect.y, 0, rect.height)
            kept.width = max(0, end - kept.x)
            opened = end if bar.keeps[1] is not None else None
        draw_post(self.surface, rect, kept, opened)
        image = self.words(bar.label, BAR_STYLE)
        key = icon("key", rect.height * 2 // 3, BRASS_INK)
        plate = Rect(rect.x + 3, rect.y + 3, key.get_width() + image.get_width() + 12, rect.height - 6)
        self.surface.fill(theme.CARD, plate.clip(rect))
        self.surface.blit(key, (plate.x + 3, rect.centery - key.get_height() // 2))
        self.surface.blit(image, (plate.x + key.get_width() + 8, rect.centery - image.get_height() // 2))

    def _bar(self, bar: Bar, rect: Rect) -> None:
        chosen = set(bar.people) & set(self.desk.members)
        radius = max(3, rect.height // 4)
        if bar.officer:
            self._post(bar, rect)
            if chosen:
                around = rect.inflate(6, 6)
                shapes.rounded(self.surface, around, None, theme.INK, radius, max(2, self.ui.px(2)))
            return
        colour = theme.hex_colour(emblem_of(self.desk.scenario, bar.of).colour) if bar.of else theme.MUTED
        if bar.briefed:
            shapes.rounded(self.surface, rect, colour, None, radius)
            ink = theme.WHITE if theme.contrast(theme.WHITE, colour) >= 4.5 else theme.INK
        else:
            shapes.rounded(self.surface, rect, theme.CARD, None, radius)
            shapes.dashed(self.surface, rect, colour, max(3, rect.height // 5), max(1, rect.height // 16))
            ink = theme.ALARM
        if chosen:
            around = rect.inflate(6, 6)
            shapes.rounded(self.surface, around, None, theme.INK, radius + 3, max(2, self.ui.px(2)))
        x = rect.x + rect.height // 4
        if bar.of:
            size = rect.height
            self.surface.blit(emblem_picture(emblem_of(self.desk.scenario, bar.of), size), (x - 2, rect.y))
            x += size
        image = self.words(bar.label, BAR_STYLE._replace(colour=ink))
        self.surface.blit(image, (x, rect.centery - image.get_height() // 2))

    def _links(self) -> None:
        for link in self.made.links:
            target = self.lay.rect_of(link.to)
            source = self.lay.broadcast if link.source == "broadcast" else self.lay.rect_of(link.source)
            if target is None or source is None:
                continue
            if link.source == "broadcast":
                start = (self.lay.x(self.made.air[0][0]) if self.made.air else source.x, source.centery)
            else:
                start = (source.right - 6 if link.late else source.x + source.height // 3,
                         source.bottom if target.y >= source.y else source.top)  # fmt: skip
            self._arrow(start, target, theme.MUTED if link.by_habit else theme.INK, link.by_habit)

    def _arrow(self, start: tuple[int, int], target: Rect, ink: theme.Colour, dotted: bool) -> None:
        thick = max(1, self.ui.px(1.5))
        end = (target.x - 1, target.centery)
        bend = start[0] if start[0] < end[0] - 6 else end[0] - self.ui.px(9)
        points = [start, (bend, start[1]), (bend, end[1]), end]
        for a, b in pairwise(points):
            if dotted:
                _dots(self.surface, a, b, ink, thick)
            else:
                pygame.draw.line(self.surface, ink, a, b, thick)
        size = self.ui.px(5)
        x, y = end
        shapes.polygon(self.surface, [(x + 1, y), (x - size, y - size), (x - size, y + size)], ink)

    def _breaches(self) -> None:
        """Where the walk-through breaks a rule: a sign on the broadcast's lane (where help is `verdicts`)."""
        size = max(7, self.lay.broadcast.height // 2)
        for instant, _rule in self.made.breaches:
            x, y = self.lay.x(instant), self.lay.broadcast.centery
            corners = [(x, y - size), (x + size, y + size), (x - size, y + size)]
            shapes.polygon(self.surface, corners, theme.ALARM_DEEP)
            mark = self.words("!", ON_INK)
            self.surface.blit(mark, mark.get_rect(center=(x, y + size // 3)))

    def _held(self, held: Placing) -> None:
        """Somebody held over a lane: where they would enter."""
        lay = self.lay
        lane, x = lay.lane_of(held.door), lay.x(held.instant)
        onto = next((bar for bar in self.made.bars if bar.id == held.onto), None)
        when = _("after {who}").format(who=onto.label) if onto else format_clock(held.instant)
        words = _("{who}: {when}").format(who=self.desk.addressee(held.who), when=when)
        image = self.words(words, BAR_STYLE)
        around = Rect(lay.rect.x, lane.top, lay.rect.width, lane.height)
        shapes.rounded(self.surface, around, None, theme.BRASS, 6, max(2, self.ui.px(2)))
        plate = Rect(x, lane.top + lay.row // 6, image.get_width() + 16, lay.row - lay.row // 6)
        plate.clamp_ip(lay.rect)
        shapes.rounded(self.surface, plate, theme.BRASS_TINT, theme.INK, 4, 2)
        self.surface.blit(image, (plate.x + 8, plate.centery - image.get_height() // 2))
        top = lay.rect.y + lay.axis
        self.surface.fill(theme.INK, (x, top, 2, lane.top + lane.height - top))


def _dots(surface: Surface, a: tuple[int, int], b: tuple[int, int], ink: theme.Colour, thick: int) -> None:
    long = max(abs(b[0] - a[0]), abs(b[1] - a[1]))
    for step in range(0, long, 5):
        x, y = a[0] + (b[0] - a[0]) * step // long, a[1] + (b[1] - a[1]) * step // long
        surface.fill(ink, (x, y, max(2, thick), max(2, thick)))
