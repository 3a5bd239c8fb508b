"""What a file says arrives in the scenario: seats, orders of precedence, short spellings, languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.authoring.load import load_scenario_text
from game.protocol.cues import After, AtClock, Moment, Occurrence
from game.protocol.room import Point
from game.protocol.rules import Confidence, Span
from game.protocol.scenario import Scenario
from game.protocol.units import MINUTE, parse_clock
from game.simulation.kinds.absent_until import AbsentUntil

DESIGN = (Path(__file__).parent / "good" / "design.yaml").read_text(encoding="utf-8")


def design(*changes: tuple[str, str]) -> Scenario:
    """The sample of the design, changed."""
    text = DESIGN
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return load_scenario_text(text, "design.yaml")


def test_the_sample_of_the_design_loads() -> None:
    scenario = design()
    rule = scenario.rule("leaders-first")
    house = rule.house
    leaders = ("kim", "putin")
    assert rule.terms == AbsentUntil(
        ("russia.ministers", "dprk.ministers"), tuple(Occurrence(who, Moment.ENTERED) for who in leaders)
    )
    assert rule.confidence is Confidence.HIGH
    assert house is not None
    assert house.notices_after == Span(40_000, 40_000, 40_000)
    assert house.recalls == After((Occurrence("leaders", Moment.SAT),))
    assert house.cuts_away is None
    assert dict(scenario.groups)["leaders"] == leaders
    assert scenario.habits[0].conduct.set_out == AtClock(parse_clock("12:03:10"))
    assert scenario.broadcast.start == parse_clock("12:02")
    assert scenario.arrivals[0].late == Span(0, 3 * MINUTE, 0)
    assert scenario.aim.by == scenario.aim.due == parse_clock("12:13")
    assert scenario.liaison.minutes == 9 * MINUTE
    assert scenario.plan("recorded").plan.briefings == ()


def seats(scenario: Scenario, delegation: str) -> list[tuple[str, Point]]:
    people = {person.seat: person.id for person in scenario.people if person.of == delegation}
    return [(people[seat.id], seat.at) for seat in scenario.room.seats if seat.id in people]


def test_principals_face_each_other_and_the_next_sit_right_and_left() -> None:
    scenario = design()
    assert seats(scenario, "russia") == [
        ("putin", Point(8_000, 4_150)),
        ("belousov", Point(7_100, 4_150)),
        ("lavrov", Point(8_900, 4_150)),
    ]
    assert seats(scenario, "dprk") == [("kim", Point(8_000, 6_850)), ("choe", Point(8_900, 6_850))]


def test_an_agreed_seat_is_left_to_its_owner() -> None:
    scenario = design(("office: Foreign Minister,", "office: Foreign Minister, seat: russia-2,"))
    assert scenario.person("lavrov").seat == "russia-2"
    assert scenario.person("belousov").seat == "russia-3"


def test_round_a_table_each_delegation_has_an_arc_with_its_principal_in_the_middle() -> None:
    scenario = design(
        ("shape: rectangle", "shape: round"),
        ("size: [9 m, 1.8 m], north: russia, south: dprk", "size: [3 m, 3 m], around: [russia, dprk]"),
    )
    places = dict(seats(scenario, "russia") + seats(scenario, "dprk"))
    assert places["putin"] == Point(8_000, 5_500 - 1_950)
    assert places["belousov"].x < places["putin"].x < places["lavrov"].x
    assert len(set(places.values())) == 5
    assert all(abs((at.x - 8_000) ** 2 + (at.y - 5_500) ** 2 - 1_950**2) < 5_000 for at in places.values())


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("[putin, belousov, lavrov]", [1, 2, 3]),
        ("[putin, [belousov, lavrov]]", [1, 2, 2]),
        ("[[putin, belousov], {who: lavrov, reason: Newest., class: 2}]", [1, 1, 3]),
        ("{system: agreed list, source: mt, places: [putin, belousov, lavrov]}", [1, 2, 3]),
    ],
)
def test_orders_of_precedence(written: str, expected: list[int]) -> None:
    order = design(("russia: [putin, belousov, lavrov]", f"russia: {written}")).precedence[0]
    assert [order.rank(person) for person in ("putin", "belousov", "lavrov")] == expected


@pytest.mark.parametrize(
    ("language", "title"), [("en", "Leaders first"), ("ko", "정상 먼저"), ("de", "Leaders first")]
)
def test_texts_in_several_languages(language: str, title: str) -> None:
    text = DESIGN.replace("title: Leaders first", "title: {en: Leaders first, ko: 정상 먼저}")
    assert load_scenario_text(text, "x.yaml", language).title == title


@pytest.mark.parametrize(
    ("written", "end"),
    [
        ("from 12:02 to 12:10", parse_clock("12:10")),
        ('{from: "12:02", to: 12:10}', parse_clock("12:10")),
        ("{from: 12:02}", None),
    ],
)
def test_spellings_of_the_broadcast(written: str, end: int | None) -> None:
    broadcast = design(('on_air: from "12:02"', f"on_air: {written}")).broadcast
    assert (broadcast.start, broadcast.end) == (parse_clock("12:02"), end)


def test_colours_are_plain_numbers() -> None:
    assert design().delegation("russia").flag.stripes == ("#ffffff", "#0039a6", "#d52b1e")
