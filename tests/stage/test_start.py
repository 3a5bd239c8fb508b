"""`after-you play` with a plan, a day and an instant: typed as a person types it, in a window of SDL's dummy driver."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from game import cli
from game.attempt.live import LiveRun
from game.protocol.plan import Order, Plan, Verb
from game.protocol.units import parse_clock
from game.stage.app import App
from game.stage.main import Start, first_screen
from game.stage.screen import Screen
from game.stage.screens.brief import BriefScreen
from game.stage.screens.debrief import DebriefScreen
from game.stage.screens.plan import PlanScreen
from game.stage.screens.run import RunScreen
from game.stage.session import Session
from tests.stage.layout_check import problems
from tests.stage.morning import morning
from tests.stage.pilot import Pilot

PLAN = """plan:
  - who: russia.ministers
    enter: after kim entered
    read_back: yes
"""
Play = Callable[..., Pilot]


@pytest.fixture
def play(monkeypatch: pytest.MonkeyPatch) -> Iterator[Play]:
    """What the command opens, for a pilot; the loop by the wall clock is left out."""
    opened: list[App] = []
    monkeypatch.setattr(App, "run", lambda app: (app.open(), opened.append(app)))

    def typed(*argv: str) -> Pilot:
        assert cli.main(["play", *argv]) == cli.DONE
        pilot = Pilot(opened[-1])
        pilot.frames(2)
        return pilot

    yield typed
    for app in opened:
        app.close()


def at(pilot: Pilot, kind: type[Screen]) -> Screen:
    """The screen, which must be of this kind; nothing overlaps on it."""
    screen = pilot.app.screen
    assert isinstance(screen, kind)
    assert problems(pilot.tree()) == []
    return screen


def test_with_an_instant_the_day_has_been_lived_up_to_it_and_stands(play: Play) -> None:
    pilot = play("pyongyang-2024", "--plan", "reference", "--seed", "7", "--at", "12:36")
    screen = at(pilot, RunScreen)
    assert isinstance(screen, RunScreen)
    scenario = screen.scenario
    begun = LiveRun.begin(scenario, scenario.plan("reference").plan, 7)
    assert screen.session.plan == scenario.plan("reference").plan
    assert (screen.day.live.seed, screen.day.live.trace.hash) == (7, begun.trace.hash)
    pilot.frames(50)
    assert screen.day.cursor == screen.day.live.lived == parse_clock("12:36")
    assert pilot.says("12:36:00")
    assert pilot.says("The day stands still.")


def test_from_there_it_goes_on_and_counts(play: Play) -> None:
    pilot = play("first-steps", "--plan", "reference", "--at", "10:02")
    screen = at(pilot, RunScreen)
    assert isinstance(screen, RunScreen)
    pilot.press_key("space")
    pilot.frames(10, 250)
    assert screen.day.cursor > parse_clock("10:02")
    pilot.press_key("end")
    pilot.frames(2)
    pilot.press_key("return")
    debrief = at(pilot, DebriefScreen)
    assert isinstance(debrief, DebriefScreen)
    assert debrief.card.total == 100


def test_orders_of_the_plan_are_given_up_to_that_instant_and_no_further() -> None:
    scenario = morning()
    early, late = (Order(parse_clock(clock), Verb.HOLD, "clerk") for clock in ("12:01:30", "12:04"))
    start = Start(1, Plan(), (early, late), parse_clock("12:03"))
    screen = first_screen(scenario, start, intro_seen=True)
    assert isinstance(screen, RunScreen)
    assert screen.day.live.orders == (early,)
    assert screen.day.live.scored


def test_without_an_instant_a_plan_file_is_on_the_plan_screen_and_can_be_undone(play: Play, tmp_path: Path) -> None:
    before = Session.open("pyongyang-2024").plan
    file = tmp_path / "plan.yaml"
    file.write_text(PLAN, encoding="utf-8")
    screen = at(play("pyongyang-2024", "--plan", str(file), "--seed", "3"), PlanScreen)
    assert isinstance(screen, PlanScreen)
    assert [briefing.who for briefing in screen.session.plan.briefings] == [("russia.ministers",)]
    assert screen.session.seed == 3
    assert screen.session.undo()
    assert screen.session.plan == before


def test_a_day_alone_opens_the_brief_and_an_instant_alone_ones_own_plan(play: Play) -> None:
    screen = at(play("first-steps", "--seed", "5"), BriefScreen)
    assert isinstance(screen, BriefScreen)
    assert screen.session.seed == 5
    run = at(play("first-steps", "--at", "10:03:26"), RunScreen)
    assert isinstance(run, RunScreen)
    assert run.day.live.plan == Session.open("first-steps").plan
    assert run.day.cursor == parse_clock("10:03:26")


def test_the_last_instant_of_the_day_is_its_end(play: Play) -> None:
    scenario = Session.open("first-steps").scenario
    pilot = play("first-steps", "--plan", "reference", "--at", "10:08")
    assert scenario.end == parse_clock("10:08")
    assert pilot.says("The day is over.")
    pilot.press_key("return")
    at(pilot, DebriefScreen)


def test_ones_own_plan_that_cannot_be_is_shown_with_what_it_lacks(play: Play) -> None:
    from game.attempt.commands import SetEscort

    session = Session.open("pyongyang-2024")
    host = next(person.id for person in session.scenario.people if person.principal)
    session.do(SetEscort((host,), host))
    assert session.refusals
    at(play("pyongyang-2024", "--at", "12:36"), PlanScreen)


@pytest.mark.parametrize(
    ("argv", "code", "words"),
    [
        (("--plan", "refrence"), cli.PROBLEMS, "reference"),
        (("--plan", "none.yaml"), cli.PROBLEMS, "none.yaml"),
        (("--at", "03:00"), cli.PROBLEMS, "outside the day"),
        (("--at", "noon"), cli.USAGE, "no time of day"),
        (("--seed", "-1"), cli.USAGE, "whole number"),
    ],
)
def test_what_cannot_be_is_told_as_by_run(
    capsys: pytest.CaptureFixture[str], argv: tuple[str, str], code: int, words: str
) -> None:
    assert cli.main(["play", "pyongyang-2024", *argv]) == code
    mine = capsys.readouterr()
    assert mine.out == ""
    assert words in mine.err
    assert "Traceback" not in mine.err
    picture = ("--picture", "never.png") if argv[0] == "--at" else ()
    assert cli.main(["run", "pyongyang-2024", *argv, *picture]) == code
    its = capsys.readouterr().err.splitlines()[-1]
    assert its.replace("after-you run", "after-you play") == mine.err.splitlines()[-1]


def test_a_plan_that_nobody_could_carry_out_is_refused_as_by_run(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "plan.yaml"
    people = Session.open("pyongyang-2024").scenario.people
    told = "\n".join(f"  - {{who: {person.id}, read_back: yes}}" for person in people)
    file.write_text(f"plan:\n{told}\n", encoding="utf-8")
    assert cli.main(["run", "pyongyang-2024", "--plan", str(file)]) == cli.PROBLEMS
    refusal = capsys.readouterr().err
    assert refusal
    assert cli.main(["play", "pyongyang-2024", "--plan", str(file), "--at", "12:36"]) == cli.PROBLEMS
    assert capsys.readouterr().err == refusal
