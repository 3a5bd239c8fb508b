"""A file is believed when it has stood still: no save flashes, none is missed, and nothing is ever written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from game.authoring.watch import GONE_SETTLED, POLL, WRONG_SETTLED, Watch
from game.resources import scenarios

GOOD = (scenarios() / "first-steps.yaml").read_text(encoding="utf-8")
BETTER = GOOD.replace("title: First steps", "title: Second steps")
WRONG = GOOD.replace("difficulty:", "dificulty:")
FRAME = 16


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "mine.yaml"
    path.write_text(GOOD, encoding="utf-8")
    return path


def watched(path: Path) -> Watch:
    watch = Watch(path)
    assert watch.look(0)
    return watch


def pass_time(watch: Watch, ms: int) -> int:
    """How often there was news in so many milliseconds."""
    return sum(watch.look(FRAME) for _ in range(ms // FRAME))


def titles(watch: Watch) -> str:
    assert watch.reading is not None
    return watch.reading.scenario.title if watch.reading.scenario is not None else "none"


def test_the_first_look_tells_at_once_whatever_is_there(file: Path, tmp_path: Path) -> None:
    assert titles(watched(file)) == "First steps"
    for path, code in ((tmp_path / "none.yaml", "file-missing"), (tmp_path, "file-folder")):
        reading = watched(path).reading
        assert reading is not None
        assert [problem.code for problem in reading.problems] == [code]
        assert (reading.text, reading.scenario) == (None, None)


def test_a_save_is_told_once_and_soon(file: Path) -> None:
    watch = watched(file)
    assert pass_time(watch, 2_000) == 0
    file.write_text(BETTER, encoding="utf-8")
    assert pass_time(watch, 3 * POLL) == 1
    assert titles(watch) == "Second steps"
    assert pass_time(watch, 2_000) == 0


def test_a_save_by_renaming_is_told(file: Path) -> None:
    watch = watched(file)
    draft = file.with_suffix(".new")
    draft.write_text(BETTER, encoding="utf-8")
    file.rename(file.with_suffix(".old"))
    assert pass_time(watch, GONE_SETTLED - 2 * POLL) == 0, "the moment without a file is no news"
    draft.replace(file)
    assert pass_time(watch, 4 * POLL) == 1
    assert titles(watch) == "Second steps"


def test_emptying_and_filling_never_shows_what_is_half_written(file: Path) -> None:
    watch = watched(file)
    for part in ("", BETTER[:200], BETTER[:1500], BETTER[: len(BETTER) // 2]):
        file.write_text(part, encoding="utf-8")
        assert pass_time(watch, 3 * POLL) == 0
    file.write_text(BETTER, encoding="utf-8")
    assert pass_time(watch, 4 * POLL) == 1
    assert titles(watch) == "Second steps"


def test_what_is_wrong_is_told_when_it_stays(file: Path) -> None:
    watch = watched(file)
    file.write_text(WRONG, encoding="utf-8")
    assert pass_time(watch, WRONG_SETTLED - POLL) == 0
    assert pass_time(watch, 4 * POLL) == 1
    assert watch.reading is not None
    assert {problem.code for problem in watch.reading.problems} >= {"key-unknown"}
    file.write_text(GOOD, encoding="utf-8")
    assert pass_time(watch, 4 * POLL) == 1
    assert titles(watch) == "First steps"


def test_a_file_that_goes_and_comes_back_unchanged(file: Path) -> None:
    watch = watched(file)
    file.unlink()
    assert pass_time(watch, GONE_SETTLED + 4 * POLL) == 1
    assert watch.reading is not None
    assert watch.reading.problems[0].code == "file-missing"
    file.write_text(GOOD, encoding="utf-8")
    assert pass_time(watch, 4 * POLL) == 1
    assert titles(watch) == "First steps"


def test_two_saves_within_one_tick_of_the_clock_are_two(file: Path) -> None:
    same_size = GOOD.replace("title: First steps", "title: Third steps")
    assert len(same_size) == len(GOOD)
    watch = watched(file)
    before = file.stat()
    with file.open("r+b") as there:
        there.write(same_size.encode())
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert file.stat().st_mtime_ns == before.st_mtime_ns
    assert pass_time(watch, 1_000) == 1
    assert titles(watch) == "Third steps"


def test_touching_a_file_is_no_news(file: Path) -> None:
    watch = watched(file)
    os.utime(file, ns=(1, 1))
    assert pass_time(watch, 1_000) == 0


def test_looking_costs_no_reading(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    watch = watched(file)
    read: list[Path] = []
    monkeypatch.setattr("game.authoring.watch.read_text", lambda path: read.append(path) or GOOD)
    pass_time(watch, 10_000)
    assert 10 <= len(read) <= 21, "twice a second, for what date and size do not tell"


def test_it_is_never_written(file: Path) -> None:
    before = file.read_bytes(), file.stat().st_mtime_ns, sorted(file.parent.iterdir())
    pass_time(watched(file), 3_000)
    assert (file.read_bytes(), file.stat().st_mtime_ns, sorted(file.parent.iterdir())) == before
