"""What a window does when the world is against it: folders that take nothing, damaged files, our own faults.

Always a plain sentence, never a traceback, and nothing of the player's is lost.
"""

from __future__ import annotations

import json
from pathlib import Path

import platformdirs
import pygame
import pytest

from game import cli
from game.attempt.autosave import attempt_path
from game.attempt.commands import SetField
from game.attempt.progress import progress_path
from game.protocol.cues import parse_cue
from game.stage import flow
from game.stage.app import App
from game.stage.display import NoDisplay
from game.stage.node import Node
from game.stage.screens.debrief import DebriefScreen
from game.stage.screens.plan import PlanScreen
from game.stage.session import Session
from game.stage.settings import load_settings, settings_path
from game.stage.ui import Ui
from tests.stage.pilot import Pilot

DAMAGED = {
    "empty": b"",
    "half": b'{"format": 1, "sce',
    "not text": bytes(range(256)),
    "a list": b"[1, 2, 3]",
    "nested": b"[" * 100_000,
    "wrong types": b'{"format": 1, "text_size": "huge", "done": 7, "start": {}, "scenarios": [1], "intro_seen": 3}',
    "wrong words": b'{"format": 1, "done": ["dance kim: door = roof"], "start": [], "orders": ["noon hold"]}',
    "another format": b'{"format": 99}',
}


def window(screen: object) -> Pilot:
    """An open window with the settings of this (test's) home."""
    app = App(screen)  # type: ignore[arg-type]
    app.open()
    pygame.event.clear()
    pilot = Pilot(app)
    pilot.frames(2)
    return pilot


def toasts(pilot: Pilot) -> str:
    """What is said in passing."""
    pilot.frames()
    return " ".join(toast.text for toast in pilot.app.ui.toasts)


@pytest.fixture
def blocked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home in which no folder can be made, for whoever plays."""
    file = tmp_path / "file"
    file.write_text("", encoding="utf-8")
    for name in ("user_data_dir", "user_config_dir", "user_log_dir"):
        monkeypatch.setattr(platformdirs, name, lambda *_args, **_more: str(file / "home"))
    return file


def test_a_home_that_takes_nothing_is_told_and_the_game_goes_on(blocked: Path) -> None:
    pilot = window(flow.title())
    pilot.press_key("ctrl+=")
    assert "could not be saved" in toasts(pilot)
    assert pilot.app.ui.settings.text_size == 110
    session = Session.open("first-steps")
    pilot.app.go(PlanScreen(session))
    pilot.frames()
    assert session.do(SetField(("vance",), "enter", parse_cue("after hale at door")))
    pilot.app.screen.desk.after_edit()  # type: ignore[attr-defined]
    assert "cannot be written" in toasts(pilot)
    assert str(session.plan.briefings[0].conduct.enter) == "after hale at door"
    pilot.press_key("return")
    pilot.press_key("end")
    pilot.press_key("return")
    assert isinstance(pilot.app.screen, DebriefScreen)
    pilot.press_key("s")
    assert str(blocked) in toasts(pilot)
    pilot.press_key("escape")
    assert pilot.frames()
    pilot.app.close()


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED)
def test_damaged_settings_never_stop_the_game(content: bytes, own_folders: Path) -> None:
    own_folders.mkdir(parents=True)
    settings_path().write_bytes(content)
    settings, _notice = load_settings(settings_path())
    assert 100 <= settings.text_size <= 200
    pilot = window(flow.title())
    assert pilot.find(id="begin").pressable
    pilot.app.close()


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_attempt_is_kept_aside_and_told(content: bytes) -> None:
    path = attempt_path("first-steps")
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    pilot = window(PlanScreen(Session.open("first-steps")))
    assert "damaged" in toasts(pilot)
    kept = path.with_name(path.name + ".damaged")
    assert kept.read_bytes() == content
    pilot.click("who.vance")
    pilot.click("card.door")
    pilot.click("card.door.door")
    assert json.loads(path.read_text(encoding="utf-8"))["done"] == ["set vance: door = door"]
    assert kept.read_bytes() == content
    pilot.app.close()


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED)
def test_damaged_progress_is_kept_aside_and_told(content: bytes) -> None:
    path = progress_path()
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    pilot = window(flow.scenario_list())
    assert "damaged" in toasts(pilot)
    assert pilot.find(id="scenario.first-steps").pressable
    assert path.with_name(path.name + ".damaged").read_bytes() == content
    pilot.app.close()


def failing(_screen: PlanScreen, _ui: Ui) -> Node:
    """A view with a fault of ours."""
    raise ZeroDivisionError("the tea is cold")


def test_a_crash_saves_the_attempt_writes_a_log_and_says_where(
    own_folders: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    session = Session.open("first-steps")
    session.do(SetField(("vance",), "door", "door"))
    attempt_path("first-steps").unlink()
    screen = PlanScreen(session)
    monkeypatch.setattr("game.stage.main.first_screen", lambda *_args, **_more: screen)
    monkeypatch.setattr(PlanScreen, "view", failing)
    assert cli.main([]) == cli.OUR_FAULT
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.strip().splitlines()) == 1
    assert "Traceback" not in said.err
    (log,) = own_folders.rglob("*.log")
    assert str(log) in said.err
    assert "the tea is cold" in log.read_text(encoding="utf-8")
    assert Session.open("first-steps").plan == session.plan


def test_a_crash_with_nowhere_to_write_is_still_one_sentence(
    blocked: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(PlanScreen, "view", failing)
    screen = PlanScreen(Session.open("first-steps"))
    monkeypatch.setattr("game.stage.main.first_screen", lambda *_args, **_more: screen)
    assert cli.main([]) == cli.OUR_FAULT
    said = capsys.readouterr().err
    assert "Traceback" not in said
    assert str(blocked) in said


def test_a_crash_at_a_key_is_met_too(
    own_folders: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def handle(_screen: PlanScreen, _intent: object) -> None:
        raise KeyError("spoon")

    monkeypatch.setattr(PlanScreen, "handle", handle)
    screen = PlanScreen(Session.open("first-steps"))
    monkeypatch.setattr("game.stage.main.first_screen", lambda *_args, **_more: screen)
    pygame.display.init()
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_F5, mod=0, unicode="", scancode=0))
    assert cli.main([]) == cli.OUR_FAULT
    assert "Your plan" in capsys.readouterr().err
    assert list(own_folders.rglob("*.log"))


def test_without_a_display_one_sentence_and_the_plan_is_safe(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def none(*_args: object, **_more: object) -> None:
        raise NoDisplay("There is no display for a window (none); `after-you run` plays a scenario without one.")

    monkeypatch.setattr("game.stage.app.open_window", none)
    for command in ([], ["play", "first-steps"]):
        assert cli.main(command) == cli.PROBLEMS
        said = capsys.readouterr()
        assert (said.out, len(said.err.strip().splitlines())) == ("", 1)
        assert "after-you run" in said.err
