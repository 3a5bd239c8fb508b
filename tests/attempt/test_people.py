"""Officers and chance in what is kept of an attempt: fingerprints, replays, expectations, and what counts as failed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.attempt.fingerprint import fingerprint
from game.attempt.replay import Replay, parse_replay, print_replay
from game.attempt.spelling import plan_data, read_plan
from game.authoring.proof import mismatch, offenders
from game.planning.robust import failures
from game.protocol.people import Role
from game.protocol.rules import Span
from game.protocol.scenario import Expectation, NamedPlan, Scenario
from game.simulation.circumstances import draw
from game.simulation.engine import simulate
from tests.rooms import order, plan
from tests.simulation.test_chance import everything, improvised, on
from tests.simulation.test_officers import ESCORTED, GUARD, house

DAY = everything()
TOLD = plan({**GUARD, "enter": "after room ready + 3 s"}, {**ESCORTED, "who": "lavrov", "escort": "pak"})


def _with_first(field: str, **changes: object) -> Scenario:
    first, *rest = getattr(DAY, field)
    return replace(DAY, **{field: (replace(first, **changes), *rest)})  # type: ignore[arg-type]


ODDS = Span(10_000, 60_000, 0, ((10_000, 20_000, 3), (20_000, 60_000, 1)))
CHANGES = {
    "how likely a mishap is": _with_first("chances", chance=501),
    "how it is distributed": _with_first("chances", by=ODDS),
    "its odds": _with_first("chances", by=replace(ODDS, odds=((10_000, 20_000, 4), (20_000, 60_000, 1)))),
    "no mishaps": replace(DAY, chances=()),
    "what they do otherwise": _with_first("otherwise", conduct=DAY.otherwise[1].conduct),
    "nobody does otherwise": replace(DAY, otherwise=()),
    "how often somebody comes": _with_first("uninvited", chance=201),
    "the room is ready": replace(DAY, room_ready=None),
    "the room is ready later": replace(DAY, room_ready=replace(DAY.room_ready, at=DAY.start + 1)),
    "an early broadcast": replace(DAY, broadcast=replace(DAY.broadcast, early=301)),
    "who somebody is": _with_first("people", role=Role.UNINVITED),
    "no officers": replace(DAY, people=tuple(p for p in DAY.people if p.role is not Role.OFFICER)),
}


@pytest.mark.parametrize("changed", CHANGES.values(), ids=CHANGES)
def test_whatever_decides_how_a_day_goes_is_in_the_fingerprint(changed: Scenario) -> None:
    assert fingerprint(changed) != fingerprint(DAY)


def test_why_something_happens_is_not() -> None:
    assert fingerprint(_with_first("chances", because="It rains.")) == fingerprint(DAY)


def test_a_plan_for_officers_is_spelled_and_read_back() -> None:
    assert read_plan(plan_data(TOLD)) == TOLD


def test_a_replay_with_officers_ends_as_the_run_did() -> None:
    day = house({"lavrov": {"set_out": "at 12:01"}}, ready=("12:01:30", "0 s", "20 s"))
    orders = (order("12:02 release hong"), order("12:03 recall hong"))
    replay = Replay.of(day, 7, TOLD, orders)
    found = parse_replay(print_replay(replay))
    found.verify(day)
    one, other = (simulate(day, each.plan, draw(day, each.seed), each.orders) for each in (replay, found))
    assert one.hash == other.hash


def test_what_a_principal_improvised_is_nobodys_failure() -> None:
    day = improvised()
    trace = on(day, {"improvises:putin": 1})
    assert offenders(trace, "first") == 0
    assert failures(day, trace) == ()
    blamed = simulate(day, plan({"who": "putin", "set_out": "at 12:01"}), draw(day, _seed(day, happens=False)))
    assert offenders(blamed, "first") == 1
    assert failures(day, blamed) == ("first",)


def test_an_expectation_counts_no_breach_that_was_improvised() -> None:
    day = replace(improvised(), plans=(NamedPlan("recorded", plan()),))
    expected = Expectation("recorded", _seed(day, happens=True), clean=True, breaches=(("first", 0),))
    assert mismatch(day, expected) == ()
    assert mismatch(day, replace(expected, breaches=(("first", 1),))) != ()


def _seed(day: Scenario, *, happens: bool) -> int:
    return next(seed for seed in range(200) if bool(draw(day, seed).by_name["improvises:putin"]) == happens)
