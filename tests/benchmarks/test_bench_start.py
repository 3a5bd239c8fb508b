"""The first frame of a title that answers a key, beside a bare window; run with `--benchmark-only`."""

from __future__ import annotations

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tests.benchmarks import starts


@pytest.mark.parametrize("name", list(starts.STARTS))
def test_start(benchmark: BenchmarkFixture, name: str) -> None:
    taken = benchmark.pedantic(starts.start, args=(starts.STARTS[name],), rounds=5, warmup_rounds=1)
    assert taken > 0


def test_ratio_of_the_medians(benchmark: BenchmarkFixture) -> None:
    times = benchmark.pedantic(starts.measure, args=(5,), rounds=1)
    benchmark.extra_info["ratio"] = round(starts.ratio(times), 2)
    print("\n" + starts.table(times))
    assert set(times) == set(starts.STARTS)
