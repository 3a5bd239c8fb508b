"""The room of the file that is written, at the instant looked at, with the way to other instants and other plans."""

from __future__ import annotations

from functools import partial

from pygame import Rect, Surface

from game.drawing.painter import RoomPainter
from game.drawing.scene import scene_at
from game.protocol.scenario import Scenario
from game.protocol.units import SECOND
from game.stage import theme
from game.stage import widgets as w
from game.stage.screens.author_desk import NOBODY, AuthorDesk, Shown
from game.stage.screens.debrief_chart import Chart
from game.stage.screens.onlookers import Onlookers, onlookers
from game.stage.screens.run_room import CloseUp
from game.stage.screens.run_timeline import clock_words
from game.wording.catalogue import _

BACK = 5 * SECOND


class AuthorRoom:
    """Room and timeline; what is costly to draw is kept until the scenario, the plan or a size is another."""

    def __init__(self, desk: AuthorDesk) -> None:
        self.desk = desk
        self._painter: tuple[Scenario, tuple[int, int], float, RoomPainter] | None = None
        self._close: tuple[Scenario, CloseUp] | None = None
        self._chart: tuple[Shown, Chart] | None = None

    def panel(self, ui: w.Ui, shown: Shown, *, tabbed: bool) -> w.Node:
        """The room under its controls; where large text leaves no height, the room alone, over a slider."""
        paint = self._close_up if tabbed else self._paint
        at = clock_words(self.desk.instant)
        canvas = w.canvas(
            "room", lambda surface, rect: paint(ui, shown, surface, rect),
            label=_("The room at {clock}").format(clock=at),
        )  # fmt: skip
        line = self._slider(shown) if tabbed else None
        return w.panel(self._head(ui, shown, at), canvas, line, id="room.panel", label=_("Room"), pad=10, gap=6)

    def _head(self, ui: w.Ui, shown: Shown, at: str) -> w.Node:
        words, tone = {
            Onlookers.LIVE: (_("on air"), "alarm"),
            Onlookers.PRESS: (_("press in the room"), "alarm_soft"),
            Onlookers.NOBODY: (_("off air"), "plain"),
        }[onlookers(shown.scenario, shown.timeline, self.desk.instant)]
        step = partial(self._step, ui)
        back = w.button("look.back", "−5 s", partial(step, -BACK), small=True, tooltip=_("Five seconds back"))
        on = w.button("look.on", _("+5 s"), partial(step, BACK), small=True, tooltip=_("Five seconds on"))
        clock = w.label(at, size=17, weight="bold", id="clock")
        result = _("{total} of 100, {grade}").format(total=shown.card.total, grade=shown.card.grade)
        clean = w.chip(_("clean"), "good") if shown.trace.clean else w.chip(_("not clean"), "alarm_soft")
        return w.row(
            w.flow(self._plans(ui, shown), w.label(result, weight="semibold", id="result"), clean, gap=8, width=w.FLEX),
            w.flow(back, clock, on, w.chip(words, tone), gap=6),
            gap=10,
        )

    def _plans(self, ui: w.Ui, shown: Shown) -> w.Node:
        names = [(name, _("nobody briefed") if name == NOBODY else name) for name in self.desk.plans]

        def choose(name: str) -> None:
            self.desk.choose_plan(name)
            ui.refresh()

        return w.combo(ui, "plan", _("Plan"), names, shown.name, choose, width=w.em(170))

    def _step(self, ui: w.Ui, by: int) -> None:
        self.desk.look_at(self.desk.instant + by)
        ui.refresh()

    def _slider(self, shown: Shown) -> w.Node:
        day = shown.scenario.start, shown.scenario.end
        return w.slider(
            "look", _("Moment of the day"), self.desk.instant, day, self.desk.look_at, step=BACK,
            shown=clock_words(self.desk.instant),
        )  # fmt: skip

    def timeline(self, ui: w.Ui, shown: Shown) -> w.Node:
        """Everybody's entries on a time axis."""

        def look(instant: int) -> None:
            self.desk.look_at(instant)
            ui.refresh()

        if self._chart is None or self._chart[0] is not shown:
            self._chart = shown, Chart(shown.scenario, shown.trace, shown.walk)
        chart = self._chart[1]
        return w.panel(
            chart.node(ui, self.desk.instant, look), chart.legend(ui), id="timeline.panel", label=_("Timeline"),
            gap=4, pad=10,
        )  # fmt: skip

    def _paint(self, ui: w.Ui, shown: Shown, surface: Surface, rect: Rect) -> None:
        kept, scenario = self._painter, shown.scenario
        if kept is None or kept[0] is not scenario or kept[1:3] != (rect.size, ui.text_scale):
            kept = scenario, rect.size, ui.text_scale, RoomPainter(scenario, rect.size, text=ui.text_scale)
            self._painter = kept
        kept[3].paint(surface, rect.topleft, scene_at(scenario, shown.timeline, self.desk.instant))

    def _close_up(self, ui: w.Ui, shown: Shown, surface: Surface, rect: Rect) -> None:
        scenario = shown.scenario
        if self._close is None or self._close[0] is not scenario:
            self._close = scenario, CloseUp(scenario)
        self._close[1].paint(ui, surface, rect, scene_at(scenario, shown.timeline, self.desk.instant))


def empty_desk() -> w.Node:
    """What stands in the room's place before the file could be played once."""
    return w.panel(
        w.spacer(w.AUTO, w.FLEX),
        w.heading(_("Nothing can be shown yet")),
        w.prose(_("As soon as the file is saved without these problems, the room, the day and the bots appear here.")),
        w.spacer(w.AUTO, w.FLEX),
        id="empty", pad=(60, 20), fill=theme.SHEET,
    )  # fmt: skip
