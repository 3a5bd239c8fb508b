"""A restless trainee in a restless class: whatever is pressed and whatever the class does, the window goes on."""

from __future__ import annotations

from pathlib import Path
from random import Random
from time import monotonic

import pytest

from game.classroom.room.refusals import Refused
from game.stage.node import Point
from game.stage.screens.join import JoinScreen
from game.stage.settings import Settings
from tests.stage.classroom import ADDRESS, CODE, ClassHere
from tests.stage.layout_check import problems
from tests.stage.pilot import flying
from tests.stage.test_class import WITHIN
from tests.stage.test_monkey import Monkey

STEPS = 140
LOOK_EVERY = 10


class Restless:
    """An instructor and a network that do one thing after another, the same ones for the same seed."""

    def __init__(self, here: ClassHere, seed: int) -> None:
        self.here = here
        self.chance = Random(seed)

    def act(self) -> None:
        """Mostly time passes; now and then something happens."""
        here, chance = self.here, self.chance
        here.pass_time(chance.choice((16, 100, 1_000, 4_000)))
        what = chance.choices(
            ("", "next", "to", "pause", "resume", "cut", "mend", "help", "remove", "orders", "pace", "drive"),
            (60, 8, 4, 2, 3, 4, 8, 2, 1, 2, 2, 4))[0]  # fmt: skip
        mine = [line for line in here.lines if line.who in here.room.trainees]
        if what in ("cut", "mend"):
            for line in mine:
                (line.lose if what == "cut" and not line.cut else line.mend)()
        elif what:
            self._says(what, mine[-1].who if mine else "")

    def _says(self, what: str, trainee: str) -> None:
        chance = self.chance
        more = {
            "to": {"number": chance.randrange(1, len(self.here.room.stages) - 1)},
            "help": {"level": chance.choice(("verdicts", "positions", "none"))}, "remove": {"trainee": trainee},
            "orders": {"allowed": chance.random() < 0.7}, "pace": {"pace": chance.choice((1, 4, 16))},
            "drive": {"trainee": trainee},
        }.get(what, {})  # fmt: skip
        try:
            self.here.desk(what, **more)
        except Refused:
            return


@pytest.mark.parametrize(
    ("seed", "scenario", "size", "text"),
    [
        (1, "first-steps", (1280, 720), 100), (2, "pyongyang-2024", (1280, 720), 200),
        (3, "first-steps", (1500, 800), 150),
    ],
)  # fmt: skip
def test_a_restless_class_breaks_nothing(seed: int, scenario: str, size: Point, text: int, tmp_path: Path) -> None:
    here = ClassHere(pace=16, scenario=scenario, teams=("Door",) if seed == 3 else ())
    if seed == 3:
        here.join(None, CODE, "Fox", "Door")  # type: ignore[arg-type]
    settings = Settings(text_size=text, intro_seen=True)
    with flying(JoinScreen(None, here), tmp_path, size=size, settings=settings) as pilot:
        monkey, around = Monkey(pilot, seed), Restless(here, seed)
        for step in range(STEPS):
            if not here.lines or not any(line.who in here.room.trainees for line in here.lines[-1:]):
                join(pilot.app, here)
            around.act()
            monkey.act()
            if step % LOOK_EVERY == 0:
                pilot.frames(2)
                assert problems(pilot.tree()) == [], monkey.done[-12:]


def join(app: object, here: ClassHere) -> None:
    """In again, from wherever the trainee has got to."""
    screen = JoinScreen(None, here)
    screen.address, screen.code = ADDRESS, CODE
    app.go(screen)  # type: ignore[attr-defined]
    end = monotonic() + WITHIN
    while monotonic() < end:
        app.step(16)  # type: ignore[attr-defined]
        if not screen.busy and screen.room is None:
            screen.look()
        elif not screen.busy and app.screen is screen:  # type: ignore[attr-defined]
            screen.join()
        if app.screen is not screen:  # type: ignore[attr-defined]
            return
    raise AssertionError(screen.answer)
