"""The engine's speed; run with `pytest tests/benchmarks --benchmark-only`, skipped otherwise."""

from __future__ import annotations

from pytest_benchmark.fixture import BenchmarkFixture

from game.simulation.codes import Code
from game.simulation.kinds.registry import registry
from tests.benchmarks import rulebook
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


def test_simpy_at_four_doors(benchmark: BenchmarkFixture) -> None:
    assert len(benchmark(rulebook.run_simpy)) == rulebook.PEOPLE


def test_the_whole_rulebook_on_a_usual_day(benchmark: BenchmarkFixture) -> None:
    card = benchmark(rulebook.usual_day)
    rules = rulebook.rulebook().rules
    assert len(rules) == 40
    assert {rule.terms.kind for rule in rules} == set(registry())
    assert any(rule.grace for rule in rules)
    assert any(rule.exempt for rule in rules)
    assert any(rule.during for rule in rules)
    assert 10 <= sum(line.is_breach for line in card.ledger) <= 25


def test_the_whole_rulebook_on_a_bad_day(benchmark: BenchmarkFixture) -> None:
    card = benchmark(rulebook.bad_day)
    assert sum(line.is_breach for line in card.ledger) > 100
