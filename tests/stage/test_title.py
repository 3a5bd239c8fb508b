"""The title: quick, by keys alone, by mouse alone, and it knows what comes next."""

import subprocess
import sys
from pathlib import Path

import pygame
import pytest

from game.attempt.progress import Progress, save_progress
from game.stage import theme
from game.stage.app import App
from game.stage.main import Start, first_screen
from game.stage.screens.brief import BriefScreen
from game.stage.screens.intro import IntroScreen
from game.stage.screens.scenarios import ScenariosScreen
from game.stage.screens.scenarios_shelf import SHELF, Shelf, recommended
from game.stage.screens.title import TitleScreen
from game.stage.settings import Settings
from tests.stage.layout_check import SIZES, problems
from tests.stage.pilot import Pilot, flying


@pytest.mark.parametrize(("size", "text"), SIZES)
def test_nothing_overlaps_or_leaves_its_box(size: tuple[int, int], text: int, tmp_path: Path) -> None:
    with flying(TitleScreen(), tmp_path, size=size, settings=Settings(text_size=text)) as pilot:
        assert problems(pilot.tree()) == []
        pilot.frames(12, 301)
        assert pilot.says("Next for you: First steps")
        assert problems(pilot.tree()) == []


def test_the_first_frame_has_a_menu_that_answers_a_key(tmp_path: Path) -> None:
    with flying(TitleScreen(), tmp_path) as pilot:
        assert pilot.focus is not None
        assert pilot.focus.id == "begin"
        pilot.press_key("down")
        assert pilot.focus is not None
        assert pilot.focus.id == "scenarios"


@pytest.mark.parametrize("screen", ["title.TitleScreen", "intro.IntroScreen"])
def test_nothing_heavy_is_imported_before_the_first_frame(screen: str, tmp_path: Path) -> None:
    module, name = screen.split(".")
    program = f"""
import os, sys
os.environ["SDL_VIDEODRIVER"] = "dummy"
from pathlib import Path
from game.stage.app import App
from game.stage.screens.{module} import {name}
app = App({name}(), settings_file=Path({str(tmp_path / "none.json")!r}))
app.open()
app.step(0)
heavy = ("pydantic", "yaml", "game.authoring.load", "game.drawing.painter", "game.simulation.engine")
print([module for module in heavy if module in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, encoding="utf-8")
    assert done.stdout.strip() == "[]", done.stderr


@pytest.mark.parametrize("by_mouse", [True, False])
@pytest.mark.parametrize(
    ("entry", "screen"), [("begin", BriefScreen), ("scenarios", ScenariosScreen), ("intro", IntroScreen)]
)
def test_every_entry_leads_somewhere(entry: str, screen: type, by_mouse: bool, tmp_path: Path) -> None:
    with flying(TitleScreen(), tmp_path) as pilot:
        _use(pilot, entry, by_mouse)
        assert isinstance(pilot.app.screen, screen)


@pytest.mark.parametrize("by_mouse", [True, False])
def test_settings_open_over_the_title_and_quit_closes_the_window(by_mouse: bool, tmp_path: Path) -> None:
    with flying(TitleScreen(), tmp_path) as pilot:
        _use(pilot, "settings", by_mouse)
        assert pilot.find(id="settings", role="dialog")
        pilot.press_key("escape")
        assert not pilot.find_all(role="dialog")
        _use(pilot, "quit", by_mouse)
        assert not pilot.frames()


def _use(pilot: Pilot, entry: str, by_mouse: bool) -> None:
    if by_mouse:
        pilot.click(entry)
    else:
        pilot.focus_on(entry)
        pilot.press_key("return")


def test_escape_goes_to_quit_and_does_not_quit(tmp_path: Path) -> None:
    with flying(TitleScreen(), tmp_path) as pilot:
        pilot.press_key("escape")
        assert pilot.frames()
        assert pilot.focus is not None
        assert pilot.focus.id == "quit"


def test_begin_goes_on_where_the_player_has_got_to(own_folders: Path, tmp_path: Path) -> None:
    save_progress(Progress().after("first-steps", 95, "A"), own_folders)
    with flying(TitleScreen(), tmp_path) as pilot:
        pilot.press_key("return")
        assert isinstance(pilot.app.screen, BriefScreen)
        assert pilot.app.screen.session.scenario.id == "potsdam-1945"


def test_recommended_is_the_easiest_not_mastered_then_the_worst_of_all() -> None:
    volumes = SHELF.volumes()
    nothing = recommended(volumes, Progress())
    assert nothing is not None
    assert nothing.id == "first-steps"
    poor = recommended(volumes, Progress().after("first-steps", 30, "F"))
    assert poor is not None
    assert poor.id == "first-steps"
    done = Progress()
    for volume in volumes:
        done = done.after(volume.id, *((85, "B") if volume.id == "pyongyang-2024" else (91, "A")))
    worst = recommended(volumes, done)
    assert worst is not None
    assert worst.id == "pyongyang-2024"


def test_without_any_scenario_begin_says_so(tmp_path: Path) -> None:
    with flying(TitleScreen(Shelf(tmp_path)), tmp_path) as pilot:
        pilot.press_key("return")
        assert isinstance(pilot.app.screen, ScenariosScreen)


def test_where_the_window_opens() -> None:
    assert isinstance(first_screen(None, Start(), intro_seen=False), IntroScreen)
    assert isinstance(first_screen(None, Start(), intro_seen=True), TitleScreen)
    brief = first_screen("first-steps", Start(), intro_seen=False)
    assert isinstance(brief, BriefScreen)
    assert brief.session.scenario.id == "first-steps"


def test_the_picture_comes_after_the_first_frame_and_stays(tmp_path: Path) -> None:
    app = App(TitleScreen(), settings_file=tmp_path / "settings.json")
    app.open()
    try:
        app.step(0)
        dark = pygame.display.get_surface().get_at((900, 200))
        app.step(16)
        lit = pygame.display.get_surface().get_at((900, 200))
        assert dark[:3] == theme.NIGHT
        assert lit != dark
        app.go(TitleScreen())
        app.step(0)
        assert pygame.display.get_surface().get_at((900, 200)) == lit, "it flashes when one comes back"
    finally:
        app.close()
