"""One person's movements over a run as legs between the trace's records.

A leg follows from what has happened up to its begin, and from the part the person has to play, never from what comes
later: so whoever is told the legs of a day as it is lived never has to unlearn one.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from math import isqrt
from typing import Final

from game.protocol.room import Door, Point, Room, Wall
from game.protocol.scenario import Scenario
from game.simulation.codes import TO_JOIN, Code
from game.simulation.instructions import Instruction
from game.simulation.prepared import Prepared, prepare
from game.simulation.routes import Route
from game.simulation.trace import Record, Trace
from game.simulation.whereabouts import Posture, Space

SIDE_BY_SIDE: Final = 700
"""Mm between people who pass a door abreast."""

RISING: Final = 1_500
"""Ms of getting up from a chair and turning to the door before walking out."""

TOGETHER: Final = 600
"""People who pass a door within so many ms of each other walk side by side."""


class Path:
    """A way from a door's threshold to a place, in a lane `aside` of it that closes towards the end.

    `marks` are how many mm lie before each of its points.
    """

    def __init__(self, route: Route, aside: Point, room: Room) -> None:
        self.points = route.points
        self.length = route.length
        self._aside = aside
        self._room = room
        self.marks = [0]
        for a, b in zip(route.points, route.points[1:], strict=False):
            self.marks.append(self.marks[-1] + isqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2))

    def point(self, walked: int) -> Point:
        """The place after `walked` mm."""
        if len(self.points) < 2:
            return self.points[0]
        i = min(max(bisect_right(self.marks, walked) - 1, 0), len(self.points) - 2)
        a, b = self.points[i], self.points[i + 1]
        done, whole = walked - self.marks[i], max(1, self.marks[i + 1] - self.marks[i])
        left, length = max(0, self.length - walked), max(1, self.length)
        x = a.x + (b.x - a.x) * done // whole + self._aside.x * left // length
        y = a.y + (b.y - a.y) * done // whole + self._aside.y * left // length
        return Point(min(max(x, 0), self._room.width), min(max(y, 0), self._room.depth))

    def ahead(self, walked: int, goal: int) -> Point:
        """The corner a walker makes for, going towards `goal` mm of the way."""
        i = bisect_right(self.marks, walked)
        if goal >= walked:
            return self.points[min(i, len(self.points) - 1)]
        return self.points[max(0, i - 1 if self.marks[min(i, len(self.marks)) - 1] < walked else i - 2)]


@dataclass(frozen=True, slots=True)
class Leg:
    """From `begin` a value runs from `start` to `stop`, reached at `end`, and stays.

    In the room the value is mm of `path`; on the way it is thousandths from the holding room to the door. `holding` is
    another holding room than the person's own, where an escort has gone over to one.
    """

    begin: int
    end: int
    space: Space
    door: str
    start: int
    stop: int
    rest: Posture
    path: Path | None = None
    rest_facing: Point | None = None
    holding: str = ""

    def value(self, instant: int) -> int:
        """The value at an instant not before `begin`."""
        if instant >= self.end:
            return self.stop
        return self.start + (self.stop - self.start) * (instant - self.begin) // (self.end - self.begin)

    def posture(self, instant: int) -> Posture:
        """Walking until the end of the leg, then at rest."""
        return Posture.WALKING if self.begin <= instant < self.end else self.rest


class Itinerary:
    """The legs of one person, in order; the first begins before everything."""

    def __init__(self, legs: list[Leg]) -> None:
        self.legs = legs
        self._begins = [leg.begin for leg in legs]

    def leg(self, instant: int) -> Leg:
        """The leg an instant falls in."""
        return self.legs[max(0, bisect_right(self._begins, instant) - 1)]


def lanes(room: Room, records: tuple[Record, ...]) -> dict[int, Point]:
    """How far aside of the way (mm) each entry is walked, by the record's place in the trace.

    Those who pass a door at one instant share its width; who follows within a moment takes the next lane beside them.
    """
    aside: dict[int, Point] = {}
    for number, door in enumerate(room.doors):
        entries = [(i, r.at) for i, r in enumerate(records) if r.code == Code.ENTERED and r.extra == number]
        while entries:
            first = entries[0][1]
            group = [at for _, at in entries[: door.abreast] if at - first <= TOGETHER]
            offsets = _offsets(door, group.count(first), len(group))
            for (i, _), off in zip(entries, offsets, strict=False):
                aside[i] = Point(off, 0) if door.wall in (Wall.NORTH, Wall.SOUTH) else Point(0, off)
            entries = entries[len(group) :]
    return aside


def _offsets(door: Door, at_once: int, together: int) -> list[int]:
    """The lanes of those who pass together, mm: evenly those who come at once, then each later one at an edge."""
    gap = min(SIDE_BY_SIDE, door.width // at_once)
    offsets = [(2 * lane - at_once + 1) * gap // 2 for lane in range(at_once)]
    gap = min(SIDE_BY_SIDE, door.width // max(1, door.abreast))
    while len(offsets) < together:
        right, left = max(offsets) + gap, min(offsets) - gap
        beside = right if right <= -left else left
        offsets.append(max(-SIDE_BY_SIDE, min(SIDE_BY_SIDE, beside)))
    return offsets


def itineraries(scenario: Scenario, trace: Trace) -> tuple[Itinerary, ...]:
    """The movements of everyone, in the order of `scenario.people`. Where the run ends in mid-walk they go on."""
    ready, aside = prepare(scenario), lanes(scenario.room, trace.records)
    mine: list[list[tuple[int, Record]]] = [[] for _ in scenario.people]
    for number, record in enumerate(trace.records):
        if record.who >= 0:
            mine[record.who].append((number, record))
    first, later = trace.parts or (tuple(part for _, part, _ in ready.unbriefed), ())
    parts = [[(0, part)] for part in first]
    for number, who, part in later:
        parts[who].append((number, part))
    return tuple(
        Itinerary(_Reader(ready, index, aside, parts[index]).read(mine[index])) for index in range(len(mine))
    )


class _Reader:
    """Reads one person's records in order and lays leg after leg, each from where the last stands."""

    def __init__(
        self, ready: Prepared, index: int, aside: dict[int, Point], parts: list[tuple[int, Instruction]]
    ) -> None:
        self._scenario = ready.scenario
        self._routes = ready.routes
        self._person = self._scenario.people[index]
        self._aside = aside
        self._parts = parts
        self._part = parts[0][1]
        self._entered = 0
        self._leaving = False
        self._holding = ""
        self._door = self._scenario.room.holding_room(self._person.holds).first_door
        space = Space.AWAY if index in ready.absent else Space.HOLDING
        self._legs = [Leg(0, 0, space, self._door, 0, 0, Posture.STANDING)]

    def read(self, mine: list[tuple[int, Record]]) -> list[Leg]:
        for number, record in mine:
            while self._parts and self._parts[0][0] <= number:
                self._part = self._parts.pop(0)[1]
            self._take(Code(record.code), number, record)
        return self._legs

    def _take(self, code: Code, number: int, record: Record) -> None:
        at = record.at
        match code:
            case Code.ARRIVED | Code.BACK:
                self._leaving = False
                self._add(at, at, Space.HOLDING, 0)
            case Code.JOINED:
                self._holding = self._scenario.room.holding[record.extra].id
                self._add(at, at, Space.HOLDING, 0)
            case Code.SET_OUT if record.extra == TO_JOIN:
                self._add(at, at, Space.AWAY, 0)  # through the house, to other people's holding room
            case Code.SET_OUT:
                self._leaving = False
                self._door = self._scenario.room.doors[self._part.door].id
                self._add(at, at + self._part.walk, Space.WAY, 1_000)
            case Code.AT_DOOR:
                self._door = self._scenario.room.doors[record.extra].id
                self._add(at, at, Space.DOOR, 1_000)
            case Code.ENTERED:
                self._enter(number, record)
            case Code.TOOK_PLACE | Code.SAT | Code.ROSE:
                self._settle(code, at)
            case Code.SENT_OUT | Code.QUIET_WORD | Code.TOOK_LEAVE | Code.TURNED_BACK:
                self._turn_back(at)
            case Code.LEFT:
                self._door = self._scenario.room.doors[record.extra].id
                self._add(at, at + self._part.walk, Space.WAY, 0, start=1_000)
            case _:
                pass

    def _add(self, begin: int, end: int, space: Space, stop: int, *, start: int | None = None) -> None:
        if start is None:
            start = 0 if space is Space.WAY else stop
        self._legs.append(
            Leg(begin, end, space, self._door, start, stop, Posture.STANDING, holding=self._holding))

    def _enter(self, number: int, record: Record) -> None:
        self._leaving = False
        self._entered = record.at
        self._door = self._scenario.room.doors[record.extra].id
        seat = self._scenario.room.seats[self._part.seat]
        route = self._routes.route(self._door, seat.id)
        path = Path(route, self._aside.get(number, Point(0, 0)), self._scenario.room)
        end = record.at + self._part.route
        self._legs.append(
            Leg(record.at, end, Space.ROOM, self._door, 0, path.length, Posture.STANDING, path, seat.facing))

    def _settle(self, code: Code, at: int) -> None:
        """Takes the place, sits down or rises, where they are; who rises does so to leave."""
        last = self._legs[-1]
        if last.path is None or last.space is not Space.ROOM:
            return
        rest = Posture.SITTING if code is Code.SAT else Posture.STANDING
        here = last.value(at)
        self._legs.append(Leg(at, at, Space.ROOM, last.door, here, here, rest, last.path, last.rest_facing))
        if code is Code.ROSE:
            self._walk_out(at + RISING)

    def _turn_back(self, at: int) -> None:
        last = self._legs[-1]
        if self._leaving:
            return
        self._leaving = True
        if last.space in (Space.WAY, Space.DOOR):
            walked = min(at - last.begin, self._part.walk) if last.space is Space.WAY else self._part.walk
            self._add(at, at + walked, Space.WAY, 0, start=last.value(at))
        elif last.space is Space.ROOM and last.posture(at) is not Posture.SITTING:
            self._walk_out(at)  # who sits rises first

    def _walk_out(self, at: int) -> None:
        """Back along the part walked so far, to the door, in the time it took."""
        last = self._legs[-1]
        if last.path is None:
            return
        here = last.value(at)
        end = at + min(max(0, at - self._entered), self._part.route)
        leg = Leg(at, end, Space.ROOM, last.door, here, 0, Posture.STANDING, last.path, last.path.points[0])
        self._legs.append(leg)
