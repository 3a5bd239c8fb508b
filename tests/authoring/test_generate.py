"""Generated scenarios: the same for the same seed, proven, as difficult as asked, and never written over anything."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from game.authoring.generating import compose as composing
from game.authoring.generating.compose import KINDS, NotFound, asked, compose
from game.authoring.generating.dice import Dice
from game.authoring.generating.scene import Asked, Take
from game.authoring.generating.writing import flow, prose, quoted
from game.authoring.load import load_scenario_text
from game.cli import main
from game.usage_author import TEMPLATES
from tests.cli.test_processes import ROOT
from tests.planning.generate_many import case, wrong_with

SEEDS = range(1, 51)
SMALL = 8
"""With at most so many people all fifty are done in a minute."""


@pytest.fixture(scope="module")
def composed() -> Iterator[dict[int, Future[str]]]:
    """What is wrong with each of the fifty, as all cores find out."""
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as cores:
        yield {seed: cores.submit(wrong_with, case(seed, SMALL), measure=seed % 7 == 0) for seed in SEEDS}


@pytest.mark.parametrize("seed", SEEDS)
def test_a_seed_gives_a_scenario_that_is_proven(seed: int, composed: dict[int, Future[str]]) -> None:
    assert composed[seed].result() == ""


def test_the_fifty_are_of_every_kind_and_difficulty() -> None:
    cases = [case(seed, SMALL) for seed in SEEDS]
    every = {(kind, level) for kind in KINDS for level in range(1, 6)}
    assert {(one.kind, one.difficulty) for one in cases} == every
    assert {one.people for one in cases} == set(range(4, SMALL + 1))


def test_every_kind_that_is_offered_can_be_composed() -> None:
    assert tuple(KINDS) == TEMPLATES


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("people", [4, 5, 11, 20])
@pytest.mark.parametrize("level", [1, 2, 3, 4, 5])
def test_every_take_can_be_read(kind: str, people: int, level: int) -> None:
    for custom in range(3):
        wanted = Asked(kind, people, 77, level)
        text = composing.written(KINDS[kind](Take(wanted, custom)), wanted, "taken", ["plans:", "  recorded: []"])
        scenario = load_scenario_text(text, "taken")
        assert len(scenario.delegates) == people
        assert 3 <= len(scenario.rules) <= 12
        assert max(len(line) for line in text.splitlines()) <= 160


def run(*argv: str, hash_seed: str) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
    done = subprocess.run([sys.executable, "-m", "game", *argv], cwd=ROOT, env=environment, capture_output=True,
                          text=True, encoding="utf-8", timeout=120, check=True)  # fmt: skip
    return done.stdout


def test_two_processes_give_the_same_file_to_the_byte(tmp_path: Path) -> None:
    argv = ("generate", "--kind", "bilateral", "--people", "5", "--seed", "5", "--difficulty", "3")
    one = run(*argv, hash_seed="1")
    path = tmp_path / "other.yaml"
    said = run(*argv, "--to", str(path), hash_seed="2")
    assert path.read_bytes() == one.encode()
    assert str(path) in said


def test_the_command_at_the_head_of_a_file_makes_it_again() -> None:
    wanted = asked(None, None, 12, 1)
    text = compose(wanted)
    command = next(line for line in text.splitlines() if "after-you generate" in line).split()[2:]
    made = f"generate --kind {wanted.kind} --people {wanted.people} --seed 12 --difficulty 1"
    assert command == made.split()
    assert compose(asked(wanted.kind, wanted.people, 12, 1)) == text


def test_draws_are_the_same_on_every_machine() -> None:
    dice = Dice(7, "key")
    assert [dice.below(1_000, f"draw {nth}") for nth in range(5)] == [260, 238, 563, 251, 152]
    assert dice.shuffled("abcdef", "letters") == list("afcbed")
    assert {dice.between(3, 9, 3, f"step {nth}") for nth in range(40)} == {3, 6, 9}


def test_another_seed_gives_another_scenario() -> None:
    assert compose(Asked("bilateral", 4, 1, 1)) != compose(Asked("bilateral", 4, 2, 1))


def test_a_file_is_never_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("my work", encoding="utf-8")
    assert main(["generate", "--seed", "1", "--difficulty", "1", "--to", str(path)]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == f"after-you: {path} is there already; nothing was written.\n"
    assert path.read_text(encoding="utf-8") == "my work"


def test_a_folder_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "nowhere" / "mine.yaml"
    argv = ["generate", "--kind", "bilateral", "--people", "4", "--seed", "1", "--difficulty", "1", "--to", str(path)]
    assert main(argv) == 1
    assert f"There is no folder {path.parent}; make it first." in capsys.readouterr().err


def test_it_gives_up_honestly(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(composing, "CUSTOMS", 0)
    with pytest.raises(NotFound):
        compose(Asked("signing", 6, 1, 2))
    assert main(["generate", "--kind", "signing", "--people", "6", "--seed", "1", "--difficulty", "2"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("after-you: None of 0 scenarios composed from seed 1 came out at difficulty 2")


@pytest.mark.parametrize(
    "wrong",
    [
        ["--seed", "1"],
        ["--difficulty", "1"],
        ["--seed", "1", "--difficulty", "6"],
        ["--seed", "x", "--difficulty", "1"],
        ["--seed", "1", "--difficulty", "1", "--people", "3"],
        ["--seed", "1", "--difficulty", "1", "--people", "21"],
        ["--seed", "1", "--difficulty", "1", "--kind", "wedding"],
    ],
)
def test_wrong_usage(wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["generate", *wrong]) == 2
    assert capsys.readouterr().out == ""


def test_values_are_quoted_where_they_would_be_taken_for_something_else() -> None:
    assert [quoted(text) for text in ("plain words", "a, b", "no", "12", "a: b", "it's")] == [
        "plain words", '"a, b"', '"no"', '"12"', '"a: b"', "it's"
    ]  # fmt: skip
    assert [prose(text) for text in ("a, b", "a: b", "off", "ends:")] == ["a, b", '"a: b"', '"off"', '"ends:"']


def test_a_long_entry_is_broken_between_its_keys() -> None:
    lines = flow(tuple((f"key{nth}", "v" * 40) for nth in range(4)), "  - ")
    assert len(lines) == 2
    assert lines[1].startswith("     key2: ")
