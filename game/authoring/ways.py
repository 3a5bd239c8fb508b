"""The ways of the room: every door is some holding room's, and everybody can walk to his place."""

from __future__ import annotations

from typing import Final

from game.authoring.problems import Wrong
from game.authoring.shape import Fitting
from game.protocol.scenario import Scenario
from game.simulation.routes import Routes
from game.wording.catalogue import _

_MOST_WAYS: Final = 600
"""So many ways are looked for; more people through more doors are taken to be well."""


def ways(scenario: Scenario, fitting: Fitting) -> None:
    """Note doors that nobody comes to and places that nobody reaches."""
    used = {door for holding in scenario.room.holding for door, _walk in holding.walks}
    for door in scenario.room.doors:
        if door.id not in used:
            wrong = _("No holding room opens on the door `{door}`.").format(door=door.id)
            hint = _("Add it to the `walks` of a holding room, or take it out.")
            fitting.refuse(("room", "doors", door.id), Wrong("door-unused", wrong, hint), key=True)
    _seats(scenario, fitting)


def _seats(scenario: Scenario, fitting: Fitting) -> None:
    routes = Routes(scenario.room)
    own = {seat.id: n for n, seat in enumerate(scenario.room.seats)}
    listed = fitting.tree.data["room"].get("seats", [])
    numbers = {part["id"]: n for n, part in enumerate(listed)}
    wanted = {
        (door, person.seat): None
        for person in sorted(scenario.people, key=lambda person: own.get(person.seat, 0))
        for door, _walk in scenario.room.holding_room(person.holds).walks
        if person.seat
    }
    told: set[str] = set()
    for door, seat in list(wanted)[:_MOST_WAYS]:
        if seat in told or routes.reaches(door, seat):
            continue
        told.add(seat)
        path = ("room", "seats", numbers[seat], "at") if seat in numbers else ("room", "table")
        wrong = _("No way leads from the door `{door}` to the seat `{seat}`: furniture closes it.")
        hint = _("People keep 30 cm from furniture and stay inside the room. Leave room to pass.")
        problem = Wrong("seat-unreachable", wrong.format(door=door, seat=seat), hint)
        fitting.refuse(path, problem, key=seat not in numbers)
