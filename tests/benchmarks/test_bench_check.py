"""How long checking takes; run with `pytest tests/benchmarks --benchmark-only`, skipped otherwise.

The aims: `check` with playing at most 8 s for each shipped scenario; bounded reading and the schema of a 300-line file
at most three times the bare YAML (`python -m tests.benchmarks.reading` measures the two in turns).
"""

from __future__ import annotations

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from game.authoring.check import check
from game.authoring.library import shipped
from tests.benchmarks import reading


@pytest.mark.parametrize("name", shipped())
def test_check_with_playing(name: str, benchmark: BenchmarkFixture) -> None:
    assert benchmark.pedantic(check, args=(name,), rounds=1, iterations=1) == ()


def test_the_long_file_is_as_long_as_it_says() -> None:
    assert 290 < reading.TEXT.count("\n") <= 300


@pytest.mark.benchmark(group="a 300-line scenario")
@pytest.mark.parametrize("name", reading.MEASURED)
def test_reading(name: str, benchmark: BenchmarkFixture) -> None:
    assert benchmark(reading.MEASURED[name]) is not None
