"""The running order: when each person goes in, by which door, on which cue and whose word."""

from __future__ import annotations

import json

from game.protocol.plan import Briefing, Conduct, Plan
from game.report.sheet import running_order, sheet_json, sheet_text
from tests.rooms import plan, room

HOUSE = room(
    {"host": "hosts*", "guest": "guests*", "aide": "guests.staff", "late": "guests.staff"},
    habits={
        "host": {"set_out": "at 12:02", "sit": "at once"},
        "guest": {"set_out": "at 12:03", "sit": "at once"},
        "aide": {"set_out": "at 12:01"},
    },
)
BRIEFED = plan(
    {"who": ["aide"], "set_out": "after guest entered + 10 s", "read_back": True},
    {"who": ["host"], "enter": "after guest at door"},
)


def test_it_is_in_the_order_of_the_walk_through_and_who_never_comes_is_last():
    rows = running_order(HOUSE, BRIEFED)
    assert [row.who for row in rows] == ["guest", "host", "aide", "late"]
    assert rows[-1].at is None


def test_without_briefings_nobody_gives_anything():
    rows = running_order(HOUSE, Plan())
    assert {row.given_by for row in rows} == {""}
    assert [row.who for row in rows] == ["aide", "host", "guest", "late"]


def test_the_house_briefs_its_own_and_the_opposite_number_the_guests():
    rows = {row.who: row for row in running_order(HOUSE, BRIEFED)}
    assert rows["host"].given_by == "house"
    assert rows["aide"].given_by == "opposite number"
    assert (rows["aide"].read_back, rows["host"].read_back) == (True, False)


def test_the_escorts_have_a_column_only_where_there_are_any():
    escorted = Plan((Briefing(("aide",), Conduct(door="main"), escort="han"),))
    assert "escort" not in sheet_text(HOUSE, "x", running_order(HOUSE, BRIEFED))
    assert "escort" in sheet_text(HOUSE, "x", running_order(HOUSE, escorted))


def test_an_escort_gives_the_word_in_person():
    escorted = Plan((Briefing(("aide",), Conduct(door="main"), escort="liaison"),))
    rows = {row.who: row for row in running_order(HOUSE, escorted)}
    assert (rows["aide"].escort, rows["aide"].given_by) == ("liaison", "liaison")


def test_cues_are_spelled_as_in_a_plan():
    document = json.loads(json.dumps(sheet_json(HOUSE, "x", running_order(HOUSE, BRIEFED))))
    rows = {row["who"]: row for row in document["rows"]}
    assert rows["aide"]["cues"]["set_out"] == "after guest entered + 10 s"
    assert rows["aide"]["words"]["set_out"].startswith("10 s after ")
    assert rows["late"]["at"] is None


def test_the_table_is_aligned():
    lines = sheet_text(HOUSE, "x", running_order(HOUSE, BRIEFED)).splitlines()
    head, rule = lines[2], lines[3]
    for column in ("who", "door", "cue", "given by"):
        assert rule[head.index(column) - 1] == " "
        assert rule[head.index(column)] == "-"
