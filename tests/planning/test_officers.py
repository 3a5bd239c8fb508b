"""The planning help knows the officers of the house: it sends them with people and puts them at doors."""

from pathlib import Path

import pytest

from game.attempt.commands import Decisions, PostAt, apply, as_command, parse_command
from game.authoring.load import load_scenario
from game.planning.changes import Change
from game.planning.fixes import Fixer
from game.planning.robust import robust
from game.planning.solve import solve
from game.planning.steps import answer
from game.protocol.cues import AtOnce
from game.protocol.plan import Briefing, Conduct, Plan
from game.scoring.scorecard import score
from game.simulation.circumstances import draw
from game.simulation.engine import simulate
from game.wording.advice import change_sentence


@pytest.fixture(scope="module")
def house():
    return load_scenario(Path(__file__).with_name("side-door.yaml"))


def fix_of(house, rule, seed, plan=Plan()):  # noqa: B008 - a plan is a frozen value
    day = draw(house, seed)
    trace = simulate(house, plan, day)
    line = next(line for line in score(house, trace).ledger if line.rule == rule)
    return Fixer(house, plan, day, seed=seed).find(line)


def a_day_with(house, draw_name):
    return next(seed for seed in range(1, 200) if draw(house, seed).by_name[draw_name])


def test_whom_a_rule_wants_taken_in_is_taken_in(house):
    fix = fix_of(house, "taken-in", 1)
    assert change_sentence(house, fix.change) == "Let Ann Hong go with Pia Quill."


def test_against_somebody_uninvited_an_officer_is_put_at_the_door(house):
    fix = fix_of(house, "no-strangers", a_day_with(house, "uninvited:nephew"))
    assert change_sentence(house, fix.change) == "Put Ann Hong at the side door."
    assert fix.holds > fix.days // 2  # where the clerk is known at the door now, she comes sooner than she should
    seed = a_day_with(house, "uninvited:nephew")
    assert not [b for b in simulate(house, fix.plan, draw(house, seed)).breaches if b.rule == "no-strangers"]


def test_a_post_is_one_command_that_can_be_spelt():
    command = as_command(Change(("hong",), "post", "side"))
    assert command == PostAt(("hong",), "side")
    assert str(command) == "post hong: side"
    assert parse_command(str(command)) == command
    told = apply(Decisions(), command).plan
    assert told == Plan((Briefing(("hong",), Conduct(door="side", set_out=AtOnce())),))


def test_the_expert_places_officers(house):
    found = answer(solve(house, 1))
    assert found.clean
    assert any(briefing.escort in ("hong", "pak") for briefing in found.plan.briefings)
    assert robust(house, found.plan, seed=1, days=100).clean >= 95
