"""Files that are no scenario at all, and finding the one that is meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.authoring.library import find, shipped
from game.authoring.load import load_scenario, load_scenario_text
from game.authoring.problems import Problem, ProblemsFound

GOOD = Path(__file__).parent / "good" / "minimal.yaml"


def check_file(path: Path) -> tuple[Problem, ...]:
    """Everything that is wrong with a scenario file."""
    try:
        load_scenario(path)
    except ProblemsFound as found:
        return found.problems
    return ()


def codes(path: Path) -> list[str]:
    return [problem.code for problem in check_file(path)]


def test_a_good_file_has_no_problems() -> None:
    assert check_file(GOOD) == ()


def test_a_missing_file(tmp_path: Path) -> None:
    assert codes(tmp_path / "nothing.yaml") == ["file-missing"]


def test_a_folder(tmp_path: Path) -> None:
    assert codes(tmp_path) == ["file-folder"]


def test_a_name_that_no_file_can_have() -> None:
    assert codes(Path("a\0b.yaml")) == ["file-unreadable"]


def test_an_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "empty.yaml"
    path.write_bytes(b"")
    assert codes(path) == ["file-empty"]


def test_a_huge_file(tmp_path: Path) -> None:
    path = tmp_path / "huge.yaml"
    path.write_bytes(b"#" * 1_000_001)
    assert codes(path) == ["file-too-big"]


def test_many_entries(tmp_path: Path) -> None:
    path = tmp_path / "many.yaml"
    path.write_text("x: [" + "a," * 60_000 + "]", encoding="utf-8")
    assert codes(path) == ["yaml-too-many"]


@pytest.mark.parametrize("data", [b"\xff\xfea\0", b"title: caf\xe9", b"\x89PNG\r\n\x1a\n"])
def test_no_utf8(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "other.yaml"
    path.write_bytes(data)
    assert codes(path) == ["file-encoding"]


def test_a_nul_byte(tmp_path: Path) -> None:
    path = tmp_path / "nul.yaml"
    path.write_bytes(b"format: 1\nid: a\0b\n")
    problem = check_file(path)[0]
    assert (problem.line, problem.column, problem.code) == (2, 6, "file-control")


@pytest.mark.parametrize("opening", ["\ufeff", ""])
@pytest.mark.parametrize("newline", ["\r\n", "\n"])
def test_a_byte_order_mark_and_windows_line_ends_change_nothing(
    tmp_path: Path, opening: str, newline: str
) -> None:
    path = tmp_path / "windows.yaml"
    text = opening + GOOD.read_text(encoding="utf-8").replace("\n", newline)
    path.write_bytes(text.encode())
    assert load_scenario(path) == load_scenario(GOOD)


def test_a_problem_without_a_line_names_the_file_alone(tmp_path: Path) -> None:
    path = tmp_path / "nothing.yaml"
    assert check_file(path)[0].render().splitlines()[0] == f"{path}: file-missing: There is no such file."


def test_the_caret_stands_under_wide_letters_and_tabs() -> None:
    text = GOOD.read_text(encoding="utf-8").replace("{who: adler,", "{because: 정상 먼저, who: adlr,")
    text = text.replace("She likes to be early.", "x").replace(", because: x", "")
    with pytest.raises(ProblemsFound) as found:
        load_scenario_text(text, "wide.yaml")
    line, caret = found.value.problems[0].render().splitlines()[1:3]
    before = line[: line.index("adlr")]
    assert caret.index("^") == len(before) + 4  # four wide letters take two columns each


def test_problems_stand_in_the_order_of_the_file() -> None:
    text = GOOD.read_text(encoding="utf-8").replace("adler", "adler2", 1).replace("2030-05-14", "May")
    with pytest.raises(ProblemsFound) as found:
        load_scenario_text(text, "x.yaml")
    places = [(problem.line, problem.column) for problem in found.value.problems]
    assert places == sorted(places)
    assert len(places) > 1
    assert "x.yaml:5:7: date" in str(found.value)


def test_the_shipped_scenarios_are_found_by_id() -> None:
    assert shipped()
    for name in shipped():
        assert load_scenario(find(name)).id == name


def test_a_path_is_itself() -> None:
    assert find(GOOD) == GOOD
    assert find("./somewhere/else.yaml") == Path("./somewhere/else.yaml")


@pytest.mark.parametrize("name", ["pyongjang-2024", "", "x" * 5_000, "a\0b"])
def test_an_unknown_scenario(name: str) -> None:
    with pytest.raises(ProblemsFound) as found:
        find(name)
    problem = found.value.problems[0]
    assert problem.code == "scenario-unknown"
    assert problem.hint
    if name.startswith("pyong"):
        assert problem.hint == "Did you mean `pyongyang-2024`?"
