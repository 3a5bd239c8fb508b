"""Every shipped scenario carries proof: its plans end as `expect` says, and not planning never passes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.planning.bots import hold_everybody, nobody_briefed, only_orders
from game.protocol.scenario import Expectation, Scenario
from game.scoring.scorecard import score
from game.simulation.circumstances import draw
from game.simulation.engine import simulate
from tests.scenarios.shipped import IDS, play, scenario


def disappointments(found: Scenario, expected: Expectation) -> list[str]:
    """In what a plan's end differs from what was expected of it."""
    trace = play(found.id, expected.plan, expected.seed)
    card = score(found, trace)
    wrong = []
    if expected.clean is not None and trace.clean is not expected.clean:
        wrong.append(f"clean is {trace.clean}")
    if expected.accomplished is not None and trace.accomplished is not expected.accomplished:
        wrong.append(f"accomplished is {trace.accomplished}")
    if expected.grade is not None and card.grade != expected.grade:
        wrong.append(f"the grade is {card.grade}")
    for rule, count in expected.breaches:
        found_count = len({who for breach in trace.breaches if breach.rule == rule for who in breach.offenders})
        if found_count != count:
            wrong.append(f"{rule} is broken by {found_count}")
    return wrong


def test_a_wrong_expectation_fails() -> None:
    found = scenario("pyongyang-2024")
    six = (("leaders-first", 6),)
    wrong = Expectation("recorded", clean=True, accomplished=False, grade="A", breaches=six)
    assert disappointments(found, wrong) == [
        "clean is False", "accomplished is True", "the grade is F", "leaders-first is broken by 7",
    ]


@pytest.mark.parametrize("name", IDS)
def test_plans_end_as_expected(name: str) -> None:
    found = scenario(name)
    assert {expected.plan for expected in found.expect} == {named.name for named in found.plans}
    assert [disappointments(found, expected) for expected in found.expect] == [[] for _ in found.expect]


@pytest.mark.parametrize("name", IDS)
def test_doing_nothing_is_clean_on_no_day(name: str) -> None:
    found = scenario(name)
    assert not any(simulate(found, nobody_briefed(), draw(found, seed)).clean for seed in range(1, 201))


@pytest.mark.parametrize("name", IDS)
def test_doing_nothing_earns_no_good_grade(name: str) -> None:
    found = scenario(name)
    days = range(1, 41)
    grades = [score(found, simulate(found, nobody_briefed(), draw(found, seed))).grade for seed in days]
    assert grades[0] in "DEF"
    assert not {"A", "B"} & set(grades)
    assert sum(grade in "DEF" for grade in grades) >= len(days) * 8 // 10


@pytest.mark.parametrize("name", IDS)
def test_holding_everybody_outside_fails(name: str) -> None:
    found = scenario(name)
    # Every word read back, whatever it costs: the strongest form of holding everybody.
    plan = hold_everybody(found)
    sure = replace(plan, briefings=tuple(replace(each, read_back=True) for each in plan.briefings))
    for seed in range(1, 21):
        trace = simulate(found, sure, draw(found, seed))
        assert not trace.accomplished
        assert score(found, trace).grade == "F"
        assert not trace.clean


@pytest.mark.parametrize("name", IDS)
def test_only_live_orders_score_below_the_reference(name: str) -> None:
    found = scenario(name)
    reference = found.plan("reference")
    for seed in range(1, 41):
        day = draw(found, seed)
        improvised = score(found, simulate(found, nobody_briefed(), day, only_orders(found, day)))
        planned = score(found, simulate(found, reference.plan, day, reference.orders))
        assert improvised.raw < planned.raw, f"day {seed}"
