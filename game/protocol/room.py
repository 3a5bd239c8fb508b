"""The negotiation room: walls, doors, holding rooms behind them, furniture, seats, cameras.

The origin is the north-west corner, x grows to the east and y to the south, all in millimetres. North is the wall
at the top of every picture.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar


class Wall(StrEnum):
    """A wall of the room, by compass point; `north` is drawn at the top."""

    NORTH = "north"
    EAST = "east"
    SOUTH = "south"
    WEST = "west"


class Shape(StrEnum):
    """The outline of a piece of furniture."""

    RECTANGLE = "rectangle"
    ROUND = "round"


@dataclass(frozen=True, slots=True)
class Point:
    """A place in the room, in millimetres."""

    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Door:
    """A door: `at` is its middle along the wall in mm; `abreast` people pass at a time, a lane every `headway` ms."""

    id: str
    name: str
    wall: Wall
    at: int
    width: int
    abreast: int = 1
    headway: int = 1_500


@dataclass(frozen=True, slots=True)
class HoldingRoom:
    """Where people wait for their cue; `walks` gives, for each door it opens on, the way there in mm."""

    id: str
    name: str
    walks: tuple[tuple[str, int], ...]

    def walk_to(self, door: str) -> int | None:
        """The way to a door in mm, or None where this room does not open on it."""
        return dict(self.walks).get(door)

    @property
    def first_door(self) -> str:
        """The door people take when nobody names one."""
        return self.walks[0][0]


@dataclass(frozen=True, slots=True)
class Furniture:
    """Something people walk around: its middle, its size in mm, its shape. `table` marks the negotiation table."""

    id: str
    at: Point
    width: int
    depth: int
    shape: Shape = Shape.RECTANGLE
    table: bool = False


@dataclass(frozen=True, slots=True)
class Seat:
    """A chair, or with `chair` false a mark on the floor. `facing` is where a person there looks."""

    id: str
    at: Point
    facing: Point
    chair: bool = True


@dataclass(frozen=True, slots=True)
class Camera:
    """What a camera shows while on air: a door (by id), `table` (everyone in place) or `room` (everyone in it)."""

    on: str


@dataclass(frozen=True, slots=True)
class Room:
    """The room with all that stands in it. Ids are unique within their kind."""

    width: int
    depth: int
    doors: tuple[Door, ...]
    holding: tuple[HoldingRoom, ...]
    furniture: tuple[Furniture, ...]
    seats: tuple[Seat, ...]
    cameras: tuple[Camera, ...]

    def door(self, door_id: str) -> Door:
        """The door of that id; raises KeyError."""
        return _by_id(self.doors, door_id)

    def holding_room(self, room_id: str) -> HoldingRoom:
        """The holding room of that id; raises KeyError."""
        return _by_id(self.holding, room_id)

    def seat(self, seat_id: str) -> Seat:
        """The seat of that id; raises KeyError."""
        return _by_id(self.seats, seat_id)

    def way(self, one: str, other: str) -> int | None:
        """The way in mm from one holding room to another, by a door on which both open; None where there is none."""
        if one == other:
            return 0
        here, there = dict(self.holding_room(one).walks), dict(self.holding_room(other).walks)
        return min((here[door] + there[door] for door in here if door in there), default=None)

    def threshold(self, door: Door) -> Point:
        """The point in the middle of a doorway."""
        match door.wall:
            case Wall.NORTH:
                return Point(door.at, 0)
            case Wall.SOUTH:
                return Point(door.at, self.depth)
            case Wall.WEST:
                return Point(0, door.at)
            case Wall.EAST:
                return Point(self.width, door.at)


_T = TypeVar("_T", Door, HoldingRoom, Seat)


def _by_id(things: tuple[_T, ...], wanted: str) -> _T:
    for thing in things:
        if thing.id == wanted:
            return thing
    raise KeyError(wanted)
