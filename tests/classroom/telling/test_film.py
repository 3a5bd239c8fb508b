"""A film says where everybody is, and never anything that could not be known yet."""

import json
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.classroom.telling.film import film, run_film
from game.protocol.legality import order_problems
from game.protocol.plan import Order, Plan, Verb
from game.protocol.scenario import Scenario
from game.simulation.circumstances import draw
from game.simulation.codes import Code
from game.simulation.engine import simulate
from game.simulation.trace import Trace
from game.simulation.where import FLEETING, Timeline
from game.simulation.whereabouts import Space
from tests import rooms
from tests.classroom.telling import looking
from tests.scenarios.shipped import IDS
from tests.scenarios.shipped import scenario as shipped
from tests.simulation.days import Day, days

NEAR = 20
LIMITS = {"first-steps": 6_000, "pyongyang-2024": 40_000, "potsdam-1945": 40_000, "beijing-2017": 40_000}


def lived(day: Day) -> Trace:
    return simulate(day.scenario, day.plan, draw(day.scenario, day.seed), day.orders)


def same_places(scenario: Scenario, trace: Trace, instants: list[int]) -> None:
    """At these instants the film shows what the timeline says."""
    made, timeline = film(scenario, trace), Timeline(scenario, trace)
    for at in instants:
        seen = looking.places(made, at)
        for who, one in enumerate(timeline.at(at)):
            space, posture, holding, door, progress, place = seen[who]
            assert (space, posture) == (one.space, one.posture), (at, one)
            if space in (Space.HOLDING, Space.WAY, Space.DOOR):
                assert holding == one.holding
            if space in (Space.WAY, Space.DOOR):
                assert door == one.door
                assert abs(progress - one.progress) <= 2
            if one.at is not None:
                assert place is not None
                assert max(abs(place[0] - one.at.x), abs(place[1] - one.at.y)) <= NEAR, (at, one, place)
        assert looking.on_air(made, at) == timeline.on_air(at)
        said = timeline.speech(at)
        house = scenario.rule(said).house if said else None
        assert looking.says(made, at) == (house.says if house else "")
        there, stands = timeline.official(at), looking.official(made, at)
        assert (there is None) == (stands is None)
        if there and there.at and stands:
            assert max(abs(there.at.x - stands[0]), abs(there.at.y - stands[1])) <= NEAR
        doors = looking.doors(made, at)
        assert {door for door, each in doors.items() if each["held"]} == timeline.held_doors(at)
        kept = {door: tuple(scenario.people[who].id for who in each["kept"])
                for door, each in doors.items() if each["kept"]}
        assert {door: tuple(sorted(who)) for door, who in kept.items()} == {
            door: tuple(sorted(who)) for door, who in timeline.doors.kept(at).items()}
        blamed = {who for who, one in enumerate(timeline.at(at)) if one.to_blame}
        assert looking.marked(made, at, FLEETING) == blamed


@settings(max_examples=60, deadline=None)
@given(days, st.randoms(use_true_random=False))
def test_a_film_shows_everybody_where_they_are(day: Day, r: Random) -> None:
    instants = [r.randrange(day.scenario.start, day.scenario.end) for _ in range(40)]
    trace = lived(day)
    instants += [record.at for record in r.sample(trace.records, min(20, len(trace.records)))]
    same_places(day.scenario, trace, instants)


@pytest.mark.parametrize("name", IDS)
def test_and_so_on_every_shipped_day(name: str) -> None:
    scenario, r = shipped(name), Random(name)
    for each in scenario.plans:
        for seed in (1, 2, 17):
            trace = simulate(scenario, each.plan, draw(scenario, seed), each.orders)
            same_places(scenario, trace, [r.randrange(scenario.start, scenario.end) for _ in range(60)])


VERBS = (Verb.HOLD, Verb.RELEASE, Verb.CALL_IN, Verb.RECALL, Verb.QUIET_WORD, Verb.HOLD_DOOR, Verb.RELEASE_DOOR,
         Verb.CUT_AWAY, Verb.LET_STAND, Verb.WAIVE)


def any_order(r: Random, scenario: Scenario) -> Order:
    """An order that can be given, at any instant of the day."""
    while True:
        verb = r.choice(VERBS)
        targets = {
            Verb.HOLD_DOOR: [door.id for door in scenario.room.doors],
            Verb.RELEASE_DOOR: [door.id for door in scenario.room.doors],
            Verb.CUT_AWAY: [""], Verb.LET_STAND: [""], Verb.WAIVE: [rule.id for rule in scenario.rules] or [""],
        }.get(verb, [person.id for person in scenario.people])
        order = Order(r.randrange(scenario.start, scenario.end), verb, r.choice(targets))
        if not order_problems(scenario, (order,)):
            return order


def nothing_is_taken_back(scenario: Scenario, plan: Plan, seed: int, orders: tuple[Order, ...], more: Order) -> int:
    """What has been told before another order arrives is told alike without it; how much that was."""
    both = tuple(sorted((*orders, more), key=lambda order: order.at))
    traces = [simulate(scenario, plan, draw(scenario, seed), given) for given in (orders, both)]
    first = next((n for n, (a, b) in enumerate(zip(both, (*orders, None), strict=False)) if a != b), 0)
    # One that was given before others may make them wait for the radio.
    arrives = min((r.at for trace in traces for r in trace.records if r.code == Code.ORDER and r.extra >= first),
                  default=scenario.end + 1)
    without, with_it = (film(scenario, trace) for trace in traces)
    cut = [[entry for entry in made if entry["at"] < arrives] for made in (without, with_it)]
    assert cut[0] == cut[1]
    return len(without) - len(cut[0])


@settings(max_examples=150, deadline=None)
@given(days, st.randoms(use_true_random=False))
def test_what_has_been_told_is_never_taken_back(day: Day, r: Random) -> None:
    orders = tuple(sorted(day.orders, key=lambda order: order.at))
    nothing_is_taken_back(day.scenario, day.plan, day.seed, orders, any_order(r, day.scenario))


@pytest.mark.parametrize("name", IDS)
def test_and_neither_on_a_shipped_day(name: str) -> None:
    scenario, r = shipped(name), Random(name)
    later = 0
    for each in scenario.plans:
        for seed in range(1, 9):
            orders = tuple(any_order(r, scenario) for _ in range(r.randrange(3)))
            orders = tuple(sorted(orders, key=lambda order: order.at))
            later += nothing_is_taken_back(scenario, each.plan, seed, orders, any_order(r, scenario))
    assert later, "orders that change nothing show nothing"


def test_it_is_json_sorted_and_small() -> None:
    for name in IDS:
        scenario = shipped(name)
        for each in scenario.plans:
            made = run_film(scenario, 1, each.plan, each.orders)
            text = json.dumps(made, separators=(",", ":"), ensure_ascii=False)
            assert json.loads(text) == made
            assert len(text.encode()) <= LIMITS[name], (name, each.name)
            instants = [entry["at"] for entry in made["film"]]
            assert instants == sorted(instants)
            assert scenario.start <= instants[0]
            assert instants[-1] <= scenario.end
            begun = {e["who"] for e in made["film"] if e["what"] == "leg" and e["at"] == scenario.start}
            assert begun == set(range(len(scenario.people)))


def test_without_verdicts_nothing_is_said_of_what_is_broken() -> None:
    scenario = shipped("pyongyang-2024")
    trace = simulate(scenario, scenario.plan("recorded").plan, draw(scenario, 1))
    judged, bare = film(scenario, trace), film(scenario, trace, verdicts=False)
    kinds = {entry["what"] for entry in judged}
    assert {"breach", "breach over", "official", "says", "sent out"} <= kinds
    assert {entry["what"] for entry in bare} == kinds - {"breach", "breach over", "accomplished", "missed"}
    told = " ".join(entry.get("text", "") for entry in bare if entry["what"] != "says")
    assert not [rule.title for rule in scenario.rules if rule.title in told]


def test_what_chance_drew_is_not_told_while_the_day_is_lived() -> None:
    day = rooms.room(
        {"boss": "host* @main", "guest": "guest* @side"},
        doors={"main": {}, "side": {}},
        habits={"boss": {"set_out": "at 12:01"}, "guest": {"set_out": "at 12:03"}},
        rules=[rooms.rule("before", first=["guest"], then=["boss"])],
        otherwise=[("improvises", ["boss"], 1_000, {"set_out": "at 12:00:10"})],
    )
    trace = simulate(day, Plan(), draw(day, 1))
    assert any(breach.improvised for breach in trace.breaches)
    told = " ".join(entry.get("text", "") for entry in film(day, trace))
    assert "own idea" not in told


def test_each_order_is_told_when_it_arrives() -> None:
    scenario = shipped("pyongyang-2024")
    at = scenario.start + 20_000
    late = Order(scenario.end, Verb.CUT_AWAY)
    orders = (Order(at + 5_000, Verb.HOLD, "lavrov"), Order(at, Verb.HOLD_DOOR, "side"), late)
    made = run_film(scenario, 1, Plan(), orders)
    radio = scenario.liaison.radio
    assert made["arrivals"] == [at + 2 * radio, at + radio, None]
    assert [(e["at"], e["held"]) for e in made["film"] if e["what"] == "door"] == [(at + radio, True)]
