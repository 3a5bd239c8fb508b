"""Rules that cannot all be kept: a smallest such set, found by searching with fewer rules.

What the search cannot solve counts as unsolvable, so the set is as good as the search; but each of its rules is
needed: without any one of them a plan was found that keeps the others.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from game.planning.robust import ACCOMPLISH, failures
from game.planning.search import Expert, Found
from game.planning.steps import answer
from game.protocol.plan import Plan
from game.protocol.scenario import Scenario
from game.simulation.circumstances import nominal
from game.simulation.engine import simulate

BUDGET: Final = 500
"""So many plans each search with fewer rules may simulate."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """How far the search has come; `ready` with the ids of the rules, in the order of the file.

    No rules at all means that the day cannot reach its aim even if every rule is let go; or else there is a `clean`
    plan after all, which the search before had missed.
    """

    tried: int
    ready: bool = False
    rules: tuple[str, ...] = ()
    clean: Plan | None = None


def with_rules(scenario: Scenario, kept: Iterable[str]) -> Scenario:
    """The scenario with only these rules in force."""
    kept = set(kept)
    rules = [rule for rule in scenario.rules if rule.id in kept]
    rules = [rule if rule.follows in kept else replace(rule, follows="") for rule in rules]
    return replace(scenario, rules=tuple(rules), plans=(), expect=())


def conflict(scenario: Scenario, best: Plan) -> Iterator[Conflict]:
    """Search for the rules that cannot all be kept in the walk-through; `best` is where the search had got to.

    The set grows by what each plan for it still breaks, until no plan is found; then it shrinks to what is needed.
    """
    tried = 0
    together: set[str] = set()
    broken = _broken(scenario, best)
    while True:
        together |= broken
        found = yield from _look(scenario, together, tried)
        tried += found.tried
        if not _keeps(scenario, together, found.plan):
            break
        broken = _broken(scenario, found.plan) - together
        if not broken:
            yield Conflict(tried, True, clean=found.plan)
            return
    for rule in [rule.id for rule in scenario.rules if rule.id in together]:
        found = yield from _look(scenario, together - {rule}, tried)
        tried += found.tried
        if not _keeps(scenario, together - {rule}, found.plan):
            together -= {rule}
    yield Conflict(tried, True, tuple(rule.id for rule in scenario.rules if rule.id in together))


def solvable(scenario: Scenario) -> bool:
    """Whether a plan was found that is clean in the walk-through."""
    found = answer(_search(scenario, {rule.id for rule in scenario.rules}))
    return simulate(scenario, found.plan, nominal(scenario)).clean


def _look(scenario: Scenario, kept: set[str], tried: int) -> Generator[Conflict, None, Found]:
    found = Found(Plan(), False, 0)
    for step in _search(scenario, kept):
        found = step
        yield Conflict(tried + found.tried)
    return found


def _search(scenario: Scenario, kept: set[str]) -> Iterator[Found]:
    return Expert(with_rules(scenario, kept), None, (), BUDGET).search()


def _keeps(scenario: Scenario, kept: set[str], plan: Plan) -> bool:
    fewer = with_rules(scenario, kept)
    return simulate(fewer, plan, nominal(fewer)).clean


def _broken(scenario: Scenario, plan: Plan) -> set[str]:
    return set(failures(scenario, simulate(scenario, plan, nominal(scenario)))) - {ACCOMPLISH}
