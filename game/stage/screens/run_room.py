"""The room of a run, large: painted every frame, with a place on it for everyone and every door to press."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from pygame import Rect, Surface

from game.drawing.layout import CORRIDOR, fit
from game.drawing.painter import RoomPainter
from game.drawing.scene import Scene, kept_at
from game.drawing.view import THICK, WALL_HEIGHT, View
from game.protocol.scenario import Scenario
from game.stage import theme
from game.stage import widgets as w
from game.stage.screens.run_day import Day
from game.stage.screens.run_news import News
from game.stage.screens.run_orders import door_words, person_words
from game.wording.catalogue import _

BANNER = 7_000
_BANNER = w.Style("sans", "semibold", 15, theme.WHITE)
_BESIDE_TABS = w.Style("sans", "semibold", theme.SMALL, theme.WHITE)


class Painters:
    """Keeps the painter of a room as long as its size and the text's stay the same."""

    def __init__(self, scenario: Scenario, *, night: bool) -> None:
        self._scenario = scenario
        self._night = night
        self._key: tuple[object, ...] = ()
        self._painter: RoomPainter | None = None

    def of(self, ui: w.Ui, size: tuple[int, int]) -> RoomPainter:
        """The painter for a canvas of this size."""
        key = (size, ui.text_scale)
        if self._painter is None or key != self._key:
            self._key = key
            self._painter = RoomPainter(self._scenario, size, text=ui.text_scale, night=self._night)
        return self._painter


class CloseUp:
    """The room alone, without the holding rooms around it, as large as a canvas allows."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self._painters = Painters(scenario, night=False)
        self._whole: Surface | None = None

    def paint(self, ui: w.Ui, surface: Surface, rect: Rect, scene: Scene) -> None:
        """Paint the scene into the rectangle, the room in its middle."""
        size = self._size(ui, rect.size)
        painter = self._painters.of(ui, size)
        if self._whole is None or self._whole.get_size() != size:
            self._whole = Surface(size).convert()
        # Whoever waits or walks outside would be cut in half at the edge.
        inside = tuple(one for one in scene.people if one.at is not None)
        painter.paint(self._whole, (0, 0), replace(scene, people=inside, speech=""))
        area = room_area(self._scenario, painter.view)
        part = Rect((0, 0), rect.size)
        part.center = area.centerx, area.centery - _sign(ui) // 2
        around = round(CORRIDOR * painter.view.scale * 9 / 10)
        shown = part.clamp(Rect((0, 0), size)).clip(area.inflate(2 * around, 2 * around))
        place = shown.copy()
        place.center = rect.center
        surface.fill(theme.SHEET, rect)
        surface.blit(self._whole, place, shown)

    def _size(self, ui: w.Ui, size: tuple[int, int]) -> tuple[int, int]:
        """The size of the whole picture of which the room fills the canvas."""
        for tenths in range(30, 10, -1):
            whole = size[0] * tenths // 10, size[1] * tenths // 10
            area = room_area(self._scenario, fit(self._scenario, whole, ui.text_scale).view)
            if area.width <= size[0] and area.height + _sign(ui) <= size[1]:
                return whole
        return size


def _sign(ui: w.Ui) -> int:
    """Pixels that the sign over a door in the upper wall needs above the room."""
    return round(14 * ui.text_scale)


def room_area(scenario: Scenario, view: View) -> Rect:
    """The pixels of the room with its walls."""
    left, top = view.px(-2 * THICK, -THICK, WALL_HEIGHT)
    right, bottom = view.px(scenario.room.width + 2 * THICK, scenario.room.depth + 2 * THICK)
    return Rect(round(left), round(top), round(right - left), round(bottom - top))


class RoomView:
    """Paints the room and knows where everyone was painted last."""

    def __init__(self, scenario: Scenario) -> None:
        self._painters = Painters(scenario, night=True)
        self._frames = 0

    def node(
        self, ui: w.Ui, day: Day, chosen: Callable[[], frozenset[str]], pick: Callable[[str], w.Screen | None],
        *, tabbed: bool = False,
    ) -> w.Node:  # fmt: skip
        """The room as a live canvas, with the banner at its foot unless that stands in the row of the tabs."""

        def paint(surface: Surface, rect: Rect) -> None:
            hover = ui.hover.removeprefix("in.") if ui.hover.startswith("in.") else ""
            scene = self._scene(day, hover, chosen())
            painter = self._painters.of(ui, rect.size)
            painter.paint(surface, rect.topleft, scene)
            self._foresee(painter, day)

        def spots(rect: Rect) -> list[w.Node]:
            return [
                *self._doors(ui, day, rect, pick),
                *self._people(ui, day, rect, pick),
                *(() if tabbed else self._at_the_foot(ui, day, rect)),
            ]

        return w.canvas("room", paint, label=_("Room"), spots=spots, live=True, opaque=True)

    def _scene(self, day: Day, hover: str, chosen: frozenset[str]) -> Scene:
        """What is to be painted; the day knows already where everyone is."""
        now, at = day.moment, day.cursor
        rule = day.timeline.speech(at)
        house = day.scenario.rule(rule).house if rule else None
        return Scene(
            now.people, day.timeline.official(at), house.says if house else "", now.on_air, now.held, hover, chosen,
            kept=kept_at(day.scenario, day.timeline, at), ready=now.ready,
        )  # fmt: skip

    def _foresee(self, painter: RoomPainter, day: Day) -> None:
        """Every other frame draw a figure that will be needed soon, so that no frame has to draw many."""
        self._frames += 1
        if self._frames % 2 == 0 and day.playing:
            ahead = 100 + self._frames * 37 % 1_200
            soon = min(day.cursor + ahead * day.speed, day.scenario.end)
            painter.foresee(day.timeline.at(soon), most=1)

    def _doors(self, ui: w.Ui, day: Day, rect: Rect, pick: Callable[[str], w.Screen | None]) -> list[w.Node]:
        painter = self._painters.of(ui, rect.size)
        return [
            w.spot(
                f"in.{door.id}", painter.door_rect(door.id).move(rect.topleft), door.name, role="door",
                value=door_words(day.scenario, door.id, day.moment, ""), on_press=partial(pick, door.id),
                focusable=False,
            )
            for door in day.scenario.room.doors
        ]  # fmt: skip

    def _people(self, ui: w.Ui, day: Day, rect: Rect, pick: Callable[[str], w.Screen | None]) -> list[w.Node]:
        """Where everyone was painted last; those in front last, so that they are pressed first."""
        painter = self._painters.of(ui, rect.size)
        found = []
        for person, one in zip(day.scenario.people, day.moment.people, strict=True):
            area = painter.person_rect(person.id)
            if area is not None:
                found.append(w.spot(
                    f"in.{person.id}", area.move(rect.topleft), person.name, role="person",
                    value=person_words(day.scenario, person, one, day.moment),
                    on_press=partial(pick, person.id), focusable=False,
                ))  # fmt: skip
        return sorted(found, key=lambda node: node.rect.bottom)

    def banner(self, day: Day) -> News | None:
        """What has just happened that must not be missed."""
        news = [n for n in day.news()[-3:] if n.tone in ("alarm", "caution") and day.cursor - n.at < BANNER]
        return news[-1] if news else None

    def beside_tabs(self, day: Day) -> w.Node | None:
        """The banner in two smaller lines, for where large text leaves the room no height to spare."""
        item = self.banner(day)
        if item is None:
            return None
        node = _banner(item.sentence(day.scenario), _BESIDE_TABS, lines=2)
        node.pad, node.width, node.height, node.justify = (12, 2, 12, 2), w.FLEX, w.FLEX, "centre"
        return node

    def _at_the_foot(self, ui: w.Ui, day: Day, rect: Rect) -> list[w.Node]:
        item = self.banner(day)
        if item is None:
            return []
        words = item.sentence(day.scenario)
        node = _banner(words, _BANNER)
        node.pad = (16, 8, 16, 8)
        width = min(rect.width - ui.px(40), ui.setter.width(words, _BANNER, ui.text_scale) + ui.px(34))
        lines = ui.setter.set((w.Span(words, _BANNER),), ui.text_scale, width - ui.px(32))
        area = Rect(0, 0, width, lines.height + ui.px(16))
        area.midbottom = (rect.centerx, rect.bottom - ui.px(8))
        return [w.at(node, area)]


def _banner(words: str, style: w.Style, lines: int = 0) -> w.Node:
    node = w.paragraph(w.Span(words, style), align="centre", id="banner", role="alert", lines=lines)
    node.box = w.Box(theme.ALARM_DEEP, theme.ALARM)
    return node
