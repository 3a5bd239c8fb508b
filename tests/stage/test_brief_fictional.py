"""The brief says where everything is invented."""

from __future__ import annotations

from dataclasses import replace

from game.stage.screens.brief_means import sources
from tests.scenarios.shipped import scenario


def test_an_invented_scenario_says_so() -> None:
    said = "invented"
    lesson = scenario("first-steps")
    assert any(said in node.label for node in sources(lesson).walk())
    assert not any(said in node.label for node in sources(replace(lesson, fictional=False)).walk())
