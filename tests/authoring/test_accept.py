"""`after-you test`: what plans end in against what is expected, and `--accept`, which changes nothing else."""

from __future__ import annotations

import json
import os
import stat
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.authoring import safe_write
from game.authoring.accept import CannotAccept, accepted
from game.authoring.library import shipped
from game.authoring.load import load_scenario_text
from game.authoring.templates import template
from game.cli import main

BODY, _, REST = template("bilateral").partition("expect:\n")
TAIL = "\n" + REST.partition("\n\n")[2]
RIGHT = {"clean": "no", "accomplished": "yes", "grade": "D", "places": "2", "side": "1"}


def answer(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    code = main(argv)
    said = capsys.readouterr()
    return code, said.out, said.err


def written(path: Path, expect: str) -> Path:
    """A scenario with this block under `expect`."""
    path.write_bytes((BODY + "expect:\n" + expect + TAIL).encode("utf-8"))
    return path


FLOW = "  recorded: {{clean: {clean}, grade: {grade}, breaches: {{standing-at-their-places: {places}}}}} # {{why}}\n"
WRONG = FLOW.format(clean="yes", grade="A", places="7")
MENDED = FLOW.format(clean="no", grade="D", places="2")


@pytest.mark.parametrize("name", shipped())
def test_shipped_scenarios_end_as_expected(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = answer(capsys, "test", name)
    assert (code, err) == (0, "")
    assert out.endswith("all end as expected.\n")


def test_what_differs_is_told_with_its_line(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = written(tmp_path / "mine.yaml", WRONG + "  reference: clean\n")
    before = path.read_bytes()
    line = before.decode("utf-8").splitlines().index(WRONG.rstrip("\n")) + 1
    code, out, err = answer(capsys, "test", str(path))
    assert (code, err) == (1, "")
    assert out.splitlines() == [
        f"{path}:{line}:{WRONG.index('yes') + 1}: plan “recorded”, day 1: clean: expected yes, got no.",
        f"{path}:{line}:{WRONG.index('A,') + 1}: plan “recorded”, day 1: grade: expected A, got D.",
        f"{path}:{line}:{WRONG.index('7') + 1}: plan “recorded”, day 1: standing-at-their-places: expected 7, got 2.",
        "2 plans played; 1 ends otherwise than expected.",
    ]
    assert path.read_bytes() == before


def test_json_tells_the_same(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = written(tmp_path / "mine.yaml", WRONG + "  reference: clean\n")
    code, out, err = answer(capsys, "test", str(path), "first-steps", "--json")
    found = json.loads(out)
    assert (code, err, found["tested"], found["plans"], found["written"]) == (1, "", 2, 4, [])
    assert [(one["plan"], one["what"], one["expected"], one["got"]) for one in found["differences"]] == [
        ("recorded", "clean", True, False), ("recorded", "grade", "A", "D"),
        ("recorded", "breaches.standing-at-their-places", 7, 2),
    ]  # fmt: skip


def test_accept_writes_what_a_run_gave(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = written(tmp_path / "mine.yaml", WRONG + "  reference: clean\n")
    code, out, err = answer(capsys, "test", str(path), "--accept")
    assert (code, err) == (0, "")
    assert f"{path}: written as it is now." in out
    assert path.read_text(encoding="utf-8") == BODY + "expect:\n" + MENDED + "  reference: clean\n" + TAIL
    assert answer(capsys, "test", str(path))[0] == 0
    assert [one.name for one in tmp_path.iterdir()] == ["mine.yaml"]


def test_a_file_in_which_nothing_differs_is_left_alone(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = written(tmp_path / "mine.yaml", MENDED + "  reference: clean\n")
    os.utime(path, (1, 1))
    assert answer(capsys, "test", str(path), "--accept")[0] == 0
    assert path.stat().st_mtime == 1


def test_clean_in_a_word_becomes_a_block(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = written(tmp_path / "mine.yaml", "  recorded: clean  # I wish\n")
    assert answer(capsys, "test", str(path), "--accept")[0] == 0
    assert "  recorded: {clean: no}  # I wish\n" in path.read_text(encoding="utf-8")


def test_a_plan_of_which_nothing_is_expected_is_named(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = written(tmp_path / "mine.yaml", "  recorded: {clean: no}\n")
    code, out, _ = answer(capsys, "test", str(path))
    assert code == 0
    assert "under expect you could write reference: clean\n" in out
    entry = json.loads(answer(capsys, "test", str(written(path, "  reference: clean\n")), "--json")[1])
    (missing,) = entry["nothing_expected"]
    assert missing["entry"] == (
        "recorded: {clean: no, accomplished: yes, grade: D, breaches: {standing-at-their-places: 2, side-by-side: 1}}"
    )
    written(path, f"  {missing['entry']}\n")
    assert answer(capsys, "test", str(path))[0] == 0


def test_a_file_with_mistakes_is_told_and_left_alone(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = written(tmp_path / "mine.yaml", "  recorded: {clear: yes}\n")
    before = path.read_bytes()
    code, out, _ = answer(capsys, "test", str(path), str(tmp_path / "none.yaml"), "--accept")
    assert code == 1
    assert "key-unknown" in out
    assert "none.yaml" in out
    assert path.read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="rights are others there")
def test_rights_and_links_stay(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = written(tmp_path / "mine.yaml", WRONG)
    path.chmod(0o640)
    link = tmp_path / "link.yaml"
    link.symlink_to(path)
    assert answer(capsys, "test", str(link), "--accept")[0] == 0
    assert link.is_symlink()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert MENDED in path.read_text(encoding="utf-8")


def test_nothing_is_lost_when_the_disk_is_full(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path / "mine.yaml", WRONG)
    before = path.read_bytes()

    def full(_file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(safe_write.os, "fsync", full)
    code, out, _ = answer(capsys, "test", str(path), "--accept")
    assert code == 1
    assert "cannot be written: No space left on device" in out
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_what_does_not_stand_there_is_not_written() -> None:
    text = BODY + "expect:\n" + MENDED + TAIL
    with pytest.raises(CannotAccept):
        accepted(text, {("expect", "recorded", "seed"): 2})
    with pytest.raises(CannotAccept):
        accepted(text, {("expect", "recorded", "grade"): "D, seed: 2"})


blanks = st.sampled_from(["", " ", "   "])
remarks = st.sampled_from(["", "  # why: {no} 'idea'", " # 정상 🙂", "\t# tab"])
quotes = st.sampled_from(["", '"', "'"])
VALUES = {
    "clean": ["yes", "no", "true", "false", "Yes", "FALSE"],
    "accomplished": ["yes", "no", "true", "False"],
    "grade": ["A", "B", "D", "F"],
    "places": ["0", "2", "12", "007"],
    "side": ["0", "1", "9"],
}


@st.composite
def layouts(draw: st.DrawFn) -> tuple[str, str]:
    """One block under `expect` twice, with wrong and with right values, in any of the ways to write it."""
    wrong, right = {}, {}
    for key, words in VALUES.items():
        word, quote = draw(st.sampled_from(words)), draw(quotes)
        same = word.lstrip("0") == RIGHT[key] or word == RIGHT[key]
        truth = {"yes": "true", "no": "false"} if word.lower() in ("true", "false") else {}
        kept = {"yes": ("yes", "true"), "no": ("no", "false")}.get(RIGHT[key], ())
        ends = word if same or word.lower() in kept else truth.get(RIGHT[key], RIGHT[key])
        wrong[key], right[key] = f"{quote}{word}{quote}", f"{quote}{ends}{quote}"
    a, b, c, remark = draw(blanks), draw(blanks), draw(remarks), draw(remarks)
    flow = (
        f"  recorded:{a or ' '}{{{a}clean: %(clean)s{b},{a}accomplished:  %(accomplished)s,{c}\n"
        f"      grade: %(grade)s{b} , breaches: {{side-by-side: %(side)s{a},{c}\n"
        f"    standing-at-their-places: %(places)s}}{b}}}{remark}\n"
    )
    block = (
        f"  recorded:{c}\n    # a remark of its own\n    grade: %(grade)s{remark}\n\n    clean:   %(clean)s{c}\n"
        f"    accomplished: %(accomplished)s\n    breaches:{remark}\n      standing-at-their-places:\n"
        f"        %(places)s{c}\n      'side-by-side': %(side)s{b}\n"
    )
    form = draw(st.sampled_from([flow, block]))
    before = draw(st.sampled_from(["", "  reference: clean\n", "  # 👑 first\n  reference: {clean: yes}\n"]))
    return before + form % wrong, before + form % right


@settings(max_examples=60, deadline=None)
@given(layouts(), st.booleans(), st.booleans())
def test_any_layout_stays_as_it_was(tmp_path_factory: pytest.TempPathFactory, layout: tuple[str, str], crlf: bool,
                                    marked: bool) -> None:
    def file(expect: str) -> bytes:
        text = BODY + "expect:\n" + expect + TAIL
        text = text.replace("\n", "\r\n") if crlf else text
        return (b"\xef\xbb\xbf" if marked else b"") + text.encode("utf-8")

    wrong, right = layout
    load_scenario_text(file(wrong).decode("utf-8-sig"), "x.yaml")
    path = tmp_path_factory.mktemp("any") / "mine.yaml"
    path.write_bytes(file(wrong))
    assert main(["test", str(path), "--accept"]) == 0
    assert path.read_bytes() == file(right)
