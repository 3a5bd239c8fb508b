"""One person's movements over a run as legs between the trace's records."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from math import isqrt
from typing import Final

from game.protocol.people import Role
from game.protocol.room import Point, Room, Wall
from game.protocol.scenario import Scenario
from game.simulation.cast import Cast
from game.simulation.codes import Code
from game.simulation.routes import Route, Routes
from game.simulation.trace import Record, Trace
from game.simulation.whereabouts import Posture, Space

SIDE_BY_SIDE: Final = 700
"""Mm between people who pass a door abreast."""

RISING: Final = 1_500
"""Ms of getting up from a chair and turning to the door before walking out."""

TOGETHER: Final = 600
"""People who pass a door within so many ms of each other walk side by side."""

_BACKWARD: Final = (Code.SENT_OUT, Code.QUIET_WORD, Code.TOOK_LEAVE, Code.TURNED_BACK)


class Path:
    """A way from a door's threshold to a place, in a lane `aside` of it that closes towards the end."""

    def __init__(self, route: Route, aside: Point, room: Room) -> None:
        self.points = route.points
        self.length = route.length
        self._aside = aside
        self._room = room
        self._marks = [0]
        for a, b in zip(route.points, route.points[1:], strict=False):
            self._marks.append(self._marks[-1] + isqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2))

    def point(self, walked: int) -> Point:
        """The place after `walked` mm."""
        if len(self.points) < 2:
            return self.points[0]
        i = min(max(bisect_right(self._marks, walked) - 1, 0), len(self.points) - 2)
        a, b = self.points[i], self.points[i + 1]
        done, whole = walked - self._marks[i], max(1, self._marks[i + 1] - self._marks[i])
        left, length = max(0, self.length - walked), max(1, self.length)
        x = a.x + (b.x - a.x) * done // whole + self._aside.x * left // length
        y = a.y + (b.y - a.y) * done // whole + self._aside.y * left // length
        return Point(min(max(x, 0), self._room.width), min(max(y, 0), self._room.depth))

    def ahead(self, walked: int, goal: int) -> Point:
        """The corner a walker makes for, going towards `goal` mm of the way."""
        i = bisect_right(self._marks, walked)
        if goal >= walked:
            return self.points[min(i, len(self.points) - 1)]
        return self.points[max(0, i - 1 if self._marks[min(i, len(self._marks)) - 1] < walked else i - 2)]


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
    """How far aside of the way (mm) each entry is walked, by the record's place in the trace."""
    aside: dict[int, Point] = {}
    for number, door in enumerate(room.doors):
        entries = [i for i, r in enumerate(records) if r.code == Code.ENTERED and r.extra == number]
        while entries:
            first = records[entries[0]].at
            group = [i for i in entries[: door.abreast] if records[i].at - first <= TOGETHER]
            entries = entries[len(group) :]
            gap = min(SIDE_BY_SIDE, door.width // len(group))
            for lane, i in enumerate(group):
                off = (2 * lane - len(group) + 1) * gap // 2
                aside[i] = Point(off, 0) if door.wall in (Wall.NORTH, Wall.SOUTH) else Point(0, off)
    return aside


def read_itinerary(
    scenario: Scenario, trace: Trace, index: int, routes: Routes, aside: dict[int, Point]
) -> Itinerary:
    """The movements of the person of that index. Where the run ends in mid-walk they go on at their pace."""
    mine = [(number, record) for number, record in enumerate(trace.records) if record.who == index]
    return Itinerary(_Reader(scenario, index, routes, aside, mine).read())


class _Reader:
    """Reads one person's records in order and lays leg after leg, each from where the last stands."""

    def __init__(
        self,
        scenario: Scenario,
        index: int,
        routes: Routes,
        aside: dict[int, Point],
        mine: list[tuple[int, Record]],
    ) -> None:
        self._scenario = scenario
        self._person = scenario.people[index]
        self._routes = routes
        self._aside = aside
        self._mine = mine
        self._pace = self._person.pace
        self._leaving = False
        holding = scenario.room.holding_room(self._person.holds)
        self._holding = ""
        away = self._person.role is Role.UNINVITED or any(r.code == Code.ARRIVED for _, r in mine) or any(
            index in Cast.of(scenario).indices(arrival.who) for arrival in scenario.arrivals
        )
        space = Space.AWAY if away else Space.HOLDING
        self._door = holding.first_door
        self._legs = [Leg(0, 0, space, self._door, 0, 0, Posture.STANDING)]

    def read(self) -> list[Leg]:
        for place, (number, record) in enumerate(self._mine):
            later = [r for _, r in self._mine[place + 1 :]]
            self._take(Code(record.code), number, record, later)
        return self._legs

    def _take(self, code: Code, number: int, record: Record, later: list[Record]) -> None:
        match code:
            case Code.ARRIVED | Code.BACK:
                self._leaving = False
                self._add(record.at, record.at, Space.HOLDING, 0)
            case Code.JOINED:
                self._holding = self._scenario.room.holding[record.extra].id
                self._add(record.at, record.at, Space.HOLDING, 0)
            case Code.SET_OUT if _first(later, Code.JOINED, before=(Code.AT_DOOR,)) is not None:
                self._add(record.at, record.at, Space.AWAY, 0)  # through the house, to other people's holding room
            case Code.SET_OUT:
                self._set_out(record, later)
            case Code.AT_DOOR:
                self._door = self._scenario.room.doors[record.extra].id
                self._add(record.at, record.at, Space.DOOR, 1_000)
            case Code.ENTERED:
                self._enter(number, record, later)
            case Code.TOOK_PLACE | Code.SAT:
                self._settle(code, record.at)
            case Code.ROSE:
                self._settle(code, record.at)
                if _first(later, Code.LEFT, before=(Code.SAT, Code.ENTERED)) is not None:
                    self._leaving = True
                if self._leaving:
                    self._walk_out(record.at + RISING)
            case Code.SENT_OUT | Code.QUIET_WORD | Code.TOOK_LEAVE | Code.TURNED_BACK:
                self._turn_back(record.at, later)
            case Code.LEFT:
                if not self._leaving:
                    self._walk_out(record.at - self._legs[-1].value(record.at) * 1_000 // self._pace)
                self._door = self._scenario.room.doors[record.extra].id
                self._walk_back(record.at, 1_000, later)
            case _:
                pass

    def _add(self, begin: int, end: int, space: Space, stop: int, rest: Posture = Posture.STANDING) -> None:
        last = self._legs[-1]
        start = last.value(begin) if last.space in (Space.WAY, Space.DOOR) and space is Space.WAY else stop
        self._legs.append(Leg(begin, end, space, self._door, start, stop, rest, holding=self._holding))

    def _set_out(self, record: Record, later: list[Record]) -> None:
        self._leaving = False
        door = next((r.extra for r in later if r.code in (Code.AT_DOOR, Code.ENTERED)), record.extra)
        if 0 <= door < len(self._scenario.room.doors):
            self._door = self._scenario.room.doors[door].id
        reached = _first(later, Code.AT_DOOR, before=(*_BACKWARD, Code.BACK, Code.SET_OUT))
        walk = self._walk_outside()
        if reached is not None and reached > record.at:
            self._pace = max(1, walk * 1_000 // (reached - record.at)) if walk else self._pace
        end = reached if reached is not None else record.at + walk * 1_000 // self._pace
        self._legs.append(
            Leg(record.at, end, Space.WAY, self._door, 0, 1_000, Posture.STANDING, holding=self._holding))

    def _enter(self, number: int, record: Record, later: list[Record]) -> None:
        self._leaving = False
        self._door = self._scenario.room.doors[record.extra].id
        seat = self._scenario.room.seat(self._seat(later))
        route = self._routes.route(self._door, seat.id)
        path = Path(route, self._aside.get(number, Point(0, 0)), self._scenario.room)
        placed = _first(later, Code.TOOK_PLACE, before=(Code.LEFT,))
        if placed is not None and placed > record.at:
            self._pace = max(1, path.length * 1_000 // (placed - record.at))
        end = placed if placed is not None else record.at + path.length * 1_000 // self._pace
        leg = Leg(record.at, end, Space.ROOM, self._door, 0, path.length, Posture.STANDING, path, seat.facing)
        self._legs.append(leg)

    def _seat(self, later: list[Record]) -> str:
        every = (record for _, record in self._mine)
        taken = next((r for r in (*later, *every) if r.code == Code.TOOK_PLACE), None)
        seats = self._scenario.room.seats
        return seats[taken.extra].id if taken and 0 <= taken.extra < len(seats) else self._person.seat

    def _settle(self, code: Code, at: int) -> None:
        """Takes the place, sits down or rises, where they are."""
        last = self._legs[-1]
        if last.path is None or last.space is not Space.ROOM:
            return
        rest = Posture.SITTING if code == Code.SAT else Posture.STANDING
        here = last.value(at)
        if last.end <= at:
            leg = Leg(at, at, Space.ROOM, last.door, here, here, rest, last.path, last.rest_facing)
            self._legs.append(leg)

    def _turn_back(self, at: int, later: list[Record]) -> None:
        last = self._legs[-1]
        if self._leaving:
            return
        if last.space in (Space.WAY, Space.DOOR):
            self._leaving = True
            self._walk_back(at, last.value(at), later)
        elif last.space is Space.ROOM:
            self._leaving = True
            rises = _first(later, Code.ROSE, before=(Code.LEFT,))
            if last.posture(at) is not Posture.SITTING or rises is None:
                self._walk_out(at)

    def _walk_out(self, at: int) -> None:
        """Back along the part walked so far, to the door; who rises in leaving does so before."""
        last = self._legs[-1]
        if last.path is None:
            return
        left = next((r.at for _, r in self._mine if r.code == Code.LEFT and r.at >= last.begin), None)
        at = max(last.begin, at if left is None else min(at, left))
        here = last.value(at)
        end = at + here * 1_000 // self._pace
        if left is not None:
            end = min(end, left)
        out = last.path.points[0]
        leg = Leg(at, end, Space.ROOM, last.door, here, 0, Posture.STANDING, last.path, out)
        self._legs.append(leg)

    def _walk_back(self, at: int, progress: int, later: list[Record]) -> None:
        back = _first(later, Code.BACK, before=(Code.SET_OUT, Code.ENTERED))
        natural = at + self._walk_outside() * progress // self._pace
        end = back if back is not None else natural
        self._legs.append(Leg(at, end, Space.WAY, self._door, progress, 0, Posture.STANDING, holding=self._holding))

    def _walk_outside(self) -> int:
        holding = self._holding or self._person.holds
        return self._scenario.room.holding_room(holding).walk_to(self._door) or 0


def _first(later: list[Record], code: Code, before: tuple[Code, ...]) -> int | None:
    """When `code` comes, unless one of `before` comes first."""
    for record in later:
        if record.code == code:
            return record.at
        if record.code in before:
            return None
    return None
