"""A class from the desk's first page to its end in a real browser, by roles and names; and what axe-core finds."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from game.attempt.replay import Replay, print_replay
from game.attempt.spelling import read_order, read_plan
from game.authoring.load import load_scenario
from game.resources import scenarios
from tests.browser import needs
from tests.browser.audit import Audit
from tests.browser.lesson import DEBRIEF, Lesson, Told
from tests.browser.people import SCENARIO
from tests.browser.stand import stand


@pytest.fixture(scope="module")
def audit() -> Audit:
    return Audit()


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory, audit: Audit) -> Iterator[Told]:
    needs.insist()
    folder = tmp_path_factory.mktemp("class")
    look = audit.look if needs.axe() else nothing
    with stand(folder) as place:
        yield Lesson(place, folder, look).hold()


def nothing(_name: str, _page: Any) -> None:
    """Where axe is not here nobody looks."""


def test_a_class_goes_through_all_its_stages_by_roles_and_names(told: Told) -> None:
    assert {heading for _, heading in DEBRIEF} <= set(told.views)
    assert set(told.totals) == {1, 2}
    assert told.totals == told.at_the_desk


def test_no_page_had_an_error_of_its_own(told: Told) -> None:
    assert told.faults == []


@pytest.mark.parametrize("attempt", [1, 2])
def test_the_score_on_the_page_is_that_of_the_command(told: Told, attempt: int, tmp_path: Path) -> None:
    mine = next(each for each in told.data["tries"] if each["try"] == attempt)
    assert mine["scenario"] == SCENARIO
    assert attempt == 2 or any("hold lavrov" in order for order in mine["orders"]), "the order is not there"
    played = run(mine, tmp_path)
    assert played["score"]["total"] == told.totals[attempt]
    assert played["ledger"] == mine["result"]["ledger"]
    assert played["trace_hash"] == mine["result"]["trace_hash"]


def run(mine: dict[str, Any], folder: Path) -> dict[str, Any]:
    """`after-you run --json` of the same plan, day and orders."""
    scenario = load_scenario(scenarios() / f"{SCENARIO}.yaml")
    orders = tuple(read_order(text) for text in mine["orders"])
    replay = Replay.of(scenario, mine["seed"], read_plan(mine["plan"]), orders)
    file = folder / "mine.afteryou.json"
    file.write_text(print_replay(replay), encoding="utf-8")
    command = [sys.executable, "-m", "game", "run", SCENARIO, "--replay", str(file), "--json"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_axe_finds_nothing_that_keeps_anybody_out(told: Told, audit: Audit) -> None:
    needs.insist(with_axe=True)
    assert told.views
    assert len(audit.pages) > 40
    print("\n".join(audit.slight))  # is shown where the test fails or is asked for with -rP
    assert audit.grave == []
