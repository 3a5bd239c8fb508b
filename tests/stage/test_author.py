"""Author mode, as an author uses it: by keys alone, by mouse alone, with the editor beside it saving well and badly."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game import cli
from game.attempt.progress import load_progress
from game.attempt.recent import MOST, recent, remember
from game.authoring.load import load_scenario
from game.authoring.problems import ProblemsFound
from game.protocol.units import parse_clock
from game.resources import scenarios
from game.stage import flow, theme
from game.stage.app import App
from game.stage.screens.author import AuthorScreen
from game.stage.screens.author_files import AuthorFilesScreen
from game.stage.screens.debrief import DebriefScreen
from game.stage.screens.run import RunScreen
from game.stage.screens.title import TitleScreen
from game.stage.session import Session
from game.stage.settings import Settings
from tests.stage.layout_check import problems
from tests.stage.pilot import Pilot, flying
from tests.stage.rehearsed import Rehearsed

AUTHORING = Path(__file__).parent.parent / "authoring"
GOOD = (scenarios() / "pyongyang-2024.yaml").read_text(encoding="utf-8")
RETITLED = GOOD.replace("title: Leaders first", "title: Ministers last")
WRONG = GOOD.replace("difficulty: ", "difficulty: x", 1).replace("who: ", "whom: ", 4)
LINE = WRONG[: WRONG.index("difficulty: x")].count("\n") + 1
OTHER_ENDING = GOOD.replace("grade: F", "grade: D")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "treaty.yaml"
    path.write_text(GOOD, encoding="utf-8")
    return path


@pytest.fixture
def pilot(file: Path, tmp_path: Path) -> Iterator[Pilot]:
    with flying(flow.author(file), tmp_path) as flown:
        yield flown


def save(file: Path, text: str) -> None:
    """As most editors do: another file in its place."""
    draft = file.with_name("draft")
    draft.write_text(text, encoding="utf-8")
    draft.replace(file)


def author(pilot: Pilot) -> AuthorScreen:
    screen = pilot.app.screen
    assert isinstance(screen, AuthorScreen)
    assert problems(pilot.tree()) == []
    return screen


def a_second(pilot: Pilot) -> None:
    pilot.frames(63)


def test_it_opens_on_room_timeline_and_bots(pilot: Pilot) -> None:
    author(pilot)
    assert pilot.says("treaty.yaml · Leaders first")
    for panel in ("room.panel", "timeline.panel", "bots.panel"):
        assert pilot.find(id=panel)
    assert not pilot.find_all(id="banner")
    assert not pilot.find_all(id="problems.panel")


def test_the_bots_fill_in_as_they_come(pilot: Pilot) -> None:
    assert pilot.says("being played …")
    assert pilot.find(id="bot.expert.total").said == "…"
    a_second(pilot)
    author(pilot)
    assert pilot.find(id="bot.expert.total").said == "15", "what the day comes to that its plan leads to"
    assert pilot.says("clean on 0 of 100 days")
    assert pilot.says("People sent out: An official of the house sent Sergei Lavrov")


def test_where_no_process_can_be_started_it_says_so(
    pilot: Pilot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(days: Rehearsed) -> bool:
        days.failed = "too many processes"
        return True

    monkeypatch.setattr(Rehearsed, "poll", refused)
    a_second(pilot)
    author(pilot)
    assert pilot.find(id="bots.about").said == "The bots' days cannot be played here (too many processes)."


def test_a_save_shows_within_a_second_and_the_bots_play_anew(pilot: Pilot, file: Path) -> None:
    a_second(pilot)
    stopped = Rehearsed.stopped
    save(file, RETITLED)
    a_second(pilot)
    assert pilot.says("treaty.yaml · Ministers last")
    assert Rehearsed.stopped == stopped + 1
    save(file, f"{RETITLED}\n# a remark changes nothing\n")
    a_second(pilot)
    assert Rehearsed.stopped == stopped + 1


def test_a_broken_file_leaves_the_last_good_one_under_a_banner(pilot: Pilot, file: Path) -> None:
    a_second(pilot)
    save(file, WRONG)
    a_second(pilot)
    author(pilot)
    assert pilot.find(id="banner").role == "alert"
    assert pilot.says("The file cannot be played: 9 problems. Shown is the last good one.")
    assert pilot.says(f"{LINE}:13: `x3` is no whole number.")
    assert pilot.says("and 6 more")
    assert pilot.says("treaty.yaml · Leaders first")
    assert pilot.find(id="room.panel")
    assert pilot.find(id="bot.expert.total").said == "15"
    assert pilot.named("play").enabled
    save(file, RETITLED)
    a_second(pilot)
    assert not pilot.find_all(id="banner")
    assert pilot.says("treaty.yaml · Ministers last")


@pytest.mark.parametrize("by_mouse", [True, False])
def test_a_problem_opens_on_its_line_with_a_caret_and_a_hint(pilot: Pilot, file: Path, by_mouse: bool) -> None:
    save(file, WRONG)
    a_second(pilot)
    if by_mouse:
        pilot.click("problem.0")
    else:
        pilot.press_key("e")
        pilot.press_key("return")
    author(pilot)
    assert pilot.find(id="source").value == "difficulty: x3"
    assert pilot.find(id="source").label == f"Line {LINE}"
    assert pilot.says("Write digits only, like 3.")
    save(file, f"# one line more\n{WRONG}")
    a_second(pilot)
    assert pilot.find(id="source").label == f"Line {LINE + 1}", "it stays open where it stands now"
    pilot.click("problem.0")
    assert not pilot.find_all(id="source")


def test_the_caret_stands_under_the_place_meant_even_far_to_the_right(pilot: Pilot, file: Path) -> None:
    wide = f"title: [{'a, ' * 80}b"
    save(file, GOOD.replace("title: Leaders first", f"{wide}]"))
    a_second(pilot)
    pilot.click("problem.0")
    rect = pilot.find(id="source").rect
    surface = pygame.display.get_surface()
    assert surface is not None
    red = [x for x in range(rect.left, rect.right) if surface.get_at((x, rect.bottom - 8))[:3] == theme.ALARM]
    assert red
    assert rect.left <= min(red) <= max(red) < rect.right


def test_what_only_playing_shows_is_listed_as_such(pilot: Pilot, file: Path) -> None:
    save(file, OTHER_ENDING)
    a_second(pilot)
    author(pilot)
    assert not pilot.find_all(id="banner"), "it can be played"
    assert pilot.says("grade should be D and is")
    assert pilot.find_all(label="in play")


def test_time_stands_where_it_stood_across_saves(pilot: Pilot, file: Path) -> None:
    screen = author(pilot)
    screen.look(parse_clock("12:36:40"))
    pilot.press_key(".")
    assert pilot.says("12:36:45")
    for text in (RETITLED, WRONG, GOOD):
        save(file, text)
        a_second(pilot)
        assert pilot.find(id="clock").said == "12:36:45"


def test_an_instant_that_a_shorter_day_has_not_comes_back_with_it(pilot: Pilot, file: Path) -> None:
    author(pilot).look(parse_clock("12:45:55"))
    save(file, GOOD.replace('to: "12:46"', 'to: "12:45:40"'))
    a_second(pilot)
    assert pilot.find(id="clock").said == "12:45:40"
    save(file, GOOD)
    a_second(pilot)
    assert pilot.find(id="clock").said == "12:45:55"


@pytest.mark.parametrize("by_mouse", [True, False])
def test_any_instant_by_the_timeline(pilot: Pilot, by_mouse: bool) -> None:
    screen = author(pilot)
    before = screen.desk.instant
    if by_mouse:
        axis = pilot.find(id="chart.axis").rect
        pilot.drag((axis.left + axis.width // 3, axis.centery), (axis.right - 40, axis.centery))
        assert screen.desk.instant > before + 5 * 60_000
        pilot.click("look.back")
    else:
        pilot.focus_on("chart.axis")
        pilot.press_key("right", times=3)
        assert screen.desk.instant == before + 15_000
        pilot.press_key(",")
        assert screen.desk.instant == before + 10_000


@pytest.mark.parametrize("by_mouse", [True, False])
def test_another_plan_and_back(pilot: Pilot, file: Path, by_mouse: bool) -> None:
    screen = author(pilot)
    if by_mouse:
        pilot.click("plan")
        pilot.click("plan.reference")
    else:
        while screen.desk.shown is not None and screen.desk.shown.name != "reference":
            pilot.press_key("n")
    assert pilot.find(id="result").said == "100 of 100, A"
    save(file, RETITLED)
    a_second(pilot)
    assert pilot.find(id="plan").value == "reference"
    pilot.focus_on("plan")
    for _ in range(4):
        pilot.press_key("right")
    assert pilot.find(id="plan").value == "nobody briefed"


@pytest.mark.parametrize("by_mouse", [True, False])
def test_play_from_here_and_back_to_the_same_instant(pilot: Pilot, by_mouse: bool) -> None:
    mine = Session.open("pyongyang-2024").plan
    screen = author(pilot)
    screen.desk.choose_plan("reference")
    screen.look(parse_clock("12:36"))
    pilot.frames(1)
    if by_mouse:
        pilot.click("play")
    else:
        pilot.press_key("p")
    run = pilot.app.screen
    assert isinstance(run, RunScreen)
    assert problems(pilot.tree()) == []
    assert run.day.cursor == parse_clock("12:36")
    assert run.session.plan == run.scenario.plan("reference").plan
    pilot.press_key("space")
    pilot.frames(20, 100)
    assert run.day.cursor > parse_clock("12:36")
    if by_mouse:
        pilot.click("File")
    else:
        pilot.press_key("escape")
        assert pilot.says("Escape once more goes back to the file.")
        pilot.press_key("escape")
    assert author(pilot) is screen
    assert screen.desk.instant == parse_clock("12:36")
    assert Session.open("pyongyang-2024").plan == mine, "a trial is no attempt of the player's"


def test_a_trial_lived_to_its_end_leads_back_and_counts_for_nothing(pilot: Pilot, own_folders: Path) -> None:
    pilot.press_key("p")
    pilot.press_key("end")
    pilot.frames(2)
    pilot.press_key("return")
    assert isinstance(pilot.app.screen, DebriefScreen)
    pilot.press_key("escape")
    author(pilot)
    assert load_progress(own_folders)[0].of("pyongyang-2024").runs == 0


def test_a_save_while_one_plays_is_seen_on_coming_back(pilot: Pilot, file: Path) -> None:
    pilot.press_key("p")
    save(file, RETITLED)
    a_second(pilot)
    pilot.press_key("escape")
    a_second(pilot)
    author(pilot)
    assert pilot.says("treaty.yaml · Ministers last")


@pytest.mark.parametrize("text", [None, "", WRONG, "- no\n- block\n", "\x00"])
def test_the_first_reading_may_be_broken_and_is_mended(text: str | None, tmp_path: Path) -> None:
    file = tmp_path / "new.yaml"
    if text is not None:
        file.write_text(text, encoding="utf-8")
    with flying(flow.author(file), tmp_path) as pilot:
        author(pilot)
        assert pilot.find(id="banner")
        assert pilot.find(id="empty")
        assert pilot.find(id="problem.0")
        assert not pilot.find(id="play").enabled
        for key in ("p", ",", ".", "n"):
            pilot.press_key(key)
        author(pilot)
        save(file, GOOD)
        a_second(pilot)
        author(pilot)
        assert not pilot.find_all(id="banner")
        assert pilot.find(id="room.panel")


def test_a_folder_in_its_place(tmp_path: Path) -> None:
    with flying(flow.author(tmp_path), tmp_path) as pilot:
        author(pilot)
        assert pilot.says("This is a folder, not a file.")


def test_every_good_file_is_shown_with_every_plan(tmp_path: Path) -> None:
    files = sorted((AUTHORING / "good").glob("*.yaml"))
    assert files
    with flying(flow.author(files[0]), tmp_path) as pilot:
        for file in files:
            pilot.app.go(flow.author(file))
            pilot.frames(2)
            plans = author(pilot).desk.plans
            for _plan in plans:
                pilot.press_key("n")
                author(pilot)
                assert pilot.find(id="room.panel"), file.name


@pytest.mark.parametrize("text", [100, 200])
def test_every_broken_file_is_told_and_its_lines_shown(text: int, tmp_path: Path) -> None:
    files = sorted((AUTHORING / "bad").glob("*.yaml"))
    assert files
    with flying(flow.author_files(), tmp_path, settings=Settings(text_size=text, intro_seen=True)) as pilot:
        for file in files:
            pilot.app.go(flow.author(file))
            pilot.frames(2)
            pilot.press_key("e")
            pilot.press_key("return")
            pilot.frames(2)
            # Files and hints may hold letters of any script; the fonts have those of the Latin one.
            assert [one for one in problems(pilot.tree()) if "its font lacks" not in one] == [], file.name
            assert pilot.find(id="play" if can_be_played(file) else "banner"), file.name


def can_be_played(file: Path) -> bool:
    """Whether only `check` has something to say, and not the loader."""
    try:
        load_scenario(file)
    except ProblemsFound:
        return False
    return True


def test_nothing_is_ever_written_to_the_file(pilot: Pilot, file: Path) -> None:
    for text in (WRONG, GOOD):
        save(file, text)
        before = file.read_bytes(), file.stat().st_mtime_ns, sorted(path.name for path in file.parent.iterdir())
        a_second(pilot)
        pilot.press_key("n")
        pilot.press_key("p")
        pilot.frames(5)
        pilot.press_key("escape")
        pilot.frames(5)
        after = file.read_bytes(), file.stat().st_mtime_ns, sorted(path.name for path in file.parent.iterdir())
        assert after == before


# The way in


@pytest.mark.parametrize("by_mouse", [True, False])
def test_from_the_title_to_a_file_of_the_folder_and_back(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, by_mouse: bool
) -> None:
    monkeypatch.chdir(file.parent)
    with flying(flow.title(), tmp_path) as pilot:
        if by_mouse:
            pilot.click("author")
            assert problems(pilot.tree()) == []
            pilot.click("here.0")
        else:
            pilot.focus_on("author")
            pilot.press_key("return")
            pilot.focus_on("here.0")
            pilot.press_key("return")
        author(pilot)
        assert pilot.says("treaty.yaml · Leaders first")
        pilot.press_key("escape")
        assert isinstance(pilot.app.screen, AuthorFilesScreen)
        assert pilot.find(id="recent.0").label == str(file)
        pilot.press_key("escape")
        assert isinstance(pilot.app.screen, TitleScreen)


def test_a_path_typed_in_and_what_is_no_path(file: Path, tmp_path: Path) -> None:
    with flying(flow.author_files(), tmp_path) as pilot:
        pilot.press_key("return")
        assert pilot.says("Type the path of a scenario file")
        (file.parent / "empty").mkdir()
        pilot.type_text(str(file.parent / "empty"))
        pilot.press_key("return")
        assert pilot.says("There is no scenario file (.yaml) in that folder.")
        pilot.press_key("backspace", times=len("/empty"))
        pilot.press_key("return")
        assert pilot.find(id="here.0").label == str(file), "a folder's path lists its files"
        pilot.type_text("/treaty.yaml")
        pilot.click("open")
        pilot.frames(2)
        author(pilot)


def test_files_opened_last_come_first_and_only_once(own_folders: Path, tmp_path: Path) -> None:
    for number in (*range(MOST + 3), 5):
        remember(tmp_path / f"{number}.yaml")
    names = [path.stem for path in recent()]
    assert names[:3] == ["5", "10", "9"]
    assert len(names) == len(set(names)) == MOST
    (own_folders / "authored.json").write_text('{"files": [7, "", "a.yaml"]}', encoding="utf-8")
    assert recent() == (Path("a.yaml"),)


@pytest.mark.parametrize(
    ("argv", "title", "plan"),
    [
        (("treaty.yaml",), "Leaders first", "recorded"),
        (("treaty.yaml", "--plan", "reference"), "Leaders first", "reference"),
        (("first-steps", "--plan", "none-such"), "First steps", "recorded"),
    ],
)
def test_watch_opens_the_same_screen(
    argv: tuple[str, ...], title: str, plan: str, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(file.parent)
    opened: list[App] = []
    monkeypatch.setattr(App, "run", lambda app: (app.open(), opened.append(app)))
    try:
        assert cli.main(["watch", *argv]) == cli.DONE
        pilot = Pilot(opened[-1])
        pilot.frames(2)
        author(pilot)
        assert pilot.says(title)
        assert pilot.find(id="plan").value == plan
        assert bool(pilot.find_all(id="missing")) == (argv[-1] == "none-such")
    finally:
        for app in opened:
            app.close()
