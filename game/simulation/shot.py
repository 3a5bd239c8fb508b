"""Who is in a camera's shot, followed from the events alone."""

from __future__ import annotations

from functools import lru_cache

from game.protocol.scenario import Scenario
from game.simulation.codes import Code

_ENTERED, _TOOK_PLACE, _LEFT = int(Code.ENTERED), int(Code.TOOK_PLACE), int(Code.LEFT)
_ON_AIR, _OFF_AIR = int(Code.ON_AIR), int(Code.OFF_AIR)


@lru_cache(maxsize=64)
def _covered(cameras: tuple[str, ...], doors: tuple[str, ...]) -> tuple[frozenset[int], bool, bool]:
    return frozenset(i for i, door in enumerate(doors) if door in cameras), "table" in cameras, "room" in cameras


class Shot:
    """Follows people through the cameras' spots: a doorway while entering by it, the table once in place, or the room.

    `visible` are those on a spot; `in_shot` those of them while on air.
    """

    __slots__ = ("_doors", "_room", "_table", "on_air", "visible")

    def __init__(self, doors: frozenset[int], table: bool, room: bool) -> None:
        self._doors = doors
        self._table = table
        self._room = room
        self.on_air = False
        self.visible = 0

    @classmethod
    def of(cls, scenario: Scenario) -> Shot:
        """Nobody in the room, off air."""
        room = scenario.room
        return cls(*_covered(tuple(camera.on for camera in room.cameras), tuple(door.id for door in room.doors)))

    @property
    def in_shot(self) -> int:
        """The people in shot now, as bits."""
        return self.visible if self.on_air else 0

    def feed(self, code: int, who: int, extra: int) -> None:
        """Take an event; `extra` is the door of an entry."""
        if code == _ENTERED:
            self._set(who, self._room or extra in self._doors)
        elif code == _TOOK_PLACE:
            self._set(who, self._room or self._table)
        elif code == _LEFT:
            self._set(who, False)
        elif code == _ON_AIR:
            self.on_air = True
        elif code == _OFF_AIR:
            self.on_air = False

    def _set(self, who: int, visible: bool) -> None:
        self.visible = self.visible | 1 << who if visible else self.visible & ~(1 << who)
