"""Players that play any scenario: from those without judgement, whom it must hold out against, to the expert.

Each plans once, before the doors open, and blind to the day; only `only_orders` improvises.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final

from game.planning.search import expert_plan
from game.protocol.cues import After, AtDoorBy, Moment, Occurrence, OnWord
from game.protocol.groups import EVERYBODY
from game.protocol.legality import problems
from game.protocol.people import Person
from game.protocol.plan import Briefing, Conduct, Order, Plan, Verb
from game.protocol.scenario import Scenario
from game.protocol.units import MINUTE, SECOND
from game.simulation.circumstances import Circumstances
from game.simulation.codes import Code
from game.simulation.engine import simulate

REACTION: Final = 3_000
"""How long a bot takes to give an order after it has seen something, ms."""


def nobody_briefed() -> Plan:
    """Do nothing."""
    return Plan()


def hold_everybody(scenario: Scenario) -> Plan:
    """Tell everybody to wait for a word that is never said: no breach of precedence, nothing accomplished."""
    word = Conduct(set_out=OnWord(), enter=OnWord())
    return Plan(tuple(Briefing((person.id,), word) for person in scenario.delegates))


def by_the_clock(scenario: Scenario) -> Plan:
    """Everybody at the door at a time of day, one after another in the order in which the file lists them."""
    return _in_turn(scenario, scenario.delegates)


def by_rank(scenario: Scenario) -> Plan:
    """The same by rank: the principals first, then place after place of the orders of precedence."""

    def rank(person: Person) -> tuple[bool, int]:
        found = [r for order in scenario.precedence if (r := order.rank(person.id)) is not None]
        return not person.principal, min(found, default=len(scenario.people))

    return _in_turn(scenario, sorted(scenario.delegates, key=rank))


def by_cue(scenario: Scenario) -> Plan:
    """The principals stand by until all of them are at their doors, the others until the principals are inside."""
    principals = tuple(person.id for person in scenario.delegates if person.principal)
    briefings = [Briefing((each,), _for_principal(scenario, each, principals)) for each in principals]
    if principals:
        inside, seated = (After(tuple(Occurrence(p, m) for p in principals)) for m in (Moment.ENTERED, Moment.SAT))
        others = [person for person in scenario.delegates if not person.principal]
        for room in dict.fromkeys((person.of, person.holds) for person in others):
            who = tuple(person.id for person in others if (person.of, person.holds) == room)
            briefings.append(Briefing(who, Conduct(enter=inside, sit=seated)))
    return read_back(scenario, _possible(scenario, briefings))


BOTS: Final[dict[str, Callable[[Scenario], Plan]]] = {
    "nothing": lambda _scenario: nobody_briefed(),
    "hold everybody": hold_everybody,
    "by the clock": by_the_clock,
    "by rank": by_rank,
    "by cue": by_cue,
    "expert": expert_plan,
}
"""Every bot by its name, from the least to the most able."""

_APART: Final = 4 * SECOND
_MARGIN: Final = 90 * SECOND


def _in_turn(scenario: Scenario, people: Iterable[Person]) -> Plan:
    """One after another at the door, the first when everybody should be in the house and a minute has passed."""
    first = max((arrival.at for arrival in scenario.arrivals), default=scenario.start) + MINUTE
    last = max(scenario.start, scenario.aim.due - _MARGIN)
    times = (min(first, last) + nth * _APART for nth, _ in enumerate(scenario.delegates))
    told = [Briefing((p.id,), Conduct(set_out=AtDoorBy(at))) for p, at in zip(people, times, strict=True)]
    return read_back(scenario, _possible(scenario, told))


def _for_principal(scenario: Scenario, principal: str, all_of_them: tuple[str, ...]) -> Conduct:
    others = tuple(each for each in all_of_them if each != principal)
    late = {name for arrival in scenario.arrivals for name in arrival.who}
    awaited = tuple(Occurrence(each, Moment.ARRIVED) for each in others if each in late)
    at_doors = tuple(Occurrence(each, Moment.AT_DOOR) for each in others)
    return Conduct(set_out=After(awaited) if awaited else None, enter=After(at_doors) if at_doors else None)


def _possible(scenario: Scenario, briefings: Iterable[Briefing]) -> Plan:
    """The plan of as many of these briefings, in their order, as can be."""
    plan = Plan()
    for briefing in briefings:
        longer = Plan((*plan.briefings, briefing))
        plan = plan if problems(scenario, longer) else longer
    return plan


def read_back(scenario: Scenario, plan: Plan) -> Plan:
    """The plan with its first briefings read back, as far as the minutes go; what an escort carries needs none."""
    told = list(plan.briefings)
    for nth, briefing in enumerate(told):
        told[nth] = replace(briefing, read_back=briefing.escort is None)
        if problems(scenario, Plan(tuple(told))):
            told[nth] = briefing
    return Plan(tuple(told))


def only_orders(scenario: Scenario, circumstances: Circumstances) -> tuple[Order, ...]:
    """Brief nobody, hold everybody by radio, then call the principals in when all are there, then the others.

    It sees what happens and reacts; it never looks ahead.
    """
    orders = [Order(scenario.start, Verb.HOLD, EVERYBODY)]
    principals = [person.id for person in scenario.delegates if person.principal]
    others = tuple(dict.fromkeys(person.of for person in scenario.delegates if not person.principal))
    here = _last(scenario, circumstances, orders, principals, Code.ARRIVED) or scenario.start
    orders += [Order(here + REACTION, Verb.CALL_IN, person) for person in principals]
    inside = _last(scenario, circumstances, orders, principals, Code.TOOK_PLACE)
    if inside is None:
        return tuple(orders)
    return (*orders, *(Order(inside + REACTION, Verb.CALL_IN, delegation) for delegation in others))


def _last(
    scenario: Scenario, circumstances: Circumstances, orders: list[Order], people: list[str], code: Code
) -> int | None:
    """When something had happened to the last of several people on a day with these orders, if it did."""
    trace = simulate(scenario, Plan(), circumstances, orders)
    found = [at for person in people if (at := trace.first(code, person)) is not None]
    return max(found, default=None)
