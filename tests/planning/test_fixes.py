"""A fix that is offered does what it says, and where none is offered none was to be had among those tried."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import fields

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.planning.bots import by_cue, by_rank, by_the_clock
from game.planning.changes import Change, change
from game.planning.fixes import Fix, Fixer, fixes
from game.planning.robust import DAYS, other_days
from game.protocol.cues import AtClock
from game.protocol.legality import problems
from game.protocol.plan import Briefing, Conduct, Order, Plan
from game.protocol.scenario import Scenario
from game.scoring.line import Line
from game.scoring.scorecard import score
from game.simulation.circumstances import draw
from game.simulation.engine import simulate
from game.simulation.trace import Trace
from tests.planning.houses import aides_first, house, leaders_first, together
from tests.rooms import order, plan
from tests.scenarios.shipped import IDS, scenario


def day(found: Scenario, briefed: Plan, seed: int, orders: tuple[Order, ...] = ()) -> tuple[Fixer, tuple[Line, ...]]:
    """The fixer of a day, and its breaches."""
    trace = simulate(found, briefed, draw(found, seed), orders)
    lines = tuple(line for line in score(found, trace).ledger if line.is_breach)
    return Fixer(found, briefed, draw(found, seed), orders, seed), lines


def pairs(trace: Trace) -> Counter[tuple[str, str]]:
    """Who broke what, how often."""
    return Counter((breach.rule, person) for breach in trace.breaches for person in breach.offenders)


def said(briefed: Plan) -> dict[tuple[object, ...], object]:
    """Every field that a plan says, by addressee."""
    found: dict[tuple[object, ...], object] = {}
    for briefing in briefed.briefings:
        for field in fields(Conduct):
            found[briefing.who, field.name] = getattr(briefing.conduct, field.name)
        found[briefing.who, "read_back"], found[briefing.who, "escort"] = briefing.read_back or None, briefing.escort
    return {key: value for key, value in found.items() if value is not None}


def check(found: Scenario, before: Plan, seed: int, line: Line, fix: Fix, orders: tuple[Order, ...] = ()) -> None:
    """A fix is one field of one briefing, heals all offenders, opens nothing and pays."""
    differ = said(before).items() ^ said(fix.plan).items()
    assert {key for key, _value in differ} == {(fix.change.who, fix.change.field)}
    assert problems(found, fix.plan) == ()
    circumstances = draw(found, seed)
    was, now = (simulate(found, each, circumstances, orders) for each in (before, fix.plan))
    assert not any(pairs(now)[line.rule, person] for person in line.offenders)
    assert pairs(now) <= pairs(was)
    assert score(found, now).raw - score(found, was).raw == fix.gained > 0
    assert was.accomplished <= now.accomplished


BOTS: list[Callable[[Scenario], Plan]] = [lambda _scenario: Plan(), by_the_clock, by_rank, by_cue]


@settings(max_examples=6, deadline=None)
@given(name=st.sampled_from(IDS), bot=st.sampled_from(BOTS), seed=st.integers(1, 10_000), nth=st.integers(0, 30))
def test_a_fix_does_what_it_says(name: str, bot: Callable[[Scenario], Plan], seed: int, nth: int) -> None:
    found = scenario(name)
    briefed = bot(found)
    fixer, lines = day(found, briefed, seed)
    if lines:
        line = lines[nth % len(lines)]
        fix = fixer.find(line)
        if fix is not None:
            check(found, briefed, seed, line, fix)
            assert (fix.holds, fix.days) == (holds_on(found, briefed, fix, line, seed), 200)


def holds_on(found: Scenario, before: Plan, fix: Fix, line: Line, seed: int) -> int:
    """On how many of the other days the fix does what it does on this one, played one by one."""
    mine = {(line.rule, person) for person in line.offenders}
    held = 0
    for other in other_days(found, seed, DAYS):
        was, now = (set(pairs(simulate(found, each, draw(found, other)))) for each in (before, fix.plan))
        held += not now & mine and now <= was
    return held


def test_the_days_it_holds_on_are_counted_right() -> None:
    found = house(leaders_first())
    fixer, lines = day(found, Plan(), 3)
    fix = fixer.find(lines[0])
    assert fix is not None
    held = holds_on(found, Plan(), fix, lines[0], 3)
    assert (fix.holds, fix.days) == (held, 200)
    assert 0 < held < 200  # a message that is not read back may be lost


def test_an_event_comes_before_a_time_of_day_and_one_person_before_a_group() -> None:
    found = house(leaders_first())
    fixer, lines = day(found, Plan(), 3)
    fix = fixer.find(lines[0])
    assert fix is not None
    assert fix.change.who == ("envoy",)
    assert not isinstance(fix.change.value, AtClock)
    assert str(fix.change.value) == "after host entered and guest entered"


def test_a_time_of_day_where_no_event_helps() -> None:
    late = house(leaders_first())
    briefed = plan({"who": "host", "set_out": "at 12:14:50", "read_back": True})
    fixer, lines = day(late, briefed, 1)
    answers = fixes(fixer, lines)
    assert set(answers) == set(lines)
    for line, fix in answers.items():
        if fix is not None:
            check(late, briefed, 1, line, fix)


def test_what_a_message_lost_was_is_healed_by_a_read_back() -> None:
    found = house(leaders_first())
    briefed = plan({"who": "visitors.aides", "enter": "after host entered and guest entered"})
    seed = next(seed for seed in range(1, 200) if dict(draw(found, seed).draws)["lost:visitors:side"])
    fixer, lines = day(found, briefed, seed)
    fix = fixer.find(lines[0])
    assert fix is not None
    assert fix.change == Change(("visitors.aides",), "read_back", True)
    assert fix.holds == DAYS


def test_live_orders_stay_in_force() -> None:
    found = house(leaders_first())
    orders = (order("12:02:00 hold clerk"),)
    fixer, lines = day(found, Plan(), 3, orders)
    for line, fix in fixes(fixer, lines).items():
        if fix is not None:
            check(found, Plan(), 3, line, fix, orders)


def test_no_single_change_is_an_answer() -> None:
    found = house(leaders_first(), aides_first())
    fixer, lines = day(found, Plan(), 1)
    assert lines
    assert set(fixes(fixer, lines).values()) == {None}


def test_it_is_looked_for_in_slices_and_shared_between_lines() -> None:
    found = house(leaders_first(), together())
    fixer, lines = day(found, Plan(), 3)
    steps = list(fixer.look(lines[0]))
    assert len(steps) > 20
    assert [step.ready for step in steps] == [False] * (len(steps) - 1) + [True]
    again = list(fixer.look(lines[0]))
    assert again[-1].fix == steps[-1].fix
    assert again[-1].tried == steps[-1].tried  # nothing was simulated twice


@pytest.mark.parametrize("before", [Plan(), Plan((Briefing(("host",), Conduct(door="main"), read_back=True),))])
def test_a_change_touches_nothing_else(before: Plan) -> None:
    after = change(before, (Change(("host",), "door", "side"), Change(("envoy",), "escort", "han")))
    new = {(("host",), "door"): "side", (("envoy",), "escort"): "han"}
    assert said(after).items() - said(before).items() == new.items()
