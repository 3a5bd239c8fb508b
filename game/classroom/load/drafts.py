"""What the trainees of a load test write: plans that differ, most of them possible, some not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random
from typing import Any, Final

from game.attempt.spelling import plan_data
from game.planning.bots import BOTS
from game.protocol.cues import AtClock
from game.protocol.legality import problems
from game.protocol.plan import Briefing, Conduct, Plan, Verb
from game.protocol.scenario import Scenario
from game.protocol.units import SECOND

PlanData = list[dict[str, Any]]

_BOTS: Final = ("hold everybody", "by the clock", "by rank", "by cue")
_NOWHERE: Final = "no-such-door"
_POOL: Final = 40


def bases(scenario: Scenario) -> tuple[Plan, ...]:
    """The plans that the trainees vary: those of bots, thinned out, with somebody sent off at a clock time."""
    random = Random(scenario.id)
    made = [BOTS[name](scenario) for name in _BOTS]
    return tuple(_varied(scenario, random.choice(made), random) for _ in range(_POOL))


def _varied(scenario: Scenario, base: Plan, random: Random) -> Plan:
    plan = Plan(tuple(briefing for briefing in base.briefings if random.random() < 0.7))
    plan = base if problems(scenario, plan) else plan
    for nth in random.sample(range(len(plan.briefings)), min(3, len(plan.briefings))):
        told = list(plan.briefings)
        told[nth] = _at_another_time(scenario, told[nth], random)
        changed = Plan(tuple(told))
        plan = plan if problems(scenario, changed) else changed
    return plan


def _at_another_time(scenario: Scenario, briefing: Briefing, random: Random) -> Briefing:
    at = scenario.start + random.randrange((scenario.end - scenario.start) // SECOND) * SECOND
    return replace(briefing, conduct=replace(briefing.conduct, set_out=AtClock(at)))


class Drafts:
    """The plans of one trainee, one after another, varied from `bases`; the same number makes the same ones."""

    def __init__(self, scenario: Scenario, bases: Sequence[Plan], number: int) -> None:
        self._scenario = scenario
        self._bases = bases
        self._random = Random(number)

    def chance(self, of_a_hundred: int) -> bool:
        """Whether something that happens so often happens now."""
        return self._random.randrange(100) < of_a_hundred

    def possible(self) -> PlanData:
        """Another plan that can be handed in: another clock time makes none impossible, so that this takes no time."""
        plan = self._random.choice(self._bases)
        told = [
            _at_another_time(self._scenario, briefing, self._random)
            if isinstance(briefing.conduct.set_out, AtClock) else briefing
            for briefing in plan.briefings
        ]
        return plan_data(Plan(tuple(told)))

    def impossible(self) -> PlanData:
        """A plan that nobody could carry out."""
        who = self._random.choice(self._scenario.delegates).id
        wrong = Briefing((who,), Conduct(door=_NOWHERE))
        return [*self.possible()[:5], *plan_data(Plan((wrong,)))]

    def order(self) -> dict[str, str]:
        """An order for the day."""
        verb = self._random.choice((Verb.HOLD, Verb.RELEASE, Verb.CALL_IN))
        return {"verb": verb.value, "target": self._random.choice(self._scenario.delegates).id}
