"""How long planning help takes; run with `pytest tests/benchmarks --benchmark-only`, skipped otherwise.

On two cores that nothing else uses: the fixes of a bad day within 3 s, `solve` with its thousand days within 10 s, and
10,000 runs of Pyongyang within 20 s.
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


def test_fixes_of_a_bad_day(benchmark: BenchmarkFixture) -> None:
    found = scenario("pyongyang-2024")
    lines = score(found, simulate(found, Plan(), draw(found, 1))).ledger
    answers = benchmark.pedantic(
        lambda: fixes(Fixer(found, Plan(), draw(found, 1)), lines), rounds=1, iterations=1
    )
    assert len(answers) >= 18
    assert any(answers.values())


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
