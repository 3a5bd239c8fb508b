"""What a class can learn from its runs: distributions, who broke what, the commonest wrong plan, two side by side."""

from __future__ import annotations

import pytest

from game.planning.class_debrief import Attempt, ClassDebrief, class_debrief, middle
from game.planning.contrast import NOTHING, decisive, differences, taken_over
from game.planning.mistakes import Manner, Mistake, mistake
from game.planning.robust import ACCOMPLISH, robust
from game.protocol.cues import parse_cue
from game.protocol.plan import Briefing, Conduct, Order, Plan, Verb
from game.protocol.scenario import Scenario
from game.protocol.units import parse_clock
from game.scoring.scorecard import score
from game.simulation.circumstances import draw, nominal
from game.simulation.engine import simulate
from tests.planning.houses import house, leaders_first
from tests.rooms import plan, room, rule, unlucky

HOUSE = house(leaders_first())
RIGHT = plan({"who": "visitors.aides", "enter": "after host entered and guest entered", "read_back": True})
ONE_LEADER = plan({"who": "visitors.aides", "enter": "after host entered", "read_back": True})
CLOCK = plan({"who": "visitors.aides", "enter": "at 12:03", "read_back": True})
LATER_CLOCK = plan({"who": "visitors.aides", "enter": "at 12:04", "read_back": True})


def attempt(
    given: Plan, trainee: str = "t", nth: int = 1, *, scenario: Scenario = HOUSE, seed: int = 1,
    orders: tuple[Order, ...] = (),
) -> Attempt:  # fmt: skip
    trace = simulate(scenario, given, draw(scenario, seed), orders)
    days = robust(scenario, given, orders, seed, days=10)
    return Attempt(trainee, nth, seed, given, orders, trace, score(scenario, trace), days)


def found(given: Plan, *, scenario: Scenario = HOUSE, orders: tuple[Order, ...] = ()) -> Mistake | None:
    return mistake(scenario, given, simulate(scenario, given, nominal(scenario), orders))


def test_nobody_told_the_aides_anything() -> None:
    made = found(Plan())
    assert made is not None
    assert (made.rule, made.who, made.field, made.manner) == (
        "leaders-first", ("envoy", "clerk"), "enter", Manner.HABIT)
    assert made.value == parse_cue("at 12:02")


@pytest.mark.parametrize(("cue", "manner"), [
    ("at 12:03", Manner.CLOCK), ("at door by 12:03", Manner.CLOCK), ("after host arrived", Manner.EVENT),
    ("at once", Manner.ONCE),
])  # fmt: skip
def test_what_they_were_told_instead(cue: str, manner: Manner) -> None:
    made = found(plan({"who": "visitors.aides", "set_out": cue, "read_back": True}))
    assert made is not None
    assert (made.manner, made.value) == (manner, parse_cue(cue))


def test_a_briefing_that_never_arrived_is_told_as_such() -> None:
    sent = plan({"who": "visitors.aides", "enter": "after host entered and guest entered"})
    day = unlucky(HOUSE, {"lost:visitors:side": 1})
    lost = [name for name, _ in day.draws if name.startswith("lost:visitors")]
    trace = simulate(HOUSE, sent, unlucky(HOUSE, dict.fromkeys(lost, 1)))
    made = mistake(HOUSE, sent, trace)
    assert made is not None
    assert (made.manner, made.value) == (Manner.LOST, parse_cue("at 12:02"))


def test_a_live_order_that_sent_them_in_is_the_mistake() -> None:
    order = Order(parse_clock("12:03"), Verb.CALL_IN, "visitors.aides")
    made = found(RIGHT, orders=(order,))
    assert made is not None
    assert made.manner is Manner.ORDER


def test_who_kept_a_leader_waiting_is_to_blame_and_not_the_leader() -> None:
    waiting = rule("longest_wait", id_="waiting", who="host", longest="10 s", place="room", until=["guest entered"])
    made = found(plan({"who": "guest", "set_out": "at 12:07", "read_back": True}), scenario=house(waiting))
    assert made is not None
    assert (made.rule, made.who, made.manner) == ("waiting", ("guest",), Manner.CLOCK)


def test_a_door_and_a_chair_are_told_by_what_was_said_of_them() -> None:
    doors = room(
        {"host": "house*", "envoy": "visitors"}, doors={"main": {}, "side": {}},
        habits={"host": {"set_out": "at 12:05"}, "envoy": {"set_out": "at 12:02"}},
        rules=[rule("door_reserved", id_="main-door", door="main", only="host")],
    )  # fmt: skip
    made = found(Plan(), scenario=doors)
    assert made is not None
    assert (made.field, made.manner, made.value) == ("door", Manner.HABIT, None)
    told = found(plan({"who": "envoy", "door": "main", "read_back": True}), scenario=doors)
    assert told is not None
    assert (told.field, told.manner, told.value) == ("door", Manner.TOLD, "main")
    sits = room(
        {"host": "house*", "envoy": "visitors @side"}, doors={"main": {}, "side": {}},
        habits={"host": {"set_out": "at 12:05", "sit": "at once"}, "envoy": {"set_out": "at 12:02", "sit": "at once"}},
        rules=[rule("nobody_sits_before", id_="sit", who="envoy", before="host")],
    )  # fmt: skip
    sat = found(Plan(), scenario=sits)
    assert sat is not None
    assert (sat.field, sat.manner, sat.who) == ("sit", Manner.HABIT, ("envoy",))


def test_holding_everybody_fails_by_what_the_day_was_for() -> None:
    word = Conduct(set_out=parse_cue("on word"))
    everybody = Plan(tuple(Briefing((person.id,), word, read_back=True) for person in HOUSE.people))
    made = found(everybody)
    assert made is not None
    assert (made.rule, made.manner, set(made.who)) == (ACCOMPLISH, Manner.WORD, {p.id for p in HOUSE.people})


def test_a_clean_day_has_no_mistake() -> None:
    assert found(RIGHT) is None


def test_the_same_idea_with_other_seconds_is_the_same_mistake() -> None:
    one, other, third = found(CLOCK), found(LATER_CLOCK), found(ONE_LEADER)
    assert one is not None
    assert other is not None
    assert one.kind == other.kind
    assert third is None or third.kind != one.kind


def a_class() -> ClassDebrief:
    return class_debrief(HOUSE, [
        attempt(CLOCK, "bo"), attempt(Plan(), "di"), attempt(LATER_CLOCK, "al"), attempt(RIGHT, "cy"),
        attempt(RIGHT, "bo", 2), attempt(CLOCK, "di", 2), attempt(RIGHT, "di", 3),
    ])  # fmt: skip


def test_the_commonest_wrong_plan_comes_first_and_only_first_tries_count() -> None:
    debrief = a_class()
    assert [trainee.name for trainee in debrief.trainees] == ["al", "bo", "cy", "di"]
    assert [(each.mistake.manner, len(each.attempts)) for each in debrief.wrong] == [
        (Manner.CLOCK, 2), (Manner.HABIT, 1)]
    assert debrief.first.clean == 1
    assert sum(debrief.first.score_bars()) == sum(debrief.first.robust_bars()) == 4
    assert debrief.first.score_bars()[-1] >= 1


def test_first_and_last_try_are_of_those_who_had_both() -> None:
    debrief = a_class()
    assert debrief.before is not None
    assert debrief.after is not None
    assert [one.trainee for one in debrief.before.attempts] == ["bo", "di"]
    assert [(one.trainee, one.nth) for one in debrief.after.attempts] == [("bo", 2), ("di", 3)]
    alone = class_debrief(HOUSE, [attempt(RIGHT)])
    assert (alone.before, alone.after, alone.wrong, alone.contrast) == (None, None, (), None)


def test_breaches_by_rule_and_event_count_trainees_once() -> None:
    (broken,) = a_class().first.broken()
    assert (broken.rule, broken.trainees, broken.offences) == ("leaders-first", ("al", "bo", "di"), 6)
    (incident,) = a_class().first.incidents()
    assert (set(incident.offenders), incident.trainees) == ({"envoy", "clerk"}, ("al", "bo", "di"))


def test_the_order_in_which_runs_come_changes_nothing() -> None:
    runs = [attempt(CLOCK, "b"), attempt(Plan(), "a"), attempt(RIGHT, "c"), attempt(CLOCK, "a", 2)]
    one, other = class_debrief(HOUSE, runs), class_debrief(HOUSE, runs[::-1])
    assert [(w.mistake, w.example.trainee) for w in one.wrong] == [(w.mistake, w.example.trainee) for w in other.wrong]
    assert [t.name for t in one.trainees] == [t.name for t in other.trainees]


def test_of_two_plans_the_difference_that_decides_is_found_by_playing_it() -> None:
    contrast = a_class().contrast
    assert contrast is not None
    assert contrast.decisive is not None
    assert contrast.better.plan == RIGHT
    assert contrast.decisive.difference.who == ("envoy", "clerk")
    assert (contrast.decisive.clean, contrast.decisive.total) == (True, contrast.better.card.total)
    assert contrast.worse.card.total < contrast.decisive.total


def test_what_does_not_matter_decides_nothing() -> None:
    both = Plan((*RIGHT.briefings, Briefing(("host",), Conduct(set_out=parse_cue("at 12:05:10")), read_back=True)))
    assert {each.who for each in differences(HOUSE, CLOCK, both)} == {("host",), ("envoy", "clerk")}
    helped = decisive(HOUSE, CLOCK, (), 1, both)
    assert helped is not None
    assert helped.difference.who == ("envoy", "clerk")
    assert decisive(HOUSE, RIGHT, (), 1, CLOCK) is None


def test_taking_over_a_difference_leaves_the_rest_as_it_was() -> None:
    both = Plan((*CLOCK.briefings, Briefing(("host",), Conduct(set_out=parse_cue("at 12:05:10")))))
    (one,) = differences(HOUSE, both, Plan((*RIGHT.briefings, both.briefings[1])))
    changed = taken_over(HOUSE, both, one)
    assert {briefing.who: briefing for briefing in changed.briefings} == {
        ("host",): both.briefings[1],
        ("envoy", "clerk"): Briefing(("envoy", "clerk"), RIGHT.briefings[0].conduct, read_back=True),
    }
    (gone,) = differences(HOUSE, CLOCK, Plan())
    assert gone.theirs == NOTHING
    assert taken_over(HOUSE, CLOCK, gone) == Plan()


@pytest.mark.parametrize(("values", "expected"), [((), 0), ((3,), 3), ((1, 2), 1), ((1, 5, 9), 5)])
def test_the_middle(values: tuple[int, ...], expected: int) -> None:
    assert middle(values) == expected
