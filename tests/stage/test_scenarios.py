"""The list of scenarios: nothing vanishes, not even a broken file."""

import shutil
from pathlib import Path

import pytest

from game.attempt.progress import Progress, save_progress
from game.resources import scenarios
from game.stage.screens.brief import BriefScreen
from game.stage.screens.scenarios import ScenariosScreen
from game.stage.screens.scenarios_shelf import Shelf
from game.stage.screens.title import TitleScreen
from game.stage.settings import Settings
from game.wording.dates import date_words
from game.wording.dossier import difficulty_marks
from tests.stage.layout_check import SIZES, problems
from tests.stage.pilot import flying

BROKEN = "format: 1\nid: zz\ntitel: Hello\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The shipped scenarios and a broken one."""
    place = tmp_path / "files"
    shutil.copytree(scenarios(), place)
    (place / "zz-broken.yaml").write_text(BROKEN, encoding="utf-8")
    return place


@pytest.mark.parametrize(("size", "text"), SIZES)
def test_nothing_overlaps_or_leaves_its_box(
    size: tuple[int, int], text: int, folder: Path, tmp_path: Path
) -> None:
    screen = ScenariosScreen(Shelf(folder))
    with flying(screen, tmp_path, size=size, settings=Settings(text_size=text)) as pilot:
        assert problems(pilot.tree()) == []
        pilot.press_key("end")
        assert problems(pilot.tree()) == []


def test_a_card_tells_what_how_hard_and_how_well(own_folders: Path, folder: Path, tmp_path: Path) -> None:
    save_progress(Progress().after("first-steps", 92, "A").after("first-steps", 40, "E"), own_folders)
    with flying(ScenariosScreen(Shelf(folder)), tmp_path) as pilot:
        assert pilot.says("Pyongyang, 19 June 2024")
        assert pilot.says("Read the custom of the house before you brief anyone.")
        assert pilot.find(id="scenario.first-steps").value == "a first lesson; best 92 of 100, grade A"
        assert pilot.says("2 days lived")
        assert pilot.find(id="scenario.pyongyang-2024").value == "demanding; not played yet"
        assert pilot.focus is not None
        assert pilot.focus.id == "scenario.potsdam-1945"


def test_a_broken_file_shows_its_first_problem_and_can_be_mended(folder: Path, tmp_path: Path) -> None:
    with flying(ScenariosScreen(Shelf(folder)), tmp_path) as pilot:
        assert pilot.find(id="scenario.zz-broken").value == "cannot be played"
        assert pilot.says("zz-broken.yaml:1")
        pilot.click("scenario.zz-broken")
        assert pilot.says("zz-broken.yaml still has problems.")
        text = (folder / "first-steps.yaml").read_text(encoding="utf-8")
        mended = text.replace("id: first-steps", "id: zz-broken", 1)
        (folder / "zz-broken.yaml").write_text(mended, encoding="utf-8")
        pilot.click("scenario.zz-broken")
        assert pilot.says("zz-broken.yaml can be played now.")
        assert pilot.find(id="scenario.zz-broken").value.endswith("not played yet")


@pytest.mark.parametrize("by_mouse", [True, False])
def test_a_card_opens_its_brief(by_mouse: bool, tmp_path: Path) -> None:
    with flying(ScenariosScreen(), tmp_path) as pilot:
        if by_mouse:
            pilot.click("scenario.pyongyang-2024")
        else:
            pilot.press_key("down", 2)
            pilot.press_key("return")
        assert isinstance(pilot.app.screen, BriefScreen)
        assert pilot.app.screen.session.scenario.id == "pyongyang-2024"


@pytest.mark.parametrize("by_mouse", [True, False])
def test_back_to_the_title(by_mouse: bool, tmp_path: Path) -> None:
    with flying(ScenariosScreen(), tmp_path) as pilot:
        if by_mouse:
            pilot.click("footer.escape")
        else:
            pilot.press_key("escape")
        assert isinstance(pilot.app.screen, TitleScreen)


def test_no_scenarios_at_all_is_said(tmp_path: Path) -> None:
    with flying(ScenariosScreen(Shelf(tmp_path)), tmp_path) as pilot:
        assert pilot.says("There are no scenarios.")


@pytest.mark.parametrize(
    ("date", "words"),
    [("2024-06-19", "19 June 2024"), ("2024-06", "June 2024"), ("undated", "undated"), ("1815", "1815")],
)
def test_dates_in_words(date: str, words: str) -> None:
    assert date_words(date) == words


def test_difficulty_has_a_mark_for_every_step() -> None:
    assert [difficulty_marks(step).count("●") for step in range(1, 6)] == [1, 2, 3, 4, 5]
    assert all(len(difficulty_marks(step)) == 5 for step in range(1, 6))
