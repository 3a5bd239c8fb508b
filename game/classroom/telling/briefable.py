"""Who can be briefed, in the lists of the house, and what can be said to whom."""

from __future__ import annotations

from typing import Any

from game.protocol.conduct import departs
from game.protocol.legality import read_back_cost, rooms_of
from game.protocol.people import Role
from game.protocol.plan import Briefing, Conduct
from game.protocol.scenario import Scenario
from game.wording.catalogue import _
from game.wording.lists import Row, sections
from game.wording.means import escort_name

Values = dict[str, Any]


def lists(scenario: Scenario) -> list[Values]:
    """Everybody and every group that can be briefed, under their headings, in the order in which they are shown."""
    number = {person.id: n for n, person in enumerate(scenario.people)}
    return [
        {"title": section.title, "rows": [_row(row, number) for row in section.rows]} for section in sections(scenario)
    ]


def _row(row: Row, number: dict[str, int]) -> Values:
    return {
        "name": row.name, "title": row.title, "detail": row.detail, "members": [number[each] for each in row.members],
        "group": row.group, "officer": row.officer, "rank": row.rank,
    }  # fmt: skip


def fields_of(scenario: Scenario, rows: list[Values]) -> dict[str, Values]:
    """By name what a briefing can say to them."""
    return {row["name"]: _fields(scenario, row["name"], row["members"], officer=row["officer"]) for row in rows}


def _fields(scenario: Scenario, name: str, members: list[int], *, officer: bool) -> Values:
    briefing = Briefing((name,), Conduct())
    rooms = rooms_of(scenario, briefing)
    cues = ["enter", "set_out"] if officer else ["enter", "set_out", "sit"]
    return {
        "doors": _doors(scenario, rooms),
        "cues": [*cues, "leave"] if departs(scenario) and not officer else cues,
        "spacing": len(members) > 1,
        "pace": not officer,
        "place": len(members) == 1 and not officer,
        "rooms": list(rooms),
        "read_back": 0 if officer else read_back_cost(scenario, briefing),
        "escorts": [] if officer else _escorts(scenario, rooms),
    }


def _doors(scenario: Scenario, rooms: tuple[str, ...]) -> list[Values]:
    """The doors that all of them can reach from where they wait, and how far the farthest of them walks."""
    found = []
    for door in scenario.room.doors:
        walks = [scenario.room.holding_room(room).walk_to(door.id) for room in rooms]
        known = [walk for walk in walks if walk is not None]
        if known and len(known) == len(walks):
            far = _("{door} · {metres} m").format(door=door.name, metres=max(known) // 1_000)
            found.append({"id": door.id, "words": far})
    return found


def _escorts(scenario: Scenario, rooms: tuple[str, ...]) -> list[Values]:
    """Who can take them in: an escort can be in one room only, and an officer needs a way there."""
    if len(rooms) != 1:
        return []
    officers = {officer.id: officer.holds for officer in scenario.officers}
    return [
        {"id": name, "words": escort_name(scenario, name)} for name in scenario.liaison.escorts
        if name not in officers or scenario.room.way(officers[name], rooms[0]) is not None
    ]  # fmt: skip


def seats(scenario: Scenario) -> list[Values]:
    """Every place, and whose it is by agreement."""
    whose = {person.seat: person.short for person in scenario.people if person.role is Role.DELEGATE}
    agreed = _("{seat}, agreed for {who}")
    return [
        {"id": seat.id, "words": agreed.format(seat=seat.id, who=whose[seat.id]) if seat.id in whose else seat.id}
        for seat in scenario.room.seats
    ]
