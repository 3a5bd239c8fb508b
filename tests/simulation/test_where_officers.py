"""Where officers of the house and people who come uninvited are, and that standing at doors is their work."""

from __future__ import annotations

from game.protocol.units import parse_clock
from game.scoring.scorecard import score
from game.simulation.trace import Trace
from game.simulation.where import Timeline
from game.simulation.whereabouts import Space
from tests.rooms import run
from tests.simulation.test_chance import THERE, on, uninvited
from tests.simulation.test_officers import ESCORTED, GUARD, house, legal


def places(trace: Trace, who: str, *clocks: str) -> list[tuple[Space, str, str, int]]:
    """The space somebody is in at these times, their holding room, their door, and how far they are on the way."""
    timeline = Timeline(trace.scenario, trace)
    found = []
    for clock in clocks:
        one = next(each for each in timeline.at(parse_clock(clock)) if each.person == who)
        found.append((one.space, one.holding, one.door, one.progress))
    return found


def test_an_escort_leaves_goes_through_the_house_and_walks_in_front() -> None:
    day = house({})
    trace = run(day, legal(day, ESCORTED), ["12:03 recall hong"])
    times = ("12:00:05", "12:01", "12:02:02.500", "12:02:30", "12:03:06.500", "12:04")
    assert places(trace, "hong", *times) == [
        (Space.AWAY, "main", "main", 0),
        (Space.HOLDING, "side", "main", 0),
        (Space.WAY, "side", "side", 500),
        (Space.DOOR, "side", "side", 1_000),
        (Space.WAY, "side", "side", 500),
        (Space.HOLDING, "side", "side", 0),
    ]


def test_a_guard_stands_at_his_door_and_is_never_inside() -> None:
    day = house({})
    trace = run(day, legal(day, {**GUARD, "enter": "at 12:03"}))
    assert places(trace, "hong", "12:00", "12:02", "12:10") == [
        (Space.HOLDING, "main", "main", 0),
        (Space.DOOR, "main", "side", 1_000),
        (Space.DOOR, "main", "side", 1_000),
    ]


def test_somebody_uninvited_is_away_on_other_days() -> None:
    day = uninvited()
    assert places(run(day), "ida", "12:05")[0][0] is Space.AWAY
    turned = on(day, {"uninvited:ida": 1}, THERE)
    spaces = [place[0] for place in places(turned, "ida", "12:00:30", "12:01:02", "12:01:07", "12:05")]
    assert spaces == [Space.HOLDING, Space.WAY, Space.WAY, Space.HOLDING]


def test_standing_at_a_door_costs_nothing_where_it_is_somebodys_work() -> None:
    kept = house({"lavrov": {"set_out": "at 12:01"}, **{who: {"set_out": "at 12:09"} for who in ("kim", "novak")}})
    guarded = run(kept, legal(kept, {**GUARD, "enter": "at 12:09"}))
    assert [line.offenders for line in score(kept, guarded).ledger if line.rule == "standing"] == [("lavrov",)]
    nobody_waits = house({})
    alone = run(nobody_waits, legal(nobody_waits, GUARD))
    assert [line for line in score(nobody_waits, alone).ledger if line.rule == "standing"] == []
