"""Bots play any scenario; calibration counts the same however the runs are shared out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.attempt.pools import CHUNK, play_all
from game.planning.bots import BOTS
from game.planning.calibration import Tally, as_robust, played, share
from game.planning.robust import ACCOMPLISH
from game.protocol.legality import problems
from game.protocol.plan import Plan
from game.simulation.circumstances import draw
from game.simulation.engine import simulate
from tests.planning.houses import house, leaders_first, together
from tests.rooms import room
from tests.scenarios.shipped import IDS, scenario

ROOMS = {
    "with rules": house(leaders_first(), together()),
    "without a principal": room({"a": "one", "b": "two"}),
    "one person": room({"a": "one*"}),
    "nobody but principals": room({"a": "one*", "b": "two*", "c": "three*"}, arrive={"b": ["12:03", "0 s", "2 min"]}),
    **{name: scenario(name) for name in IDS},
}


@pytest.mark.parametrize("bot", BOTS)
@pytest.mark.parametrize("name", ROOMS)
def test_every_bot_plays_every_scenario(bot: str, name: str) -> None:
    found = ROOMS[name]
    plan = BOTS[bot](found)
    assert problems(found, plan) == ()
    assert simulate(found, plan, draw(found, 1)).records
    assert plan == BOTS[bot](found)


def test_holding_everybody_reaches_nothing_and_the_expert_most() -> None:
    found = scenario("pyongyang-2024")
    plans = tuple((name, bot(found)) for name, bot in BOTS.items())
    tallies = played(found, plans, share(len(plans), 180))
    assert tallies["hold everybody"].accomplished == 0
    assert tallies["nothing"].clean == 0
    best = max(tallies, key=lambda name: (tallies[name].clean, tallies[name].quantile(500)))
    assert best == "expert"


def test_the_same_numbers_on_one_core_and_on_two() -> None:
    found = scenario("first-steps")
    plans = (("nothing", Plan()), ("reference", found.plan("reference").plan))
    runs = 2 * CHUNK + 7
    told: list[tuple[int, int]] = []
    alone = play_all(found, plans, runs, workers=1)
    shared = play_all(found, plans, runs, workers=2, progress=lambda done, whole: told.append((done, whole)))
    assert alone.by_plan == shared.by_plan
    assert alone.runs == shared.runs == runs
    assert told[-1] == (runs, runs)
    assert [done for done, _whole in told] == sorted({done for done, _whole in told})


def test_an_interruption_leaves_what_there_is() -> None:
    found = scenario("first-steps")

    def stop(_done: int, _whole: int) -> None:
        raise KeyboardInterrupt

    tallies = play_all(found, (("nothing", Plan()),), 5 * CHUNK, workers=1, progress=stop)
    assert tallies.interrupted
    assert tallies.runs == CHUNK


def test_all_bots_get_the_same_days() -> None:
    runs = share(3, 10)
    assert len(set(runs)) == 10
    assert [seed for number, seed in runs if number == 0] == [1, 2, 3, 4]
    assert [seed for number, seed in runs if number == 2] == [1, 2, 3]


@given(st.lists(st.integers(0, 100), min_size=1, max_size=60), st.integers(0, 60))
def test_tallies_add_up_and_quantiles_are_those_of_the_list(totals: list[int], cut: int) -> None:
    def tally(some: list[int]) -> Tally:
        found = Tally()
        for total in some:
            found.totals[total] += 1
        return found

    whole, parts = tally(totals), tally(totals[:cut])
    parts.add(tally(totals[cut:]))
    assert parts == whole
    assert sum(whole.bars()) == whole.runs == len(totals)
    assert whole.bars()[9] == sum(total >= 90 for total in totals)
    assert whole.quantile(500) == sorted(totals)[(len(totals) + 1) // 2 - 1]
    assert whole.quantile(1_000) == max(totals)


def test_a_tally_tells_the_commonest_cause() -> None:
    found = scenario("first-steps")
    stands = as_robust(found, played(found, (("nothing", Plan()),), share(1, 20))["nothing"])
    assert (stands.days, stands.clean) == (20, 0)
    assert stands.commonest in {ACCOMPLISH, *(rule.id for rule in found.rules)}
    assert 0 < stands.count <= 20
