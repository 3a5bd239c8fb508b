"""The instances of the engine's benchmarks: 60 people and 3 doors, bare and with everything."""

from __future__ import annotations

from functools import cache
from random import Random

import simpy

from game.protocol.plan import Plan
from game.protocol.scenario import Scenario
from game.protocol.units import format_exact_clock
from game.simulation.circumstances import Circumstances, nominal
from game.simulation.engine import simulate
from game.simulation.trace import Trace
from tests import rooms

PEOPLE = 60
DOORS = ("d0", "d1", "d2")
HEADWAY = 1_500
WALK = 5_000
NOON = 12 * 3_600_000
SET_OUT = [Random(1).randrange(60_000) for _ in range(PEOPLE)]


def _names() -> dict[str, str]:
    stars = {0: "host*", 1: "guest*"}
    return {f"p{n:02}": f"{stars.get(n, ('host', 'guest')[n % 2] + '.staff')} @{DOORS[n % 3]}" for n in range(PEOPLE)}


@cache
def bare() -> Scenario:
    """Only queueing: everybody walks to a door at a clock time and goes in; no rule, no cue."""
    habits = {f"p{n:02}": {"set_out": f"at {format_exact_clock(NOON + SET_OUT[n])}"} for n in range(PEOPLE)}
    return rooms.room(_names(), doors={door: {"abreast": 2} for door in DOORS}, habits=habits)


@cache
def full() -> Scenario:
    """The same people with cues, walking, seats, a broadcast and ten rules; two are too eager and break several."""
    leaders = {
        "p00": {"set_out": "at 12:01", "sit": "after p01 took place"},
        "p01": {"set_out": "at 12:01", "sit": "after p00 took place"},
    }
    others = {
        f"p{n:02}": {
            "set_out": f"after p00 entered and p01 entered + {n} s"
            if n % 20
            else f"at {format_exact_clock(NOON + SET_OUT[n])}",
            "enter": "after p00 entered" if n % 2 else "at once",
            "sit": "after p00 sat and p01 sat",
        }
        for n in range(2, PEOPLE)
    }
    ids = list(_names())
    make = rooms.rule
    leaders_in = ["p00 entered", "p01 entered"]
    rules = [
        make("absent_until", id_="r0", who=["guest.staff"], until=leaders_in),
        make("alone_in_shot", id_="r1", who=["p00", "p01"], until=["p00 sat", "p01 sat"]),
        make("before", id_="r2", first=["p00"], then=["host.staff"]),
        make("by", id_="r3", who=["all"], deadline="12:03"),
        make("door_reserved", id_="r4", door="d0", only=["p00"], until=leaders_in),
        make("in_order", id_="r5", who=["host.staff"], order="joint"),
        make("longest_wait", id_="r6", who=["p00", "p01"], longest="30 s", until=["all took place"]),
        make("nobody_sits_before", id_="r7", who=["all"], before=["p00", "p01"]),
        make("separate_doors", id_="r8", who=["p00", "p01"]),
        make("together", id_="r9", who=["p00", "p01"], within="2 s"),
    ]
    return rooms.room(
        _names(),
        doors={door: {"abreast": 2} for door in DOORS},
        habits={**leaders, **others},
        rules=rules,
        air=("12:00", None),
        orders={"joint": ids},
    )


NOTHING = Plan()


@cache
def day(scenario: Scenario) -> Circumstances:
    """The day as hoped for."""
    return nominal(scenario)


def run_bare() -> Trace:
    """One whole run of ours, from nothing prepared for the day to the trace."""
    return simulate(bare(), NOTHING, nominal(bare()))


def run_full() -> Trace:
    """One whole run with everything."""
    return simulate(full(), NOTHING, nominal(full()))


def run_simpy() -> list[int]:
    """SimPy's bare queueing of the same people: when each enters."""
    return simpy_queueing(SET_OUT, len(DOORS))


def simpy_queueing(set_out: list[int], count: int) -> list[int]:
    """SimPy's bare queueing of people who set out at these instants for so many doors in turn: when each enters."""
    env = simpy.Environment()
    doors = [simpy.Resource(env, capacity=2) for _ in range(count)]
    entered = [0] * len(set_out)

    def walk(n: int):
        yield env.timeout(set_out[n])
        yield env.timeout(WALK)
        with doors[n % count].request() as lane:
            yield lane
            entered[n] = env.now
            yield env.timeout(HEADWAY)

    for n in range(len(set_out)):
        env.process(walk(n))
    env.run()
    return entered
