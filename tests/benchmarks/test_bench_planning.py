"""How long planning help takes; run with `pytest tests/benchmarks --benchmark-only`, skipped otherwise.

The bounds are those a player waits for without asking what it does.
"""

from __future__ import annotations

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from game.attempt.pools import play_all
from game.planning.calibration import bots_plans
from game.planning.fixes import Fixer, fixes
from game.planning.solve import SHOWN, solve
from game.planning.steps import answer
from game.protocol.plan import Plan
from game.scoring.scorecard import score
from game.simulation.circumstances import draw
from game.simulation.engine import simulate
from tests.scenarios.shipped import IDS, scenario

FIXES, SOLVE, CALIBRATE = 3, 10, 20
"""Seconds allowed for the fixes of about twenty breaches, for one scenario solved, for 10,000 runs on 2 cores."""


def test_fixes_of_a_bad_day(benchmark: BenchmarkFixture) -> None:
    found = scenario("pyongyang-2024")
    lines = score(found, simulate(found, Plan(), draw(found, 1))).ledger
    answers = benchmark.pedantic(
        lambda: fixes(Fixer(found, Plan(), draw(found, 1)), lines), rounds=1, iterations=1
    )
    assert len(answers) >= 18
    assert any(answers.values())
    assert benchmark.stats["min"] < FIXES


@pytest.mark.parametrize("name", IDS)
def test_solve(name: str, benchmark: BenchmarkFixture) -> None:
    found = scenario(name)

    def shown() -> int:
        solution = answer(solve(found))
        return play_all(found, (("", solution.plan),), SHOWN).by_plan[""].clean

    assert benchmark.pedantic(shown, rounds=1, iterations=1) > 900
    assert benchmark.stats["min"] < SOLVE


def test_calibrate_pyongyang(benchmark: BenchmarkFixture) -> None:
    found = scenario("pyongyang-2024")
    tallies = benchmark.pedantic(lambda: play_all(found, bots_plans(found), 10_000), rounds=1, iterations=1)
    assert tallies.runs == 10_000
    assert benchmark.stats["min"] < CALIBRATE
