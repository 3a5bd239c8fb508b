"""Robust: the same plan on other days. One lucky day is not skill."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from game.protocol.plan import Order, Plan
from game.protocol.scenario import Scenario
from game.simulation.circumstances import bits_for, draw
from game.simulation.engine import simulate
from game.simulation.trace import Trace

DAYS: Final = 200
ACCOMPLISH: Final = "accomplish"
_SEEDS: Final = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Robust:
    """The plan on `days` other days: `clean` on so many of them.

    `commonest` is what most of the failed days failed by, a rule's id or `accomplish`, on `count` of them;
    None where none failed. A breach that another one brought with it is no cause.
    """

    days: int
    clean: int
    commonest: str | None
    count: int


def other_days(scenario: Scenario, seed: int, days: int = DAYS) -> tuple[int, ...]:
    """The seeds of the other days that belong to the day `seed`: all different, and none of them that day."""
    found: dict[int, None] = {}
    nth = 0
    while len(found) < days:
        nth += 1
        other = 1 + bits_for(seed, scenario.id, f"other day {nth}") % _SEEDS
        if other != seed:
            found[other] = None
    return tuple(found)


def robust_steps(
    scenario: Scenario, plan: Plan, orders: tuple[Order, ...] = (), seed: int = 1, days: int = DAYS
) -> Iterator[Robust]:
    """The result after each day, so that a window can reckon in slices; the last one is the answer."""
    clean = 0
    causes: Counter[str] = Counter()
    for done, other in enumerate(other_days(scenario, seed, days), start=1):
        trace = simulate(scenario, plan, draw(scenario, other), orders)
        clean += trace.clean
        causes.update(failures(scenario, trace))
        yield _result(scenario, done, clean, causes)


def robust(
    scenario: Scenario, plan: Plan, orders: tuple[Order, ...] = (), seed: int = 1, days: int = DAYS
) -> Robust:
    """The same plan and orders on `days` other days."""
    result = Robust(0, 0, None, 0)
    for step in robust_steps(scenario, plan, orders, seed, days):
        result = step
    return result


def failures(scenario: Scenario, trace: Trace) -> tuple[str, ...]:
    """What a day failed by, each once: the rules broken in their own right, and `accomplish` where the aim
    was missed.
    """
    broken: dict[str, set[str]] = {}
    for breach in trace.breaches:
        if not breach.excused:
            broken.setdefault(breach.rule, set()).update(breach.offenders)
    causes = [
        rule.id
        for rule in scenario.rules
        if rule.id in broken and not broken[rule.id] <= broken.get(rule.follows, set())
    ]
    return (*causes, *(() if trace.accomplished else (ACCOMPLISH,)))


def _result(scenario: Scenario, done: int, clean: int, causes: Counter[str]) -> Robust:
    order = [rule.id for rule in scenario.rules] + [ACCOMPLISH]
    commonest = max(causes, key=lambda cause: (causes[cause], -order.index(cause)), default=None)
    return Robust(done, clean, commonest, causes[commonest] if commonest else 0)
