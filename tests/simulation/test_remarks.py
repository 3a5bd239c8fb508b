"""What is to be seen of an official who only remarks, halts or notes."""

from __future__ import annotations

import pytest

from game.simulation.codes import Code
from game.simulation.trace import Trace
from game.simulation.where import HEADS_TURN, Timeline
from game.simulation.whereabouts import Whereabouts
from tests import rooms

SECOND = 1_000


def day(does: str) -> Trace:
    """A minister comes in before his leader by the side door and sits down; a clerk of the house sits by."""
    scenario = rooms.room(
        {"boss": "host* @main", "min": "guest @side", "clerk": "host @main"},
        doors={"main": {}, "side": {}},
        air=("12:00", None),
        habits={
            "clerk": {"set_out": "at 12:00:05", "sit": "at once"},
            "min": {"set_out": "at 12:01", "sit": "at once"},
            "boss": {"set_out": "at 12:05"},
        },
        rules=[
            rooms.rule("absent_until", who="min", until="boss entered",
                       house={"notices": "20 s", "answer": "5 s", "does": does})
        ],
    )  # fmt: skip
    return rooms.run(scenario)


def first(trace: Trace, code: Code) -> int:
    return next(record.at for record in trace.records if record.code == code)


def one(timeline: Timeline, who: str, at: int) -> Whereabouts:
    return next(w for w in timeline.at(at) if w.person == who)


def test_a_remark_is_an_event_of_its_own_and_nobody_moves() -> None:
    trace = day("remarks")
    [event] = [event for event in trace.events if event.what == "remarked"]
    assert event.canonical() == "12:01:30.000; remarked; who=min; by=official; rule=rule"
    assert not {"sent out", "left", "rose", "turned back"} & {event.what for event in trace.events}
    assert not trace.breaches[0].put_right


def test_the_official_comes_speaks_and_goes_and_heads_turn() -> None:
    trace = day("remarks")
    timeline, noticed, said = Timeline(trace.scenario, trace), first(trace, Code.NOTICED), first(trace, Code.REMARKED)
    assert timeline.official(noticed - 1) is None
    assert timeline.speech(said - 1) is None
    there = timeline.official(said + SECOND)
    assert there is not None
    assert there.door == "side"
    assert timeline.speech(said + SECOND) == "rule"
    assert one(timeline, "clerk", said + SECOND).facing == one(timeline, "min", said).at
    assert one(timeline, "clerk", said + HEADS_TURN + SECOND).facing != one(timeline, "min", said).at
    assert timeline.official(said + 60 * SECOND) is None


@pytest.mark.parametrize(("does", "comes"), [("halts", True), ("notes", False)])
def test_who_halts_is_seen_and_silent_and_who_notes_is_not_seen(does: str, comes: bool) -> None:
    trace = day(does)
    timeline, noticed = Timeline(trace.scenario, trace), first(trace, Code.NOTICED)
    instants = range(noticed, noticed + 20 * SECOND, 250)
    assert {there.door for at in instants if (there := timeline.official(at))} == ({"side"} if comes else set())
    assert {timeline.speech(at) for at in instants} == {None}
    assert not any(event.what in ("sent out", "remarked") for event in trace.events)
