"""What another process finds in a file by playing it."""

from __future__ import annotations

from time import monotonic
from typing import Any

from game.attempt.second_look import SecondLook, remarks
from game.resources import scenarios

TEXT = (scenarios() / "pyongyang-2024.yaml").read_text(encoding="utf-8")
OTHER = TEXT.replace("grade: F", "grade: D")


def waited_for(look: SecondLook) -> SecondLook:
    until = monotonic() + 60
    while not look.poll():
        assert monotonic() < until
    return look


def test_a_plan_that_ends_otherwise_than_expected_is_told_by_another_process() -> None:
    look = waited_for(SecondLook(OTHER, "mine.yaml"))
    assert look.found == remarks(OTHER, "mine.yaml")
    assert [problem.code for problem in look.found or ()] == ["expect"]
    assert not look.poll(), "it is over"
    assert remarks(TEXT, "mine.yaml") == ()


def test_a_process_that_ends_without_an_answer_is_told_and_no_hang() -> None:
    nothing: Any = None  # what no text is, so that the process breaks off
    look = SecondLook(nothing, "mine.yaml")
    assert waited_for(look).found is None
    assert look.failed


def test_it_can_be_left_at_any_time() -> None:
    look = SecondLook(TEXT, "mine.yaml")
    look.stop()
    assert not look.poll()
    look.stop()
    assert look.found is None
