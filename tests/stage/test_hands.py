"""A class at one machine, played by the pilot: hands are raised, the day is lived, the class sees who was right."""

from pathlib import Path

from game.attempt.handed_in import collect
from game.attempt.hands import ClassTries, Expected, Raised
from game.simulation.circumstances import draw
from game.simulation.engine import simulate
from game.stage.main import class_screen
from game.stage.screens.brief import BriefScreen
from game.stage.screens.debrief import DebriefScreen
from game.stage.screens.plan import PlanScreen
from game.stage.screens.run import RunScreen
from game.stage.session import Session
from tests.stage.pilot import flying


def test_a_class_expects_lives_and_sees(tmp_path: Path) -> None:
    session = Session.open("pyongyang-2024", folder=tmp_path)
    session.class_tries = ClassTries()
    with flying(PlanScreen(session), tmp_path) as pilot:
        pilot.press_key("ctrl+return")
        assert isinstance(pilot.app.screen, PlanScreen)
        pilot.click("hands.clean.ten")
        pilot.click("hands.more.more")
        pilot.click("hands.more.more")
        pilot.click("hands.go")
        assert isinstance(pilot.app.screen, RunScreen)
        pilot.press_key("end")
        pilot.press_key("return")
        assert isinstance(pilot.app.screen, DebriefScreen)
        (tried,) = session.class_tries.tries
        assert tried.raised == Raised(10, 0, 2)
        assert tried.came is Expected.MORE
        pilot.click([tab for row in pilot.find_all(role="tabs") for tab in row.children][-1].id)
        assert pilot.says("2 hands of 12 were right.")
        pilot.press_key("r")
        assert session.class_tries.raised == Raised()
    assert [each.replay.seed for each in collect(tmp_path / "replays").handed_in] == [1]


def test_back_to_the_plan_keeps_the_doors_closed(tmp_path: Path) -> None:
    session = Session.open("first-steps", folder=tmp_path)
    session.class_tries = ClassTries()
    with flying(PlanScreen(session), tmp_path) as pilot:
        pilot.press_key("ctrl+return")
        pilot.click("hands.back")
        assert isinstance(pilot.app.screen, PlanScreen)
        assert session.live is None
        pilot.press_key("ctrl+return")
        pilot.press_key("escape")
        assert session.live is None
        assert not pilot.find_all(id="hands")


def test_what_came_is_told_in_the_words_of_what_was_expected(tmp_path: Path) -> None:
    session = Session.open("pyongyang-2024", folder=tmp_path)
    plan = session.scenario.plan("reference").plan
    assert Expected.came(simulate(session.scenario, plan, draw(session.scenario, 1))) is Expected.CLEAN


def test_hands_are_never_fewer_than_none() -> None:
    assert Raised().with_more(Expected.SOME, -1).some == 0
    assert Raised().with_more(Expected.SOME, 5_000).some == 999


def test_the_window_for_a_class_begins_with_the_brief() -> None:
    screen = class_screen(Session.open("first-steps").scenario)
    assert isinstance(screen, BriefScreen)
    assert screen.session.class_tries == ClassTries()
