"""Planned against actual on a time axis: a lane for everyone, with what was foreseen, what was, and why it ended."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from pygame import Rect, Surface

from game.drawing.vector import icon
from game.protocol.people import Person, Role
from game.protocol.scenario import Scenario
from game.protocol.units import MINUTE
from game.simulation.blame import to_blame
from game.simulation.codes import Code
from game.simulation.posts import Doorkeeping, Post
from game.simulation.trace import Trace
from game.stage import shapes, theme
from game.stage import widgets as w
from game.stage.screens.brief_pieces import BRASS_INK
from game.stage.screens.posts import draw_post
from game.stage.screens.run_timeline import clock_words
from game.wording.catalogue import _

NAMES: Final = 112
ROW: Final = 22
_NAME = w.Style("sans", "semibold", theme.SMALL, theme.INK)
_TICK = w.Style("sans", "regular", theme.TINY, theme.MUTED)
_NOW = w.Style("sans", "semibold", theme.TINY, theme.WHITE)


@dataclass(frozen=True, slots=True)
class Stay:
    """Somebody in the room from `entered` to `left`; `sent` where they were sent or asked out, `amiss` in a breach."""

    entered: int
    left: int
    sent: bool
    amiss: bool


@dataclass(frozen=True, slots=True)
class Lane:
    """One person: when the plan had them enter (None: never) and their stays; of an officer his stays at doors."""

    person: str
    name: str
    planned: int | None
    stays: tuple[Stay, ...]
    posts: tuple[Post, ...] = ()
    role: Role = Role.DELEGATE

    def words(self) -> str:
        """The lane as a sentence."""
        if self.role is Role.OFFICER:
            return ", ".join(map(_post_words, self.posts)) or _("stood at no door")
        if self.role is Role.UNINVITED and not self.stays:
            return _("not invited, never entered")
        parts = [_("planned at {clock}").format(clock=clock_words(self.planned)) if self.planned else _("not planned")]
        for stay in self.stays:
            parts.append(_("entered at {clock}").format(clock=clock_words(stay.entered)))
            if stay.sent:
                parts.append(_("sent out, left at {clock}").format(clock=clock_words(stay.left)))
        parts += [] if self.stays else [_("never entered")]
        return ", ".join(parts)


def _post_words(post: Post) -> str:
    """An officer's stay at a door as a sentence."""
    words = _("at a door from {clock}").format(clock=clock_words(post.since))
    if post.until is not None:
        words = _("{words} to {until}").format(words=words, until=clock_words(post.until))
    if post.keeps is None:
        return words
    if post.keeps[1] is None:
        return _("{words}, let only principals in").format(words=words)
    return _("{words}, let people in at {clock}").format(words=words, clock=clock_words(post.keeps[1]))


def lanes(scenario: Scenario, trace: Trace, walk: Trace) -> tuple[Lane, ...]:
    """A lane for everyone: principals first, then as they were to enter; officers last, the uninvited if they came."""
    planned: dict[int, int] = {}
    for record in walk.records:
        if record.code == Code.ENTERED:
            planned.setdefault(record.who, record.at)
    stays = _stays(scenario, trace)
    came = {record.who for record in trace.records if record.code == Code.ARRIVED}
    posts = Doorkeeping(scenario, trace).posts
    everyone = [(i, p) for i, p in enumerate(scenario.people) if p.role is not Role.UNINVITED or i in came]

    def place(one: tuple[int, Person]) -> tuple[bool, bool, int, int]:
        i, person = one
        return person.role is Role.OFFICER, not person.principal, planned.get(i, scenario.end), i

    return tuple(
        Lane(person.id, person.short, planned.get(i), tuple(stays.get(i, ())),
             tuple(post for post in posts if post.officer == person.id), person.role)
        for i, person in sorted(everyone, key=place)
    )  # fmt: skip


def _stays(scenario: Scenario, trace: Trace) -> dict[int, list[Stay]]:
    blamed: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for breach in trace.breaches:
        for offender in to_blame(scenario, breach):
            blamed[offender].append((breach.at, breach.until))
    inside: dict[int, int] = {}
    sent: set[int] = set()
    found: dict[int, list[Stay]] = defaultdict(list)

    def close(who: int, at: int) -> None:
        since = inside.pop(who)
        amiss = any(a < at and b >= since for a, b in blamed[scenario.people[who].id])
        found[who].append(Stay(since, at, who in sent, amiss))
        sent.discard(who)

    for at, code, who, _extra in trace.records:
        if code == Code.ENTERED:
            inside[who] = at
        elif code in (Code.SENT_OUT, Code.QUIET_WORD):
            sent.add(who)
        elif code == Code.LEFT and who in inside:
            close(who, at)
    for who in list(inside):
        close(who, scenario.end)
    return found


def air_spans(scenario: Scenario, trace: Trace) -> tuple[tuple[int, int], ...]:
    """From when to when it was on air."""
    spans, since = [], None
    for record in trace.records:
        if record.code == Code.ON_AIR:
            since = record.at
        elif record.code == Code.OFF_AIR and since is not None:
            spans.append((since, record.at))
            since = None
    return tuple(spans + ([(since, scenario.end)] if since is not None else []))


class Chart:
    """The chart of one finished day."""

    def __init__(self, scenario: Scenario, trace: Trace, walk: Trace) -> None:
        self.scenario = scenario
        self.lanes = lanes(scenario, trace, walk)
        self.air = air_spans(scenario, trace)

    def node(self, ui: w.Ui, instant: int, look: Callable[[int], None]) -> w.Node:
        """Axis above, lanes below; dragging moves the cursor."""

        def drag(node: w.Node) -> Callable[[w.Drag], None]:
            def moved(moment: w.Drag) -> None:
                if moment.phase != "cancel" and moment.at[0] >= node.rect.x + self._names(ui):
                    look(self._instant(ui, node.rect, moment.at[0]))

            return moved

        axis = w.canvas(
            "chart.axis", lambda s, r: self._axis(ui, s, r, instant), label=_("Time axis"),
            value=clock_words(instant), height=w.em(40), focusable=True, role="slider",
            on_adjust=lambda delta: look(instant + delta * 5_000),
        )  # fmt: skip
        axis.on_drag = drag(axis)
        body = w.canvas(
            "chart.lanes", lambda s, r: self._paint(ui, s, r, instant), label=_("Planned and actual entries"),
            height=w.em(ROW * len(self.lanes) + 4), spots=lambda r: self._rows(ui, r),
        )  # fmt: skip
        body.on_drag = drag(body)
        return w.column(axis, w.scroll(body, id="chart", pad=0), gap=0, height=w.FLEX)

    def legend(self, ui: w.Ui) -> w.Node:
        """What the signs mean."""
        items = [
            (_outline, _("planned")), (_solid(theme.BAIZE), _("in the room")), (_amiss, _("in a breach")),
            (_arrow, _("sent out")), (_solid(theme.ALARM, 3), _("on air")),
        ]  # fmt: skip
        if any(lane.posts for lane in self.lanes):
            items.append((_guard, _("officer at a door, hatched while only principals pass")))
        nodes = []
        for paint, words in items:
            mark = w.Node("mark", axis="canvas", paint=_with(ui, paint), width=w.em(20), height=w.em(12))
            nodes.append(w.row(mark, w.note(words, size=theme.TINY), gap=4))
        return w.flow(*nodes, gap=12)

    # Places

    def _names(self, ui: w.Ui) -> int:
        return round(NAMES * ui.text_scale)

    def _x(self, ui: w.Ui, rect: Rect, instant: int) -> int:
        names, margin = self._names(ui), ui.px(20)
        start, end = self.scenario.start, self.scenario.end
        return rect.x + names + (rect.width - names - margin) * (instant - start) // max(1, end - start)

    def _instant(self, ui: w.Ui, rect: Rect, x: int) -> int:
        names, margin = self._names(ui), ui.px(20)
        along = (x - rect.x - names) / max(1, rect.width - names - margin)
        start, end = self.scenario.start, self.scenario.end
        return start + round(max(0.0, min(1.0, along)) * (end - start))

    def _rows(self, ui: w.Ui, rect: Rect) -> list[w.Node]:
        high = round(ROW * ui.text_scale)
        return [
            w.spot(
                f"lane.{lane.person}", Rect(rect.x, rect.y + number * high, rect.width, high), lane.name,
                role="row", value=lane.words(), focusable=False,
            )
            for number, lane in enumerate(self.lanes)
        ]  # fmt: skip

    # Painting

    def _axis(self, ui: w.Ui, surface: Surface, rect: Rect, instant: int) -> None:
        start, end = self.scenario.start, self.scenario.end
        wide = ui.setter.width("00:00", _TICK, ui.text_scale) * 2
        most = max(1, (rect.width - self._names(ui)) // max(1, wide))
        gap = next((m for m in (1, 2, 5, 10, 15, 30, 60) if (end - start) / (m * MINUTE) <= most), 120) * MINUTE
        for at in range(-(-start // gap) * gap, end + 1, gap):
            image = ui.setter.image(clock_words(at, seconds=False), _TICK, ui.text_scale)
            left = min(self._x(ui, rect, at) - image.get_width() // 2, rect.right - image.get_width())
            surface.blit(image, (left, rect.y))
        band = Rect(0, rect.bottom - ui.px(8), 0, ui.px(5))
        for since, until in self.air:
            band.x, band.width = (
                self._x(ui, rect, since),
                max(2, self._x(ui, rect, until) - self._x(ui, rect, since)),
            )
            surface.fill(theme.ALARM, band)
        words = ui.setter.image(clock_words(instant), _NOW, ui.text_scale)
        plate = words.get_rect().inflate(ui.px(12), ui.px(4))
        plate.midbottom = (self._x(ui, rect, instant), rect.bottom - ui.px(10))
        plate.clamp_ip(rect)
        shapes.rounded(surface, plate, theme.INK, None, ui.px(4))
        surface.blit(words, words.get_rect(center=plate.center))
        surface.fill(theme.INK, (self._x(ui, rect, instant), rect.bottom - ui.px(10), max(1, ui.px(1.5)), ui.px(10)))

    def _paint(self, ui: w.Ui, surface: Surface, rect: Rect, instant: int) -> None:
        high = round(ROW * ui.text_scale)
        for number, lane in enumerate(self.lanes):
            row = Rect(rect.x, rect.y + number * high, rect.width, high)
            if number % 2:
                surface.fill(theme.PAPER, row)
            self._lane(ui, surface, row, lane)
        x = self._x(ui, rect, instant)
        surface.fill(theme.INK, (x, rect.y, max(1, ui.px(1.5)), high * len(self.lanes)))

    def _post(self, ui: w.Ui, surface: Surface, row: Rect, post: Post) -> None:
        """An officer's stay at a door, brass-edged; hatched while only principals passed."""
        left, right = self._x(ui, row, post.since), self._x(ui, row, post.until or self.scenario.end)
        tall = max(8, row.height // 2)
        bar = Rect(left, row.centery - tall // 2, max(4, right - left), tall)
        kept, opened = None, None
        if post.keeps is not None:
            end = right if post.keeps[1] is None else self._x(ui, row, post.keeps[1])
            kept = Rect(self._x(ui, row, post.keeps[0]), bar.y, 0, tall)
            kept.width = max(0, end - kept.x)
            opened = end if post.keeps[1] is not None else None
        draw_post(surface, bar, kept, opened)

    def _lane(self, ui: w.Ui, surface: Surface, row: Rect, lane: Lane) -> None:
        name = ui.setter.image(lane.name, _NAME, ui.text_scale)
        names, left = self._names(ui), row.x + ui.px(2)
        if lane.role is Role.OFFICER:
            key = icon("key", row.height * 3 // 5, BRASS_INK)
            surface.blit(key, (left, row.centery - key.get_height() // 2))
            left += key.get_width() + ui.px(4)
        surface.blit(name, (left, row.centery - name.get_height() // 2), (0, 0, row.x + names - ui.px(6) - left, 999))
        thick = max(6, row.height * 2 // 5)
        for post in lane.posts:
            self._post(ui, surface, row, post)
        for stay in lane.stays:
            left, right = self._x(ui, row, stay.entered), self._x(ui, row, stay.left)
            bar = Rect(left, row.centery - thick // 2, max(4, right - left), thick)
            shapes.rounded(surface, bar, theme.ALARM if stay.amiss else theme.BAIZE, None, thick // 2)
            if stay.amiss:
                _triangle(surface, left, row.centery, thick)
            if stay.sent:
                _head(surface, bar.right, row.centery, thick)
        if lane.planned is not None:
            slot = Rect(0, 0, max(5, ui.px(6)), row.height * 7 // 10)
            slot.center = (self._x(ui, row, lane.planned), row.centery)
            shapes.rounded(surface, slot, theme.CARD, theme.INK, ui.px(2), max(1, ui.px(1.5)))


def _guard(ui: w.Ui, surface: Surface, rect: Rect) -> None:
    draw_post(surface, rect.inflate(0, -ui.px(1)), rect, None)


def _triangle(surface: Surface, x: int, y: int, size: int) -> None:
    """A breach has a shape as well as a colour."""
    points = [(x, y - size * 3 // 4), (x + size * 3 // 4, y + size // 2), (x - size * 3 // 4, y + size // 2)]
    shapes.polygon(surface, points, theme.ALARM_DEEP)


def _head(surface: Surface, x: int, y: int, size: int) -> None:
    surface.fill(theme.ALARM, (x, y - 1, size, max(2, size // 4)))
    shapes.polygon(
        surface,
        [(x + size, y - size * 3 // 4), (x + 2 * size, y), (x + size, y + size * 3 // 4)],
        theme.ALARM,
    )


Paint = Callable[[w.Ui, Surface, Rect], None]


def _with(ui: w.Ui, paint: Paint) -> Callable[[Surface, Rect], None]:
    return lambda surface, rect: paint(ui, surface, rect)


def _outline(ui: w.Ui, surface: Surface, rect: Rect) -> None:
    slot = Rect(rect.centerx - ui.px(3), rect.y, ui.px(6), rect.height)
    shapes.rounded(surface, slot, theme.CARD, theme.INK, ui.px(2), max(1, ui.px(1.5)))


def _solid(colour: theme.Colour, units: float = 8) -> Paint:
    def paint(ui: w.Ui, surface: Surface, rect: Rect) -> None:
        thick = ui.px(units)
        bar = Rect(rect.x, rect.centery - thick // 2, rect.width, thick)
        shapes.rounded(surface, bar, colour, None, thick // 2)

    return paint


def _amiss(ui: w.Ui, surface: Surface, rect: Rect) -> None:
    _solid(theme.ALARM)(ui, surface, Rect(rect.x + ui.px(6), rect.y, rect.width - ui.px(6), rect.height))
    _triangle(surface, rect.x + ui.px(7), rect.centery, ui.px(7))


def _arrow(ui: w.Ui, surface: Surface, rect: Rect) -> None:
    _head(surface, rect.x + ui.px(2), rect.centery, ui.px(8))
