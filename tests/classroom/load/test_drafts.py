"""The plans of a load test differ, and are possible or not as was asked."""

from __future__ import annotations

import json

from game.attempt.spelling import plan_data, read_plan
from game.authoring.library import find
from game.authoring.load import load_scenario
from game.classroom.load.drafts import Drafts, bases
from game.protocol.legality import problems

SCENARIO = load_scenario(find("pyongyang-2024"), "en")
MADE = bases(SCENARIO)


def test_possible_plans_are_possible_and_differ() -> None:
    plans = [Drafts(SCENARIO, MADE, number).possible() for number in range(200)]
    assert not any(problems(SCENARIO, read_plan(plan)) for plan in plans)
    assert len({json.dumps(plan) for plan in plans}) > 120
    assert all(plan_data(read_plan(plan)) == plan for plan in plans)


def test_impossible_plans_can_be_read_and_not_carried_out() -> None:
    plans = [Drafts(SCENARIO, MADE, number).impossible() for number in range(20)]
    assert all(problems(SCENARIO, read_plan(plan)) for plan in plans)


def test_the_same_number_writes_the_same() -> None:
    one, other = Drafts(SCENARIO, MADE, 7), Drafts(SCENARIO, MADE, 7)
    assert [one.possible(), one.impossible(), one.order()] == [other.possible(), other.impossible(), other.order()]
