"""Whole games, from the title to the replay file: one by keys alone, one by mouse alone.

The pilot only posts pygame events. Each lived day is then played again by the command line from its replay
file, and must be the same day, event for event.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.cli import main
from game.stage import flow
from game.stage.screens.debrief import DebriefScreen
from game.stage.screens.plan import PlanScreen
from game.stage.screens.plan_timeline import TimelinePanel
from game.stage.screens.run import RunScreen
from game.stage.session import Session
from tests.stage.pilot import Pilot, flying

PYONGYANG = "pyongyang-2024"


class Game:
    """A pilot and what every game needs, whichever way it is steered."""

    def __init__(self, pilot: Pilot, capsys: pytest.CaptureFixture[str], home: Path) -> None:
        self.pilot, self._capsys, self._home = pilot, capsys, home

    @property
    def session(self) -> Session:
        """The sitting of the screen that is up."""
        session = self.pilot.app.screen.session  # type: ignore[attr-defined]
        assert isinstance(session, Session)
        return session

    def told(self) -> dict[str, dict[str, str]]:
        """What everybody is told, in the words of a plan file."""
        fields = ("door", "set_out", "enter", "sit")
        return {
            ",".join(briefing.who): {
                **{name: str(value) for name in fields if (value := getattr(briefing.conduct, name))},
                **({"escort": briefing.escort} if briefing.escort else {}),
                **({"read_back": "yes"} if briefing.read_back else {}),
            }
            for briefing in self.session.plan.briefings
        }

    def is_on(self, screen: type) -> bool:
        """Whether this screen is up."""
        return isinstance(self.pilot.app.screen, screen)

    def orders(self) -> list[str]:
        """The live orders given today, without their instants."""
        live = self.session.live
        assert live is not None
        return [str(order).partition(" ")[2] for order in live.orders]

    def replays(self) -> list[Path]:
        """The replay files saved so far, the oldest first."""
        return sorted(self._home.rglob("*.afteryou.json"))

    def same_by_command(self, replay: Path) -> bool:
        """Whether the command line gives the finished day from its replay file."""
        assert self.session.finished is not None
        trace, card = self.session.finished
        self._capsys.readouterr()
        assert main(["run", self.session.scenario.id, "--replay", str(replay), "--json"]) == 0
        document = json.loads(self._capsys.readouterr().out)
        return (document["trace_hash"], document["score"]["total"]) == (trace.hash, card.total)


@pytest.fixture
def game(tmp_path: Path, own_folders: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Game]:
    """A game that begins at the title."""
    with flying(flow.title(), tmp_path) as pilot:
        yield Game(pilot, capsys, own_folders)


# By keys alone


def press(game: Game, name: str) -> None:
    """Go to a control with TAB and press it with Return."""
    game.pilot.focus_on(name)
    game.pilot.press_key("return")


def pick(game: Game, combo: str, option: str) -> None:
    """Open a drop-down list and choose by keys."""
    press(game, combo)
    press(game, f"{combo}.{option}")


def cue_by_keys(game: Game, field: str, who: str, moment: str) -> None:
    """After this happens to them: through the editor of the cue, by keys."""
    press(game, f"card.{field}")
    press(game, "cue.kind.after")
    pick(game, "cue.event.0.who", who)
    pick(game, "cue.event.0.moment", moment)
    press(game, "cue.ok")


def test_a_whole_game_by_keys_alone(game: Game) -> None:
    pilot = game.pilot
    press(game, "scenarios")
    press(game, f"scenario.{PYONGYANG}")
    assert game.session.scenario.id == PYONGYANG
    pilot.press_key("4")
    pilot.press_key("return")
    assert game.is_on(PlanScreen)

    press(game, "who.kim")
    cue_by_keys(game, "set_out", "putin", "arrived")
    cue_by_keys(game, "enter", "putin", "at door")
    pick(game, "card.escort", "liaison-officer")
    press(game, "who.russia.ministers")
    cue_by_keys(game, "set_out", "putin", "arrived")
    cue_by_keys(game, "enter", "leaders", "took place")
    cue_by_keys(game, "sit", "leaders", "sat")
    pilot.press_key("r")
    press(game, "who.dprk.members")
    cue_by_keys(game, "set_out", "putin", "arrived")
    pilot.press_key("b")
    press(game, "cue.kind.after")
    pick(game, "cue.event.0.who", "russia.ministers")
    press(game, "cue.ok")
    press(game, "card.read_back")
    assert game.told() == {
        "kim": {"set_out": "after putin arrived", "enter": "after putin at door", "escort": "liaison-officer"},
        "russia.ministers": {
            "set_out": "after putin arrived", "enter": "after leaders took place",
            "sit": "after leaders sat", "read_back": "yes",
        },
        "dprk.members": {
            "set_out": "after putin arrived", "enter": "after russia.ministers entered", "read_back": "yes",
        },
    }  # fmt: skip
    pilot.press_key("z")
    assert "read_back" not in game.told()["dprk.members"]
    pilot.press_key("y")
    press(game, "plan.doors")

    assert game.is_on(RunScreen)
    pilot.press_key("space")
    pilot.press_key(".", times=3)
    pilot.press_key("h")
    press(game, "target.choe")
    assert game.orders() == ["hold choe"]
    pilot.press_key("+")
    pilot.press_key("j")
    pilot.frames(60, 100)
    pilot.press_key("space")
    pilot.press_key(",")
    assert pilot.says("Looking back")
    pilot.press_key("space")
    pilot.frames(60, 100)
    assert not pilot.says("Looking back")
    pilot.press_key("r")
    press(game, "target.choe")
    assert game.orders() == ["hold choe", "release choe"]
    pilot.press_key("end")
    pilot.press_key("return")

    assert game.is_on(DebriefScreen)
    press(game, "line.0")
    press(game, "line.0")
    assert pilot.find(id="line.0").selected
    pilot.press_key("s")
    (first,) = game.replays()
    assert game.same_by_command(first)

    pilot.press_key("r")
    assert game.is_on(PlanScreen)
    assert (game.session.seed, game.session.number) == (1, 2)
    pilot.press_key("return")
    pilot.press_key("end")
    pilot.press_key("return")
    assert game.session.finished is not None
    assert game.session.finished[0].clean
    pilot.press_key("s")
    second = next(path for path in game.replays() if path != first)
    assert game.same_by_command(second)

    pilot.press_key("n")
    assert game.session.seed == 2
    pilot.press_key("return")
    pilot.press_key("end")
    pilot.press_key("return")
    pilot.press_key("s")
    (third,) = set(game.replays()) - {first, second}
    assert game.same_by_command(third)


# By mouse alone


def choose(game: Game, combo: str, option: str) -> None:
    """Open a drop-down list and choose by clicks."""
    game.pilot.click(combo)
    game.pilot.click(f"{combo}.{option}")


def cue_by_mouse(game: Game, field: str, who: str, moment: str) -> None:
    """After this happens to them: through the editor of the cue, by clicks."""
    game.pilot.click(f"card.{field}")
    game.pilot.click("cue.kind.after")
    choose(game, "cue.event.0.who", who)
    choose(game, "cue.event.0.moment", moment)
    game.pilot.click("cue.ok")


def lane(game: Game, door: str, clock: int) -> tuple[int, int]:
    """A free point on the lane of a door, at this instant."""
    screen = game.pilot.app.screen
    assert isinstance(screen, PlanScreen)
    node = game.pilot.find(id="timeline")
    lay = TimelinePanel(screen.desk, game.pilot.app.ui, screen.chart).laid_out(node.rect)
    at = lay.lane_of(door)
    return lay.x(clock), at.top + at.height - 2


def test_a_whole_game_by_mouse_alone(game: Game) -> None:
    pilot = game.pilot
    pilot.click("scenarios")
    pilot.click(f"scenario.{PYONGYANG}")
    pilot.click("People")
    pilot.click("plan")
    assert game.is_on(PlanScreen)

    minute = 60_000
    pilot.drag("who.russia.ministers", lane(game, "side", (12 * 60 + 43) * minute))
    assert game.told()["russia.ministers"]["enter"].startswith("at 12:4")
    cue_by_mouse(game, "set_out", "putin", "arrived")
    cue_by_mouse(game, "enter", "leaders", "took place")
    cue_by_mouse(game, "sit", "leaders", "sat")
    pilot.click("card.read_back")
    pilot.click("who.kim")
    cue_by_mouse(game, "set_out", "putin", "arrived")
    cue_by_mouse(game, "enter", "putin", "at door")
    choose(game, "card.escort", "liaison-officer")
    pilot.click("who.dprk.members")
    cue_by_mouse(game, "set_out", "putin", "arrived")
    cue_by_mouse(game, "enter", "russia.ministers", "entered")
    pilot.click("card.read_back")
    assert {who: told.get("read_back", told.get("escort")) for who, told in game.told().items()} == {
        "russia.ministers": "yes", "kim": "liaison-officer", "dprk.members": "yes",
    }  # fmt: skip
    pilot.click("Undo")
    pilot.click("Redo")
    pilot.click("plan.doors")

    assert game.is_on(RunScreen)
    pilot.click("time.pause")
    pilot.click("time.step")
    pilot.click("in.west")
    pilot.click("say.hold_door")
    assert game.orders() == ["hold door west"]
    pilot.click("time.speed.8")
    pilot.frames(40, 100)
    pilot.click("time.pause")
    pilot.click("verb.hold_door")
    pilot.click("target.west")
    assert game.orders() == ["hold door west", "release door west"]
    pilot.click("time.end")
    pilot.click("debrief")

    assert game.is_on(DebriefScreen)
    pilot.click("line.0")
    pilot.click("line.0")
    assert pilot.find(id="line.0").selected
    pilot.click("Save the replay")
    (first,) = game.replays()
    assert game.same_by_command(first)

    pilot.click("again")
    assert game.is_on(PlanScreen)
    pilot.click("plan.doors")
    pilot.click("time.end")
    pilot.click("debrief")
    assert game.session.finished is not None
    assert game.session.finished[0].clean
    pilot.click("Save the replay")
    (second,) = set(game.replays()) - {first}
    assert game.same_by_command(second)
