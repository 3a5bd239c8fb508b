"""door_reserved: only certain people may use a door."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Final

from game.protocol.cues import Occurrence
from game.protocol.rules import Terms, TermType, term
from game.simulation.cast import Cast
from game.simulation.codes import Code
from game.simulation.kinds.base import ANYBODY, FINISHED, Blueprint, Figure, Monitor, Opened, Price, RuleKind, Wants
from game.simulation.latch import LatchPlan

_ENTERED = int(Code.ENTERED)


@dataclass(frozen=True, slots=True)
class DoorReserved(Terms):
    """Nobody but `only` enters by `door`, until all of `until` has happened (without it, for the whole day)."""

    kind: ClassVar[str] = "door_reserved"
    door: str = term(TermType.DOOR, "the door")
    only: tuple[str, ...] = term(TermType.PEOPLE, "who may use it")
    until: tuple[Occurrence, ...] = term(TermType.EVENTS, "the events after which it is open to all", default=())


class _Blueprint(Blueprint):
    def __init__(self, terms: DoorReserved, cast: Cast) -> None:
        self.door = cast.door_index[terms.door]
        self.only = cast.mask(terms.only)
        self.stops = ~self.only & (1 << len(cast.index)) - 1
        self.against = cast.indices(terms.only)
        self.latch = LatchPlan(terms.until, cast) if terms.until else None
        latched = self.latch.subscriptions if self.latch else ()
        entries = [(Code.ENTERED, i) for i in range(len(cast.index)) if not self.only >> i & 1]
        self.subscriptions = tuple(dict.fromkeys([*latched, *entries]))

    def start(self) -> _Monitor:
        return _Monitor(self)

    def stopped(self, monitor: Monitor) -> tuple[int, int | None]:
        assert isinstance(monitor, _Monitor)
        return 0 if monitor.free else self.stops, self.door


_DONE: Final = (FINISHED,)


class _Monitor:
    __slots__ = ("_blueprint", "_latch")

    def __init__(self, blueprint: _Blueprint) -> None:
        self._blueprint = blueprint
        self._latch = blueprint.latch.start() if blueprint.latch else None

    @property
    def free(self) -> bool:
        """Whether anybody may use the door again."""
        return self._latch is not None and self._latch.done

    def feed(self, at: int, code: int, who: int, extra: int) -> Wants:
        plan = self._blueprint
        latch = self._latch
        if latch is not None:
            if latch.done:
                return None
            if latch.feed(code, who):
                return _DONE
        if code != _ENTERED or extra != plan.door or who == ANYBODY or plan.only >> who & 1:
            return None
        return (Opened(who, (who,), plan.against, instant=True),)

    def wake(self, at: int) -> Wants:
        return None


KIND = RuleKind(
    "door_reserved",
    "Nobody but these people enters by this door.",
    DoorReserved,
    "breach.door_reserved",
    Price(Figure.PRECEDENCE),
    _Blueprint,
    example="door: main\nonly: leaders\nuntil: leaders entered",
    halts=True,
)
