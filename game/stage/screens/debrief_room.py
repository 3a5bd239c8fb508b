"""The room as it was at an instant of the finished day, small, with a slider to go through it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from pygame import Rect, Surface

from game.drawing.scene import scene_at
from game.protocol.scenario import Scenario
from game.protocol.units import SECOND
from game.simulation.where import Timeline
from game.stage import widgets as w
from game.stage.screens.onlookers import Onlookers, onlookers
from game.stage.screens.run_room import CloseUp
from game.stage.screens.run_timeline import clock_words
from game.wording.catalogue import _


class LookBack:
    """The room at the instant the debrief looks at."""

    def __init__(self, scenario: Scenario, timeline: Timeline) -> None:
        self._scenario = scenario
        self._timeline = timeline
        self._close = CloseUp(scenario)

    def panel(self, ui: w.Ui, instant: int, marked: frozenset[str], look: Callable[[int], None]) -> w.Node:
        """The room over a slider; `marked` are those the open line is about."""
        scenario = self._scenario

        def paint(surface: Surface, rect: Rect) -> None:
            self._close.paint(ui, surface, rect, scene_at(scenario, self._timeline, instant, chosen=marked))

        words, tone = {
            Onlookers.LIVE: (_("on air"), "alarm"),
            Onlookers.PRESS: (_("press in the room"), "alarm_soft"),
            Onlookers.NOBODY: (_("off air"), "plain"),
        }[onlookers(scenario, self._timeline, instant)]
        slider = w.slider(
            "look", _("Moment of the day"), instant, (scenario.start, scenario.end), look, step=2 * SECOND,
            shown=clock_words(instant),
        )  # fmt: skip
        back = w.button(
            "look.back",
            "−5 s",
            partial(look, instant - 5 * SECOND),
            small=True,
            tooltip=_("Five seconds back"),
        )
        on = w.button(
            "look.on", _("+5 s"), partial(look, instant + 5 * SECOND), small=True, tooltip=_("Five seconds on")
        )
        return w.panel(
            w.row(
                w.heading(_("The room at {clock}").format(clock=clock_words(instant)), size=17), w.spacer(),
                w.chip(words, tone),
            ),
            w.canvas("room", paint, label=_("The room at {clock}").format(clock=clock_words(instant))),
            w.row(back, slider, on, gap=6),
            id="room.panel", gap=6, pad=10,
        )  # fmt: skip
