"""The frames that are compared: the plain scene, and the run screen with 60 people, both at 1920x1080.

`python -m tests.benchmarks.frames` prints them as a table; they are drawn in turns in one process, so that a busy
machine slows both alike.
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
from pygame import Rect, Surface

from game.stage.app import App
from game.stage.screens.run import RunScreen
from game.stage.session import Session
from game.stage.settings import Settings, save_settings
from game.stage.typeset import Style, Typesetter
from tests.benchmarks.instances import PEOPLE, full

SIZE = (1920, 1080)
FRAMES = 1_500
FRAME_MS = 16
Frame = Callable[[], object]


def run_screen(folder: Path) -> App:
    """An open window on the run screen, the day of 60 people going on at the pace of one to one."""
    session = Session(full(), 1, folder)
    session.open_doors()
    screen = RunScreen(session)
    screen.day.speed, screen.day.jump = 1, False
    file = folder / "settings.json"
    save_settings(Settings(intro_seen=True), file)
    app = App(screen, settings_file=file, size=SIZE)
    app.open()
    pygame.event.clear()
    return app


def plain_scene(window: Surface) -> Frame:
    """A background, 60 sprites with alpha, 60 labels rendered before, and a timeline of 200 rectangles."""
    ground = Surface(SIZE).convert()
    ground.fill((217, 199, 160))
    sprite = Surface((48, 84), pygame.SRCALPHA)
    pygame.draw.ellipse(sprite, (32, 36, 44, 255), (4, 20, 40, 60))
    pygame.draw.circle(sprite, (227, 183, 143, 255), (24, 14), 12)
    sprites = [sprite.copy().convert_alpha() for _ in range(PEOPLE)]
    setter = Typesetter()
    labels = [setter.image(f"Person {n}", Style(), 1.5) for n in range(PEOPLE)]
    places = [(60 + n % 12 * 150, 120 + n // 12 * 150) for n in range(PEOPLE)]
    bars = [Rect(20 + n * 9, 1000 + n % 3 * 20, 8, 16) for n in range(200)]
    count = 0

    def frame() -> None:
        nonlocal count
        count += 1
        window.blit(ground, (0, 0))
        for picture, label, (x, y) in zip(sprites, labels, places, strict=True):
            window.blit(picture, (x + count % 40, y))
            window.blit(label, (x + count % 40, y + 86))
        for n, bar in enumerate(bars):
            pygame.draw.rect(window, (47 + n % 90, 93, 74), bar)
        pygame.display.flip()

    return frame


def frames(folder: Path) -> tuple[Frame, Frame, App]:
    """The plain frame, the run screen's frame, and the window both are drawn in."""
    app = run_screen(folder)
    window = pygame.display.get_surface()
    assert window is not None
    return plain_scene(window), lambda: app.step(FRAME_MS), app


def measure(count: int = FRAMES) -> dict[str, list[int]]:
    """Nanoseconds of each frame, drawn in turns."""
    plain, ours, app = frames(Path(mkdtemp()))
    times: dict[str, list[int]] = {"plain": [], "run": []}
    try:
        for warm in range(count // 10 + 1):
            (plain if warm % 2 else ours)()
        for _ in range(count):
            for name, frame in (("plain", plain), ("run", ours)):
                start = perf_counter_ns()
                frame()
                times[name].append(perf_counter_ns() - start)
    finally:
        app.close()
    return times


def p99(taken: list[int]) -> int:
    """The 99th percentile."""
    return sorted(taken)[len(taken) * 99 // 100]


def table(times: dict[str, list[int]]) -> str:
    """The table, in the form a README takes."""
    plain, run = times["plain"], times["run"]
    lines = ["| a frame at 1920x1080 with 60 people | median | p99 | p99 to the plain scene's |", "|---|---|---|---|"]
    for name, taken in (("plain scene", plain), ("run screen", run)):
        lines.append(
            f"| {name} | {median(taken) / 1e6:.2f} ms | {p99(taken) / 1e6:.2f} ms | {p99(taken) / p99(plain):.2f} |"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    print(table(measure()))
