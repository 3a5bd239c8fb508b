"""`run --fixes`, `solve` and `calibrate` as a person types them."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from game.authoring.library import shipped
from game.cli import main
from game.planning.bots import BOTS
from tests.cli.test_processes import ROOT

UNSOLVABLE = """
format: 1
id: cannot
title: Cannot
place: Nowhere
date: 2030-01-01
difficulty: 1
clock: {from: "10:00", to: "10:08"}
room:
  size: [10 m, 8 m]
  doors:
    door: {name: Door, wall: north, at: 5 m}
  holding:
    hall: {name: Hall, door: door, walk: 9 m}
  table: {shape: rectangle, at: [5 m, 4.6 m], size: [4 m, 1.6 m], north: a, south: b}
delegations:
  a: {name: A, side: host, flag: {stripes: [white]}}
  b: {name: B, side: guest, flag: {stripes: [white]}}
people:
  - {id: ann, name: Ann, office: One, of: a, principal: yes, holds: hall}
  - {id: bob, name: Bob, office: Two, of: b, principal: yes, holds: hall}
liaison: {minutes: 3, read_back: 60 s, radio: 5 s, lost: 20 %}
unbriefed:
  - {who: ann, set_out: at 10:01, because: x}
  - {who: bob, set_out: at 10:02, because: x}
rules:
  - {id: ann-first, kind: before, title: Ann first, first: ann, then: bob, gravity: serious}
  - {id: bob-first, kind: before, title: Bob first, first: bob, then: ann, gravity: serious}
  - {id: near, kind: together, title: Near, who: [ann, bob], within: 20 s, gravity: slight}
accomplish: {who: all, in_place: by 10:06, due: "10:05"}
"""


def answer(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of a command."""
    code = main(argv)
    said = capsys.readouterr()
    return code, said.out, said.err


@pytest.fixture
def unsolvable(tmp_path: Path) -> str:
    """A scenario in which two rules contradict each other."""
    path = tmp_path / "cannot.yaml"
    path.write_text(UNSOLVABLE, encoding="utf-8")
    return str(path)


def test_fixes_are_told_only_when_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    plain = json.loads(answer(capsys, "run", "first-steps", "--json")[1])
    asked = json.loads(answer(capsys, "run", "first-steps", "--json", "--fixes")[1])
    assert all(line["fix"] is None for line in plain["ledger"])
    for line in asked["ledger"]:
        if line["kind"] in ("cost", "merit"):
            assert line["fix"] is None
        elif line["fix"]["found"]:
            assert set(line["fix"]) >= {"sentence", "who", "field", "value", "gained", "holds", "days"}
            assert line["fix"]["gained"] > 0
    assert [{**line, "fix": None} for line in asked["ledger"]] == plain["ledger"]
    code, out, err = answer(capsys, "run", "first-steps", "--fixes")
    assert (code, err) == (0, "")
    assert "Fix: Tell " in out


@pytest.mark.parametrize("name", shipped())
def test_what_solve_calls_clean_is_clean_when_run(
    name: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    code, out, err = answer(capsys, "solve", name, "--json")
    found = json.loads(out)
    assert (code, err, found["clean"], found["conflict"]) == (0, "", True, [])
    assert found["robust"]["days"] == 1_000
    file = tmp_path / "plan.yaml"
    file.write_text(found["plan_file"], encoding="utf-8")
    run = json.loads(answer(capsys, "run", name, "--plan", str(file), "--json")[1])
    assert (run["clean"], run["score"]["total"]) == (True, found["total"])


def test_what_solve_prints_is_a_plan_file(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, out, _err = answer(capsys, "solve", "first-steps", "--seed", "7")
    assert code == 0
    assert "on day 7" in out
    file = tmp_path / "plan.yaml"
    file.write_text(out, encoding="utf-8")
    run = json.loads(answer(capsys, "run", "first-steps", "--plan", str(file), "--seed", "7", "--json")[1])
    assert run["clean"]


def test_rules_that_cannot_all_be_kept_are_named(capsys: pytest.CaptureFixture[str], unsolvable: str) -> None:
    code, out, err = answer(capsys, "solve", unsolvable, "--json")
    found = json.loads(out)
    assert (code, err, found["clean"]) == (0, "", False)
    assert found["conflict"] == ["ann-first", "bob-first"]
    code, out, err = answer(capsys, "solve", unsolvable)
    assert "“Ann first” and “Bob first”" in " ".join(out.replace("#", "").split())


def test_calibrate_shares_the_runs_among_all_bots(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = answer(capsys, "calibrate", "first-steps", "--runs", "61", "--json")
    found = json.loads(out)
    assert (code, err, found["runs"], found["interrupted"]) == (0, "", 61, False)
    assert [bot["bot"] for bot in found["bots"]] == list(BOTS)
    assert [bot["runs"] for bot in found["bots"]] == [11, 10, 10, 10, 10, 10]
    assert all(sum(bot["histogram"]) == sum(bot["grades"].values()) == bot["runs"] for bot in found["bots"])
    assert found == json.loads(answer(capsys, "calibrate", "first-steps", "--runs", "61", "--json")[1])
    code, out, err = answer(capsys, "calibrate", "first-steps", "--runs", "60")
    assert (code, err) == (0, "")
    assert "60 of 60 runs" in out
    assert max(map(len, out.splitlines())) <= 100


@pytest.mark.parametrize("runs", ["0", "-3", "many", "99999999", "1e3"])
def test_no_number_of_runs_is_refused(runs: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = answer(capsys, "calibrate", "first-steps", "--runs", runs)
    assert (code, out) == (2, "")
    assert runs in err or "--runs" in err


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C cannot be sent to one process there")
def test_an_interrupted_calibration_prints_what_there_is() -> None:
    command = [sys.executable, "-m", "game", "calibrate", "pyongyang-2024", "--runs", "9000000", "--json"]
    env = {**os.environ, "PYTHONUNBUFFERED": "1"}
    child = subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        child.communicate(timeout=4)
    except subprocess.TimeoutExpired:
        child.send_signal(signal.SIGINT)
    try:
        out, err = child.communicate(timeout=60)
    finally:
        child.kill()
    found = json.loads(out)
    assert (child.returncode, err, found["interrupted"], found["asked"]) == (130, b"", True, 9_000_000)
