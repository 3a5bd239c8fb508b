"""The decisions that make a day what it is, one small room each. A walk is 5 s to the door and 5 s to the place."""

from __future__ import annotations

import pytest

from game.simulation.circumstances import Circumstances
from tests import rooms
from tests.rooms import plan, room, rule, run, when

TWO = {"kim": "dprk*", "lavrov": "russia @side"}
DOORS = {"main": {}, "side": {}}
EARLY = {"notices": "10 s", "answer": "5 s", "recalls": "after kim sat"}
ABSENT = {"who": ["lavrov"], "until": ["kim entered"]}


def small(habits: dict, people: dict | None = None, **more):
    return room(people or TWO, doors=more.pop("doors", DOORS), habits=habits, **more)


def incident(house: dict | None = None, kim: str = "at 12:02", **more):
    """Lavrov enters at 12:01:05 before Kim does at 12:02:05."""
    habits = {"kim": {"set_out": kim, "sit": "at once"}, "lavrov": {"set_out": "at 12:01", "sit": "at once"}}
    return small(habits, rules=[rule("absent_until", **ABSENT, house=house or EARLY)], **more)


def unlucky(scenario, **draws: int) -> Circumstances:
    """The nominal day with some draws changed; `__` stands for a colon."""
    return rooms.unlucky(scenario, {name.replace("__", ":"): value for name, value in draws.items()})


# Cues.


def test_a_cue_whose_event_is_past_fires_at_once() -> None:
    day = small({
        "kim": {"set_out": "at 12:01"},
        "lavrov": {"set_out": "at 12:02", "enter": "after kim entered + 10 s"},
    })
    assert when(run(day), "entered", "lavrov") == ["02:05"]


def test_a_delay_still_running_is_waited_for() -> None:
    day = small({
        "kim": {"set_out": "at 12:01"},
        "lavrov": {"set_out": "at 12:01", "enter": "after kim entered + 10 s"},
    })
    assert when(run(day), "entered", "lavrov") == ["01:15"]


def test_only_the_first_time_counts_and_coming_back_fires_nothing_again() -> None:
    people = {**TWO, "choe": "dprk"}
    day = small(
        {"lavrov": {"set_out": "at 12:01"}, "choe": {"set_out": "after lavrov entered"}},
        people,
    )
    trace = run(day, orders=["12:01:10 recall lavrov", "12:01:40 recall choe", "12:02 call in lavrov"])
    assert len(when(trace, "entered", "lavrov")) == 2
    assert len(when(trace, "entered", "choe")) == 1


def test_somebody_sent_out_counts_as_having_entered() -> None:
    day = incident(kim="on word", people={**TWO, "choe": "dprk"})
    late = plan({"who": "choe", "set_out": "after lavrov entered + 2 min"})
    assert when(run(day, late), "entered", "choe") == ["03:10"]


@pytest.mark.parametrize(
    ("cue", "entered"), [("after guests entered", "03:10"), ("after first of guests entered", "02:10")]
)
def test_a_groups_event_is_its_last_members_unless_the_first_is_meant(cue: str, entered: str) -> None:
    habits = {"a": {"set_out": "at 12:02"}, "b": {"set_out": "at 12:03"}, "kim": {"set_out": cue}}
    day = small(habits, {"kim": "dprk*", "a": "x @side", "b": "y @side"}, groups={"guests": ["a", "b"]})
    assert when(run(day), "entered", "kim") == [entered]


def test_several_events_in_a_cue_must_all_have_happened() -> None:
    habits = {"kim": {"set_out": "at 12:02"}, "lavrov": {"set_out": "after kim entered and on air"}}
    assert when(run(small(habits, air=("12:04", None))), "set out", "lavrov") == ["04:00"]


def test_a_cue_whose_event_never_happens_never_fires() -> None:
    day = small({"kim": {"set_out": "on word"}, "lavrov": {"set_out": "after kim entered"}}, aim={"by": "12:05"})
    trace = run(day)
    assert when(trace, "set out", "lavrov") == []
    assert when(trace, "missed") == ["05:00"]


def test_a_two_stage_cue_stands_by_at_the_door() -> None:
    day = small({"kim": {"set_out": "at 12:03"}, "lavrov": {"set_out": "at 12:01", "enter": "after kim entered"}})
    trace = run(day)
    assert when(trace, "at door", "lavrov") == ["01:05"]
    assert when(trace, "entered", "lavrov") == ["03:05"]


def test_at_the_door_by_is_reckoned_with_the_own_pace() -> None:
    trace = run(small({"kim": {"set_out": "at door by 12:02"}, "lavrov": {"set_out": "at door by 12:02", "pace": 600}}))
    assert when(trace, "set out", "kim") == ["01:55"]
    assert when(trace, "set out", "lavrov") == ["01:50"]
    assert when(trace, "at door", "lavrov") == when(trace, "at door", "kim") == ["02:00"]


def test_a_group_goes_one_after_another_in_the_order_it_is_listed() -> None:
    people = {"a": "x", "b": "x @side", "c": "x @back"}
    doors = {"main": {}, "side": {}, "back": {}}
    day = room(people, doors=doors)
    trace = run(day, plan({"who": ["c", "a", "b"], "set_out": "at 12:01", "spacing": "2 s"}))
    assert [when(trace, "set out", who) for who in "cab"] == [["01:00"], ["01:02"], ["01:04"]]


def test_on_the_officers_word_waits_for_the_order_and_no_cue_falls_back_to_the_habit() -> None:
    day = small({"kim": {"set_out": "at 12:01"}})
    assert when(run(day, plan({"who": "kim", "set_out": "on word"})), "set out", "kim") == []
    assert when(run(day, plan({"who": "kim", "sit": "at once"})), "set out", "kim") == ["01:00"]
    released = run(day, plan({"who": "kim", "set_out": "on word"}), ["12:03 release kim"])
    assert when(released, "set out", "kim") == ["03:07"]


def test_the_most_specific_briefing_wins_field_by_field() -> None:
    day = small({"lavrov": {"set_out": "at 12:01"}})
    said = plan({"who": "all", "set_out": "at 12:05", "sit": "at once"}, {"who": "lavrov", "set_out": "at 12:03"})
    trace = run(day, said)
    assert (when(trace, "set out", "lavrov"), when(trace, "sat", "lavrov")) == (["03:00"], ["03:10"])


# What chance does.


def test_a_lost_briefing_leaves_the_habit_and_a_read_back_or_an_escort_holds() -> None:
    day = small({"lavrov": {"set_out": "at 12:01"}}, lost=500)
    said = {"who": "lavrov", "set_out": "at 12:03"}
    bad_day = unlucky(day, lost__russia__side=1)
    for more, set_out in (({}, "01:00"), ({"read_back": True}, "03:00"), ({"escort": "han"}, "03:00")):
        assert when(run(day, plan({**said, **more}), circumstances=bad_day), "set out", "lavrov") == [set_out]
    assert when(run(day, plan(said)), "set out", "lavrov") == ["03:00"]


def test_somebody_late_sets_out_on_arrival() -> None:
    day = small({"kim": {"set_out": "at 12:01"}}, arrive={"kim": ("12:02", "0 s", "40 s")})
    trace = run(day, circumstances=unlucky(day, late__kim=30_000))
    assert when(trace, "arrived", "kim") == when(trace, "set out", "kim") == ["02:30"]


def test_lingering_delays_the_entry_and_a_call_cuts_it_short() -> None:
    day = small({"lavrov": {"set_out": "at 12:01", "enter": "at 12:02"}}, lingers={"lavrov": (500, "30 s", "60 s")})
    slow = unlucky(day, lingers__lavrov=40_000)
    assert when(run(day, circumstances=slow), "entered", "lavrov") == ["02:40"]
    assert when(run(day, orders=["12:02:06 call in lavrov"], circumstances=slow), "entered", "lavrov") == ["02:10"]


# The house reacts.


def test_the_house_sends_out_recalls_and_the_delay_is_real() -> None:
    trace = run(incident(kim="at 12:03"))
    assert when(trace, "noticed") == ["01:15"]
    assert when(trace, "sent out", "lavrov") == ["01:20"]
    assert when(trace, "rose", "lavrov") == ["01:20"]
    assert when(trace, "left", "lavrov") == ["01:26.5"]
    assert when(trace, "back", "lavrov") == ["01:31.5"]
    assert when(trace, "called", "lavrov") == when(trace, "sat", "kim") == ["03:10"]
    assert when(trace, "took place", "lavrov") == ["01:10", "03:20"]


def test_a_reaction_whose_cause_is_healed_is_dropped() -> None:
    for kim, healed in (("at 12:01:05", True), ("at 12:01:12", True), ("at 12:01:16", False)):
        trace = run(incident(kim=kim))
        assert (when(trace, "sent out", "lavrov") == []) == healed
    assert when(run(incident(kim="at 12:01:05")), "noticed") == []


def test_letting_it_stand_stops_the_reaction() -> None:
    trace = run(incident(), orders=["12:01:12 let it stand"])
    assert when(trace, "noticed") == ["01:15"]
    assert when(trace, "sent out", "lavrov") == []
    assert not trace.breaches[0].put_right


def test_what_the_house_has_not_noticed_yet_cannot_be_let_stand() -> None:
    trace = run(incident(), orders=["12:01:08 let it stand"])
    assert when(trace, "order") == ["01:12"]
    assert when(trace, "noticed") == ["01:15"]
    assert when(trace, "sent out", "lavrov") == ["01:20"]


def test_a_quiet_word_comes_before_the_official_and_is_no_send_out() -> None:
    trace = run(incident({**EARLY, "notices": "30 s"}), orders=["12:01:06 quiet word lavrov"])
    assert when(trace, "quiet word", "lavrov") == ["01:18"]
    assert when(trace, "sent out", "lavrov") == []
    assert trace.breaches[0].put_right
    assert when(trace, "called", "lavrov") == when(trace, "sat", "kim")


def test_a_send_out_stops_those_of_the_same_breach_on_their_way() -> None:
    people = {"kim": "dprk*", "lavrov": "russia.staff @side", "novak": "russia.staff @side", "putin": "russia* @side"}
    habits = {
        "kim": {"set_out": "at 12:02", "sit": "at once"},
        "lavrov": {"set_out": "at 12:01"},
        "novak": {"set_out": "at 12:01:17"},
        "putin": {"set_out": "at 12:01:17"},
    }
    rules = [rule("absent_until", who=["russia"], until=["kim entered"], house=EARLY)]
    trace = run(small(habits, people, rules=rules))
    assert when(trace, "turned back", "novak") == ["01:20"]
    assert when(trace, "entered", "novak") == ["02:16.5"], "behind Lavrov"
    assert when(trace, "turned back", "putin") == [], "a principal is asked, never turned back"


def test_a_principal_is_never_sent_out() -> None:
    rules = [rule("absent_until", who=["kim"], until=["lavrov entered"], house={"notices": "1 s"})]
    trace = run(
        small({"kim": {"set_out": "at 12:01"}, "lavrov": {"set_out": "at 12:03"}}, rules=rules),
        orders=["12:02 recall kim", "12:02 quiet word kim"],
    )
    assert when(trace, "noticed") == ["01:06"]
    assert when(trace, "sent out", "kim") == when(trace, "left", "kim") == []


def test_the_house_cuts_away_and_the_picture_returns_on_its_cue() -> None:
    day = incident({**EARLY, "cut": "2 s"}, air=("12:00", None), returns="after kim entered + 1 s")
    trace = run(day)
    assert when(trace, "off air") == ["01:22"]
    assert when(trace, "on air") == ["00:00", "02:06"]


def test_a_cut_lasts_ten_seconds_at_least() -> None:
    day = small({"kim": {"set_out": "at 12:01"}}, air=("12:00", None), returns="after kim entered")
    assert when(run(day, orders=["12:02 cut away"]), "on air") == ["00:00", "02:14"]


def test_the_broadcast_does_not_return_after_its_end() -> None:
    day = small({}, air=("12:00", "12:02:30"), returns="at once + 1 min")
    assert when(run(day, orders=["12:02 cut away"]), "on air") == ["00:00"]


# Live orders.


def test_the_radio_carries_one_order_at_a_time_and_principals_are_asked() -> None:
    trace = run(small({}), orders=["12:01 hold lavrov", "12:01:01 hold kim", "12:01:02 hold door main"])
    assert when(trace, "order") == ["01:04", "01:11", "01:15"]


def test_somebody_held_goes_on_release() -> None:
    day = small({"lavrov": {"set_out": "at 12:01"}})
    trace = run(day, orders=["12:00:50 hold lavrov", "12:02 release lavrov"])
    assert when(trace, "set out", "lavrov") == ["02:04"]


QUEUE = {"p0": "x", "p1": "x", "p2": "x", "p3": "x"}
ROW = {
    "p2": {"set_out": "at 12:01"},
    "p3": {"set_out": "at 12:01:00.100"},
    "p1": {"set_out": "at 12:01:00.200"},
    "p0": {"set_out": "at 12:01:00.300"},
}


def test_a_held_door_stops_the_queue_and_keeps_its_order() -> None:
    day = room(QUEUE, doors={"main": {"headway": "10 s"}}, habits=ROW)
    assert [when(run(day), "entered", p)[0] for p in ("p2", "p3", "p1", "p0")] == ["01:05", "01:15", "01:25", "01:35"]
    held = run(day, orders=["12:01:12 hold door main", "12:01:40 release door main"])
    assert [when(held, "entered", p)[0] for p in ("p2", "p3", "p1", "p0")] == ["01:05", "01:15", "01:44", "01:54"]


def test_a_held_door_forgets_nobody_who_has_just_passed() -> None:
    day = room(QUEUE, doors={"main": {"headway": "10 s"}}, habits=ROW, liaison={"radio": "1 s"})
    held = run(day, orders=["12:01:05 hold door main", "12:01:06 release door main"])
    assert [when(held, "entered", p)[0] for p in ("p2", "p3")] == ["01:05", "01:15"]


def test_people_may_leave_by_a_held_door() -> None:
    day = small({"lavrov": {"set_out": "at 12:01"}})
    trace = run(day, orders=["12:01:30 hold door side", "12:01:40 recall lavrov"])
    assert when(trace, "left", "lavrov") == ["01:49"]


def test_leaving_and_entering_share_the_lane_and_leaving_goes_first() -> None:
    people = {"a": "x", "b": "x"}
    habits = {"b": {"set_out": "at 12:01"}, "a": {"set_out": "at 12:02:04"}}
    trace = run(
        room(people, habits={**habits, "a": {"set_out": "at 12:02:04", "enter": "at 12:02:09"}}),
        orders=["12:02 recall b"],
    )
    assert when(trace, "left", "b") == ["02:09"]
    assert when(trace, "entered", "a") == ["02:10.5"]


def test_recalled_by_order_somebody_waits_for_the_next_order() -> None:
    day = small({"kim": {"set_out": "at 12:02", "sit": "at once"}, "lavrov": {"set_out": "at 12:01"}})
    waits = run(day, orders=["12:01:10 recall lavrov"])
    assert when(waits, "sent out", "lavrov") == ["01:14"]
    assert when(waits, "called", "lavrov") == []
    called = run(day, orders=["12:01:10 recall lavrov", "12:03 call in lavrov"])
    assert when(called, "entered", "lavrov") == ["01:05", "03:09"]


def test_two_calls_at_one_instant_are_one() -> None:
    # The cue to set out comes with the very call that is its event: once through the door, not twice.
    day = small(
        {"kim": {"set_out": "on word"}, "lavrov": {"set_out": "after kim called"}},
        liaison={"radio": "0 s", "asks": "0 s"},
    )
    trace = run(day, orders=["12:01 call in all"])
    assert when(trace, "entered", "lavrov") == ["01:05"]
    twice = run(small({}, liaison={"radio": "0 s"}), orders=["12:01 release lavrov", "12:01 release lavrov"])
    assert when(twice, "set out", "lavrov") == ["01:00"]


# What the day is for.


@pytest.mark.parametrize(("set_out", "accomplished"), [("at 12:04:50", True), ("at 12:04:50.001", False)])
def test_exactly_at_the_deadline_is_in_time(set_out: str, accomplished: bool) -> None:
    day = small({"lavrov": {"set_out": set_out}}, aim={"who": ["lavrov"], "by": "12:05"})
    trace = run(day)
    assert trace.accomplished == accomplished
    assert bool(when(trace, "missed")) == (not accomplished)


def test_seated_means_seated() -> None:
    day = small(
        {"lavrov": {"set_out": "at 12:01", "sit": "at 12:02"}}, aim={"who": ["lavrov"], "by": "12:05", "seated": True}
    )
    assert when(run(day), "accomplished") == ["02:00"]


def test_everybody_held_outside_accomplishes_nothing() -> None:
    trace = run(incident(), plan({"who": "all", "set_out": "on word"}))
    assert not trace.accomplished
    assert trace.breaches == ()
    assert not trace.clean
