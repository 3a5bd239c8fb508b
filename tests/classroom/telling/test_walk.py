"""The walk-through and the result: as much as may be told, and the same as the game would tell."""

import json

import pytest

from game.classroom.telling.film import film
from game.classroom.telling.page_words import PAGES, words
from game.classroom.telling.result import result_document
from game.classroom.telling.walk import walk_document
from game.protocol.cues import parse_cue
from game.protocol.plan import Briefing, Conduct, Order, Plan, Verb
from game.protocol.scenario import Help
from game.report.document import as_json
from game.scoring.scorecard import score
from game.simulation.circumstances import draw, nominal
from game.simulation.codes import Code
from game.simulation.engine import simulate
from tests.scenarios.shipped import IDS
from tests.scenarios.shipped import scenario as shipped

JUDGING = {"breach", "breach over", "accomplished", "missed"}


@pytest.mark.parametrize("name", IDS)
def test_how_much_a_walk_shows_depends_on_the_help(name: str) -> None:
    scenario = shipped(name)
    plan = scenario.plans[0].plan
    trace = simulate(scenario, plan, nominal(scenario))
    judged, bare, dark = (walk_document(scenario, plan, each) for each in (Help.VERDICTS, Help.POSITIONS, Help.NONE))
    assert judged["film"] == film(scenario, trace)
    assert [(each["at"], each["rule"]) for each in judged["verdicts"]] == [(b.at, b.rule) for b in trace.breaches]
    assert judged["accomplished"] == trace.accomplished
    assert not JUDGING & {entry["what"] for entry in bare["film"]}
    assert bare["verdicts"] is bare["accomplished"] is dark["film"] is dark["verdicts"] is None
    assert [entry for entry in judged["film"] if entry["what"] == "leg"] == [
        entry for entry in bare["film"] if entry["what"] == "leg"]
    shown = {key for lane in dark["lanes"] for one in lane["people"] for key, value in one.items() if value is not None}
    assert shown <= {"who", "entered", "briefing"}
    for document in (judged, bare, dark):
        assert json.loads(json.dumps(document)) == document


@pytest.mark.parametrize("name", IDS)
def test_the_lanes_have_everybody_once_with_the_times_of_the_walk(name: str) -> None:
    scenario = shipped(name)
    plan = scenario.plan("reference").plan
    trace = simulate(scenario, plan, nominal(scenario))
    walk = walk_document(scenario, plan, Help.POSITIONS)
    people = [one for lane in walk["lanes"] for one in lane["people"]]
    assert {scenario.people[one["who"]].id for one in people} >= {person.id for person in scenario.delegates}
    assert len({one["who"] for one in people}) == len(people)
    for lane in walk["lanes"]:
        for one in lane["people"]:
            who = scenario.people[one["who"]].id
            for key, code in (("set_out", Code.SET_OUT), ("entered", Code.ENTERED), ("sat", Code.SAT)):
                assert one[key] == trace.first(code, who)
            if lane["door"] and one["entered"]:
                entered = next(r for r in trace.records if r.code == Code.ENTERED and r.who == one["who"])
                assert scenario.room.doors[entered.extra].id == lane["door"]
            if one["briefing"] >= 0:
                assert plan.briefings[one["briefing"]].who


def test_what_the_house_does_not_accept_is_said_and_still_walked() -> None:
    scenario = shipped("pyongyang-2024")
    many = Plan(tuple(Briefing((who,), Conduct(enter=parse_cue("on word")), read_back=True)
                      for who in ("kim", "putin", "lavrov", "choe")))
    walk = walk_document(scenario, many, Help.POSITIONS)
    assert [each["code"] for each in walk["refusals"]] == ["over-budget"]
    assert "4 min" in walk["refusals"][0]["sentence"]
    assert walk["liaison"] == {"spent": 240_000, "of": 180_000, "words": "4 min of 3 min"}
    assert not walk["legal"]
    assert walk["film"]
    assert walk["standing"]["lavrov"][1] == "good"
    assert walk["standing"]["russia.ministers"][1] == "caution"


def test_what_nobody_can_walk_has_no_film() -> None:
    scenario = shipped("pyongyang-2024")
    plan = Plan((Briefing(("lavrov",), Conduct(door="cellar")), Briefing(("nobody",), Conduct())))
    for help_ in Help:
        walk = walk_document(scenario, plan, help_)
        assert [(each["code"], each["briefing"], each["field"]) for each in walk["refusals"]] == [
            ("unknown-door", 0, "door"), ("unknown-person", 1, "who")]
        assert walk["film"] is None
        assert walk["verdicts"] is None


@pytest.mark.parametrize("name", IDS)
def test_a_result_is_what_run_prints_and_the_film(name: str) -> None:
    scenario = shipped(name)
    for named in scenario.plans:
        result = result_document(scenario, 3, named.plan, named.orders)
        trace = simulate(scenario, named.plan, draw(scenario, 3), named.orders)
        printed = as_json(scenario, 3, named.name, trace, score(scenario, trace))
        del printed["events"], printed["plan"]
        assert {key: result[key] for key in printed} == printed
        assert result["film"] == film(scenario, trace)
        assert result["words"]["grade"]
        assert {each["id"]: each["points"] for each in result["words"]["figures"]} == {
            key: printed["score"][key] for key in ("precedence", "punctuality", "courtesy", "composure")}
        assert [each["text"] for each in result["accounts"]] == [account.text for account in scenario.accounts]
        assert bool(result["fictional"]) != bool(scenario.accounts)
        assert len(result["plan"]) == len(named.plan.briefings) + len(named.orders)
        assert result["questions"]
        assert json.loads(json.dumps(result)) == result


def test_orders_given_live_stand_after_what_was_briefed() -> None:
    scenario = shipped("pyongyang-2024")
    order = Order(scenario.start + 60_000, Verb.HOLD, "lavrov")
    result = result_document(scenario, 1, Plan((Briefing(("kim",), Conduct(enter=parse_cue("on word"))),)), (order,))
    assert [row[0] for row in result["plan"]] == ["Kim Jong Un", "Live, 12:33"]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_a_table_of_words(page: str) -> None:
    table = words(page)
    assert table["language"] == "en"
    assert all(key.strip() and text for key, text in table.items())
    assert table == words(page)
    assert table is not words(page)


def test_a_page_nobody_knows_has_none() -> None:
    with pytest.raises(KeyError):
        words("cellar")
