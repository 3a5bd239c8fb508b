"""Where things lie on the timeline: instants to pixels and back, lanes, bars stacked so that none hides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from pygame import Rect

from game.protocol.scenario import Scenario
from game.protocol.units import MINUTE, SECOND
from game.stage.screens.plan_lanes import Bar, Chart

SNAP: Final = 5 * SECOND
"""A drop lands on a multiple of so many ms; a finer time is set with the keys."""

STEPS: Final = (
    10 * SECOND, 30 * SECOND, MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 30 * MINUTE, 60 * MINUTE,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Lane:
    """One door (or, with an empty id, those who never come in) and the pixels it takes."""

    door: str
    name: str
    top: int
    height: int


@dataclass(frozen=True, slots=True)
class Scale:
    """The timeline in a rectangle of pixels. `left` is where the first instant lies, `seen` the height of the
    lane that says who could see it."""

    rect: Rect
    left: int
    start: int
    end: int
    axis: int
    row: int
    seen: int
    lanes: tuple[Lane, ...]
    bars: tuple[tuple[Bar, Rect], ...]

    def x(self, instant: float) -> int:
        """The pixel of an instant."""
        wide = self.rect.right - self.left
        return self.left + round((instant - self.start) * wide / (self.end - self.start))

    def instant(self, x: int, snap: int = SNAP) -> int:
        """The instant at a pixel, within the day, on whole multiples of `snap`."""
        wide = max(1, self.rect.right - self.left)
        raw = self.start + (x - self.left) * (self.end - self.start) // wide
        return max(self.start, min(self.end, (raw + snap // 2) // snap * snap))

    def door_at(self, y: int) -> str:
        """The door whose lane is at this height, or the nearest."""
        doors = [lane for lane in self.lanes if lane.door]
        return min(doors, key=lambda lane: abs(lane.top + lane.height // 2 - y)).door

    def lane_of(self, door: str) -> Lane:
        """The lane of a door; raises StopIteration for one that is not there."""
        return next(lane for lane in self.lanes if lane.door == door)

    def bar_at(self, at: tuple[int, int]) -> Bar | None:
        """The bar of those going in at a pixel; an officer, who stands there for long, is in nobody's way."""
        return next((bar for bar, rect in self.bars if rect.collidepoint(at) and not bar.officer), None)

    def rect_of(self, bar_id: str) -> Rect | None:
        """Where a bar lies."""
        return next((rect for bar, rect in self.bars if bar.id == bar_id), None)

    @property
    def broadcast(self) -> Rect:
        """The lane of broadcast and press."""
        return Rect(self.left, self.rect.y + self.axis, self.rect.right - self.left, self.seen)

    @property
    def foot(self) -> int:
        """Where the lanes end; a line of words follows."""
        return self.lanes[-1].top + self.lanes[-1].height

    @property
    def bottom(self) -> int:
        """Where all of it ends."""
        return self.foot + self.axis

    @property
    def grid(self) -> int:
        """How many ms lie between two marks of the axis, so that their words do not touch."""
        wide = max(1, self.rect.right - self.left)
        return next((s for s in STEPS if s * wide // (self.end - self.start) > self.axis * 5 // 2), STEPS[-1])


Measure = Callable[[Bar], int]


def scale(
    scenario: Scenario, made: Chart, rect: Rect, *, left: int, row: int, unsaid: str, measure: Measure
) -> Scale:
    """The timeline laid out: `left` pixels for the lanes' names, `row` for one row of bars.

    `unsaid` names the lane of those who never come in; `measure` gives the least width of a bar.
    """
    axis = row * 7 // 8
    seen = row * 3 // 2 if made.air and scenario.press.start is not None else row * 3 // 4
    blank = Scale(rect, rect.x + left, scenario.start, scenario.end, axis, row, seen, (), ())
    top = blank.broadcast.bottom
    lanes: list[Lane] = []
    bars: list[tuple[Bar, Rect]] = []
    doors = [(door.id, door.name) for door in scenario.room.doors]
    if made.lane(""):
        doors.append(("", unsaid))
    for door, name in doors:
        placed, rows = _stack(made.lane(door), blank, top, measure)
        lanes.append(Lane(door, name, top, rows * row + row // 6))
        bars += placed
        top = lanes[-1].top + lanes[-1].height
    return Scale(rect, blank.left, scenario.start, scenario.end, axis, row, seen, tuple(lanes), tuple(bars))


def _stack(
    bars: tuple[Bar, ...], blank: Scale, top: int, measure: Measure
) -> tuple[list[tuple[Bar, Rect]], int]:
    """Bars in as few rows as keep them apart, each as early as its entry."""
    ends: list[int] = []
    placed = []
    cursor = blank.left
    for bar in sorted(bars, key=lambda bar: (bar.start or 0, bar.id)):
        least = measure(bar)
        if bar.start is None:
            x, wide = cursor, least
            if x + wide > blank.rect.right:
                x = blank.left
            cursor = x + wide + blank.row // 4
        else:
            x = blank.x(bar.start)
            wide = max(least, blank.x(bar.end or bar.start) - x)
        shown = min(x, blank.rect.right - wide)
        row = next((n for n, end in enumerate(ends) if end < shown), len(ends))
        ends[row:row + 1] = [shown + wide + 2]
        y = top + row * blank.row + blank.row // 6
        placed.append((bar, Rect(shown, y, wide, blank.row - blank.row // 6)))
    return placed, max(1, len(ends))
