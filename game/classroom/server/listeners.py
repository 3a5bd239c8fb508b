"""Whoever is told news of a room, over whatever transport: a trainee's device, a desk, a projector."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum


class Looks(Enum):
    """From where somebody looks at a room."""

    TRAINEE = "trainee"
    DESK = "desk"
    PROJECTOR = "projector"


@dataclass(slots=True)
class Knows:
    """What has been told already: the room's version, the plan's version, a run and how far of it (ms of its day).

    With `records` a run is told as the game's window needs it, instead of as a film.
    """

    rev: int = -1
    plan: int | None = None
    run: int = 0
    lived: int = -1
    records: bool = False


@dataclass(slots=True, eq=False)
class Listener:
    """One of them. It is told the latest news when it is `free` to hear them: what it missed is not told again.

    `tell` hands over news; the transport sets `free` again once they are on their way. `leave` ends the connection.
    `place` spreads listeners over a second, so that a class is not told everything in the same instant. Who `asks`
    again and again is still here for a while after an answer.
    """

    looks: Looks
    who: str
    knows: Knows
    tell: Callable[[bytes], None]
    leave: Callable[[], None]
    asks: bool = False
    place: int = 0
    free: bool = True
    stale: bool = True
    told_at: int = field(default=0)
