"""The shipped scenarios, and finding the one that somebody means."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from game.authoring.problems import WHOLE_FILE, Findings, ProblemsFound, Wrong
from game.authoring.suggest import did_you_mean, short
from game.resources import scenarios
from game.wording.catalogue import _

_ENDINGS: Final = (".yaml", ".yml")


def shipped() -> tuple[str, ...]:
    """The ids of the scenarios that come with the game, alphabetically; a file is named for its id."""
    folder = scenarios()
    return tuple(sorted(path.stem for path in folder.glob("*.yaml"))) if folder.is_dir() else ()


def find(name: Path | str) -> Path:
    """The file of a shipped scenario's id, or the path as given; raises ProblemsFound for neither."""
    text = str(name)
    if text in shipped():
        return scenarios() / f"{text}.yaml"
    path = Path(text)
    if _looks_like_path(text, path):
        return path
    findings = Findings(short(text) or '""')
    findings.add(
        WHOLE_FILE,
        Wrong(
            "scenario-unknown",
            _("There is no scenario called `{name}`.").format(name=short(text)),
            did_you_mean(text, shipped()),
        ),
    )
    raise ProblemsFound(findings.sorted())


def _looks_like_path(text: str, path: Path) -> bool:
    if path.suffix.lower() in _ENDINGS or len(path.parts) > 1 or path.is_absolute():
        return True
    try:
        return bool(text) and path.exists()
    except (OSError, ValueError):
        return False
