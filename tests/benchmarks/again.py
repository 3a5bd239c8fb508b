"""Same day again: from the key R in the debrief to the painted plan, and from Return to the first frame of the day.

`python -m tests.benchmarks.again` prints how long each takes, and the longest frame of a debrief while it reckons
the other days.
"""

from __future__ import annotations

import os

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

from pathlib import Path
from statistics import median
from tempfile import mkdtemp
from time import perf_counter_ns

import pygame

from game.attempt.commands import StartFrom
from game.stage.app import App
from game.stage.screens.debrief import DebriefScreen
from game.stage.screens.plan import PlanScreen
from game.stage.screens.run import RunScreen
from game.stage.session import Session
from game.stage.settings import Settings, save_settings

SIZE = (1920, 1080)
FRAME_MS = 16
RECKONING = 110
"""So many frames the debrief needs for the other days, and a few."""


def debrief(folder: Path) -> App:
    """An open window on the debrief of a day of Pyongyang as planned by its reference plan."""
    session = Session.open("pyongyang-2024", folder=folder)
    session.do(StartFrom(session.scenario.plan("reference").plan))
    session.live = session.open_doors().live_to(session.scenario.end)
    session.finish()
    file = folder / "settings.json"
    save_settings(Settings(intro_seen=True), file)
    app = App(DebriefScreen(session), settings_file=file, size=SIZE)
    app.open()
    pygame.event.clear()
    app.step(FRAME_MS)
    return app


def press(app: App, key: int) -> int:
    """Press a key; nanoseconds until the frame that it brought is painted."""
    start = perf_counter_ns()
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, unicode="", scancode=0))
    app.step(FRAME_MS)
    taken = perf_counter_ns() - start
    pygame.event.post(pygame.event.Event(pygame.KEYUP, key=key, mod=0, unicode="", scancode=0))
    app.step(FRAME_MS)
    return taken


def again(app: App) -> tuple[int, int]:
    """R in the debrief, Return on the plan, and to the debrief again; nanoseconds of the first two."""
    back = press(app, pygame.K_r)
    assert isinstance(app.screen, PlanScreen)
    doors = press(app, pygame.K_RETURN)
    assert isinstance(app.screen, RunScreen)
    press(app, pygame.K_END)
    press(app, pygame.K_RETURN)
    assert isinstance(app.screen, DebriefScreen)
    return back, doors


def longest_frame(app: App) -> int:
    """Nanoseconds of the longest frame of a debrief while the other days are reckoned."""
    taken = []
    for _ in range(RECKONING):
        start = perf_counter_ns()
        app.step(FRAME_MS)
        taken.append(perf_counter_ns() - start)
    return max(taken)


def main(rounds: int = 20) -> None:
    """Measure and print."""
    app = debrief(Path(mkdtemp()))
    times = [again(app) for _ in range(rounds)]
    names = ("same day again (R) to the plan", "open the doors to the day")
    for name, each in zip(names, zip(*times, strict=True), strict=True):
        print(f"{name}: median {median(each) / 1e6:.0f} ms, longest {max(each) / 1e6:.0f} ms")
    print(f"longest frame of a debrief that reckons: {longest_frame(app) / 1e6:.0f} ms")
    app.close()


if __name__ == "__main__":
    main()
