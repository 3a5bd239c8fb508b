"""The commands as a person types them: what they print, and their exit codes."""

import json
import os
from pathlib import Path

import pytest

from game.authoring.library import shipped
from game.cli import main

SHIPPED = list(shipped())


def answer(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of a command."""
    code = main(argv)
    said = capsys.readouterr()
    return code, said.out, said.err


def plain(text: str) -> bool:
    """Whether a text is one a person was meant to read."""
    return bool(text.strip()) and "Traceback" not in text and "Error" not in text


def test_help_shows_every_command_and_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = answer(capsys, "--help")
    assert (code, err) == (0, "")
    for word in ("play", "run", "list", "check", "rules", "after-you run pyongyang-2024"):
        assert word in out
    for command in ("play", "run", "list", "check", "rules"):
        assert answer(capsys, command, "--help")[0] == 0


def test_list_names_the_shipped_scenarios(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = answer(capsys, "list")
    assert code == 0
    assert {"first-steps", "potsdam-1945", "pyongyang-2024"} <= set(SHIPPED)
    assert all(name in out for name in SHIPPED)
    code, out, _ = answer(capsys, "list", "--json")
    found = json.loads(out)["scenarios"]
    assert code == 0
    assert sorted(one["id"] for one in found) == SHIPPED
    assert all(set(one) == {"id", "title", "place", "date", "difficulty"} for one in found)


def test_run_json_holds_what_is_promised(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = answer(capsys, "run", "pyongyang-2024", "--json")
    run = json.loads(out)
    assert (code, err) == (0, "")
    assert (run["scenario"], run["seed"], run["plan"]) == ("pyongyang-2024", 1, "recorded")
    assert len(run["trace_hash"]) == 64
    assert run["clean"] is False
    assert set(run["score"]) >= {"total", "grade", "precedence", "punctuality", "courtesy", "composure"}
    line = next(line for line in run["ledger"] if line["rule"] == "leaders-first")
    assert set(line) >= {
        "rule", "kind", "offenders", "at", "seen_by", "points", "figure", "sentence", "source", "confidence",
        "fix",
    }  # fmt: skip
    assert line["kind"] == "absent_until"
    assert line["points"] < 0
    assert {event["what"] for event in run["events"]} >= {"entered", "sent out"}


def test_a_run_in_words_with_sheet_and_robust(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = answer(capsys, "run", "pyongyang-2024", "--robust")
    assert code == 0
    assert "200" in out
    code, out, _ = answer(capsys, "run", "pyongyang-2024", "--plan", "reference", "--sheet")
    assert code == 0
    assert "Kim" in out


def test_the_day_decides_the_run(capsys: pytest.CaptureFixture[str]) -> None:
    def trace_hash(seed: str) -> str:
        out = answer(capsys, "run", "pyongyang-2024", "--json", "--seed", seed)[1]
        return str(json.loads(out)["trace_hash"])

    assert trace_hash("1") == trace_hash("1") != trace_hash("2")


def test_a_picture_is_saved(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "room.png"
    code, _, err = answer(capsys, "run", "pyongyang-2024", "--picture", str(file), "--at", "12:33:30")
    assert (code, err) == (0, "")
    assert file.read_bytes().startswith(b"\x89PNG")


def test_a_picture_that_cannot_be_saved_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "nowhere" / "room.png"
    code, _, err = answer(capsys, "run", "pyongyang-2024", "--picture", str(file))
    assert code == 1
    assert plain(err)


@pytest.mark.parametrize("seed", ["x", "-1", "", "1.5", "99999999999999999999", "٣", "1_0", "0x1"])
def test_a_wrong_seed_is_wrong_usage(capsys: pytest.CaptureFixture[str], seed: str) -> None:
    code, out, err = answer(capsys, "run", "pyongyang-2024", f"--seed={seed}", "--json")
    assert (code, out) == (2, "")
    assert "whole number" in err


@pytest.mark.parametrize(
    "argv",
    [
        ("rnu",), ("run",), ("--frobnicate",),
        ("run", "pyongyang-2024", "--at", "noon", "--picture", "a.png"),
        ("run", "pyongyang-2024", "--at", "12:03"), ("run", "pyongyang-2024", "--picture", "a.gif"),
        ("run", "pyongyang-2024", "--plan", "recorded", "--replay", "a"),
    ],
)  # fmt: skip
def test_wrong_usage(capsys: pytest.CaptureFixture[str], argv: tuple[str, ...]) -> None:
    code, out, err = answer(capsys, *argv)
    assert (code, out) == (2, "")
    assert "Traceback" not in err


@pytest.mark.parametrize("command", ["run", "play", "check"])
def test_an_unknown_scenario_gets_a_hint(capsys: pytest.CaptureFixture[str], command: str) -> None:
    code, out, err = answer(capsys, command, "pyongyang-2042")
    assert code == 1
    assert plain(out + err)
    assert "pyongyang-2024" in out + err


def test_an_unknown_plan_is_a_sentence_with_a_hint(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = answer(capsys, "run", "pyongyang-2024", "--plan", "refrence")
    assert (code, out) == (1, "")
    assert "reference" in err


def test_an_instant_outside_the_day_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "a.png"
    code, _, err = answer(capsys, "run", "pyongyang-2024", "--picture", str(file), "--at", "03:00")
    assert code == 1
    assert plain(err)
    assert not file.exists()


BAD_FILES = {
    "empty": b"",
    "not text": bytes(range(256)),
    "too large": b"# " + b"x" * 2_000_000,
    "nested": b"[" * 30_000,
    "an alias": b"a: &a [1]\nb: *a\n",
    "wrong type": b"format: [1]\n",
    "a list": b"- 1\n- 2\n",
    "a tab": b"\tformat: 1\n",
}


@pytest.mark.parametrize("content", BAD_FILES.values(), ids=BAD_FILES)
@pytest.mark.parametrize("command", [("check",), ("run",), ("run", "pyongyang-2024", "--plan")], ids=" ".join)
def test_a_bad_file_is_told_in_plain_words(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, command: tuple[str, ...], content: bytes
) -> None:
    file = tmp_path / "bad.yaml"
    file.write_bytes(content)
    code, out, err = answer(capsys, *command, str(file))
    assert code == 1
    assert plain(out + err)
    assert "bad.yaml" in out + err


@pytest.mark.parametrize("command", [("check",), ("run",), ("run", "pyongyang-2024", "--plan")], ids=" ".join)
def test_a_folder_or_nothing_is_told_in_plain_words(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, command: tuple[str, ...]
) -> None:
    for path in (tmp_path, tmp_path / "none.yaml"):
        code, out, err = answer(capsys, *command, str(path))
        assert code == 1
        assert plain(out + err)


def test_a_plan_naming_nobody_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "plan.yaml"
    file.write_text('plan:\n  - {who: nobody-at-all, door: main}\n', encoding="utf-8")
    code, _, err = answer(capsys, "run", "pyongyang-2024", "--plan", str(file))
    assert code == 1
    assert "nobody-at-all" in err


def test_problems_come_as_json_too(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "bad.yaml"
    file.write_text("format: 1\ncolour: red\n", encoding="utf-8")
    for command in ("check", "run"):
        code, out, _ = answer(capsys, command, str(file), "--json")
        problems = json.loads(out)["problems"]
        assert code == 1
        assert all(set(one) >= {"file", "line", "column", "code", "sentence"} for one in problems)
    code, out, _ = answer(capsys, "run", "pyongyang-2024", "--plan", "x", "--json")
    assert code == 1
    (problem,) = json.loads(out)["problems"]
    assert set(problem) >= {"file", "line", "column", "code", "sentence"}


def test_check_passes_all_that_is_shipped(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = answer(capsys, "check", "--json")
    assert (code, json.loads(out)) == (0, {"checked": len(SHIPPED), "problems": []})


def test_check_plays_what_a_file_expects(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    from game.resources import scenarios

    text = (scenarios() / "pyongyang-2024.yaml").read_text(encoding="utf-8")
    head, expect, _ = text.partition("\nexpect:\n")
    assert expect
    file = tmp_path / "wrong.yaml"
    file.write_text(head + "\nexpect:\n  recorded: clean\n", encoding="utf-8")
    code, out, _ = answer(capsys, "check", str(file))
    assert code == 1
    assert "recorded" in out
    assert answer(capsys, "check", "--no-play", str(file))[0] == 0


def test_a_replay_file_gives_the_same_run(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    from game.attempt.replay import Replay, save_replay
    from game.authoring.library import find
    from game.authoring.load import load_scenario

    scenario = load_scenario(find("pyongyang-2024"))
    named = scenario.plan("reference")
    file = tmp_path / "day.afteryou.json"
    assert save_replay(Replay.of(scenario, 7, named.plan, named.orders), file) == ""
    code, out, err = answer(capsys, "run", "pyongyang-2024", "--replay", str(file), "--json")
    assert (code, err) == (0, "")
    direct = answer(capsys, "run", "pyongyang-2024", "--plan", "reference", "--seed", "7", "--json")[1]
    assert json.loads(out)["trace_hash"] == json.loads(direct)["trace_hash"]
    code, _, err = answer(capsys, "run", "potsdam-1945", "--replay", str(file))
    assert code == 1
    assert "pyongyang-2024" in err
    assert answer(capsys, "run", "pyongyang-2024", "--replay", str(file), "--seed", "3")[0] == 2
    file.write_text("{", encoding="utf-8")
    code, _, err = answer(capsys, "run", "pyongyang-2024", "--replay", str(file))
    assert code == 1
    assert plain(err)
    assert answer(capsys, "run", "pyongyang-2024", "--replay", str(tmp_path / "none"))[0] == 1


@pytest.mark.parametrize("option", ["--replay", "--plan"])
def test_what_is_no_file_is_not_waited_for(capsys: pytest.CaptureFixture[str], option: str) -> None:
    device = "NUL" if os.name == "nt" else "/dev/zero"
    code, _, err = answer(capsys, "run", "pyongyang-2024", option, device)
    assert code == 1
    assert plain(err)
