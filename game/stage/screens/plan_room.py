"""The room in the middle: the walk-through of the plan at the instant looked at."""

from __future__ import annotations

from typing import Final

from pygame import Rect, Surface

from game.drawing.painter import RoomPainter
from game.drawing.scene import scene_at
from game.protocol.scenario import Help
from game.protocol.units import format_clock
from game.stage import theme
from game.stage import widgets as w
from game.stage.screens.onlookers import Onlookers, onlookers
from game.stage.screens.plan_desk import PlanDesk
from game.wording.catalogue import _

_CLOCK: Final = w.Style("sans", "bold", 17, theme.INK)
_AIR: Final = w.Style("sans", "bold", theme.TINY, theme.INK)


class RoomView:
    """Keeps the painter between trees; it is made anew when the room's size changes."""

    def __init__(self, desk: PlanDesk) -> None:
        self.desk = desk
        self._painter: RoomPainter | None = None
        self._made_for: tuple[tuple[int, int], float] | None = None

    def panel(self, ui: w.Ui) -> w.Node:
        """The panel: what one looks at, and the room."""
        canvas = w.canvas(
            "room", lambda surface, rect: self._paint(ui, surface, rect), label=_("Room"), live=True,
            spots=self._people,
        )  # fmt: skip
        return w.panel(self._head(ui), canvas, id="room.panel", label=_("Room"), pad=10, gap=6)

    def _head(self, ui: w.Ui) -> w.Node:
        desk = self.desk
        if not desk.shows_walkthrough:
            return w.note(_("Here nobody walks you through it: the room as it is before the doors open."))

        def play() -> None:
            toggle(desk)

        words = _("Pause") if desk.playing else _("Play")
        clock = w.ticker(ui, "room.clock", lambda: format_clock(int(desk.instant)), _CLOCK, sample="00:00:00")
        air = w.ticker(ui, "room.air", self._air_words, _AIR, sample=_("■ press in the room"), align="right")
        about = w.note(_("the walk-through, if nothing goes wrong"))
        about.width = w.FLEX
        return w.row(
            w.button("room.play", words, play, key="space", small=True), clock, about, air, gap=10
        )

    def _air_words(self) -> str:
        timeline = self.desk.session.timeline_of_walkthrough
        return {
            Onlookers.LIVE: _("● ON AIR"),
            Onlookers.PRESS: _("■ press in the room"),
            Onlookers.NOBODY: _("○ off air"),
        }[onlookers(self.desk.scenario, timeline, self._instant)]

    @property
    def _instant(self) -> int:
        return int(self.desk.instant) if self.desk.shows_walkthrough else self.desk.scenario.start

    def _paint(self, ui: w.Ui, surface: Surface, rect: Rect) -> None:
        size, text = (rect.width, rect.height), ui.text_scale
        if self._painter is None or self._made_for != (size, text):
            self._painter = RoomPainter(self.desk.scenario, size, text=text)
            self._made_for = (size, text)
        desk = self.desk
        timeline = desk.session.timeline_of_walkthrough
        hover = ui.hover.removeprefix("room.who.") if ui.hover.startswith("room.who.") else ""
        ids = [person.id for person in desk.scenario.people]
        trail = timeline.path(ids.index(desk.members[0]), self._instant) if len(desk.members) == 1 else ()
        scene = scene_at(
            desk.scenario, timeline, self._instant, hover=hover, chosen=frozenset(desk.members), trail=trail,
            blame=desk.scenario.help is Help.VERDICTS,
        )  # fmt: skip
        self._painter.paint(surface, rect.topleft, scene)

    def _people(self, rect: Rect) -> list[w.Node]:
        """Everybody drawn, to be chosen with the mouse; by keys one chooses them in the list."""
        painter, found = self._painter, []
        for person in (*self.desk.scenario.delegates, *self.desk.scenario.officers) if painter is not None else ():
            at = painter.person_rect(person.id) if painter is not None else None
            if at is not None:
                found.append(self._spot(person.id, person.name, at.move(rect.topleft).clip(rect)))
        return found

    def _spot(self, person: str, name: str, at: Rect) -> w.Node:
        return w.spot(
            f"room.who.{person}", at, name, focusable=False, on_press=lambda: self.desk.choose(person),
            payload=(person,),
        )  # fmt: skip


def toggle(desk: PlanDesk) -> None:
    """Play the walk-through, or pause it; from the end it begins again."""
    if not desk.shows_walkthrough:
        return
    desk.playing = not desk.playing
    if desk.playing and desk.instant >= desk.scenario.end:
        desk.instant = desk.scenario.start
    desk.refresh()
