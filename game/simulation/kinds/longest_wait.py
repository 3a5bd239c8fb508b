"""longest_wait: a principal is not kept waiting longer than so long (Tehran 2022)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from game.protocol.cues import Occurrence
from game.protocol.rules import Terms, TermType, term
from game.simulation.bits import bits
from game.simulation.cast import Cast
from game.simulation.codes import Code
from game.simulation.kinds.base import FINISHED, Blueprint, Closed, Figure, Opened, Price, RuleKind, WakeMe, Wants
from game.simulation.latch import Latch, LatchPlan

_BOUNDS = {
    "room": (Code.ENTERED, (Code.LEFT,)),
    "on camera": (Code.ENTERED, (Code.LEFT,)),
    "door": (Code.AT_DOOR, (Code.ENTERED, Code.TURNED_BACK)),
    "holding room": (Code.ARRIVED, (Code.SET_OUT,)),
}
"""For each place the event with which a wait there begins, and those with which it ends."""

_PUT_RIGHT = (int(Code.LEFT), int(Code.TURNED_BACK))


@dataclass(frozen=True, slots=True)
class LongestWait(Terms):
    """None of `who` waits at `place` for `until` longer than `longest` ms.

    `room`: from entering. `door`: from standing at the door until entering. `on camera`: in the room while on air.
    `holding room`: from arriving there until setting out.
    The breach is done to the one who waits; it begins when the limit is passed and lasts until what was waited for
    has come, or the wait was cut short (put right): the person left, or the broadcast was cut.
    """

    kind: ClassVar[str] = "longest_wait"
    who: tuple[str, ...] = term(TermType.PEOPLE, "who is not kept waiting")
    longest: int = term(TermType.DURATION, "the longest wait")
    place: str = term(TermType.CHOICE, "where a wait counts; on camera is in the room while on air",
                      default="room", choices=tuple(_BOUNDS))
    until: tuple[Occurrence, ...] = term(TermType.EVENTS, "what they wait for, and what ends the wait", default=())


class _Blueprint(Blueprint):
    def __init__(self, terms: LongestWait, cast: Cast) -> None:
        self.latch = LatchPlan(terms.until, cast) if terms.until else None
        self.who = cast.mask(terms.who)
        self.longest = terms.longest
        self.on_camera = terms.place == "on camera"
        self.begins, self.ends = _BOUNDS[terms.place]
        own = [(code, i) for i in bits(self.who) for code in (self.begins, *self.ends)]
        air = [(Code.ON_AIR, -1), (Code.OFF_AIR, -1)] if self.on_camera else []
        latched = self.latch.subscriptions if self.latch else ()
        self.subscriptions = tuple(dict.fromkeys([*latched, *own, *air]))
        if self.latch is not None:
            self.latches = (self.latch,)
            self.counted = tuple(each for each in latched if each not in own and each not in air)

    def start(self) -> _Monitor:
        return _Monitor(self)


class _Monitor:
    __slots__ = ("_air", "_asked", "_latch", "_open", "_plan", "_since", "_there")

    def __init__(self, plan: _Blueprint) -> None:
        self._plan = plan
        self._latch = plan.latch.start() if plan.latch else None
        self._air = not plan.on_camera
        self._asked = False
        self._there = 0
        self._since: dict[int, int] = {}
        self._open = 0

    def share(self, latches: Sequence[Latch]) -> None:
        self._latch = latches[0]

    def feed(self, at: int, code: int, who: int, extra: int) -> Wants:
        latch = self._latch
        if latch is not None:
            if latch.done:
                return None
            if latch.feed(code, who):
                return (*self._stop(put_right=False), FINISHED)
        if who < 0:
            return self._broadcast(at, code == Code.ON_AIR, cut=extra > 0)
        plan, bit = self._plan, 1 << who
        if not plan.who & bit:
            return None
        if code == plan.begins:
            self._there |= bit
            return self._begin(at, (who,)) if self._air else None
        if code in plan.ends and self._there & bit:
            self._there &= ~bit
            self._since.pop(who, None)
            if self._open & bit:
                self._open &= ~bit
                return (Closed(who, put_right=code in _PUT_RIGHT),)
        return None

    def _broadcast(self, at: int, on: bool, cut: bool) -> Wants:
        if not self._plan.on_camera:
            return None
        self._air = on
        return self._begin(at, bits(self._there)) if on else self._stop(put_right=cut)

    def _begin(self, at: int, people: tuple[int, ...]) -> Wants:
        self._since.update(dict.fromkeys(people, at))
        # One waking is enough, for whoever has waited longest; the others' are asked for then.
        if self._asked or not people:
            return None
        self._asked = True
        return (WakeMe(at + self._plan.longest),)

    def _stop(self, put_right: bool) -> tuple[Closed, ...]:
        """Nobody's waiting counts any more."""
        self._since.clear()
        ended, self._open = self._open, 0
        return tuple(Closed(i, put_right) for i in bits(ended))

    def wake(self, at: int) -> Wants:
        due = {i: since + self._plan.longest for i, since in self._since.items() if not self._open >> i & 1}
        over = sorted(i for i, ends in due.items() if ends == at)
        for i in over:
            self._open |= 1 << i
        later = [ends for ends in due.values() if ends > at]
        self._asked = bool(later)
        return (*(Opened(i, (i,)) for i in over), *((WakeMe(min(later)),) if later else ()))


KIND = RuleKind(
    "longest_wait",
    "These people are not kept waiting longer than so long.",
    LongestWait,
    "breach.longest_wait",
    Price(Figure.COURTESY, lasting=600, full_after=120_000),
    _Blueprint,
    suffered=True,
    example="who: leaders\nlongest: 2 min\nplace: holding room",
)
