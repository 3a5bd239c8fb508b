"""A trainee of a class in the window: joins, plans, hands in, watches the day, sees what came of it, tries again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from time import monotonic
from typing import Any

import pytest

from game.attempt.commands import StartFrom
from game.classroom.client.attending import Heard
from game.classroom.room.stages import Phase
from game.protocol.plan import Briefing, Conduct, Plan
from game.scoring.scorecard import score
from game.simulation.circumstances import draw
from game.simulation.engine import simulate
from game.simulation.where import Timeline
from game.stage.class_calls import Invitation
from game.stage.screens.class_debrief import ClassDebriefScreen
from game.stage.screens.class_plan import ClassPlanScreen
from game.stage.screens.class_run import ClassRunScreen
from game.stage.screens.class_scenes import time_words
from game.stage.screens.class_wait import WaitScreen
from game.stage.screens.join import JoinScreen
from tests.stage.classroom import ADDRESS, CODE, ClassHere
from tests.stage.pilot import Pilot, flying

FRAME = 50
WITHIN = 20.0
"""Seconds."""


class Trainee:
    """A pilot in a class: time passes for both at once."""

    def __init__(self, pilot: Pilot, here: ClassHere) -> None:
        self.pilot = pilot
        self.here = here

    def frames(self, count: int = 3, ms: int = FRAME) -> None:
        """So many frames, at the class as at the window."""
        for _frame in range(count):
            self.here.pass_time(ms)
            self.pilot.frames(1, ms)

    def until(self, holds: Callable[[], object], most: int = 4_000) -> None:
        """Frames until this holds: so many at least, and as long as a thread may need for what it does."""
        end = monotonic() + WITHIN
        for frame in count():
            if holds():
                break
            if frame > most and monotonic() > end:
                raise AssertionError(f"never came about; on the screen:\n{words(self.pilot)}")
            self.frames(1)
        self.pilot.frames(2)

    @property
    def screen(self) -> Any:
        """The screen that is up."""
        return self.pilot.app.screen

    def shows(self, kind: type) -> Callable[[], bool]:
        """Whether a screen of this kind is up."""
        return lambda: type(self.screen) is kind

    def joins(self, name: str = "Owl") -> None:
        """By address, code and name, by keys alone."""
        for field, text in (("address", ADDRESS), ("code", CODE)):
            self.pilot.focus_on(field)
            self.pilot.type_text(text)
        self.pilot.press_key("return")
        self.until(lambda: self.pilot.find_all(id="name"))
        self.pilot.focus_on("name")
        for _letter in "Brass Heron":
            self.pilot.press_key("backspace")
        self.pilot.type_text(name)
        self.pilot.press_key("return")
        self.until(self.shows(WaitScreen))

    def to_plan(self) -> None:
        """The instructor opens brief and planning."""
        self.here.desk("next")
        self.until(lambda: self.pilot.find_all(id="short.panel"))
        self.here.desk("next")
        self.until(self.shows(ClassPlanScreen))

    def plans(self, plan: Plan) -> None:
        """This plan, made here and kept there."""
        self.screen.desk.do(StartFrom(plan))
        self.until(lambda: not self.screen.attendance.unsent)
        assert self.draft == plan

    @property
    def draft(self) -> Plan:
        """The plan as the class has it."""
        from game.attempt.spelling import read_plan

        return read_plan(self.team.draft.plan)

    @property
    def team(self) -> Any:
        """The team of this trainee, at the class."""
        return self.here.room.team_of(self.screen.attendance.kept.trainee)

    def hands_in(self) -> None:
        """By its button."""
        self.pilot.click("plan.doors")
        self.until(lambda: self.team.draft.handed_in)

    def to_debrief(self) -> None:
        """The day is lived to its end, and the instructor reveals it."""
        self.here.desk("next")
        self.until(self.shows(ClassRunScreen))
        self.until(lambda: self.screen.day.over)
        self.here.desk("next")
        self.until(self.shows(ClassDebriefScreen))


def words(pilot: Pilot) -> str:
    return "\n".join(node.said for node in pilot.tree().walk() if node.said)


@contextmanager
def trainee(folder: Path, here: ClassHere | None = None, given: Invitation | None = None) -> Iterator[Trainee]:
    """A window at the place where one joins."""
    room = here or ClassHere(pace=16)
    with flying(JoinScreen(given, room), folder) as pilot:
        yield Trainee(pilot, room)


def reference(here: ClassHere) -> Plan:
    return here.room.scenarios[0].plan("reference").plan


def the_score(here: ClassHere, at: Trainee) -> int:
    lived = at.team.tries[0, here.room.stage_of().attempt]
    scenario = here.room.scenarios[0]
    return score(scenario, simulate(scenario, lived.plan, draw(scenario, lived.seed), lived.orders)).total


def test_a_whole_session(tmp_path: Path) -> None:
    here = ClassHere(pace=16, second_day=2)
    with trainee(tmp_path, here) as at:
        at.joins()
        assert at.pilot.says("Owl")
        assert at.pilot.find(id="recovery").said == f"RECOVER-{at.screen.attendance.kept.trainee.upper()}"
        at.to_plan()
        at.hands_in()
        assert at.pilot.says("Your plan is handed in.")
        at.to_debrief()
        first = the_score(here, at)
        assert at.screen.card.total == first
        here.desk("next")
        at.until(at.shows(ClassPlanScreen))
        assert at.pilot.says("second try")
        at.plans(reference(here))
        at.hands_in()
        at.to_debrief()
        second = the_score(here, at)
        assert at.screen.card.total == second > first
        assert at.screen.run.seed == 2
        assert at.pilot.says(f"first try {first}, second try {second}")
        here.desk("to", number=len(here.room.stages) - 1)
        here.desk("end")
        at.until(at.shows(WaitScreen))
        assert at.pilot.says(f"try 2: {second} of 100")
        at.pilot.click("result.0.1")
        assert at.screen.card.total == first
        at.pilot.click("class.back")
        assert at.shows(WaitScreen)()


def test_a_session_that_ends_early_says_so(tmp_path: Path) -> None:
    here = ClassHere(pace=16)
    with trainee(tmp_path, here) as at:
        at.joins()
        at.to_plan()
        here.desk("end")
        at.until(at.shows(WaitScreen))
        assert at.pilot.says("The session has ended")


def test_what_is_drawn_of_the_day_is_what_happens_in_it(tmp_path: Path) -> None:
    here = ClassHere(pace=16)
    with trainee(tmp_path, here) as at:
        at.joins()
        at.to_plan()
        here.desk("next")
        at.until(at.shows(ClassRunScreen))
        run = at.team.run
        scenario = here.room.scenarios[0]
        truth = Timeline(scenario, simulate(scenario, run.plan, draw(scenario, run.seed), ()))
        looked = 0
        while not at.screen.day.over:
            at.frames(7)
            day = at.screen.day
            assert day.cursor <= run.clock.at(here.now)
            assert day.timeline.at(day.cursor) == truth.at(day.cursor)
            assert all(record.at <= run.clock.at(here.now) for record in day.live.trace.records)
            looked += 1
        assert looked > 20
        assert here.room.stage_of().phase is Phase.RUN


def test_an_order_is_stamped_at_the_class_and_comes_back(tmp_path: Path) -> None:
    here = ClassHere(pace=1)
    with trainee(tmp_path, here) as at:
        at.joins()
        at.to_plan()
        here.desk("next")
        at.until(at.shows(ClassRunScreen))
        at.until(lambda: at.screen.day.cursor > here.room.scenarios[0].start)
        at.pilot.press_key("d")
        door = here.room.scenarios[0].room.doors[0].id
        at.pilot.click(f"target.{door}")
        (order,) = at.team.run.orders
        assert order.target == door
        at.until(lambda: at.screen.day.under_way())
        at.until(lambda: door in at.screen.day.moment.held)
        assert not at.screen.day.what_if


def test_looking_back_does_not_stop_the_day(tmp_path: Path) -> None:
    here = ClassHere(pace=8)
    with trainee(tmp_path, here) as at:
        at.joins()
        at.to_plan()
        here.desk("next")
        at.until(at.shows(ClassRunScreen))
        start = here.room.scenarios[0].start
        at.until(lambda: at.screen.day.cursor > start + 30_000)
        at.screen.look(start + 5_000)
        at.frames(20)
        assert at.screen.day.cursor == start + 5_000
        assert at.screen.day.live.lived > start + 35_000
        at.screen.look(start + 9_000_000)
        assert at.screen.day.cursor <= at.team.run.clock.at(here.now)
        at.screen.look(start + 5_000)
        at.pilot.press_key("space")
        assert at.screen.day.cursor == at.screen.day.live.lived


def test_nothing_of_the_day_is_known_before_the_reveal(tmp_path: Path) -> None:
    here = ClassHere(pace=16)
    with trainee(tmp_path, here) as at:
        at.joins()
        at.to_plan()
        session = at.screen.session
        assert session.scenario.accounts == ()
        assert not any(plan.plan.briefings for plan in session.scenario.plans)
        here.desk("next")
        at.until(at.shows(ClassRunScreen))
        assert at.screen.day.live.circumstances.seed is None


def test_edits_made_without_a_connection_are_sent_when_it_is_back(tmp_path: Path) -> None:
    here = ClassHere()
    with trainee(tmp_path, here) as at:
        at.joins()
        at.to_plan()
        line = here.lines[0]
        line.lose()
        at.screen.desk.do(StartFrom(reference(here)))
        at.frames(5)
        assert at.pilot.says("no connection, trying again; kept here meanwhile")
        assert at.draft == Plan()
        line.mend()
        at.until(lambda: not at.screen.attendance.unsent)
        assert at.draft == reference(here)
        at.frames(2)
        assert at.pilot.says("kept by the class")


def test_a_window_opened_again_is_where_it_was_with_every_edit(tmp_path: Path) -> None:
    here = ClassHere()
    with trainee(tmp_path, here) as at:
        at.joins()
        at.to_plan()
        here.lines[0].lose()
        at.screen.desk.do(StartFrom(reference(here)))
        at.frames(5)
        here.lines.clear()
    with trainee(tmp_path, here, Invitation(ADDRESS, CODE)) as at:
        at.until(at.shows(ClassPlanScreen))
        at.until(lambda: at.draft == reference(here))
        assert len(here.room.trainees) == 1
        assert at.screen.session.plan == reference(here)


def test_a_plan_changed_on_another_device_shows_here(tmp_path: Path) -> None:
    here = ClassHere()
    with trainee(tmp_path, here) as at:
        at.joins()
        at.to_plan()
        other = here.recover(None, CODE, at.screen.attendance.kept.recovery)  # type: ignore[arg-type]
        other.say("edit", rev=0 + at.team.draft.rev, plan=[{"who": ["all"], "enter": "on word"}])
        at.until(lambda: at.screen.session.plan.briefings)
        assert at.screen.session.plan == at.draft


def test_a_change_made_at_the_same_time_elsewhere_wins_and_is_told(tmp_path: Path) -> None:
    here = ClassHere()
    with trainee(tmp_path, here) as at:
        at.joins()
        at.to_plan()
        line = here.lines[0]
        other = here.recover(None, CODE, at.screen.attendance.kept.recovery)  # type: ignore[arg-type]
        line.lose()
        at.screen.desk.do(StartFrom(reference(here)))
        at.frames(3)
        other.say("edit", rev=at.team.draft.rev, plan=[{"who": ["all"], "enter": "on word"}])
        line.mend()
        at.until(lambda: at.screen.session.plan == at.draft)
        assert at.draft != reference(here)
        assert at.pilot.says("The plan has changed in the meantime; look at it again.")


def test_in_a_team_one_writes_and_the_others_watch(tmp_path: Path) -> None:
    here = ClassHere(teams=("Door", "Lamp"))
    somebody = here.join(None, CODE, "Fox", "Door")  # type: ignore[arg-type]
    with trainee(tmp_path, here) as at:
        at.joins()
        at.until(lambda: at.pilot.says("has the pen") or at.pilot.says("Team Lamp"))
        here.desk("team", trainee=at.screen.attendance.kept.trainee, team="Door")
        at.to_plan()
        at.frames(4)
        assert not at.screen.desk.do(StartFrom(reference(here)))
        at.frames(2)
        assert at.pilot.says("Fox writes the plan for your team.")
        somebody.say("edit", rev=at.team.draft.rev, plan=[{"who": ["all"], "enter": "on word"}])
        at.until(lambda: at.screen.session.plan.briefings)
        at.pilot.click("class.drive")
        at.until(lambda: at.screen.attendance.drives)
        at.plans(reference(here))


def test_what_was_not_sent_is_no_plan_of_another_team(tmp_path: Path) -> None:
    here = ClassHere(teams=("Door", "Lamp"))
    here.join(None, CODE, "Fox", "Door")  # type: ignore[arg-type]
    with trainee(tmp_path, here) as at:
        at.joins()
        at.to_plan()
        mine = at.screen.attendance.kept.trainee
        here.lines[-1].lose()
        at.screen.desk.do(StartFrom(reference(here)))
        at.frames(3)
        here.lines.clear()
    here.desk("team", trainee=mine, team="Door")
    here.desk("drive", trainee=mine)
    with trainee(tmp_path, here, Invitation(ADDRESS, CODE)) as at:
        at.until(at.shows(ClassPlanScreen))
        at.frames(10)
        assert at.screen.session.plan == at.draft == Plan()
        assert not at.screen.attendance.unsent


def test_a_plan_handed_in_can_be_taken_back(tmp_path: Path) -> None:
    here = ClassHere()
    with trainee(tmp_path, here) as at:
        at.joins()
        at.to_plan()
        at.hands_in()
        assert not at.screen.desk.do(StartFrom(reference(here)))
        at.frames(3)
        at.pilot.click("class.back")
        at.until(lambda: not at.team.draft.handed_in)
        at.until(lambda: at.pilot.find_all(id="plan.doors"))
        at.plans(reference(here))


def test_a_plan_that_cannot_be_is_not_handed_in(tmp_path: Path) -> None:
    here = ClassHere()
    with trainee(tmp_path, here) as at:
        at.joins()
        at.to_plan()
        at.screen.desk.do(StartFrom(Plan((Briefing(("nobody",), Conduct()),))))
        at.frames(3)
        at.pilot.click("plan.doors")
        assert at.pilot.says("This plan cannot be handed in yet")
        at.pilot.press_key("escape")
        assert not at.team.draft.handed_in


def test_the_time_left_is_shown_and_pauses(tmp_path: Path) -> None:
    here = ClassHere(minutes={"plan": 10})
    with trainee(tmp_path, here) as at:
        at.joins()
        at.to_plan()
        at.frames(20, 100)
        assert at.pilot.says("9:58 left") or at.pilot.says("9:57 left")
        here.desk("pause")
        at.frames(4)
        assert at.pilot.says("the class pauses")
        here.desk("resume")
        here.desk("limit", seconds=1)
        at.until(lambda: at.team.draft.handed_in)
        at.frames(4)
        assert at.pilot.says("time is up")
        assert at.pilot.says("The time is up. What counts is the plan as it stands")


@pytest.mark.parametrize(
    ("left", "words"),
    [(59_001, "1:00 left"), (3_599_000, "59:59 left"), (3_661_000, "1:01:01 left"), (86_400_000, "1 day left"),
     (3 * 86_400_000, "3 days left"), (0, "time is up")],
)
def test_long_times_are_said_shortly(tmp_path: Path, left: int, words: str) -> None:
    here = ClassHere(minutes={"plan": 10})
    with trainee(tmp_path, here) as at:
        at.joins()
        at.to_plan()
        attendance = at.screen.attendance
        attendance.news = {**attendance.news, "clock": {"runs": False, "left": left, "whole": None}}
        attendance.news["clock"]["runs"], attendance.age = True, 0
        assert time_words(attendance) == words


def test_self_paced_one_goes_on_by_oneself(tmp_path: Path) -> None:
    from game.classroom.room.settings import Mode

    here = ClassHere(mode=Mode.SELF_PACED, pace=16)
    with trainee(tmp_path, here) as at:
        at.joins()
        here.desk("next")
        at.until(lambda: at.pilot.find_all(id="class.on"))
        at.pilot.click("class.on")
        at.until(at.shows(ClassPlanScreen))
        at.hands_in()
        at.until(lambda: at.pilot.find_all(id="class.on"))
        at.pilot.click("class.on")
        at.until(at.shows(ClassRunScreen))
        at.until(lambda: at.screen.day.over)
        at.until(lambda: at.pilot.find_all(id="class.on"))
        at.pilot.click("class.on")
        at.until(at.shows(ClassDebriefScreen))


def test_who_comes_late_waits_for_the_next_plan(tmp_path: Path) -> None:
    here = ClassHere(pace=16)
    here.desk("to", number=3)
    assert here.room.stage_of().phase is Phase.RUN
    with trainee(tmp_path, here) as at:
        at.joins()
        at.frames(5)
        assert at.pilot.says("You take part from the next plan on.")
        here.desk("next")
        at.frames(5)
        assert at.pilot.says("There is no day of yours to explain.")
        here.desk("next")
        at.until(at.shows(ClassPlanScreen))


def test_removed_from_the_class_one_is_told_and_can_join_again(tmp_path: Path) -> None:
    here = ClassHere()
    with trainee(tmp_path, here) as at:
        at.joins()
        here.desk("remove", trainee=at.screen.attendance.kept.trainee)
        at.until(lambda: at.pilot.says("You are not in this class"))
        at.pilot.press_key("escape")
        assert at.shows(JoinScreen)()
        assert not at.pilot.find_all(id="kept.0")


def test_leaving_is_asked_about_and_the_place_is_kept(tmp_path: Path) -> None:
    here = ClassHere()
    with trainee(tmp_path, here) as at:
        at.joins()
        at.pilot.press_key("escape")
        assert at.pilot.says("Leave the class?")
        at.pilot.press_key("escape")
        assert at.shows(WaitScreen)()
        at.pilot.press_key("escape")
        at.pilot.click("leave.go")
        assert not here.lines
        at.pilot.app.go(JoinScreen(None, here))
        at.frames(2)
        at.pilot.click("kept.0")
        at.until(at.shows(WaitScreen))
        assert len(here.room.trainees) == 1


def test_what_is_wrong_with_an_invitation_is_said(tmp_path: Path) -> None:
    here = ClassHere()
    with trainee(tmp_path, here) as at:
        at.pilot.focus_on("address")
        at.pilot.type_text("not an address")
        at.pilot.press_key("return")
        assert at.pilot.says("is no address of a class")
        for _letter in "not an address":
            at.pilot.press_key("backspace")
        at.pilot.type_text(ADDRESS)
        at.pilot.press_key("return")
        assert at.pilot.says("Type the code of the class")
        at.pilot.focus_on("code")
        at.pilot.type_text("WRONG")
        at.pilot.press_key("return")
        at.until(lambda: at.pilot.says("There is no room with this code."))


def test_with_the_recovery_code_one_comes_back_from_another_device(tmp_path: Path) -> None:
    here = ClassHere()
    gone = here.join(None, CODE, "Fox", None)  # type: ignore[arg-type]
    with trainee(tmp_path, here, Invitation(ADDRESS, "")) as at:
        at.pilot.focus_on("code")
        at.pilot.type_text(CODE)
        at.pilot.focus_on("recovery")
        at.pilot.type_text(f"recover-{gone.who}")
        at.pilot.press_key("return")
        at.until(at.shows(WaitScreen))
        assert at.pilot.says("You are called Fox here.")


def test_a_locked_room_is_told(tmp_path: Path) -> None:
    here = ClassHere()
    with trainee(tmp_path, here, Invitation(ADDRESS, CODE)) as at:
        at.until(lambda: at.pilot.find_all(id="join"))
        here.desk("lock")
        at.pilot.click("join")
        at.until(lambda: at.pilot.says("The room is locked."))


@pytest.mark.parametrize(
    "wrong",
    [
        {}, {"room": None}, {"stage": {"phase": "party"}}, {"team": {"members": 3}}, {"clock": {"runs": 1}},
        {"results": [1]}, {"run": {"run": 1, "lived": 0, "pace": 0}},
    ],
    ids=str,
)
def test_what_no_class_tells_is_no_crash(tmp_path: Path, wrong: dict[str, Any]) -> None:
    here = ClassHere()
    with trainee(tmp_path, here) as at:
        at.joins()
        news = {**at.screen.attendance.news, **wrong} if wrong else {}
        here.lines[0].tell(Heard(news))
        at.until(lambda: at.pilot.says("cannot be read by this version of the game"))


@pytest.mark.parametrize(
    "record", [{}, {"at": "x"}, {"at": 1, "is": [99, 0, 0]}, {"at": 1, "is": [9, 400, 0]}], ids=str
)
def test_records_that_are_none_are_no_crash(tmp_path: Path, record: dict[str, Any]) -> None:
    here = ClassHere(pace=16)
    with trainee(tmp_path, here) as at:
        at.joins()
        at.to_plan()
        here.desk("next")
        at.until(at.shows(ClassRunScreen))
        news = at.screen.attendance.news
        here.lines[0].tell(Heard({**news, "run": {**news["run"], "records": [record]}}))
        at.frames(1)
        here.lines[0].cut = True
        at.until(lambda: at.pilot.says("cannot be read by this version of the game"))


def test_a_scenario_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    here = ClassHere()
    here.text = "format: 99\n"
    with trainee(tmp_path, here) as at:
        at.joins()
        here.desk("next")
        at.until(lambda: at.pilot.says("The scenario of the class cannot be read by this version of the game"))
