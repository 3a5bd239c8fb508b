"""The room in a scenario file, key by key."""

from __future__ import annotations

from typing import Literal

from game.authoring.fields import Duration, Id, Label, Length, Names, Whole, YesNo
from game.authoring.parts import Part, about


class DoorPart(Part):
    wall: Literal["north", "east", "south", "west"] = about("north, east, south or west")
    at: Length = about("the middle of the door along its wall, from the wall's west or north end", like="5 m")
    width: Length = about("how wide it is", 1_200, like="2.4 m")
    abreast: Whole = about("how many pass side by side; two heads of state may want two", 1, like="2")
    headway: Duration = about("the time between two people one behind the other", 1_500, like="1.2 s")
    name: Label | None = about("what it is called on screen", None, like="Main doors")


class HoldingPart(Part):
    door: Id | None = about("the door it opens on, where there is one only", None, like="main")
    walk: Length | None = about("how far it is to that door; a longer walk needs an earlier cue", None, like="12 m")
    walks: dict[Id, Length] | None = about(
        "the doors it opens on, each with the way there; people who are told of none take the first", None,
        like="{main: 12 m, side: 30 m}")
    name: Label | None = about("what it is called on screen", None, like="Green salon")


class TablePart(Part):
    shape: Literal["rectangle", "round"] = about("round where no side may sit at the head", "rectangle")
    at: list[Length] = about("its middle", like="[8 m, 5.5 m]")
    size: list[Length] = about("how wide and how deep", like="[9 m, 1.8 m]")
    north: Id | None = about("who sits on the north side: the principal in the middle, the next to his right", None,
                             like="marisk")
    east: Id | None = about("who sits on the east side", None, like="marisk")
    south: Id | None = about("who sits on the south side", None, like="veldmoor")
    west: Id | None = about("who sits on the west side", None, like="veldmoor")
    around: Names = about("round a round table: the delegations clockwise, the first with its middle in the north", [],
                          like="[belmar, drosk, elmany]")
    seats: Whole | None = about("how many seats each delegation has, where it is more than its people", None, like="9")


class FurniturePart(Part):
    id: Id = about("a short name", like="piano")
    at: list[Length] = about("its middle", like="[8 m, 5.5 m]")
    size: list[Length] = about("how wide and how deep", like="[1 m, 2 m]")
    shape: Literal["rectangle", "round"] = about("how it stands on the floor; people walk round it", "rectangle")


class SeatPart(Part):
    id: Id = about("a short name", like="interpreter")
    at: list[Length] = about("where it stands", like="[8 m, 3 m]")
    facing: list[Length] | None = about("where one looks from it; towards the table if not said", None,
                                        like="[8 m, 5.5 m]")
    chair: YesNo = about("`no`: a mark on the floor, for a receiving line or a photograph", True)


class CameraPart(Part):
    on: Id = about("a door, or `table` (everyone in place), or `room` (everyone in it)", like="main")


class RoomPart(Part):
    size: list[Length] = about("how wide and how deep", like="[16 m, 11 m]")
    doors: dict[Id, DoorPart] = about("at least one door", like="main: {wall: north, at: 8 m}")
    holding: dict[Id, HoldingPart] = about("where people wait", like="anteroom: {door: main, walk: 12 m}")
    table: TablePart | None = about(
        "the table, with a delegation on each side", None,
        like="{at: [8 m, 5.5 m], size: [9 m, 1.8 m], north: marisk, south: veldmoor}")
    furniture: list[FurniturePart] = about("what people walk around, at most 12 pieces", [],
                                           like="[{id: piano, at: [2 m, 2 m], size: [1.5 m, 2 m]}]")
    seats: list[SeatPart] = about("seats and marks beside those of the table", [],
                                  like="[{id: interpreter, at: [8 m, 3 m]}]")
    cameras: list[CameraPart] = about("what is shown while on air; a breach before a camera weighs most", [],
                                      like="[{on: main}, {on: table}]")
