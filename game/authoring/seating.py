"""Where the seats at the table are, and who sits on which.

A delegation's principal sits in the middle of its side, the next in precedence to the right, the next to the
left, and so on outwards. Round a table every delegation has an arc of its own, clockwise from the north.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from game.authoring.model import PersonPart, ScenarioPart
from game.authoring.model_room import TablePart
from game.authoring.precedence import Orders
from game.authoring.problems import Wrong
from game.protocol.room import Point, Seat, Wall
from game.wording.catalogue import _

WALLS: Final = tuple(wall.value for wall in Wall)
_FROM_TABLE: Final = 450
_WIDEST: Final = 900
_NARROWEST: Final = 550
_PI: Final = Decimal("3.14159265358979323846")


def by_precedence(model: ScenarioPart, orders: Orders, delegation: str) -> list[PersonPart]:
    """The people of a delegation: principals first, then by its order (or the joint one), then as listed."""
    ranked: dict[str, int] = {}
    for key in (delegation, "joint"):
        if key in orders:
            ranked = {who: rank for rank, who in reversed(list(enumerate(orders[key].people)))}
            break
    own = [person for person in model.people if person.of == delegation and not person.uninvited]
    return sorted(own, key=lambda p: (not p.principal, ranked.get(p.id, len(ranked))))


def seat_ids(delegation: str, count: int) -> list[str]:
    """The ids of a delegation's seats at the table, the middle one first."""
    return [f"{delegation}-{number}" for number in range(1, count + 1)]


def wanted_seats(model: ScenarioPart, delegation: str) -> int:
    """How many seats a delegation needs at the table."""
    extra = {seat.id for seat in model.room.seats}
    people = [p for p in model.people if p.of == delegation and p.seat not in extra and not p.uninvited]
    table = model.room.table
    return max(len(people), (table.seats or 0) if table else 0)


def table_seats(model: ScenarioPart) -> tuple[Seat, ...]:
    """The seats of the table; raises Wrong where they have no room at it."""
    table = model.room.table
    if table is None:
        return ()
    if table.shape == "round":
        return tuple(_round(model, table))
    return tuple(seat for wall in WALLS for seat in _side(model, table, Wall(wall), getattr(table, wall)))


def _side(model: ScenarioPart, table: TablePart, wall: Wall, delegation: str | None) -> Iterable[Seat]:
    if delegation is None:
        return
    count = wanted_seats(model, delegation)
    along = table.size[0] if wall in (Wall.NORTH, Wall.SOUTH) else table.size[1]
    spacing = min(_WIDEST, along // (2 * (count // 2) + 1))
    if spacing < _NARROWEST:
        raise Wrong(
            "seats-narrow",
            _("{count} people have no room on the {side} side of this table.").format(
                count=count, side=wall.value
            ),
            _("Make it {metres} m long, or give some of them seats of their own.").format(
                metres=-(-(2 * (count // 2) + 1) * _NARROWEST // 100) / 10
            ),
        )
    for number, seat_id in enumerate(seat_ids(delegation, count), start=1):
        step = number // 2 * (1 if number % 2 == 0 else -1) * spacing
        yield _at_side(seat_id, table, wall, step)


def _at_side(seat_id: str, table: TablePart, wall: Wall, right: int) -> Seat:
    """A seat `right` mm to the right hand of the middle of a side, seen by somebody who faces the table."""
    x, y = table.at
    half_width, half_depth = table.size[0] // 2 + _FROM_TABLE, table.size[1] // 2 + _FROM_TABLE
    match wall:
        case Wall.NORTH:
            return Seat(seat_id, Point(x - right, y - half_depth), Point(x - right, y))
        case Wall.SOUTH:
            return Seat(seat_id, Point(x + right, y + half_depth), Point(x + right, y))
        case Wall.EAST:
            return Seat(seat_id, Point(x + half_width, y - right), Point(x, y - right))
        case Wall.WEST:
            return Seat(seat_id, Point(x - half_width, y + right), Point(x, y + right))


def _round(model: ScenarioPart, table: TablePart) -> Iterable[Seat]:
    delegations = table.around or list(model.delegations)
    counts = [wanted_seats(model, delegation) for delegation in delegations]
    total = sum(counts)
    rx, ry = table.size[0] // 2 + _FROM_TABLE, table.size[1] // 2 + _FROM_TABLE
    if total * _NARROWEST > 6 * min(rx, ry):
        raise Wrong(
            "seats-narrow",
            _("{count} people have no room round this table.").format(count=total),
            _("Make it larger, or give some of them seats of their own."),
        )
    # Counted in half seats clockwise from the north, so that the middle of an even arc is exact.
    middle = 0
    for index, (delegation, count) in enumerate(zip(delegations, counts, strict=True)):
        if index:
            middle += counts[index - 1] + count
        for number, seat_id in enumerate(seat_ids(delegation, count), start=1):
            right = number // 2 * (1 if number % 2 == 0 else -1)
            even = 1 if count % 2 == 0 else 0
            at = _on_circle(table, rx, ry, Decimal(middle - 2 * right + even) / (2 * total))
            yield Seat(seat_id, at, Point(*table.at))


def _on_circle(table: TablePart, rx: int, ry: int, turn: Decimal) -> Point:
    """The point a part of a full turn clockwise from the north."""
    angle = (turn % 1) * 2 * _PI
    x, y = table.at
    return Point(
        x + int((rx * _sine(angle)).to_integral_value()),
        y - int((ry * _sine(angle + _PI / 2)).to_integral_value()),
    )


def _sine(angle: Decimal) -> Decimal:
    """The sine in decimals: the same on every machine, which a float's need not be."""
    angle %= 2 * _PI
    term = total = angle
    for n in range(1, 20):
        term = -term * angle * angle / ((2 * n) * (2 * n + 1))
        total += term
    return total


def assign(model: ScenarioPart, orders: Orders, seats: tuple[Seat, ...]) -> dict[str, str]:
    """The seat of everybody: the agreed one, else the next free one of the delegation's at the table.

    People left without a seat are not in the answer.
    """
    given = {person.id: person.seat for person in model.people if person.seat}
    taken = set(given.values())
    for delegation in model.delegations:
        own = set(seat_ids(delegation, len(seats)))
        free = [seat.id for seat in seats if seat.id in own and seat.id not in taken]
        waiting = [person for person in by_precedence(model, orders, delegation) if person.id not in given]
        given.update({person.id: seat for person, seat in zip(waiting, free, strict=False)})
    return given
