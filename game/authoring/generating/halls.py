"""Rooms in which people can get from every door to every place."""

from __future__ import annotations

from typing import Final

from game.authoring.generating.dice import Dice
from game.authoring.generating.scene import Hall, Pairs
from game.protocol.units import format_length

_ROOMS: Final = (
    "Library",
    "Foyer",
    "Gallery",
    "Blue Salon",
    "Yellow Salon",
    "Study",
    "Winter Garden",
    "Anteroom",
    "Map Room",
    "Music Room",
    "Tapestry Room",
    "Vestibule",
    "Tower Room",
    "Loggia",
    "Clock Room",
)
_GREAT: Final = ("Great doors", "Main doors", "Double doors", "Mirror doors")
_SIDE: Final = ("Side door", "Garden door", "Terrace door", "Chapel door")
_FAR: Final = ("Service door", "Staircase door", "Gallery door")
_PIECES: Final = ("sideboard", "piano", "bookcase", "cabinet")
_CHAIR: Final = 720
"""So much of the table's edge for each seat, mm."""


def length(millimetres: int) -> str:
    """A length as it is written."""
    return format_length(millimetres)


def pair(x: int, y: int) -> str:
    """Two lengths as they are written."""
    return f"[{length(x)}, {length(y)}]"


def room_id(name: str) -> str:
    """The id for a room's name: `Blue Salon` as `blue-salon`."""
    return name.lower().replace(" ", "-")


class Walls:
    """The doors of a room of this size: the great ones, and up to two others on the other walls."""

    def __init__(self, dice: Dice, width: int, depth: int, others: int) -> None:
        self._dice = dice
        self._names = dice.shuffled(_ROOMS, "rooms")
        self.width, self.depth = width, depth
        self.main_north = dice.happens(70, "main door north")
        first, second = ("east", "west") if dice.happens(50, "side door east") else ("west", "east")
        y = dice.between(3_000, depth - 3_000, 200, "side door at")
        main = ("wall", "north" if self.main_north else "south"), ("at", length(width // 2))
        self.doors: list[tuple[str, Pairs]] = [
            (
                "main",
                (
                    ("name", dice.pick(_GREAT, "great doors")),
                    *main,
                    ("width", "2.4 m"),
                    ("abreast", "2"),
                    ("headway", "1.2 s"),
                ),
            )
        ]
        for nth, (name, wall) in enumerate((("side", first), ("far", second))[:others]):
            title = dice.pick(_SIDE if nth == 0 else _FAR, f"door {name}")
            at = y if nth == 0 else depth - y
            pairs = ("name", title), ("wall", wall), ("at", length(at)), ("width", "1.4 m"), ("headway", "1 s")
            self.doors.append((name, pairs))
        self.holding: list[tuple[str, Pairs]] = []
        self.rooms: dict[str, str] = {}

    def holds(self, role: str, doors: tuple[str, ...]) -> None:
        """One more holding room for this party; it opens on those of these doors that the room has, nearest first."""
        there = [name for name, _pairs in self.doors]
        ways = [door for door in doors if door in there] or ["main"]
        name = self._names.pop()
        walk = self._dice.between(7_000, 16_000, 500, f"walk {role}")
        self.rooms[role] = room_id(name)
        if len(ways) == 1:
            pairs: Pairs = (("name", name), ("door", ways[0]), ("walk", length(walk)))
        else:
            further = self._dice.between(8_000, 14_000, 1_000, f"further {role}")
            walks = ", ".join(f"{door}: {length(walk + nth * further)}" for nth, door in enumerate(ways))
            pairs = (("name", name), ("walks", f"{{{walks}}}"))
        self.holding.append((room_id(name), pairs))

    def furniture(self, side_walls_free: int) -> tuple[Pairs, ...]:
        """Something against the wall that has no door, in a corner that nobody needs."""
        if not self._dice.happens(60, "furniture"):
            return ()
        piece = self._dice.pick(_PIECES, "piece")
        y = self.depth - 500 if self.main_north else 500
        x = self._dice.pick((1_600, self.width - 1_600), "piece corner")
        return ((("id", piece), ("at", pair(x, y)), ("size", f"[{length(side_walls_free)}, 0.6 m]")),)

    def hall(
        self,
        table: Pairs = (),
        seats: tuple[Pairs, ...] = (),
        cameras: tuple[str, ...] = ("main", "table"),
        *,
        bare: bool = False,
    ) -> Hall:
        """The room with what stands in it."""
        return Hall(
            pair(self.width, self.depth),
            tuple(self.doors),
            tuple(self.holding),
            self.rooms,
            table,
            seats,
            () if bare else self.furniture(1_600),
            cameras,
        )


def long_table(dice: Dice, a_side: int, others: int, north: str, south: str) -> tuple[Walls, Pairs]:
    """A room with a table of two sides, each with so many seats."""
    wide = max(4_000, (2 * (a_side // 2) + 1) * _CHAIR // 200 * 200 + 200)
    width = wide + dice.between(4_800, 6_400, 200, "room beside table")
    depth = dice.between(8_400, 10_400, 200, "room depth")
    walls = Walls(dice, width, depth, others)
    y = depth * 11 // 20 if walls.main_north else depth * 9 // 20
    at = pair(width // 2, y // 100 * 100)
    table: Pairs = (("shape", "rectangle"), ("at", at), ("size", pair(wide, 1_600)), ("north", north), ("south", south))
    return walls, table


def round_table(dice: Dice, seats: int, others: int, around: list[str]) -> tuple[Walls, Pairs]:
    """A room with a round table for so many."""
    across = max(2_800, (2 * seats * 140 - 900) // 200 * 200)
    width = across + dice.between(6_800, 8_000, 200, "room beside table")
    depth = across + dice.between(5_800, 6_800, 200, "room depth")
    walls = Walls(dice, width, depth, others)
    middle = pair(width // 2, depth // 2 // 100 * 100)
    table: Pairs = (
        ("shape", "round"),
        ("at", middle),
        ("size", pair(across, across)),
        ("around", f"[{', '.join(around)}]"),
    )
    return walls, table


def mark(id_: str, x: int, y: int, facing: tuple[int, int], *, chair: bool = False) -> Pairs:
    """A place of its own: a chair, or a mark on the floor."""
    pairs = (("id", id_), ("at", pair(x, y)), ("facing", pair(*facing)))
    return pairs if chair else (*pairs, ("chair", "no"))


def seated_at(entrant_seat: str) -> Pairs:
    """The key of a person with an agreed place."""
    return (("seat", entrant_seat),)
