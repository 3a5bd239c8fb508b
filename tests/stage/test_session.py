"""One sitting: edits kept at once, the walk-through of the plan at hand, the day and what came of it."""

from pathlib import Path

import pytest

from game.attempt.commands import Brief, SetField, SetReadBack
from game.attempt.replay import load_replay
from game.protocol.cues import parse_cue
from game.protocol.plan import Plan
from game.stage.session import NotSaved, Session
from tests.rooms import room, when

SCENARIO = room(
    {"host": "house*", "guest": "visitors*", "aide": "visitors.aides"},
    habits={"all": {"set_out": "at 12:01"}},
    liaison={"minutes": "1 min"},
)


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return Session(SCENARIO, folder=tmp_path)


def test_an_edit_shows_in_the_walkthrough_and_undo_takes_it_back(session: Session) -> None:
    before = session.trace_of_walkthrough
    assert session.do(SetField(("guest",), "set_out", parse_cue("at 12:05")))
    assert when(session.trace_of_walkthrough, "set out", "guest") == ["05:00"]
    assert session.undo()
    assert session.trace_of_walkthrough.hash == before.hash
    assert session.redo()
    assert when(session.trace_of_walkthrough, "set out", "guest") == ["05:00"]
    assert not session.redo()


def test_the_walkthrough_is_made_once_for_each_plan(session: Session) -> None:
    assert session.trace_of_walkthrough is session.trace_of_walkthrough
    assert session.timeline_of_walkthrough is session.timeline_of_walkthrough


def test_several_commands_are_undone_as_one_edit(session: Session) -> None:
    session.do(Brief(("guest",)))
    session.do(SetField(("aide",), "door", "main"), SetField(("aide",), "enter", parse_cue("at 12:04")))
    both = session.plan
    session.undo()
    assert [briefing.who for briefing in session.plan.briefings] == [("guest",)]
    session.redo()
    assert session.plan == both
    session.undo()
    session.do(Brief(("aide",)))
    session.do(Brief(("host",)))
    session.undo()
    assert [briefing.who for briefing in session.plan.briefings] == [("guest",), ("aide",)]


def test_an_edit_that_changes_nothing_is_no_edit(session: Session) -> None:
    session.do(Brief(("guest",)))
    assert not session.do(Brief(("guest",)))
    assert len(session.attempt.done) == 1


def test_the_attempt_comes_back_with_its_undo(session: Session, tmp_path: Path) -> None:
    session.do(Brief(("guest",)))
    again = Session(SCENARIO, folder=tmp_path)
    assert again.plan == session.plan
    again.undo()
    assert again.plan == Plan()


def test_a_plan_nobody_can_walk_is_refused_and_the_last_walkthrough_stays(session: Session) -> None:
    before = session.trace_of_walkthrough
    session.do(SetField(("guest",), "door", "window"))
    assert [refusal.code for refusal in session.refusals] == ["unknown-door"]
    assert session.trace_of_walkthrough is before


def test_a_plan_over_budget_is_refused_but_still_walked(session: Session) -> None:
    session.do(SetField(("guest",), "set_out", parse_cue("at 12:05")))
    session.do(SetReadBack(("guest",), True))
    session.do(SetReadBack(("aide",), True))
    assert [refusal.code for refusal in session.refusals] == ["over-budget"]
    assert when(session.trace_of_walkthrough, "set out", "guest") == ["05:00"]


def test_a_day_lived_to_its_end_is_scored_once(session: Session) -> None:
    assert session.finished is None
    session.live = session.open_doors().live_to(SCENARIO.end)
    finished = session.finish()
    assert finished is not None
    assert session.finish() is finished
    trace, card = finished
    assert trace is session.live.trace
    assert 0 <= card.total <= 100


def test_the_same_day_and_another_one(session: Session) -> None:
    session.open_doors()
    session.same_day_again()
    assert (session.live, session.seed, session.number) == (None, 1, 2)
    session.another_day()
    assert (session.live, session.seed, session.number) == (None, 2, 3)


def test_a_replay_holds_the_day_and_overwrites_none(session: Session) -> None:
    session.do(Brief(("guest",)))
    session.open_doors()
    first, second = session.save_replay(), session.save_replay()
    assert first != second
    assert load_replay(first).plan == session.plan
    load_replay(second).verify(SCENARIO)


def test_what_cannot_be_kept_is_told(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way", encoding="utf-8")
    session = Session(SCENARIO, folder=blocked)
    session.do(Brief(("guest",)))
    assert str(blocked) in session.take_notice()
    assert session.take_notice() == ""
    with pytest.raises(NotSaved, match="cannot be written"):
        session.save_replay()
