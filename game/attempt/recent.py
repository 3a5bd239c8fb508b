"""The scenario files that an author opened last, kept with the player's data."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from game.attempt.store import data_folder, load, write

MOST: Final = 8
_FILE: Final = "authored.json"


def recent(folder: Path | None = None) -> tuple[Path, ...]:
    """The files opened last, the latest first. What cannot be read counts as none."""
    data, _notice = load((folder or data_folder()) / _FILE)
    paths = (data or {}).get("files")
    if not isinstance(paths, list):
        return ()
    return tuple(Path(path) for path in paths[:MOST] if isinstance(path, str) and path)


def remember(path: Path, folder: Path | None = None) -> None:
    """Put a file at the head of the list. Where that cannot be kept, the list stays as it is."""
    try:
        whole = path.absolute()
    except OSError:  # the folder one is in is gone
        return
    files = [whole, *(each for each in recent(folder) if each != whole)][:MOST]
    write((folder or data_folder()) / _FILE, {"files": [str(each) for each in files]})
