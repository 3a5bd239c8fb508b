"""The commands that give advice: fixes for `run --fixes`, `solve` and `calibrate`.

Both may be interrupted: Ctrl-C prints what there is.
"""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, Any, Final

from game import console
from game.wording.catalogue import _

if TYPE_CHECKING:
    from game.planning.calibration import Plans
    from game.planning.difficulty import Measure
    from game.planning.fixes import Fix
    from game.planning.robust import Robust
    from game.planning.solve import Solution
    from game.protocol.plan import Order, Plan
    from game.protocol.scenario import Scenario
    from game.scoring.line import Line
    from game.scoring.scorecard import Scorecard
    from game.simulation.trace import Trace

DONE: Final = 0
INTERRUPTED: Final = 130


def fixes_of(
    scenario: Scenario, plan: Plan, orders: tuple[Order, ...], trace: Trace, card: Scorecard, seed: int
) -> dict[Line, Fix | None]:
    """The fix of every breach of a day."""
    from game.planning.fixes import Fixer

    breaches = [line for line in card.ledger if line.is_breach]
    fixer = Fixer(scenario, plan, trace.circumstances, orders, seed)
    found = {}
    with console.Progress(_("looking for fixes")) as bar:
        for nth, line in enumerate(breaches):
            bar.show(nth, len(breaches))
            found[line] = fixer.find(line)
    return found


def solve(arguments: argparse.Namespace) -> int:
    """`after-you solve SCENARIO`."""
    from game.attempt.plan_file import print_plan_file
    from game.attempt.spelling import plan_data
    from game.authoring.library import find
    from game.authoring.load import load_scenario
    from game.report.advice import solution_json, solution_text
    from game.scoring.scorecard import score
    from game.simulation.circumstances import draw
    from game.simulation.engine import simulate

    scenario, seed = load_scenario(find(arguments.scenario)), arguments.seed
    solution = _search(scenario, seed)
    days = _shown(scenario, solution) if solution.ready else None
    file = print_plan_file(solution.plan)
    if arguments.json:
        trace = simulate(scenario, solution.plan, draw(scenario, seed))
        plan = {"plan": plan_data(solution.plan), "plan_file": file}
        _say_json(solution_json(scenario, solution, seed, (trace, score(scenario, trace)), days, plan))
    else:
        console.say(solution_text(scenario, solution, seed, days, file))
    return DONE if days is not None else INTERRUPTED


def _search(scenario: Scenario, seed: int) -> Solution:
    """The solution, or the best plan so far when interrupted."""
    from game.planning.solve import Solution, solve
    from game.protocol.plan import Plan

    found = Solution(Plan(), 0)
    try:
        with console.Progress(_("plans and days tried")) as bar:
            for step in solve(scenario, seed):
                found = step
                bar.show(found.tried)
    except KeyboardInterrupt:
        return found
    return found


def _shown(scenario: Scenario, solution: Solution) -> Robust | None:
    """How it stands over many days; None when interrupted."""
    from game.attempt.pools import play_all
    from game.planning.calibration import as_robust
    from game.planning.solve import SHOWN

    with console.Progress(_("days played")) as bar:
        tallies = play_all(scenario, (("", solution.plan),), SHOWN, progress=bar.show)
    return None if tallies.interrupted else as_robust(scenario, tallies.by_plan[""])


def calibrate(arguments: argparse.Namespace) -> int:
    """`after-you calibrate SCENARIO --runs N`."""
    from game.attempt.pools import Tallies, play_all
    from game.attempt.spelling import plan_data
    from game.authoring.library import find
    from game.authoring.load import load_scenario
    from game.planning.calibration import bots_plans
    from game.report.advice import calibration_json, calibration_text

    scenario, runs = load_scenario(find(arguments.scenario)), arguments.runs
    plans: Plans = ()
    try:
        plans = bots_plans(scenario)
        with console.Progress(_("runs played")) as bar:
            found = play_all(scenario, plans, runs, progress=bar.show)
    except KeyboardInterrupt:  # before anything was played
        found = Tallies(plans)
        found.interrupted = True
    measure = None if found.interrupted else _difficulty(scenario)
    if arguments.json:
        expert = plan_data(dict(plans)["expert"]) if plans else None
        tallies, stopped = found.by_plan, measure is None
        _say_json(calibration_json(scenario, tallies, runs, interrupted=stopped, expert=expert, measure=measure))
    else:
        console.say(calibration_text(scenario, found.by_plan, runs, interrupted=measure is None, measure=measure))
    return INTERRUPTED if measure is None else DONE


def _difficulty(scenario: Scenario) -> Measure | None:
    """How hard it is by the scale; None when interrupted."""
    from game.planning.difficulty import measured

    try:
        return measured(scenario).measure
    except KeyboardInterrupt:
        return None


def _say_json(document: Any) -> None:
    console.say(json.dumps(document, ensure_ascii=False, indent=2))
