"""Beijing 2017: who may not be parted from the guest, where two officers stand, and how people leave."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.protocol.cues import AtOnce
from game.protocol.legality import problems
from game.protocol.plan import Briefing, Conduct, Order, Plan, Verb
from game.protocol.units import parse_clock
from game.simulation.circumstances import draw
from game.simulation.codes import Code
from game.simulation.engine import simulate
from game.simulation.trace import Trace
from tests.scenarios.shipped import briefing, clean_days, play, scenario

FOUND = scenario("beijing-2017")
REFERENCE = FOUND.plan("reference").plan
DAYS = range(1, 201)
CLOSE = ("aide", "physician")
LATELY_ADDED = {
    "received_by", "escorted_by", "never_parted_from", "placed_at", "parity", "closed_between", "nobody_leaves_before",
    "standing_at_place_when", "same_door", "separate_doors", "by", "together", "in_order",
}  # fmt: skip


def without(*who: str) -> Plan:
    """The reference plan without the briefing of these."""
    rest = tuple(each for each in REFERENCE.briefings if each.who != who)
    assert len(rest) == len(REFERENCE.briefings) - 1
    return Plan(rest)


def instead(who: str, **said: object) -> Plan:
    """The reference plan with something else in one briefing."""
    told = [replace(each, **said) if each.who == (who,) else each for each in REFERENCE.briefings]
    assert told != list(REFERENCE.briefings)
    return Plan(tuple(told))


def broken(trace: Trace) -> set[str]:
    return {breach.rule for breach in trace.breaches}


def days_with(name: str, days: range = DAYS) -> list[int]:
    """The days on which chance drew this."""
    return [seed for seed in days if draw(FOUND, seed).by_name[name]]


def test_the_recorded_day() -> None:
    trace = play("beijing-2017", "recorded")
    aide = {code: trace.first(code, "aide") for code in (Code.AT_DOOR, Code.ENTERED)}
    assert aide[Code.AT_DOOR] is not None
    assert aide[Code.ENTERED] is not None
    assert aide[Code.ENTERED] - aide[Code.AT_DOOR] > 60_000, "the guards let him through at once"
    parted = {who for breach in trace.breaches if breach.rule == "within-reach" for who in breach.offenders}
    assert parted == set(CLOSE)


def test_it_takes_rules_that_a_chief_of_protocol_has() -> None:
    assert len({rule.terms.kind for rule in FOUND.rules} & LATELY_ADDED) >= 10
    assert any(rule.waivable_by for rule in FOUND.rules)
    assert any(rule.during for rule in FOUND.rules)
    assert any(rule.exempt for rule in FOUND.rules)
    assert any(rule.grace for rule in FOUND.rules)


def test_the_reference_is_clean_on_nine_days_of_ten() -> None:
    assert clean_days(FOUND, REFERENCE, DAYS) >= 190


@pytest.mark.parametrize("who", [each.who for each in REFERENCE.briefings], ids=lambda who: who[0])
def test_each_briefing_of_the_reference_counts(who: tuple[str, ...]) -> None:
    assert clean_days(FOUND, without(*who), DAYS) <= clean_days(FOUND, REFERENCE, DAYS) - 10


def test_there_is_no_time_to_have_all_of_it_read_back() -> None:
    everything = Plan(tuple(each if each.escort else replace(each, read_back=True) for each in REFERENCE.briefings))
    assert [problem.code for problem in problems(FOUND, everything)] == ["over-budget"]


def test_an_officer_where_the_crowd_is_leaves_the_aide_at_the_wrong_door() -> None:
    told = replace(REFERENCE, briefings=(
        *without("companions").briefings,
        briefing("companions", set_out="after trump arrived", enter="after trump entered"),
    ))
    main = tuple(replace(each, conduct=replace(each.conduct, door="main")) if each.who == ("companions",) else each
                 for each in told.briefings)
    at = {door: Plan((*main, Briefing(("list-officer",), Conduct(door=door, set_out=AtOnce()))))
          for door in ("east", "main")}
    stopped = days_with("blocked:aide")
    assert len(stopped) > 100
    for seed in stopped[:40]:
        assert "within-reach" in broken(simulate(FOUND, at["east"], draw(FOUND, seed)))
        assert "within-reach" not in broken(simulate(FOUND, at["main"], draw(FOUND, seed)))


def test_who_is_taken_to_the_door_is_neither_misled_nor_stopped() -> None:
    by_word = instead("companions", escort=None)
    posted = Plan((*by_word.briefings, Briefing(("list-officer",), Conduct(door="main", set_out=AtOnce()))))
    assert not problems(FOUND, posted)
    lost = sum("within-reach" in broken(simulate(FOUND, posted, draw(FOUND, seed))) for seed in DAYS)
    assert lost > 40
    assert not any("within-reach" in broken(simulate(FOUND, REFERENCE, draw(FOUND, seed))) for seed in DAYS)


def test_the_uninvited_get_in_where_nobody_stands_at_the_door() -> None:
    came = days_with("uninvited:adviser")
    assert len(came) > 40
    alone = instead("usa.members", escort=None)
    for seed in came[:20]:
        open_door, kept_door = (simulate(FOUND, plan, draw(FOUND, seed)) for plan in (alone, REFERENCE))
        assert "on-the-list" in broken(open_door)
        assert "on-the-list" not in broken(kept_door)
        assert kept_door.first(Code.TURNED_BACK, "adviser") is not None


def test_to_leave_on_one_cue_is_to_leave_in_the_wrong_order() -> None:
    own = [each for each in REFERENCE.briefings if "photographer" not in each.who[0]]
    both = Plan((*own, Briefing(("photographers",), Conduct(leave=REFERENCE.briefings[-2].conduct.leave), True)))
    assert not problems(FOUND, both)
    assert all("equal-pictures" in broken(simulate(FOUND, both, draw(FOUND, seed))) for seed in range(1, 21))


def test_nobody_has_to_send_the_photographers_out_if_the_host_lets_it_pass() -> None:
    told = without("usa-photographer")
    asked = (Order(parse_clock("10:42:50"), Verb.WAIVE, "pictures-over"),)
    overran = [seed for seed in DAYS if broken(simulate(FOUND, told, draw(FOUND, seed))) == {"pictures-over"}]
    assert overran
    for seed in overran:
        left = simulate(FOUND, told, draw(FOUND, seed)).first(Code.LEFT, "china-photographer")
        if left is not None and left > parse_clock("10:43:05"):
            trace = simulate(FOUND, told, draw(FOUND, seed), asked)
            assert all(breach.waived for breach in trace.breaches)
            assert trace.clean
            return
    pytest.fail("on no day do they stay long enough")


@pytest.mark.parametrize("leaders", ["10:39:30", "10:40:00", "10:40:30", "10:41:00", "10:41:30"])
def test_the_two_cannot_go_by_the_clock(leaders: str) -> None:
    told = [each for each in REFERENCE.briefings if each.who not in (("xi",), ("trump",))]
    plan = Plan((*told, briefing("leaders", enter=f"at {leaders}")))
    assert not problems(FOUND, plan)
    assert clean_days(FOUND, plan, DAYS) < 100
