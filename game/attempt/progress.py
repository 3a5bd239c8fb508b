"""What a player has reached: for each scenario the runs played and the best total."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Final

from game.attempt.store import data_folder, load, set_aside, write

FORMAT: Final = 1


@dataclass(frozen=True, slots=True)
class Reached:
    """One scenario: how often it was played to the end, and the best total (None: never)."""

    runs: int = 0
    best: int | None = None
    grade: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """What was reached in every scenario played, by id."""

    scenarios: tuple[tuple[str, Reached], ...] = ()

    def of(self, scenario_id: str) -> Reached:
        """What was reached in this scenario."""
        return dict(self.scenarios).get(scenario_id, Reached())

    def after(self, scenario_id: str, total: int, grade: str) -> Progress:
        """With one more run played, which ended with this total and grade."""
        old = self.of(scenario_id)
        better = old.best is None or total > old.best
        new = replace(old, runs=old.runs + 1)
        new = replace(new, best=total, grade=grade) if better else new
        return Progress(tuple(sorted((dict(self.scenarios) | {scenario_id: new}).items())))


def progress_path(folder: Path | None = None) -> Path:
    """The file of a player's progress."""
    return (folder or data_folder()) / "progress.json"


def save_progress(progress: Progress, folder: Path | None = None) -> str:
    """Keep the progress, whole or not at all; returns a notice for the player when that fails."""
    scenarios = {key: asdict(one) for key, one in progress.scenarios}
    return write(progress_path(folder), {"format": FORMAT, "scenarios": scenarios})


def load_progress(folder: Path | None = None) -> tuple[Progress, str]:
    """The progress kept, and a notice where it could not be read. A damaged file is set aside."""
    path = progress_path(folder)
    data, notice = load(path)
    if data is None:
        return Progress(), notice
    scenarios = data.get("scenarios")
    if data.get("format") != FORMAT or not isinstance(scenarios, dict):
        return Progress(), set_aside(path)
    read = {key: _read(one) for key, one in sorted(scenarios.items())}
    if None in read.values():
        return Progress(), set_aside(path)
    return Progress(tuple((key, one) for key, one in read.items() if one is not None)), ""


def _read(data: object) -> Reached | None:
    if not isinstance(data, dict):
        return None
    runs, best, grade = data.get("runs"), data.get("best"), data.get("grade")
    if type(runs) is not int or not (best is None or type(best) is int) or not isinstance(grade, str):
        return None
    return Reached(runs, best, grade)
