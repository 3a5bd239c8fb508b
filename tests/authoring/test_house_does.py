"""What the house does, and the author's words for how the day went, arrive in the scenario; old files keep loading."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.authoring.load import load_scenario_text
from game.authoring.problems import ProblemsFound
from game.protocol.rules import Does, House
from game.protocol.scenario import Scenario

MINIMAL = (Path(__file__).parent / "good" / "minimal.yaml").read_text(encoding="utf-8")


def with_house(said: str, *, event: str = "entered") -> House:
    rule = "    gravity: serious\n"
    text = MINIMAL.replace(rule, f"{rule}    event: {event}\n    house: {{notices_after: 40 s, {said}}}\n")
    house = load_scenario_text(text, "house.yaml").rules[0].house
    assert house is not None
    return house


@pytest.mark.parametrize(
    ("said", "does"),
    [
        ("by: me", Does.SENDS_OUT),
        ("sends_out: yes", Does.SENDS_OUT),
        ("sends_out: no", Does.NOTES),
        ("does: sends out", Does.SENDS_OUT),
        ("does: halts", Does.HALTS),
        ("does: remarks, says: Please.", Does.REMARKS),
        ("does: notes", Does.NOTES),
    ],
)
def test_what_the_house_does(said: str, does: Does) -> None:
    assert with_house(said).does is does


def test_an_old_file_that_said_more_than_it_needed_still_loads() -> None:
    house = with_house("sends_out: no, cuts_away: 8 s, recalls: after voss sat, says: Please.")
    assert (house.does, house.cuts_away, house.says) == (Does.NOTES, 8_000, "Please.")


@pytest.mark.parametrize("event", ["entered", "set out", "at door"])
def test_whoever_is_on_the_way_to_it_can_be_halted(event: str) -> None:
    assert with_house("does: halts", event=event).does is Does.HALTS


@pytest.mark.parametrize("event", ["sat", "took place", "left"])
def test_whoever_is_in_the_room_already_cannot_be_halted(event: str) -> None:
    with pytest.raises(ProblemsFound) as found:
        with_house("does: halts", event=event)
    assert [problem.code for problem in found.value.problems] == ["house-halts"]


def outcomes(said: str, language: str = "en") -> tuple[tuple[str, str], ...]:
    scenario: Scenario = load_scenario_text(f"{MINIMAL}outcomes: {said}\n", "outcomes.yaml", language)
    return scenario.outcomes


def test_the_authors_words_for_how_the_day_went() -> None:
    assert load_scenario_text(MINIMAL, "outcomes.yaml").outcomes == ()
    said = "{failed: Too late., F: A bad day., mayor-before-clerk: The clerk came first.}"
    assert outcomes(said) == (
        ("failed", "Too late."), ("F", "A bad day."), ("mayor-before-clerk", "The clerk came first."),
    )  # fmt: skip


@pytest.mark.parametrize(("language", "text"), [("en", "A good day."), ("de", "Ein guter Tag.")])
def test_they_may_be_in_several_languages(language: str, text: str) -> None:
    assert outcomes("{clean: {en: A good day., de: Ein guter Tag.}}", language) == (("clean", text),)
