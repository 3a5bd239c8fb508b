"""The plan screen, played by the pilot: by keys alone, by mouse alone; nothing overlaps at any size."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

import pytest

from game.attempt.commands import Brief, SetField
from game.authoring.load import load_scenario
from game.protocol.cues import After, parse_cue
from game.protocol.plan import Conduct
from game.protocol.scenario import Help, Scenario
from game.stage import flow
from game.stage import widgets as w
from game.stage.node import Point
from game.stage.screens.plan import PlanScreen
from game.stage.session import Session
from game.stage.settings import Settings
from tests.rooms import room, rule, when
from tests.stage.layout_check import SIZES, problems
from tests.stage.pilot import Pilot, flying

EMBASSIES = Path(__file__).parents[1] / "authoring" / "good" / "embassies.yaml"

PEOPLE = {
    "host": "house*",
    "guest": "visitors* @side",
    "envoy": "visitors.aides @side",
    "clerk": "visitors.aides @side",
}


def house(help_: Help = Help.POSITIONS) -> Scenario:
    """Two doors, two leaders, two aides whom their own side told to hurry."""
    made = room(
        PEOPLE,
        doors={"main": {}, "side": {}},
        habits={
            "host": {"set_out": "at 12:05"},
            "guest": {"set_out": "at 12:05"},
            "visitors.aides": {"set_out": "at 12:02", "spacing": "2 s"},
        },
        rules=[rule("absent_until", who="visitors.aides", until="host entered")],
        orders={"house": ["host"], "visitors": ["guest", ["envoy", "clerk"]]},
        liaison={"minutes": "2 min"},
        air=("12:01", None),
        arrive={"guest": ("12:04", "0 s", "2 min")},
        lost=150,
    )
    return replace(made, help=help_)


class Sitting:
    """A pilot at the plan screen of a fresh session."""

    def __init__(self, pilot: Pilot, session: Session) -> None:
        self.pilot, self.session = pilot, session

    @property
    def screen(self) -> PlanScreen:
        """The plan screen."""
        screen = self.pilot.app.screen
        assert isinstance(screen, PlanScreen)
        return screen

    def told(self, *who: str) -> Conduct:
        """What these are told."""
        return next(b.conduct for b in self.session.plan.briefings if b.who == who)

    def text(self, node: str) -> str:
        """What a node says."""
        return self.pilot.find(id=node).said

    def lane(self, door: str, clock: str) -> Point:
        """A point on a door's lane at a clock time."""
        minutes, seconds = clock.split(":")
        instant = (12 * 60 + int(minutes)) * 60_000 + int(seconds) * 1_000
        lay = self.layout()
        lane = lay.lane_of(door)
        return lay.x(instant), lane.top + lane.height - 3

    def layout(self):  # type: ignore[no-untyped-def]
        """The timeline's scale as it is shown."""
        from game.stage.screens.plan_timeline import TimelinePanel

        node = self.pilot.find(id="timeline")
        return TimelinePanel(self.screen.desk, self.pilot.app.ui, self.screen.chart).laid_out(node.rect)


Open = Callable[..., AbstractContextManager[Sitting]]


@pytest.fixture
def sit(tmp_path: Path) -> Open:
    """Opens the screen on a scenario."""
    from contextlib import contextmanager

    @contextmanager
    def opened(
        scenario: Scenario | None = None, size: Point = (1280, 720), text: int = 100
    ) -> Iterator[Sitting]:
        session = Session(scenario or house(), folder=tmp_path)
        settings = Settings(text_size=text, intro_seen=True)
        with flying(PlanScreen(session), tmp_path, size=size, settings=settings) as pilot:
            yield Sitting(pilot, session)

    return opened


def test_a_newcomer_is_told_what_to_do_next(sit: Open) -> None:
    with sit() as at:
        assert "Choose somebody at the left" in at.text("plan.hint")
        at.pilot.click("who.envoy")
        assert "when to enter" in at.text("plan.hint")
        at.screen.desk.set("enter", parse_cue("after host entered"))
        at.pilot.frames()
        assert "understood" in at.text("plan.hint")
        at.pilot.click("card.read_back")
        assert "walk-through" in at.text("plan.hint")


def test_a_cue_is_made_by_keys_alone(sit: Open) -> None:
    with sit() as at:
        at.pilot.focus_on("who.visitors.aides")
        at.pilot.press_key("return")
        at.pilot.press_key("b")
        at.pilot.focus_on("cue.kind.after")
        at.pilot.press_key("return")
        at.pilot.focus_on("cue.delay")
        at.pilot.press_key("right", times=10)
        assert at.pilot.says("10 s after host has entered")
        at.pilot.focus_on("cue.ok")
        at.pilot.press_key("return")
        assert str(at.told("visitors.aides").enter) == "after host entered + 10 s"
        at.pilot.press_key("r")
        assert at.session.plan.briefings[0].read_back
        at.pilot.press_key("z", times=2)
        assert at.session.plan.briefings == ()
        at.pilot.press_key("y")
        assert str(at.told("visitors.aides").enter) == "after host entered + 10 s"


def test_every_kind_of_cue_has_one_spelling_which_may_be_typed(sit: Open) -> None:
    with sit() as at:
        at.pilot.click("who.guest")
        at.pilot.click("card.set_out")
        for kind, spelling in (("clock", "at 12:00"), ("door", "at door by 12:00"), ("once", "at once"),
                               ("word", "on word"), ("after", "after host entered")):  # fmt: skip
            at.pilot.click(f"cue.kind.{kind}")
            assert at.pilot.find(id="cue.spelling").value == spelling
        at.pilot.click("cue.also")
        at.pilot.click("cue.event.1.remove")
        at.pilot.click("cue.spelling")
        at.pilot.press_key("backspace", times=len("after host entered"))
        at.pilot.type_text("after first of house sat + 1 min")
        at.pilot.press_key("return")
        assert str(at.told("guest").set_out) == "after first of house sat + 1 min"


def test_what_spells_no_cue_is_told_and_cannot_be_taken(sit: Open) -> None:
    with sit() as at:
        at.pilot.click("who.guest")
        at.pilot.click("card.enter")
        at.pilot.click("cue.spelling")
        at.pilot.type_text("whenever")
        assert at.pilot.says("not understood")
        assert not at.pilot.find(id="cue.ok").enabled
        at.pilot.press_key("escape")
        assert at.session.plan.briefings == ()


def test_a_cue_that_cannot_be_is_refused_while_it_is_made(sit: Open) -> None:
    with sit() as at:
        at.session.do(SetField(("host",), "enter", parse_cue("after guest entered")))
        at.pilot.click("who.guest")
        at.pilot.click("card.enter")
        at.pilot.click("cue.kind.after")
        assert at.pilot.says("wait for each other")


def test_leaving_is_on_the_card_only_where_the_morning_has_to_do_with_it(sit: Open) -> None:
    with sit() as at:
        at.pilot.click("who.guest")
        assert at.pilot.find_all(id="card.sit")
        assert not at.pilot.find_all(id="card.leave")
    leaves_first = rule("nobody_leaves_before", who="all", before="host")
    with sit(replace(house(), rules=(leaves_first,))) as at:
        at.pilot.click("who.guest")
        assert "stay in the room" in at.pilot.find(id="card.leave").value
        at.pilot.click("card.leave")
        at.pilot.click("cue.kind.after")
        at.pilot.click("cue.ok")
        assert str(at.told("guest").leave) == "after host entered"
        assert when(at.session.trace_of_walkthrough, "left", "guest") != []


def test_a_person_is_dragged_to_a_lane(sit: Open) -> None:
    with sit() as at:
        at.pilot.drag("who.envoy", at.lane("main", "06:00"))
        told = at.told("envoy")
        assert (told.door, str(told.enter), str(told.set_out)) == ("main", "at 12:06", "at door by 12:06")
        assert when(at.session.trace_of_walkthrough, "entered", "envoy") == ["06:00"]
        at.pilot.press_key("ctrl+z")
        assert at.session.plan.briefings == ()


def test_a_group_dropped_on_a_bar_enters_after_it(sit: Open) -> None:
    with sit() as at:
        at.pilot.drag("who.visitors.aides", at.pilot.find(id="bar.host").rect.center)
        told = at.told("visitors.aides")
        assert (told.door, str(told.enter)) == ("main", "after host entered")
        links = at.screen.chart.links
        assert [(link.source, link.by_habit) for link in links] == [("bar.host", False)]


def test_a_bar_is_dragged_along_its_lane(sit: Open) -> None:
    with sit() as at:
        bar = at.pilot.find(id="bar.host").rect
        there = at.lane("main", "08:00")
        at.pilot.drag(bar.midleft, (there[0], bar.centery))
        assert str(at.told("host").enter) == "at 12:08"
        assert at.told("host").door is None


def test_a_bar_that_waits_for_an_event_goes_on_waiting_for_it(sit: Open) -> None:
    with sit() as at:
        at.screen.desk.choose("envoy")
        at.screen.desk.set("enter", parse_cue("after host entered + 10 s"))
        at.pilot.frames()
        bar = at.pilot.find(id="bar.envoy").rect
        wide = at.layout().x(60_000) - at.layout().x(0)
        at.pilot.drag(bar.midleft, (bar.left + wide, bar.centery))
        cue = at.told("envoy").enter
        assert isinstance(cue, After)
        assert abs(cue.delay - 70_000) <= 5_000
        at.pilot.drag("bar.envoy", (at.lane("side", "00:30")[0], bar.centery))
        assert str(at.told("envoy").enter) == "after host entered"


def test_the_same_by_keys(sit: Open) -> None:
    with sit() as at:
        at.pilot.focus_on("who.clerk")
        at.pilot.press_key("return")
        at.pilot.press_key("t")
        assert "set the time" in at.text("plan.hint")
        at.pilot.press_key("up")
        at.pilot.press_key("right", times=2)
        at.pilot.press_key("shift+left")
        before = at.screen.desk.placing
        at.pilot.press_key("return")
        told = at.told("clerk")
        assert before is not None
        assert (told.door, told.enter) == ("main", parse_cue(f"at 12:02:{before.instant // 1_000 % 60:02}"))
        at.pilot.press_key("t")
        at.pilot.press_key("right")
        at.pilot.press_key("escape")
        assert at.told("clerk") == told


def test_those_held_are_put_where_one_clicks(sit: Open) -> None:
    with sit(text=200) as at:
        at.pilot.click("who.clerk")
        at.pilot.click("footer.t")
        at.pilot.click(at.lane("main", "07:00"))
        assert (at.told("clerk").door, str(at.told("clerk").enter)) == ("main", "at 12:07")
        at.pilot.click("footer.t")
        at.pilot.click("bar.host")
        assert str(at.told("clerk").enter) == "after host entered"


def test_several_are_briefed_as_one(sit: Open) -> None:
    with sit() as at:
        at.pilot.press_key("m")
        at.pilot.click("who.host")
        at.pilot.click("who.guest")
        at.pilot.click("card.door")
        at.pilot.click("card.door.main")
        assert at.told("host", "guest").door == "main"


def test_read_backs_spend_the_liaisons_minutes_and_too_many_keep_the_doors_closed(sit: Open) -> None:
    with sit() as at:
        for who in ("host", "guest", "envoy"):
            at.pilot.click(f"who.{who}")
            at.session.do(Brief((who,)))
            at.screen.desk.refresh()
            at.pilot.frames()
            at.pilot.click("card.read_back")
        assert "3 of 2 min" in at.pilot.find(id="liaison").value
        at.pilot.press_key("escape")
        at.pilot.press_key("return")
        assert at.pilot.says("The doors stay closed")
        at.pilot.click("doors.close")
        assert at.session.live is None


def test_the_doors_open(sit: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    class Next(w.Screen):
        def view(self, ui: w.Ui) -> w.Node:
            return w.label("The day")

    monkeypatch.setattr(flow, "run", lambda session: Next())
    with sit() as at:
        at.pilot.focus_on("who.host")
        at.pilot.press_key("ctrl+return")
        assert at.pilot.says("The day")
        assert at.session.live is not None


def test_the_refusal_stands_at_the_field(sit: Open) -> None:
    with sit() as at:
        at.session.do(SetField(("guest",), "place", "seat-host"))
        at.pilot.click("who.guest")
        card = at.pilot.find(id="card.fields")
        assert any("cannot have the place" in node.said for node in card.walk())


def test_the_walkthrough_is_scrubbed_and_played(sit: Open) -> None:
    with sit() as at:
        at.pilot.click(at.lane("main", "10:00"))
        assert at.screen.desk.instant == (12 * 60 + 10) * 60_000
        at.pilot.focus_on("timeline")
        at.pilot.press_key("shift+right")
        assert at.screen.desk.instant == (12 * 60 + 10) * 60_000 + 10_000
        at.pilot.press_key("space")
        at.pilot.frames(10, 100)
        at.pilot.press_key("space")
        assert at.screen.desk.instant > (12 * 60 + 10) * 60_000 + 15_000
        still = at.screen.desk.instant
        at.pilot.frames(5, 100)
        assert at.screen.desk.instant == still


def test_verdicts_only_where_the_scenario_gives_them(sit: Open) -> None:
    with sit(house(Help.VERDICTS)) as at:
        assert at.pilot.says("1 rule broken")
        at.pilot.click("verdict.rule")
        assert at.screen.desk.instant < (12 * 60 + 2) * 60_000 + 10_000
    with sit(house(Help.POSITIONS)) as at:
        assert not at.pilot.says("rule broken")
        assert at.screen.chart.breaches == ()


def test_without_help_no_walkthrough_is_told(sit: Open) -> None:
    with sit(house(Help.NONE)) as at:
        assert not at.pilot.find_all(id="room.play")
        assert all(bar.start is None for bar in at.screen.chart.bars)
        at.screen.desk.choose("host")
        at.screen.desk.set("enter", parse_cue("at 12:07"))
        at.pilot.frames()
        assert [bar.label for bar in at.screen.chart.lane("main")] == ["host"]


def test_start_again_can_be_undone(sit: Open) -> None:
    with sit() as at:
        at.session.do(Brief(("guest",)))
        at.pilot.click("who.guest")
        at.pilot.press_key("n")
        assert at.session.plan.briefings == ()
        at.pilot.press_key("z")
        assert [briefing.who for briefing in at.session.plan.briefings] == [("guest",)]


def test_why_everybody_stands_where_they_stand(sit: Open) -> None:
    with sit() as at:
        at.pilot.click("order.why")
        assert at.pilot.says("agreed list")
        at.pilot.press_key("escape")
        assert not at.pilot.says("agreed list")


def test_why_names_a_reason_for_every_place_of_an_order_that_is_worked_out(sit: Open) -> None:
    with sit(load_scenario(EMBASSIES)) as at:
        at.pilot.click("order.why")
        assert at.pilot.says("By class of the head of mission, then date and time of credentials.")
        assert at.pilot.says("Aldo Conti: the nuncio first, by the custom of this house; functions taken up on")
        assert problems(at.pilot.tree()) == []


@pytest.mark.parametrize(("size", "text"), SIZES)
def test_nothing_overlaps(sit: Open, size: Point, text: int) -> None:
    with sit(house(Help.VERDICTS), size, text) as at:
        found = problems(at.pilot.tree())
        at.session.do(SetField(("visitors.aides",), "enter", parse_cue("after house entered + 10 s")))
        at.session.do(SetField(("guest",), "place", "seat-host"))
        at.screen.desk.choose("visitors.aides")
        for tab in range(4):
            at.pilot.app.ui.keep("plan", tab)
            at.pilot.frames(2)
            found += problems(at.pilot.tree())
        at.pilot.press_key("b")
        found += problems(at.pilot.tree())
        assert found == []


def test_the_plan_so_far_opens_each_briefing(sit: Open) -> None:
    with sit() as at:
        assert at.pilot.says("read back where it must be certain")
        at.session.do(SetField(("visitors.aides",), "enter", parse_cue("after host entered")))
        at.screen.desk.refresh()
        at.pilot.frames()
        assert "enter as soon as host has entered" in at.pilot.find(id="overview.0").value
        at.pilot.click("overview.0")
        assert at.screen.desk.chosen == ("visitors.aides",)
