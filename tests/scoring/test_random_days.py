"""Scores of random days with random plans and live orders: between 0 and 100, and equal where the days are equal."""

from __future__ import annotations

from hypothesis import given, settings

from game.scoring.scorecard import Scorecard, clip, score
from game.simulation.circumstances import draw
from game.simulation.engine import simulate
from game.simulation.trace import Trace
from tests.simulation.days import Day, days

FEW = settings(max_examples=100, deadline=None)


def played(day: Day) -> tuple[Trace, Scorecard]:
    trace = simulate(day.scenario, day.plan, draw(day.scenario, day.seed), day.orders)
    return trace, score(day.scenario, trace)


@given(days)
@FEW
def test_scores_never_leave_0_to_100(day: Day) -> None:
    trace, card = played(day)
    assert 0 <= card.total <= 100
    assert all(0 <= points <= 100 for _figure, points in card.figures.items())
    assert card.total == clip(card.raw)
    assert card.raw == 100 + sum(line.points for line in card.ledger)
    assert all(line.points < 0 for line in card.ledger if line.is_breach)
    assert trace.accomplished or card.grade == "F"


@given(days)
@FEW
def test_equal_traces_give_equal_ledgers(day: Day) -> None:
    one, card = played(day)
    again = Trace(one.scenario, one.circumstances, one.orders, one.records, one.breaches, one.accomplished_at)
    other, card_of_other = played(day)
    assert one.hash == other.hash == again.hash
    assert card == card_of_other == score(day.scenario, again)


@given(days)
@FEW
def test_every_breach_has_its_line(day: Day) -> None:
    trace, card = played(day)
    told = sorted((line.rule, line.offenders, line.at, line.until) for line in card.ledger if line.is_finding)
    assert told == sorted((breach.rule, breach.offenders, breach.at, breach.until) for breach in trace.breaches)
