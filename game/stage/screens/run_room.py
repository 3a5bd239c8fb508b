"""The room of a run, large: painted every frame, with a place on it for everyone and every door to press."""

from __future__ import annotations

from collections.abc import Callable

from pygame import Rect, Surface

from game.stage import theme
from game.stage import widgets as w
from game.stage.screens.run_day import Day
from game.stage.screens.run_news import News
from game.wording.catalogue import _

BANNER = 7_000


class RoomView:
    """Paints the room and knows where everyone was painted last."""

    def node(self, ui: w.Ui, day: Day, pick: Callable[[str], w.Screen | None]) -> w.Node:
        """The room as a live canvas."""

        def paint(surface: Surface, rect: Rect) -> None:
            surface.fill(theme.NIGHT, rect)

        def spots(rect: Rect) -> list[w.Node]:
            return self._banner(ui, day, rect)

        return w.canvas("room", paint, label=_("Room"), spots=spots, live=True)

    def banner(self, day: Day) -> News | None:
        """What has just happened that must not be missed."""
        news = [item for item in day.news()[-3:] if item.tone in ("alarm", "caution") and day.cursor - item.at < BANNER]
        return news[-1] if news else None

    def _banner(self, ui: w.Ui, day: Day, rect: Rect) -> list[w.Node]:
        item = self.banner(day)
        if item is None:
            return []
        words = item.sentence(day.scenario)
        style = w.Style("sans", "semibold", 15, theme.WHITE)
        node = w.paragraph(w.Span(words, style), align="centre", id="banner", role="alert")
        node.box = w.Box(theme.ALARM_DEEP, theme.ALARM)
        node.pad = (16, 8, 16, 8)
        width = min(rect.width - ui.px(40), ui.setter.width(words, style, ui.text_scale) + ui.px(34))
        tall = ui.setter.set((w.Span(words, style),), ui.text_scale, width - ui.px(32)).height + ui.px(16)
        area = Rect(0, 0, width, tall)
        area.midtop = (rect.centerx, rect.y + ui.px(8))
        return [w.at(node, area)]
