"""What `problems` accepts never crashes a run; what cannot be is refused, whatever order it is written in."""

from __future__ import annotations

from itertools import permutations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.protocol.cues import After, AtClock, AtDoorBy, AtOnce, Moment, Occurrence, OnWord
from game.protocol.legality import order_problems, problems
from game.protocol.plan import Briefing, Conduct, Order, Plan, Verb
from game.simulation.circumstances import draw
from game.simulation.engine import simulate
from tests import rooms
from tests.simulation.days import random_scenario

NOON = 12 * 3_600_000
PEOPLE = {"kim": "dprk*", "choe": "dprk.staff @side", "putin": "russia*", "lavrov": "russia.staff @side"}
SIX = {"main": {"main": 6_000}, "side": {"side": 6_000}}
ROOM = rooms.room(PEOPLE, doors={"main": {}, "side": {}}, walks=SIX, arrive={"putin": ("12:01", "0 s")})

names = st.sampled_from(["p0", "p1", "p2", "p3", "all", "host", "guest", "host.staff", "nobody", "", "main"])
numbers = st.integers(-10_000_000, 10_000_000)
instants = st.integers(-5_000, 2 * 86_400_000)
events = st.builds(Occurrence, names, st.sampled_from(list(Moment)), st.booleans())
any_cue = (
    st.builds(AtClock, instants)
    | st.builds(AtDoorBy, instants)
    | st.builds(AtOnce, numbers)
    | st.just(OnWord())
    | st.builds(After, st.lists(events, max_size=3).map(tuple), numbers)
)
maybe = st.none
any_conduct = st.builds(
    Conduct,
    door=maybe() | st.sampled_from(["main", "side", "back", "roof"]),
    set_out=maybe() | any_cue,
    enter=maybe() | any_cue,
    sit=maybe() | any_cue,
    spacing=maybe() | numbers,
    pace=maybe() | st.integers(-5, 6_000),
    place=maybe() | st.sampled_from(["seat-p0", "seat-p1", "throne"]),
)
any_briefing = st.builds(
    Briefing,
    st.lists(names, max_size=3).map(tuple),
    any_conduct,
    st.booleans(),
    maybe() | st.sampled_from(["han", "li", "nobody"]),
)
any_plan = st.lists(any_briefing, max_size=4).map(lambda briefings: Plan(tuple(briefings)))
any_orders = st.lists(
    st.builds(Order, st.integers(NOON - 9_000, NOON + 400_000), st.sampled_from(list(Verb)), names), max_size=8
).map(tuple)


@given(st.integers(0, 1 << 30), any_plan, any_orders)
@settings(max_examples=400, deadline=None)
def test_what_is_accepted_never_crashes(seed: int, plan: Plan, orders: tuple[Order, ...]) -> None:
    scenario = random_scenario(Random(seed))
    kept = Plan(tuple(b for b in plan.briefings if not problems(scenario, Plan((b,)))))
    for tried in (plan, kept):
        if problems(scenario, tried):
            continue
        given_ = tuple(order for order in orders if not order_problems(scenario, (order,)))
        trace = simulate(scenario, tried, draw(scenario, seed), given_)
        assert [r.at for r in trace.records] == sorted(r.at for r in trace.records)


def codes(*briefings: dict[str, object]) -> set[str]:
    return {refusal.code for refusal in problems(ROOM, rooms.plan(*briefings))}


@pytest.mark.parametrize(
    ("code", "briefing"),
    [
        ("unknown-person", {"who": "nobody", "set_out": "at once"}),
        ("unknown-person", {"who": "kim", "set_out": "after nobody entered"}),
        ("unknown-door", {"who": "kim", "door": "roof"}),
        ("unknown-seat", {"who": "kim", "place": "throne"}),
        ("unknown-escort", {"who": "kim", "escort": "nobody"}),
        ("bad-cue", {"who": "kim", "enter": "at door by 12:05"}),
        ("cue-waits-for-itself", {"who": "dprk", "set_out": "after kim entered"}),
        ("never-happens", {"who": "kim", "set_out": "after on air"}),
        ("never-arrives", {"who": "kim", "set_out": "after lavrov arrived"}),
        ("never-arrives", {"who": "kim", "sit": "after russia arrived"}),
        ("never-arrives", {"who": "putin", "sit": "after first of dprk arrived"}),
        ("door-not-reached", {"who": "kim", "door": "side"}),
        ("seat-taken", {"who": "kim", "place": "seat-putin"}),
        ("escort-two-rooms", {"who": "dprk", "escort": "han"}),
        ("out-of-range", {"who": "kim", "pace": 0}),
        ("out-of-range", {"who": "kim", "pace": 60_000}),
    ],
)
def test_what_cannot_be_is_refused(code: str, briefing: dict[str, object]) -> None:
    assert codes(briefing) == {code}


@pytest.mark.parametrize("cue", [AtOnce(-1), After((Occurrence("putin", Moment.ENTERED),), -1), AtOnce(1 << 40)])
def test_no_delay_is_negative_or_endless(cue: object) -> None:
    plan = Plan((Briefing(("kim",), Conduct(sit=cue)),))  # type: ignore[arg-type]
    assert [refusal.code for refusal in problems(ROOM, plan)] == ["out-of-range"]


def test_one_escort_goes_with_one_briefing() -> None:
    assert codes({"who": "kim", "escort": "han"}, {"who": "lavrov", "escort": "han"}) == {"escort-twice"}
    assert codes({"who": "kim", "escort": "han"}, {"who": "lavrov", "escort": "li"}) == set()


def test_a_read_back_costs_for_each_room() -> None:
    tight = rooms.room(PEOPLE, doors={"main": {}, "side": {}}, liaison={"minutes": "1 min"})
    assert problems(tight, rooms.plan({"who": "lavrov", "read_back": True})) == ()
    assert [r.code for r in problems(tight, rooms.plan({"who": "dprk", "read_back": True}))] == ["over-budget"]


def test_an_arrival_can_be_waited_for_where_somebody_arrives() -> None:
    assert codes({"who": "kim", "set_out": "after putin arrived"}) == set()
    assert codes({"who": "kim", "set_out": "after first of russia arrived"}) == set()
    (refusal,) = problems(ROOM, rooms.plan({"who": "kim", "set_out": "after russia arrived"}))
    assert dict(refusal.values) == {"cue": "after russia arrived", "who": "lavrov"}


def test_cues_that_wait_for_each_other_are_refused() -> None:
    waiting = ({"who": "kim", "set_out": "after putin entered"}, {"who": "putin", "set_out": "after kim entered"})
    assert codes(*waiting) == {"cue-cycle"}
    assert codes(waiting[0], {"who": "putin", "set_out": "after kim sent out"}) == set()


def test_equally_close_briefings_clash_unless_a_closer_one_settles_it() -> None:
    entries = (
        {"who": "russia", "door": "main"},
        {"who": ["russia", "dprk"], "door": "side"},
        {"who": "lavrov", "door": "side"},
        {"who": "putin", "door": "main"},
    )
    clashing = {codes(*order) & {"ambiguous"} == {"ambiguous"} for order in permutations(entries[:3])}
    settled = {codes(*order) & {"ambiguous"} == {"ambiguous"} for order in permutations(entries)}
    assert clashing == {True}
    assert settled == {False}


def test_two_turns_in_two_groups_clash_even_at_the_same_spacing() -> None:
    one_way, other_way = ({"who": who, "spacing": "2 s"} for who in (["kim", "lavrov"], ["lavrov", "kim"]))
    assert codes(one_way, other_way) == {"ambiguous"}
    assert codes(one_way, one_way) == set()


def test_too_many_is_refused_before_anything_else() -> None:
    assert [r.code for r in problems(ROOM, Plan((Briefing(("nobody",), Conduct()),) * 501))] == ["too-many"]
    assert [r.code for r in order_problems(ROOM, (Order(NOON, Verb.HOLD, "nobody"),) * 501)] == ["too-many"]


@pytest.mark.parametrize(
    ("code", "order"),
    [
        ("unknown-person", "12:01 hold nobody"),
        ("unknown-door", "12:01 hold door kim"),
        ("outside-the-day", "11:00 cut away"),
        ("outside-the-day", "13:00 hold kim"),
    ],
)
def test_orders_that_cannot_be_are_refused(code: str, order: str) -> None:
    assert [refusal.code for refusal in order_problems(ROOM, (rooms.order(order),))] == [code]
