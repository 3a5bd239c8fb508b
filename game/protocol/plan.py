"""What a player decides before the doors open: the briefings, and after it: the live orders."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from game.protocol.cues import Cue
from game.protocol.units import format_exact_clock


@dataclass(frozen=True, slots=True)
class Conduct:
    """How somebody goes in, and out again.

    Every field may be left unsaid (None) and then falls back to something less specific.

    `set_out`, `enter`, `sit` and `leave` are cues; `spacing` (ms) lets a group go one after another in the order it is
    listed; `pace` is the walk in mm/s; `place` a seat.
    Who is told no cue to leave stays.
    """

    door: str | None = None
    set_out: Cue | None = None
    enter: Cue | None = None
    sit: Cue | None = None
    spacing: int | None = None
    pace: int | None = None
    place: str | None = None
    leave: Cue | None = None


@dataclass(frozen=True, slots=True)
class Briefing:
    """A delegation entry: what a person or group is to be told.

    It is sent in any case; with `read_back` the opposite number repeats it and then it holds, at the liaison's time
    in each room its people wait in. An `escort` (one of the house's liaison officers) carries it in person instead.
    """

    who: tuple[str, ...]
    conduct: Conduct
    read_back: bool = False
    escort: str | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """The briefings. Their order says nothing: the most specific wins, field by field."""

    briefings: tuple[Briefing, ...] = ()


class Verb(StrEnum):
    """What the player can say while it runs."""

    HOLD = "hold"
    RELEASE = "release"
    CALL_IN = "call in"
    RECALL = "recall"
    HOLD_DOOR = "hold door"
    RELEASE_DOOR = "release door"
    CUT_AWAY = "cut away"
    LET_STAND = "let it stand"
    QUIET_WORD = "quiet word"
    WAIVE = "waive"


@dataclass(frozen=True, slots=True, order=True)
class Order:
    """A live order: given at an instant (ms since midnight), carried by radio, arriving seconds later.

    `target` is a person or group, a door for `hold door` and `release door`, a rule for `waive`, and empty for
    `cut away` and `let it stand` (which speaks of what the house has noticed by the time it arrives).
    """

    at: int
    verb: Verb
    target: str = ""

    def __str__(self) -> str:
        return f"{format_exact_clock(self.at)} {self.verb.value} {self.target}".rstrip()
