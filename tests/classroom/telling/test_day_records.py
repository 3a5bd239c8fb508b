"""The records of a day as they are told: what is drawn of a day while it is lived is what is drawn of it afterwards."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.classroom.telling.day_records import Entry, prefix, record_entries
from game.protocol.scenario import Scenario
from game.simulation.circumstances import draw
from game.simulation.codes import Code
from game.simulation.engine import simulate
from game.simulation.trace import Trace
from game.simulation.where import Timeline
from game.stage.screens.run_news import news_of
from tests.scenarios.shipped import IDS
from tests.scenarios.shipped import scenario as shipped
from tests.simulation.days import Day, days


def told_up_to(entries: list[Entry], instant: int) -> list[Entry]:
    """What has come over the wire by an instant."""
    return [json.loads(json.dumps(entry)) for entry in entries if entry["at"] <= instant]


def same_while_lived(scenario: Scenario, trace: Trace, instants: list[int]) -> None:
    entries, whole = record_entries(scenario, trace), Timeline(scenario, trace)
    afterwards = news_of(scenario, trace, str)
    for now in instants:
        lived = prefix(scenario, told_up_to(entries, now), trace.orders)
        timeline = Timeline(scenario, lived)
        for at in (now, (scenario.start + now) // 2):
            assert timeline.at(at) == whole.at(at)
            assert timeline.official(at) == whole.official(at)
            assert timeline.held_doors(at) == whole.held_doors(at)
            assert timeline.doors.kept(at) == whole.doors.kept(at)
            assert (timeline.on_air(at), timeline.speech(at)) == (whole.on_air(at), whole.speech(at))
        said = [item.sentence(scenario) for item in news_of(scenario, lived, str)]
        assert said == [item.sentence(scenario) for item in afterwards if item.at <= now]


@pytest.mark.parametrize("name", IDS)
def test_what_is_drawn_while_a_shipped_day_is_lived_is_what_is_drawn_afterwards(name: str) -> None:
    scenario = shipped(name)
    for plan in scenario.plans:
        trace = simulate(scenario, plan.plan, draw(scenario, 3), plan.orders)
        instants = sorted({record.at + late for record in trace.records for late in (0, 700)})
        step = max(1, len(instants) // 40)
        same_while_lived(scenario, trace, instants[::step])


@settings(max_examples=40, deadline=None)
@given(day=days, part=st.integers(0, 1_000))
def test_what_is_drawn_while_any_day_is_lived_is_what_is_drawn_afterwards(day: Day, part: int) -> None:
    scenario = day.scenario
    trace = simulate(scenario, day.plan, draw(scenario, day.seed), day.orders)
    same_while_lived(scenario, trace, [scenario.start + (scenario.end - scenario.start) * part // 1_000])


@pytest.mark.parametrize("name", IDS)
def test_a_day_told_to_its_end_is_that_day(name: str) -> None:
    scenario = shipped(name)
    plan = scenario.plan("recorded")
    trace = simulate(scenario, plan.plan, draw(scenario, 1), plan.orders)
    again = prefix(scenario, told_up_to(record_entries(scenario, trace), scenario.end), trace.orders)
    assert again.hash == trace.hash
    assert again.breaches == trace.breaches
    assert again.accomplished_at == trace.accomplished_at


def test_a_seat_is_told_no_sooner_than_somebody_enters() -> None:
    scenario = shipped("pyongyang-2024")
    trace = simulate(scenario, scenario.plan("reference").plan, draw(scenario, 1))
    seats: dict[int, int] = {}
    for entry in record_entries(scenario, trace):
        code, who, _extra = entry["is"]
        seats[who] = entry.get("part", [0, 0, 0, seats.get(who, -1)])[3]
        assert seats[who] == -1 or code != Code.SET_OUT
        assert seats[who] >= 0 or code not in (Code.ENTERED, Code.SAT)
    assert any(seat >= 0 for seat in seats.values())


def test_how_a_breach_ends_is_told_when_it_ends() -> None:
    scenario = shipped("pyongyang-2024")
    trace = simulate(scenario, scenario.plan("recorded").plan, draw(scenario, 1))
    entries = record_entries(scenario, trace)
    lasting = next(breach for breach in trace.breaches if breach.until > breach.at + 1_000)
    lived = prefix(scenario, told_up_to(entries, lasting.until - 1), ())
    which = (lasting.rule, lasting.offenders, lasting.at)
    open_ = next(breach for breach in lived.breaches if (breach.rule, breach.offenders, breach.at) == which)
    assert open_.until == scenario.end
    assert not open_.put_right
