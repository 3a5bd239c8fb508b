"""A cue while it is put together: every kind keeps what was set for it; one spelling speaks for all."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from game.protocol.cues import (
    After,
    AtClock,
    AtDoorBy,
    AtOnce,
    Cue,
    CueError,
    Moment,
    Occurrence,
    OnWord,
    parse_cue,
)
from game.protocol.units import SECOND
from game.wording.labels import AFTER, CLOCK, DOOR, HABIT, ONCE, WORD

MOST_EVENTS: Final = 4


@dataclass(frozen=True, slots=True)
class CueDraft:
    """The cue for `field` (set_out, enter, sit, leave). `typed` is what was typed as its spelling, if it was.

    Values of the kinds that are not chosen are kept, so that looking at another kind loses nothing.
    """

    field: str
    kind: str
    instant: int
    delay: int
    events: tuple[Occurrence, ...]
    typed: str | None = None

    @classmethod
    def of(cls, field: str, cue: Cue | None, instant: int, event: Occurrence) -> CueDraft:
        """The draft of a cue; `instant` and `event` are what the other kinds begin with."""
        draft = cls(field, HABIT, instant, 0, (event,))
        return draft if cue is None else draft.with_cue(cue)

    def with_cue(self, cue: Cue) -> CueDraft:
        """The same draft with this cue chosen."""
        match cue:
            case AtClock(instant):
                return replace(self, kind=CLOCK, instant=instant, typed=None)
            case AtDoorBy(instant):
                return replace(self, kind=DOOR, instant=instant, typed=None)
            case After(events, delay):
                return replace(self, kind=AFTER, events=events, delay=delay, typed=None)
            case AtOnce(delay):
                return replace(self, kind=ONCE, delay=delay, typed=None)
            case OnWord():
                return replace(self, kind=WORD, typed=None)

    @property
    def cue(self) -> Cue | None:
        """The cue as it stands; None leaves it to habit."""
        match self.kind:
            case "clock":
                return AtClock(self.instant)
            case "door":
                return AtDoorBy(self.instant)
            case "after":
                return After(self.events, self.delay)
            case "once":
                return AtOnce(self.delay)
            case "word":
                return OnWord()
        return None

    @property
    def spelling(self) -> str:
        """What stands in the spelling's field."""
        return self.typed if self.typed is not None else str(self.cue or "")

    @property
    def wrong(self) -> CueError | None:
        """Why what was typed is no cue, or None."""
        if self.typed is None or not self.typed.strip():
            return None
        try:
            parse_cue(self.typed)
        except CueError as error:
            return error
        return None

    def spelt(self, text: str) -> CueDraft:
        """After typing; what spells a cue becomes the cue."""
        if not text.strip():
            return replace(self, kind=HABIT, typed=text)
        try:
            cue = parse_cue(text)
        except CueError:
            return replace(self, typed=text)
        return replace(self.with_cue(cue), typed=text)

    def chosen(self, kind: str) -> CueDraft:
        """With another kind of cue."""
        return replace(self, kind=kind, typed=None)

    def later(self, millis: int, start: int, end: int) -> CueDraft:
        """The clock moved, within the day and on whole seconds."""
        whole = (self.instant + millis) // SECOND * SECOND
        return replace(self, instant=max(start, min(end, whole)), typed=None)

    def slower(self, millis: int) -> CueDraft:
        """The delay changed; never negative."""
        return replace(self, delay=max(0, self.delay + millis), typed=None)

    def with_event(self, place: int, event: Occurrence) -> CueDraft:
        """Another event at a place."""
        events = [*self.events]
        events[place] = event
        return replace(self, events=tuple(events), typed=None)

    def and_also(self, event: Occurrence) -> CueDraft:
        """One event more to wait for."""
        return replace(self, events=(*self.events, event), typed=None)

    def without(self, place: int) -> CueDraft:
        """One event less; the last one stays."""
        left = tuple(event for nth, event in enumerate(self.events) if nth != place)
        return replace(self, events=left or self.events, typed=None)


def occurrence(who: str, moment: Moment, first: bool = False) -> Occurrence:
    """An occurrence that makes sense: the broadcast goes on air, people do the rest."""
    if not who:
        return Occurrence("", moment if moment.of_nobody else Moment.ON_AIR)
    return Occurrence(who, Moment.ENTERED if moment.of_nobody else moment, first)
