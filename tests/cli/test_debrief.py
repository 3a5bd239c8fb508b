"""`after-you debrief FOLDER` as an instructor types it."""

from __future__ import annotations

import csv
import json
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from game.attempt.replay import SUFFIX
from game.cli import main
from game.planning.bots import nobody_briefed
from game.wording import catalogue
from tests.classes import FIRST_STEPS, KINDS, PLANTED, PYONGYANG, REFERENCE, hand_in, thirty
from tests.pseudo import PseudoTranslations, authors_texts, unmarked

FILES = {"debrief.html", "gradebook.csv", "results.xlsx", "events.jsonl"}


def answer(capsys: pytest.CaptureFixture[str], *argv: str | Path) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of a command."""
    code = main([str(each) for each in argv])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_of_thirty_bots_of_five_kinds_the_planted_mistake_is_named_the_commonest(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    thirty(tmp_path)
    code, out, err = answer(capsys, "debrief", tmp_path, "--json")
    (debrief,) = json.loads(out)["debriefs"]
    assert (code, err) == (0, "")
    assert (debrief["first"]["runs"], debrief["first"]["clean"]) == (30, 4)
    found = [(each["went_by"], each["told"], each["plans"]) for each in debrief["wrong_plans"]]
    assert found == [
        ("event", "after kim entered", 12), ("clock", "at 12:37", 7), ("habit", "at 12:33:10", 5),
        ("word", "on word", 2),
    ]  # fmt: skip
    planted = debrief["wrong_plans"][0]
    assert planted["trainees"] == [f"one-leader-{nth:02}" for nth in range(1, KINDS[0][2] + 1)]
    assert planted["sentence"] == (
        "The ministers of Russia were told to wait for the wrong thing, or for too little (to enter as soon as Kim "
        "Jong Un has entered). So “The picture is the leaders'” was broken."
    )
    assert debrief["contrast"]["sentence"] == (
        "Plan B told the ministers of Russia: enter as soon as Kim Jong Un and Vladimir Putin are in place; plan A: "
        "enter as soon as Kim Jong Un has entered; with that alone plan A would have come to 100 points instead of 94."
    )


def test_the_files_are_written_once_and_never_over_others(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stick, out_ = tmp_path / "stick", tmp_path / "new" / "debrief"
    hand_in(stick, "anna", PLANTED)
    hand_in(stick, "anna-2", REFERENCE)
    code, out, err = answer(capsys, "debrief", stick, "--to", out_)
    assert code == 0
    assert out.startswith("Leaders first · Pyongyang, 19 June 2024\n\n1 run. Total: 94 to 94")
    assert err.startswith("Written to ")
    assert {path.name for path in out_.iterdir()} == FILES
    (out_ / "gradebook.csv").write_text("my marks", encoding="utf-8")
    code, out, err = answer(capsys, "debrief", stick, "--to", out_)
    assert (code, out) == (1, "")
    assert "--force writes over them" in err
    assert (out_ / "gradebook.csv").read_text(encoding="utf-8") == "my marks"
    assert answer(capsys, "debrief", stick, "--to", out_, "--force")[0] == 0
    rows = list(csv.reader((out_ / "gradebook.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert rows[1][:3] == ["anna", "94", "100"]


def test_a_stick_with_two_scenarios_and_bad_files_gives_both_debriefs_and_names_the_bad(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hand_in(tmp_path, "anna/pyongyang-2024-day-1-1", PLANTED)
    hand_in(tmp_path, "anna/first-steps-day-4-1", nobody_briefed(), scenario=FIRST_STEPS, seed=4)
    hand_in(tmp_path, "ben/first-steps-day-5-1", nobody_briefed(), scenario=FIRST_STEPS, seed=5)
    (tmp_path / f"cut{SUFFIX}").write_text("{", encoding="utf-8")
    code, out, _err = answer(capsys, "debrief", tmp_path, "--to", tmp_path / "out")
    assert code == 1
    assert out.index(FIRST_STEPS.title) < out.index("Leaders first")
    assert "Different days were played (4, 5)" in out
    assert f"cut{SUFFIX}: This replay file is damaged." in out
    assert {path.name for path in (tmp_path / "out").iterdir()} == FILES
    again = json.loads(answer(capsys, "debrief", tmp_path, "--json")[1])
    assert [each["scenario"] for each in again["debriefs"]] == ["first-steps", "pyongyang-2024"]
    assert [each["file"] for each in again["left_aside"]] == [f"cut{SUFFIX}"]
    heads = (tmp_path / "out" / "gradebook.csv").read_text(encoding="utf-8-sig").splitlines()[0]
    assert heads.count("tries") == 2


@pytest.mark.parametrize(("given", "said"), [
    (("nowhere",), "There is no folder"), (("empty",), "holds no replay files"),
    (("bad",), "None of the replay files in"), (("good", "--to", "file"), "is no folder"),
    (("good", "--to", "file/in"), "cannot be"),
])  # fmt: skip
def test_what_cannot_be_done_is_said_in_a_sentence(
    given: tuple[str, ...], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / f"x{SUFFIX}").write_text("[]", encoding="utf-8")
    (tmp_path / "file").write_text("", encoding="utf-8")
    hand_in(tmp_path / "good", "anna", nobody_briefed(), scenario=FIRST_STEPS)
    code, out, err = answer(capsys, "debrief", *given)
    assert (code, out) == (1, "")
    assert said in err
    code, out, _err = answer(capsys, "debrief", *given, "--json")
    assert (code, [problem["code"] for problem in json.loads(out)["problems"]]) == (1, ["refused"])


def test_a_folder_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert answer(capsys, "debrief")[0] == 2
    assert "NAME-2.afteryou.json" in " ".join(answer(capsys, "debrief", "--help")[1].split())


class _Texts(HTMLParser):
    texts = ""

    def handle_data(self, data: str) -> None:
        self.texts += data


@pytest.mark.skipif(sys.platform == "win32", reason="no file can have such a name there")
def test_an_evil_name_is_only_a_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hand_in(tmp_path, "=cmd&<b onclick=x>", PLANTED)
    assert answer(capsys, "debrief", tmp_path, "--to", tmp_path / "out")[0] == 0
    text = (tmp_path / "out" / "debrief.html").read_text(encoding="utf-8")
    assert "<b " not in text
    reading = _Texts()
    reading.feed(text)
    assert "=cmd&<b onclick=x>" in reading.texts
    assert "\n'=cmd" in (tmp_path / "out" / "gradebook.csv").read_text(encoding="utf-8")


def test_refusals_go_through_the_catalogue(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(catalogue, "_current", PseudoTranslations())
    monkeypatch.chdir(tmp_path)
    allowed = ["after-you", "bad", "nowhere", f"x{SUFFIX}", SUFFIX, *authors_texts([PYONGYANG])]
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / f"x{SUFFIX}").write_text("[]", encoding="utf-8")
    for folder in ("bad", "nowhere"):
        _code, out, err = answer(capsys, "debrief", folder)
        assert err
        assert unmarked(" ".join((out + err).split()), allowed) == []
