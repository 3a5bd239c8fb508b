"""escorted_by: nobody goes to the door alone; one of the house's officers, or whoever is named, takes them there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from game.protocol.rules import Terms, TermType, term
from game.simulation.bits import bits
from game.simulation.cast import Cast
from game.simulation.codes import Code
from game.simulation.kinds.base import Blueprint, Figure, Opened, Price, RuleKind, Wants


@dataclass(frozen=True, slots=True)
class EscortedBy(Terms):
    """Each of `who` enters, the first time, by a door to which one of `by` has come with them.

    With them: who takes them in set out within `within` ms of them, before or after, came to the same door, and stands
    there still or has gone in ahead. Nobody escorts himself.
    """

    kind: ClassVar[str] = "escorted_by"
    who: tuple[str, ...] = term(TermType.PEOPLE, "who is taken to the door")
    by: tuple[str, ...] = term(TermType.PEOPLE, "who takes them there, any of these")
    within: int = term(TermType.DURATION, "how far apart the two may set out", default=15_000)


class _Blueprint(Blueprint):
    def __init__(self, terms: EscortedBy, cast: Cast) -> None:
        self.escorts = cast.mask(terms.by)
        self.who = cast.mask(terms.who)
        self.within = terms.within
        moves = (Code.SET_OUT, Code.AT_DOOR, Code.TURNED_BACK, Code.ENTERED, Code.LEFT)
        own = [(code, i) for i in bits(self.escorts) for code in moves]
        led = [(code, i) for i in bits(self.who) for code in (Code.SET_OUT, Code.ENTERED)]
        self.subscriptions = tuple(dict.fromkeys([*own, *led]))

    def start(self) -> _Monitor:
        return _Monitor(self)


class _Monitor:
    __slots__ = ("_coming", "_door", "_plan", "_set_out")

    def __init__(self, plan: _Blueprint) -> None:
        self._plan = plan
        self._coming = plan.who
        self._set_out: dict[int, int] = {}
        self._door: dict[int, int] = {}

    def feed(self, at: int, code: int, who: int, extra: int) -> Wants:
        bit = 1 << who
        found: Wants = None
        if code == Code.SET_OUT:
            self._set_out[who] = at
        elif code == Code.ENTERED and self._coming & bit:
            self._coming &= ~bit
            if not self._escorted(who, extra):
                found = (Opened(who, (who,), instant=True),)
        if self._plan.escorts & bit:
            if code in (Code.AT_DOOR, Code.ENTERED):
                self._door[who] = extra
            else:
                self._door.pop(who, None)
        return found

    def _escorted(self, who: int, door: int) -> bool:
        since = self._set_out.get(who)
        return since is not None and any(
            own == door and i != who and abs(self._set_out.get(i, since) - since) <= self._plan.within
            for i, own in self._door.items() if i in self._set_out
        )

    def wake(self, at: int) -> Wants:
        return None


KIND = RuleKind(
    "escorted_by",
    "Each of these enters, the first time, by a door to which an escort has come with them.",
    EscortedBy,
    "breach.escorted_by",
    Price(Figure.COURTESY),
    _Blueprint,
    example="who: quill\nby: adler",
)
