"""The run screen, played by the pilot: by keys alone, by mouse alone; nothing overlaps at any size."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

import pytest

from game.protocol.units import parse_clock
from game.stage.screens.debrief import DebriefScreen
from game.stage.screens.plan import PlanScreen
from game.stage.screens.run import RunScreen
from game.stage.session import Session
from game.stage.settings import Settings
from tests.stage.layout_check import SIZES, problems
from tests.stage.morning import morning, session
from tests.stage.pilot import Pilot, flying


class Watch:
    """A pilot at the run screen."""

    def __init__(self, pilot: Pilot, screen: RunScreen) -> None:
        self.pilot, self.screen = pilot, screen

    def until(self, clock: str) -> None:
        """Let the day go on to this time."""
        while self.screen.day.cursor < parse_clock(clock):
            self.pilot.frames(1, 20)

    def at_once(self, clock: str) -> None:
        """The day as if lived to this time, standing still."""
        self.screen.day.playing = False
        self.screen.day.reach(float(parse_clock(clock)))
        self.pilot.frames(2)
        self.pilot.app.scene.refresh_live()  # people have leapt: the pilot looks where they are now

    def orders(self) -> list[str]:
        """The orders given, without their instants."""
        return [str(order).partition(" ")[2] for order in self.screen.day.live.orders]


@pytest.fixture
def watch(tmp_path: Path) -> Iterator[Watch]:
    """A fresh day, at the run screen."""
    screen = RunScreen(session(tmp_path))
    with flying(screen, tmp_path) as pilot:
        yield Watch(pilot, screen)


@pytest.fixture
def sized(tmp_path: Path) -> Callable[..., AbstractContextManager[Pilot]]:
    """The run screen at a size."""

    def fly(size: tuple[int, int], text: int) -> AbstractContextManager[Pilot]:
        screen = RunScreen(session(tmp_path))
        return flying(screen, tmp_path, size=size, settings=Settings(intro_seen=True, text_size=text))

    return fly


def test_on_air_is_said_in_words(watch: Watch) -> None:
    assert watch.pilot.find(id="air").said == "OFF AIR"
    watch.at_once("12:01:02")
    assert watch.pilot.find(id="air").said == "ON AIR"


def test_a_breach_is_announced_over_the_room_and_in_the_list(watch: Watch) -> None:
    watch.at_once("12:02:08")
    words = "On air: “Leaders first” broken by envoy and clerk"
    assert watch.pilot.find(id="banner").said == words
    assert watch.pilot.find(role="row", label=words)


def test_with_large_text_the_announcement_covers_nothing_of_the_room_and_moves_nothing(
    sized: Callable[..., AbstractContextManager[Pilot]],
) -> None:
    with sized((1280, 720), 200) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, RunScreen)
        screen.day.pause()
        before = pilot.find(id="room").rect.copy()
        assert not pilot.find_all(id="banner")
        screen.day.reach(float(parse_clock("12:02:08")))
        screen.ui.refresh()
        pilot.frames(2)
        banner, room = pilot.find(id="banner"), pilot.find(id="room").rect
        assert banner.said == "On air: “Leaders first” broken by envoy and clerk"
        assert not banner.rect.colliderect(room)
        assert room == before


def test_the_house_counts_down_and_the_answer_counts(watch: Watch) -> None:
    watch.at_once("12:02:26")
    assert "in 11 s the official steps in" in watch.pilot.find(id="word").said
    assert "within 7 s" in watch.pilot.find(id="word").said
    watch.pilot.press_key("l")
    assert watch.orders() == ["let it stand"]
    watch.at_once("12:03:00")
    assert not [n for n in watch.screen.day.news() if n.topic.startswith("sent")]


def test_verb_first_then_whom_by_keys(watch: Watch) -> None:
    watch.pilot.press_key("h")
    focus = watch.pilot.focus
    assert focus is not None
    assert focus.id.startswith("target.")
    watch.pilot.focus_on("target.envoy")
    watch.pilot.press_key("return")
    assert watch.orders() == ["hold envoy"]
    assert watch.pilot.find(label="On the radio: Hold: envoy")


def test_whom_first_then_verb_by_keys(watch: Watch) -> None:
    watch.pilot.press_key("t")
    watch.pilot.focus_on("target.visitors.aides")
    watch.pilot.press_key("return")
    watch.pilot.press_key("c")
    assert watch.orders() == ["call in visitors.aides"]


def test_a_person_in_the_room_and_a_verb_by_mouse(watch: Watch) -> None:
    watch.at_once("12:02:15")
    watch.pilot.click("in.envoy")
    watch.pilot.click("say.quiet_word")
    assert watch.orders() == ["quiet word envoy"]


def test_a_verb_and_a_door_by_mouse_and_its_release(watch: Watch) -> None:
    watch.at_once("12:00:10")
    watch.pilot.click("verb.hold_door")
    watch.pilot.click("in.side")
    watch.at_once("12:01:00")
    assert watch.screen.day.moment.held == {"side"}
    watch.pilot.click("in.side")
    watch.pilot.click("say.release_door")
    assert watch.orders() == ["hold door side", "release door side"]


def test_a_refused_order_is_answered_in_a_sentence(watch: Watch) -> None:
    watch.at_once("12:00:10")
    watch.pilot.press_key("a")
    assert watch.pilot.find(id="word").said.startswith("The broadcast is off the air")
    assert watch.orders() == []


def test_what_may_be_waived_is_waived_at_the_press_of_a_key(tmp_path: Path) -> None:
    scenario = morning()
    waivable = replace(scenario, rules=(replace(scenario.rules[0], waivable_by=("host",)),))
    sitting = Session(waivable, 1, tmp_path)
    sitting.open_doors()
    screen = RunScreen(sitting)
    with flying(screen, tmp_path) as pilot:
        watch = Watch(pilot, screen)
        watch.at_once("12:01:00")
        pilot.press_key("v")
        assert pilot.find(id="word").said.startswith("No rule is being broken")
        watch.at_once("12:02:26")
        assert "have it waived (V)" in pilot.find(id="word").said
        pilot.click("verb.waive")
        assert watch.orders() == ["waive leaders-first"]
        assert pilot.find(label="On the radio: Waive: Leaders first")
        watch.at_once("12:03:00")
        assert not [n for n in screen.day.news() if n.topic.startswith("sent")]
        assert [breach.waived for breach in screen.day.live.trace.breaches] == [True, True]


def test_nothing_is_waived_where_nobody_may(watch: Watch) -> None:
    assert not watch.pilot.find_all(id="verb.waive")
    watch.at_once("12:02:26")
    watch.pilot.press_key("v")
    assert watch.orders() == []


def test_escape_lets_go_then_stops_the_day_and_then_leaves_for_the_plan(watch: Watch) -> None:
    watch.pilot.press_key("b")
    watch.pilot.press_key("escape")
    assert watch.pilot.app.screen is watch.screen
    assert watch.screen.day.playing
    watch.pilot.press_key("escape")
    assert watch.pilot.app.screen is watch.screen
    assert not watch.screen.day.playing
    watch.pilot.press_key("escape")
    assert isinstance(watch.pilot.app.screen, PlanScreen)


def test_pause_step_and_pace(watch: Watch) -> None:
    day = watch.screen.day
    watch.pilot.press_key("space")
    was = day.cursor
    watch.pilot.frames(5)
    assert day.cursor == was
    watch.pilot.press_key(".")
    assert day.cursor == was + 1_000
    watch.pilot.press_key("+")
    assert day.speed == 2
    watch.pilot.press_key("-")
    watch.pilot.click("time.speed.8")
    assert day.speed == 8
    watch.pilot.press_key("j")
    assert not day.jump


def test_the_clock_stands_still_while_a_dialog_is_open(watch: Watch) -> None:
    watch.pilot.press_key("f1")
    was = watch.screen.day.cursor
    watch.pilot.frames(10)
    assert watch.screen.day.cursor == was


def test_scrubbing_by_keys_and_by_mouse_stays_in_what_was_lived(watch: Watch) -> None:
    watch.at_once("12:04:00")
    watch.pilot.press_key(",")
    assert watch.screen.day.cursor == parse_clock("12:03:55")
    bar = watch.pilot.find(id="time").rect
    watch.pilot.drag((bar.x + bar.width // 8, bar.centery), (bar.x + bar.width // 6, bar.centery))
    assert parse_clock("12:01:00") < watch.screen.day.cursor < parse_clock("12:04:00")
    watch.pilot.drag((bar.x + bar.width // 6, bar.centery), (bar.right - 20, bar.centery))
    assert watch.screen.day.cursor == parse_clock("12:04:00")


def test_a_what_if_is_labelled_and_never_scored(watch: Watch) -> None:
    watch.at_once("12:04:00")
    watch.screen.look(parse_clock("12:01:30"))
    watch.pilot.press_key("d")
    watch.pilot.focus_on("target.side")
    watch.pilot.press_key("return")
    assert "what-if" in watch.pilot.find(id="word").said
    watch.pilot.press_key("end")
    assert watch.screen.session.finished is None
    watch.pilot.press_key("w")
    assert not watch.screen.day.what_if
    assert watch.screen.day.cursor == parse_clock("12:04:00")


def test_the_end_leads_to_the_debrief(watch: Watch) -> None:
    watch.pilot.press_key("end")
    watch.pilot.frames(2)
    assert watch.screen.session.finished is not None
    watch.pilot.press_key("return")
    assert isinstance(watch.pilot.app.screen, DebriefScreen)


def test_a_day_left_to_itself_reaches_its_end(watch: Watch) -> None:
    watch.screen.set_speed(8)
    watch.until("12:15:00")
    assert watch.screen.day.over
    watch.pilot.click("debrief")
    assert isinstance(watch.pilot.app.screen, DebriefScreen)


@pytest.mark.parametrize(("size", "text"), SIZES)
@pytest.mark.parametrize("keys", [(), ("h",), ("t",), ("d",), ("end",)])
def test_nothing_overlaps(
    sized: Callable[..., AbstractContextManager[Pilot]], size: tuple[int, int], text: int, keys: tuple[str, ...]
) -> None:
    with sized(size, text) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, RunScreen)
        screen.day.reach(float(parse_clock("12:02:26")))
        screen.pause()
        pilot.frames(2)
        for key in keys:
            pilot.press_key(key)
        assert problems(pilot.tree()) == []
        screen.pick("envoy")
        pilot.frames(2)
        assert problems(pilot.tree()) == []


def test_the_settings_decide_whether_quiet_stretches_are_skipped(watch: Watch) -> None:
    pilot = watch.pilot
    assert watch.screen.day.jump
    pilot.click("header.settings")
    pilot.click("settings.jump_quiet")
    pilot.click("settings.done")
    pilot.frames()
    assert not watch.screen.day.jump
    pilot.press_key("j")
    assert watch.screen.day.jump
    assert pilot.app.ui.settings.jump_quiet
