"""Where everyone is: inside the room, without jumps, at the seat when the trace says so."""

from random import Random

import pytest
from hypothesis import given, settings

from game.protocol.room import Point
from game.simulation.circumstances import draw
from game.simulation.codes import Code
from game.simulation.engine import simulate
from game.simulation.itinerary import SIDE_BY_SIDE
from game.simulation.trace import Trace
from game.simulation.where import HEADS_TURN, Timeline
from game.simulation.whereabouts import Posture, Space, Whereabouts
from tests import rooms
from tests.simulation.days import Day, days

STEP = 200
FASTEST = 5_000


def lived(day: Day) -> Trace:
    return simulate(day.scenario, day.plan, draw(day.scenario, day.seed), day.orders)


def far(a: Point, b: Point) -> int:
    return max(abs(a.x - b.x), abs(a.y - b.y))


def _again(trace: Trace, number: int) -> bool:
    """Whether more happens to the same person in the same instant."""
    this = trace.records[number]
    return any(r.who == this.who and r.at == this.at for r in trace.records[number + 1 :])


def _next(trace: Trace, number: int) -> int | None:
    """What happens to the same person after this record."""
    who = trace.records[number].who
    return next((r.code for r in trace.records[number + 1 :] if r.who == who), None)


def expelled() -> Trace:
    """Two ministers come in before the leader, one sits down; the house sends both out."""
    scenario = rooms.room(
        {"boss": "host* @main", "min": "guest @side", "sec": "guest @side", "clerk": "host @main"},
        doors={"main": {}, "side": {}},
        air=("12:00", None),
        habits={
            "clerk": {"set_out": "at 12:00:05", "sit": "at once"},
            "min": {"set_out": "at 12:01", "sit": "at once + 1 s"},
            "sec": {"set_out": "at 12:01:02"},
            "boss": {"set_out": "at 12:05"},
        },
        rules=[
            rooms.rule(
                "absent_until",
                who=["min", "sec"],
                until=["boss entered"],
                house={"notices": "20 s", "answer": "5 s", "recalls": "after boss entered"},
            )
        ],
    )
    return rooms.run(scenario)


def one(timeline: Timeline, who: str, at: int) -> Whereabouts:
    return next(w for w in timeline.at(at) if w.person == who)


@settings(max_examples=40, deadline=None)
@given(days)
def test_people_stay_inside_and_never_jump(day: Day) -> None:
    trace = lived(day)
    timeline = Timeline(day.scenario, trace)
    room, before = day.scenario.room, None
    last = max((r.at for r in trace.records), default=day.scenario.start) + 15_000
    for at in range(day.scenario.start, min(last, day.scenario.end), STEP):
        now = timeline.at(at)
        for number, w in enumerate(now):
            assert (w.at is not None) == (w.space is Space.ROOM) == (w.facing is not None)
            assert 0 <= w.progress <= 1_000
            if w.at is not None:
                assert 0 <= w.at.x <= room.width
                assert 0 <= w.at.y <= room.depth
                old = before[number] if before else None
                if old is not None and old.at is not None and old.door == w.door:
                    assert far(old.at, w.at) <= FASTEST * STEP // 1_000 + 5, (at, w)
        before = now


@settings(max_examples=40, deadline=None)
@given(days)
def test_everyone_is_where_the_records_say(day: Day) -> None:
    trace = lived(day)
    timeline = Timeline(day.scenario, trace)
    for number, record in enumerate(trace.records):
        if record.who < 0 or _again(trace, number):
            continue
        w = timeline.at(record.at)[record.who]
        match record.code:
            case Code.ENTERED:
                door = day.scenario.room.doors[record.extra]
                assert w.space is Space.ROOM
                assert w.at is not None
                assert far(w.at, day.scenario.room.threshold(door)) <= SIDE_BY_SIDE
            case Code.TOOK_PLACE:
                assert w.at in {seat.at for seat in day.scenario.room.seats}
                assert w.posture is Posture.STANDING
            case Code.SAT:
                assert w.posture is Posture.SITTING
            case Code.AT_DOOR:
                assert w.space is Space.DOOR
            case Code.SET_OUT if _next(trace, number) == Code.JOINED:
                assert w.space is Space.AWAY
            case Code.LEFT | Code.SET_OUT:
                assert w.space is Space.WAY
            case Code.BACK | Code.ARRIVED | Code.JOINED:
                assert w.space is Space.HOLDING


@settings(max_examples=15, deadline=None)
@given(days)
def test_the_order_of_asking_changes_nothing(day: Day) -> None:
    trace = lived(day)
    instants = [day.scenario.start + 997 * n for n in range(120)]
    forwards = Timeline(day.scenario, trace)
    seen = {at: (forwards.at(at), forwards.official(at), forwards.on_air(at)) for at in instants}
    shuffled = Timeline(day.scenario, trace)
    Random(3).shuffle(instants)
    for at in instants:
        assert (shuffled.at(at), shuffled.official(at), shuffled.on_air(at)) == seen[at]


def test_those_sent_out_go_back_the_way_they_came() -> None:
    trace = expelled()
    timeline = Timeline(trace.scenario, trace)
    sent = trace.first(Code.SENT_OUT, "min")
    left = trace.first(Code.LEFT, "min")
    assert sent is not None
    assert left is not None
    seat = trace.scenario.room.seat("seat-min").at
    assert one(timeline, "min", sent).at == seat
    leaving = one(timeline, "min", left - 500)
    assert leaving.at is not None
    assert leaving.at.y < seat.y // 2
    assert one(timeline, "min", left + 100).space is Space.WAY
    progress = [one(timeline, "min", left + t).progress for t in (100, 1_500, 3_000)]
    assert progress == sorted(progress, reverse=True)


def test_heads_turn_to_whoever_is_sent_out() -> None:
    trace = expelled()
    timeline = Timeline(trace.scenario, trace)
    sent = trace.first(Code.SENT_OUT, "min")
    assert sent is not None
    seat = trace.scenario.room.seat("seat-clerk")
    assert one(timeline, "clerk", sent - 100).facing == seat.facing
    turned = one(timeline, "clerk", sent + 1_000).facing
    assert turned in {w.at for w in timeline.at(sent + 1_000) if w.person in ("min", "sec")}
    assert one(timeline, "clerk", sent + HEADS_TURN + 100).facing == seat.facing


def test_the_official_comes_speaks_and_goes() -> None:
    trace = expelled()
    timeline = Timeline(trace.scenario, trace)
    noticed = next(r.at for r in trace.records if r.code == Code.NOTICED)
    sent = trace.first(Code.SENT_OUT, "min")
    assert sent is not None
    assert timeline.official(noticed - 1) is None
    there = timeline.official(sent + 1_000)
    assert there is not None
    assert there.door == "side"
    assert timeline.speech(noticed + 1_000) is None
    assert timeline.speech(sent + 1_000) == "rule"
    assert timeline.official(sent + 60_000) is None


def test_who_is_in_an_open_breach_is_to_blame() -> None:
    trace = expelled()
    timeline = Timeline(trace.scenario, trace)
    breach = next(b for b in trace.breaches if "min" in b.offenders)
    assert not one(timeline, "min", breach.at - 1).to_blame
    assert one(timeline, "min", breach.at + 1).to_blame
    assert not one(timeline, "min", breach.until + 1).to_blame


def test_those_abreast_walk_side_by_side() -> None:
    scenario = rooms.room(
        {"a": "host* @main", "b": "guest* @main"},
        doors={"main": {"abreast": 2}},
        habits={"a": {"set_out": "at 12:01"}, "b": {"set_out": "at 12:01"}},
    )
    trace = rooms.run(scenario)
    entered = trace.first(Code.ENTERED, "a")
    assert entered == trace.first(Code.ENTERED, "b")
    assert entered is not None
    timeline = Timeline(scenario, trace)
    a, b = (w.at for w in timeline.at(entered))
    assert a is not None
    assert b is not None
    assert far(a, b) >= 400


def test_held_doors_follow_the_orders_that_arrived() -> None:
    scenario = rooms.room({"a": "host* @main"}, habits={"a": {"set_out": "at 12:05"}})
    trace = rooms.run(scenario, orders=["12:01:00 hold door main", "12:03:00 release door main"])
    timeline = Timeline(scenario, trace)
    minute = 60_000
    noon = 12 * 60 * minute
    assert timeline.held_doors(noon + minute) == frozenset()
    assert timeline.held_doors(noon + 2 * minute) == {"main"}
    assert timeline.held_doors(noon + 4 * minute) == frozenset()


def test_whoever_is_still_walking_when_the_run_ends_walks_on() -> None:
    scenario = rooms.room(
        {"a": "host* @main"}, clock=("12:00", "12:02"), habits={"a": {"set_out": "at 12:01:53"}}
    )
    trace = rooms.run(scenario)
    timeline = Timeline(scenario, trace)
    halfway = one(timeline, "a", scenario.end)
    assert halfway.posture is Posture.WALKING
    later = one(timeline, "a", scenario.end + 20_000)
    assert later.at == scenario.room.seat("seat-a").at


@pytest.mark.benchmark(group="where")
def test_asking_costs_little(benchmark) -> None:  # type: ignore[no-untyped-def]
    trace = expelled()
    timeline = Timeline(trace.scenario, trace)
    benchmark(timeline.at, trace.scenario.start + 90_000)


def test_a_place_told_in_a_briefing_is_where_they_go() -> None:
    scenario = rooms.room({"a": "host* @main", "b": "guest @main"}, habits={"a": {"set_out": "at 12:01"}})
    trace = rooms.run(scenario, rooms.plan({"who": "a", "place": "seat-b", "read_back": True}))
    timeline = Timeline(scenario, trace)
    assert one(timeline, "a", scenario.end).at == scenario.room.seat("seat-b").at
