"""Two people who are equal in everything may change places: nothing that is counted comes out differently."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from game.protocol.legality import problems
from game.protocol.plan import Order, Plan
from game.protocol.scenario import Scenario
from game.scoring.scorecard import Scorecard, score
from game.simulation.circumstances import draw
from game.simulation.engine import simulate
from tests import rooms
from tests.simulation.days import DOORS, random_conduct, random_orders, random_rule

OTHERS = ["p0", "p1", "p2", "p3"]
TWINS = ["twin1", "twin2"]
NAMES = [*OTHERS, "all", "hosts", "guests", "guests.twins"]
"""Whoever is named here, both twins are named or neither."""


def twin_house(r: Random) -> Scenario:
    """A random room with two equals: one rank, one group, one habit, one holding room, seats alike."""
    doors = DOORS[: r.randint(1, 3)]
    people = {"p0": "hosts*", "p1": "guests*", "p2": "guests.aides", "p3": "hosts.aides"}
    people = {who: f"{of} @{r.choice(doors)}" for who, of in people.items()}
    people |= dict.fromkeys(TWINS, f"guests.twins @{r.choice(doors)}")
    ids = r.sample(OTHERS, r.randint(1, len(OTHERS)))
    return rooms.room(
        people,
        doors={door: {"abreast": r.randint(1, 2)} for door in doors},
        rules=[
            random_rule(r, kind, OTHERS, NAMES, doors) for kind in sorted(rooms.registry()) if r.random() < 0.7
        ],
        habits={who: told(r, doors, [who]) for who in (*OTHERS, "guests.twins")},
        clock=("12:00", "12:06"),
        air=("12:00:30", None),
        cameras=["table", r.choice(doors)],
        orders={"joint": [*ids[:1], TWINS, *ids[1:]]},
        arrive={who: ("12:00:20", "0 s", "40 s") for who in OTHERS if r.random() < 0.3},
        lost=300,
    )


def told(r: Random, doors: tuple[str, ...], own: list[str]) -> dict[str, Any]:
    """What the twins are told they are told together, and their turn is the same."""
    said = random_conduct(r, OTHERS, doors, own)
    return {field: value for field, value in said.items() if field != "spacing"}


def briefed(r: Random, scenario: Scenario, doors: tuple[str, ...]) -> Plan:
    plan = rooms.plan(*({"who": who, **told(r, doors, [who])} for who in ("guests.twins", "p2") if r.random() < 0.5))
    return Plan() if problems(scenario, plan) else plan


def day(scenario: Scenario, plan: Plan, seed: int, orders: tuple[Order, ...]) -> Scorecard:
    return score(scenario, simulate(scenario, plan, draw(scenario, seed), orders))


def counted(card: Scorecard) -> tuple[object, ...]:
    names = dict.fromkeys(TWINS, "twin")
    lines = sorted(
        (line.at, line.until, line.rule, tuple(sorted(names.get(p, p) for p in line.offenders)), line.seen_by)
        for line in card.ledger
    )
    return card.total, card.grade, card.raw, card.figures, lines


def swapped(scenario: Scenario) -> Scenario:
    """The same house with each twin where the other stood."""
    by_id = {person.id: person for person in scenario.people}
    other = dict(zip(TWINS, reversed(TWINS), strict=True))
    return replace(scenario, people=tuple(by_id[other.get(person.id, person.id)] for person in scenario.people))


@given(seed=st.integers(0, (1 << 40) - 1))
@settings(max_examples=80, deadline=None)
def test_two_equals_may_change_places(seed: int) -> None:
    r = Random(seed)
    scenario = twin_house(r)
    plan = briefed(r, scenario, tuple(door.id for door in scenario.room.doors))
    orders = tuple(order for order in random_orders(r, scenario) if order.target not in TWINS)
    one, other = day(scenario, plan, seed, orders), day(swapped(scenario), plan, seed, orders)
    assert counted(one) == counted(other)


def test_the_twins_break_rules_and_one_who_differs_is_noticed() -> None:
    # Equals who never did anything would prove nothing, and neither would a count that shows no difference.
    broken = changed = 0
    for seed in range(40):
        r = Random(seed)
        scenario = twin_house(r)
        card = day(scenario, Plan(), seed, ())
        broken += sum(bool(set(TWINS) & set(line.offenders)) for line in card.ledger)
        slower = tuple(replace(person, pace=400) if person.id == "twin1" else person for person in scenario.people)
        changed += counted(day(replace(scenario, people=slower), Plan(), seed, ())) != counted(card)
    assert broken > 40
    assert changed > 5
