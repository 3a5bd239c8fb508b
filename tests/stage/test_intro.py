"""The first start: under a minute, skippable at once, never again unasked."""

from pathlib import Path

import pytest

from game.authoring.library import find
from game.authoring.load import load_scenario
from game.simulation.codes import Code
from game.stage.screens.brief import BriefScreen
from game.stage.screens.intro import CARD_MS, HOLD_MS, IntroScreen
from game.stage.screens.intro_story import BEFORE, Story
from game.stage.screens.title import TitleScreen
from game.stage.settings import Settings, load_settings
from tests.stage.layout_check import SIZES, problems
from tests.stage.pilot import Pilot, flying

STORY = Story(load_scenario(find("pyongyang-2024")))


def to_the_question(pilot: Pilot) -> int:
    """Watch to the end; how many milliseconds of real time that took."""
    passed = 0
    while not pilot.find_all(id="question"):
        assert passed < 60_000, "it lasts longer than a minute"
        pilot.frames(1, 250)
        passed += 250
    return passed


def test_it_lasts_less_than_a_minute_and_ends_with_the_question(tmp_path: Path) -> None:
    with flying(IntroScreen(), tmp_path, settings=Settings()) as pilot:
        assert pilot.says("Pyongyang, 19 June 2024")
        assert to_the_question(pilot) < 60_000
        assert pilot.says("The same morning, an hour earlier.")
        assert pilot.focus is not None
        assert pilot.focus.id == "begin"


def test_what_is_told_while_it_happens(tmp_path: Path) -> None:
    told: list[str] = []
    with flying(IntroScreen(), tmp_path, settings=Settings()) as pilot:
        while not pilot.find_all(id="question"):
            pilot.frames(1, 250)
            told += [node.said for node in pilot.find_all(role="caption")]
            if pilot.says("comes in"):
                assert pilot.says("ON AIR")
                assert pilot.says("Delegations wait outside until both leaders have entered the room.")
    distinct = list(dict.fromkeys(told))
    assert distinct[0] == "The room is on air, and empty. The two leaders are still elsewhere."
    assert "Sergei Lavrov, Minister of Foreign Affairs, comes in." in distinct
    assert "Lavrov, Manturov and Savelyev sit down." in distinct
    assert "Belousov, Murashko and Borisov come in by the side door." in distinct
    assert distinct[-1] == "All of them are asked to leave the room, before the cameras."


def test_the_story_is_the_recorded_day_and_stops_at_the_words_of_the_official() -> None:
    first = next(beat for beat in STORY.beats if beat.code == Code.ENTERED)
    assert STORY.begins == first.at - BEFORE
    assert STORY.timeline.speech(STORY.ends) == "leaders-first"
    inside = [one for one in STORY.timeline.at(STORY.ends) if one.at is not None]
    assert {one.person for one in inside} == {
        "lavrov", "manturov", "savelyev", "novak", "belousov", "murashko", "borisov",
    }  # fmt: skip


def test_time_never_goes_beyond_the_end_and_quiet_stretches_are_quicker() -> None:
    assert STORY.after(STORY.ends - 10, 5_000) == STORY.ends
    assert STORY.after(STORY.begins, 1_000) - STORY.begins == 3_000
    first = next(beat for beat in STORY.beats if beat.code == Code.ENTERED)
    assert STORY.after(first.at, 1_000) - first.at == 1_000


@pytest.mark.parametrize("wait", [0, 2_000, CARD_MS + 8_000])
@pytest.mark.parametrize("how", ["escape", "return", "mouse"])
def test_it_can_be_skipped_at_any_time_and_never_comes_again(how: str, wait: int, tmp_path: Path) -> None:
    with flying(IntroScreen(), tmp_path, settings=Settings()) as pilot:
        pilot.frames(wait // 250, 250)
        if how == "mouse":
            pilot.click("Skip")
        else:
            pilot.press_key(how)
        assert isinstance(pilot.app.screen, TitleScreen)
    assert load_settings(tmp_path / "settings.json")[0].intro_seen


@pytest.mark.parametrize(("choice", "scenario"), [("begin", "pyongyang-2024"), ("lesson", "first-steps")])
@pytest.mark.parametrize("by_mouse", [True, False])
def test_the_question_leads_to_a_brief(choice: str, scenario: str, by_mouse: bool, tmp_path: Path) -> None:
    with flying(IntroScreen(), tmp_path, settings=Settings()) as pilot:
        to_the_question(pilot)
        if by_mouse:
            pilot.click(choice)
        else:
            pilot.focus_on(choice)
            pilot.press_key("return")
        assert isinstance(pilot.app.screen, BriefScreen)
        assert pilot.app.screen.session.scenario.id == scenario


def test_the_question_can_be_put_off(tmp_path: Path) -> None:
    with flying(IntroScreen(), tmp_path, settings=Settings()) as pilot:
        to_the_question(pilot)
        pilot.click("title")
        assert isinstance(pilot.app.screen, TitleScreen)


@pytest.mark.parametrize(("size", "text"), SIZES)
def test_nothing_overlaps_or_leaves_its_box(size: tuple[int, int], text: int, tmp_path: Path) -> None:
    with flying(IntroScreen(), tmp_path, size=size, settings=Settings(text_size=text)) as pilot:
        for _second in range((60_000 - HOLD_MS) // 2_000):
            assert problems(pilot.tree()) == []
            pilot.frames(8, 250)
        assert pilot.find(id="question")
        assert problems(pilot.tree()) == []
