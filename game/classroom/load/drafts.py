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


def bases(scenario: Scenario) -> tuple[Plan, ...]:
    """The plans that the trainees vary: those of the bots that plan at once."""
    return tuple(BOTS[name](scenario) for name in _BOTS)


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
        """Another plan that can be handed in."""
        base = self._random.choice(self._bases)
        kept = [briefing for briefing in base.briefings if self._random.random() < 0.7]
        plan = Plan(tuple(kept))
        for nth in self._random.sample(range(len(kept)), min(3, len(kept))):
            told = list(plan.briefings)
            told[nth] = self._another(told[nth])
            changed = Plan(tuple(told))
            plan = changed if not problems(self._scenario, changed) else plan
        return plan_data(plan if not problems(self._scenario, plan) else base)

    def impossible(self) -> PlanData:
        """A plan that nobody could carry out."""
        who = self._random.choice(self._scenario.delegates).id
        wrong = Briefing((who,), Conduct(door=_NOWHERE))
        return [*self.possible()[:5], *plan_data(Plan((wrong,)))]

    def order(self) -> dict[str, str]:
        """An order for the day."""
        verb = self._random.choice((Verb.HOLD, Verb.RELEASE, Verb.CALL_IN))
        return {"verb": verb.value, "target": self._random.choice(self._scenario.delegates).id}

    def _another(self, briefing: Briefing) -> Briefing:
        span = (self._scenario.end - self._scenario.start) // SECOND
        at = self._scenario.start + self._random.randrange(span) * SECOND
        return replace(briefing, conduct=replace(briefing.conduct, set_out=AtClock(at)))
