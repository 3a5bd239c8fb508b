"""The live run, its what-if branches and replay files, on the shipped scenario."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.attempt.fingerprint import fingerprint
from game.attempt.live import LiveRun, OrderRefused
from game.attempt.replay import Replay, ReplayRefused, load_replay, parse_replay, print_replay, save_replay
from game.authoring.library import find
from game.authoring.load import load_scenario
from game.authoring.proof import mismatch
from game.protocol.plan import Order, Plan, Verb
from game.protocol.scenario import Scenario
from game.protocol.units import SECOND
from tests.attempt import strategies as our


@pytest.fixture(scope="module")
def pyongyang() -> Scenario:
    """The recorded incident."""
    return load_scenario(find("pyongyang-2024"))


# The live run


def test_an_order_now_changes_only_what_comes(pyongyang: Scenario) -> None:
    run = LiveRun.begin(pyongyang, Plan(), 1)
    now = pyongyang.start + 90 * SECOND
    after = run.live_to(now).give(Verb.HOLD, "lavrov")
    assert after.scored
    assert after.lived == now
    assert after.orders == (Order(now, Verb.HOLD, "lavrov"),)
    assert [event for event in after.trace.events if event.at < now] == [
        event for event in run.trace.events if event.at < now
    ]
    assert after.trace.hash != run.trace.hash


def test_time_is_never_lived_backwards(pyongyang: Scenario) -> None:
    run = LiveRun.begin(pyongyang, Plan(), 1).live_to(pyongyang.start + 5_000)
    assert run.live_to(pyongyang.start).lived == pyongyang.start + 5_000
    assert run.live_to(pyongyang.end + 5_000).over


def test_an_order_in_the_past_opens_a_branch_that_is_never_scored(pyongyang: Scenario) -> None:
    start = pyongyang.start
    run = LiveRun.begin(pyongyang, Plan(), 1).live_to(start + 60 * SECOND).give(Verb.HOLD, "kim")
    run = run.live_to(start + 120 * SECOND).give(Verb.RELEASE, "kim").live_to(start + 200 * SECOND)
    branch = run.give(Verb.HOLD, "putin", at=start + 90 * SECOND)
    assert branch.what_if
    assert not branch.scored
    assert branch.trunk == run
    assert branch.lived == start + 90 * SECOND
    # The release, given later than the branch leaves the trunk, is no part of it.
    assert [order.verb for order in branch.orders] == [Verb.HOLD, Verb.HOLD]
    assert branch.live_to(pyongyang.end).give(Verb.RELEASE, "putin", at=start + 95 * SECOND).trunk == run
    assert not run.what_if


def test_again_is_the_same_morning_without_the_orders(pyongyang: Scenario) -> None:
    first = LiveRun.begin(pyongyang, Plan(), 3)
    again = first.live_to(pyongyang.end - SECOND).give(Verb.CUT_AWAY).again()
    assert again == first
    assert again.trace.hash == first.trace.hash
    assert first.again(seed=4).circumstances != first.circumstances


NOBODY = [(Verb.HOLD, "nobody"), (Verb.HOLD, ""), (Verb.HOLD_DOOR, "kim")]


@pytest.mark.parametrize(("verb", "target"), NOBODY)
def test_an_order_to_nobody_is_refused(pyongyang: Scenario, verb: Verb, target: str) -> None:
    with pytest.raises(OrderRefused, match=r"^[A-Z].*\.$"):
        LiveRun.begin(pyongyang, Plan(), 1).give(verb, target)


# Replay files


@given(
    st.text(max_size=8), st.text(max_size=8), st.integers(0, 2**31), our.plans,
    st.lists(our.orders, max_size=3).map(tuple),
)  # fmt: skip
def test_a_replay_is_read_back_from_its_text(scenario_id, scenario_hash, seed, plan, orders) -> None:
    replay = Replay(scenario_id, scenario_hash, seed, plan, orders)
    text = print_replay(replay)
    assert parse_replay(text) == replay
    assert print_replay(parse_replay(text)) == text


def test_a_replay_is_kept_and_verified(pyongyang: Scenario, tmp_path: Path) -> None:
    replay = Replay.of(pyongyang, 5, pyongyang.plan("reference").plan)
    assert save_replay(replay, tmp_path / "x.afteryou.json") == ""
    found = load_replay(tmp_path / "x.afteryou.json")
    assert found == replay
    found.verify(pyongyang)


def test_a_replay_of_something_else_is_refused_by_name(pyongyang: Scenario) -> None:
    replay = Replay.of(pyongyang, 5, Plan())
    changed = replace(pyongyang, liaison=replace(pyongyang.liaison, radio=pyongyang.liaison.radio + 1))
    for wrong, scenario, code in (
        (replay, changed, "scenario-changed"),
        (replace(replay, rules_version=0), pyongyang, "rules-changed"),
        (replace(replay, scenario_id="x"), pyongyang, "other-scenario"),
    ):
        with pytest.raises(ReplayRefused, match=r"\.$") as refused:
            wrong.verify(scenario)
        assert refused.value.code == code


def test_words_for_the_player_do_not_change_a_fingerprint(pyongyang: Scenario) -> None:
    otherwise = replace(pyongyang, situation="Otherwise told.", expect=(), outcomes=())
    assert fingerprint(otherwise) == fingerprint(pyongyang)
    assert fingerprint(replace(pyongyang, end=pyongyang.end - 1)) != fingerprint(pyongyang)


KEYS = ["format", "scenario", "scenario_hash", "rules_version", "seed", "plan", "orders"]


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("value", [None, "x", 1.5, True, [3], {}])
def test_a_replay_with_a_wrong_value_is_refused(key: str, value: object) -> None:
    data = json.loads(print_replay(Replay("a", "b", 1, Plan())))
    if key in ("scenario", "scenario_hash") and value == "x":
        return
    with pytest.raises(ReplayRefused):
        parse_replay(json.dumps(data | {key: value}))


@given(st.text(max_size=40))
def test_no_text_is_answered_by_another_exception(text: str) -> None:
    with pytest.raises(ReplayRefused):
        parse_replay(text)


# Proof


def test_a_wrong_expectation_is_told(pyongyang: Scenario) -> None:
    (recorded,) = (one for one in pyongyang.expect if one.plan == "recorded")
    assert mismatch(pyongyang, recorded) == ()
    found = mismatch(pyongyang, replace(recorded, clean=True, breaches=(("leaders-first", 1),)))
    assert len(found) == 2
    assert "clean should be yes and is no" in found[0]
