"""Solving a scenario: a clean plan that holds, or the best there is and the rules that cannot all be kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from game.planning.conflict import conflict
from game.planning.robust import failures
from game.planning.search import TRAINING, Expert
from game.protocol.plan import Plan
from game.protocol.scenario import Scenario
from game.simulation.circumstances import draw, nominal
from game.simulation.engine import simulate

SHOWN: Final = 1_000
"""On so many days, from day 1 on, a solution is shown."""


@dataclass(frozen=True, slots=True)
class Solution:
    """The best plan so far, after `tried` simulations; the answer once it is `ready`.

    `clean`: in the walk-through and on the day asked for. `walks`: at least in the walk-through. Where not even that
    could be had, `conflict` are the rules that cannot all be kept (none where the day cannot reach its aim at all)
    and `broken` what the best plan breaks.
    """

    plan: Plan
    tried: int
    ready: bool = False
    clean: bool = False
    walks: bool = False
    conflict: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()


def solve(scenario: Scenario, seed: int = 1) -> Iterator[Solution]:
    """The solution so far, again and again; the last is the answer. Deterministic: it counts plans, not seconds."""
    day = draw(scenario, seed)
    training = tuple(draw(scenario, other) for other in TRAINING if other != seed)
    plan, tried = Plan(), 0
    for found in Expert(scenario, day, training).search():
        plan, tried = found.plan, found.tried
        yield Solution(plan, tried)
    if _is_clean(scenario, plan):
        yield Solution(plan, tried, True, simulate(scenario, plan, day).clean, True)
        return
    rules: tuple[str, ...] = ()
    for step in conflict(scenario, plan):
        plan = step.clean or plan
        rules = step.rules
        yield Solution(plan, tried + step.tried)
    walk = simulate(scenario, plan, nominal(scenario))
    clean = walk.clean and simulate(scenario, plan, day).clean
    yield Solution(plan, tried, True, clean, walk.clean, rules, failures(scenario, walk))


def _is_clean(scenario: Scenario, plan: Plan) -> bool:
    return simulate(scenario, plan, nominal(scenario)).clean
