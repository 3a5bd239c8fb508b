"""What is kept between two edits and two evenings, and what happens when the disk says no."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.attempt import store
from game.attempt.autosave import attempt_data, attempt_path, read_attempt, restore_attempt, save_attempt
from game.attempt.commands import Brief, SetField
from game.attempt.history import Attempt
from game.attempt.progress import Progress, load_progress, progress_path, save_progress
from tests.attempt import strategies as our


@given(our.plans, st.lists(our.commands, max_size=6), st.integers(0, 6))
def test_an_attempt_comes_back_with_all_that_can_be_undone_and_redone(plan, commands, undone) -> None:
    attempt = Attempt.begin(plan)
    for command in commands:
        attempt = attempt.do(command)
    for _ in range(undone):
        attempt = attempt.undo()
    data = json.loads(json.dumps(attempt_data("x", attempt)))
    assert read_attempt(data) == attempt


def test_an_attempt_is_kept_in_a_file_and_found_again(tmp_path: Path) -> None:
    attempt = Attempt.begin().do(SetField(("kim",), "door", "main")).do(Brief(("putin",))).undo()
    assert save_attempt("pyongyang-2024", attempt, tmp_path) == ""
    assert restore_attempt("pyongyang-2024", tmp_path) == (attempt, "")
    assert [path.name for path in (tmp_path / "attempts").iterdir()] == ["pyongyang-2024.json"]


def test_nothing_kept_is_no_notice(tmp_path: Path) -> None:
    assert restore_attempt("pyongyang-2024", tmp_path) == (None, "")
    assert load_progress(tmp_path) == (Progress(), "")


def test_an_id_cannot_lead_out_of_the_folder(tmp_path: Path) -> None:
    assert attempt_path("../../etc/passwd", tmp_path).parent == tmp_path / "attempts"


BAD = [
    "", "{", "[]", "null", '{"format": 2}', '{"format": 1}', "[" * 100_000,
    '{"format": 1, "start": [], "done": [3]}',
]  # fmt: skip


@pytest.mark.parametrize("text", BAD, ids=lambda text: text[:12])
def test_a_damaged_attempt_is_set_aside_and_not_lost(tmp_path: Path, text: str) -> None:
    path = attempt_path("x", tmp_path)
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    attempt, notice = restore_attempt("x", tmp_path)
    assert attempt is None
    assert "damaged" in notice
    assert (path.parent / "x.json.damaged").read_text(encoding="utf-8") == text
    assert save_attempt("x", Attempt.begin(), tmp_path) == ""


@settings(max_examples=50)
@given(st.binary(max_size=60))
def test_any_file_content_is_survived(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    folder = tmp_path_factory.mktemp("home")
    for path in (attempt_path("x", folder), progress_path(folder)):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    assert restore_attempt("x", folder)[0] is None
    assert load_progress(folder)[0] == Progress()


def test_a_home_that_cannot_be_written_is_told_and_survived(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")  # a file where the folder should be: no user may write below it
    assert "cannot be written" in save_attempt("x", Attempt.begin(), blocked)
    assert "cannot be written" in save_progress(Progress(), blocked)
    assert restore_attempt("x", blocked) == (None, "")
    assert load_progress(blocked)[0] == Progress()


def test_a_save_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.json"
    store.write(path, {"a": 1})

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert "cannot be written" in store.write(path, {"a": 2})
    assert store.load(path) == ({"a": 1}, "")
    assert [one.name for one in tmp_path.iterdir()] == ["x.json"]


def test_progress_counts_runs_and_keeps_the_best(tmp_path: Path) -> None:
    progress = Progress().after("a", 60, "C").after("a", 80, "B").after("a", 70, "B").after("b", 0, "F")
    assert (progress.of("a").runs, progress.of("a").best, progress.of("a").grade) == (3, 80, "B")
    assert progress.of("c").best is None
    assert save_progress(progress, tmp_path) == ""
    assert load_progress(tmp_path) == (progress, "")
