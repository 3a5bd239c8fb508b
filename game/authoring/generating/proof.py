"""The proof that a composed scenario is a lesson: it can be won, and neither by doing nothing nor without judgement."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from game.authoring.generating.writing import flow, names
from game.planning.bots import by_rank, by_the_clock, hold_everybody, read_back
from game.planning.difficulty import clean_days, practised_plan
from game.protocol.conduct import FIELDS
from game.protocol.plan import Briefing, Plan
from game.protocol.scenario import Scenario
from game.protocol.units import format_duration
from game.scoring.scorecard import score
from game.simulation.circumstances import draw, nominal
from game.simulation.engine import simulate

DAYS: Final = range(1, 21)
"""The days on which bots are compared with the plan."""

_OFTEN: Final = 4
"""Clean on more than one in so many days is no accident."""


def certain(scenario: Scenario, plan: Plan) -> Plan:
    """The plan, made for day 1 too where it is not clean then, and read back as far as the liaison's minutes go."""
    if not _clean_on_day_one(scenario, plan):
        plan = practised_plan(scenario, plan, DAYS[0])
    told = read_back(scenario, plan)
    as_good = clean_days(scenario, told) >= clean_days(scenario, plan)
    return told if as_good and _walks(scenario, told) and _clean_on_day_one(scenario, told) else plan


def _clean_on_day_one(scenario: Scenario, plan: Plan) -> bool:
    return simulate(scenario, plan, draw(scenario, DAYS[0])).clean


def proven(scenario: Scenario, plan: Plan) -> bool:
    """Whether the plan is clean in the walk-through and on day 1, and nothing that needs no judgement does as well."""
    if not _walks(scenario, plan) or not _clean_on_day_one(scenario, plan):
        return False
    if any(_passes(scenario, idle) for idle in (Plan(), hold_everybody(scenario))):
        return False
    best = _points(scenario, plan)
    return all(_points(scenario, naive) < best for naive in (by_the_clock(scenario), by_rank(scenario)))


def _walks(scenario: Scenario, plan: Plan) -> bool:
    return simulate(scenario, plan, nominal(scenario)).clean


def _passes(scenario: Scenario, plan: Plan) -> bool:
    days = sum(simulate(scenario, plan, draw(scenario, day)).clean for day in DAYS)
    return _walks(scenario, plan) or days * _OFTEN > len(DAYS)


def _points(scenario: Scenario, plan: Plan) -> int:
    return sum(score(scenario, simulate(scenario, plan, draw(scenario, day))).total for day in DAYS)


def proof_lines(scenario: Scenario, plan: Plan) -> Iterator[str]:
    """The lines of the file that carry the proof: the plans, and how they end on day 1."""
    yield "plans:"
    yield "  recorded: []"
    yield "  reference:"
    for briefing in plan.briefings:
        yield from _briefing(briefing)
    trace = simulate(scenario, Plan(), draw(scenario, 1))
    offenders: dict[str, set[str]] = {}
    for breach in trace.breaches:
        if not breach.excused:
            offenders.setdefault(breach.rule, set()).update(breach.offenders)
    counted = ", ".join(f"{rule.id}: {len(offenders[rule.id])}" for rule in scenario.rules if rule.id in offenders)
    reached = "yes" if trace.accomplished else "no"
    yield "expect:"
    ends = (("clean", "yes" if trace.clean else "no"), ("accomplished", reached))
    yield from flow((*ends, ("breaches", f"{{{counted}}}")) if counted else ends, "  recorded: ")
    yield "  reference: clean"


def _briefing(briefing: Briefing) -> list[str]:
    pairs = [("who", names(briefing.who))]
    for field in FIELDS:
        value = getattr(briefing.conduct, field)
        if value is not None:
            pairs.append((field, format_duration(value) if isinstance(value, int) else str(value)))
    if briefing.read_back:
        pairs.append(("read_back", "yes"))
    if briefing.escort is not None:
        pairs.append(("escort", briefing.escort))
    return flow(tuple(pairs), "    - ")
