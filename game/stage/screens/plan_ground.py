"""The ground of the timeline: clock, lanes, who sees it, lateness, what has to be done by when."""

from __future__ import annotations

from typing import Final

from pygame import Rect, Surface

from game.protocol.units import format_clock
from game.stage import shapes, theme
from game.stage import widgets as w
from game.stage.screens.plan_desk import PlanDesk
from game.stage.screens.plan_lanes import Chart
from game.stage.screens.plan_scale import Scale
from game.wording.catalogue import _
from game.wording.sentences import how_long, people

LANE_STYLE: Final = w.Style("sans", "semibold", 12.5, theme.INK)
ON_INK: Final = w.Style("sans", "semibold", theme.TINY, theme.WHITE)
_AXIS: Final = w.Style("sans", "regular", theme.TINY, theme.MUTED)
_AIR: Final = w.Style("sans", "semibold", theme.TINY, theme.ALARM)
_WIDE: Final = w.Style("sans", "semibold", theme.TINY, theme.CAUTION)
_ROOM: Final = w.Style("sans", "semibold", theme.TINY, theme.MUTED)
_GOAL: Final = w.Style("sans", "semibold", theme.TINY, theme.BAIZE)


class Ground:
    """Draws what lies under the bars of one chart, by one scale, on one surface."""

    def __init__(self, desk: PlanDesk, ui: w.Ui, made: Chart, lay: Scale, surface: Surface) -> None:
        self.desk, self.ui, self.made, self.lay, self.surface = desk, ui, made, lay, surface

    def ground(self) -> None:
        """All of it, from the lowest up."""
        self._grid()
        self._lateness()
        self._aim()
        self._lanes()
        self._broadcast()
        if self.desk.shows_walkthrough:
            self._playhead()

    def words(self, text: str, style: w.Style) -> Surface:
        """Text as a picture, kept."""
        return self.ui.setter.image(text, style, self.ui.text_scale)

    def _grid(self) -> None:
        lay = self.lay
        top, free = lay.rect.y + lay.axis, lay.rect.x
        plate = self._plate()
        instant = -(-lay.start // lay.grid) * lay.grid
        while instant <= lay.end:
            x = lay.x(instant)
            self.surface.fill(theme.HAIRLINE, (min(x, lay.rect.right - 1), top, 1, lay.foot - top))
            clock = format_clock(instant)
            image = self.words(clock if lay.grid % 60_000 else clock[:-3], _AXIS)
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
            image = self.words(lane.name, LANE_STYLE)
            y = lane.top + (lay.row + lay.row // 6 - image.get_height()) // 2
            self.surface.blit(image, (lay.rect.x, y), (0, 0, lay.left - lay.rect.x - 6, image.get_height()))

    def _broadcast(self) -> None:
        """When the broadcast is on, and when the press is in the room: who would see it."""
        lane, scenario = self.lay.broadcast, self.desk.scenario
        press = scenario.press
        spans = [(start, end, _("on air"), _AIR) for start, end in self.made.air]
        if press.start is not None:
            spans.append((press.start, press.end or scenario.end, _("press in the room"), _WIDE))
        name = self.words(_("Seen by") if press.start is not None else _("Broadcast"), _AXIS)
        self.surface.blit(name, (self.lay.rect.x, lane.centery - name.get_height() // 2))
        if not spans:
            none = self.words(_("no broadcast"), _AXIS)
            self.surface.blit(none, (self.lay.left + 4, lane.centery - none.get_height() // 2))
        for nth, (start, end, words, style) in enumerate(spans):
            both = press.start is not None and bool(self.made.air)
            down = 0 if not both else lane.height // 4 if nth == len(spans) - 1 else -lane.height // 4
            self._span(start, end, words, style, lane.centery + down)

    def _span(self, start: int, end: int, words: str, style: w.Style, y: int) -> None:
        """A stretch of time as a line with its name in it, where there is room."""
        thick = max(5, self.lay.row // 4)
        x = self.lay.x(start)
        bar = Rect(x, y - thick // 2, max(2, self.lay.x(end) - x), thick)
        shapes.rounded(self.surface, bar, style.colour, None, thick // 2)
        image = self.words(words, style)
        if bar.width > image.get_width() + 20:
            ground = image.get_rect(midleft=(bar.x + 12, y)).inflate(8, 0)
            self.surface.fill(theme.CARD, ground)
            self.surface.blit(image, (ground.x + 4, ground.y))

    def _lateness(self) -> None:
        """How late chance may make those who are still to arrive, and the room itself."""
        lay, scenario = self.lay, self.desk.scenario
        foot = lay.foot
        for arrival in scenario.arrivals:
            left, right = lay.x(arrival.at + arrival.late.low), lay.x(arrival.at + arrival.late.high)
            area = Rect(left, lay.broadcast.bottom, max(2, right - left), foot - lay.broadcast.bottom)
            self.surface.fill(theme.BRASS_TINT, area)
            for x in (area.left, area.right - 1):
                self.surface.fill(theme.BRASS, (x, area.top, 1, area.height))
        ready = scenario.room_ready
        for instant in (ready.at, ready.at + ready.late.high) if ready is not None else ():
            for y in range(lay.broadcast.bottom, foot, 6):
                self.surface.fill(theme.MUTED, (min(lay.x(instant), lay.rect.right - 1), y, 1, 3))

    def _aim(self) -> None:
        aim, lay = self.desk.scenario.aim, self.lay
        foot = lay.foot
        for instant in {aim.by, aim.due}:
            x = min(lay.x(instant), lay.rect.right - 2)
            for y in range(lay.broadcast.top, foot, 8):
                self.surface.fill(theme.BAIZE, (x, y, 2, 4))

    def foot(self) -> None:
        """The words under the lanes: who may come when, and by when all has to be done."""
        lay, scenario = self.lay, self.desk.scenario
        windows: dict[tuple[int, int], list[str]] = {}
        for arrival in scenario.arrivals:
            windows.setdefault((arrival.at + arrival.late.low, arrival.late.high), []).extend(arrival.who)
        said = []
        for (instant, late), who in windows.items():
            words = _("{who}: up to {late} late") if late else _("{who}: to arrive")
            said.append((instant, words.format(who=people(scenario, who), late=how_long(late)), _WIDE))
        ready = scenario.room_ready
        if ready is not None:
            words = _("room ready: up to {late} late") if ready.late.high else _("room ready")
            said.append((ready.at, words.format(late=how_long(ready.late.high)), _ROOM))
        if scenario.aim.due != scenario.aim.by:
            said.append((scenario.aim.due, _("due"), _GOAL))
        said.append((scenario.aim.by, _("at the latest"), _GOAL))
        free = lay.rect.x
        for instant, words, style in sorted(said, key=lambda one: one[0]):
            image = self.words(words, style)
            back = image.get_width() // 2 if style is _GOAL else 0
            left = max(free, min(lay.x(instant) - back, lay.rect.right - image.get_width()))
            self.surface.blit(image, (left, lay.foot + 1))
            free = left + image.get_width() + 10

    def _plate(self) -> Rect | None:
        """Where the clock of the instant looked at stands on the axis; None where there is none."""
        if not self.desk.shows_walkthrough:
            return None
        lay = self.lay
        image = self.words(format_clock(int(self.desk.instant)), ON_INK)
        plate = image.get_rect(center=(lay.x(self.desk.instant), lay.rect.y + lay.axis // 2)).inflate(12, 2)
        return plate.clamp(Rect(lay.left, lay.rect.y, lay.rect.right - lay.left, lay.axis))

    def _playhead(self) -> None:
        lay = self.lay
        x, top = lay.x(self.desk.instant), lay.rect.y + lay.axis
        self.surface.fill(theme.INK, (x, top, max(1, self.ui.px(1.5)), lay.foot - top))
        image, plate = self.words(format_clock(int(self.desk.instant)), ON_INK), self._plate()
        if plate is None:
            return
        shapes.rounded(self.surface, plate, theme.INK, None, plate.height // 3)
        self.surface.blit(image, image.get_rect(center=plate.center))
