"""Every kind of mistake, with the exact words an author reads. A file under bad/ without words fails.

After a deliberate change of words, `python -m tests.authoring.test_bad_files` writes anew: read the diff.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.authoring.load import load_scenario_text
from game.authoring.problems import ProblemsFound
from game.authoring.reading import read_text

HERE = Path(__file__).parent
BAD = sorted((HERE / "bad").glob("*.yaml"))
GOOD = sorted((HERE / "good").glob("*.yaml"))
WORDING = HERE.parents[1] / "game" / "wording" / "refusals.py"
SOURCE = HERE.parents[1] / "game" / "authoring"

ELSEWHERE = {
    # Tested in test_files.py and test_plans.py, where the file is no text or no scenario.
    "file-folder",
    "file-missing",
    "file-unreadable",
    "file-too-big",
    "file-encoding",
    "scenario-unknown",
    "yaml-too-many",
    # Refusals that the checks of names come before; the loader words them in case a plan comes another way.
    "unknown-person",
    "unknown-door",
    "unknown-rule",
    "unknown-seat",
    "unknown-escort",
    "never-happens",
    "outside-the-day",
}


def said(path: Path) -> str:
    """What the loader says about a file."""
    with pytest.raises(ProblemsFound) as found:
        load_scenario_text(read_text(path), path.name)
    return "\n".join(problem.render() for problem in found.value.problems) + "\n"


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_the_words_for_a_mistake(path: Path) -> None:
    expected = path.with_suffix(".txt").read_text(encoding="utf-8")
    assert said(path) == expected


def test_every_code_has_a_file() -> None:
    codes: set[str] = set()
    for module in SOURCE.glob("*.py"):
        text = module.read_text(encoding="utf-8")
        codes |= set(re.findall(r'Wrong\(\s*"([a-z-]+)"', text))
    refusals = WORDING.read_text(encoding="utf-8").partition("def _text")[2]
    codes |= set(re.findall(r'^        "([a-z-]+)":', refusals, re.MULTILINE))
    shown = {
        code
        for path in BAD
        for code in re.findall(
            r"^\S+: ([a-z-]+): ", path.with_suffix(".txt").read_text(encoding="utf-8"), re.MULTILINE
        )
    }
    assert len(codes) > 60
    assert codes - shown - ELSEWHERE == set()


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
