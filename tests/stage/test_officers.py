"""Officers of the house in the window: planned, ordered about and looked back on, by keys alone and by mouse alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.authoring.library import shipped
from game.protocol.people import Role
from game.protocol.units import parse_clock
from game.report.sheet import guards, running_order, sheet_text
from game.simulation.circumstances import draw
from game.simulation.codes import Code
from game.simulation.engine import simulate
from game.stage import flow
from game.stage.screens.brief_room import before
from game.stage.screens.debrief import DebriefScreen
from game.stage.screens.debrief_chart import lanes
from game.stage.screens.plan import PlanScreen
from game.stage.screens.run import RunScreen
from game.stage.session import Session
from game.wording.lists import sections
from tests.stage.guarded import GUARDED, guarded
from tests.stage.pilot import Pilot, flying


@pytest.fixture
def planning(tmp_path: Path) -> Iterator[tuple[Pilot, Session]]:
    """The plan screen with nobody briefed."""
    session = Session.open(GUARDED, seed=2)
    with flying(flow.plan(session), tmp_path) as pilot:
        yield pilot, session


def told(session: Session, who: str) -> dict[str, str]:
    """What the briefing of one person says."""
    briefing = next(briefing for briefing in session.plan.briefings if briefing.who == (who,))
    names = ("door", "set_out", "enter", "sit")
    return {name: str(value) for name in names if (value := getattr(briefing.conduct, name)) is not None}


def press(pilot: Pilot, name: str) -> None:
    """Go to a control with TAB and press it with Return."""
    pilot.focus_on(name)
    pilot.press_key("return")


def test_by_keys_an_officer_is_sent_to_a_door_and_keeps_it(planning: tuple[Pilot, Session]) -> None:
    pilot, session = planning
    press(pilot, "who.hong")
    pilot.press_key("b")
    assert told(session, "hong") == {"door": "side", "set_out": "at once"}
    press(pilot, "card.enter")
    press(pilot, "cue.kind.after")
    press(pilot, "cue.event.0.who")
    press(pilot, "cue.event.0.who.leaders")
    press(pilot, "cue.ok")
    assert told(session, "hong") == {"door": "side", "set_out": "at once", "enter": "after leaders entered"}
    assert pilot.find(id="bar.hong").said.startswith("Hong: at Side door from 10:00:07; lets only principals in until")
    pilot.press_key("r")
    assert not session.plan.briefings[0].read_back
    assert session.refusals == ()


def test_by_mouse_an_officer_is_dragged_to_a_door_and_moved(planning: tuple[Pilot, Session]) -> None:
    pilot, session = planning
    axis = pilot.find(id="timeline").rect
    pilot.click("who.bae")
    pilot.press_key("t")
    assert pilot.find(id="timeline").value.startswith("Anton Bae: ")
    pilot.press_key("escape")
    pilot.drag("who.bae", (axis.x + axis.width // 4, axis.bottom - 40))
    said = told(session, "bae")
    assert set(said) == {"door", "set_out"}
    assert said["set_out"].startswith("at door by ")
    bar = pilot.find(id="bar.bae").rect
    pilot.drag((bar.x + 10, bar.centery), (bar.x + 110, bar.centery))
    assert told(session, "bae")["door"] == said["door"]
    assert told(session, "bae")["set_out"] > said["set_out"]


def test_an_officers_card_offers_no_place_at_the_table(planning: tuple[Pilot, Session]) -> None:
    pilot, _session = planning
    pilot.click("who.hong")
    pilot.click("card.post")
    offered = {node.id for node in pilot.tree().walk() if node.id.startswith("card.")}
    assert {"card.door", "card.set_out", "card.enter", "card.remove"} <= offered
    assert not offered & {"card.sit", "card.leave", "card.place", "card.read_back", "card.escort", "card.spacing"}
    assert pilot.find(id="card.enter").said == "Lets people in"


def test_the_lists_have_officers_apart_and_nobody_uninvited() -> None:
    scenario = Session.open(GUARDED).scenario
    found = sections(scenario)
    assert found[-1].title == "Officers of the house"
    assert [row.name for row in found[-1].rows] == ["hong", "bae"]
    others = {row.name for section in found[:-1] for row in section.rows}
    assert not others & {"hong", "bae", "tarn"}
    assert all("tarn" not in row.members for section in found for row in section.rows)
    assert "tarn" not in {one.person for one in before(scenario)}


@pytest.mark.parametrize("scenario", shipped())
def test_where_there_are_no_officers_there_is_no_list_of_them(scenario: str) -> None:
    made = Session.open(scenario).scenario
    listed = [section.title for section in sections(made)]
    assert ("Officers of the house" in listed) == bool(made.officers)


def test_the_escorts_say_where_they_are_and_why_one_cannot(tmp_path: Path) -> None:
    session = guarded()
    with flying(flow.plan(session), tmp_path) as pilot:
        pilot.click("who.sand")
        pilot.click("card.escort")
        assert pilot.find(id="card.escort.bae").said == "Bae, is with them already"
        assert pilot.find(id="card.escort.hong").said == "Hong, Corridor: 37 s away, is sent to a door"
        pilot.click("card.escort.hong")
        assert any(refusal.code == "officer-twice" for refusal in session.refusals)
        pilot.press_key("z")
        pilot.click("who.voss")
        pilot.click("card.enter")
        pilot.click("cue.kind.after")
        pilot.click("cue.ok")
        pilot.click("card.escort")
        assert pilot.find(id="card.escort.bae").said.endswith("is with Lena Sand")
        pilot.press_key("escape")
        pilot.click("who.bae")
        pilot.click("card.takes_in")
        assert isinstance(pilot.app.screen, PlanScreen)
        assert pilot.app.screen.desk.chosen == ("sand",)


def test_a_cue_may_wait_for_the_room_and_for_an_officer_at_a_door(planning: tuple[Pilot, Session]) -> None:
    pilot, session = planning
    pilot.click("who.sand")
    pilot.press_key("b")
    pilot.click("cue.event.0.who")
    pilot.click("cue.event.0.who.room")
    pilot.click("cue.also")
    pilot.click("cue.event.1.who")
    pilot.click("cue.event.1.who.hong")
    pilot.click("cue.event.1.moment")
    moments = {node.id.rpartition(".")[2] for node in pilot.find_all(role="option")}
    assert moments == {"at door", "set out"}
    pilot.press_key("escape")
    pilot.click("cue.ok")
    assert told(session, "sand") == {"enter": "after room ready and hong at door"}


def clock(text: str) -> int:
    """An instant of the morning."""
    return parse_clock(text)


@pytest.fixture
def running(tmp_path: Path) -> Iterator[tuple[Pilot, RunScreen]]:
    """Day 2, standing still at 10:03:50: the room is not ready, Hong keeps the side door, Quill and Reed queue."""
    session = guarded()
    session.open_doors()
    with flying(flow.run(session), tmp_path) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, RunScreen)
        screen.day.pause()
        screen.day.reach(float(clock("10:03:50")))
        screen.ui.refresh()
        pilot.frames(3)
        pilot.app.scene.refresh_live()
        yield pilot, screen


def test_a_kept_door_says_who_keeps_it_and_who_queues_stands_before_it(running: tuple[Pilot, RunScreen]) -> None:
    pilot, screen = running
    assert pilot.find(id="in.side").value == "kept by Hong"
    assert pilot.find(id="in.main").value == "room not ready"
    assert pilot.find(id="in.hong").value == "keeps: Side door"
    places = {name: pilot.find(id=f"in.{name}").rect.center for name in ("hong", "quill", "reed")}
    assert len(set(places.values())) == 3
    assert pilot.says("Hong lets only principals in: Side door")
    assert screen.day.moment.kept == {"side": ("hong",)}


def test_by_keys_an_officer_is_told_to_let_people_in(running: tuple[Pilot, RunScreen]) -> None:
    pilot, screen = running
    pilot.press_key("t")
    press(pilot, "target.hong")
    assert pilot.says("Goes to the door now; at the door, lets people in now.")
    pilot.press_key("c")
    screen.day.pause()
    screen.day.reach(float(clock("10:03:57")))
    screen.ui.refresh()
    pilot.frames(40)
    assert pilot.find(id="in.side").value == ""
    assert pilot.says("Hong lets people in: Side door")


def test_by_mouse_an_officer_is_called_off_and_nobody_guards_the_door(running: tuple[Pilot, RunScreen]) -> None:
    pilot, screen = running
    pilot.click("in.hong")
    pilot.click("say.recall")
    screen.day.pause()
    screen.day.reach(float(clock("10:03:56")))
    screen.ui.refresh()
    pilot.frames(3)
    assert screen.day.moment.kept == {}
    assert pilot.find(id="in.hong").value == "on the way"


def test_what_would_change_nothing_is_refused_with_a_sentence(running: tuple[Pilot, RunScreen]) -> None:
    pilot, _screen = running
    pilot.press_key("h")
    press(pilot, "target.bae")
    assert not pilot.says("stands at a door already")
    pilot.press_key("h")
    press(pilot, "target.hong")
    assert pilot.says("Hong stands at a door already; hold the door instead.")


def test_nobody_knows_of_the_uninvited_before_they_come(tmp_path: Path) -> None:
    quiet = next(seed for seed in range(1, 50) if not _comes(seed))
    for seed, listed in ((2, True), (quiet, False)):
        session = guarded(seed)
        session.open_doors()
        with flying(flow.run(session), tmp_path) as pilot:
            assert isinstance(pilot.app.screen, RunScreen)
            pilot.app.screen.day.pause()
            pilot.press_key("t")
            assert bool(pilot.find_all(id="target.tarn")) == listed
            assert bool(pilot.find_all(id="in.tarn")) == listed
            pilot.press_key("escape")
            assert pilot.says("Here without an invitation: Tarn") == listed


def _comes(seed: int) -> bool:
    return bool(draw(Session.open(GUARDED).scenario, seed).by_name["uninvited:tarn"])


def test_the_debrief_shows_posts_and_that_an_own_idea_costs_nothing(tmp_path: Path) -> None:
    session = guarded()
    session.open_doors()
    assert session.live is not None
    session.live = session.live.live_to(session.scenario.end)
    assert session.finish() is not None
    with flying(flow.debrief(session), tmp_path) as pilot:
        assert isinstance(pilot.app.screen, DebriefScreen)
        assert "let people in at" in pilot.find(id="lane.hong").value
        assert "planned" not in pilot.find(id="lane.bae").value
        row = next(node for node in pilot.find_all(role="row") if node.said.startswith("The host sits first"))
        assert row.value == "0"
        assert "own idea" in row.said
        pilot.click("What chance drew")
        drawn = ("Tomas Reed would be told", "The room was ready 55 s late", "Felix Tarn came, whom nobody invited.")
        assert [words for words in drawn if not pilot.says(words)] == []


def test_who_did_not_come_has_no_lane_and_officers_come_last() -> None:
    session = guarded()
    scenario = session.scenario
    for seed in range(1, 6):
        trace = simulate(scenario, session.plan, draw(scenario, seed))
        made = lanes(scenario, trace, trace)
        assert [lane.person for lane in made[-2:]] == ["hong", "bae"]
        assert ("tarn" in {lane.person for lane in made}) == _comes(seed)


def test_the_running_order_has_a_table_of_officers() -> None:
    session = guarded()
    scenario, plan = session.scenario, session.plan
    rows = running_order(scenario, plan)
    assert {row.who for row in rows} == {person.id for person in scenario.delegates}
    hong, bae = guards(scenario, plan)
    assert (hong.door, hong.since, hong.opens) == ("side", clock("10:00:00") + 7_500, clock("10:03:00"))
    assert (bae.door, bae.takes_in, bae.opens) == ("garden", ("sand",), None)
    text = sheet_text(scenario, "reference", rows, guards(scenario, plan))
    assert "Anton Bae" in text.split("Officers of the house")[1]


def test_posts_are_read_from_the_trace() -> None:
    session = guarded()
    scenario = session.scenario
    officers = {i for i, person in enumerate(scenario.people) if person.role is Role.OFFICER}
    trace = simulate(scenario, session.plan, draw(scenario, 2))
    kept = [r for r in trace.records if r.code in (Code.KEEPS, Code.OPENED)]
    assert [Code(record.code) for record in kept] == [Code.KEEPS, Code.OPENED]
    assert {record.who for record in kept} < officers
    entered = min(r.at for r in trace.records if r.code == Code.ENTERED and scenario.people[r.who].id == "quill")
    assert entered >= kept[1].at
