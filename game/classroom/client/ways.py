"""Which way to the class: a WebSocket, or plain requests where something in between refuses or cuts it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Way(StrEnum):
    """How the class is heard at this moment."""

    SEEKING = "seeking"
    SOCKET = "socket"
    POLLING = "polling"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds: for a WebSocket to open, for a long poll, for an answer; `cuts` within `short` make it give up.

    After `again` of plain requests a WebSocket is tried once more. Pauses grow from `least` to `most`.
    """

    open: float = 8.0
    poll: float = 12.0
    answer: float = 15.0
    short: float = 30.0
    cuts: int = 2
    again: float = 120.0
    least: float = 0.25
    most: float = 5.0


class Choice:
    """Chooses from what has happened to the connections so far. `drawn` gives numbers from 0 to 1 for the jitter."""

    def __init__(self, patience: Patience, drawn: Callable[[], float]) -> None:
        self._patience = patience
        self._drawn = drawn
        self._cut_at: list[float] = []
        self._polls_until = 0.0
        self._failures = 0

    def way(self, now: float) -> Way:
        """The way to try now."""
        return Way.POLLING if now < self._polls_until else Way.SOCKET

    def until(self) -> float:
        """When plain requests are to be given up for another try of the WebSocket."""
        return self._polls_until

    def well(self) -> None:
        """The class has answered on this way."""
        self._failures = 0

    def refused(self, now: float) -> None:
        """Something there would not have a WebSocket."""
        self._polls_until = now + self._patience.again
        self._failures = 0

    def cut(self, now: float) -> None:
        """A WebSocket that was open has been cut, and not by a class that ends."""
        self._cut_at = [at for at in self._cut_at if now - at < self._patience.short] + [now]
        if len(self._cut_at) >= self._patience.cuts:
            self._cut_at = []
            self.refused(now)

    def unreachable(self) -> None:
        """Nobody is there: no fault of the way."""
        self._cut_at = []
        self._failures += 1

    def pause(self) -> float:
        """Seconds to wait before the next try; not all at once, for a whole class comes back together."""
        longest: float = min(self._patience.most, self._patience.least * 2.0 ** min(self._failures, 10))
        return longest * (0.5 + 0.5 * self._drawn())
