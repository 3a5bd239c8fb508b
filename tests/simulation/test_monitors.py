"""Monitors by themselves: fed any events in any order, nonsense too, none ever crashes or names what is not there."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.protocol.rules import During
from game.protocol.scenario import Scenario
from game.simulation.circumstances import draw
from game.simulation.codes import Code
from game.simulation.engine import simulate
from game.simulation.kinds.base import ANYBODY, Awake, Blueprint, Closed, Finished, Monitor, Opened, WakeMe, Wants
from game.simulation.prepared import Prepared
from tests import rooms
from tests.simulation.days import NOON, random_day, random_rule, random_scenario

KINDS = sorted(rooms.registry())
TEMPERS = ("", "grace", "except", "while")
AIR = (Code.ON_AIR, Code.OFF_AIR, Code.PRESS_IN, Code.PRESS_OUT)
SEEDS = st.integers(0, (1 << 40) - 1)


def house(r: Random, kind: str, temper: str) -> tuple[Scenario, Blueprint]:
    """A random room with one rule of a kind, tempered in one way."""
    scenario = random_scenario(r)
    ids = [person.id for person in scenario.people]
    names = [*ids, "all", *(delegation.id for delegation in scenario.delegations)]
    doors = tuple(door.id for door in scenario.room.doors)
    rule = random_rule(r, kind, ids, names, doors)
    tempered = {
        "": {},
        "grace": {"grace": r.choice((1, 4_000, 15_000))},
        "except": {"exempt": tuple(r.sample(ids, r.randint(1, len(ids))))},
        "while": {"during": r.choice(list(During))},
    }[temper]
    rule = replace(rule, **{"grace": 0, "exempt": (), "during": None, **tempered})
    scenario = replace(scenario, rules=(rule,))
    return scenario, Prepared(scenario).blueprints[0]


class Feeder:
    """Feeds a monitor and holds it to its word."""

    def __init__(self, scenario: Scenario, blueprint: Blueprint) -> None:
        self.people = len(scenario.people)
        self.monitor: Monitor = blueprint.start()
        self.wakes = list(blueprint.wakes)
        self.finished = False
        self.said = 0

    def feed(self, at: int, code: int, who: int, extra: int) -> None:
        wants = self.monitor.feed(at, code, who, extra)
        assert not (self.finished and any(not isinstance(want, Finished) for want in wants or ()))
        self.take(at, wants)

    def wake(self, at: int) -> None:
        if at in self.wakes:
            self.wakes.remove(at)
        self.take(at, self.monitor.wake(at))

    def take(self, at: int, wants: Wants) -> None:
        for want in wants or ():
            self.said += 1
            match want:
                case Opened():
                    named = (*want.offenders, *want.against, *(want.shown or ()))
                    assert want.offenders
                    assert all(0 <= i < self.people for i in named)
                case WakeMe(when):
                    assert when >= at
                    self.wakes.append(when)
                case Finished():
                    self.finished = True
                case _:
                    assert isinstance(want, Closed | Awake)


def nonsense(kind: str, temper: str, seed: int) -> Feeder:
    """A fresh monitor, fed what it asked for in any order, and sometimes woken when it did not ask."""
    r = Random(seed)
    scenario, blueprint = house(r, kind, temper)
    feeder = Feeder(scenario, blueprint)
    at = NOON
    for _ in range(80):
        at += r.choice((0, 0, 1, 700, 5_000))
        for due in sorted(when for when in feeder.wakes if when < at):
            feeder.wake(due)
        if not blueprint.subscriptions or r.random() < 0.05:
            feeder.wake(at)
            continue
        code, who = r.choice(blueprint.subscriptions)
        if who == ANYBODY and code not in AIR:
            who = r.randrange(feeder.people)
        places = 3 if code in AIR else len(scenario.room.seats if code == Code.TOOK_PLACE else scenario.room.doors)
        feeder.feed(at, code, who, r.randrange(places))
    return feeder


@pytest.mark.parametrize("temper", TEMPERS)
@pytest.mark.parametrize("kind", KINDS)
@given(seed=SEEDS)
@settings(max_examples=30, deadline=None)
def test_no_kind_crashes_on_any_events_in_any_order(kind: str, temper: str, seed: int) -> None:
    nonsense(kind, temper, seed)


@pytest.mark.parametrize("kind", KINDS)
def test_the_nonsense_says_something(kind: str) -> None:
    # Events of which a monitor kept silent would prove nothing.
    assert all(any(nonsense(kind, temper, seed).said for seed in range(80)) for temper in TEMPERS)


@given(seed=SEEDS)
@settings(max_examples=60, deadline=None)
def test_whoever_asks_to_be_left_alone_has_nothing_more_to_say(seed: int) -> None:
    day = random_day(Random(seed))
    trace = simulate(day.scenario, day.plan, draw(day.scenario, day.seed), day.orders)
    ready = Prepared(day.scenario)
    feeders = [Feeder(day.scenario, blueprint) for blueprint in ready.blueprints]
    for record in trace.records:
        for feeder in feeders:
            for due in sorted(when for when in feeder.wakes if when < record.at):
                feeder.wake(due)
        row = ready.watch[record.code]
        for number in row[record.who] if row is not None else ():
            feeders[number].feed(*record)
