"""What the house does, on the screen: announced, asked, drawn; and the words the debrief begins with."""

from dataclasses import replace
from pathlib import Path

import pytest

from game.attempt.live import LiveRun
from game.protocol.plan import Plan, Verb
from game.protocol.rules import Does
from game.protocol.scenario import NamedPlan, Scenario
from game.protocol.units import parse_clock
from game.simulation.codes import Code
from game.stage.screens.brief_custom import section
from game.stage.screens.debrief import DebriefScreen
from game.stage.screens.intro_story import Story
from game.stage.screens.run_bar import asked
from game.stage.screens.run_day import Day
from game.stage.session import Session
from game.stage.settings import Settings
from tests.stage.layout_check import SIZES, problems
from tests.stage.morning import morning
from tests.stage.pilot import flying

NOTICED, ACTS = parse_clock("12:02:25"), parse_clock("12:02:37")


def house_that(does: Does) -> Scenario:
    """The morning of the tests, in a house that does this."""
    made = morning()
    rule = made.rules[0]
    assert rule.house is not None
    house = replace(rule.house, does=does, cuts_away=None, by="the marshal", says="We have a protocol.")
    return replace(made, rules=(replace(rule, house=house),))


def lived(does: Does, until: int) -> Day:
    day = Day(LiveRun.begin(house_that(does), Plan(), 1))
    day.reach(float(until))
    return day


@pytest.mark.parametrize(
    ("does", "said"),
    [
        (Does.SENDS_OUT, "in 11 s the official steps in."),
        (Does.HALTS, "in 11 s the official halts whoever is on the way."),
        (Does.REMARKS, "in 11 s the official says so aloud."),
    ],
)
def test_the_player_is_asked_before_the_house_acts(does: Does, said: str) -> None:
    day = lived(does, NOTICED + 1_000)
    assert day.notice() == ("leaders-first", ACTS)
    assert said in asked(day)
    assert "(L)" in asked(day)


def test_nothing_is_asked_where_the_house_only_notes() -> None:
    day = lived(Does.NOTES, NOTICED + 1_000)
    assert day.live.trace.records[-1].at > NOTICED
    assert any(record.code == Code.NOTICED for record in day.live.trace.records)
    assert day.notice() is None
    assert asked(day) == ""
    assert day.refusal(Verb.LET_STAND, "") == "The house has noticed nothing that could be let stand."


def test_a_remark_is_announced_with_its_words_and_spoken_in_the_room() -> None:
    day = lived(Does.REMARKS, ACTS + 1_000)
    assert day.news()[-1].sentence(day.scenario) == "The marshal, to envoy and clerk: “We have a protocol.”"
    assert day.timeline.speech(day.cursor) == "leaders-first"
    assert day.timeline.official(day.cursor) is not None


def test_letting_it_stand_spares_them_the_remark() -> None:
    day = lived(Does.REMARKS, NOTICED + 1_000)
    assert day.order(Verb.LET_STAND) == ""
    day.reach(float(ACTS + 1_000))
    assert not any(record.code == Code.REMARKED for record in day.live.trace.records)


def test_letting_stand_what_is_not_noticed_yet_changes_nothing() -> None:
    day = lived(Does.REMARKS, NOTICED)
    before = LiveRun.begin(day.scenario, Plan(), 1).live_to(NOTICED - 6_000).give(Verb.LET_STAND, "", NOTICED - 6_000)
    early = Day(before)
    early.reach(float(NOTICED + 1_000))
    assert early.notice() == ("leaders-first", ACTS)


def test_the_story_of_the_incident_ends_with_what_is_said_aloud() -> None:
    recorded = NamedPlan("recorded", Plan(), (), "")
    story = Story(replace(house_that(Does.REMARKS), plans=(recorded,)))
    assert ACTS < story.ends < ACTS + 5_000
    assert story.caption(story.ends)[0] == "It is said aloud, before everybody in the room."


@pytest.mark.parametrize(
    ("does", "said"),
    [
        (Does.SENDS_OUT, "the marshal sends people out."),
        (Does.HALTS, "the marshal turns back whoever is on the way; who is in stays."),
        (Does.REMARKS, "the marshal says so before everybody; nobody has to go."),
        (Does.NOTES, "If it is broken, the marshal notices."),
    ],
)
def test_the_dossier_says_what_the_house_does(does: Does, said: str) -> None:
    assert any(node.said.endswith(said) for node in section(house_that(does)).walk())


LONG = "The aides were in the room before those they had come with, and the house will have to answer for it. " * 2


@pytest.mark.parametrize(("size", "text"), SIZES)
def test_the_debrief_begins_with_the_authors_words(size: tuple[int, int], text: int, tmp_path: Path) -> None:
    sitting = Session(replace(house_that(Does.REMARKS), outcomes=(("leaders-first", LONG),)), 1, tmp_path)
    live = sitting.open_doors()
    sitting.live = live.live_to(live.scenario.end)
    sitting.finish()
    screen = DebriefScreen(sitting)
    settings = Settings(intro_seen=True, text_size=text)
    with flying(screen, tmp_path, size=size, settings=settings) as pilot:
        assert pilot.find(id="outcome").said == LONG
        assert problems(pilot.tree()) == []
