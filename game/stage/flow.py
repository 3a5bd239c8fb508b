"""The way from screen to screen. Screens are imported when asked for: no cycles, and a quick start."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.stage.chrome import Step
from game.stage.intents import Shortcut
from game.stage.screen import Screen
from game.wording.catalogue import _

if TYPE_CHECKING:
    from pathlib import Path

    from game.stage.attendance import Attendance
    from game.stage.class_calls import Invitation
    from game.stage.session import Session
    from game.stage.ui import Ui


def title() -> Screen:
    """The title screen."""
    from game.stage.screens.title import TitleScreen

    return TitleScreen()


def scenario_list() -> Screen:
    """The list of scenarios."""
    from game.stage.screens.scenarios import ScenariosScreen

    return ScenariosScreen()


def intro() -> Screen:
    """The incident, played once to a newcomer."""
    from game.stage.screens.intro import IntroScreen

    return IntroScreen()


def author_files() -> Screen:
    """The scenario files one can write at."""
    from game.stage.screens.author_files import AuthorFilesScreen

    return AuthorFilesScreen()


def author(path: Path, plan: str = "") -> Screen:
    """A scenario file while it is written."""
    from game.stage.screens.author import AuthorScreen

    return AuthorScreen(path, plan)


def join(given: Invitation | None = None) -> Screen:
    """Where one joins a class."""
    from game.stage.screens.join import JoinScreen

    return JoinScreen(given)


def in_class(attendance: Attendance, scene: str = "") -> Screen:
    """What a class shows now, or another scene of it that can be shown too."""
    from game.stage.screens.class_scenes import screen_of

    return screen_of(attendance, scene)


def brief(session: Session) -> Screen:
    """The dossier."""
    from game.stage.screens.brief import BriefScreen

    return BriefScreen(session) if session.attendance is None else in_class(session.attendance, "brief")


def plan(session: Session) -> Screen:
    """The plan screen."""
    from game.stage.screens.plan import PlanScreen

    return PlanScreen(session) if session.attendance is None else in_class(session.attendance, "plan")


def run(session: Session) -> Screen:
    """The day; `session.live` must have begun."""
    from game.stage.screens.run import RunScreen

    return RunScreen(session)


def debrief(session: Session) -> Screen:
    """What came of it; `session.finished` must be there."""
    from game.stage.screens.debrief import DebriefScreen

    return DebriefScreen(session) if session.attendance is None else in_class(session.attendance, "debrief")


def way_out(session: Session) -> Shortcut:
    """Escape on the first and last screen of an attempt: to the scenarios, or back to the file that is tried out."""
    if session.attendance is not None:
        return Shortcut("escape", _("Leave the class"), session.attendance.ask_to_leave)
    if session.home is not None:
        return Shortcut("escape", _("File"), session.home)
    return Shortcut("escape", _("Scenarios"), scenario_list)


def phase_tabs(ui: Ui, session: Session, current: str) -> list[Step]:
    """The four steps of an attempt for `w.header(...)`; `current` is brief, plan, run or debrief.

    What cannot be shown yet is out of use and says why. The step one is on keeps its screen.
    """

    if session.attendance is not None:
        from game.stage.screens.class_scenes import steps

        return steps(ui, session.attendance, current)

    def step(name: str, words: str, screen: Callable[[Session], Screen], missing: str = "") -> Step:
        def go() -> Screen | None:
            if name != current:
                return screen(session)
            ui.move_focus("")
            return None

        return Step(words, go, name == current, not missing, missing)

    home = session.home
    first = [Step(_("File"), home)] if home is not None else []
    no_day = "" if session.live else _("Open the doors on the plan screen first.")
    no_end = "" if session.finished else _("There is nothing to explain before a day has ended.")
    return [
        *first,
        step("brief", _("Brief"), brief),
        step("plan", _("Plan"), plan),
        step("run", _("Run"), run, no_day),
        step("debrief", _("Debrief"), debrief, no_end),
    ]
