"""The classes one can come back to: kept, the latest first, forgotten, and never a reason to stop."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from game.attempt.attended import MOST, Attended, attended, folder_of, forget, keep

ANNA = Attended("http://127.0.0.1:8642", "BRASS", "token", "t1", "Anna", "Tuesday", "RECOVER", "door", (0, 7))


def test_what_is_kept_comes_back_the_latest_first(tmp_path: Path) -> None:
    ben = replace(ANNA, code="IVORY", trainee="t2", name="Ben", unsent=(-1, -1))
    assert keep(ANNA, tmp_path) == ""
    assert keep(ben, tmp_path) == ""
    assert attended(tmp_path) == (ben, ANNA)
    keep(replace(ANNA, name="Ann"), tmp_path)
    assert [each.name for each in attended(tmp_path)] == ["Ann", "Ben"]


def test_what_is_forgotten_leaves_nothing(tmp_path: Path) -> None:
    keep(ANNA, tmp_path)
    made = folder_of(ANNA, tmp_path)
    made.mkdir(parents=True)
    (made / "plan.json").write_text("{}", encoding="utf-8")
    forget(ANNA, tmp_path)
    assert attended(tmp_path) == ()
    assert not made.exists()


def test_so_many_are_kept(tmp_path: Path) -> None:
    for number in range(MOST + 5):
        keep(replace(ANNA, trainee=f"t{number}"), tmp_path)
    assert len(attended(tmp_path)) == MOST
    assert attended(tmp_path)[0].trainee == f"t{MOST + 4}"


@pytest.mark.parametrize("text", ["", "[]", '{"classes": 3}', '{"classes": [{"code": 1}, 2, null]}', "{"])
def test_a_damaged_file_holds_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "classes.json").write_text(text, encoding="utf-8")
    assert attended(tmp_path) == ()
    assert keep(ANNA, tmp_path) == ""
    assert attended(tmp_path) == (ANNA,)


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    assert "classes.json" in keep(ANNA, blocked)


@pytest.mark.parametrize("wrong", ["../../etc", "a/b", "a\\b", "..", ""])
def test_no_code_leads_out_of_the_folder(tmp_path: Path, wrong: str) -> None:
    place = replace(ANNA, code=wrong, trainee=wrong)
    assert folder_of(place, tmp_path).parent == tmp_path / "classes"
