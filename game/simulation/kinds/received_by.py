"""received_by: a guest who enters is received by somebody who is there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from game.protocol.rules import Terms, TermType, term
from game.simulation.bits import bits, mask
from game.simulation.cast import Cast
from game.simulation.codes import Code
from game.simulation.kinds.base import Blueprint, Figure, Opened, Price, RuleKind, Wants


@dataclass(frozen=True, slots=True)
class ReceivedBy(Terms):
    """When each of `who` enters for the first time, all of `by` are at `place`.

    `room`: in the room. `door`: standing at the same door, or passing it at the same instant. The offenders are those
    of `by` who are missing; it is done to the guest. Nobody receives himself.
    """

    kind: ClassVar[str] = "received_by"
    who: tuple[str, ...] = term(TermType.PEOPLE, "who is received")
    by: tuple[str, ...] = term(TermType.PEOPLE, "who receives them")
    place: str = term(TermType.CHOICE, "where they are received; the door is the one they enter by",
                      default="room", choices=("room", "door"))


class _Blueprint(Blueprint):
    def __init__(self, terms: ReceivedBy, cast: Cast) -> None:
        self.guests = cast.mask(terms.who)
        self.hosts = cast.mask(terms.by)
        self.at_door = terms.place == "door"
        moves = (Code.AT_DOOR, Code.TURNED_BACK, Code.ENTERED, Code.LEFT)
        own = [(code, i) for i in bits(self.hosts) for code in moves]
        self.subscriptions = tuple(dict.fromkeys([*own, *((Code.ENTERED, i) for i in bits(self.guests))]))

    def start(self) -> _Monitor:
        return _Monitor(self)


class _Monitor:
    __slots__ = ("_coming", "_door", "_inside", "_passed", "_plan")

    def __init__(self, plan: _Blueprint) -> None:
        self._plan = plan
        self._coming = plan.guests
        self._inside = 0
        self._door: dict[int, int] = {}
        self._passed: dict[int, int] = {}

    def feed(self, at: int, code: int, who: int, extra: int) -> Wants:
        bit = 1 << who
        missing = 0
        if code == Code.ENTERED and self._coming & bit:
            self._coming &= ~bit
            missing = self._plan.hosts & ~bit & ~self._there(at, extra)
        if self._plan.hosts & bit:
            self._move(at, code, who, extra)
        return (Opened(who, bits(missing), (who,), shown=(who,), instant=True),) if missing else None

    def _there(self, at: int, door: int) -> int:
        if not self._plan.at_door:
            return self._inside
        return mask(i for i, own in self._door.items() if own == door and self._passed.get(i, at) == at)

    def _move(self, at: int, code: int, who: int, extra: int) -> None:
        if code == Code.AT_DOOR:
            self._door[who] = extra
            self._passed.pop(who, None)
        elif code == Code.ENTERED:
            self._inside |= 1 << who
            self._passed[who] = at
        else:
            self._inside &= ~(1 << who)
            self._door.pop(who, None)

    def wake(self, at: int) -> Wants:
        return None


KIND = RuleKind(
    "received_by",
    "When these people enter for the first time, all who are to receive them are there. To blame is who is missing.",
    ReceivedBy,
    "breach.received_by",
    Price(Figure.COURTESY),
    _Blueprint,
    example="who: voss\nby: adler",
)
