"""Leaving by cue: when people go, what holds them, and what nobody may do."""

from __future__ import annotations

import pytest

from game.protocol.conduct import departs
from game.protocol.legality import problems
from game.simulation.where import Timeline
from game.simulation.whereabouts import Posture, Space
from tests import rooms


def day(leave: str | None, sit: str | None = None, orders: tuple[str, ...] = (), **kim: str) -> rooms.Trace:
    habit = {"set_out": "at 12:00", **kim, **({"leave": leave} if leave else {}), **({"sit": sit} if sit else {})}
    scenario = rooms.room({"kim": "dprk*", "choe": "dprk"}, habits={"kim": habit, "choe": {"set_out": "at 12:01"}})
    return rooms.run(scenario, orders=orders)


@pytest.mark.parametrize(
    ("leave", "sit", "goes", "is_out"),
    [
        ("at 12:03", None, ["03:00"], ["03:05"]),
        ("at 12:03", "at once", ["03:00"], ["03:06.5"]),
        ("after choe entered + 10 s", None, ["01:15"], ["01:20"]),
        ("at 12:00:01", None, ["00:10"], ["00:15"]),
        ("at once + 20 s", None, ["00:30"], ["00:35"]),
        ("at once + 20 s", "at 12:01", ["01:20"], ["01:26.5"]),
        ("on word", None, [], []),
        (None, None, [], []),
    ],
)
def test_the_cue_to_leave(leave: str | None, sit: str | None, goes: list[str], is_out: list[str]) -> None:
    trace = day(leave, sit)
    assert rooms.when(trace, "took leave", "kim") == goes
    assert rooms.when(trace, "left", "kim") == is_out


def test_whoever_has_left_waits_in_the_holding_room() -> None:
    trace = day("at 12:03")
    assert rooms.when(trace, "back", "kim") == ["03:10"]
    last = Timeline(trace.scenario, trace).at(trace.scenario.end)[0]
    assert last.space is Space.HOLDING


def test_somebody_held_stays_until_released() -> None:
    trace = day("at 12:03", orders=("12:02:00 hold kim", "12:04:00 release kim"))
    assert rooms.when(trace, "took leave", "kim") == ["04:07"]


def test_on_the_officers_word() -> None:
    trace = day("on word", "at once", orders=("12:02:00 release kim",))
    assert rooms.when(trace, "took leave", "kim") == ["02:07"]


def test_whoever_is_called_in_again_stays() -> None:
    trace = day("at 12:03", orders=("12:05:00 call in kim",))
    assert rooms.when(trace, "entered", "kim") == ["00:05", "05:12"]
    assert rooms.when(trace, "left", "kim") == ["03:05"]


def test_sent_out_before_the_cue_nobody_leaves_twice() -> None:
    scenario = rooms.room({"choe": "dprk"}, habits={"choe": {"set_out": "at 12:00", "leave": "at 12:03"}})
    trace = rooms.run(scenario, orders=("12:02:54 recall choe",))
    assert rooms.when(trace, "took leave", "choe") == []
    assert rooms.when(trace, "left", "choe") == ["03:03"]


def test_whoever_leaves_is_seen_walking_to_the_door() -> None:
    trace = day("at 12:03")
    timeline = Timeline(trace.scenario, trace)
    at = trace.scenario.start + 3 * 60_000
    before, walking = (timeline.at(at + millis)[0] for millis in (-1, 2_500))
    assert (before.posture, walking.posture) == (Posture.STANDING, Posture.WALKING)
    assert before.at is not None
    assert walking.at is not None
    assert walking.at.y < before.at.y
    assert timeline.at(at + 6_000)[0].space is Space.WAY


def test_two_who_wait_for_each_other_to_leave_are_refused() -> None:
    habits = {
        "kim": {"set_out": "at 12:00", "leave": "after choe left"},
        "choe": {"set_out": "at 12:00", "leave": "after kim left"},
    }
    scenario = rooms.room({"kim": "dprk*", "choe": "dprk"}, habits=habits)
    assert [refusal.code for refusal in problems(scenario, rooms.plan())] == ["cue-cycle"]
    scenario = rooms.room({"kim": "dprk*", "choe": "dprk"}, habits={**habits, "choe": {"set_out": "at 12:00"}})
    assert problems(scenario, rooms.plan()) == ()


def test_nobody_can_be_at_the_door_by_a_time_in_order_to_leave() -> None:
    scenario = rooms.room({"kim": "dprk*"}, habits={"kim": {"set_out": "at 12:00"}})
    briefed = rooms.plan({"who": "kim", "leave": "at door by 12:03"})
    assert [(r.code, r.field) for r in problems(scenario, briefed)] == [("bad-cue", "leave")]


RULES = {
    "nobody_leaves_before": {"who": ["choe"], "before": ["kim"]},
    "in_order": {"who": ["all"], "order": "dprk", "event": "left"},
    "closed_between": {"begins": ["kim entered"], "ends": ["kim left"]},
}


@pytest.mark.parametrize("kind", RULES)
def test_a_morning_whose_rules_speak_of_leaving_has_to_do_with_it(kind: str) -> None:
    scenario = rooms.room(
        {"kim": "dprk*", "choe": "dprk"}, rules=[rooms.rule(kind, **RULES[kind])], orders={"dprk": ["kim", "choe"]}
    )
    assert departs(scenario)


def test_a_morning_without_a_word_of_leaving_has_nothing_to_do_with_it() -> None:
    people = {"kim": "dprk*", "choe": "dprk"}
    rule = rooms.rule("absent_until", who=["choe"], until=["kim entered"])
    assert not departs(rooms.room(people, rules=[rule]))
    assert departs(rooms.room(people, rules=[rule], habits={"kim": {"leave": "on word"}}))
