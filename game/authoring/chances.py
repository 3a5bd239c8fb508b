"""What may happen, in the programme of a file: the keys of each entry, and the values made of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from game.authoring.fields import Chance, Clock, CueText, Duration, Id, Name, Names, Speed, Text, Whole, YesNo
from game.authoring.hooks import Expanded
from game.authoring.parts import Part, about
from game.authoring.shorthand import ready_clock, span
from game.protocol import scenario as nouns
from game.protocol.plan import Conduct
from game.protocol.rules import Span


class OddsPart(Part):
    """One part of a distribution: how heavy it weighs against the others, and between what it lies."""

    weight: Whole = about("how often against the other parts", like="3")
    between: list[Duration] = about("the shortest and the longest", like="[0 s, 30 s]")


class SpanPart(Part):
    """A duration left to chance: even between two, or by odds."""

    between: list[Duration] = about("the shortest and the longest; evenly anything between", [], like="[20 s, 90 s]")
    odds: list[OddsPart] = about("parts with their weights, instead of one even span", [],
                                 like="[{weight: 3, between: [0 s, 20 s]}, {weight: 1, between: [1 min, 3 min]}]")
    nominal: Duration | None = about("what everybody reckons with; the shortest, if not said", None, like="30 s")


SpanField = Annotated[SpanPart, Expanded(span)]


class ChancePart(Part):
    """What every entry has that only may happen."""

    chance: Chance = about("how often", like="5 %")
    because: Text = about("why, in a sentence for the brief", "", like="He is still in conversation.")
    reconstructed: YesNo = about("`yes` where no source gives it", False)


class LingersPart(ChancePart):
    """Somebody does not go on the cue to enter but later."""

    lingers: Name = about("who does not go when told", like="lindqvist")
    by: SpanField = about("how much later", like="{between: [20 s, 90 s]}")


class BlockedPart(ChancePart):
    """Somebody is stopped at the door, unless an officer of the house stands there."""

    blocked: Names = about("whom nobody at the door knows", like="[lindqvist]")
    by: SpanField = about("how long it takes to clear up", like="{between: [20 s, 90 s]}")


class EagerPart(ChancePart):
    """Somebody standing by at a door loses patience, unless an officer of the house stands there."""

    eager: Names = about("whose patience may run out", like="marisk.ministers")
    after: SpanField = about("how long it lasts", like="{between: [30 s, 2 min]}")


class MissingChairPart(ChancePart):
    """A chair is missing and has to be brought before anybody can sit there."""

    missing_chair: Names = about("the seats that may lack one", like="marisk-3")
    by: SpanField = about("how long it takes to bring it", like="{between: [20 s, 60 s]}")


class OtherwisePart(Part):
    """What people do instead of what they were told."""

    door: Id | None = about("the door they take", None, like="great")
    set_out: CueText | None = about("when they set out", None, like="at 12:01")
    enter: CueText | None = about("when they enter", None, like="at once")
    sit: CueText | None = about("when they sit down", None, like="at once")
    leave: CueText | None = about("when they leave", None, like="after brandt sat + 2 min")


class MisheardPart(ChancePart):
    """The opposite number passes on another cue than you gave; what is read back or escorted is never misheard."""

    misheard: Names = about("who is told the wrong thing", like="tamm")
    instead: OtherwisePart = about("what they are told", like="{enter: at once}")


class ImprovisesPart(ChancePart):
    """Somebody does what occurs to them, whatever they were told."""

    improvises: Names = about("who may do something of their own accord", like="brandt")
    instead: OtherwisePart = about("what they do", like="{set_out: at 12:01}")


class SlowPart(ChancePart):
    """Somebody walks slower than anybody reckoned with."""

    slow: Names = about("who may walk slowly", like="tamm")
    pace: Speed = about("how fast they then walk", like="0.6 m/s")


class RoomReadyPart(Part):
    """Nobody enters before the room is ready."""

    room_ready: Annotated[Clock, Expanded(ready_clock)] = about("the time of day", like='"12:03"')
    late: SpanField | None = about("what chance adds", None, like="{between: [0 s, 1 min]}")
    because: Text = about("why, in a sentence for the brief", "", like="The lamps are still being hung.")
    reconstructed: YesNo = about("`yes` where no source gives it", False)


CHANCES: dict[str, type[Part]] = {
    "lingers": LingersPart,
    "blocked": BlockedPart,
    "eager": EagerPart,
    "missing_chair": MissingChairPart,
    "misheard": MisheardPart,
    "improvises": ImprovisesPart,
    "slow": SlowPart,
    "room_ready": RoomReadyPart,
}
"""The entries of the programme that are left to chance, by the key that names them."""

_MISHAPS = {
    "lingers": nouns.Mishap.LINGERS,
    "blocked": nouns.Mishap.BLOCKED,
    "eager": nouns.Mishap.EAGER,
    "missing_chair": nouns.Mishap.NO_CHAIR,
}
_SWERVES = {
    "misheard": nouns.Swerve.MISHEARD,
    "improvises": nouns.Swerve.IMPROVISES,
    "slow": nouns.Swerve.SLOW,
}


SWERVES = (MisheardPart, ImprovisesPart, SlowPart)
"""The entries by which people come to do otherwise."""


def key_of(entry: Part) -> str:
    """The key that names an entry of the programme."""
    return next(key for key in type(entry).model_fields if key in CHANCES)


def whom(entry: Part) -> list[str]:
    """The people, or seats, an entry is about; nobody for the room."""
    named = getattr(entry, key_of(entry))
    return [named] if isinstance(named, str) else list(named) if isinstance(named, list) else []


def instead(entry: Part) -> OtherwisePart | None:
    """What people do instead, where an entry says so."""
    found = getattr(entry, "instead", None)
    return found if isinstance(found, OtherwisePart) else None


def spans(entry: Part) -> Iterable[tuple[str, SpanPart]]:
    """The durations left to chance in an entry, with their keys."""
    for key in ("by", "after", "late"):
        value = getattr(entry, key, None)
        if isinstance(value, SpanPart):
            yield key, value


def build_span(part: SpanPart | None) -> Span:
    """A duration left to chance; none is no time at all."""
    if part is None:
        return Span(0, 0, 0)
    odds = tuple((each.between[0], each.between[1], each.weight) for each in part.odds)
    low, high = part.between or (min(low for low, _, _ in odds), max(high for _, high, _ in odds))
    return Span(low, high, low if part.nominal is None else part.nominal, odds)


def build_chances(entries: Iterable[Part]) -> tuple[nouns.Chance, ...]:
    """The mishaps of a programme."""
    return tuple(
        nouns.Chance(_MISHAPS[key_of(entry)], tuple(whom(entry)), entry.chance, build_span(span), entry.because,
                     entry.reconstructed)
        for entry in entries if isinstance(entry, ChancePart)
        for _key, span in spans(entry)
    )  # fmt: skip


def build_otherwise(entries: Iterable[Part]) -> tuple[nouns.Otherwise, ...]:
    """Who may do otherwise than they were told."""
    return tuple(
        nouns.Otherwise(_SWERVES[key_of(entry)], tuple(whom(entry)), entry.chance, _conduct(entry), entry.because,
                        entry.reconstructed)
        for entry in entries if isinstance(entry, SWERVES)
    )  # fmt: skip


def build_room_ready(entries: Iterable[Part]) -> nouns.RoomReady | None:
    """When the room is ready, where that is not from the beginning."""
    for entry in entries:
        if isinstance(entry, RoomReadyPart):
            return nouns.RoomReady(entry.room_ready, build_span(entry.late), entry.because, entry.reconstructed)
    return None


def _conduct(entry: MisheardPart | ImprovisesPart | SlowPart) -> Conduct:
    if isinstance(entry, SlowPart):
        return Conduct(pace=entry.pace)
    said = entry.instead
    return Conduct(door=said.door, set_out=said.set_out, enter=said.enter, sit=said.sit, leave=said.leave)
