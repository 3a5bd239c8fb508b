"""A rule of protocol as one sentence in force here; what its kind needs stands in its terms."""

from __future__ import annotations

from dataclasses import MISSING, dataclass, field
from enum import StrEnum
from typing import Any, ClassVar

from game.protocol.cues import Cue


class Gravity(StrEnum):
    """How heavily a breach weighs. One grave breach caps the grade at C, two at D."""

    SLIGHT = "slight"
    MODERATE = "moderate"
    SERIOUS = "serious"
    GRAVE = "grave"


class Confidence(StrEnum):
    """How sure the sources make us that this was the custom, or that this happened."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    DESIGN = "design"


@dataclass(frozen=True, slots=True)
class Span:
    """A duration (ms) left to chance between two bounds; the walk-through uses `nominal`.

    `odds` says how it is distributed: parts (low, high, weight) of which one is drawn by weight, then evenly within
    it. Without odds it is drawn evenly between `low` and `high`.
    """

    low: int
    high: int
    nominal: int
    odds: tuple[tuple[int, int, int], ...] = ()


class During(StrEnum):
    """While what a rule is in force."""

    ON_AIR = "on air"
    OFF_AIR = "off air"
    PRESS_IN = "press in"
    PRESS_OUT = "press out"


class Does(StrEnum):
    """What the house does about a breach once it has noticed it and the player has not acted."""

    SENDS_OUT = "sends out"  # the offenders, and turns back those of the same breach on their way
    HALTS = "halts"  # turns back those of the same breach on their way; who is in the room stays
    REMARKS = "remarks"  # says so before everybody; nobody moves
    NOTES = "notes"  # nothing that anybody would see


@dataclass(frozen=True, slots=True)
class House:
    """What the house does about a breach of this rule, unless the player acts first.

    It notices after `notices_after`, waits `answer` ms for the player, then `does` it. `cuts_away` ms after people
    were sent out the broadcast leaves the room. Those sent out or turned back come on the cue `recalls`, or wait for
    an order where there is none. `says` are the words of `by`, who sends people out or remarks.
    """

    notices_after: Span
    answer: int
    does: Does
    cuts_away: int | None
    recalls: Cue | None
    by: str
    says: str


@dataclass(frozen=True, slots=True)
class Terms:
    """What a rule kind needs to know; each kind subclasses it. People and groups are ids, times ms."""

    kind: ClassVar[str] = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule in force: its terms, how grave a breach is, who may waive it, its source and how sure we are of it.

    `follows` names a rule whose breach brings this one with it; the line then costs a quarter at most.
    `says` is the custom in one plain sentence, as the author put it. `grace` (ms): a breach with a duration begins
    only when it has passed. `exempt` are people whom the rule does not concern, wherever it names or finds them.
    The rule is in force `during` something only, or always.
    """

    id: str
    title: str
    says: str
    terms: Terms
    gravity: Gravity
    source: str = ""
    confidence: Confidence = Confidence.DESIGN
    house: House | None = None
    follows: str = ""
    waivable_by: tuple[str, ...] = ()
    reconstructed: bool = False
    grace: int = 0
    exempt: tuple[str, ...] = ()
    during: During | None = None


class TermType(StrEnum):
    """What one field of a rule's terms holds; the loader reads and checks it accordingly."""

    PEOPLE = "people"  # tuple[str, ...]: names of people or groups
    EVENTS = "events"  # tuple[Occurrence, ...]
    MOMENT = "moment"  # Moment
    DURATION = "duration"  # int, ms
    CLOCK = "clock"  # int, ms since midnight
    COUNT = "count"  # int, from 0 upwards
    DOOR = "door"  # str, or None where it may be left out
    SEAT = "seat"  # str, or None where it may be left out
    ORDER = "order"  # str: whose order of precedence: a delegation or `joint`
    CHOICE = "choice"  # str, one of `choices`
    FLAG = "flag"  # bool


def term(type_: TermType, about: str, *, default: Any = MISSING, choices: tuple[str, ...] = ()) -> Any:
    """A field of a rule's terms: its type for the loader, what it means for the rule page, its default if any."""
    metadata = {"type": type_, "about": about, "choices": choices}
    return field(default=default, metadata=metadata) if default is not MISSING else field(metadata=metadata)
