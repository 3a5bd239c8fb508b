"""The runs of a class, played: each on its own day, and each plan on 200 other days, on all cores where that helps."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from game.attempt.handed_in import Collected, HandedIn
from game.attempt.pools import deaf, next_of
from game.planning.class_debrief import Attempt
from game.planning.robust import Robust, robust
from game.protocol.plan import Order, Plan
from game.protocol.scenario import Scenario
from game.scoring.scorecard import score
from game.simulation.circumstances import draw
from game.simulation.engine import simulate

WORTH_A_POOL: Final = 12
"""Fewer different plans than these are played sooner than processes are started."""

Day = tuple[str, int, Plan, tuple[Order, ...]]
"""A scenario's id, the day, plan and orders: what a run is made of."""

Progress = Callable[[int, int], None]


def play_class(
    collected: Collected, *, workers: int | None = None, progress: Progress = lambda done, whole: None
) -> dict[str, tuple[Attempt, ...]]:
    """Everybody's attempts by the scenario's id. The same with any number of workers.

    Equal runs are played once. `progress` is told the plans done and to do. Raises KeyboardInterrupt.
    """
    scenarios = {scenario.id: scenario for scenario in collected.scenarios}
    days = list(dict.fromkeys(_day(each) for each in collected.handed_in))
    count = min(workers or os.cpu_count() or 1, max(1, len(days)))
    alone = count == 1 or (workers is None and len(days) < WORTH_A_POOL)
    stands: dict[Day, Robust] = {}
    for day, found in zip(days, _alone(scenarios, days) if alone else _together(scenarios, days, count), strict=True):
        stands[day] = found
        progress(len(stands), len(days))
    return {
        scenario.id: tuple(_attempt(scenario, each, stands[_day(each)]) for each in collected.of(scenario))
        for scenario in collected.scenarios
    }


def _day(handed_in: HandedIn) -> Day:
    replay = handed_in.replay
    return replay.scenario_id, replay.seed, replay.plan, replay.orders


def _attempt(scenario: Scenario, handed_in: HandedIn, stands: Robust) -> Attempt:
    replay = handed_in.replay
    trace = simulate(scenario, replay.plan, draw(scenario, replay.seed), replay.orders)
    return Attempt(handed_in.trainee, handed_in.nth, replay.seed, replay.plan, replay.orders, trace,
                   score(scenario, trace), stands)


def _alone(scenarios: dict[str, Scenario], days: Sequence[Day]) -> Iterator[Robust]:
    for day in days:
        yield _stands(scenarios, day)


def _together(scenarios: dict[str, Scenario], days: Sequence[Day], workers: int) -> Iterator[Robust]:
    context = multiprocessing.get_context("spawn")
    with deaf(lambda: context.Pool(workers, _begin, (scenarios,))) as pool:  # leaving it ends them
        found = pool.imap(_work, days)
        for _each in days:
            yield next_of(found)


def _stands(scenarios: dict[str, Scenario], day: Day) -> Robust:
    scenario, seed, plan, orders = day
    return robust(scenarios[scenario], plan, orders, seed)


_given: dict[str, Scenario] = {}


def _begin(scenarios: dict[str, Scenario]) -> None:
    """What each process is told once; Ctrl-C is answered by the one that started them."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _given.update(scenarios)


def _work(day: Day) -> Robust:
    return _stands(_given, day)
