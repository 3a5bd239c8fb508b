"""The engine's speed; run with `pytest tests/benchmarks --benchmark-only`, skipped otherwise."""

from __future__ import annotations

from pytest_benchmark.fixture import BenchmarkFixture

from game.simulation.codes import Code
from tests.benchmarks.instances import NOON, PEOPLE, bare, full, run_bare, run_full, run_simpy


def test_simpy_bare(benchmark: BenchmarkFixture) -> None:
    assert len(benchmark(run_simpy)) == PEOPLE


def test_engine_bare(benchmark: BenchmarkFixture) -> None:
    trace = benchmark(run_bare)
    ours = [trace.first(Code.ENTERED, person.id) for person in bare().people]
    assert ours == [NOON + at for at in run_simpy()]


def test_engine_full(benchmark: BenchmarkFixture) -> None:
    trace = benchmark(run_full)
    assert trace.accomplished
    assert len({breach.rule for breach in trace.breaches}) > 2
    assert len(full().rules) == 10
