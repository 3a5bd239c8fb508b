"""The floor plan: room, doors, holding rooms with those who wait there, distances, who sits where."""

from __future__ import annotations

from pygame import Rect, Surface

from game.drawing.painter import RoomPainter
from game.drawing.scene import Scene
from game.protocol.people import WALKING_PACE
from game.protocol.room import Door, Shape, Wall
from game.protocol.scenario import Scenario
from game.protocol.units import SECOND
from game.simulation.whereabouts import Posture, Space, Whereabouts
from game.stage import widgets as w
from game.stage.screens.brief_pieces import block, bullet
from game.wording.catalogue import _, ngettext
from game.wording.phrases import capital, everyone, how_long


class FloorPlan:
    """Paints the room before anybody has moved; keeps the picture as long as its size stays."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self._key: tuple[object, ...] = ()
        self._picture: Surface | None = None

    def node(self, ui: w.Ui, height: float) -> w.Node:
        """The plan as a canvas of so many logical units of height."""

        def paint(surface: Surface, rect: Rect) -> None:
            key = (rect.size, ui.text_scale)
            if self._picture is None or self._key != key:
                painter = RoomPainter(self._scenario, rect.size, text=ui.text_scale)
                self._picture, self._key = painter.picture(Scene(before(self._scenario))), key
            surface.blit(self._picture, rect.topleft)

        return w.canvas("plan", paint, label=_("Floor plan"), role="picture", height=w.fixed(height))


def before(scenario: Scenario) -> tuple[Whereabouts, ...]:
    """Where everybody waits before the day begins; those who still have to arrive are away."""
    late = {who for arrival in scenario.arrivals for who in arrival.who if arrival.at > scenario.start}
    return tuple(
        Whereabouts(
            person.id, Space.AWAY if person.id in late else Space.HOLDING, Posture.STANDING, person.holds,
            scenario.room.holding_room(person.holds).first_door,
        )
        for person in (*scenario.delegates, *scenario.officers)
    )  # fmt: skip


def section(ui: w.Ui, scenario: Scenario, plan: FloorPlan) -> w.Node:
    """The picture, and under it the same in words."""
    room = scenario.room
    size = _("The room measures {width} m by {depth} m.").format(
        width=_metres(room.width), depth=_metres(room.depth)
    )
    return w.column(
        plan.node(ui, max(300.0, min(ui.height - 300, 430))),
        block(_("Doors and ways"), w.note(size), *(_door(scenario, door) for door in room.doors)),
        block(_("Places at the table"), *_seating(scenario)),
        gap=14,
    )  # fmt: skip


def _metres(millimetres: int) -> str:
    return f"{millimetres / 1000:g}"


def _door(scenario: Scenario, door: Door) -> w.Node:
    wall = {
        Wall.NORTH: _("in the wall at the top"), Wall.SOUTH: _("in the wall at the bottom"),
        Wall.WEST: _("in the wall at the left"), Wall.EAST: _("in the wall at the right"),
    }[door.wall]  # fmt: skip
    abreast = ngettext("one at a time", "{count} abreast", door.abreast).format(count=door.abreast)
    ways = [
        _("{room} {metres} m (about {time})").format(
            room=holding.name, metres=_metres(way),
            time=how_long(round(way / WALKING_PACE) * SECOND),
        )
        for holding in scenario.room.holding
        if (way := holding.walk_to(door.id)) is not None
    ]  # fmt: skip
    head = _("{door}, {wall}, {abreast}.").format(door=door.name, wall=wall, abreast=abreast)
    told = _("On foot from: {ways}.").format(ways=", ".join(ways))
    told = told if ways else _("No holding room opens on it.")
    return w.column(w.label(head, weight="semibold"), w.note(told), gap=1)


def _seating(scenario: Scenario) -> list[w.Node]:
    """Who sits on which side, from left to right as the picture shows it."""
    table = next((piece for piece in scenario.room.furniture if piece.table), None)
    rows = []
    for delegation in scenario.delegations:
        mine = [person for person in scenario.delegates if person.of == delegation.id]
        seats = [(scenario.room.seat(person.seat).at, person) for person in mine]
        names = everyone([person.short for at, person in sorted(seats, key=lambda one: (one[0].x, one[0].y))])
        if table is None or table.shape is Shape.ROUND or not seats:
            text = _("{delegation}, from left to right: {names}.")
            rows.append(text.format(delegation=delegation.short, names=names))
            continue
        middle = sum(at.y for at, _person in seats) // len(seats)
        far = _("on the far side") if middle < table.at.y else _("on the near side")
        text = _("{delegation} {side}, from left to right: {names}.")
        rows.append(text.format(delegation=delegation.short, side=far, names=names))
    return [bullet(capital(words)) for words in rows]
