"""The room of a scenario, made from what the file says."""

from __future__ import annotations

from collections.abc import Sequence

from game.authoring.model_room import HoldingPart, RoomPart
from game.protocol.room import Camera, Door, Furniture, HoldingRoom, Point, Room, Seat, Shape, Wall


def label(key: str) -> str:
    """An id as a name: `main-door` is Main door."""
    words = key.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def point(pair: Sequence[int]) -> Point:
    """Two lengths as a point."""
    return Point(pair[0], pair[1])


def room_furniture(room: RoomPart) -> tuple[Furniture, ...]:
    """The table, if there is one, and all other furniture."""
    table = room.table
    pieces = (
        [Furniture("table", point(table.at), table.size[0], table.size[1], Shape(table.shape), table=True)]
        if table
        else []
    )
    return (
        *pieces,
        *(Furniture(p.id, point(p.at), p.size[0], p.size[1], Shape(p.shape)) for p in room.furniture),
    )


def extra_seats(room: RoomPart) -> tuple[Seat, ...]:
    """The seats that the file places one by one; they face the table, or the middle of the room."""
    middle = point(room.table.at) if room.table else Point(room.size[0] // 2, room.size[1] // 2)
    return tuple(
        Seat(s.id, point(s.at), point(s.facing) if s.facing else _other(point(s.at), middle), s.chair)
        for s in room.seats
    )


def _other(at: Point, facing: Point) -> Point:
    """Somewhere to look for somebody who stands exactly on what they would face."""
    return facing if facing != at else Point(at.x, at.y - 1_000)


def walks(holding: HoldingPart) -> tuple[tuple[str, int], ...]:
    """The doors a holding room opens on and the ways there."""
    own = ((holding.door, holding.walk),) if holding.door is not None and holding.walk is not None else ()
    return (*own, *((holding.walks or {}).items()))


def build_room(part: RoomPart, seats: tuple[Seat, ...]) -> Room:
    """The room with the seats given."""
    doors = tuple(
        Door(key, d.name or label(key), Wall(d.wall), d.at, d.width, d.abreast, d.headway)
        for key, d in part.doors.items()
    )
    holding = tuple(HoldingRoom(key, h.name or label(key), walks(h)) for key, h in part.holding.items())
    cameras = tuple(Camera(camera.on) for camera in part.cameras)
    return Room(part.size[0], part.size[1], doors, holding, room_furniture(part), seats, cameras)
