"""Every kind of mistake, with the exact words an author reads. A file under bad/ without words fails.

After a deliberate change of words, `python -m tests.authoring.test_bad_files` writes anew: read the diff.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from game.authoring.check import check_text
from game.authoring.codes.registry import explanations
from game.authoring.problems import ProblemsFound
from game.authoring.reading import read_text

HERE = Path(__file__).parent
BAD = sorted((HERE / "bad").glob("*.yaml"))

PLAYED = {path.stem for path in BAD if path.stem.startswith(("expect", "no-clean-plan", "nothing-passes", "bots-pass"))}
"""What only playing shows; all other files are read only."""

ELSEWHERE = {"file-folder", "file-missing", "file-unreadable", "file-too-big", "scenario-unknown", "yaml-too-many"}
"""Tested in test_files.py: what is no file, or one too large to be kept here."""


def said(path: Path) -> str:
    """What `check` says about a file."""
    try:
        text = read_text(path)
    except ProblemsFound as found:
        problems = tuple(replace(problem, file=path.name) for problem in found.problems)
    else:
        problems = check_text(text, path.name, play=path.stem in PLAYED)
    return "\n".join(problem.render() for problem in problems) + "\n"


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_the_words_for_a_mistake(path: Path) -> None:
    expected = path.with_suffix(".txt").read_text(encoding="utf-8")
    assert said(path) == expected


def test_every_code_has_a_file() -> None:
    shown = {code for path in BAD for code in codes_of(path)}
    assert len(BAD) > 60
    assert set(explanations()) - shown == ELSEWHERE
    assert shown <= set(explanations())


def codes_of(path: Path) -> set[str]:
    words = path.with_suffix(".txt").read_text(encoding="utf-8")
    return set(re.findall(r"^\S+: ([a-z-]+): ", words, re.MULTILINE))


def test_what_has_no_file_is_tested_elsewhere() -> None:
    tests = (HERE / "test_files.py").read_text(encoding="utf-8")
    assert [code for code in ELSEWHERE if f'"{code}"' not in tests] == []


def test_the_words_are_no_programmers_words() -> None:
    jargon = re.compile(
        r"\b(str|int|bool|dict|null|None|NoneType|mapping|scalar|sequence|token|validat\w*|pydantic|"
        r"parser?|regex|exception|traceback|type error|YAML)\b"
    )
    for path in BAD:
        for line in path.with_suffix(".txt").read_text(encoding="utf-8").splitlines():
            found = re.match(r"\S+: [a-z-]+: (.*)", line)
            assert not (found and jargon.search(found[1])), f"{path.name}: {line}"


if __name__ == "__main__":
    for each in BAD:
        each.with_suffix(".txt").write_text(said(each), encoding="utf-8", newline="\n")
