"""The classes a player has a place in: what it takes to come back to each, kept in the player's data folder."""

from __future__ import annotations

import shutil
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any, Final

from game.attempt.store import data_folder, load, write

MOST: Final = 20
"""So many classes are remembered, the latest first."""


@dataclass(frozen=True, slots=True)
class Attended:
    """A place in a class. `token` opens it; `recovery` is what to type on another device; `team` the team's id there.

    `unsent` says that the last edits had not reached the class when this was written: on which scenario, and on which
    version of the plan they were made; (-1, -1) where all had.
    """

    address: str
    code: str
    token: str
    trainee: str
    name: str
    title: str = ""
    recovery: str = ""
    team: str = ""
    unsent: tuple[int, int] = (-1, -1)

    @property
    def folder(self) -> str:
        """The name of the folder for what is made in this class."""
        return "".join(c for c in f"{self.code}-{self.trainee}" if c.isascii() and (c.isalnum() or c == "-"))[:80]


def attended(folder: Path | None = None) -> tuple[Attended, ...]:
    """The classes one can come back to, the latest first. A file that cannot be read holds none."""
    data, _notice = load(_path(folder))
    listed = data.get("classes") if data is not None else None
    found = [_read(each) for each in listed] if isinstance(listed, list) else []
    return tuple(each for each in found if each is not None)


def keep(place: Attended, folder: Path | None = None) -> str:
    """Keep a place, as the latest; returns a notice where that fails."""
    return _write((place, *_others(place, folder)), folder)


def forget(place: Attended, folder: Path | None = None) -> str:
    """Keep nothing of it any longer, nor of what was made there; returns a notice where that fails."""
    if place.folder:
        shutil.rmtree(folder_of(place, folder), ignore_errors=True)
    return _write(_others(place, folder), folder)


def folder_of(place: Attended, folder: Path | None = None) -> Path:
    """The folder for what is made in this class."""
    return (folder or data_folder()) / "classes" / place.folder


def _others(place: Attended, folder: Path | None) -> tuple[Attended, ...]:
    mine = (place.address, place.code, place.trainee)
    return tuple(each for each in attended(folder) if (each.address, each.code, each.trainee) != mine)


def _write(places: tuple[Attended, ...], folder: Path | None) -> str:
    return write(_path(folder), {"format": 1, "classes": [asdict(place) for place in places[:MOST]]})


def _path(folder: Path | None) -> Path:
    return (folder or data_folder()) / "classes.json"


def _read(data: Any) -> Attended | None:
    texts = [field.name for field in fields(Attended) if field.name != "unsent"]
    if not isinstance(data, dict) or not all(isinstance(data.get(name), str) for name in texts):
        return None
    place = Attended(**{name: data[name] for name in texts})
    match data.get("unsent"):
        case [int(scenario), int(rev)]:
            return replace(place, unsent=(scenario, rev))
        case _:
            return place
