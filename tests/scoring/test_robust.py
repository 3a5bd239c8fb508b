"""The same plan on other days."""

from __future__ import annotations

from itertools import pairwise

from game.planning.robust import Robust, failures, other_days, robust, robust_steps
from tests.rooms import plan, room, rule, run
from tests.scoring.house import HOUSE, breach, trace

LATE = room(
    {"host": "hosts*", "guest": "guests*"},
    rules=(rule("before", first="host", then="guest"),),
    habits={"host": {"set_out": "at once"}, "guest": {"set_out": "at 12:04"}},
    arrive={"host": ("12:02", "0 s", "4 min", "0 s")},
)
SURE = plan({"who": "guest", "set_out": "after host entered", "read_back": True})


def test_other_days_are_all_different_and_never_the_day_itself():
    days = other_days(HOUSE, 7, 200)
    assert len(set(days)) == 200
    assert 7 not in days
    assert days[:50] == other_days(HOUSE, 7, 50)
    assert days != other_days(HOUSE, 8, 200)


def test_a_plan_by_the_clock_holds_on_some_days_and_one_by_the_event_on_all():
    by_clock, by_event = robust(LATE, plan(), days=60), robust(LATE, SURE, days=60)
    assert 0 < by_clock.clean < 60
    assert by_clock == Robust(60, by_clock.clean, "rule", 60 - by_clock.clean)
    assert by_event == Robust(60, 60, None, 0)


def test_it_can_be_reckoned_day_by_day():
    steps = list(robust_steps(LATE, plan(), days=20))
    assert [step.days for step in steps] == list(range(1, 21))
    assert steps[-1] == robust(LATE, plan(), days=20)
    assert all(one.clean <= other.clean for one, other in pairwise(steps))


def test_a_missed_aim_is_a_cause():
    held = plan({"who": "guest", "set_out": "on word", "read_back": True})
    assert failures(LATE, run(LATE, held)) == ("accomplish",)
    assert robust(LATE, held, days=5) == Robust(5, 0, "accomplish", 5)


def test_what_another_breach_brought_with_it_is_no_cause():
    both = (breach("leaders-first", "lavrov"), breach("nobody-sits", "lavrov"))
    assert failures(HOUSE, trace(both)) == ("leaders-first",)
    assert failures(HOUSE, trace(both[1:])) == ("nobody-sits",)
