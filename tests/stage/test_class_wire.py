"""A trainee in the window, and a real server: everything goes over the network of this machine."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from game.attempt.commands import StartFrom
from game.protocol.plan import Verb
from game.stage.class_calls import Invitation
from game.stage.screens.class_debrief import ClassDebriefScreen
from game.stage.screens.class_plan import ClassPlanScreen
from game.stage.screens.class_run import ClassRunScreen
from game.stage.screens.class_wait import WaitScreen
from game.stage.screens.join import JoinScreen
from tests.classes import FIRST_STEPS
from tests.classroom.server.serve import SECRETS, Server
from tests.stage.pilot import Pilot, flying
from tests.stage.test_class import words

WITHIN = 30.0


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    running = Server(tmp_path_factory.mktemp("class"))
    yield running
    running.stop()


def until(pilot: Pilot, holds: Callable[[], object]) -> None:
    """Frames by the clock on the wall until this holds."""
    end = last = time.monotonic()
    end += WITHIN
    while not holds():
        now = time.monotonic()
        assert now < end, f"it never came; on the screen:\n{words(pilot)}"
        pilot.frames(1, min(250, round((now - last) * 1_000)))
        last = now
    pilot.frames(2)


def shows(pilot: Pilot, kind: type) -> Callable[[], bool]:
    return lambda: type(pilot.app.screen) is kind


def attendance(pilot: Pilot):  # type: ignore[no-untyped-def]
    return pilot.app.screen.attendance  # type: ignore[attr-defined]


def total(server: Server, room: str) -> int:
    """The total the server has for the only team, once it has reckoned it."""
    end = time.monotonic() + WITHIN
    while time.monotonic() < end:
        totals = server.get(f"/api/desk/news?room={room}", SECRETS.desk)["news"]["teams"][0]["totals"]
        if "0/1" in totals:
            return int(totals["0/1"])
    raise AssertionError("no total came")


def test_a_session_over_the_wire(server: Server, tmp_path: Path) -> None:
    room = server.open(title="Tuesday", pace=16)
    given = Invitation(f"127.0.0.1:{server.port}", room)
    with flying(JoinScreen(given), tmp_path) as pilot:
        until(pilot, lambda: pilot.find_all(id="join"))
        assert pilot.says("Tuesday")
        pilot.press_key("return")
        until(pilot, shows(pilot, WaitScreen))
        until(pilot, lambda: pilot.says("Your instructor begins"))
        server.desk(room, "next")
        until(pilot, lambda: pilot.find_all(id="short.panel"))
        server.desk(room, "next")
        until(pilot, shows(pilot, ClassPlanScreen))
        pilot.app.screen.desk.do(StartFrom(FIRST_STEPS.plan("reference").plan))  # type: ignore[attr-defined]
        until(pilot, lambda: not attendance(pilot).unsent)
        pilot.click("plan.doors")
        until(pilot, lambda: attendance(pilot).handed_in)
        server.desk(room, "next")
        until(pilot, shows(pilot, ClassRunScreen))
        screen = pilot.app.screen
        assert isinstance(screen, ClassRunScreen)
        until(pilot, lambda: screen.day.cursor > FIRST_STEPS.start + 20_000)
        door = FIRST_STEPS.room.doors[0].id
        screen.say(Verb.HOLD_DOOR)
        screen.pick(door)
        until(pilot, lambda: door in screen.day.moment.held)
        server.desk(room, "next")
        until(pilot, shows(pilot, ClassDebriefScreen))
        debrief = pilot.app.screen
        assert isinstance(debrief, ClassDebriefScreen)
        assert [order.verb for order in debrief.run.orders] == [Verb.HOLD_DOOR]
        assert debrief.card.total == total(server, room)
        server.desk(room, "next")
        until(pilot, shows(pilot, ClassPlanScreen))
        assert pilot.says("second try")
        attendance(pilot).close()


def test_a_window_comes_back_to_a_server_that_was_restarted(tmp_path: Path) -> None:
    first = Server(tmp_path)
    room = first.open(pace=16)
    with flying(JoinScreen(Invitation(f"127.0.0.1:{first.port}", room)), tmp_path) as pilot:
        until(pilot, lambda: pilot.find_all(id="join"))
        pilot.press_key("return")
        until(pilot, shows(pilot, WaitScreen))
        first.desk(room, "to", number=2)
        until(pilot, shows(pilot, ClassPlanScreen))
        first.stop()
        until(pilot, lambda: pilot.says("no connection, trying again"))
        plan = FIRST_STEPS.plan("reference").plan
        pilot.app.screen.desk.do(StartFrom(plan))  # type: ignore[attr-defined]
        again = Server(tmp_path, first.port)
        try:
            until(pilot, lambda: pilot.says("kept by the class"))
            (team,) = again.get(f"/api/desk/news?room={room}", SECRETS.desk)["news"]["teams"]
            assert team["plan"]["briefings"] == len(plan.briefings)
        finally:
            attendance(pilot).close()
            again.stop()


def test_where_there_is_no_class_it_is_said(server: Server, tmp_path: Path) -> None:
    with flying(JoinScreen(Invitation(f"127.0.0.1:{server.port}", "ZZZZZ")), tmp_path) as pilot:
        until(pilot, lambda: pilot.says("There is no room with this code."))
    with flying(JoinScreen(Invitation("127.0.0.1:1", "ZZZZZ")), tmp_path) as pilot:
        until(pilot, lambda: pilot.says("There is no class at"))
