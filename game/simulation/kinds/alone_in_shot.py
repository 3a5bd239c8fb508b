"""alone_in_shot: while on air, the shot belongs to certain people alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from game.protocol.cues import Occurrence
from game.protocol.rules import Terms, TermType, term
from game.simulation.bits import bits
from game.simulation.cast import Cast
from game.simulation.codes import Code
from game.simulation.kinds.base import FINISHED, Blueprint, Closed, Figure, Opened, Price, RuleKind, Wants
from game.simulation.latch import LatchPlan
from game.simulation.shot import Shot


@dataclass(frozen=True, slots=True)
class AloneInShot(Terms):
    """While on air nobody but `who` is in a camera's shot, until all of `until` has happened (if it is given).

    A breach lasts while its offender is in shot; leaving, or cutting away, puts it right.
    """

    kind: ClassVar[str] = "alone_in_shot"
    who: tuple[str, ...] = term(TermType.PEOPLE, "who has the shot alone")
    until: tuple[Occurrence, ...] = term(TermType.EVENTS, "the events after which the shot is open to all", default=())


class _Blueprint(Blueprint):
    def __init__(self, terms: AloneInShot, cast: Cast) -> None:
        self.latch = LatchPlan(terms.until, cast) if terms.until else None
        self.who = cast.mask(terms.who)
        self.against = cast.indices(terms.who)
        self.cast = cast
        others = [i for i in range(len(cast.index)) if not self.who >> i & 1]
        moves = [(code, i) for i in others for code in (Code.ENTERED, Code.TOOK_PLACE, Code.LEFT)]
        latched = self.latch.subscriptions if self.latch else ()
        self.subscriptions = tuple(dict.fromkeys([*latched, *moves, (Code.ON_AIR, -1), (Code.OFF_AIR, -1)]))

    def start(self) -> _Monitor:
        return _Monitor(self)


class _Monitor:
    __slots__ = ("_latch", "_open", "_others", "_plan", "_shot")

    def __init__(self, plan: _Blueprint) -> None:
        self._plan = plan
        self._others = ~plan.who
        self._latch = plan.latch.start() if plan.latch else None
        self._shot = Shot.of(plan.cast.scenario)
        self._open = 0

    def feed(self, at: int, code: int, who: int, extra: int) -> Wants:
        if self._latch is not None:
            if self._latch.done:
                return None
            if self._latch.feed(code, who):
                return (*self._close(self._open, put_right=False), FINISHED)
        shot = self._shot
        shot.feed(code, who, extra)
        offending = shot.visible & self._others if shot.on_air else 0
        if offending == self._open:
            return None
        gone = self._open & ~offending
        came = offending & ~self._open
        ended = self._close(gone, put_right=code == Code.LEFT or (code == Code.OFF_AIR and extra > 0))
        self._open |= came
        return (*ended, *(Opened(i, (i,), self._plan.against) for i in bits(came)))

    def _close(self, mask: int, put_right: bool) -> tuple[Closed, ...]:
        self._open &= ~mask
        return tuple(Closed(i, put_right) for i in bits(mask))

    def wake(self, at: int) -> Wants:
        return None


KIND = RuleKind(
    "alone_in_shot",
    "While on air nobody but these people is in a camera's shot. To leave, or to cut away, puts it right.",
    AloneInShot,
    "breach.alone_in_shot",
    Price(Figure.COMPOSURE, lasting=500, full_after=60_000),
    _Blueprint,
    example="who: leaders\nuntil: leaders sat",
)
