"""Random days: small rooms, rules of every kind, plans and live orders, all from one source of chance."""

from __future__ import annotations

import re
from random import Random
from typing import Any, NamedTuple

from hypothesis import strategies as st

from game.protocol.legality import problems
from game.protocol.plan import Briefing, Order, Plan, Verb
from game.protocol.rules import Rule
from game.protocol.scenario import Scenario
from game.protocol.units import format_duration, format_exact_clock
from tests import rooms

NOON = 12 * 3_600_000
MOMENTS = ("entered", "took place", "sat", "left", "sent out", "at door", "set out", "called", "rose", "arrived")
DOORS = ("main", "side", "back")


class Day(NamedTuple):
    """Everything a run needs."""

    scenario: Scenario
    plan: Plan
    orders: tuple[Order, ...]
    seed: int


def random_day(r: Random) -> Day:
    """A day with a legal plan."""
    scenario = random_scenario(r)
    return Day(scenario, legal_plan(r, scenario), random_orders(r, scenario), r.randrange(1 << 30))


days = st.integers(0, (1 << 40) - 1).map(lambda seed: random_day(Random(seed)))
"""As a hypothesis strategy; the number is all that is needed to have a failing day again."""


def _clock(r: Random, until: int = 240) -> str:
    return format_exact_clock(NOON + r.choice((r.randrange(until) * 1_000, r.randrange(until * 1_000))))


def _duration(r: Random, seconds: int) -> str:
    return format_duration(r.choice((r.randrange(seconds) * 1_000, r.randrange(seconds * 1_000))))


def _some(r: Random, names: list[str], most: int = 3) -> list[str]:
    return r.sample(names, min(len(names), r.randint(1, most)))


def random_scenario(r: Random) -> Scenario:
    """A small room with rules of every kind."""
    sides = ["host", "guest", "third"][: r.randint(1, 3)]
    doors = DOORS[: r.randint(1, 3)]
    people = {}
    for n in range(r.randint(2, 7)):
        star = "*" if n < 2 and r.random() < 0.7 else ""
        group = "" if star or r.random() < 0.4 else ".staff"
        people[f"p{n}"] = f"{r.choice(sides)}{group}{star} @{r.choice(doors)}"
    ids = list(people)
    names = [*ids, "all", *dict.fromkeys(re.split("[.* ]", text)[0] for text in people.values())]
    orders = {"joint": _places(r, ids)}
    staff = {name: r.choice(doors) for name in ("hong", "pak") if r.random() < 0.5}
    named = [text.split()[0] for text in people.values()]
    # No group may consist of nobody but such as were not invited.
    guests = [who for n, who in enumerate(ids) if named[n] in named[:n] and r.random() < 0.3]
    return rooms.room(
        people,
        doors={d: {"abreast": r.randint(1, 2), "headway": r.choice(("1.5 s", "0 s", "4 s"))} for d in doors},
        rules=[
            random_rule(r, kind, [*ids, *staff], names, doors)
            for kind in sorted(rooms.registry())
            for _ in range(r.randint(0, 2))
        ],
        habits={
            **{name: random_conduct(r, ids, doors, [name]) for name in ids if r.random() < 0.8},
            **{name: random_post(r, ids, doors, name) for name in staff if r.random() < 0.3},
        },
        clock=("12:00", r.choice(("12:04", "12:06"))),
        air=(r.choice((None, "12:00", "12:00:30")), r.choice((None, "12:03"))),
        returns=r.choice((None, "at once + 20 s", "after p0 entered + 500 ms", "at 12:02", "on word")),
        press=(r.choice((None, "12:01")), r.choice((None, "12:02"))),
        cameras=_some(r, ["table", "room", *doors]),
        orders=orders,
        arrive={who: (_clock(r, 60), "0 s", "40 s") for who in ids if who not in guests and r.random() < 0.2},
        lingers={who: (500, "5 s", "50 s") for who in ids if r.random() < 0.2},
        liaison={"radio": r.choice(("0 s", "1 s", "6 s")), "asks": r.choice(("0 s", "3 s"))},
        lost=r.choice((0, 300)),
        seats={who: _place(r) for who in ids if r.random() < 0.7},
        aim={"who": _some(r, ids), "by": "12:03", "seated": r.random() < 0.3},
        officers=staff,
        uninvited=dict.fromkeys(guests, 600),
        mishaps=[
            (what, f"seat-{who}" if what == "no_chair" else who, 500, "0 s", "50 s")
            for what in ("blocked", "eager", "no_chair")
            for who in ids
            if r.random() < 0.2
        ],
        otherwise=[random_swerve(r, ids, doors, what) for what in ("misheard", "improvises", "slow", "improvises")]
        if r.random() < 0.5
        else (),
        ready=(_clock(r, 60), "0 s", "40 s") if r.random() < 0.2 else None,
        early=(500, "0 s", "20 s") if r.random() < 0.3 else None,
    )


def random_swerve(r: Random, ids: list[str], doors: tuple[str, ...], what: str) -> tuple[Any, ...]:
    """Somebody who may do otherwise."""
    who = _some(r, ids, 2)
    if what == "slow":
        return what, who, 500, {"pace": 600}
    said = {key: value for key, value in random_conduct(r, ids, doors, who).items() if key not in ("pace", "spacing")}
    return what, who, 500, said


def random_post(r: Random, ids: list[str], doors: tuple[str, ...], own: str) -> dict[str, Any]:
    """What an officer may be told: where to stand, and until when to keep people."""
    said = random_conduct(r, ids, doors, [own])
    return {key: value for key, value in said.items() if key in ("door", "set_out", "enter", "pace")}


def _place(r: Random) -> tuple[int, int, int, int]:
    """A seat on one side of a table or the other, looking across."""
    x, north = 1_000 * r.randint(1, 5), r.random() < 0.5
    return (x, 4_000, x, 6_000) if north else (x, 6_000, x, 4_000)


def _places(r: Random, ids: list[str]) -> list[Any]:
    listed = r.sample(ids, r.randint(1, len(ids)))
    return [listed[:2], *listed[2:]] if len(listed) > 2 and r.random() < 0.4 else listed


def random_rule(r: Random, kind: str, ids: list[str], names: list[str], doors: tuple[str, ...]) -> Rule:
    """A rule of a kind with terms of all sorts."""
    until = [f"{r.choice(('', 'first of '))}{r.choice(names)} {r.choice(MOMENTS[:4])}" for _ in range(r.randint(1, 2))]
    moment = r.choice(MOMENTS[:7])
    terms: dict[str, dict[str, Any]] = {
        "absent_until": {"who": _some(r, names), **({"until": until} if r.random() < 0.8 else {})},
        "alone_in_shot": {"who": _some(r, ids), **({"until": until} if r.random() < 0.5 else {})},
        "before": {"first": _some(r, ids), "then": _some(r, names), "event": moment},
        "by": {"who": _some(r, names), "deadline": _clock(r), "event": moment},
        "door_reserved": {
            "door": r.choice(doors),
            "only": _some(r, ids),
            **({"until": until} if r.random() < 0.5 else {}),
        },
        "in_order": {
            "who": _some(r, names),
            "order": "joint",
            "direction": r.choice(("ascending", "descending")),
            "event": moment,
        },
        "longest_wait": {
            "who": _some(r, names),
            "longest": _duration(r, 40),
            "place": r.choice(("room", "door", "on camera")),
            **({"until": until} if r.random() < 0.7 else {}),
        },
        "closed_between": {
            "begins": until[:1],
            **({"ends": until[1:]} if until[1:] else {}),
            **({"staff": _some(r, ids)} if r.random() < 0.5 else {}),
        },
        "never_parted_from": {
            "who": _some(r, names),
            "principal": _some(r, ids, 2),
            "within": _duration(r, 20),
        },
        "nobody_leaves_before": {"who": _some(r, names), "before": _some(r, ids)},
        "nobody_sits_before": {"who": _some(r, names), "before": _some(r, ids)},
        "parity": {
            "one": _some(r, ids),
            "other": _some(r, names),
            "once": until,
            "difference": r.randrange(2),
        },
        "placed_at": random_place(r, ids, doors),
        "escorted_by": {"who": _some(r, names), "by": _some(r, ids), "within": _duration(r, 30)},
        "received_by": {
            "who": _some(r, names),
            "by": _some(r, ids),
            "place": r.choice(("room", "door")),
        },
        "same_door": {"who": _some(r, names)},
        "separate_doors": {"who": _some(r, names)},
        "standing_at_place_when": {"who": _some(r, names), "when": until},
        "together": {"who": _some(r, names), "within": _duration(r, 20), "event": moment},
    }
    house = None
    if r.random() < 0.6:
        house = {
            "notices": r.choice(("0 s", "3 s", "20 s")),
            "answer": r.choice(("0 s", "5 s")),
            "does": r.choice(("sends out", "sends out", "halts", "remarks", "notes")),
            "cut": r.choice((None, "2 s")),
            "recalls": r.choice((None, "at once + 5 s", "after p0 sat", "after p1 entered + 3 s", "at 12:02")),
        }
    return rooms.rule(
        kind, id_=f"{kind}-{r.randrange(10**6)}", house=house, common=random_common(r, ids), **terms[kind]
    )


def random_common(r: Random, ids: list[str]) -> dict[str, Any]:
    """What any rule may say, mostly nothing."""
    said = {
        "grace": _duration(r, 15),
        "except": _some(r, ids, 2),
        "waivable_by": _some(r, ids, 2),
        "while": r.choice(("on air", "off air", "press in", "press out")),
    }
    return {key: value for key, value in said.items() if r.random() < 0.15}


def random_place(r: Random, ids: list[str], doors: tuple[str, ...]) -> dict[str, Any]:
    """What a place should be, one thing or several."""
    said: dict[str, Any] = {
        "seat": f"seat-{r.choice(ids)}",
        "beside": _some(r, ids, 2),
        "opposite": _some(r, ids, 2),
        "facing": r.choice(doors),
    }
    kept = {key: said[key] for key in _some(r, list(said), 2)}
    return {"who": _some(r, ids), "side": r.choice(("either", "right", "left")), **kept}


def random_cue(r: Random, ids: list[str], own: list[str], stage: str) -> str:
    """A cue that does not wait for the one who is told."""
    others = [i for i in ids if i not in own]
    if r.random() < 0.35 and others:
        events = " and ".join(f"{r.choice(others)} {r.choice(MOMENTS)}" for _ in range(r.randint(1, 2)))
        return f"after {r.choice((events, events, 'on air'))} + {_duration(r, 20)}"
    clock = _clock(r)
    texts = [f"at {clock}", f"at {clock}", "at once", f"at once + {_duration(r, 10)}", "on word"]
    return r.choice(texts + ([f"at door by {clock}"] if stage == "set_out" else []))


def random_conduct(r: Random, ids: list[str], doors: tuple[str, ...], own: list[str]) -> dict[str, Any]:
    """Something to tell somebody."""
    said: dict[str, Any] = {"set_out": random_cue(r, ids, own, "set_out")}
    if r.random() < 0.5:
        said["enter"] = random_cue(r, ids, own, "enter")
    if r.random() < 0.7:
        said["sit"] = random_cue(r, ids, own, "sit")
    if r.random() < 0.4:
        said["leave"] = random_cue(r, ids, own, "leave")
    if r.random() < 0.3:
        said["spacing"] = _duration(r, 5)
    if r.random() < 0.4:
        said["door"] = r.choice(doors)
    if r.random() < 0.3:
        said["pace"] = r.choice((600, 1_000, 2_000))
    return said


def random_briefing(r: Random, scenario: Scenario) -> dict[str, Any]:
    """A briefing for somebody; fields may be left out."""
    ids = [person.id for person in scenario.people]
    doors = tuple(door.id for door in scenario.room.doors)
    staff = [officer.id for officer in scenario.officers]
    names = [*ids, "all", *(d.id for d in scenario.delegations)]
    if staff and r.random() < 0.4:
        officer = r.choice(staff)
        return {"who": officer, **random_post(r, ids, doors, officer)}
    who = _some(r, names, 2) if r.random() < 0.5 else _some(r, ids, 1)
    said = random_conduct(r, ids, doors, who)
    kept = {field: value for field, value in said.items() if r.random() < 0.8}
    if r.random() < 0.3:
        kept["read_back"] = True
    if staff and r.random() < 0.4:
        kept["escort"] = r.choice(staff)
        who = [r.choice([person.id for person in scenario.delegates] or who)]
    return {"who": who, **kept}


def legal_plan(r: Random, scenario: Scenario) -> Plan:
    """Random briefings, each kept if the plan stays legal with it; no plan at all where the habits are not legal."""
    briefings: tuple[Briefing, ...] = ()
    for _ in range(r.randint(0, 6)):
        more = (*briefings, *rooms.plan(random_briefing(r, scenario)).briefings)
        if not problems(scenario, Plan(more)):
            briefings = more
    return Plan(briefings)


def random_orders(r: Random, scenario: Scenario) -> tuple[Order, ...]:
    """Live orders, some without any effect, in any sequence."""
    names = [*(p.id for p in scenario.people), "all", *(d.id for d in scenario.delegations)]
    doors = [door.id for door in scenario.room.doors]
    rules = [rule.id for rule in scenario.rules] or names
    orders = []
    for _ in range(r.choice((0, 0, 2, 6, 12))):
        verb = r.choice(list(Verb))
        door = verb in (Verb.HOLD_DOOR, Verb.RELEASE_DOOR)
        known = rules if verb is Verb.WAIVE else doors if door else names
        target = "" if verb in (Verb.CUT_AWAY, Verb.LET_STAND) else r.choice(known)
        orders.append(Order(NOON + r.randrange(240) * 1_000, verb, target))
    return tuple(orders)
