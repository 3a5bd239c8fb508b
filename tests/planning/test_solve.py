"""A plan that `solve` calls clean is clean; where none is found, each rule it blames is needed for that."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.planning.conflict import solvable, with_rules
from game.planning.search import expert_plan
from game.planning.solve import Solution, solve
from game.planning.steps import answer
from game.protocol.legality import problems
from game.protocol.rules import Rule
from game.protocol.scenario import Scenario
from game.simulation.circumstances import draw, nominal
from game.simulation.engine import simulate
from tests.planning.houses import aides_first, house, leaders_first, together
from tests.rooms import rule
from tests.scenarios.shipped import IDS, clean_days, scenario


def holds(found: Scenario, solution: Solution, seed: int) -> None:
    """What a solution says of itself is so."""
    assert problems(found, solution.plan) == ()
    walk, day = (simulate(found, solution.plan, each) for each in (nominal(found), draw(found, seed)))
    assert (solution.walks, solution.clean) == (walk.clean, walk.clean and day.clean)
    broken = {breach.rule for breach in walk.breaches}
    assert set(solution.broken) - {"accomplish"} <= broken
    assert bool(solution.broken) is not walk.clean


@pytest.mark.parametrize("name", IDS)
def test_every_shipped_scenario_is_solved(name: str) -> None:
    found = scenario(name)
    solution = answer(solve(found))
    assert solution.ready
    assert solution.clean
    holds(found, solution, 1)
    assert clean_days(found, solution.plan, range(1, 101)) >= 90


@settings(max_examples=8, deadline=None)
@given(first=st.sampled_from([leaders_first, aides_first]), with_together=st.booleans(), seed=st.integers(1, 1_000))
def test_a_solution_is_what_it_says(first: Callable[[], Rule], with_together: bool, seed: int) -> None:
    found = house(first(), *([together()] if with_together else []))
    solution = answer(solve(found, seed))
    holds(found, solution, seed)
    assert solution.walks


def test_without_any_one_of_the_rules_that_cannot_all_be_kept_it_is_solvable() -> None:
    found = house(together(), leaders_first(), aides_first())
    solution = answer(solve(found))
    assert not solution.clean
    assert solution.conflict == ("leaders-first", "aides-first")
    assert not solvable(with_rules(found, solution.conflict))
    for rule_id in solution.conflict:
        assert solvable(with_rules(found, set(solution.conflict) - {rule_id}))
        assert solvable(with_rules(found, {rule.id for rule in found.rules} - {rule_id}))


def with_a_contrary_rule(name: str, contrary: Rule) -> Scenario:
    found = scenario(name)
    return replace(found, rules=(*found.rules, contrary), plans=(), expect=())


def test_the_same_in_a_shipped_morning_with_a_rule_against_one_of_its_own() -> None:
    contrary = rule("before", id_="advisers-first", first=["advisers"], then=["presidents"])
    found = with_a_contrary_rule("first-steps", contrary)
    solution = answer(solve(found))
    assert solution.conflict == ("presidents-first", "advisers-first")
    assert not solvable(with_rules(found, solution.conflict))
    for rule_id in solution.conflict:
        assert solvable(with_rules(found, {each.id for each in found.rules} - {rule_id}))


def test_of_many_rules_only_those_are_blamed_that_contradict_each_other() -> None:
    # Other rules of this morning contradict the new one too; without one of the two the other can be kept.
    contrary = rule("absent_until", id_="ministers-first", who=["leaders"], until=["russia.ministers entered"])
    found = with_a_contrary_rule("pyongyang-2024", contrary)
    solution = answer(solve(found))
    assert solution.conflict == ("leaders-first", "ministers-first")
    assert not solvable(with_rules(found, solution.conflict))
    for rule_id in solution.conflict:
        assert solvable(with_rules(found, set(solution.conflict) - {rule_id}))
    assert solvable(with_rules(found, {each.id for each in found.rules} - {"ministers-first"}))


def test_a_rule_that_cannot_be_kept_by_itself() -> None:
    found = house(leaders_first(), rule("by", id_="too-early", who="host", event="entered", deadline="12:00:01"))
    solution = answer(solve(found))
    assert solution.conflict == ("too-early",)
    assert solvable(with_rules(found, {"leaders-first"}))


def test_an_aim_out_of_reach_blames_no_rule() -> None:
    solution = answer(solve(house(leaders_first(), by="12:00:01")))
    assert (solution.ready, solution.clean, solution.conflict) == (True, False, ())
    assert "accomplish" in solution.broken


def test_it_comes_in_steps_and_the_same_each_time() -> None:
    found = scenario("pyongyang-2024")
    steps = list(solve(found))
    assert len(steps) > 20
    assert not any(step.ready for step in steps[:-1])
    assert steps[-1] == answer(solve(found))


@pytest.mark.parametrize("name", IDS)
def test_the_expert_is_blind_to_the_day_and_holds(name: str) -> None:
    found = scenario(name)
    assert clean_days(found, expert_plan(found), range(1, 101)) >= 90
