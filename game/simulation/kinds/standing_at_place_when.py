"""standing_at_place_when: these stand at their places when something happens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from game.protocol.cues import Occurrence
from game.protocol.rules import Terms, TermType, term
from game.simulation.bits import bits
from game.simulation.cast import Cast
from game.simulation.codes import Code
from game.simulation.kinds.base import FINISHED, Blueprint, Figure, Opened, Price, RuleKind, Wants
from game.simulation.latch import LatchPlan

_MOVES = (Code.ENTERED, Code.TOOK_PLACE, Code.SAT, Code.QUIET_WORD, Code.SENT_OUT, Code.TOOK_LEAVE, Code.LEFT)
_OWN = frozenset(map(int, _MOVES))
_TOOK_PLACE, _ENTERED, _LEFT = int(Code.TOOK_PLACE), int(Code.ENTERED), int(Code.LEFT)


@dataclass(frozen=True, slots=True)
class StandingAtPlaceWhen(Terms):
    """When all of `when` has happened, each of `who` stands at the place: there, not seated, not leaving.

    Those whose own doing is awaited are exempt. What happens at the same instant counts in the order of events.
    """

    kind: ClassVar[str] = "standing_at_place_when"
    who: tuple[str, ...] = term(TermType.PEOPLE, "who stands at the place")
    when: tuple[Occurrence, ...] = term(TermType.EVENTS, "what must all have happened")


class _Blueprint(Blueprint):
    def __init__(self, terms: StandingAtPlaceWhen, cast: Cast) -> None:
        self.latch = LatchPlan(terms.when, cast)
        awaited = tuple(event.who for event in terms.when if event.who and not event.first)
        self.who = cast.mask(terms.who) & ~cast.mask(awaited)
        self.against = cast.indices(tuple(dict.fromkeys(event.who for event in terms.when if event.who)))
        own = [(code, i) for i in bits(self.who) for code in _MOVES]
        self.subscriptions = tuple(dict.fromkeys([*self.latch.subscriptions, *own]))

    def start(self) -> _Monitor:
        return _Monitor(self)


class _Monitor:
    __slots__ = ("_inside", "_latch", "_plan", "_standing", "_who")

    def __init__(self, plan: _Blueprint) -> None:
        self._plan = plan
        self._who = plan.who
        self._latch = plan.latch.start()
        self._inside = 0
        self._standing = 0

    def feed(self, at: int, code: int, who: int, extra: int) -> Wants:
        latch = self._latch
        if latch.done:
            return None
        if who >= 0 and self._who >> who & 1:
            bit = 1 << who
            if code == _TOOK_PLACE:
                self._standing |= bit
            elif code == _ENTERED:
                self._inside |= bit
                self._standing &= ~bit
            elif code in _OWN:
                self._standing &= ~bit
                if code == _LEFT:
                    self._inside &= ~bit
        if not latch.feed(code, who):
            return None
        missed = (
            # Whoever is not in the room is missed by all who see the room.
            Opened(i, (i,), self._plan.against, shown=None if self._inside >> i & 1 else (), instant=True)
            for i in bits(self._plan.who & ~self._standing)
        )
        return (*missed, FINISHED)

    def wake(self, at: int) -> Wants:
        return None


KIND = RuleKind(
    "standing_at_place_when",
    "When something happens these people stand at their places: there, and not seated. Those whose own doing "
    "is awaited are exempt.",
    StandingAtPlaceWhen,
    "breach.standing_at_place_when",
    Price(Figure.COURTESY),
    _Blueprint,
    example="who: halden.staff\nwhen: voss entered",
)
