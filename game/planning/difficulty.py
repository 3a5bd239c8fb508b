"""How hard a scenario is, from 1 to 5, as measured by what bots reach in it.

    1  A timetable is enough: people sent in one by one, as listed or by rank, are clean on a quarter of the days.
    2  One idea is enough: "the principals at one moment, everybody else after them" is clean on half of the days.
    3  It takes a plan of its own; the first that is clean in the walk-through is clean on half of the days.
    4  What is clean in the walk-through fails on most days: a plan must be made to hold, on nine days of ten.
    5  No plan that the expert finds holds so often: what is left must be saved on the day.

Every step takes more than the one before, so the measure is the first step that is enough.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from game.planning.bots import by_cue, by_rank, by_the_clock, read_back
from game.planning.search import TRAINING, Expert
from game.planning.steps import answer
from game.protocol.plan import Plan
from game.protocol.scenario import Scenario
from game.simulation.circumstances import Circumstances, draw, nominal
from game.simulation.engine import simulate

DAYS: Final = range(500_001, 500_041)
"""The days on which plans are measured: none of those the expert practises on, and far from those people play."""

EASIEST: Final = 1
HARDEST: Final = 5

TRIES: Final = 900
PRACTICE: Final = 1_500
"""So many plans the expert tries in the walk-through, and so many days it practises at a time."""

_TIMETABLE: Final = len(DAYS) // 4
_IDEA: Final = len(DAYS) // 2
_WALKED: Final = len(DAYS) // 2
_HOLDS: Final = len(DAYS) * 9 // 10


@dataclass(frozen=True, slots=True)
class Measure:
    """On how many of the days each plan was clean, and what follows: a difficulty from 1 to 5.

    `timetable` is the better of the two bots that go by the clock, `idea` the one that goes by cues, `walked` the
    first plan found that is clean in the walk-through, `expert` the same after practice. The last two are 0 where
    no plan was found that is clean in the walk-through.
    """

    timetable: int
    idea: int
    walked: int
    expert: int

    @property
    def difficulty(self) -> int:
        """From 1 to 5: the first step of the scale that is enough."""
        simple = by_simple_bots(self.timetable, self.idea)
        if simple is not None:
            return simple
        if holds_when_walked(self.walked):
            return 3
        return 4 if self.expert >= _HOLDS else HARDEST


@dataclass(frozen=True, slots=True)
class Measured:
    """A measure, and the expert's plan; None where none is clean even in the walk-through."""

    measure: Measure
    plan: Plan | None


def clean_days(scenario: Scenario, plan: Plan) -> int:
    """On how many of the measured days a plan is clean."""
    return _clean(scenario, plan, (draw(scenario, day) for day in DAYS))


def timetable_days(scenario: Scenario) -> int:
    """On how many days the better of the two timetables is clean."""
    return max(clean_days(scenario, by_the_clock(scenario)), clean_days(scenario, by_rank(scenario)))


def idea_days(scenario: Scenario) -> int:
    """On how many days the one idea, the principals first and by cue, is clean."""
    return clean_days(scenario, by_cue(scenario))


def by_simple_bots(timetable: int, idea: int) -> int | None:
    """1 or 2 where a bot without judgement settles it, so that nothing else needs to be played; else None."""
    if timetable >= _TIMETABLE:
        return 1
    return 2 if idea >= _IDEA else None


def holds_when_walked(days: int) -> bool:
    """Whether a plan made for the walk-through is clean on enough days to need no practice."""
    return days >= _WALKED


def walked_plan(scenario: Scenario) -> Plan | None:
    """The first plan the expert finds that is clean in the walk-through, or that of a simple bot; None without any."""
    found = answer(_expert(scenario).walked())
    return found.plan if found.clean else next(iter(_simple(scenario)), None)


def practised_plan(scenario: Scenario, walked: Plan, seed: int | None = None) -> Plan:
    """The best start, this plan or what a simple bot would do, after the expert has practised it on other days.

    What it has learnt is then read back as far as the minutes go, and practised once more. With `seed` it should be
    clean on that day too.
    """
    days = _training(scenario) if seed is None else (draw(scenario, seed), *_training(scenario))
    best = max((walked, *_simple(scenario)), key=lambda plan: _clean(scenario, plan, days))
    plan = answer(_expert(scenario, seed).search(best)).plan
    told = read_back(scenario, plan)
    walks = simulate(scenario, told, nominal(scenario)).clean
    if walks and _clean(scenario, told, days) > _clean(scenario, plan, days):
        plan = answer(_expert(scenario, seed).search(told)).plan
    return plan


def _clean(scenario: Scenario, plan: Plan, days: Iterable[Circumstances]) -> int:
    return sum(simulate(scenario, plan, day).clean for day in days)


def _simple(scenario: Scenario) -> tuple[Plan, ...]:
    """The plans of the simple bots that are clean in the walk-through, the ablest first."""
    walk = nominal(scenario)
    plans = (by_cue(scenario), by_rank(scenario), by_the_clock(scenario))
    return tuple(plan for plan in plans if simulate(scenario, plan, walk).clean)


def _training(scenario: Scenario) -> tuple[Circumstances, ...]:
    return tuple(draw(scenario, other) for other in TRAINING)


def _expert(scenario: Scenario, seed: int | None = None) -> Expert:
    must = None if seed is None else draw(scenario, seed)
    return Expert(scenario, must, _training(scenario), TRIES, PRACTICE)


def measured(scenario: Scenario) -> Measured:
    """The difficulty, after some thousands of simulations. Deterministic."""
    timetable, idea = timetable_days(scenario), idea_days(scenario)
    walked = walked_plan(scenario)
    if walked is None:
        return Measured(Measure(timetable, idea, 0, 0), None)
    plan = practised_plan(scenario, walked)
    return Measured(Measure(timetable, idea, clean_days(scenario, walked), clean_days(scenario, plan)), plan)
