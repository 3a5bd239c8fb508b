"""Where an attempt is kept: JSON files in the player's data folder, written whole or not at all.

Nothing here raises for a folder that cannot be read or written: the game goes on, and the player is told.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from game.wording.catalogue import _

LARGEST: Final = 32_000_000
"""Bytes; no file of ours grows so long, so what does is not ours."""


def data_folder() -> Path:
    """The player's data folder on this system; it need not exist yet."""
    import platformdirs  # here, because most commands never need it

    return Path(platformdirs.user_data_dir("after-you", appauthor=False))


def write(path: Path, data: dict[str, Any]) -> str:
    """Write the data, whole or not at all. Returns a notice for the player when it could not be kept."""
    return write_text(path, json.dumps(data, ensure_ascii=False, indent=1) + "\n")


def write_text(path: Path, text: str) -> str:
    """Write a text file, whole or not at all. Returns a notice for the player when it could not be kept."""
    if put(path, text):
        return ""
    return _("{path} cannot be written; your work is kept until you close the game.").format(path=path)


def put(path: Path, text: str) -> bool:
    """Write a text file, whole or not at all, with the folders it lies in; returns whether it is there now."""
    return _put(path, lambda draft: draft.write_text(text, encoding="utf-8"))


def put_bytes(path: Path, data: bytes) -> bool:
    """The same for a file that is not text, or whose line breaks are settled."""
    return _put(path, lambda draft: draft.write_bytes(data))


def _put(path: Path, fill: Callable[[Path], object]) -> bool:
    draft = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fill(draft)
        draft.replace(path)
    except (OSError, UnicodeError):
        _discard(draft)
        return False
    return True


def load(path: Path) -> tuple[dict[str, Any] | None, str]:
    """The data of a file, None where there is none, and a notice where it could not be read."""
    try:
        if path.stat().st_size > LARGEST:
            return None, set_aside(path)
        found = json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return None, ""
    except OSError:
        return None, _("{path} cannot be read; you start afresh.").format(path=path)
    except (ValueError, RecursionError):
        return None, set_aside(path)
    return (found, "") if isinstance(found, dict) else (None, set_aside(path))


def set_aside(path: Path) -> str:
    """Keep a damaged file under another name, so that the next save cannot destroy it; returns the notice."""
    kept = path.with_name(path.name + ".damaged")
    try:
        path.replace(kept)
    except OSError:
        return _("{path} is damaged and cannot be read; you start afresh.").format(path=path)
    notice = _("{path} is damaged; you start afresh, and the old file is kept as {kept}.")
    return notice.format(path=path, kept=kept.name)


def _discard(draft: Path) -> None:
    try:
        draft.unlink(missing_ok=True)
    except OSError:
        return  # a folder we may not write to keeps the draft; there is nobody to tell
