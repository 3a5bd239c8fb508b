"""The brief says where everything is invented."""

from __future__ import annotations

from dataclasses import replace

from game.stage.node import Node
from game.stage.screens.brief_means import sources
from tests.scenarios.shipped import scenario


def texts(node: Node) -> str:
    words = (one.words for one in node.walk() if one.words is not None)
    return " ".join(span.text for each in words for span in each.spans)


def test_an_invented_scenario_says_so() -> None:
    lesson = scenario("first-steps")
    said = "Countries, people and events of this scenario are invented."
    assert said in texts(sources(lesson))
    assert said not in texts(sources(replace(lesson, fictional=False)))
