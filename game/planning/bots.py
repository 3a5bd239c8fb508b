"""Players without judgement: what any scenario must hold out against.

Doing nothing, holding everybody outside, and improvising everything by radio: three ways of not planning.
"""

from __future__ import annotations

from typing import Final

from game.protocol.cues import OnWord
from game.protocol.groups import EVERYBODY
from game.protocol.plan import Briefing, Conduct, Order, Plan, Verb
from game.protocol.scenario import Scenario
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
    return Plan(tuple(Briefing((person.id,), word) for person in scenario.people))


def only_orders(scenario: Scenario, circumstances: Circumstances) -> tuple[Order, ...]:
    """Brief nobody, hold everybody by radio, then call the principals in when all are there, then the others.

    It sees what happens and reacts; it never looks ahead.
    """
    orders = [Order(scenario.start, Verb.HOLD, EVERYBODY)]
    principals = [person.id for person in scenario.people if person.principal]
    others = tuple(dict.fromkeys(person.of for person in scenario.people if not person.principal))
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
