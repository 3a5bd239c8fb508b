"""Officers of the house: at a door, and taking people in. A walk is 5 s to the door, 10 s to another holding room."""

from __future__ import annotations

import pytest

from game.protocol.legality import problems
from tests import rooms
from tests.rooms import plan, room, run, when

PEOPLE = {"kim": "dprk*", "lavrov": "russia.ministers @side", "novak": "russia.ministers @side"}
DOORS = {"main": {}, "side": {}}
GUARD = {"who": "hong", "door": "side", "set_out": "at 12:00:10", "enter": "on word"}


def house(habits: dict, people: dict | None = None, **more):
    """Hong and Pak wait in the main anteroom; Lavrov and Novak behind the side door."""
    officers = more.pop("officers", {"hong": "main", "pak": "main"})
    return room(people or PEOPLE, doors=more.pop("doors", DOORS), habits=habits, officers=officers, **more)


def legal(scenario, *briefings):
    """A plan that may be."""
    made = plan(*briefings)
    assert problems(scenario, made) == ()
    return made


# At a door.


def test_a_guard_lets_nobody_in_before_his_cue() -> None:
    day = house({"kim": {"set_out": "at 12:02"}, "lavrov": {"set_out": "at 12:01"}})
    guard = legal(day, {**GUARD, "enter": "after kim entered + 3 s"})
    trace = run(day, guard)
    assert when(trace, "set out", "hong") == ["00:10"]
    assert when(trace, "at door", "hong") == ["00:15"]
    assert when(trace, "opened", "hong") == ["02:08"]
    assert when(trace, "at door", "lavrov") == ["01:05"]
    assert when(trace, "entered", "lavrov") == ["02:08"]
    assert when(trace, "entered", "hong") == []
    assert when(run(day), "entered", "lavrov") == ["01:05"], "without him nobody is kept"


def test_who_is_kept_goes_in_in_the_order_of_coming() -> None:
    day = house({"lavrov": {"set_out": "at 12:01:01"}, "novak": {"set_out": "at 12:01"}})
    trace = run(day, legal(day, {**GUARD, "enter": "at 12:03"}))
    assert (when(trace, "entered", "novak"), when(trace, "entered", "lavrov")) == (["03:00"], ["03:01.5"])


def test_a_guard_lets_principals_pass() -> None:
    day = house({"kim": {"set_out": "at 12:01:02", "door": "side"}, "lavrov": {"set_out": "at 12:01"}})
    trace = run(day, legal(day, GUARD))
    assert when(trace, "entered", "kim") == ["01:07"]
    assert when(trace, "entered", "lavrov") == []


def test_a_guard_at_one_door_keeps_no_other() -> None:
    day = house({"lavrov": {"set_out": "at 12:01", "door": "main"}})
    assert when(run(day, legal(day, GUARD)), "entered", "lavrov") == ["01:05"]


def test_without_a_cue_to_let_in_he_only_stands_there() -> None:
    day = house({"lavrov": {"set_out": "at 12:01"}})
    trace = run(day, legal(day, {"who": "hong", "door": "side", "set_out": "at 12:00:10"}))
    assert when(trace, "at door", "hong") == ["00:15"]
    assert when(trace, "entered", "lavrov") == ["01:05"]
    assert when(trace, "opened", "hong") == []


@pytest.mark.parametrize(("enter", "opened"), [("at once + 90 s", ["01:45"]), ("at 12:00:15", []), ("at once", [])])
def test_how_long_he_keeps_the_door(enter: str, opened: list[str]) -> None:
    day = house({"lavrov": {"set_out": "at 12:01"}})
    trace = run(day, legal(day, {**GUARD, "enter": enter}))
    assert when(trace, "opened", "hong") == opened
    assert when(trace, "entered", "lavrov") == (opened or ["01:05"])


def test_the_word_opens_the_door() -> None:
    day = house({"lavrov": {"set_out": "at 12:01"}})
    guarded = legal(day, GUARD)
    assert when(run(day, guarded), "entered", "lavrov") == []
    for order in ("release hong", "call in hong"):
        trace = run(day, guarded, [f"12:02 {order}"])
        assert when(trace, "opened", "hong") == when(trace, "entered", "lavrov") == ["02:04"]
    by_cue = legal(day, {**GUARD, "enter": "at 12:03"})
    assert when(run(day, by_cue, ["12:02 release hong"]), "opened", "hong") == ["03:00"], "no word was waited for"


def test_a_guard_who_is_held_opens_when_he_is_released() -> None:
    day = house({"lavrov": {"set_out": "at 12:01"}})
    guarded = legal(day, {**GUARD, "enter": "at 12:02"})
    trace = run(day, guarded, ["12:01:30 hold hong", "12:03 release hong"])
    assert when(trace, "opened", "hong") == when(trace, "entered", "lavrov") == ["03:04"]


def test_a_guard_called_back_frees_the_door() -> None:
    day = house({"lavrov": {"set_out": "at 12:01"}})
    trace = run(day, legal(day, GUARD), ["12:02 recall hong"])
    assert when(trace, "turned back", "hong") == when(trace, "entered", "lavrov") == ["02:04"]
    assert when(trace, "back", "hong") == ["02:09"]
    before = run(day, legal(day, {**GUARD, "set_out": "at 12:02"}), ["12:01 recall hong"])
    assert when(before, "set out", "hong") == [], "who is called back before he goes does not go"


def test_a_guard_called_in_again_stands_there_and_keeps_nobody() -> None:
    day = house({"lavrov": {"set_out": "at 12:03"}})
    trace = run(day, legal(day, GUARD), ["12:01 recall hong", "12:02 call in hong"])
    assert when(trace, "at door", "hong") == ["00:15", "02:09"]
    assert when(trace, "entered", "lavrov") == ["03:05"]


def test_two_guards_at_one_door_must_both_open_it() -> None:
    day = house({"lavrov": {"set_out": "at 12:01"}})
    both = legal(day, {**GUARD, "enter": "at 12:02"}, {**GUARD, "who": "pak", "enter": "at 12:03"})
    trace = run(day, both)
    assert (when(trace, "opened", "hong"), when(trace, "opened", "pak")) == (["02:00"], ["03:00"])
    assert when(trace, "entered", "lavrov") == ["03:00"]
    left = run(day, both, ["12:02:30 recall pak"])
    assert when(left, "entered", "lavrov") == ["02:34"]


def test_a_guard_who_comes_late_keeps_only_those_who_have_not_passed() -> None:
    day = house(
        {"lavrov": {"set_out": "at 12:01"}, "novak": {"set_out": "at 12:01:01"}},
        doors={"main": {}, "side": {"headway": "20 s"}},
    )
    assert when(run(day), "entered", "novak") == ["01:25"]
    trace = run(day, legal(day, {**GUARD, "set_out": "at 12:01:05", "enter": "at 12:02"}))
    assert when(trace, "entered", "lavrov") == ["01:05"]
    assert when(trace, "at door", "hong") == ["01:10"]
    assert when(trace, "entered", "novak") == ["02:00"], "whose turn had not come"


def test_a_principal_whose_turn_is_coming_keeps_it_when_a_guard_arrives() -> None:
    day = house(
        {"lavrov": {"set_out": "at 12:01"}, "kim": {"set_out": "at 12:01:01", "door": "side"}},
        doors={"main": {}, "side": {"headway": "20 s"}},
    )
    trace = run(day, legal(day, {**GUARD, "set_out": "at 12:01:05"}))
    assert when(trace, "entered", "kim") == ["01:25"]


def test_a_cue_may_wait_for_an_officer() -> None:
    day = house({"lavrov": {"set_out": "after hong at door + 1 min"}})
    trace = run(day, legal(day, {"who": "hong", "door": "side", "set_out": "at 12:00:10"}))
    assert when(trace, "set out", "lavrov") == ["01:15"]


def test_officers_are_nobody_for_whom_everybody_waits() -> None:
    day = house({who: {"set_out": "at 12:01"} for who in PEOPLE})
    trace = run(day)
    assert trace.accomplished, "all are there without the officers"
    everybody = legal(day, {"who": "all", "set_out": "at 12:02"})
    assert when(run(day, everybody), "set out", "hong") == []


def test_an_officers_briefing_is_never_lost() -> None:
    day = house({}, lost=500)
    bad_day = rooms.unlucky(day, {"lost:dprk:main": 1, "lost:russia:side": 1})
    assert when(run(day, legal(day, GUARD), circumstances=bad_day), "at door", "hong") == ["00:15"]


# Taking people in.

ESCORTED = {"who": ["lavrov", "novak"], "set_out": "at 12:02", "escort": "hong"}


def test_an_escort_walks_over_goes_with_the_first_and_stands_at_their_door() -> None:
    day = house({})
    trace = run(day, legal(day, {**ESCORTED, "spacing": "8 s"}))
    assert when(trace, "set out", "hong") == ["00:00", "02:00"]
    assert when(trace, "joined", "hong") == ["00:10"]
    assert when(trace, "at door", "hong") == when(trace, "at door", "lavrov") == ["02:05"]
    assert when(trace, "entered", "lavrov") == ["02:05"]
    assert when(trace, "entered", "novak") == ["02:13"]
    assert when(trace, "entered", "hong") == when(trace, "opened", "hong") == []


def test_an_escort_in_the_same_room_is_there_from_the_beginning() -> None:
    day = house({"lavrov": {"set_out": "at 12:00:01"}}, officers={"hong": "side"})
    trace = run(day, legal(day, ESCORTED))
    assert when(trace, "joined", "hong") == []
    assert when(trace, "set out", "hong") == when(trace, "set out", "lavrov") == ["02:00"]


def test_until_the_escort_is_there_the_habit_holds() -> None:
    habits = {"lavrov": {"set_out": "at 12:00:09"}, "novak": {"set_out": "at 12:00:11"}}
    day = house(habits)
    trace = run(day, legal(day, ESCORTED))
    assert when(trace, "set out", "lavrov") == ["00:09"], "he had gone before anybody told him"
    assert when(trace, "set out", "novak") == ["02:00"]
    assert when(trace, "set out", "hong") == ["00:00", "02:00"]


def test_a_cue_that_has_come_before_the_escort_counts_from_then() -> None:
    day = house({"kim": {"set_out": "at 12:00"}})
    trace = run(day, legal(day, {**ESCORTED, "set_out": "after kim set out + 2 s"}))
    assert when(trace, "set out", "lavrov") == ["00:10"], "at once, as it is past"
    later = run(day, legal(day, {**ESCORTED, "set_out": "after kim set out + 30 s"}))
    assert when(later, "set out", "lavrov") == ["00:30"]
    still = run(day, legal(day, {**ESCORTED, "set_out": "after kim took place + 30 s"}))
    assert when(still, "set out", "lavrov") == ["00:40"], "kim is in place just as the escort comes"


def test_at_once_is_reckoned_from_when_one_is_told() -> None:
    day = house({})
    told = run(day, legal(day, {**ESCORTED, "set_out": "at once + 5 s"}))
    assert when(told, "set out", "lavrov") == ["00:15"]
    habit = house({"lavrov": {"set_out": "at once + 30 s"}})
    trace = run(habit, legal(habit, {"who": "lavrov", "enter": "at 12:02", "escort": "hong"}))
    assert when(trace, "set out", "lavrov") == ["00:30"], "that was his own habit"
    assert when(trace, "entered", "lavrov") == ["02:00"]


def test_late_comers_are_told_in_the_room() -> None:
    habits = {"lavrov": {"set_out": "at 12:00:20"}}
    day = house(habits, arrive={"lavrov": ("12:01", "0 s", "1 min")})
    trace = run(day, legal(day, ESCORTED))
    assert when(trace, "joined", "hong") == ["00:10"]
    assert when(trace, "arrived", "lavrov") == ["01:00"]
    assert when(trace, "set out", "lavrov") == ["02:00"]
    assert when(run(day), "set out", "lavrov") == ["01:00"], "by habit as soon as he is there"


def test_somebody_who_lingers_does_so_with_an_escort_too() -> None:
    day = house({"lavrov": {"set_out": "at 12:00:30"}}, lingers={"lavrov": (500, "10 s", "40 s")})
    slow = rooms.unlucky(day, {"lingers:lavrov": 20_000})
    trace = run(day, legal(day, {**ESCORTED, "who": "lavrov"}), circumstances=slow)
    assert when(trace, "set out", "lavrov") == ["02:20"]


def test_an_escort_sees_to_it_that_the_briefing_arrives() -> None:
    day = house({"lavrov": {"set_out": "at 12:01"}}, lost=500)
    bad_day = rooms.unlucky(day, {"lost:russia:side": 1})
    assert when(run(day, legal(day, ESCORTED), circumstances=bad_day), "set out", "lavrov") == ["02:00"]


def test_an_escort_has_no_other_part() -> None:
    novak = {"set_out": "at 12:01:30", "door": "main"}
    day = house({"hong": {"set_out": "at 12:01", "door": "main", "enter": "on word"}, "novak": novak})
    trace = run(day, legal(day, ESCORTED))
    assert when(trace, "at door", "hong") == ["02:05"]
    assert when(trace, "entered", "lavrov") == ["02:05"], "he leads them in and keeps nobody"
    assert when(run(day), "at door", "hong") == ["01:05"], "that is what he does otherwise"
    assert when(run(day), "entered", "novak") == []


def test_an_escort_called_back_or_held_leads_nobody() -> None:
    day = house({})
    for order in ("recall hong", "hold hong"):
        trace = run(day, legal(day, ESCORTED), [f"12:01 {order}"])
        assert when(trace, "set out", "lavrov") == ["02:00"]
        assert when(trace, "at door", "hong") == []


def test_people_called_in_before_the_escort_is_there_do_not_wait_for_him() -> None:
    day = house({}, liaison={"radio": "1 s"})
    trace = run(day, legal(day, ESCORTED), ["12:00:02 call in lavrov"])
    assert when(trace, "entered", "lavrov") == ["00:08"]
    assert when(trace, "entered", "novak") == ["02:05"]


# What cannot be.


@pytest.mark.parametrize(
    ("briefings", "code"),
    [
        ([{**GUARD, "sit": "at once"}], "officer-field"),
        ([{**GUARD, "leave": "at 12:05"}], "officer-field"),
        ([{**GUARD, "place": "seat-kim"}], "officer-field"),
        ([{**GUARD, "escort": "pak"}], "officer-field"),
        ([GUARD, ESCORTED], "officer-twice"),
        ([{"who": "lavrov", "set_out": "after hong entered"}], "never-happens"),
        ([{"who": "lavrov", "escort": "hong"}, {"who": "novak", "escort": "hong"}], "escort-twice"),
        ([{"who": "all", "escort": "hong"}], "escort-two-rooms"),
    ],
)
def test_what_an_officer_cannot_do_is_refused(briefings: list, code: str) -> None:
    day = house({})
    assert {refusal.code for refusal in problems(day, plan(*briefings))} == {code}


def test_an_escort_who_cannot_get_there_is_refused() -> None:
    day = house({}, walks={"main": {"main": 6_000}, "side": {"side": 6_000}})
    assert [refusal.code for refusal in problems(day, plan(ESCORTED))] == ["escort-no-way"]
    assert problems(day, plan({**ESCORTED, "escort": "han"})) == (), "somebody who is wherever he is needed"
