"""The room makes sense: doors in their walls, furniture and seats inside, no seat or door blocked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from game.authoring.build_room import room_furniture
from game.authoring.model import ScenarioPart
from game.authoring.model_room import DoorPart, RoomPart
from game.authoring.problems import Wrong
from game.authoring.shape import Fitting
from game.authoring.suggest import did_you_mean
from game.authoring.tree import Path
from game.protocol.room import Furniture, Point, Seat, Shape
from game.protocol.units import format_length
from game.wording.catalogue import _

_LANE = 500
_CLOSEST = 400


Mention = tuple[str | None, Path]


class Geometry:
    """Checks the room of one draft; the seats of the table come from `seating`."""

    def __init__(self, model: ScenarioPart, fitting: Fitting) -> None:
        self._model = model
        self._room: RoomPart = model.room
        self._refuse = fitting.refuse

    def shapes(self) -> bool:
        """Pairs are pairs and sizes sensible; False where the rest cannot be checked."""
        room = self._room
        pairs: list[tuple[Path, Sequence[int] | None, int, int]] = [(("size",), room.size, 2_000, 200_000)]
        if room.table:
            pairs += [
                (("table", "at"), room.table.at, 0, 200_000),
                (("table", "size"), room.table.size, 200, 100_000),
            ]
        for n, piece in enumerate(room.furniture):
            pairs += [
                (("furniture", n, "at"), piece.at, 0, 200_000),
                (("furniture", n, "size"), piece.size, 50, 100_000),
            ]
        for n, seat in enumerate(room.seats):
            pairs += [
                (("seats", n, "at"), seat.at, 0, 200_000),
                (("seats", n, "facing"), seat.facing, 0, 200_000),
            ]
        well = [self._pair(("room", *path), pair, low, high) for path, pair, low, high in pairs]
        return all(well)

    def _pair(self, path: Path, pair: Sequence[int] | None, low: int, high: int) -> bool:
        if pair is None:
            return True
        if len(pair) != 2:
            self._refuse(
                path,
                Wrong(
                    "pair",
                    _("Two lengths belong here: from the west, and from the north."),
                    _("Write it like [8 m, 5.5 m]."),
                ),
            )
            return False
        bad = [n for n, value in enumerate(pair) if not low <= value <= high]
        for n in bad:
            self._refuse(
                (*path, n),
                Wrong(
                    "out-of-range",
                    _("This must be between {low} and {high}.").format(
                        low=format_length(low), high=format_length(high)
                    ),
                ),
            )
        return not bad

    def check(self, seats: Sequence[Seat]) -> None:
        """Everything lies where it can; `shapes` must have been well."""
        self._doors()
        self._furniture()
        self._seats(seats)

    def _doors(self) -> None:
        width, depth = self._room.size
        for key, door in self._room.doors.items():
            path: Path = ("room", "doors", key)
            along = width if door.wall in ("north", "south") else depth
            if door.at - door.width // 2 < 0 or door.at + door.width // 2 > along:
                self._refuse(
                    (*path, "at"),
                    Wrong(
                        "door-outside",
                        _("The door `{door}` does not lie within its wall, which is {length} long.").format(
                            door=key, length=format_length(along)
                        ),
                        _("`at` is the middle of the door."),
                    ),
                )
            if door.abreast * _LANE > door.width:
                self._refuse(
                    (*path, "abreast"),
                    Wrong(
                        "door-narrow",
                        _("{count} people do not fit side by side through a door of {width}.").format(
                            count=door.abreast, width=format_length(door.width)
                        ),
                        _("Count half a metre for each."),
                    ),
                )
            self._overlaps(key, door)

    def _overlaps(self, key: str, door: DoorPart) -> None:
        for other_key, other in self._room.doors.items():
            if other_key == key:
                return
            if other.wall == door.wall and abs(other.at - door.at) * 2 < other.width + door.width:
                self._refuse(
                    ("room", "doors", key, "at"),
                    Wrong(
                        "doors-overlap",
                        _("The doors `{one}` and `{other}` overlap.").format(one=other_key, other=key),
                    ),
                )

    def _furniture(self) -> None:
        width, depth = self._room.size
        seen: set[str] = set()
        for path, piece in self._pieces():
            if not _within(piece, width, depth):
                self._refuse(
                    (*path, "at"),
                    Wrong(
                        "furniture-outside",
                        _("`{piece}` does not lie wholly inside the room.").format(piece=piece.id),
                        _("`at` is its middle."),
                    ),
                )
            if piece.id in seen:
                self._refuse(
                    (*path, "id"),
                    Wrong(
                        "name-taken",
                        _("There is already a piece of furniture `{name}`.").format(name=piece.id),
                        _("The table is called table."),
                    ),
                )
            seen.add(piece.id)
            for key, door in self._room.doors.items():
                if covers(piece, _doorway(door, width, depth)):
                    self._refuse(
                        (*path, "at"),
                        Wrong(
                            "door-blocked",
                            _("`{piece}` stands in the door `{door}`.").format(piece=piece.id, door=key),
                        ),
                    )

    def _pieces(self) -> Iterable[tuple[Path, Furniture]]:
        table = [("room", "table")] if self._room.table else []
        paths: list[Path] = [*table, *(("room", "furniture", n) for n in range(len(self._room.furniture)))]
        return zip(paths, room_furniture(self._room), strict=True)

    def _seats(self, seats: Sequence[Seat]) -> None:
        width, depth = self._room.size
        own = {seat.id: n for n, seat in reversed(list(enumerate(self._room.seats)))}
        for n, part in enumerate(self._room.seats):
            if sum(seat.id == part.id for seat in seats) > 1:
                self._refuse(
                    ("room", "seats", n, "id"),
                    Wrong("name-taken", _("There is already a seat `{name}`.").format(name=part.id)),
                )
            if part.facing and part.facing == part.at:
                self._refuse(
                    ("room", "seats", n, "facing"), Wrong("seat-facing", _("A seat cannot face itself."))
                )
        for seat in seats:
            path: Path = ("room", "seats", own[seat.id], "at") if seat.id in own else ("room", "table")
            if not (0 < seat.at.x < width and 0 < seat.at.y < depth):
                self._refuse(
                    path,
                    Wrong(
                        "seat-outside",
                        _("The seat `{seat}` lies outside the room.").format(seat=seat.id),
                        _("Seats stand 45 cm from the table's edge."),
                    ),
                )
            for piece in room_furniture(self._room):
                if covers(piece, seat.at):
                    self._refuse(
                        path,
                        Wrong(
                            "seat-blocked",
                            _("The seat `{seat}` stands inside `{piece}`.").format(
                                seat=seat.id, piece=piece.id
                            ),
                        ),
                    )
        self._too_close(seats, own)

    def _too_close(self, seats: Sequence[Seat], own: dict[str, int]) -> None:
        for n, seat in enumerate(seats):
            for other in seats[:n]:
                near = (seat.at.x - other.at.x) ** 2 + (seat.at.y - other.at.y) ** 2 < _CLOSEST**2
                if near and seat.id != other.id:
                    path: Path = (
                        ("room", "seats", own[seat.id], "at") if seat.id in own else ("room", "table")
                    )
                    self._refuse(
                        path,
                        Wrong(
                            "seats-close",
                            _("The seats `{one}` and `{other}` stand less than 40 cm apart.").format(
                                one=other.id, other=seat.id
                            ),
                        ),
                    )
                    break

    def seat_names(self, seats: Sequence[Seat], rules: Sequence[Mention]) -> None:
        """Every mention of a seat leads to one; those of the rules are given."""
        known = [seat.id for seat in seats]
        model = self._model
        mentions: list[Mention] = [
            *rules,
            *((p.seat, ("people", n, "seat")) for n, p in enumerate(model.people)),
            *((h.place, ("unbriefed", n, "place")) for n, h in enumerate(model.unbriefed)),
            *(
                (b.place, ("plans", key, "briefings", n, "place"))
                for key, plan in model.plans.items()
                for n, b in enumerate(plan.briefings)
            ),
        ]
        for name, path in mentions:
            if name is not None and name not in known:
                self._refuse(
                    path,
                    Wrong(
                        "name-unknown",
                        _("There is no seat called `{name}` in this file.").format(name=name),
                        did_you_mean(name, known),
                    ),
                )


def _doorway(door: DoorPart, width: int, depth: int) -> Point:
    spots: dict[str, Callable[[], Point]] = {
        "north": lambda: Point(door.at, 1),
        "south": lambda: Point(door.at, depth - 1),
        "west": lambda: Point(1, door.at),
        "east": lambda: Point(width - 1, door.at),
    }
    return spots[door.wall]()


def _within(piece: Furniture, width: int, depth: int) -> bool:
    x, y = piece.at.x, piece.at.y
    return (
        piece.width // 2 <= x <= width - piece.width // 2
        and piece.depth // 2 <= y <= depth - piece.depth // 2
    )


def covers(piece: Furniture, at: Point) -> bool:
    """Whether a point lies inside a piece of furniture."""
    dx, dy = abs(at.x - piece.at.x) * 2, abs(at.y - piece.at.y) * 2
    if piece.shape is Shape.ROUND:
        return (dx * piece.depth) ** 2 + (dy * piece.width) ** 2 < (piece.width * piece.depth) ** 2
    return dx < piece.width and dy < piece.depth
