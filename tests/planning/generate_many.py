"""Many generated scenarios, each read, played and measured anew: `python -m tests.planning.generate_many --seeds 1000`.

Kinds, difficulties and numbers of people go round with the seed. It prints what fails and how long they took.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter

from game.authoring.generating.compose import KINDS, NotFound, compose
from game.authoring.generating.scene import Asked
from game.authoring.load import load_scenario_text
from game.authoring.proof import mismatches
from game.planning.difficulty import measured
from game.protocol.plan import Plan
from game.simulation.circumstances import draw, nominal
from game.simulation.engine import simulate


def case(seed: int, most: int = 20) -> Asked:
    """What is asked for a seed: all kinds at all difficulties within any twenty-five."""
    kind = tuple(KINDS)[seed % len(KINDS)]
    return Asked(kind, 4 + seed * 7 % (most - 3), seed, 1 + seed // len(KINDS) % 5)


def wrong_with(asked: Asked, *, measure: bool = True) -> str:
    """What is wrong with the scenario composed for this; empty where nothing is."""
    try:
        text = compose(asked)
    except NotFound as none:
        return f"not found in {none.tried}"
    scenario = load_scenario_text(text, "generated")
    if len(scenario.delegates) != asked.people:
        return f"{len(scenario.delegates)} people"
    if mismatches(scenario):
        return "; ".join(mismatches(scenario))
    plan = scenario.plan("reference").plan
    if not (simulate(scenario, plan, nominal(scenario)).clean and simulate(scenario, plan, draw(scenario, 1)).clean):
        return "the reference plan is not clean"
    if simulate(scenario, Plan(), nominal(scenario)).clean:
        return "doing nothing is clean"
    found = measured(scenario).measure.difficulty if measure else scenario.difficulty
    return "" if found == asked.difficulty else f"measured {found}"


def main() -> int:
    """Compose so many scenarios and print what came of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=1_000, help="how many (default: 1000)")
    parser.add_argument("--first", type=int, default=1, help="the first seed (default: 1)")
    parser.add_argument("--minutes", type=int, default=0, help="stop after so many minutes (default: never)")
    arguments = parser.parse_args()
    began, longest, failed, levels = time.monotonic(), 0.0, 0, Counter[int]()
    for seed in range(arguments.first, arguments.first + arguments.seeds):
        asked, at = case(seed), time.monotonic()
        wrong = wrong_with(asked)
        longest = max(longest, time.monotonic() - at)
        levels[asked.difficulty] += 1
        if wrong:
            failed += 1
            print(f"{asked}: {wrong}", flush=True)
        if arguments.minutes and time.monotonic() - began > 60 * arguments.minutes:
            break
    tried, took = levels.total(), time.monotonic() - began
    print(f"{tried} scenarios, {failed} failed; {took / max(1, tried):.1f} s each, the longest {longest:.1f} s")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
