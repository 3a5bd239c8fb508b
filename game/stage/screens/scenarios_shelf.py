"""The scenarios there are: loaded once, broken ones kept with what is wrong with them.

Reading a scenario takes longer than the first frame can spare, so nothing is read before somebody asks, and
the title asks for one file at a time while nobody is pressing anything.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from game.attempt.progress import Progress
    from game.authoring.problems import Problem
    from game.protocol.scenario import Scenario

GOOD_ENOUGH: Final = frozenset("AB")
"""Grades with which a scenario counts as learnt, so that the next one is recommended."""

HARDEST: Final = 5


class Volume(NamedTuple):
    """One scenario file: the scenario, or else everything wrong with the file."""

    id: str
    path: Path
    scenario: Scenario | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def order(self) -> tuple[int, str]:
        """Easy ones first; broken ones last."""
        return (self.scenario.difficulty if self.scenario else HARDEST + 1, self.id)


class Shelf:
    """The scenario files of a folder. A file that changed since it was read is read again."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._read: dict[Path, tuple[tuple[int, int], Volume]] = {}

    def paths(self) -> tuple[Path, ...]:
        """The files, alphabetically."""
        from game.resources import scenarios

        return tuple(sorted((self._folder or scenarios()).glob("*.yaml")))

    def read_one(self) -> bool:
        """Read one file that has not been read yet; False when there is none left."""
        for path in self.paths():
            if path not in self._read:
                self._volume(path)
                return True
        return False

    def volumes(self) -> tuple[Volume, ...]:
        """All of them, the easiest first."""
        return tuple(sorted(map(self._volume, self.paths()), key=lambda volume: volume.order))

    def _volume(self, path: Path) -> Volume:
        stamp = _stamp(path)
        known = self._read.get(path)
        if known is None or known[0] != stamp:
            self._read[path] = (stamp, _read(path))
        return self._read[path][1]


def _stamp(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError:
        return (0, 0)
    return (found.st_mtime_ns, found.st_size)


def _read(path: Path) -> Volume:
    from game.authoring.load import load_scenario  # here, for it brings pydantic
    from game.authoring.problems import ProblemsFound
    from game.wording.catalogue import language

    try:
        return Volume(path.stem, path, load_scenario(path, language()))
    except ProblemsFound as found:
        return Volume(path.stem, path, problems=found.problems)


def recommended(volumes: tuple[Volume, ...], progress: Progress) -> Volume | None:
    """The easiest that is not yet mastered; where all are, the one with the lowest best result."""
    playable = [volume for volume in volumes if volume.scenario is not None]
    for volume in playable:
        if progress.of(volume.id).grade not in GOOD_ENOUGH:
            return volume
    return min(playable, key=lambda volume: progress.of(volume.id).best or 0, default=None)


SHELF: Final = Shelf()
"""The scenarios that come with the game."""
