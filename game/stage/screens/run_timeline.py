"""The time axis under the room: what was lived, when it was on air, what happened; dragged to look back."""

from __future__ import annotations

from collections.abc import Callable

from pygame import Rect, Surface

from game.protocol.units import MINUTE
from game.stage import shapes, theme
from game.stage import widgets as w
from game.stage.screens.run_day import LOOK, Day
from game.wording.catalogue import _

_BREACH = theme.hex_colour("#e8665f")
_FACE = w.Style("sans", "regular", theme.TINY, theme.ON_NIGHT_MUTED)


def clock_words(instant: int, *, seconds: bool = True) -> str:
    """`12:03:16`, or `12:03` where the seconds are of no interest."""
    s = instant // 1_000
    return f"{s // 3600:02}:{s // 60 % 60:02}" + (f":{s % 60:02}" if seconds else "")


class TimeBar:
    """Paints the time axis. What stands still is kept as a picture and drawn anew about once a second."""

    def __init__(self) -> None:
        self._kept: Surface | None = None
        self._key: tuple[object, ...] = ()

    def node(self, ui: w.Ui, day: Day, look: Callable[[int], None]) -> w.Node:
        """The axis as a control: arrows look back and forth, a drag too; never beyond what was lived."""

        def paint(surface: Surface, rect: Rect) -> None:
            self._paint(ui, day, surface, rect)

        def drag(moment: w.Drag) -> None:
            if moment.phase != "cancel":
                look(instant_at(day, node.rect, ui.px(10), moment.at[0]))

        node = w.canvas(
            "time", paint, label=_("The day so far"), value=clock_words(day.cursor), role="slider",
            height=w.em(44), live=True, focusable=True, on_drag=drag,
            on_adjust=lambda delta: look(day.cursor + delta * LOOK),
            tooltip=_("Drag to look back over what was lived"),
        )  # fmt: skip
        return node

    def _paint(self, ui: w.Ui, day: Day, surface: Surface, rect: Rect) -> None:
        key = (rect.size, id(day.live.trace), day.live.lived // 1_000, ui.text_scale)
        if self._kept is None or key != self._key:
            self._kept, self._key = self._draw(ui, day, rect.size), key
        surface.blit(self._kept, rect.topleft)
        bar = _bar(ui, rect)
        knob = x_at(day, rect, ui.px(10), day.cursor)
        shapes.disc(surface, (knob, bar.centery), ui.px(9), theme.NIGHT_DEEP)
        shapes.disc(surface, (knob, bar.centery), ui.px(7), theme.CREAM)

    def _draw(self, ui: w.Ui, day: Day, size: tuple[int, int]) -> Surface:
        sheet = Surface(size).convert()
        sheet.fill(theme.NIGHT_DEEP)
        rect = Rect((0, 0), size)
        bar, margin = _bar(ui, rect), ui.px(10)
        lived = x_at(day, rect, margin, day.live.lived)
        shapes.rounded(sheet, bar, theme.NIGHT_RAISED, theme.NIGHT_EDGE, bar.height // 2)
        if lived > bar.x + bar.height:
            done = Rect(bar.x, bar.y, lived - bar.x, bar.height)
            shapes.rounded(sheet, done, theme.BRASS, None, bar.height // 2)
        self._air(ui, day, sheet, rect)
        last: dict[str, int] = {}
        for item in day.marks():
            kind, x = item.topic.partition(":")[0], x_at(day, rect, margin, item.at)
            if x - last.get(kind, -99) >= ui.px(9):  # marks on top of each other say no more than one
                _mark(ui, sheet, kind, x, bar)
                last[kind] = x
        _hours(ui, day, sheet, rect, bar)
        return sheet

    def _air(self, ui: w.Ui, day: Day, sheet: Surface, rect: Rect) -> None:
        """A red band under the axis while the broadcast was on."""
        bar, start = _bar(ui, rect), day.scenario.start
        whole = max(1, day.live.lived - start)
        step = max(1_000, whole // 400)
        for at in range(start, day.live.lived, step):
            if day.timeline.on_air(at):
                x, until = (x_at(day, rect, ui.px(10), t) for t in (at, at + step))
                sheet.fill(theme.ALARM, (x, bar.bottom + ui.px(2), max(1, until - x), max(2, ui.px(2))))


def x_at(day: Day, rect: Rect, margin: int, instant: int) -> int:
    """Where an instant stands on the axis, in pixels."""
    scenario = day.scenario
    return (
        rect.x
        + margin
        + (rect.width - 2 * margin) * (instant - scenario.start) // max(1, scenario.end - scenario.start)
    )


def instant_at(day: Day, rect: Rect, margin: int, x: int) -> int:
    """The instant that stands at a pixel of the axis."""
    scenario = day.scenario
    along = (x - rect.x - margin) / max(1, rect.width - 2 * margin)
    return scenario.start + round(along * (scenario.end - scenario.start))


def _bar(ui: w.Ui, rect: Rect) -> Rect:
    return Rect(rect.x + ui.px(10), rect.y + ui.px(13), rect.width - ui.px(20), max(6, ui.px(8)))


def _mark(ui: w.Ui, sheet: Surface, kind: str, x: int, bar: Rect) -> None:
    """A breach is a triangle, a sending out or a remark a bar, an order a small disc, all above the axis."""
    size, top = ui.px(5), bar.y - ui.px(2)
    if kind == "breach":
        shapes.polygon(sheet, [(x - size, top - 2 * size), (x + size, top - 2 * size), (x, top)], _BREACH)
    elif kind in ("sent", "remark"):
        sheet.fill(theme.ON_NIGHT_CAUTION, (x - max(1, ui.px(1)), top - 2 * size, max(2, ui.px(2.5)), 2 * size))
    elif kind == "order":
        shapes.disc(sheet, (x, top - size), max(2, ui.px(3)), theme.ON_NIGHT)


def _hours(ui: w.Ui, day: Day, sheet: Surface, rect: Rect, bar: Rect) -> None:
    """As many full minutes as fit, each with its time."""
    start, end = day.scenario.start, day.scenario.end
    wide = ui.setter.width("00:00", _FACE, ui.text_scale) * 2
    most = max(1, rect.width // max(1, wide))
    gap = next((m for m in (1, 2, 5, 10, 15, 30, 60, 120) if (end - start) / (m * MINUTE) <= most), 240) * MINUTE
    for at in range(-(-start // gap) * gap, end + 1, gap):
        image = ui.setter.image(clock_words(at, seconds=False), _FACE, ui.text_scale)
        x = x_at(day, rect, ui.px(10), at) - image.get_width() // 2
        sheet.blit(image, (max(rect.x, min(x, rect.right - image.get_width())), bar.bottom + ui.px(5)))
