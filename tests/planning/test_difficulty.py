"""The scale of difficulty: each step takes more than the one before, and the shipped scenarios stand where they say."""

from __future__ import annotations

import pytest

from game.planning.difficulty import DAYS, Measure, clean_days, measured
from game.planning.search import TRAINING
from game.simulation.circumstances import nominal
from game.simulation.engine import simulate
from tests.scenarios.shipped import scenario


@pytest.mark.parametrize(
    ("measure", "difficulty"),
    [
        (Measure(timetable=10, idea=0, walked=0, expert=0), 1),
        (Measure(timetable=9, idea=20, walked=40, expert=40), 2),
        (Measure(timetable=9, idea=19, walked=20, expert=40), 3),
        (Measure(timetable=9, idea=19, walked=19, expert=36), 4),
        (Measure(timetable=9, idea=19, walked=19, expert=35), 5),
        (Measure(timetable=0, idea=0, walked=0, expert=0), 5),
        (Measure(timetable=40, idea=40, walked=40, expert=40), 1),
    ],
)
def test_the_first_step_that_is_enough(measure: Measure, difficulty: int) -> None:
    assert measure.difficulty == difficulty


@pytest.mark.parametrize(("name", "difficulty"), [("first-steps", 1), ("potsdam-1945", 2), ("pyongyang-2024", 3)])
def test_shipped_scenarios_are_as_hard_as_they_say(name: str, difficulty: int) -> None:
    found = scenario(name)
    measure = measured(found)
    assert measure.measure.difficulty == difficulty == found.difficulty
    assert measure.plan is not None
    assert simulate(found, measure.plan, nominal(found)).clean
    assert clean_days(found, measure.plan) == measure.measure.expert
    assert measured(found) == measure


def test_days_are_measured_that_nobody_practises_or_plays() -> None:
    assert not set(DAYS) & {*TRAINING, *range(1, 10_000)}
