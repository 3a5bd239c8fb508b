"""From a path to a text: bounded, decoded, and every obstacle in one plain sentence."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from game.authoring.problems import WHOLE_FILE, Findings, ProblemsFound, Wrong
from game.wording.catalogue import _

MOST_BYTES: Final = 1_000_000


def read_text(path: Path) -> str:
    """The text of a file of at most 1 MB in UTF-8, without a byte order mark; raises ProblemsFound."""
    try:
        return _decode(_read_bytes(path))
    except Wrong as wrong:
        findings = Findings(str(path))
        findings.add(WHOLE_FILE, wrong)
        raise ProblemsFound(findings.sorted()) from None


def _read_bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise Wrong(
                "file-folder", _("This is a folder, not a file."), _("Name the scenario file inside it.")
            )
        if path.exists() and not path.is_file():
            raise Wrong("file-unreadable", _("This is not an ordinary file."))
        with path.open("rb") as file:
            found = file.read(MOST_BYTES + 1)
    except Wrong:
        raise
    except FileNotFoundError:
        raise Wrong(
            "file-missing", _("There is no such file."), _("Check the spelling and the folder you are in.")
        ) from None
    except PermissionError:
        raise Wrong("file-unreadable", _("You are not allowed to read this file.")) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or _("the name cannot be a file's name")
        raise Wrong(
            "file-unreadable", _("This file cannot be read: {reason}.").format(reason=reason)
        ) from None
    if len(found) > MOST_BYTES:
        raise Wrong("file-too-big", _("This file is larger than one megabyte; no scenario needs that much."))
    return found


def _decode(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Wrong("file-encoding", _("This file is stored as UTF-16."), _("Save it again as UTF-8."))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Wrong(
            "file-encoding",
            _("This file is not UTF-8 text (line {line}).").format(line=line),
            _(
                "Save it again as UTF-8; if it is a picture or a document of a word processor, "
                "it is the wrong file."
            ),
        ) from None
    return text
