"""A latch: has all of this happened yet? Only the first time that something happens to somebody counts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from game.protocol.cues import Moment, Occurrence
from game.simulation.cast import Cast
from game.simulation.codes import Code
from game.simulation.kinds.base import ANYBODY

MOMENT_CODE: Final = {
    Moment.ARRIVED: Code.ARRIVED,
    Moment.CALLED: Code.CALLED,
    Moment.SET_OUT: Code.SET_OUT,
    Moment.AT_DOOR: Code.AT_DOOR,
    Moment.ENTERED: Code.ENTERED,
    Moment.TOOK_PLACE: Code.TOOK_PLACE,
    Moment.SAT: Code.SAT,
    Moment.ROSE: Code.ROSE,
    Moment.LEFT: Code.LEFT,
    Moment.SENT_OUT: Code.SENT_OUT,
    Moment.ON_AIR: Code.ON_AIR,
    Moment.OFF_AIR: Code.OFF_AIR,
    Moment.ROOM_READY: Code.ROOM_READY,
}


class LatchPlan:
    """Several occurrences that must all have happened: what to listen for, and fresh latches for runs."""

    __slots__ = ("parts", "subscriptions")

    def __init__(self, events: tuple[Occurrence, ...], cast: Cast) -> None:
        self.parts: list[tuple[int, int, bool]] = []
        groups: dict[int, int] = {}
        subscriptions: list[tuple[Code, int]] = []
        for event in events:
            code = MOMENT_CODE[event.moment]
            people = () if event.moment.of_nobody else cast.indices((event.who,))
            mask = sum(1 << i for i in people)
            if mask and not event.first:  # the last of two groups is the last of their people
                groups[code] = groups.get(code, 0) | mask
            else:
                self.parts.append((int(code), mask, event.first))
            subscriptions += [(code, i) for i in people] or [(code, ANYBODY)]
        self.parts += [(int(code), mask, False) for code, mask in groups.items()]
        self.subscriptions = tuple(dict.fromkeys(subscriptions))

    def start(self) -> Latch:
        """A latch of which nothing has happened yet."""
        return Latch(self.parts) if len(self.parts) == 1 else _SeveralLatch(self.parts)


class Latch:
    """One run's answer to "has it all happened?", where one part says it all, as it mostly does."""

    __slots__ = ("_code", "_first", "_mask", "done")

    def __init__(self, parts: Sequence[tuple[int, int, bool]]) -> None:
        self.done = False
        self._code, self._mask, self._first = parts[0]

    def feed(self, code: int, who: int) -> bool:
        """Take an event; True exactly once, when it completes the latch."""
        if code != self._code or self.done:
            return False
        mask = self._mask
        if mask:
            rest = mask & ~(1 << who)
            if rest == mask or (rest and not self._first):
                self._mask = rest
                return False
        self.done = True
        return True


class Told(Latch):
    """A latch that somebody else feeds, as one of several who wait for it sees it: fed, it looks there."""

    __slots__ = ("_of",)

    def __init__(self, of: Latch) -> None:
        self._of = of
        self.done = False

    def feed(self, code: int, who: int) -> bool:
        """Whether it has been completed since it was last asked."""
        if self.done or not self._of.done:
            return False
        self.done = True
        return True


class _SeveralLatch(Latch):
    """The same for several parts. With nothing to wait for it is done from the beginning."""

    __slots__ = ("_open",)

    def __init__(self, parts: Sequence[tuple[int, int, bool]]) -> None:
        self._open = list(parts)
        self.done = not parts

    def feed(self, code: int, who: int) -> bool:
        """Take an event; True exactly once, when it completes the latch."""
        if self.done:
            return False
        left = []
        for part in self._open:
            wanted, mask, first = part
            if wanted != code:
                left.append(part)
            elif mask:
                rest = mask & ~(1 << who)
                if rest and not (first and rest != mask):
                    left.append((wanted, rest, first))
        self._open = left
        self.done = not left
        return self.done
