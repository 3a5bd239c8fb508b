"""closed_between: during the talks nobody comes or goes but certain staff."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from game.protocol.cues import Occurrence
from game.protocol.rules import Terms, TermType, term
from game.simulation.cast import Cast
from game.simulation.codes import Code
from game.simulation.kinds.base import AWAKE, FINISHED, Blueprint, Figure, Opened, Price, RuleKind, Wants
from game.simulation.latch import MOMENT_CODE, Latch, LatchPlan

_MOVES = (Code.ENTERED, Code.LEFT)
_OWN = (Code.ENTERED, Code.LEFT, Code.SENT_OUT, Code.QUIET_WORD)
_TOLD = (int(Code.SENT_OUT), int(Code.QUIET_WORD))
_ENTERED = int(Code.ENTERED)


@dataclass(frozen=True, slots=True)
class ClosedBetween(Terms):
    """From all of `begins` until all of `ends` (or to the end) nobody but `staff` enters the room or leaves it.

    Who is sent out or asked to step out does not leave at will, and breaks nothing by it. Those whose own doing opens
    or closes the interval are judged by what was the case before it.
    """

    kind: ClassVar[str] = "closed_between"
    begins: tuple[Occurrence, ...] = term(TermType.EVENTS, "the events after which the room is closed")
    ends: tuple[Occurrence, ...] = term(TermType.EVENTS, "the events after which it is open again", default=())
    staff: tuple[str, ...] = term(TermType.PEOPLE, "who may come and go all the same", default=())


class _Blueprint(Blueprint):
    def __init__(self, terms: ClosedBetween, cast: Cast) -> None:
        self.begins = LatchPlan(terms.begins, cast)
        self.ends = LatchPlan(terms.ends, cast) if terms.ends else None
        self.staff = cast.mask(terms.staff)
        self.awaited = frozenset(int(MOMENT_CODE[event.moment]) for event in (*terms.begins, *terms.ends))
        latched = (*self.begins.subscriptions, *(self.ends.subscriptions if self.ends else ()))
        others = [i for i in range(len(cast.index)) if not self.staff >> i & 1]
        self.subscriptions = tuple(dict.fromkeys([*latched, *((code, i) for i in others for code in _OWN)]))
        if self.begins.parts:
            own = {(code, i) for i in others for code in _OWN}
            self.latches = (self.begins, self.ends) if self.ends else (self.begins,)
            self.counted = tuple(each for each in dict.fromkeys(latched) if each not in own)
            moves = ((code, i) for i in others for code in _MOVES)
            self.dormant = tuple(each for each in moves if each not in latched)

    def start(self) -> _Monitor:
        return _Monitor(self)


_DONE: Final = (FINISHED,)
_AWAKE: Final = (AWAKE,)


class _Monitor:
    __slots__ = ("_awaited", "_begins", "_ends", "_staff", "_told")

    def __init__(self, plan: _Blueprint) -> None:
        self._awaited = plan.awaited
        self._staff = plan.staff
        self._begins = plan.begins.start()
        self._ends = plan.ends.start() if plan.ends else None
        self._told = 0

    def share(self, latches: Sequence[Latch]) -> None:
        self._begins = latches[0]
        self._ends = latches[1] if self._ends else None

    def feed(self, at: int, code: int, who: int, extra: int) -> Wants:
        awaited = code in self._awaited
        closed = self._begins.done
        if not awaited and not closed and not self._told and code not in _TOLD:
            return None
        ends = self._ends
        if ends is not None and ends.done:
            return _DONE
        closes = False
        if awaited:
            closes = self._begins.feed(code, who)
            if ends is not None:
                ends.feed(code, who)
        if code not in _OWN or self._staff >> who & 1:
            return _AWAKE if closes else None
        bit = 1 << who
        told = self._told & bit
        if code in _TOLD:
            self._told |= bit
            return _AWAKE
        self._told &= ~bit
        if not closed or told:
            return _AWAKE if closes else None
        # Whoever has left is no longer to be seen; the room is.
        return (Opened(who, (who,), shown=None if code == _ENTERED else (), instant=True),)

    def wake(self, at: int) -> Wants:
        return None


KIND = RuleKind(
    "closed_between",
    "From one event to another nobody enters or leaves the room. Who is sent out or asked to step out breaks "
    "nothing.",
    ClosedBetween,
    "breach.closed_between",
    Price(Figure.COURTESY),
    _Blueprint,
    example="begins: [adler sat, voss sat]\nstaff: quill",
)
