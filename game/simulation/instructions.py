"""A person's conduct as the engine needs it: when to set out, enter and sit, how far and how fast they walk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from game.protocol.conduct import Settled
from game.protocol.cues import After, AtClock, AtDoorBy, AtOnce, Cue, Occurrence
from game.protocol.people import Person, Role
from game.protocol.scenario import Scenario
from game.simulation.routes import Routes


@dataclass(frozen=True, slots=True)
class Timing:
    """When one stage begins: at an instant, some ms after a latch's events, or at once; else on the officer's word."""

    instant: int | None = None
    events: tuple[Occurrence, ...] = ()
    once: bool = False
    delay: int = 0


@dataclass(frozen=True, slots=True)
class Instruction:
    """Everything the engine knows of one person's part. Walks in ms; `door` and `seat` are indices.

    Whose `leave` is None stays in the room. An officer of the house has no seat and no route; `enter` is when he lets
    people in by the door he stands at.
    """

    door: int
    walk: int
    route: int
    set_out: Timing
    enter: Timing
    sit: Timing
    seat: int = -1
    leave: Timing | None = None

    @property
    def timings(self) -> tuple[Timing, ...]:
        """The timing of each stage in which a cue decides; who stays has none to leave."""
        stages = (self.set_out, self.enter, self.sit)
        return stages if self.leave is None else (*stages, self.leave)


STAGES: Final = 4
"""Set out, enter, sit, leave."""

WORD = Timing()
ONCE = Timing(once=True)


def instruct(scenario: Scenario, routes: Routes, person: Person, settled: Settled) -> Instruction:
    """The instruction that a person's settled conduct amounts to."""
    conduct = settled.conduct
    holding = scenario.room.holding_room(person.holds)
    door = conduct.door if conduct.door is not None else holding.first_door
    pace = conduct.pace if conduct.pace is not None else person.pace
    walk = walking_time(holding.walk_to(door) or 0, pace)
    seat = conduct.place if conduct.place is not None else person.seat
    expected_inside = person.role is not Role.OFFICER
    route = walking_time(routes.route(door, seat).length, pace) if expected_inside else 0
    doors = [d.id for d in scenario.room.doors]
    set_out = _timing(conduct.set_out, walk, WORD)
    enter = _timing(conduct.enter, 0, ONCE)
    if conduct.set_out is not None:
        set_out = _later(set_out, settled.offset)
    else:
        enter = _later(enter, settled.offset)
    place = [s.id for s in scenario.room.seats].index(seat) if expected_inside else -1
    sit = _timing(conduct.sit, 0, WORD)
    leave = _timing(conduct.leave, 0, WORD) if conduct.leave is not None else None
    return Instruction(doors.index(door), walk, route, set_out, enter, sit, place, leave)


def walking_time(millimetres: int, pace: int) -> int:
    """Walking time in ms at a pace in mm/s, rounded up: nobody arrives before they have walked it."""
    return -(-millimetres * 1_000 // pace)


def _timing(cue: Cue | None, walk: int, unsaid: Timing) -> Timing:
    match cue:
        case None:
            return unsaid
        case AtClock(instant):
            return Timing(instant=instant)
        case AtDoorBy(instant):
            return Timing(instant=max(0, instant - walk))
        case After(events, delay):
            return Timing(events=events, delay=delay)
        case AtOnce(delay):
            return Timing(once=True, delay=delay)
        case _:
            return WORD


def _later(timing: Timing, offset: int) -> Timing:
    if timing.instant is not None:
        return Timing(instant=timing.instant + offset)
    if timing.events or timing.once:
        return Timing(None, timing.events, timing.once, timing.delay + offset)
    return timing
