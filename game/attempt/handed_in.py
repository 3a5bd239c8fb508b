"""Replay files that a class handed in on a stick: whose they are, which try, and which of them cannot be used.

The convention: `anna.afteryou.json` is Anna's first try, `anna-2.afteryou.json` her second. Files in a folder within
the folder are all of the trainee whom it is named for, in the order of the numbers in their names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from game.attempt.one_line import one_line
from game.attempt.replay import SUFFIX, Replay, ReplayRefused, load_replay
from game.authoring.library import find, shipped
from game.authoring.load import load_scenario
from game.authoring.problems import ProblemsFound
from game.protocol.legality import order_problems, problems
from game.protocol.scenario import Scenario
from game.wording.catalogue import _, language
from game.wording.refusals import refusal_sentence

_JSON: Final = ".json"
_SCENARIOS: Final = (".yaml", ".yml")
_AGAIN: Final = re.compile(r"(?P<name>.+?)(?:[-_ ]+(?P<number>\d{1,3})| *\((?P<copy>\d{1,3})\))")
_LONGEST: Final = 60


class NothingHandedIn(ValueError):
    """A folder from which no debrief can be made; the text is a sentence."""


@dataclass(frozen=True, slots=True)
class HandedIn:
    """A replay that counts: the `nth` try (from 1) of a trainee at its scenario, and the file it came in."""

    file: str
    trainee: str
    nth: int
    replay: Replay


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that does not count, and why: the codes of replays and plans, `scenario-unknown`, `duplicate`."""

    file: str
    code: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Collected:
    """What a folder holds: the replays of each scenario, and what was left aside."""

    scenarios: tuple[Scenario, ...]
    handed_in: tuple[HandedIn, ...]
    refused: tuple[Refused, ...]

    def of(self, scenario: Scenario) -> tuple[HandedIn, ...]:
        """The replays of one scenario."""
        return tuple(each for each in self.handed_in if each.replay.scenario_id == scenario.id)


@dataclass(frozen=True, slots=True)
class _Found:
    file: str
    trainee: str
    order: tuple[tuple[int, str], ...]
    replay: Replay


def collect(folder: Path) -> Collected:
    """Read a folder and the folders in it. Raises NothingHandedIn where it cannot be read or holds no replay.

    A replay counts when it is of exactly this version of a scenario that comes with the game or lies in the folder.
    """
    paths = _replay_files(folder)
    if not paths:
        raise NothingHandedIn(_("{folder} holds no replay files (their names end in {suffix}).").format(
            folder=folder, suffix=SUFFIX))
    known = _Known(folder)
    found: list[_Found] = []
    refused: list[Refused] = []
    names = _trainees([path.relative_to(folder) for path in paths])
    for path in paths:
        inside = path.relative_to(folder)
        try:
            replay = load_replay(path)
            known.verify(replay)
        except ReplayRefused as refusal:
            refused.append(Refused(shown(inside.as_posix()), refusal.code, str(refusal)))
        else:
            found.append(_Found(shown(inside.as_posix()), *names[inside], replay))
    handed_in, twice = _tries(found)
    return Collected(known.used, handed_in, (*refused, *twice))


def _replay_files(folder: Path) -> list[Path]:
    """All files that may be replays, in the order of their names; what systems leave behind on a stick is passed over.
    """
    try:
        if not folder.is_dir():
            known = _("{folder} is no folder.") if folder.exists() else _("There is no folder {folder}.")
            raise NothingHandedIn(known.format(folder=folder))
        found = [path for path in folder.rglob("*") if _may_be_replay(path.relative_to(folder)) and not path.is_dir()]
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise NothingHandedIn(_("{path} cannot be read ({reason}).").format(path=folder, reason=reason)) from error
    return sorted(found, key=lambda path: natural(path.relative_to(folder).as_posix()))


def _may_be_replay(inside: Path) -> bool:
    hidden = any(part.startswith(".") or part == "__MACOSX" for part in inside.parts)
    return inside.suffix.casefold() == _JSON and not hidden


def natural(text: str) -> tuple[tuple[int, str], ...]:
    """A key that sorts `try-2` before `try-10`."""
    return tuple((int(part), "") if part.isascii() and part.isdigit() else (-1, part.casefold())
                 for part in re.split(r"([0-9]{1,9})", text) if part)


def shown(name: str) -> str:
    """A name from a stick as it may be shown anywhere: composed, on one line, without what cannot be printed."""
    line = one_line(name)
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def _stem(inside: Path) -> str:
    name = inside.name
    ending = SUFFIX if name.casefold().endswith(SUFFIX) else _JSON
    return shown(name[: -len(ending)]) or name


def _trainees(files: Sequence[Path]) -> dict[Path, tuple[str, tuple[tuple[int, str], ...]]]:
    """Whose each file is, and where it stands among theirs.

    A number at the end is that of a try only where there is a file of the same name without one: `team-1` and `team-2`
    alone are two trainees.
    """
    stems = {_stem(file).casefold() for file in files if len(file.parts) == 1}
    owners: dict[Path, tuple[str, tuple[tuple[int, str], ...]]] = {}
    for file in files:
        stem = _stem(file)
        if len(file.parts) > 1:
            owners[file] = (shown(file.parts[0]) or "?", natural(file.as_posix()))
            continue
        again = _AGAIN.fullmatch(stem)
        if again and again["name"].casefold() in stems:
            owners[file] = (again["name"], ((int(again["number"] or again["copy"]), ""),))
        else:
            owners[file] = (stem, ((1, ""),))
    return _one_spelling(owners)


def _one_spelling(
    owners: dict[Path, tuple[str, tuple[tuple[int, str], ...]]]
) -> dict[Path, tuple[str, tuple[tuple[int, str], ...]]]:
    """Anna and anna are one trainee, called as in the first file."""
    called: dict[str, str] = {}
    for name, _order in owners.values():
        called.setdefault(name.casefold(), name)
    return {file: (called[name.casefold()], order) for file, (name, order) in owners.items()}


def _tries(found: Iterable[_Found]) -> tuple[tuple[HandedIn, ...], list[Refused]]:
    """The tries of each trainee at each scenario, numbered from 1; the same run handed in twice counts once."""
    theirs: dict[tuple[str, str], list[_Found]] = {}
    for one in found:
        theirs.setdefault((one.replay.scenario_id, one.trainee), []).append(one)
    handed_in: list[HandedIn] = []
    twice: list[Refused] = []
    for tries in theirs.values():
        tries.sort(key=lambda each: (each.order, each.file))
        counted: dict[Replay, str] = {}
        for one in tries:
            if one.replay in counted:
                same = _("The same run as {file}; it counts once.").format(file=counted[one.replay])
                twice.append(Refused(one.file, "duplicate", same))
                continue
            counted[one.replay] = one.file
            handed_in.append(HandedIn(one.file, one.trainee, len(counted), one.replay))
    return tuple(handed_in), twice


class _Known:
    """The scenarios at hand: those that come with the game, and the files beside the replays."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._shipped: dict[str, Scenario | None] = {}
        self._beside: list[Scenario] | None = None
        self._used: dict[str, Scenario] = {}

    @property
    def used(self) -> tuple[Scenario, ...]:
        """Those of which a replay was accepted."""
        return tuple(self._used[name] for name in sorted(self._used))

    def verify(self, replay: Replay) -> None:
        """Return when this replay can be played; raises ReplayRefused."""
        scenario = self._used.get(replay.scenario_id) or self._fitting(replay)
        replay.verify(scenario)
        refusals = (*problems(scenario, replay.plan), *order_problems(scenario, replay.orders))
        if refusals:
            raise ReplayRefused(refusals[0].code, refusal_sentence(scenario, refusals[0]))
        self._used[scenario.id] = scenario

    def _fitting(self, replay: Replay) -> Scenario:
        """The scenario of that id, if possible the very version that was played."""
        ours = self._of_game(replay.scenario_id)
        if ours is not None and _fits(replay, ours):
            return ours
        theirs = [scenario for scenario in self._in_folder() if scenario.id == replay.scenario_id]
        candidates = [*(each for each in theirs if _fits(replay, each)), *theirs, *([ours] if ours else [])]
        if not candidates:
            raise ReplayRefused("scenario-unknown", _(
                "It is of the scenario “{id}”, which does not come with this game; put its file into the folder."
            ).format(id=shown(replay.scenario_id)))
        return candidates[0]

    def _of_game(self, name: str) -> Scenario | None:
        if name not in self._shipped:
            self._shipped[name] = load_scenario(find(name), language()) if name in shipped() else None
        return self._shipped[name]

    def _in_folder(self) -> list[Scenario]:
        """The scenario files beside the replays; what else has such a name (a plan, say) is passed over."""
        if self._beside is None:
            self._beside = []
            for path in sorted(self._folder.iterdir()):
                if path.suffix.casefold() in _SCENARIOS and not path.name.startswith("."):
                    try:
                        self._beside.append(load_scenario(path, language()))
                    except ProblemsFound:
                        continue
        return self._beside


def _fits(replay: Replay, scenario: Scenario) -> bool:
    try:
        replay.verify(scenario)
    except ReplayRefused:
        return False
    return True
