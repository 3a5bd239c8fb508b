"""How long it takes to the first frame of the title, a key answered, beside a bare pygame window.

Each start is a fresh process, measured from outside, in turns: `python -m tests.benchmarks.starts`. Modules are
compiled beforehand, as an installation has them.
"""

from __future__ import annotations

import os
import subprocess
import sys
from statistics import median
from tempfile import mkdtemp
from time import perf_counter_ns

ROUNDS = 15
HOME = mkdtemp()
EMPTY = "pass"
BARE = """
import pygame
pygame.display.init()
pygame.display.set_mode((1280, 720), pygame.RESIZABLE)
pygame.display.flip()
pygame.event.get()
"""
TITLE = """
import pygame
from game.stage import flow
from game.stage.app import App

app = App(flow.title())
app.open()
pygame.event.clear()
pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_TAB, mod=0, unicode="", scancode=0))
app.step(0)
assert app.scene.focused is not None, "the title did not answer"
"""
STARTS = {"an empty Python": EMPTY, "pygame and a bare window": BARE, "our title, answering a key": TITLE}


def start(program: str) -> int:
    """Nanoseconds from starting the process to its end; it leaves at once, without tidying up."""
    env = {**os.environ, "SDL_VIDEODRIVER": "dummy", "PYGAME_HIDE_SUPPORT_PROMPT": "1", "HOME": HOME,
           "XDG_CONFIG_HOME": HOME, "XDG_DATA_HOME": HOME, "LOCALAPPDATA": HOME,
           "PYTHONPYCACHEPREFIX": HOME}  # fmt: skip
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-c", f"{program}\nimport os\nos._exit(0)"]
    begin = perf_counter_ns()
    subprocess.run(command, env=env, check=True)
    return perf_counter_ns() - begin


def measure(rounds: int = ROUNDS) -> dict[str, list[int]]:
    """Nanoseconds of each start, in turns; the first round only warms the disk's cache."""
    times: dict[str, list[int]] = {name: [] for name in STARTS}
    for turn in range(rounds + 1):
        for name, program in STARTS.items():
            taken = start(program)
            if turn:
                times[name].append(taken)
    return times


def ratio(times: dict[str, list[int]]) -> float:
    """Our start to the bare window's, both from the start of the process."""
    _empty, bare, ours = (median(taken) for taken in times.values())
    return ours / bare


def table(times: dict[str, list[int]]) -> str:
    """The table, in the form a README takes."""
    bare = median(times["pygame and a bare window"])
    lines = ["| a start, whole process | median | to the bare window's |", "|---|---|---|"]
    for name, taken in times.items():
        lines.append(f"| {name} | {median(taken) / 1e6:.0f} ms | {median(taken) / bare:.2f} |")
    return "\n".join(lines)


if __name__ == "__main__":
    print(table(measure()))
