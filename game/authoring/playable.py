"""Playing shows whether a scenario is a lesson: it can be won, not by doing nothing, and not without judgement."""

from __future__ import annotations

from typing import Final

from game.authoring.codes.entry import Severity
from game.authoring.problems import Wrong
from game.authoring.proof import differences, told
from game.authoring.shape import Fitting
from game.planning.bots import by_rank, by_the_clock, hold_everybody
from game.planning.conflict import conflict
from game.planning.search import Expert
from game.protocol.plan import Order, Plan
from game.protocol.scenario import Scenario
from game.scoring.scorecard import score
from game.simulation.circumstances import draw, nominal
from game.simulation.engine import simulate
from game.wording.catalogue import _
from game.wording.phrases import everyone

DAYS: Final = range(1, 21)
"""The days on which bots are measured."""

_OFTEN: Final = 4
"""Clean on more than one in so many days is no accident."""

Played = tuple[Plan, tuple[Order, ...]]


def playable(scenario: Scenario, fitting: Fitting) -> None:
    """Note what playing the scenario shows to be wrong with it."""
    clean = _expectations(scenario, fitting) or _solution(scenario, fitting)
    _without_a_plan(scenario, fitting)
    if clean is not None:
        _without_judgement(scenario, fitting, clean)


def _expectations(scenario: Scenario, fitting: Fitting) -> Played | None:
    """Note where a plan ends otherwise than expected; answers with a plan that is shown to be clean."""
    proof = None
    for expected in scenario.expect:
        wrong = differences(scenario, expected)
        for one in wrong:
            fitting.refuse(("expect", expected.plan, *one.key), Wrong("expect", told(one)), key=True)
        if expected.clean and not wrong and proof is None:
            named = scenario.plan(expected.plan)
            proof = named.plan, named.orders
    return proof


def _solution(scenario: Scenario, fitting: Fitting) -> Played | None:
    """A clean plan that is searched for; None with the rules that cannot all be kept noted."""
    plan = Plan()
    for found in Expert(scenario).search():
        plan = found.plan
    if _is_clean(scenario, plan):
        return plan, ()
    rules: tuple[str, ...] = ()
    for step in conflict(scenario, plan):
        rules = step.rules
        if step.clean is not None:
            return step.clean, ()
    numbers = [n for n, rule in enumerate(scenario.rules) if rule.id in rules]
    if numbers:
        named = [
            _("`{rule}` (line {line})").format(
                rule=scenario.rules[n].id, line=fitting.tree.spot(("rules", n, "id")).line
            )
            for n in numbers
        ]
        sentence = _("No plan was found that is clean. These cannot all be kept: {rules}.")
        wrong = Wrong("no-clean-plan", sentence.format(rules=everyone(named)), _("Change one of them, or the day."))
        fitting.refuse(("rules", numbers[-1], "id"), wrong)
    else:
        sentence = _("No plan was found that reaches the aim of the day, even without any rule.")
        fitting.refuse(("accomplish",), Wrong("no-clean-plan", sentence), key=True)
    return None


def _is_clean(scenario: Scenario, plan: Plan) -> bool:
    return simulate(scenario, plan, nominal(scenario)).clean


def _without_a_plan(scenario: Scenario, fitting: Fitting) -> None:
    sentences = {
        _("Doing nothing is enough: without a briefing the day is clean."): Plan(),
        _("Telling everybody to wait for ever is enough: the day is clean."): hold_everybody(scenario),
    }
    for sentence, plan in sentences.items():
        days = sum(simulate(scenario, plan, draw(scenario, day)).clean for day in DAYS)
        if _is_clean(scenario, plan) or days * _OFTEN > len(DAYS):
            hint = _("Let a habit in `unbriefed` lead into a breach.")
            fitting.refuse(("rules",), Wrong("nothing-passes", sentence, hint), key=True)
            return


def _without_judgement(scenario: Scenario, fitting: Fitting, clean: Played) -> None:
    best = _points(scenario, clean)
    naive = {_("by the clock"): by_the_clock(scenario), _("by rank"): by_rank(scenario)}
    for name, plan in naive.items():
        points = _points(scenario, (plan, ()))
        if points >= best:
            sentence = _("Sending people in one by one {name} earns as much as the clean plan: {points} to {best}.")
            said = sentence.format(name=name, points=_mean(points), best=_mean(best))
            hint = _("Points of 100, on average over {days} days.").format(days=len(DAYS))
            fitting.refuse(("rules",), Wrong("bots-pass", said, hint, severity=Severity.ADVICE), key=True)
            return


def _points(scenario: Scenario, played: Played) -> int:
    plan, orders = played
    return sum(score(scenario, simulate(scenario, plan, draw(scenario, day), orders)).total for day in DAYS)


def _mean(points: int) -> int:
    return points // len(DAYS)
