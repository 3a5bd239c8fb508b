"""Same day again, from the key to the painted plan; run with `--benchmark-only`."""

from __future__ import annotations

from pathlib import Path

from pytest_benchmark.fixture import BenchmarkFixture

from tests.benchmarks import again


def test_same_day_again(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    app = again.debrief(tmp_path)
    try:
        times: list[int] = []
        benchmark.pedantic(lambda: times.append(again.again(app)[0]), rounds=5)
        longest = max(times) / 1e6
        benchmark.extra_info["longest ms to the plan"] = round(longest)
        print(f"\nsame day again: at most {longest:.0f} ms")
    finally:
        app.close()


def test_a_debrief_that_reckons_never_holds_a_frame_up(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    app = again.debrief(tmp_path)
    try:
        longest = benchmark.pedantic(again.longest_frame, args=(app,), rounds=1)
        print(f"\nlongest frame: {longest / 1e6:.0f} ms")
        assert app.screen.robust.days == 200  # type: ignore[attr-defined]
    finally:
        app.close()
