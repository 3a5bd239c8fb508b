"""The attempt as kept between two edits: all commands, done and undone, so that undo survives a restart."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final

from game.attempt.commands import Decisions, parse_command
from game.attempt.history import Attempt
from game.attempt.spelling import SpellingError, plan_data, read_order, read_plan
from game.attempt.store import data_folder, load, set_aside, write

FORMAT: Final = 1


def attempt_path(scenario_id: str, folder: Path | None = None) -> Path:
    """The file of this scenario's attempt."""
    name = re.sub(r"[^A-Za-z0-9_-]", "_", scenario_id)[:80]
    return (folder or data_folder()) / "attempts" / f"{name}.json"


def save_attempt(scenario_id: str, attempt: Attempt, folder: Path | None = None) -> str:
    """Keep the attempt, whole or not at all; returns a notice for the player when that fails."""
    return write(attempt_path(scenario_id, folder), attempt_data(scenario_id, attempt))


def restore_attempt(scenario_id: str, folder: Path | None = None) -> tuple[Attempt | None, str]:
    """The attempt kept last, None where there is none, and a notice where one could not be read.

    A damaged file is set aside, never written over.
    """
    path = attempt_path(scenario_id, folder)
    data, notice = load(path)
    if data is None:
        return None, notice
    try:
        return read_attempt(data), ""
    except SpellingError:
        return None, set_aside(path)


def attempt_data(scenario_id: str, attempt: Attempt) -> dict[str, Any]:
    """An attempt as plain data."""
    return {
        "format": FORMAT,
        "scenario": scenario_id,
        "start": plan_data(attempt.start.plan),
        "orders": [str(order) for order in attempt.start.orders],
        "done": [str(command) for command in attempt.done],
        "undone": [str(command) for command in attempt.undone],
    }


def read_attempt(data: dict[str, Any]) -> Attempt:
    """The attempt that plain data spells; raises SpellingError."""
    if data.get("format") != FORMAT:
        raise SpellingError(repr(data.get("format"))[:80])
    orders = tuple(read_order(text) for text in _texts(data, "orders"))
    done = tuple(parse_command(text) for text in _texts(data, "done"))
    undone = tuple(parse_command(text) for text in _texts(data, "undone"))
    return Attempt.retrace(Decisions(read_plan(data.get("start")), orders), done, undone)


def _texts(data: dict[str, Any], key: str) -> list[str]:
    found = data.get(key, [])
    if not isinstance(found, list) or not all(isinstance(text, str) for text in found):
        raise SpellingError(repr(found)[:80])
    return found
