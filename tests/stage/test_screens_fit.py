"""The tree of every screen, in every state a player can bring it to, at every size and for every scenario.

No text leaves its box, nothing overlaps, nothing leaves the window, no letter is missing from its font.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from game.attempt.commands import Remove, StartFrom
from game.attempt.hands import ClassTries, Raised
from game.authoring.library import find, shipped
from game.protocol.plan import Verb
from game.stage import flow
from game.stage.screen import Screen
from game.stage.screens.debrief import DebriefScreen
from game.stage.screens.intro import IntroScreen
from game.stage.screens.join import JoinScreen
from game.stage.screens.plan import PlanScreen
from game.stage.screens.run import RunScreen
from game.stage.session import Session
from game.stage.settings import Settings
from tests.stage.class_tour import a_class, tour
from tests.stage.guarded import GUARDED
from tests.stage.layout_check import SIZES, problems
from tests.stage.pilot import Pilot, flying

NAMES = ("720", "1080", "720 at 200 %")
sizes = pytest.mark.parametrize(("size", "text"), SIZES, ids=NAMES)
more_sizes = pytest.mark.parametrize(
    ("size", "text"), [*SIZES, ((1500, 800), 140)], ids=[*NAMES, "800 at 140 %"]
)
scenarios = pytest.mark.parametrize("scenario", [*shipped(), GUARDED], ids=[*shipped(), "guarded-doors"])


class Inspector:
    """Looks at one state after another and remembers what was wrong in which."""

    def __init__(self, pilot: Pilot) -> None:
        self.pilot = pilot
        self.found: list[str] = []

    def look(self, state: str) -> None:
        """Everything wrong with what is on the screen now."""
        self.pilot.frames(2)
        self.found += [f"{state}: {problem}" for problem in problems(self.pilot.tree())]

    def tabs(self, state: str) -> None:
        """Every panel of a screen whose panels have become tabs, or the one there is."""
        rows = self.pilot.find_all(role="tabs")
        if not rows:
            self.look(state)
            return
        for tab in [tab.id for tab in rows[0].children]:
            self.pilot.click(tab)
            self.look(f"{state}, {tab}")


@contextmanager
def inspected(screen: Screen, folder: Path, size: tuple[int, int], text: int) -> Iterator[Inspector]:
    """A screen to look at; in the end nothing must have been wrong."""
    settings = Settings(text_size=text, intro_seen=True)
    with flying(screen, folder, size=size, settings=settings) as pilot:
        inspector = Inspector(pilot)
        yield inspector
        assert inspector.found == []


@sizes
def test_title_list_settings_and_keys(size: tuple[int, int], text: int, tmp_path: Path) -> None:
    with inspected(flow.title(), tmp_path, size, text) as at:
        at.look("title")
        at.pilot.press_key("f1")
        at.look("keys of the title")
        at.pilot.press_key("escape")
        at.pilot.click("settings")
        at.look("settings")
        at.pilot.click("settings.done")
        at.pilot.frames(20, 400)
        at.look("title that knows what comes next")
        at.pilot.click("scenarios")
        at.look("list")


@more_sizes
def test_author(size: tuple[int, int], text: int, tmp_path: Path) -> None:
    file = tmp_path / "a-file-with-a-rather-long-name-for-a-narrow-window.yaml"
    with inspected(flow.author_files(), tmp_path, size, text) as at:
        at.look("which file")
        at.pilot.press_key("return")
        at.look("nothing typed")
        at.pilot.app.go(flow.author(file))
        at.look("no file yet")
        good = find("pyongyang-2024").read_text(encoding="utf-8")
        file.write_text(good.replace("grade: F", "grade: D"), encoding="utf-8")
        at.pilot.frames(63)
        at.tabs("a good file, with remarks")
        file.write_text(good.replace("who: ", "whom: ").replace("title: ", "titel: "), encoding="utf-8")
        at.pilot.frames(63)
        at.pilot.press_key("e")
        at.pilot.press_key("return")
        at.tabs("a broken file over the last good one, a problem open")
        at.pilot.press_key("f1")
        at.look("keys")
        at.pilot.press_key("escape")
        at.pilot.press_key("p")
        at.look("a trial")
        at.pilot.press_key("f1")
        at.look("keys of a trial")
        at.pilot.press_key("escape")
        for step in ("Brief", "Plan"):
            at.pilot.click(step)
            at.look(f"{step} of a trial")


@sizes
def test_intro(size: tuple[int, int], text: int, tmp_path: Path) -> None:
    with inspected(IntroScreen(), tmp_path, size, text) as at:
        at.look("card")
        for stage in range(60):
            at.pilot.frames(4, 250)
            at.look(f"incident {stage}")
            if at.pilot.find_all(id="question"):
                break
        assert at.pilot.find_all(id="question")


@sizes
@scenarios
def test_brief(scenario: str, size: tuple[int, int], text: int, tmp_path: Path) -> None:
    with inspected(flow.brief(Session.open(scenario)), tmp_path, size, text) as at:
        at.tabs("brief")
        at.pilot.press_key("f1")
        at.look("keys")


@more_sizes
@scenarios
def test_plan(scenario: str, size: tuple[int, int], text: int, tmp_path: Path) -> None:
    session = Session.open(scenario)
    with inspected(PlanScreen(session), tmp_path, size, text) as at:
        screen = at.pilot.app.screen
        assert isinstance(screen, PlanScreen)
        at.tabs("nobody briefed")
        session.do(StartFrom(session.scenario.plan("reference").plan))
        screen.desk.choose_who(session.plan.briefings[-1].who)
        at.tabs("reference, card open")
        screen.desk.choose_who(("all",))
        at.tabs("everybody's card")
        for officer in session.scenario.officers:
            screen.desk.choose_who((officer.id,))
            at.tabs(f"card of officer {officer.id}")
            screen.desk.do(Remove((officer.id,)))
            at.tabs(f"card of officer {officer.id}, not sent anywhere")
            session.undo()
        screen.desk.choose_who((session.scenario.delegates[-1].id,))
        at.tabs("card of one told with others")
        at.pilot.press_key("f1")
        at.look("keys")
        at.pilot.press_key("escape")
        screen.desk.dialog = "why"
        screen.desk.refresh()
        at.look("why this order")
        at.pilot.press_key("escape")
        at.pilot.press_key("b")
        for kind in ("clock", "once", "word", "after"):
            at.pilot.click(f"cue.kind.{kind}")
            at.look(f"cue editor, {kind}")
        at.pilot.click("cue.also")
        at.look("cue editor, two events")
        at.pilot.click("cue.event.0.who")
        at.look("cue editor, list open")


@more_sizes
@scenarios
def test_run(scenario: str, size: tuple[int, int], text: int, tmp_path: Path) -> None:
    session = Session.open(scenario)
    if session.scenario.officers:
        session.do(StartFrom(session.scenario.plan("reference").plan))
    session.open_doors()
    with inspected(RunScreen(session), tmp_path, size, text) as at:
        screen = at.pilot.app.screen
        assert isinstance(screen, RunScreen)
        both = ("run.tab.0", "run.tab.1") if at.pilot.find_all(id="run.tab.0") else ("",)

        def look(state: str) -> None:
            for tab in both:
                if tab:
                    at.pilot.click(tab)
                at.look(f"{state} {tab}".strip())

        screen.day.pause()
        look("early")
        day = screen.day
        for instant in _moments(screen):
            day.reach(float(instant))
            screen.ui.refresh()
            look(f"at {instant}")
        at.pilot.press_key("h")
        look("whom to hold")
        at.pilot.press_key("escape")
        at.pilot.press_key("d")
        look("which door")
        at.pilot.press_key("escape")
        for person in (session.scenario.people[0], *session.scenario.officers):
            screen.pick(person.id)
            look(f"what to say to {person.id}")
            at.pilot.press_key("escape")
        at.pilot.press_key("end")
        look("over")
        day.look(day.scenario.start + 60_000)
        screen.say(Verb.HOLD_DOOR)
        screen.pick(session.scenario.room.doors[0].id)
        screen.day.pause()
        assert day.what_if
        look("a what-if")
        at.pilot.press_key("f1")
        at.look("keys")


def _moments(screen: RunScreen) -> list[int]:
    """Just after each of the first things that must not be missed, and while the house waits for an answer."""
    day = screen.day
    breaches = [breach.at + 1_000 for breach in day.live.trace.breaches[:4]]
    notices = [at + 1_000 for at, _rule in day._notices[:2]]
    return sorted({*breaches, *notices})


@more_sizes
def test_a_class_at_one_machine(size: tuple[int, int], text: int, tmp_path: Path) -> None:
    session = Session.open("pyongyang-2024", folder=tmp_path)
    session.class_tries = ClassTries(Raised(12, 3, 1))
    with inspected(PlanScreen(session), tmp_path, size, text) as at:
        at.pilot.press_key("ctrl+return")
        at.look("show of hands")
    for _day in range(3):
        session.live = session.open_doors().live_to(session.scenario.end)
        session.finish()
        session.same_day_again()
    with inspected(DebriefScreen(session), tmp_path, size, text) as at:
        at.tabs("the class's tries")
        for tab in [node.id for row in at.pilot.find_all(role="tabs") for node in row.children][-1:]:
            at.pilot.click(tab)
            at.look("the class")
            assert at.pilot.says("Try 3, day 1")


@more_sizes
@scenarios
def test_debrief(scenario: str, size: tuple[int, int], text: int, tmp_path: Path) -> None:
    session = Session.open(scenario)
    session.live = session.open_doors().live_to(session.scenario.end)
    assert session.finish() is not None
    with inspected(DebriefScreen(session), tmp_path, size, text) as at:
        screen = at.pilot.app.screen
        assert isinstance(screen, DebriefScreen)
        at.tabs("first line open")
        for place in range(len(screen.lines)):
            screen.opened = place
            screen.look(screen.lines[place].at)
            at.look(f"line {place} open")
        screen.opened = next(n for n, line in enumerate(screen.lines) if line.is_breach)
        screen.ui.refresh()
        at.tabs("a fix on offer")
        at.pilot.press_key("f")
        at.tabs("looking for a fix")
        at.pilot.frames(150)
        at.tabs("found, or still looked for")
        assert at.pilot.says("other days.") or text > 100
        at.tabs("other days reckoned")
        at.pilot.press_key("f1")
        at.look("keys")


@sizes
def test_class(size: tuple[int, int], text: int, tmp_path: Path) -> None:
    here = a_class()
    with inspected(JoinScreen(None, here), tmp_path, size, text) as at:
        for state in tour(at.pilot, here):
            at.look(state)
            if state in ("lobby", "plan", "run", "debrief"):
                at.pilot.press_key("f1")
                at.look(f"keys, {state}")
                at.pilot.press_key("escape")
