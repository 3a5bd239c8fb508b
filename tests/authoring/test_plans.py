"""Plans in files of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.authoring.load import load_plan, load_plan_text, load_scenario
from game.authoring.problems import ProblemsFound
from game.protocol.cues import After, AtClock, Moment, Occurrence
from game.protocol.plan import Order, Verb
from game.protocol.units import parse_clock

SCENARIO = load_scenario(Path(__file__).parent / "good" / "minimal.yaml")


def said(text: str) -> list[str]:
    with pytest.raises(ProblemsFound) as found:
        load_plan_text(text, "plan.yaml", SCENARIO)
    return [problem.render().splitlines()[0] for problem in found.value.problems]


def test_a_plan_with_orders_and_a_note(tmp_path: Path) -> None:
    path = tmp_path / "careful.yaml"
    path.write_text(
        "plan:\n"
        "  - {who: [quill], set_out: at 10:03, enter: after both leaders entered + 2 s, read_back: yes}\n"
        "orders: [10:02 hold voss, 10:04:30 release voss, 10:05 hold door main, 10:06 let it stand]\n"
        "note: Carefully.\n",
        encoding="utf-8",
    )
    found = load_plan(path, SCENARIO)
    briefing = found.plan.briefings[0]
    assert (found.name, found.note) == ("careful", "Carefully.")
    assert briefing.who == ("quill",)
    assert briefing.read_back
    assert briefing.conduct.set_out == AtClock(parse_clock("10:03"))
    assert briefing.conduct.enter == After((Occurrence("leaders", Moment.ENTERED),), 2_000)
    assert found.orders[:3] == (
        Order(parse_clock("10:02"), Verb.HOLD, "voss"),
        Order(parse_clock("10:04:30"), Verb.RELEASE, "voss"),
        Order(parse_clock("10:05"), Verb.HOLD_DOOR, "main"),
    )
    assert found.orders[3].verb is Verb.LET_STAND


def test_the_empty_plan() -> None:
    assert load_plan_text("plan: []\n", "nobody.yaml", SCENARIO).plan.briefings == ()


def test_a_plan_that_names_nobody() -> None:
    assert said("plan: [{who: qill, set_out: at 10:03}]") == [
        "plan.yaml:1:14: name-unknown: Nobody here is called “qill”. Name a person, group or delegation."
    ]
    assert said("plan: [{who: [], set_out: at 10:03}]") == [
        "plan.yaml:1:14: empty: Somebody or something must be named here."
    ]


def test_a_name_nobody_bears_is_told_beside_a_cue_that_is_none() -> None:
    assert said("plan:\n  - {who: qill, enter: after voss entred}\n  - {who: quill, door: side}\n") == [
        "plan.yaml:2:11: name-unknown: Nobody here is called “qill”. Name a person, group or delegation.",
        "plan.yaml:2:24: cue: `voss entred` does not say what happens to whom.",
        "plan.yaml:3:24: name-unknown: This room has no door “side”.",
    ]


def test_what_cannot_be_is_placed() -> None:
    assert said("plan:\n  - {who: quill, door: side}\n  - {who: voss, place: chair, escort: nobody}\n") == [
        "plan.yaml:2:24: name-unknown: This room has no door “side”.",
        "plan.yaml:3:24: name-unknown: This room has no place “chair”.",
        "plan.yaml:3:39: name-unknown: The house has no liaison officer “nobody”.",
    ]


def test_a_plan_over_budget() -> None:
    plan = "plan:\n" + "".join(
        f"  - {{who: {who}, set_out: at 10:03, read_back: yes}}\n"
        for who in ("quill", "voss", "adler", "halden")
    )
    assert said(plan) == [
        "plan.yaml:1:1: over-budget: The read-backs take 4 min, and the liaison has 3 min. Leave some out."
    ]


def test_no_plan_at_all() -> None:
    assert said("- who: quill\n")[0].startswith("plan.yaml:1:1: shape: A block of keys belongs here")
    assert said("briefings: []\n") == [
        "plan.yaml:1:1: key-missing: The key `plan` is missing here.",
        "plan.yaml:1:1: key-unknown: The key `briefings` is not known here.",
    ]


def test_orders_that_are_none() -> None:
    orders = "\n  - ".join(["", "10:03 hold vos", "10:03 hodl voss", "9:03 hold voss"])
    assert said(f"plan: []\norders:{orders}\n") == [
        "plan.yaml:3:5: name-unknown: There is no person or group called `vos` in this file.",
        "plan.yaml:4:5: order: `10:03 hodl voss` is no live order.",
        "plan.yaml:5:5: outside-clock: The order “09:03 hold voss” is given outside the hours of this day.",
    ]
