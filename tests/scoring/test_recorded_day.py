"""The recorded incident, priced: an F that is no zero, and any one of the seven put right shows."""

from __future__ import annotations

from functools import cache

import pytest

from game.authoring.library import find
from game.authoring.load import load_scenario
from game.protocol.cues import parse_cue
from game.protocol.plan import Briefing, Conduct, Order, Plan, Verb
from game.protocol.scenario import Scenario
from game.protocol.units import SECOND
from game.scoring.scorecard import Scorecard, score
from game.simulation.circumstances import draw
from game.simulation.engine import simulate
from tests.scoring.house import MINISTERS

DAYS = range(1, 41)


@cache
def pyongyang() -> Scenario:
    return load_scenario(find("pyongyang-2024"))


def played(plan: Plan, seed: int, orders: tuple[Order, ...] = ()) -> Scorecard:
    return score(pyongyang(), simulate(pyongyang(), plan, draw(pyongyang(), seed), orders))


@pytest.mark.parametrize("seed", DAYS)
def test_it_fails_on_every_day_and_is_no_zero(seed):
    card = played(Plan(), seed)
    assert (card.grade, card.raw) == ("F", card.total)
    assert 5 <= card.total <= 30


@pytest.mark.parametrize("name", MINISTERS)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_briefing_any_one_of_the_seven_raises_the_total(name, seed):
    stand_by = Conduct(
        set_out=parse_cue("after putin arrived"), enter=parse_cue("after leaders entered"),
        sit=parse_cue("after leaders sat"),
    )  # fmt: skip
    plan = Plan((Briefing((name,), stand_by, read_back=True),))
    assert played(plan, seed).total > played(Plan(), seed).total


def test_a_quiet_word_in_time_spares_the_correction_and_earns_a_merit():
    scenario = pyongyang()
    at = scenario.start + 95 * SECOND
    card = played(Plan(), 1, (Order(at, Verb.QUIET_WORD, "russia.ministers"),))
    assert not [line for line in card.ledger if line.rule == "correction"]
    assert [line.rule for line in card.ledger if line.kind == "merit"]
    assert card.total > played(Plan(), 1).total
