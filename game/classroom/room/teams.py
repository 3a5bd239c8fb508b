"""Who is in a room and what they have made: trainees, teams with their plan, the day they live, their tries."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

from game.classroom.room.clocks import DayClock
from game.protocol.plan import Order, Plan

KEPT: Final = 60
"""So many edits can be undone."""

PlanData = list[dict[str, Any]]


@dataclass(slots=True)
class Trainee:
    """Somebody who takes part. `offline`: their replay file was handed in for them; `late`: came after the lobby."""

    id: str
    name: str
    team: str
    bot: bool = False
    offline: bool = False
    late: bool = False


@dataclass(slots=True)
class Draft:
    """The plan of a team while it is written: every version that undo may bring back, and the last that was legal.

    `rev` grows with every change, an undo included, so that two devices never mistake one version for another.
    """

    rev: int = 0
    done: list[tuple[PlanData, bool]] = field(default_factory=lambda: [([], True)])
    undone: list[tuple[PlanData, bool]] = field(default_factory=list)
    legal: PlanData = field(default_factory=list)
    handed_in: bool = False

    @property
    def plan(self) -> PlanData:
        """The plan as it is now."""
        return self.done[-1][0]

    @property
    def is_legal(self) -> bool:
        """Whether the plan as it is now could be handed in."""
        return self.done[-1][1]

    def edit(self, rev: int, plan: PlanData, *, legal: bool) -> None:
        """The plan has been changed to this."""
        self.done = [*self.done[-KEPT:], (plan, legal)]
        self.undone = []
        self._stands(rev)

    def undo(self, rev: int) -> None:
        """The last change is taken back; nothing where there is none."""
        if len(self.done) > 1:
            self.undone.append(self.done.pop())
        self._stands(rev)

    def redo(self, rev: int) -> None:
        """What was undone last is done again; nothing where there is none."""
        if self.undone:
            self.done.append(self.undone.pop())
        self._stands(rev)

    def _stands(self, rev: int) -> None:
        self.rev = rev
        if self.is_legal:
            self.legal = self.plan


@dataclass(slots=True)
class Run:
    """A day while it is lived: what is told of it are the events up to `clock.at(now)` and no more."""

    number: int
    scenario: int
    attempt: int
    seed: int
    plan: Plan
    orders: tuple[Order, ...]
    clock: DayClock


@dataclass(frozen=True, slots=True)
class Try:
    """A day that was lived: all that its result is simulated from."""

    scenario: int
    attempt: int
    seed: int
    plan: Plan
    orders: tuple[Order, ...]


@dataclass(slots=True)
class Team:
    """Who plan together; somebody alone is a team of one. `stage` is where they are, `extra` ms they were given more.

    `driver` is the trainee who writes the plan; the others watch. `runs` counts the days they have begun.
    """

    id: str
    name: str
    driver: str
    stage: int
    members: list[str] = field(default_factory=list)
    draft: Draft = field(default_factory=Draft)
    extra: int = 0
    run: Run | None = None
    runs: int = 0
    tries: dict[tuple[int, int], Try] = field(default_factory=dict)
