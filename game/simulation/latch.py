"""A latch: has all of this happened yet? Only the first time that something happens to somebody counts."""

from __future__ import annotations

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
        subscriptions: list[tuple[Code, int]] = []
        for event in events:
            code = MOMENT_CODE[event.moment]
            people = () if event.moment.of_nobody else cast.indices((event.who,))
            self.parts.append((code, sum(1 << i for i in people), event.first))
            subscriptions += [(code, i) for i in people] or [(code, ANYBODY)]
        self.subscriptions = tuple(dict.fromkeys(subscriptions))

    def start(self) -> Latch:
        """A latch of which nothing has happened yet."""
        return Latch([(code, mask, first) for code, mask, first in self.parts])


class Latch:
    """One run's answer to "has it all happened?". With nothing to wait for it is done from the beginning."""

    __slots__ = ("_open", "done")

    def __init__(self, parts: list[tuple[int, int, bool]]) -> None:
        self._open = parts
        self.done = not parts

    def feed(self, code: int, who: int) -> bool:
        """Take an event; True exactly once, when it completes the latch."""
        if self.done:
            return False
        if len(self._open) == 1:
            return self._feed_last(code, who)
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

    def _feed_last(self, code: int, who: int) -> bool:
        """The same where one part is left, as it mostly is."""
        wanted, mask, first = self._open[0]
        if wanted != code:
            return False
        if mask:
            rest = mask & ~(1 << who)
            if rest == mask or (rest and not first):
                self._open[0] = (wanted, rest, first)
                return False
        self.done = True
        return True
