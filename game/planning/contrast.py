"""Two plans side by side, and the one difference between them that decides the day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from game.protocol.conduct import Voice, briefed
from game.protocol.legality import problems
from game.protocol.plan import Briefing, Conduct, Order, Plan
from game.protocol.scenario import Scenario
from game.scoring.scorecard import score
from game.simulation.circumstances import draw
from game.simulation.engine import simulate

Said = tuple[Conduct, bool, str | None]
"""What a plan says to one person in the end, whether it is read back, and who takes them in."""

NOTHING: Said = (Conduct(), False, None)


@dataclass(frozen=True, slots=True)
class Difference:
    """What two plans say differently to the same people: `ours` the one, `theirs` the other."""

    who: tuple[str, ...]
    ours: Said
    theirs: Said


@dataclass(frozen=True, slots=True)
class Decisive:
    """The difference that matters most: with it alone the first plan would have come to `total` (`raw`) on its day."""

    difference: Difference
    total: int
    raw: int
    clean: bool


def said(scenario: Scenario, plan: Plan) -> dict[str, Said]:
    """What a plan says to everybody, whomever its briefings are addressed to; the most specific has won."""
    return {person: _said(plan, voices) for person, voices in briefed(scenario, plan).items()}


def _said(plan: Plan, voices: Mapping[str, Voice]) -> Said:
    entries = sorted({voice.entry for voice in voices.values()})
    theirs = [plan.briefings[entry] for entry in entries]
    conduct = Conduct(**{field: voice.value for field, voice in voices.items()})
    escort = next((briefing.escort for briefing in theirs if briefing.escort), None)
    return conduct, bool(theirs) and all(briefing.read_back for briefing in theirs), escort


def differences(scenario: Scenario, plan: Plan, other: Plan) -> tuple[Difference, ...]:
    """All that two plans say differently, people who are told the same together, in the order of the file."""
    ours, theirs = said(scenario, plan), said(scenario, other)
    found: dict[tuple[Said, Said], list[str]] = {}
    for person in ours:
        if ours[person] != theirs[person]:
            found.setdefault((ours[person], theirs[person]), []).append(person)
    return tuple(Difference(tuple(who), *told) for told, who in found.items())


def decisive(
    scenario: Scenario, plan: Plan, orders: tuple[Order, ...], seed: int, other: Plan
) -> Decisive | None:
    """The one difference that, taken over from the other plan alone, would have helped this one's day most.

    None where none of them helps by itself. The liaison's minutes are let be: it is a question, not a plan.
    """
    here = draw(scenario, seed)
    best = score(scenario, simulate(scenario, plan, here, orders)).raw
    found = None
    for difference in differences(scenario, plan, other):
        changed = taken_over(scenario, plan, difference)
        if any(refusal.code != "over-budget" for refusal in problems(scenario, changed)):
            continue
        trace = simulate(scenario, changed, here, orders)
        card = score(scenario, trace)
        if card.raw > best:
            best, found = card.raw, Decisive(difference, card.total, card.raw, trace.clean)
    return found


def taken_over(scenario: Scenario, plan: Plan, difference: Difference) -> Plan:
    """The plan as it is, but saying to these people what the other plan does."""
    told = said(scenario, plan) | dict.fromkeys(difference.who, difference.theirs)
    together: dict[Said, list[str]] = {}
    for person in _in_turn(scenario, plan, told):
        if told[person] != NOTHING:
            together.setdefault(told[person], []).append(person)
    return Plan(tuple(Briefing(tuple(who), *what) for what, who in together.items()))


def _in_turn(scenario: Scenario, plan: Plan, told: Iterable[str]) -> list[str]:
    """Everybody, those who go one after another in the order the plan lists them."""
    heard = briefed(scenario, plan)
    return sorted(told, key=lambda person: heard[person]["spacing"].nth if "spacing" in heard[person] else 0)
