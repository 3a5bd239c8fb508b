"""The timeline's picture: grid, programme, lateness, bars, cues as links, the instant looked at."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

import pygame
from pygame import Rect, Surface

from game.drawing.emblems import emblem_of, emblem_picture
from game.protocol.units import format_clock
from game.stage import shapes, theme
from game.stage import widgets as w
from game.stage.screens.plan_desk import Placing, PlanDesk
from game.stage.screens.plan_lanes import Bar, Chart
from game.stage.screens.plan_scale import Scale
from game.wording.catalogue import _
from game.wording.sentences import how_long, people

BAR_STYLE: Final = w.Style("sans", "semibold", 12.0, theme.INK)
_AXIS: Final = w.Style("sans", "regular", theme.TINY, theme.MUTED)
LANE_STYLE: Final = w.Style("sans", "semibold", 12.5, theme.INK)
_AIR: Final = w.Style("sans", "semibold", theme.TINY, theme.ALARM)
_GOAL: Final = w.Style("sans", "semibold", theme.TINY, theme.BAIZE)
_ON_INK: Final = w.Style("sans", "semibold", theme.TINY, theme.WHITE)
_WIDE: Final = w.Style("sans", "semibold", theme.TINY, theme.CAUTION)


class Strokes:
    """Draws one chart by one scale on one surface."""

    def __init__(self, desk: PlanDesk, ui: w.Ui, made: Chart, lay: Scale, surface: Surface) -> None:
        self.desk, self.ui, self.made, self.lay, self.surface = desk, ui, made, lay, surface

    def all(self, held: Placing | None) -> None:
        """Everything, from the ground up."""
        self._grid()
        self._lateness()
        self._aim()
        self._lanes()
        self._broadcast()
        if self.desk.shows_walkthrough:
            self._playhead()
        self._links()
        for bar, rect in self.lay.bars:
            self._bar(bar, rect)
        self._breaches()
        self._foot()
        if held is not None:
            self._held(held)

    # Words

    def _words(self, text: str, style: w.Style) -> Surface:
        return self.ui.setter.image(text, style, self.ui.text_scale)

    def _put(self, text: str, style: w.Style, x: int, y: int, *, most: int = 0) -> None:
        image = self._words(text, style)
        area = (0, 0, most, image.get_height()) if most else None
        self.surface.blit(image, (x, y), area)

    # The ground

    def _grid(self) -> None:
        lay = self.lay
        top, free = lay.rect.y + lay.axis, lay.rect.x
        plate = self._plate()
        instant = -(-lay.start // lay.grid) * lay.grid
        while instant <= lay.end:
            x = lay.x(instant)
            self.surface.fill(theme.HAIRLINE, (min(x, lay.rect.right - 1), top, 1, lay.foot - top))
            clock = format_clock(instant)
            image = self._words(clock if lay.grid % 60_000 else clock[:-3], _AXIS)
            left = min(x - image.get_width() // 2, lay.rect.right - image.get_width())
            at = image.get_rect(x=left, centery=lay.rect.y + lay.axis // 2)
            if left > free and not (plate and plate.colliderect(at)):
                self.surface.blit(image, at)
                free = at.right + 4
            instant += lay.grid

    def _lanes(self) -> None:
        lay = self.lay
        for lane in lay.lanes:
            self.surface.fill(theme.HAIRLINE, (lay.rect.x, lane.top, lay.rect.width, 1))
            image = self._words(lane.name, LANE_STYLE)
            y = lane.top + (lay.row + lay.row // 6 - image.get_height()) // 2
            self.surface.blit(image, (lay.rect.x, y), (0, 0, lay.left - lay.rect.x - 6, image.get_height()))

    def _broadcast(self) -> None:
        lane = self.lay.broadcast
        name = self._words(_("Broadcast"), _AXIS)
        self.surface.blit(name, (self.lay.rect.x, lane.centery - name.get_height() // 2))
        thick = max(5, lane.height // 3)
        if not self.made.air:
            none = self._words(_("no broadcast"), _AXIS)
            self.surface.blit(none, (self.lay.left + 4, lane.centery - none.get_height() // 2))
        for start, end in self.made.air:
            x = self.lay.x(start)
            bar = Rect(x, lane.centery - thick // 2, max(2, self.lay.x(end) - x), thick)
            shapes.rounded(self.surface, bar, theme.ALARM, None, thick // 2)
            words = self._words(_("on air"), _AIR)
            if bar.width > words.get_width() + 16:
                plate = words.get_rect(midleft=(bar.x + 10, lane.centery)).inflate(8, 0)
                self.surface.fill(theme.CARD, plate)
                self.surface.blit(words, (plate.x + 4, plate.y))

    def _lateness(self) -> None:
        """How late chance may make those who are still to arrive."""
        lay, scenario = self.lay, self.desk.scenario
        foot = lay.foot
        for arrival in scenario.arrivals:
            left, right = lay.x(arrival.at + arrival.late.low), lay.x(arrival.at + arrival.late.high)
            area = Rect(left, lay.broadcast.bottom, max(2, right - left), foot - lay.broadcast.bottom)
            self.surface.fill(theme.BRASS_TINT, area)
            for x in (area.left, area.right - 1):
                self.surface.fill(theme.BRASS, (x, area.top, 1, area.height))

    def _aim(self) -> None:
        aim, lay = self.desk.scenario.aim, self.lay
        foot = lay.foot
        for instant in {aim.by, aim.due}:
            x = min(lay.x(instant), lay.rect.right - 2)
            for y in range(lay.broadcast.top, foot, 8):
                self.surface.fill(theme.BAIZE, (x, y, 2, 4))

    def _foot(self) -> None:
        """The words under the lanes: who may come when, and by when all has to be done."""
        lay, scenario = self.lay, self.desk.scenario
        windows: dict[tuple[int, int], list[str]] = {}
        for arrival in scenario.arrivals:
            windows.setdefault((arrival.at + arrival.late.low, arrival.late.high), []).extend(arrival.who)
        said = []
        for (instant, late), who in windows.items():
            words = _("{who}: up to {late} late") if late else _("{who}: to arrive")
            said.append((instant, words.format(who=people(scenario, who), late=how_long(late)), _WIDE))
        if scenario.aim.due != scenario.aim.by:
            said.append((scenario.aim.due, _("due"), _GOAL))
        said.append((scenario.aim.by, _("at the latest"), _GOAL))
        free = lay.rect.x
        for instant, words, style in sorted(said, key=lambda one: one[0]):
            image = self._words(words, style)
            back = image.get_width() // 2 if style is _GOAL else 0
            left = max(free, min(lay.x(instant) - back, lay.rect.right - image.get_width()))
            self.surface.blit(image, (left, lay.foot + 1))
            free = left + image.get_width() + 10

    # Bars and cues

    def _bar(self, bar: Bar, rect: Rect) -> None:
        chosen = set(bar.people) & set(self.desk.members)
        radius = max(3, rect.height // 4)
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
        image = self._words(bar.label, BAR_STYLE._replace(colour=ink))
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
            mark = self._words("!", _ON_INK)
            self.surface.blit(mark, mark.get_rect(center=(x, y + size // 3)))

    def _playhead(self) -> None:
        lay = self.lay
        x, top = lay.x(self.desk.instant), lay.rect.y + lay.axis
        self.surface.fill(theme.INK, (x, top, max(1, self.ui.px(1.5)), lay.foot - top))
        image, plate = self._words(format_clock(int(self.desk.instant)), _ON_INK), self._plate()
        if plate is None:
            return
        shapes.rounded(self.surface, plate, theme.INK, None, plate.height // 3)
        self.surface.blit(image, image.get_rect(center=plate.center))

    def _plate(self) -> Rect | None:
        """Where the clock of the instant looked at stands on the axis; None where there is none."""
        if not self.desk.shows_walkthrough:
            return None
        lay = self.lay
        image = self._words(format_clock(int(self.desk.instant)), _ON_INK)
        plate = image.get_rect(center=(lay.x(self.desk.instant), lay.rect.y + lay.axis // 2)).inflate(12, 2)
        return plate.clamp(Rect(lay.left, lay.rect.y, lay.rect.right - lay.left, lay.axis))

    def _held(self, held: Placing) -> None:
        """Somebody held over a lane: where they would enter."""
        lay = self.lay
        lane, x = lay.lane_of(held.door), lay.x(held.instant)
        onto = next((bar for bar in self.made.bars if bar.id == held.onto), None)
        when = _("after {who}").format(who=onto.label) if onto else format_clock(held.instant)
        words = _("{who}: {when}").format(who=self.desk.addressee(held.who), when=when)
        image = self._words(words, BAR_STYLE)
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
