"""From what is asked to a file that is proven: takes are composed and played until one is as difficult as asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from game.authoring.generating.arrivals import arrivals
from game.authoring.generating.bilateral import bilateral
from game.authoring.generating.dice import Dice
from game.authoring.generating.multilateral import multilateral
from game.authoring.generating.proof import certain, proof_lines, proven
from game.authoring.generating.receiving import receiving_line
from game.authoring.generating.scene import Asked, Scene, Take
from game.authoring.generating.signing import signing
from game.authoring.generating.writing import written
from game.authoring.load import load_scenario_text
from game.planning.difficulty import (
    Measure,
    by_simple_bots,
    clean_days,
    holds_when_walked,
    idea_days,
    practised_plan,
    timetable_days,
    walked_plan,
)
from game.protocol.plan import Plan
from game.protocol.scenario import Scenario

KINDS: Final[dict[str, Callable[[Take], Scene]]] = {
    "bilateral": bilateral,
    "multilateral": multilateral,
    "signing": signing,
    "receiving-line": receiving_line,
    "arrivals": arrivals,
}
"""What composes a scene of each kind of event."""

CUSTOMS: Final = 40
STRAINS: Final = 4
"""So many customs are tried, each with so many days, kinder or harder, before it is given up."""

_UNPROVEN: Final = ["plans:", "  recorded: []"]


class NotFound(Exception):
    """Nothing as difficult as asked was found; `tried` takes were composed and played."""

    def __init__(self, tried: int) -> None:
        super().__init__(f"none of {tried}")
        self.tried = tried


def asked(kind: str | None, people: int | None, seed: int, difficulty: int) -> Asked:
    """What is asked, with what was left open drawn from the seed."""
    dice = Dice(seed, "asked")
    return Asked(kind or dice.pick(tuple(KINDS), "kind"), people or dice.between(6, 12, 1, "people"), seed, difficulty)


def compose(wanted: Asked, progress: Callable[[int], None] = lambda tried: None) -> str:
    """The text of a scenario file, proven to be as difficult as asked; raises NotFound. `progress` is told the takes.

    The same values give the same text, on every machine: everything is drawn by name and counted in simulations.
    """
    tried = 0
    for custom in range(CUSTOMS):
        strain = 0
        for _nth in range(STRAINS):
            tried += 1
            progress(tried)
            take = Take(wanted, custom, strain)
            scene = KINDS[wanted.kind](take)
            found, plan = _measured(_scenario(scene, take, _UNPROVEN), wanted.difficulty)
            if found == wanted.difficulty and plan is not None:
                text = _proven_text(scene, take, plan)
                if text is not None:
                    return text
                break
            if found is None or (found < 3 <= wanted.difficulty):
                break  # another day would not change what a simple bot makes of this custom
            step = 1 if found < wanted.difficulty else -1
            if step * strain < 0:
                break  # a little kinder is too easy, a little harder too hard
            strain += step
    raise NotFound(tried)


def scenario_id(take: Take) -> str:
    """The id: attempts are kept under it, and the days are drawn from it, so another custom has other days."""
    wanted = take.asked
    plain = f"{wanted.kind}-{wanted.people}-{wanted.difficulty}-{wanted.seed}"
    return f"{plain}-{take.custom}" if take.custom else plain


def _scenario(scene: Scene, take: Take, plans: list[str]) -> Scenario:
    id_ = scenario_id(take)
    return load_scenario_text(written(scene, take.asked, id_, plans), f"{id_}.yaml")


def _measured(scenario: Scenario, wanted: int) -> tuple[int | None, Plan | None]:
    """The difficulty and the expert's plan; without the plan as soon as it is plain that it is another one.

    No difficulty where nobody finds a plan that is clean in the walk-through.
    """
    simple = by_simple_bots(timetable_days(scenario), idea_days(scenario))
    if simple != (wanted if wanted < 3 else None):
        return simple or 3, None
    walked = walked_plan(scenario)
    if walked is None:
        return None, None
    if simple is None:
        holds = holds_when_walked(clean_days(scenario, walked))
        if holds != (wanted == 3):
            return (3 if holds else 4), None
    plan = practised_plan(scenario, walked)
    if wanted <= 3:
        return wanted, plan
    return Measure(0, 0, 0, clean_days(scenario, plan)).difficulty, plan


def _proven_text(scene: Scene, take: Take, plan: Plan) -> str | None:
    """The text with the plan that proves it, read once more; None where playing shows that it is no lesson."""
    scenario = _scenario(scene, take, _UNPROVEN)
    plan = certain(scenario, plan)
    if not proven(scenario, plan):
        return None
    lines = list(proof_lines(scenario, plan))
    _scenario(scene, take, lines)
    return written(scene, take.asked, scenario_id(take), lines)
