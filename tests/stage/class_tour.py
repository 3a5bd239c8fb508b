"""Every state a trainee's window can be in, one after another, for tests that look at all of them."""

from __future__ import annotations

from collections.abc import Iterator

from game.attempt.commands import StartFrom
from game.protocol.plan import Briefing, Conduct, Plan
from game.stage.screens.class_debrief import ClassDebriefScreen
from game.stage.screens.class_plan import ClassPlanScreen
from game.stage.screens.class_run import ClassRunScreen
from game.stage.screens.class_wait import WaitScreen
from game.stage.screens.join import JoinScreen
from tests.stage.classroom import CODE, ClassHere
from tests.stage.pilot import Pilot
from tests.stage.test_class import Trainee, reference


def a_class() -> ClassHere:
    """A class in teams, at a brisk pace, with somebody in it already."""
    here = ClassHere(pace=16, teams=("Door", "Lamp"), title="7", names=())
    here.join(None, CODE, "Fox", "Door")  # type: ignore[arg-type]
    return here


def tour(pilot: Pilot, here: ClassHere) -> Iterator[str]:
    """The name of each state while it is on the screen; begins on the screen where one joins."""
    at = Trainee(pilot, here)
    yield "nothing typed"
    pilot.press_key("return")
    yield "what is missing"
    at.screen.type("address", "127.0.0.1")
    at.screen.type("code", CODE)
    at.screen.look()
    yield "looking"
    at.until(lambda: pilot.find_all(id="join"))
    yield "found"
    pilot.click("team")
    yield "teams"
    pilot.press_key("escape")
    at.screen.team = "Door"
    at.screen.join()
    at.until(at.shows(WaitScreen))
    yield "lobby"
    pilot.press_key("escape")
    yield "leaving"
    pilot.press_key("escape")
    here.desk("next")
    at.until(lambda: pilot.find_all(id="dossier"))
    yield "brief"
    here.desk("next")
    at.until(at.shows(ClassPlanScreen))
    yield from _plan(at)
    here.desk("next")
    at.until(at.shows(ClassRunScreen))
    yield from _run(at)
    here.desk("next")
    at.until(at.shows(ClassDebriefScreen))
    yield "debrief"
    here.desk("next")
    at.until(at.shows(ClassPlanScreen))
    yield "second try"
    here.desk("next")
    here.desk("next")
    at.until(at.shows(ClassDebriefScreen))
    yield "second debrief"
    here.desk("next")
    at.until(lambda: pilot.find_all(id="result.0.2"))
    yield "end"
    here.desk("to", number=1)
    here.desk("remove", trainee=at.screen.attendance.kept.trainee)
    at.until(lambda: at.screen.attendance.gone)
    yield "removed"
    pilot.app.go(JoinScreen(None, here))
    yield "join again"


def _plan(at: Trainee) -> Iterator[str]:
    pilot, here, line = at.pilot, at.here, at.here.lines[-1]
    yield "somebody else has the pen"
    pilot.click("class.drive")
    at.until(lambda: at.screen.attendance.drives)
    yield "plan"
    line.lose()
    at.screen.desk.do(StartFrom(Plan((Briefing(("nobody",), Conduct()),))))
    at.frames(3)
    yield "cut off, and not legal"
    pilot.click("plan.doors")
    yield "cannot be handed in"
    pilot.press_key("escape")
    line.mend()
    at.plans(reference(here))
    yield "plan kept"
    at.hands_in()
    at.frames(3)
    yield "handed in"
    here.desk("pause")
    at.frames(3)
    yield "paused"


def _run(at: Trainee) -> Iterator[str]:
    at.frames(2)
    yield "countdown"
    at.until(lambda: at.screen.day.cursor > at.screen.scenario.start + 30_000)
    yield "run"
    at.pilot.press_key("d")
    yield "which door"
    at.screen.pick(at.screen.scenario.room.doors[0].id)
    at.frames(6)
    yield "order given"
    at.screen.look(at.screen.scenario.start + 5_000)
    yield "looking back"
    at.pilot.press_key("space")
    at.here.desk("pause")
    at.frames(40)
    yield "paused in the day"
    at.here.lines[-1].lose()
    at.frames(3)
    yield "cut off in the day"
    at.here.lines[-1].mend()
    at.here.desk("resume")
    at.until(lambda: at.screen.day.over)
    yield "over"
