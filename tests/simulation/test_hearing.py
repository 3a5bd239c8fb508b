"""By which ears rules hear a run: nothing that matters is missed, and little else is heard."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings

from game.protocol.plan import Plan
from game.simulation.circumstances import draw, nominal
from game.simulation.engine import Run, simulate, simulate_unless_worse
from game.simulation.prepared import Prepared
from game.simulation.trace import Trace
from tests import rooms
from tests.simulation.days import Day, days

SAT = ["p0 sat", "p1 sat"]
PEOPLE = {f"p{n}": "host @main" for n in range(6)}
AT_ONCE = {"set_out": "at 12:01", "sit": "at once"}


def house(*rules):
    return rooms.room(PEOPLE, habits={"host": AT_ONCE}, rules=list(rules))


def pairs(trace: Trace) -> Counter[tuple[str, str]]:
    return Counter((b.rule, who) for b in trace.breaches if not b.excused for who in b.offenders)


def test_rules_that_wait_for_the_same_share_a_latch():
    closed = rooms.rule("closed_between", id_="closed", begins=SAT)
    wait = rooms.rule("longest_wait", id_="wait", who=["p2"], longest="1 min", until=SAT)
    other = rooms.rule("closed_between", id_="other", begins=["p3 sat"])
    assert len(Prepared(house(closed, wait, other)).ears.latches) == 2


def test_a_room_that_is_not_closed_yet_is_not_watched():
    scenario = house(rooms.rule("closed_between", begins=["all sat"]))
    ready = Prepared(scenario)
    run = Run(ready, Plan(), nominal(scenario), ())
    heard = []
    own = ready.ears.own[0]
    feed = run.feeds[own]
    assert feed is not None
    run.feeds[own] = lambda *event: heard.append(event) or feed(*event)
    trace = run.play()
    assert len(trace.records) > 20
    assert len(heard) == 1  # the last of them sits


@given(days)
@settings(max_examples=40, deadline=None)
def test_a_day_that_is_no_worse_is_followed_to_its_end(day: Day) -> None:
    drawn = draw(day.scenario, day.seed)
    trace = simulate(day.scenario, day.plan, drawn, day.orders)
    same = simulate_unless_worse(day.scenario, day.plan, drawn, day.orders, pairs(trace))
    assert same is not None
    assert same.hash == trace.hash


@given(days)
@settings(max_examples=40, deadline=None)
def test_a_day_that_is_worse_is_not(day: Day) -> None:
    drawn = draw(day.scenario, day.seed)
    broken = pairs(simulate(day.scenario, day.plan, drawn, day.orders))
    waivable = {rule.id for rule in day.scenario.rules if rule.waivable_by}
    for pair in [pair for pair in broken if pair[0] not in waivable][:3]:
        allowed = broken - Counter([pair])
        assert simulate_unless_worse(day.scenario, day.plan, drawn, day.orders, allowed) is None
