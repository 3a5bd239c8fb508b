"""Pyongyang 2024: what is recorded happens because of habits alone, and the scenario is a decision."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

import pytest

from game.protocol.cues import AtClock, AtDoorBy, parse_cue
from game.protocol.legality import problems
from game.protocol.plan import Briefing, Conduct, Order, Plan, Verb
from game.protocol.units import parse_clock
from game.scoring.scorecard import score
from game.simulation.circumstances import Circumstances, draw
from game.simulation.codes import Code
from game.simulation.engine import simulate
from tests.scenarios.shipped import briefing, clean_days, play, scenario

FOUND = scenario("pyongyang-2024")
SEVEN = ("lavrov", "manturov", "savelyev", "novak", "belousov", "murashko", "borisov")
REFERENCE = FOUND.plan("reference").plan
THOUSAND = range(1, 1001)


def happened(trace_events: tuple, what: str) -> list:
    return [event for event in trace_events if event.what == what]


def test_the_recorded_day() -> None:
    trace = play("pyongyang-2024", "recorded")
    leaders_first = [breach for breach in trace.breaches if breach.rule == "leaders-first"]
    assert tuple(offender for breach in leaders_first for offender in breach.offenders) == SEVEN
    assert all(breach.seen_by.word == "live" for breach in leaders_first)
    kim_enters = trace.first(Code.ENTERED, "kim")
    assert kim_enters is not None
    for who in SEVEN:
        entered, sent_out = trace.first(Code.ENTERED, who), trace.first(Code.SENT_OUT, who)
        assert entered is not None
        assert sent_out is not None
        assert entered < sent_out < kim_enters
    sat_before = [e.who for e in happened(trace.events, "sat") if e.at < kim_enters]
    assert sat_before == ["lavrov", "manturov", "savelyev"]
    cut = happened(trace.events, "off air")
    assert [event.by for event in cut] == ["house"]
    assert trace.accomplished
    assert trace.accomplished_at is not None
    assert trace.accomplished_at > FOUND.aim.due


def test_nothing_in_the_file_is_the_sending_out_the_cut_or_the_late_start() -> None:
    seven = Plan((REFERENCE.briefings[1],))
    assert seven.briefings[0].who == ("russia.ministers",)
    for seed in range(1, 101):
        trace = simulate(FOUND, seven, draw(FOUND, seed))
        assert not happened(trace.events, "sent out")
        assert not happened(trace.events, "off air")
        assert trace.accomplished_at is not None
        assert trace.accomplished_at <= FOUND.aim.due


def test_putting_any_one_of_the_seven_right_raises_the_total() -> None:
    base = score(FOUND, play("pyongyang-2024", "recorded"))
    right = REFERENCE.briefings[1].conduct
    for who in SEVEN:
        plan = Plan((Briefing((who,), right, read_back=True),))
        assert score(FOUND, simulate(FOUND, plan, draw(FOUND, 1))).total > base.total, who


def test_the_thousand_days_span_the_stated_ranges() -> None:
    days = [draw(FOUND, seed).by_name for seed in THOUSAND]
    for name in days[0]:
        drawn = sorted(day[name] for day in days)
        if name.startswith("late"):
            assert drawn[0] < 2_000
            assert drawn[-1] > 178_000
        elif name.startswith("lost"):
            assert 100 < sum(drawn) < 200
        elif name.startswith("lingers"):
            assert drawn[-1] > 60_000
            assert sum(value > 0 for value in drawn) > 2


def test_the_reference_is_clean_on_990_of_1000_days() -> None:
    assert clean_days(FOUND, REFERENCE, THOUSAND) >= 990


def clock_plans() -> Iterator[Plan]:
    """Everybody by the clock: the leaders at a time, the delegations so much later. Read-backs are free."""
    for step in range(0, 240, 10):
        leaders = parse_clock("12:36") + step * 1_000
        for after in (12, 15, 20, 30):
            ministers, members = leaders + after * 1_000, leaders + (after + 9) * 1_000
            sit = parse_cue("after leaders sat")
            yield Plan((
                Briefing(("leaders",), Conduct(set_out=AtDoorBy(leaders), enter=AtClock(leaders)), True),
                Briefing(("russia.ministers",), Conduct(enter=AtClock(ministers), sit=sit), True),
                Briefing(("dprk.members",), Conduct(set_out=AtDoorBy(ministers), enter=AtClock(members)),
                         True),
            ))


def test_the_best_plan_by_the_clock_fails_on_30_days_of_100() -> None:
    best = max(clock_plans(), key=lambda plan: clean_days(FOUND, plan, range(1, 31)))
    assert clean_days(FOUND, best, range(1, 31)) > 0, "the search finds nothing; then it proves nothing"
    assert clean_days(FOUND, best, range(1001, 1401)) <= 280


WHO = (
    "kim", "putin", "leaders", "russia.ministers", "dprk.members", "russia.ministers dprk.members", "russia",
    "dprk", "all", "lavrov manturov savelyev novak", "belousov murashko borisov", "kim dprk.members",
    "putin russia.ministers", "kim russia.ministers", "leaders russia.ministers", "leaders dprk.members",
)
SET_OUT = (
    "at once", "after putin arrived", "after kim set out", "after putin set out", "after kim entered",
    "after leaders entered", "at 12:36:30", "at 12:38:00", "at 12:39:10", "after leaders took place",
    "after russia.ministers set out", "after russia.ministers entered",
)
ENTER = (
    "at once + 10 s", "after putin at door", "after kim at door", "after kim entered", "after putin entered",
    "after leaders entered", "after leaders entered + 10 s", "after leaders took place", "at 12:38:20",
    "after leaders took place + 10 s", "after first of russia.ministers entered",
    "after russia.ministers entered", "at 12:37:00", "at 12:39:20", "at 12:39:40",
)


def two_briefings(rng: random.Random) -> Plan:
    def one() -> Briefing:
        said = {}
        if rng.random() < 0.9:
            said["set_out"] = rng.choice(SET_OUT)
        if rng.random() < 0.9:
            said["enter"] = rng.choice(ENTER)
        found = briefing(rng.choice(WHO), **said)
        spacing = rng.choice((None, None, 1_000, 2_000, 4_000))
        return replace(found, conduct=replace(found.conduct, spacing=spacing))

    return Plan((one(), one()))


def test_no_plan_of_two_briefings_is_clean_on_any_day() -> None:
    rng = random.Random(2024)
    days = [draw(FOUND, seed) for seed in (2, 5, 11)]
    legal = 0
    while legal < 1_500:
        plan = two_briefings(rng)
        if any(problem.code != "over-budget" for problem in problems(FOUND, plan)):
            continue
        legal += 1
        assert not any(simulate(FOUND, plan, day).clean for day in days), plan


@pytest.mark.parametrize("left_out", range(3))
def test_each_of_the_three_parties_needs_a_word_of_its_own(left_out: int) -> None:
    plan = Plan(tuple(each for number, each in enumerate(REFERENCE.briefings) if number != left_out))
    assert clean_days(FOUND, plan, range(1, 101)) == 0


def test_the_liaison_has_no_time_for_everybody() -> None:
    rooms = {(person.of, person.holds) for person in FOUND.people}
    assert FOUND.liaison.minutes + len(FOUND.liaison.escorts) * FOUND.liaison.read_back < (
        len(rooms) * FOUND.liaison.read_back
    )


def test_without_read_backs_the_reference_fails_more_often_than_not() -> None:
    careless = Plan(tuple(replace(each, read_back=False, escort=None) for each in REFERENCE.briefings))
    assert clean_days(FOUND, careless, range(1, 201)) < 150


def saved_by_an_order(day: Circumstances) -> Order:
    """What the officer sees: the premier's cue has come and he does not move. Eight seconds on: called in."""
    trace = simulate(FOUND, REFERENCE, day)
    cue = max(at for who in SEVEN if (at := trace.first(Code.ENTERED, who)) is not None)
    return Order(cue + 8_000, Verb.CALL_IN, "kim-tok-hun")


def variations() -> Iterator[Plan]:
    """Plans in the manner of the reference: the same three words with other delays."""
    for kim in ("after putin at door", "after putin set out", "after putin set out + 5 s"):
        for ministers in ("after leaders took place", "after leaders took place + 5 s",
                          "after leaders entered + 15 s"):
            for members in ("after russia.ministers entered", "after russia.ministers entered + 5 s",
                            "after russia.ministers took place"):
                yield Plan((
                    briefing("kim", set_out="after putin arrived", enter=kim),
                    briefing("russia.ministers", set_out="after putin arrived", enter=ministers,
                             sit="after leaders sat"),
                    briefing("dprk.members", set_out="after putin arrived", enter=members),
                ))


def test_on_some_days_the_best_score_needs_a_live_order() -> None:
    bad = [day for seed in THOUSAND if not simulate(FOUND, REFERENCE, day := draw(FOUND, seed)).clean]
    needed = []
    for day in bad:
        plain = max(score(FOUND, simulate(FOUND, plan, day)).raw for plan in [REFERENCE, *variations()])
        saved = simulate(FOUND, REFERENCE, day, (saved_by_an_order(day),))
        assert saved.clean
        needed.append(score(FOUND, saved).raw > plain)
    assert sum(needed) >= 3, "on hardly a day is an order better than the best of the plans"
