"""A frame of the run screen with 60 people at 1080p, beside the plain scene; run with `--benchmark-only`."""

from __future__ import annotations

from pathlib import Path

from pytest_benchmark.fixture import BenchmarkFixture

from tests.benchmarks import frames


def test_plain_scene(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    plain, _ours, app = frames.frames(tmp_path)
    try:
        benchmark(plain)
    finally:
        app.close()


def test_run_screen(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    _plain, ours, app = frames.frames(tmp_path)
    try:
        benchmark(ours)
        assert len(app.screen.scenario.people) == frames.PEOPLE  # type: ignore[attr-defined]
    finally:
        app.close()


def test_ratio_of_the_99th_percentiles(benchmark: BenchmarkFixture) -> None:
    times = benchmark.pedantic(frames.measure, args=(400,), rounds=1)
    benchmark.extra_info["p99 ratio"] = round(frames.p99(times["run"]) / frames.p99(times["plain"]), 2)
    print("\n" + frames.table(times))
    assert min(map(len, times.values())) == 400
