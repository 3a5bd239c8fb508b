"""Everything a player does is a value with a text form, and can be undone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.attempt.commands import (
    Address,
    Brief,
    Decisions,
    Remove,
    SetEscort,
    SetField,
    SetReadBack,
    apply,
    find,
    parse_command,
)
from game.attempt.history import Attempt
from game.attempt.spelling import SpellingError, plan_data, read_order, read_plan
from game.protocol.cues import parse_cue
from game.protocol.plan import Conduct, Plan
from tests.attempt import strategies as our

MINISTERS = ("russia.ministers",)


def test_a_briefing_is_built_up_and_taken_away() -> None:
    attempt = Attempt.begin()
    for command in (
        SetField(MINISTERS, "enter", parse_cue("after kim entered + 10 s")),
        SetField(MINISTERS, "door", "side"),
        SetReadBack(MINISTERS, True),
        SetEscort(("kim",), "pak"),
        Address(MINISTERS, ("lavrov", "belousov")),
    ):
        attempt = attempt.do(command)
    told = find(attempt.plan, ("lavrov", "belousov"))
    assert told is not None
    assert told.read_back
    assert told.conduct == Conduct(door="side", enter=parse_cue("after kim entered + 10 s"))
    assert [briefing.who for briefing in attempt.plan.briefings] == [("lavrov", "belousov"), ("kim",)]
    attempt = attempt.do(Remove(("kim",)))
    assert [briefing.who for briefing in attempt.plan.briefings] == [("lavrov", "belousov")]


def test_what_changes_nothing_is_no_step_of_its_own() -> None:
    attempt = Attempt.begin().do(Brief(("kim",)))
    assert attempt.do(Brief(("kim",))) is attempt
    assert attempt.do(Remove(("putin",))) is attempt
    assert attempt.do(Address(("putin",), ("kim",))) is attempt


def test_a_briefing_is_not_addressed_to_those_who_have_one() -> None:
    attempt = Attempt.begin().do(Brief(("kim",))).do(Brief(("putin",)))
    assert attempt.do(Address(("kim",), ("putin",))) is attempt


@given(st.lists(our.commands, max_size=8))
def test_undo_leads_back_step_by_step_and_redo_forth_again(commands: list) -> None:
    attempt = Attempt.begin()
    for command in commands:
        attempt = attempt.do(command)
    end, steps = attempt, []
    while attempt.can_undo:
        steps.append(attempt.now)
        attempt = attempt.undo()
    assert attempt.now == Decisions()
    assert attempt.undo() is attempt
    for expected in reversed(steps):
        attempt = attempt.redo()
        assert attempt.now == expected
    assert attempt == end
    assert attempt.redo() is attempt


def test_a_new_command_forgets_what_was_undone() -> None:
    attempt = Attempt.begin().do(Brief(("kim",))).undo().do(Brief(("putin",)))
    assert not attempt.can_redo


@given(our.commands)
def test_a_command_is_read_back_from_its_text(command: object) -> None:
    assert parse_command(str(command)) == command


@given(our.plans)
def test_a_plan_is_read_back_from_plain_data(plan: Plan) -> None:
    assert read_plan(plan_data(plan)) == plan


@given(our.commands)
def test_a_command_is_pure(command: object) -> None:
    before = Decisions(Plan(), ())
    assert apply(before, command) == apply(before, command)  # type: ignore[arg-type]
    assert before == Decisions(Plan(), ())


BAD = [
    "", "brief", "brief ", "dance kim", "set kim: door", "set kim: hat = red", "set kim: enter = soon",
    "set kim: spacing = -1 s", "set kim: pace = 99 m/s", "clear kim: hat", "escort kim:", "address kim",
    "order 12:00 sing kim", "order 25:00 hold kim", "start from plan: {", 'start from plan: [{"who": []}]',
    'start from plan: [{"who": ["kim"], "door": 3}]', "start from plan: " + "[" * 100_000,
]  # fmt: skip


@pytest.mark.parametrize("text", BAD, ids=lambda text: text[:20])
def test_a_text_that_spells_no_command_is_refused(text: str) -> None:
    with pytest.raises(SpellingError):
        parse_command(text)


@given(st.text(max_size=30))
def test_no_text_is_answered_by_another_exception(text: str) -> None:
    for reader in (parse_command, read_order):
        try:
            reader(text)
        except SpellingError:
            continue
