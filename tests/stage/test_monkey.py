"""A restless player: whatever is pressed, clicked, dragged or typed, the game goes on and nothing overlaps."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from game.authoring.library import find
from game.stage import flow
from game.stage.node import Node, Point
from game.stage.session import Session
from game.stage.settings import Settings
from tests.stage.guarded import GUARDED
from tests.stage.layout_check import problems
from tests.stage.pilot import Pilot, flying

KEYS = (
    *"abcdefhjlmnpqrstwyz123456.,+-", "return", "return", "space", "escape", "tab", "shift+tab", "up", "down", "left",
    "right", "home", "end", "pageup", "pagedown", "delete", "backspace", "f1", "ctrl+z", "ctrl+y",
)  # fmt: skip
STEPS = 110
LOOK_EVERY = 8


class Monkey:
    """Does one thing after another, the same ones for the same seed."""

    def __init__(self, pilot: Pilot, seed: int) -> None:
        self.pilot, self.chance = pilot, Random(seed)
        self.done: list[str] = []

    def act(self) -> None:
        """One thing, whatever it is."""
        chance, pilot = self.chance, self.pilot
        kind = chance.choices(("key", "click", "drag", "wheel", "type", "wait"), (35, 40, 10, 5, 3, 7))[0]
        nodes = self._useful()
        if kind == "key" or not nodes:
            key = chance.choice(KEYS)
            self.done.append(key)
            pilot.press_key(key)
        elif kind == "click":
            node = chance.choice(nodes)
            self.done.append(f"click {node.id}")
            pilot.click(_seen(node))
        elif kind == "drag":
            start, end = chance.choice(nodes), chance.choice(nodes)
            self.done.append(f"drag {start.id} to {end.id}")
            pilot.drag(_seen(start), _seen(end))
        elif kind == "wheel":
            pilot.wheel(_seen(chance.choice(nodes)), chance.choice((-2, 2)))
        elif kind == "type":
            pilot.type_text(chance.choice(("at 12:40", "after kim", "x")))
        else:
            pilot.frames(chance.randrange(1, 10), chance.choice((16, 250)))
        pilot.app.ui.leaving = False

    def _useful(self) -> list[Node]:
        return [
            node
            for node in self.pilot.app.scene.scope.walk()
            if (node.focusable or node.pressable) and node.enabled and node.rect.clip(node.clip).width
            and node.id != "settings.full_screen"  # the test's display is smaller than the least window
        ]


def _seen(node: Node) -> Point:
    return node.rect.clip(node.clip).center


@pytest.mark.parametrize(
    ("seed", "scenario", "size", "text"),
    [
        (1, "first-steps", (1280, 720), 100), (2, "pyongyang-2024", (1920, 1080), 100),
        (3, "pyongyang-2024", (1280, 720), 200), (4, "potsdam-1945", (1500, 800), 150), (5, "", (1280, 720), 100),
        (6, GUARDED, (1280, 720), 100), (7, GUARDED, (1280, 720), 200),
    ],
)  # fmt: skip
def test_a_restless_player_breaks_nothing(seed: int, scenario: str, size: Point, text: int, tmp_path: Path) -> None:
    first = flow.plan(Session.open(scenario)) if scenario else flow.title()
    with flying(first, tmp_path, size=size, settings=Settings(text_size=text, intro_seen=True)) as pilot:
        monkey = Monkey(pilot, seed)
        for step in range(STEPS):
            monkey.act()
            if step % LOOK_EVERY == 0:
                pilot.frames()
                assert problems(pilot.tree()) == [], monkey.done[-5:]


@pytest.mark.parametrize(("seed", "size", "text"), [(8, (1280, 720), 100), (9, (1280, 720), 200)])
def test_a_restless_author_breaks_nothing(seed: int, size: Point, text: int, tmp_path: Path) -> None:
    file = tmp_path / "restless.yaml"
    good = find("pyongyang-2024").read_text(encoding="utf-8")
    texts = ("", good, good.replace("who: ", "whom: "), good.replace("difficulty: 3", "difficulty: 2"))
    with flying(flow.author(file), tmp_path, size=size, settings=Settings(text_size=text, intro_seen=True)) as pilot:
        monkey = Monkey(pilot, seed)
        for step in range(STEPS):
            if step % 10 == 0:
                file.write_text(texts[step // 10 % len(texts)], encoding="utf-8")
                pilot.frames(10, 100)
            monkey.act()
            if step % LOOK_EVERY == 0:
                pilot.frames()
                assert problems(pilot.tree()) == [], monkey.done[-5:]
