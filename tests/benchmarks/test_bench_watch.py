"""From save to picture; run with `--benchmark-only`."""

from __future__ import annotations

from pathlib import Path

from pytest_benchmark.fixture import BenchmarkFixture

from tests.benchmarks import saves

AIM = 500_000_000


def test_from_save_to_picture(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    times = benchmark.pedantic(saves.measure, args=(tmp_path, 20), rounds=1)
    benchmark.extra_info["longest ms"] = round(max(times) / 1e6)
    print("\n" + saves.told(times))
    assert sorted(times)[len(times) // 2] <= AIM
