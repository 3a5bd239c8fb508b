"""Opens the window: on the title, on a scenario's brief, or at the very first start on the incident."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.stage import flow
from game.stage.app import App
from game.stage.screen import Screen
from game.stage.settings import load_settings, settings_path

if TYPE_CHECKING:
    from game.protocol.scenario import Scenario


def main(scenario: Scenario | str | None = None) -> int:
    """Run the window until the player leaves; returns the exit code, 0.

    `scenario` is a scenario, or the id or path of one. Raises NoDisplay where there is no window to open,
    Crashed after a failure of our own (the attempt is saved), ProblemsFound for a wrong scenario file.
    """
    file = settings_path()
    App(first_screen(scenario, intro_seen=load_settings(file)[0].intro_seen), settings_file=file).run()
    return 0


def first_screen(scenario: Scenario | str | None, *, intro_seen: bool) -> Screen:
    """Where the window opens."""
    if scenario is None:
        return flow.title() if intro_seen else flow.intro()
    from game.stage.session import Session

    session = Session.open(scenario) if isinstance(scenario, str) else Session(scenario)
    return flow.brief(session)
