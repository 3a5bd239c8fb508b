"""The shipped scenarios, loaded once for the tests."""

from __future__ import annotations

from functools import cache

from game.authoring.library import find, shipped
from game.authoring.load import load_scenario
from game.protocol.cues import parse_cue
from game.protocol.plan import Briefing, Conduct, Plan
from game.protocol.scenario import Scenario
from game.simulation.circumstances import draw
from game.simulation.engine import simulate
from game.simulation.trace import Trace

IDS = shipped()


@cache
def scenario(name: str) -> Scenario:
    """A shipped scenario."""
    return load_scenario(find(name))


def play(name: str, plan: str, seed: int = 1) -> Trace:
    """One of a scenario's own plans on the day `seed`."""
    found = scenario(name)
    named = found.plan(plan)
    return simulate(found, named.plan, draw(found, seed), named.orders)


def briefing(who: str, **said: str) -> Briefing:
    """A briefing that is read back, from the texts of its cues: `briefing("kim", enter="at once")`."""
    cues = {field: parse_cue(text) for field, text in said.items()}
    return Briefing(tuple(who.split()), Conduct(**cues), read_back=True)


def clean_days(found: Scenario, plan: Plan, seeds: range) -> int:
    """On how many of these days a plan is clean."""
    return sum(simulate(found, plan, draw(found, seed)).clean for seed in seeds)
