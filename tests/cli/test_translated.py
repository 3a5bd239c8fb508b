"""Every sentence on the command line goes through gettext; ids, names, option names and authors' texts do not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.authoring.library import find, shipped
from game.authoring.load import load_scenario
from game.cli import main
from game.wording import catalogue
from tests.pseudo import PseudoTranslations, authors_texts, unmarked

CODES = ["scenario-unknown", "file-missing"]

ANSWERS = [
    ("list",),
    ("check",),
    ("run", "pyongyang-2024"),
    ("run", "pyongyang-2024", "--plan", "reference", "--robust"),
    ("run", "potsdam-1945"),
    ("run", "first-steps", "--sheet"),
    ("run", "pyongyang-2024", "--plan", "reference", "--sheet"),
    ("run", "pyongyang-2024", "--plan", "refrence"),
    ("run", "pyongyang-2024", "--at", "13:00", "--picture", "x.png"),
    ("run", "pyongyang-2024", "--at", "12:01"),
    ("run", "nowhere"),
    ("run", "first-steps", "--fixes"),
    ("run", "potsdam-1945", "--fixes"),
    ("solve", "nowhere"),
    ("calibrate", "first-steps", "--runs", "60"),
    ("check", "nowhere.yaml"),
]


@pytest.fixture(autouse=True)
def pseudo_translation(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue, "_current", PseudoTranslations())


@pytest.fixture(scope="module")
def allowed() -> list[str]:
    """What need not be translated."""
    scenarios = [load_scenario(find(name)) for name in shipped()]
    return ["after-you", *CODES, *authors_texts(scenarios)]


@pytest.mark.parametrize("argv", ANSWERS, ids=" ".join)
def test_answers(
    argv: tuple[str, ...],
    allowed: list[str],
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    main(argv)
    said = capsys.readouterr()
    text = said.out + said.err
    assert text
    # A table is read by its cells; sentences are broken at the width of a terminal.
    parts = re.split(r" {2,}|\n", text) if "--sheet" in argv else [" ".join(text.split())]
    assert [word for part in parts for word in unmarked(part, [*argv, *allowed])] == []
