"""One attempt at a scenario: everything the player did, with unlimited undo and redo."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from game.attempt.commands import Command, Decisions, apply
from game.protocol.plan import Order, Plan

Commands = tuple[Command, ...]


@dataclass(frozen=True, slots=True)
class Attempt:
    """The decisions now, the commands that led to them, and those undone (the next to redo last).

    A value: each verb returns a new attempt. `before` holds the decisions before each command of `done`.
    """

    start: Decisions = field(default_factory=Decisions)
    now: Decisions = field(default_factory=Decisions)
    done: Commands = ()
    undone: Commands = ()
    before: tuple[Decisions, ...] = ()

    @classmethod
    def begin(cls, plan: Plan | None = None, orders: tuple[Order, ...] = ()) -> Attempt:
        """A fresh attempt on this plan; on none, nobody is briefed."""
        start = Decisions(plan or Plan(), orders)
        return cls(start, start)

    @classmethod
    def retrace(cls, start: Decisions, done: Commands, undone: Commands = ()) -> Attempt:
        """The attempt that these commands lead to."""
        attempt = cls(start, start)
        for command in done:
            attempt = attempt.do(command)
        return replace(attempt, undone=undone)

    @property
    def plan(self) -> Plan:
        """The plan as it is now."""
        return self.now.plan

    @property
    def orders(self) -> tuple[Order, ...]:
        """The live orders that belong to the plan."""
        return self.now.orders

    def do(self, command: Command) -> Attempt:
        """After this command; the same attempt where it changes nothing, so that each undo shows."""
        after = apply(self.now, command)
        if after == self.now:
            return self
        return Attempt(self.start, after, (*self.done, command), (), (*self.before, self.now))

    @property
    def can_undo(self) -> bool:
        """Whether there is something to undo."""
        return bool(self.done)

    @property
    def can_redo(self) -> bool:
        """Whether there is something to redo."""
        return bool(self.undone)

    def undo(self) -> Attempt:
        """Before the last command; the same attempt where there is none."""
        if not self.done:
            return self
        *done, last = self.done
        return Attempt(self.start, self.before[-1], tuple(done), (*self.undone, last), self.before[:-1])

    def redo(self) -> Attempt:
        """After the command undone last; the same attempt where there is none."""
        if not self.undone:
            return self
        *undone, command = self.undone
        return replace(self.do(command), undone=tuple(undone))
