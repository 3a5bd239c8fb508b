"""Calibration: how hard a scenario is, as the distribution of what bots reach on many days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from game.planning.bots import BOTS
from game.planning.robust import ACCOMPLISH, Robust, failures
from game.protocol.plan import Plan
from game.protocol.scenario import Scenario
from game.scoring.scorecard import FULL, score
from game.simulation.circumstances import draw
from game.simulation.engine import simulate

WIDTH: Final = 10
"""So many points make one bar of the histogram; the last bar holds the full hundred too."""

BARS: Final = FULL // WIDTH

Plans = tuple[tuple[str, Plan], ...]


@dataclass(slots=True)
class Tally:
    """What runs came to. Adding tallies up in any order gives the same, so any number of cores may share the work."""

    clean: int = 0
    accomplished: int = 0
    totals: Counter[int] = field(default_factory=Counter)
    grades: Counter[str] = field(default_factory=Counter)
    causes: Counter[str] = field(default_factory=Counter)

    @property
    def runs(self) -> int:
        """How many runs were counted."""
        return self.totals.total()

    def add(self, other: Tally) -> None:
        """Count another tally in."""
        self.clean += other.clean
        self.accomplished += other.accomplished
        self.totals.update(other.totals)
        self.grades.update(other.grades)
        self.causes.update(other.causes)

    def bars(self) -> tuple[int, ...]:
        """The histogram: runs with totals of 0-9, 10-19 and so on, 90-100 last."""
        bars = [0] * BARS
        for total, runs in self.totals.items():
            bars[min(total // WIDTH, BARS - 1)] += runs
        return tuple(bars)

    def quantile(self, permille: int) -> int:
        """The total that so many thousandths of the runs do not exceed; 0 where there are no runs."""
        needed = -(-self.runs * permille // 1_000)
        for total in sorted(self.totals):
            needed -= self.totals[total]
            if needed <= 0:
                return total
        return 0


def bots_plans(scenario: Scenario) -> Plans:
    """The plan of every bot, by its name."""
    return tuple((name, bot(scenario)) for name, bot in BOTS.items())


def share(plans: int, runs: int, first: int = 0) -> tuple[tuple[int, int], ...]:
    """The runs from `first` to before `runs`, each as (number of the plan, seed of the day).

    All bots get the same days, from day 1 on.
    """
    return tuple((run % plans, 1 + run // plans) for run in range(first, runs))


def played(scenario: Scenario, plans: Plans, runs: Iterable[tuple[int, int]]) -> dict[str, Tally]:
    """What these runs come to, by the plan's name."""
    found: dict[str, Tally] = {}
    for number, seed in runs:
        name, plan = plans[number]
        tally = found.setdefault(name, Tally())
        trace = simulate(scenario, plan, draw(scenario, seed))
        card = score(scenario, trace)
        tally.clean += trace.clean
        tally.accomplished += trace.accomplished
        tally.totals[card.total] += 1
        tally.grades[card.grade] += 1
        tally.causes.update(failures(scenario, trace))
    return found


def as_robust(scenario: Scenario, tally: Tally) -> Robust:
    """A tally as the answer on how a plan stands on other days."""
    order = [rule.id for rule in scenario.rules] + [ACCOMPLISH]
    worst = max(tally.causes, key=lambda cause: (tally.causes[cause], -order.index(cause)), default=None)
    return Robust(tally.runs, tally.clean, worst, tally.causes[worst] if worst else 0)
