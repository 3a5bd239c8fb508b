"""Who is to blame for a breach: its offenders, except where the breach is something that was done to them."""

from __future__ import annotations

from game.protocol.scenario import Scenario
from game.simulation.kinds.registry import registry
from game.simulation.trace import Breach


def is_suffered(scenario: Scenario, rule: str) -> bool:
    """Whether a breach of this rule is done to those it names: a principal who is kept waiting breaks nothing."""
    return registry()[scenario.rule(rule).terms.kind].suffered


def to_blame(scenario: Scenario, breach: Breach) -> tuple[str, ...]:
    """The people whom a picture may mark as breaking the rule."""
    return () if is_suffered(scenario, breach.rule) else breach.offenders
