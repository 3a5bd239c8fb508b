"""never_parted_from: an interpreter or aide comes, stays and goes with the principal (Beijing 2017)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from game.protocol.rules import Terms, TermType, term
from game.simulation.bits import bits
from game.simulation.cast import Cast
from game.simulation.codes import Code
from game.simulation.kinds.base import Blueprint, Closed, Figure, Opened, Price, RuleKind, WakeMe, Wants


@dataclass(frozen=True, slots=True)
class NeverPartedFrom(Terms):
    """Each of `who` is in the room when `principal` is, give or take `within` ms, and first entered by the same door.

    Parted for longer is a breach that lasts until both are in the room or both outside; put right when that came
    about by somebody's leaving. Another door is a breach of its own, over in an instant, at the later entry.
    """

    kind: ClassVar[str] = "never_parted_from"
    who: tuple[str, ...] = term(TermType.PEOPLE, "the interpreters or aides")
    principal: tuple[str, ...] = term(TermType.PEOPLE, "whom they are not parted from")
    within: int = term(TermType.DURATION, "how far apart they may enter or leave", default=5_000)


class _Blueprint(Blueprint):
    def __init__(self, terms: NeverPartedFrom, cast: Cast) -> None:
        self.principals = cast.mask(terms.principal)
        self.staff = cast.mask(terms.who) & ~self.principals
        self.within = terms.within
        everybody = bits(self.staff | self.principals) if self.staff else ()
        self.subscriptions = tuple((code, i) for i in everybody for code in (Code.ENTERED, Code.LEFT))

    def start(self) -> _Monitor:
        return _Monitor(self)


class _Monitor:
    __slots__ = ("_by_door", "_inside", "_open", "_plan", "_since")

    def __init__(self, plan: _Blueprint) -> None:
        self._plan = plan
        self._inside = 0
        self._open = 0
        self._since: dict[int, int] = {}
        self._by_door: dict[int, int] = {}

    def feed(self, at: int, code: int, who: int, extra: int) -> Wants:
        bit = 1 << who
        self._inside = self._inside | bit if code == Code.ENTERED else self._inside & ~bit
        wants: list[Opened | Closed | WakeMe] = []
        if code == Code.ENTERED and who not in self._by_door:
            self._by_door[who] = extra
            wants += self._other_doors(who, extra)
        for i in (who,) if self._plan.staff & bit else bits(self._plan.staff):
            wants += self._together(at, i, put_right=code == Code.LEFT)
        return wants

    def _other_doors(self, who: int, door: int) -> list[Opened]:
        """Those who came before by another door, at the entry of the later one."""
        other = [i for i, taken in self._by_door.items() if taken != door]
        if self._plan.staff >> who & 1:
            principals = tuple(i for i in other if self._plan.principals >> i & 1)
            return [Opened(who, (who,), tuple(sorted(principals)), instant=True)] if principals else []
        return [Opened(i, (i,), (who,), instant=True) for i in sorted(other) if self._plan.staff >> i & 1]

    def _together(self, at: int, i: int, put_right: bool) -> list[Closed | WakeMe]:
        here = self._plan.principals & self._inside
        parted = here != self._plan.principals if self._inside >> i & 1 else bool(here)
        if parted and i not in self._since:
            self._since[i] = at
            return [WakeMe(at + self._plan.within)]
        if not parted and i in self._since:
            del self._since[i]
            if self._open >> i & 1:
                self._open &= ~(1 << i)
                return [Closed(i, put_right)]
        return []

    def wake(self, at: int) -> Wants:
        over = [i for i, since in self._since.items() if since + self._plan.within == at and not self._open >> i & 1]
        for i in over:
            self._open |= 1 << i
        seen = self._plan.principals & self._inside
        return tuple(
            Opened(i, (i,), bits(self._plan.principals), shown=bits(self._inside & (1 << i) | seen))
            for i in sorted(over)
        )


KIND = RuleKind(
    "never_parted_from",
    "These people enter by the same door as their principal, at nearly the same time, and are in the room as "
    "long: for interpreters and aides.",
    NeverPartedFrom,
    "breach.never_parted_from",
    Price(Figure.COMPOSURE, lasting=500, full_after=60_000),
    _Blueprint,
    example="who: quill\nprincipal: voss\nwithin: 10 s",
)
