"""How long planning help takes; run with `pytest tests/benchmarks --benchmark-only`, skipped otherwise.

On two cores that nothing else uses: the fixes of a bad day within 3 s, `solve` with its thousand days within 10 s, and
10,000 runs of Pyongyang within 20 s.
"""

from __future__ import annotations

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from game.attempt.pools import play_all
from game.planning.calibration import bots_plans
from game.planning.solve import SHOWN, solve
from game.planning.steps import answer
from tests.benchmarks.morning import fix_all
from tests.scenarios.shipped import IDS, scenario


def test_fixes_of_a_bad_day(benchmark: BenchmarkFixture) -> None:
    answers = benchmark.pedantic(fix_all, rounds=1, iterations=1)
    assert len(answers) >= 20
    assert {fix.days for fix in answers.values() if fix is not None} == {200}


@pytest.mark.parametrize("name", IDS)
def test_solve(name: str, benchmark: BenchmarkFixture) -> None:
    found = scenario(name)

    def shown() -> int:
        solution = answer(solve(found))
        return play_all(found, (("", solution.plan),), SHOWN).by_plan[""].clean

    assert benchmark.pedantic(shown, rounds=1, iterations=1) > 900


def test_calibrate_pyongyang(benchmark: BenchmarkFixture) -> None:
    found = scenario("pyongyang-2024")
    tallies = benchmark.pedantic(lambda: play_all(found, bots_plans(found), 10_000), rounds=1, iterations=1)
    assert tallies.runs == 10_000
