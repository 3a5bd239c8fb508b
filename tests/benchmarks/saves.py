"""Author mode: from the moment a scenario file is saved to the painted frame that shows it.

`python -m tests.benchmarks.saves` prints it for Pyongyang at 1920x1080, by the wall clock as the window's loop runs,
at 60 frames a second, with the bots' processes at work as always.
"""

from __future__ import annotations

import os

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import mkdtemp
from time import perf_counter_ns

import pygame

from game.resources import scenarios
from game.stage import flow
from game.stage.app import FRAMES_A_SECOND, App
from game.stage.screens.author import AuthorScreen
from game.stage.settings import Settings, save_settings

SIZE = (1920, 1080)
ROUNDS = 40
SLOWEST = 5_000_000_000
TEXT = (scenarios() / "pyongyang-2024.yaml").read_text(encoding="utf-8")


class Window:
    """An open window on a file, with its loop."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "saved.yaml"
        self.file.write_text(TEXT, encoding="utf-8")
        settings = folder / "settings.json"
        save_settings(Settings(intro_seen=True), settings)
        self.app = App(flow.author(self.file), settings_file=settings, size=SIZE)
        self.app.open()
        self._clock = pygame.time.Clock()
        self._saves = 0

    def frames(self, until: Callable[[], bool]) -> None:
        """Go on until this holds after a frame."""
        start = perf_counter_ns()
        while not until():
            assert perf_counter_ns() - start < SLOWEST, "it never came"
            self.app.step(min(self._clock.tick(FRAMES_A_SECOND), 250))

    def save(self) -> int:
        """Save a file with another title; nanoseconds until the frame with it is painted."""
        self._saves += 1
        title = f"Save number {self._saves}"
        draft = self.file.with_suffix(".new")
        draft.write_text(TEXT.replace("title: Leaders first", f"title: {title}"), encoding="utf-8")
        start = perf_counter_ns()
        draft.replace(self.file)
        self.frames(lambda: self._shown() == title)
        return perf_counter_ns() - start

    def _shown(self) -> str:
        screen = self.app.screen
        assert isinstance(screen, AuthorScreen)
        heads = [node.said for node in self.app.tree.walk() if node.role == "heading"]
        return next((head.partition(" · ")[2] for head in heads if " · " in head), "")

    def rest(self, number: int) -> None:
        """Frames between two saves: enough for the bots to be at work, and not always at the same point of the poll."""
        for _ in range(40 + number % 7):
            self.app.step(min(self._clock.tick(FRAMES_A_SECOND), 250))


def measure(folder: Path, rounds: int = ROUNDS) -> list[int]:
    """Nanoseconds of each save."""
    window = Window(folder)
    try:
        window.frames(lambda: True)
        window.save()
        times = []
        for number in range(rounds):
            window.rest(number)
            times.append(window.save())
        return times
    finally:
        window.app.close()


def told(times: list[int]) -> str:
    """Median and the 99th percentile in milliseconds."""
    p99 = sorted(times)[len(times) * 99 // 100]
    return f"from save to picture: median {median(times) / 1e6:.0f} ms, p99 {p99 / 1e6:.0f} ms"


if __name__ == "__main__":
    print(told(measure(Path(mkdtemp()))))
