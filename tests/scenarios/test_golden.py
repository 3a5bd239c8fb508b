"""Golden transcripts: every plan of every shipped scenario told in plain sentences.

`python -m tests.scenarios.test_golden` writes them anew; the difference is what a reviewer reads.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from game.scoring.scorecard import score
from game.wording.transcript import transcript
from tests.scenarios.shipped import IDS, play, scenario

FOLDER = Path(__file__).parent / "golden"
CASES = [(name, named.name) for name in IDS for named in scenario(name).plans]


def told(name: str, plan: str) -> list[str]:
    """The day 1 of a plan: its events, and below them the ledger."""
    found, trace = scenario(name), play(name, plan)
    card = score(found, trace)
    lines = [f"{line.points:+4} {line.rule}: {', '.join(line.offenders)} ({line.seen_by.word})"
             for line in card.ledger]
    return [*transcript(found, trace), "", *lines, f"= {card.total} {card.grade}"]


def golden(name: str, plan: str) -> Path:
    return FOLDER / f"{name}.{plan}.txt"


@pytest.mark.parametrize(("name", "plan"), CASES)
def test_the_day_is_told_as_it_was(name: str, plan: str) -> None:
    path = golden(name, plan)
    assert path.is_file(), f"{path.name} is missing: run python -m tests.scenarios.test_golden and read it"
    old, new = path.read_text(encoding="utf-8").splitlines(), told(name, plan)
    for number, (before, now) in enumerate(zip(old, new, strict=False), 1):
        assert now == before, f"{path.name}, line {number}"
    assert len(new) == len(old), f"{path.name} has {len(old)} lines, the day {len(new)}"


def test_no_transcript_is_left_over() -> None:
    assert {path.name for path in FOLDER.glob("*.txt")} == {golden(*case).name for case in CASES}


if __name__ == "__main__":
    for case in CASES:
        golden(*case).write_text("\n".join(told(*case)) + "\n", encoding="utf-8", newline="\n")
