"""Cues: when somebody sets out, enters or sits. One spelling, the same in YAML, on screen and in messages.

    at 12:03:10                                 by the clock
    at door by 12:05                            so as to be at the door then, at the nominal walk
    after kim entered + 10 s                    after an event; a group's event is its last member's first time
    after kim entered and putin entered         all of several
    after first of russia.ministers entered     the first member's
    after on air + 20 s                         the broadcast's
    after room ready                            the room's
    on word                                     only when the officer says so
    at once                                     as soon as possible; `at once + 2 s` a moment later
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from game.protocol.units import (
    QuantityError,
    format_duration,
    format_exact_clock,
    parse_clock,
    parse_duration,
)


class Moment(StrEnum):
    """What may happen to somebody and be waited for, in the words of the trace."""

    ARRIVED = "arrived"
    CALLED = "called"
    SET_OUT = "set out"
    AT_DOOR = "at door"
    ENTERED = "entered"
    TOOK_PLACE = "took place"
    SAT = "sat"
    ROSE = "rose"
    LEFT = "left"
    SENT_OUT = "sent out"
    ON_AIR = "on air"
    OFF_AIR = "off air"
    ROOM_READY = "room ready"

    @property
    def of_nobody(self) -> bool:
        """Whether it happens to the broadcast or to the room and not to a person."""
        return self in (Moment.ON_AIR, Moment.OFF_AIR, Moment.ROOM_READY)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """The first time that `moment` happens to `who` (a person, a group, a delegation; empty for broadcast and room).

    For several people it is the last one's first time, or with `first` the first one's.
    """

    who: str
    moment: Moment
    first: bool = False

    def __str__(self) -> str:
        if self.moment.of_nobody:
            return self.moment.value
        return f"{'first of ' if self.first else ''}{self.who} {self.moment.value}"


@dataclass(frozen=True, slots=True)
class AtClock:
    """At an instant, in ms since midnight."""

    instant: int

    def __str__(self) -> str:
        return f"at {format_exact_clock(self.instant)}"


@dataclass(frozen=True, slots=True)
class AtDoorBy:
    """Set out so as to stand at the door at an instant, reckoned with the nominal walk."""

    instant: int

    def __str__(self) -> str:
        return f"at door by {format_exact_clock(self.instant)}"


@dataclass(frozen=True, slots=True)
class After:
    """`delay` ms after all of `events` have happened for the first time, or at once when that is already past."""

    events: tuple[Occurrence, ...]
    delay: int = 0

    def __str__(self) -> str:
        text = "after " + " and ".join(str(event) for event in self.events)
        return f"{text} + {format_duration(self.delay)}" if self.delay else text


@dataclass(frozen=True, slots=True)
class OnWord:
    """Only when the officer says so."""

    def __str__(self) -> str:
        return "on word"


@dataclass(frozen=True, slots=True)
class AtOnce:
    """As soon as what comes before it is done, `delay` ms later."""

    delay: int = 0

    def __str__(self) -> str:
        return f"at once + {format_duration(self.delay)}" if self.delay else "at once"


Cue = AtClock | AtDoorBy | After | OnWord | AtOnce

MOMENTS: Final = tuple(sorted((m.value for m in Moment), key=len, reverse=True))
_WHO = re.compile(r"[a-z][a-z0-9_-]*(?:\.[a-z][a-z0-9_-]*)?\Z")


class CueError(ValueError):
    """A text that is no cue. `part` is the bad part.

    `reason` is one of: shape, moment, who, clock, duration, negative.
    """

    def __init__(self, reason: str, part: str) -> None:
        super().__init__(f"{reason}: {part!r}")
        self.reason = reason
        self.part = part


def parse_cue(text: str) -> Cue:
    """The cue a text spells; `str()` of it spells it back. Raises CueError."""
    words = " ".join(text.split())
    if words == "on word":
        return OnWord()
    if words.startswith("at once"):
        rest, delay = _split_delay(words)
        if rest == "at once":
            return AtOnce(delay)
    if words.startswith("at door by "):
        return AtDoorBy(_clock(words.removeprefix("at door by ")))
    if words.startswith("at "):
        return AtClock(_clock(words.removeprefix("at ")))
    for opening in ("after ", "with "):
        if words.startswith(opening):
            rest, delay = _split_delay(words.removeprefix(opening))
            return After(tuple(parse_occurrence(part) for part in rest.split(" and ")), delay)
    raise CueError("shape", text)


def parse_occurrence(text: str) -> Occurrence:
    """`kim entered`, `first of russia.ministers sat`, `on air`; raises CueError."""
    words = " ".join(text.split())
    if words in (Moment.ON_AIR, Moment.OFF_AIR, Moment.ROOM_READY):
        return Occurrence("", Moment(words))
    first = words.startswith("first of ")
    words = words.removeprefix("first of ").removeprefix("all of ")
    for moment in MOMENTS:
        if words.endswith(" " + moment) and not Moment(moment).of_nobody:
            who = words.removesuffix(moment).strip()
            if not _WHO.match(who):
                raise CueError("who", who)
            return Occurrence(who, Moment(moment), first)
    raise CueError("moment", text)


def _split_delay(words: str) -> tuple[str, int]:
    if re.search(r" - ?\d", words):
        raise CueError("negative", words)
    head, plus, tail = words.partition(" + ")
    if not plus:
        return words, 0
    try:
        return head, parse_duration(tail)
    except QuantityError as error:
        raise CueError("duration", tail) from error


def _clock(text: str) -> int:
    try:
        return parse_clock(text.strip('"'))
    except QuantityError as error:
        raise CueError("clock", text) from error
