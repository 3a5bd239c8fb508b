"""What a trainee's game is given of a scenario: the same days, and none of the solutions."""

import pytest

from game.authoring.handing_out import handed_out
from game.authoring.library import find
from game.authoring.load import load_scenario_text
from game.authoring.problems import ProblemsFound
from game.protocol.plan import Plan
from game.simulation.circumstances import draw
from game.simulation.engine import simulate
from tests.scenarios.shipped import IDS


@pytest.mark.parametrize("name", IDS)
def test_the_days_are_the_same(name: str) -> None:
    text = find(name).read_text(encoding="utf-8")
    whole, given = load_scenario_text(text, ""), load_scenario_text(handed_out(text), "")
    for plan in whole.plans:
        for seed in (1, 2):
            days = [simulate(one, plan.plan, draw(one, seed), plan.orders) for one in (whole, given)]
            assert days[0].hash == days[1].hash
    assert whole.situation == given.situation


@pytest.mark.parametrize("name", IDS)
def test_no_solution_and_no_remark_is_in_it(name: str) -> None:
    text = "# the trick is to wait\n" + find(name).read_text(encoding="utf-8")
    given = handed_out(text)
    assert "the trick is to wait" not in given
    scenario = load_scenario_text(given, "")
    assert [plan.plan for plan in scenario.plans] in ([], [Plan()])
    assert scenario.accounts == ()


def test_what_really_happened_comes_with_the_reveal() -> None:
    text = find("pyongyang-2024").read_text(encoding="utf-8")
    accounts = load_scenario_text(text, "").accounts
    assert accounts
    assert load_scenario_text(handed_out(text, revealed=True), "").accounts == accounts


@pytest.mark.parametrize("text", ["", "[1, 2]", "a: [", "\x00"])
def test_what_is_no_scenario_is_refused(text: str) -> None:
    with pytest.raises(ProblemsFound):
        handed_out(text)
