"""What chance may bring, one mishap at a time, and what the player can do about each. A walk is 5 s, the way in 5 s."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from game.protocol.legality import problems
from game.protocol.rules import Span
from game.protocol.scenario import Arrival
from game.scoring.line import MERIT
from game.scoring.scorecard import score
from game.simulation.circumstances import chance_name, draw, nominal, otherwise_name
from game.simulation.trace import Trace
from game.wording.chance import disturbs
from tests.rooms import plan, room, rule, run, unlucky, when

TWO = {"kim": "dprk*", "lavrov": "russia @side"}
THERE = {"who": "hong", "door": "side", "set_out": "at 12:00:10"}
"""Hong stands at the side door from 12:00:15 on and keeps nobody."""


def small(habits: dict, people: dict | None = None, **more):
    more.setdefault("doors", {"main": {}, "side": {}})
    return room(people or TWO, habits=habits, officers={"hong": "main"}, **more)


def on(day, draws: dict[str, int], *briefings, orders=()) -> Trace:
    """A day with these draws, under a plan that may be."""
    told = plan(*briefings)
    assert problems(day, told) == ()
    return run(day, told, orders, unlucky(day, draws))


# The eager: whoever stands by at a door without an officer.

WAITS = {"lavrov": {"set_out": "at 12:01", "enter": "at 12:03"}}
EAGER = {"mishaps": [("eager", "lavrov", 500, "10 s", "60 s")]}
IMPATIENT = {"eager:lavrov": 20_000}


def test_somebody_eager_goes_in_when_the_patience_is_over() -> None:
    day = small(WAITS, **EAGER)
    assert when(on(day, IMPATIENT), "entered", "lavrov") == ["01:25"]
    assert when(run(day), "entered", "lavrov") == ["03:00"], "patient on other days"


def test_an_officer_at_the_door_keeps_the_eager_patient() -> None:
    day = small(WAITS, **EAGER)
    assert when(on(day, IMPATIENT, THERE), "entered", "lavrov") == ["03:00"]
    elsewhere = {**THERE, "door": "main"}
    assert when(on(day, IMPATIENT, elsewhere), "entered", "lavrov") == ["01:25"]
    in_time = {**THERE, "set_out": "at 12:01:20"}
    assert when(on(day, IMPATIENT, in_time), "entered", "lavrov") == ["03:00"]
    too_late = {**THERE, "set_out": "at 12:01:20.001"}
    assert when(on(day, IMPATIENT, too_late), "entered", "lavrov") == ["01:25"]


def test_the_eager_whose_cue_comes_sooner_lose_no_patience() -> None:
    day = small({"lavrov": {"set_out": "at 12:01", "enter": "at 12:01:15"}}, **EAGER)
    trace = on(day, IMPATIENT)
    assert when(trace, "entered", "lavrov") == ["01:15"]
    nobody_waits = small({"lavrov": {"set_out": "at 12:01"}}, **EAGER)
    assert when(on(nobody_waits, IMPATIENT), "entered", "lavrov") == ["01:05"]


def test_the_eager_are_held_by_an_order_and_by_a_held_door() -> None:
    day = small(WAITS, **EAGER)
    held = on(day, IMPATIENT, orders=["12:01:10 hold lavrov", "12:02 release lavrov"])
    assert when(held, "entered", "lavrov") == ["02:04"]
    door = on(day, IMPATIENT, orders=["12:01:10 hold door side", "12:02 release door side"])
    assert when(door, "entered", "lavrov") == ["02:04"]


def test_each_of_several_has_a_patience_of_their_own() -> None:
    people = {**TWO, "novak": "russia @side"}
    day = small({}, people, mishaps=[("eager", ["lavrov", "novak"], 500, "10 s", "60 s")])
    assert {"eager:lavrov", "eager:novak"} <= set(nominal(day).by_name)
    drawn = [draw(day, seed).by_name for seed in range(200)]
    assert any(bool(each["eager:lavrov"]) != bool(each["eager:novak"]) for each in drawn)


# The blocked: whom the guards do not know.

BLOCKED = {"mishaps": [("blocked", "lavrov", 500, "20 s", "90 s")]}
STOPPED = {"blocked:lavrov": 30_000}
GOES = {"lavrov": {"set_out": "at 12:01"}}


def test_somebody_unknown_is_stopped_at_the_door() -> None:
    day = small(GOES, **BLOCKED)
    trace = on(day, STOPPED)
    assert when(trace, "at door", "lavrov") == ["01:05"]
    assert when(trace, "entered", "lavrov") == ["01:35"]
    assert when(run(day), "entered", "lavrov") == ["01:05"]


def test_an_officer_at_the_door_vouches_for_them() -> None:
    day = small(GOES, **BLOCKED)
    assert when(on(day, STOPPED, THERE), "entered", "lavrov") == ["01:05"]
    led = {"who": "lavrov", "set_out": "at 12:02", "escort": "hong"}
    assert when(on(day, STOPPED, led), "entered", "lavrov") == ["02:05"]
    assert when(on(day, STOPPED, {**THERE, "door": "main"}), "entered", "lavrov") == ["01:35"]


def test_a_call_gets_the_stopped_through_at_once() -> None:
    day = small(GOES, **BLOCKED)
    trace = on(day, STOPPED, orders=["12:01:10 call in lavrov"])
    assert when(trace, "entered", "lavrov") == ["01:14"]
    before = on(day, STOPPED, orders=["12:00:30 call in lavrov"])
    assert when(before, "entered", "lavrov") == ["00:39"], "called in, and vouched for"


def test_somebody_is_stopped_when_they_want_in_and_only_once() -> None:
    day = small(WAITS, **BLOCKED)
    trace = on(day, STOPPED, orders=["12:04 recall lavrov", "12:05 call in lavrov"])
    assert when(trace, "entered", "lavrov") == ["03:30", "05:09"]


# A missing chair.

SIT = {"kim": {"set_out": "at 12:01", "sit": "at once"}, "lavrov": {"set_out": "at 12:01", "sit": "at 12:02"}}
CHAIR = {"mishaps": [("no_chair", "seat-lavrov", 500, "20 s", "90 s")], "aim": {"by": "12:05", "seated": True}}


def test_a_missing_chair_delays_sitting_down_and_what_the_day_is_for() -> None:
    day = small(SIT, **CHAIR)
    trace = on(day, {"no_chair:seat-lavrov": 45_000})
    assert when(trace, "took place", "lavrov") == ["01:10"]
    assert when(trace, "sat", "lavrov") == when(trace, "accomplished") == ["02:45"]
    assert when(trace, "sat", "kim") == ["01:10"], "at his place nothing is missing"
    assert when(run(day), "accomplished") == ["02:00"]


def test_a_chair_is_missing_at_the_seat_whoever_takes_it() -> None:
    places = {"kim": "seat-lavrov", "lavrov": "seat-kim"}
    day = small({who: {**habit, "place": places[who]} for who, habit in SIT.items()}, **CHAIR)
    trace = on(day, {"no_chair:seat-lavrov": 45_000})
    assert when(trace, "sat", "kim") == ["01:55.59"], "the way to the other's place is 590 ms longer"
    assert when(trace, "sat", "lavrov") == ["02:00"]


def test_a_chair_that_takes_too_long_misses_the_deadline() -> None:
    day = small(SIT, **{**CHAIR, "aim": {"by": "12:02:30", "seated": True}})
    trace = on(day, {"no_chair:seat-lavrov": 45_000})
    assert not trace.accomplished
    assert when(trace, "missed") == ["02:30"]


# Somebody uninvited.

GUEST = {**TWO, "ida": "russia @side"}


def uninvited(habit: dict | None = None, **more):
    habits = {"ida": habit or {"set_out": "at 12:01"}, "kim": {"set_out": "at 12:01"}, **GOES}
    return small(habits, GUEST, uninvited={"ida": 200}, **more)


def test_somebody_uninvited_comes_on_some_days_only() -> None:
    day = uninvited()
    trace = on(day, {"uninvited:ida": 1})
    assert when(trace, "arrived", "ida") == ["00:00"]
    assert when(trace, "entered", "ida") == ["01:06.5"], "nobody stands at the door, so he walks in behind Lavrov"
    assert [e for e in run(day).events if e.who == "ida"] == []
    called = run(day, orders=["12:02 call in ida"])
    assert when(called, "entered", "ida") == [], "who has not come cannot be called"


def test_an_officer_at_the_door_turns_him_away() -> None:
    trace = on(uninvited(), {"uninvited:ida": 1}, THERE)
    assert when(trace, "turned back", "ida") == ["01:05"]
    assert when(trace, "back", "ida") == ["01:10"]
    assert when(trace, "entered", "ida") == []
    assert when(trace, "entered", "lavrov") == ["01:05"], "who was invited passes"


@pytest.mark.parametrize("more", [{"enter": "at 12:05"}, {}])
def test_an_officer_who_comes_later_turns_away_whoever_still_waits(more: dict) -> None:
    # Once he stands by for a cue, once he queues while the room is not ready.
    day = uninvited({"set_out": "at 12:01", **more}, ready=("12:04", "0 s"))
    trace = on(day, {"uninvited:ida": 1}, {**THERE, "set_out": "at 12:02"})
    assert when(trace, "turned back", "ida") == ["02:05"]
    assert when(trace, "entered", "ida") == []
    assert when(trace, "entered", "lavrov") == ["04:00"]


def test_an_officer_who_comes_too_late_turns_nobody_out() -> None:
    trace = on(uninvited(), {"uninvited:ida": 1}, {**THERE, "set_out": "at 12:02"})
    assert when(trace, "entered", "ida") == ["01:06.5"]
    assert when(trace, "left", "ida") == []


def test_nobody_counts_on_the_uninvited() -> None:
    day = uninvited()
    come, stayed_away = on(day, {"uninvited:ida": 1}, THERE), run(day)
    assert come.accomplished
    assert stayed_away.accomplished
    for name in ("all", "russia"):
        told = plan({"who": name, "set_out": "at 12:03"})
        trace = run(day, told, circumstances=unlucky(day, {"uninvited:ida": 1}))
        assert when(trace, "set out", "ida") == ["01:00"]
    assert [each.code for each in problems(day, plan({"who": "ida", "set_out": "at 12:03"}))] == ["uninvited"]
    cue = plan({"who": "kim", "set_out": "after russia entered + 2 s"})
    assert when(run(day, cue), "set out", "kim") == ["01:07"]


# Misheard.

MISHEARD = {"otherwise": [("misheard", "lavrov", 300, {"enter": "at once"})]}
WRONG = {"misheard:lavrov": 1}
TOLD = {"who": "lavrov", "set_out": "at 12:01", "enter": "at 12:03"}


def test_what_is_only_sent_may_be_misheard() -> None:
    day = small({}, **MISHEARD)
    assert when(on(day, WRONG, TOLD), "entered", "lavrov") == ["01:05"]
    assert when(run(day, plan(TOLD)), "entered", "lavrov") == ["03:00"]


def test_what_is_certain_is_not_misheard_nor_a_habit() -> None:
    day = small({"lavrov": {"set_out": "at 12:01", "enter": "at 12:02"}}, **MISHEARD)
    assert when(on(day, WRONG), "entered", "lavrov") == ["02:00"], "nobody told him anything"
    for more in ({"read_back": True}, {"escort": "han"}, {"escort": "hong"}):
        assert when(on(day, WRONG, {**TOLD, **more}), "entered", "lavrov") == ["03:00"]


def test_what_is_certain_stays_so_beside_what_was_only_sent() -> None:
    day = small({}, **MISHEARD)
    goes, enters = {"who": "russia", "set_out": "at 12:01"}, {"who": "lavrov", "enter": "at 12:03"}
    assert when(on(day, WRONG, goes, {**enters, "read_back": True}), "entered", "lavrov") == ["03:00"]
    assert when(on(day, WRONG, {**goes, "read_back": True}, enters), "entered", "lavrov") == ["01:05"]


def test_a_lost_briefing_is_not_misheard() -> None:
    day = small({"lavrov": {"set_out": "at 12:01", "enter": "at 12:02"}}, lost=300, **MISHEARD)
    assert when(on(day, {**WRONG, "lost:russia:side": 1}, TOLD), "entered", "lavrov") == ["02:00"]


# Improvising.

OWN_IDEA = {"set_out": "at 12:01"}
FIRST = rule("before", id_="first", first=["kim"], then=["putin", "lavrov"])
SUMMIT = {"kim": "dprk*", "putin": "russia* @side", "lavrov": "russia @side"}
IN_TURN = {"kim": {"set_out": "at 12:02"}, "putin": {"set_out": "at 12:03"}, "lavrov": {"set_out": "at 12:03"}}


def improvised(who: str = "putin", rules=(FIRST,), habits: dict | None = None, **more):
    return small({**IN_TURN, **(habits or {})}, SUMMIT, rules=list(rules),
                 otherwise=[("improvises", who, 200, OWN_IDEA)], **more)


def test_an_improvising_principal_does_so_whatever_he_is_told() -> None:
    day = improvised()
    for told in ({}, {"read_back": True}, {"escort": "han"}, {"escort": "hong"}):
        briefings = [{"who": "putin", "set_out": "at 12:04", **told}] if told else []
        trace = on(day, {"improvises:putin": 1}, *briefings)
        assert when(trace, "set out", "putin") == ["01:00"]


def test_what_a_principal_improvises_is_shown_and_costs_nothing() -> None:
    day = improvised()
    trace = on(day, {"improvises:putin": 1})
    assert [(b.rule, b.offenders) for b in trace.breaches] == [("first", ("putin",))]
    assert [(b.improvised, b.excused) for b in trace.breaches] == [(True, True)]
    assert trace.clean
    card = score(day, trace)
    line = next(line for line in card.ledger if line.rule == "first")
    assert (line.points, line.improvised, line.is_finding, line.is_breach, line.grave) == (0, True, True, False, False)
    assert card.grade == "A"
    assert "improvised" in next(e.canonical() for e in trace.events if e.what == "breach over")


def test_the_same_breach_by_the_plan_counts() -> None:
    day = improvised()
    trace = run(day, plan({"who": "putin", "set_out": "at 12:01"}))
    assert [b.improvised for b in trace.breaches] == [False]
    assert not trace.clean


def test_others_who_break_a_rule_on_such_a_day_are_not_excused() -> None:
    day = improvised(habits={"lavrov": {"set_out": "at 12:01:30"}})
    trace = on(day, {"improvises:putin": 1})
    assert [(b.offenders, b.improvised) for b in trace.breaches] == [(("putin",), True), (("lavrov",), False)]
    assert not trace.clean
    line = next(line for line in score(day, trace).ledger if line.offenders == ("lavrov",))
    assert line.points < 0


def test_a_breach_shared_with_others_is_not_excused() -> None:
    together = rule("together", id_="together", who=["putin", "lavrov", "kim"], within="5 s")
    day = improvised("kim", rules=[together], habits={"kim": {"set_out": "at 12:03"}})
    trace = on(day, {"improvises:kim": 1})
    assert [(set(b.offenders), b.improvised) for b in trace.breaches] == [({"putin", "lavrov"}, False)]


def test_somebody_else_who_improvises_is_the_players_business() -> None:
    trace = on(improvised("lavrov"), {"improvises:lavrov": 1})
    assert [(b.offenders, b.improvised) for b in trace.breaches] == [(("lavrov",), False)]
    assert not trace.clean


def test_putting_right_what_a_principal_improvised_earns_a_merit() -> None:
    alone = rule("alone_in_shot", id_="alone", who=["kim"], until=["kim entered"])
    day = improvised(rules=[alone], air=("12:00", None))
    stands = score(day, on(day, {"improvises:putin": 1}))
    healed_trace = on(day, {"improvises:putin": 1}, orders=["12:01:20 cut away"])
    healed = score(day, healed_trace)
    assert [b.put_right for b in healed_trace.breaches] == [True]
    assert [line.points for line in healed.ledger if line.kind == MERIT] == [2]
    assert [line for line in stands.ledger if line.kind == MERIT] == []
    assert all(line.points == 0 for line in stands.ledger if line.rule == "alone")


def test_all_names_of_one_entry_improvise_together() -> None:
    day = improvised(["kim", "putin"])
    trace = on(day, {"improvises:kim,putin": 1})
    assert when(trace, "set out", "kim") == when(trace, "set out", "putin") == ["01:00"]


# Slow walkers.


def test_somebody_slow_takes_longer_than_anybody_reckoned() -> None:
    day = small({"kim": {"set_out": "at door by 12:02"}}, otherwise=[("slow", "kim", 300, {"pace": 600})])
    trace = on(day, {"slow:kim": 1})
    assert when(run(day), "at door", "kim") == ["02:00"]
    assert when(trace, "set out", "kim") == ["01:50"], "he knows his own pace"
    late = small({"kim": {"set_out": "at 12:01"}}, otherwise=[("slow", "kim", 300, {"pace": 600})])
    trace = on(late, {"slow:kim": 1})
    assert (when(trace, "at door", "kim"), when(trace, "took place", "kim")) == (["01:10"], ["01:20"])


# The room is not ready.


def test_nobody_enters_before_the_room_is_ready() -> None:
    habits = {"kim": {"set_out": "at 12:01"}, "lavrov": {"set_out": "at 12:01", "door": "main"}}
    day = small(habits, ready=("12:03", "0 s", "60 s"))
    trace = on(day, {"ready": 30_000})
    assert when(trace, "room ready") == ["03:30"]
    assert when(trace, "at door", "kim") == ["01:05"]
    assert when(trace, "entered", "kim") == ["03:30"], "a principal waits too"
    assert when(trace, "entered", "lavrov") == ["03:31.5"], "in the order of coming"
    assert when(run(day), "entered", "kim") == ["03:00"], "as announced"


def test_called_in_or_released_people_wait_for_the_room_too() -> None:
    day = small({"kim": {"set_out": "on word"}}, ready=("12:03", "0 s"))
    trace = run(day, orders=["12:01 call in kim"])
    assert when(trace, "entered", "kim") == ["03:00"]
    held = run(day, orders=["12:01 call in kim", "12:02 hold door main", "12:04 release door main"])
    assert when(held, "entered", "kim") == ["04:04"]


def test_a_cue_may_wait_for_the_room() -> None:
    day = small({"kim": {"set_out": "after room ready + 10 s"}}, ready=("12:03", "0 s", "60 s"))
    assert when(on(day, {"ready": 30_000}), "set out", "kim") == ["03:40"]
    never = small({})
    cue = plan({"who": "kim", "set_out": "after room ready"})
    assert [each.code for each in problems(never, cue)] == ["never-happens"]


# The broadcast.


def test_the_broadcast_may_begin_early() -> None:
    day = small({}, air=("12:02", "12:04"), early=(300, "10 s", "60 s"))
    assert when(on(day, {"early": 40_000}), "on air") == ["01:20"]
    assert when(on(day, {"early": 40_000}), "off air") == ["04:00"]
    assert when(run(day), "on air") == ["02:00"]
    very = small({}, air=("12:00:30", None), early=(300, "10 s", "60 s"))
    assert when(on(very, {"early": 40_000}), "on air") == ["00:00"], "not before the day begins"


# Drawing.

ODDS = ((0, 0, 6), (1, 30_000, 3), (60_000, 120_000, 1))


def test_odds_are_drawn_by_weight_and_evenly_within_a_part() -> None:
    base = small({})
    span = Span(0, 120_000, 0, ODDS)
    day = replace(base, arrivals=(Arrival(("kim",), base.start, span),))
    values = [draw(day, seed).by_name["late:kim"] for seed in range(2_000)]
    assert all(type(value) is int for value in values)
    parts = Counter(next(n for n, (low, high, _) in enumerate(ODDS) if low <= value <= high) for value in values)
    for n, (_, _, weight) in enumerate(ODDS):
        assert abs(parts[n] - 200 * weight) < 80, parts
    middle = [value for value in values if 1 <= value <= 30_000]
    assert abs(sum(middle) / len(middle) - 15_000) < 1_500
    assert nominal(day).by_name["late:kim"] == 0


def test_what_may_happen_does_in_as_many_cases_as_the_file_says() -> None:
    day = everything()
    days = [draw(day, seed).by_name for seed in range(2_000)]
    happened = Counter(name for each in days for name, value in each.items() if value)
    for name, permille in (("eager:lavrov", 500), ("misheard:lavrov", 300), ("uninvited:ida", 200), ("early", 300)):
        assert abs(happened[name] - 2 * permille) < 100, name
    bounds = (("eager:lavrov", 10_000, 60_000), ("early", 10_000, 60_000), ("no_chair:seat-kim", 1_000, 9_000))
    for name, low, high in bounds:
        drawn = [each[name] for each in days if each[name]]
        assert low <= min(drawn) < max(drawn) <= high


def everything():
    """A day on which everything may happen."""
    habits = {"kim": {"set_out": "at 12:01", "sit": "at once"}, "lavrov": WAITS["lavrov"], "ida": GOES["lavrov"]}
    return small(
        habits,
        GUEST,
        mishaps=[
            ("lingers", "kim", 500, "10 s", "60 s"),
            ("eager", "lavrov", 500, "10 s", "60 s"),
            ("blocked", ["kim", "lavrov"], 500, "10 s", "60 s"),
            ("no_chair", "seat-kim", 500, "1 s", "9 s"),
        ],
        otherwise=[
            ("misheard", "lavrov", 300, {"enter": "at once"}),
            ("improvises", "kim", 300, {"set_out": "at 12:04"}),
            ("slow", "kim", 300, {"pace": 600}),
        ],
        uninvited={"ida": 200},
        ready=("12:00:30", "0 s", "60 s"),
        air=("12:02", None),
        early=(300, "10 s", "60 s"),
        lost=300,
    )


def test_the_walk_through_never_shows_a_mishap() -> None:
    day = everything()
    hoped = nominal(day)
    assert len(hoped.draws) == 13
    assert [name for name, value in hoped.draws if value] == []
    assert [name for name, value in hoped.draws if disturbs(name, value)] == ["ready"]
    trace = run(day)
    assert when(trace, "room ready") == ["00:30"]
    assert when(trace, "on air") == ["02:00"]
    assert (when(trace, "entered", "kim"), when(trace, "sat", "kim")) == (["01:05"], ["01:10"])
    assert when(trace, "entered", "lavrov") == ["03:00"]
    assert when(trace, "arrived", "ida") == []


def test_draws_are_named_for_what_they_decide() -> None:
    day = everything()
    names = set(nominal(day).by_name)
    assert {chance_name(chance.mishap, chance.who[0]) for chance in day.chances} <= names
    assert {otherwise_name(each) for each in day.otherwise} <= names
    assert {"uninvited:ida", "ready", "early"} <= names
