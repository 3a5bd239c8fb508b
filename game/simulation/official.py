"""The person of the house who sends people out or remarks: no person of the scenario, but somebody everyone sees."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from game.protocol.room import Door, Point, Wall
from game.protocol.rules import Does
from game.protocol.scenario import Scenario
from game.simulation.codes import Code
from game.simulation.trace import Record, Trace
from game.simulation.whereabouts import Posture, Space, Whereabouts

STAYS: Final = 6_000
"""Ms the official stays after having sent out the last one, or spoken."""

STEPS_IN: Final = 1_500
"""Ms of stepping in from the door, and of stepping out again."""

_SPOKEN: Final = (Code.SENT_OUT, Code.REMARKED)

ASIDE: Final = 900
INSIDE: Final = 1_500

OFFICIAL: Final = "official"


@dataclass(frozen=True, slots=True)
class Visit:
    """The official comes in by a door, stands at `stand`, speaks from `says` on, looks at `facing`."""

    rule: str
    start: int
    end: int
    says: int | None
    door: str
    threshold: Point
    stand: Point
    facing: Point

    def speaks(self, instant: int) -> bool:
        """Whether the words are being spoken."""
        return self.says is not None and self.says <= instant < self.end - STEPS_IN

    def at(self, instant: int) -> Whereabouts:
        """Where the official is during the visit."""
        done = min(instant - self.start, self.end - instant, STEPS_IN)
        x = self.threshold.x + (self.stand.x - self.threshold.x) * done // STEPS_IN
        y = self.threshold.y + (self.stand.y - self.threshold.y) * done // STEPS_IN
        leaving = self.end - instant < STEPS_IN
        posture = Posture.STANDING if done >= STEPS_IN else Posture.WALKING
        facing = self.threshold if leaving else self.facing
        return Whereabouts(OFFICIAL, Space.ROOM, posture, "", self.door, 1_000, Point(x, y), facing)


def visits(scenario: Scenario, trace: Trace) -> tuple[Visit, ...]:
    """The official's visits, one for each time the house noticed something and did not only note it.

    How long one lasts and by which door it begins is settled as it begins; only whether there are words to be said
    turns out in it.
    """
    found: dict[int, Visit] = {}  # by the rule, the one begun last
    ended: list[Visit] = []
    entered: dict[int, int] = {}
    for record in trace.records:
        if record.code == Code.ENTERED:
            entered[record.who] = record.extra
        elif record.code == Code.NOTICED:
            house = scenario.rules[record.extra].house
            if house is not None and house.does is Does.NOTES:
                continue
            ended += [found.pop(record.extra)] if record.extra in found else []
            found[record.extra] = _visit(scenario, record, _doors_of(scenario, trace, record, entered))
        elif record.code in _SPOKEN and record.extra >= 0:
            doors = [entered[record.who]] if record.who in entered else []
            visit = found.get(record.extra) or _visit(scenario, record, doors)
            found[record.extra] = visit if visit.says is not None else replace(visit, says=record.at)
    rules = [rule.id for rule in scenario.rules]
    return tuple(sorted((*ended, *found.values()), key=lambda visit: (visit.start, rules.index(visit.rule))))


def _doors_of(scenario: Scenario, trace: Trace, noticed: Record, entered: dict[int, int]) -> list[int]:
    """The doors by which the offenders came in of whose breaches the house takes notice."""
    rule = scenario.rules[noticed.extra].id
    offenders = {who for b in trace.breaches if b.rule == rule and b.at <= noticed.at for who in b.offenders}
    return [entered[i] for i, person in enumerate(scenario.people) if person.id in offenders and i in entered]


def _visit(scenario: Scenario, record: Record, doors: list[int]) -> Visit:
    rule, room = scenario.rules[record.extra], scenario.room
    answer = rule.house.answer if rule.house and record.code == Code.NOTICED else 0
    door = room.doors[max(sorted(set(doors)), key=doors.count) if doors else 0]
    middle = Point(room.width // 2, room.depth // 2)
    end = record.at + answer + STAYS
    return Visit(rule.id, record.at, end, None, door.id, room.threshold(door), _beside(scenario, door), middle)


def _beside(scenario: Scenario, door: Door) -> Point:
    """A place inside by the door, on the side with more room from seats and furniture."""
    room = scenario.room
    off = door.width // 2 + ASIDE

    def place(along: int) -> Point:
        match door.wall:
            case Wall.NORTH:
                point = Point(along, INSIDE)
            case Wall.SOUTH:
                point = Point(along, room.depth - INSIDE)
            case Wall.WEST:
                point = Point(INSIDE, along)
            case Wall.EAST:
                point = Point(room.width - INSIDE, along)
        return Point(min(max(point.x, 500), room.width - 500), min(max(point.y, 500), room.depth - 500))

    taken = [seat.at for seat in room.seats]
    taken += [room.threshold(other) for other in room.doors if other is not door]

    def clear(point: Point) -> int:
        return min(((point.x - p.x) ** 2 + (point.y - p.y) ** 2 for p in taken), default=0)

    return max((place(door.at - off), place(door.at + off)), key=clear)
