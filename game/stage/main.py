"""Opens the window: on the title, on a scenario or in the midst of its day, at the very first start on the incident."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from game.stage import flow
from game.stage.app import App
from game.stage.screen import Screen
from game.stage.settings import Settings, load_settings, save_settings, settings_path

if TYPE_CHECKING:
    from pathlib import Path

    from game.protocol.plan import Order, Plan
    from game.protocol.scenario import Scenario
    from game.stage.class_calls import Invitation
    from game.stage.session import Session


PROJECTED: Final = Settings(text_size=130, full_screen=True, intro_seen=True)
"""What a window for a whole class begins with: text for those in the last row."""


@dataclass(frozen=True, slots=True)
class Start:
    """Where to begin with a scenario: the day, the plan (None: the player's own, as it was left), the instant.

    With an instant (ms since midnight, within the day) the doors are open, it has been lived up to there, and the
    day stands still. Of the plan's live `orders` those up to then have been given; what comes is the player's.
    """

    seed: int = 1
    plan: Plan | None = None
    orders: tuple[Order, ...] = ()
    at: int | None = None


def main(scenario: Scenario | str | None = None, start: Start | None = None) -> int:
    """Run the window until the player leaves; returns the exit code, 0.

    `scenario` is a scenario, or the id or path of one. Raises NoDisplay where there is no window to open,
    Crashed after a failure of our own (the attempt is saved), ProblemsFound for a wrong scenario file.
    """
    file = settings_path()
    first = first_screen(scenario, start or Start(), intro_seen=load_settings(file)[0].intro_seen)
    App(first, settings_file=file).run()
    return 0


def watch(path: Path, plan: str = "") -> int:
    """Run the window on a scenario file that is being written, until the author leaves; returns the exit code, 0.

    `plan` is the name of the plan to show; the file need not be there, nor be well. Raises as `main` does.
    """
    App(flow.author(path, plan), settings_file=settings_path()).run()
    return 0


def project(scenario: Scenario) -> int:
    """Run the window for a class that decides together at this machine; returns the exit code, 0.

    It has settings of its own, which begin with full screen and large text. Raises as `main` does.
    """
    file = settings_path().with_name("projector.json")
    if not file.exists():
        save_settings(PROJECTED, file)
    App(class_screen(scenario), settings_file=file).run()
    return 0


def class_screen(scenario: Scenario) -> Screen:
    """Where the window opens for a class at one machine."""
    from game.attempt.hands import ClassTries
    from game.stage.session import Session

    session = Session(scenario)
    session.class_tries = ClassTries()
    return flow.brief(session)


def attend(given: Invitation) -> int:
    """Run the window where one joins a class, or in the class one has a place in; returns the exit code, 0.

    Raises as `main` does.
    """
    App(flow.join(given), settings_file=settings_path()).run()
    return 0


def first_screen(scenario: Scenario | str | None, start: Start, *, intro_seen: bool) -> Screen:
    """Where the window opens."""
    if scenario is None:
        return flow.title() if intro_seen else flow.intro()
    from game.stage.session import Session

    seed = start.seed
    session = Session.open(scenario, seed) if isinstance(scenario, str) else Session(scenario, seed)
    return begun(session, start)


def begun(session: Session, start: Start) -> Screen:
    """The screen on which a sitting begins as asked for."""
    from game.attempt.commands import StartFrom

    if start.plan is not None:
        session.do(StartFrom(start.plan))  # an edit as any other: it can be undone
    if start.at is None:
        return flow.brief(session) if start.plan is None else flow.plan(session)
    if session.refusals:  # the player's own plan, not finished: the plan screen tells what it lacks
        return flow.plan(session)
    from game.stage.screens.run import RunScreen

    given = tuple(order for order in start.orders if order.at <= start.at)
    session.live = session.open_doors(given).live_to(start.at)
    screen = RunScreen(session)
    screen.day.pause()
    return screen
