"""A scenario: everything an author sets. A frozen value; the loader guarantees that all its names resolve."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from game.protocol.cues import Cue
from game.protocol.people import Delegation, Person
from game.protocol.plan import Conduct, Order, Plan
from game.protocol.precedence import OrderOfPrecedence
from game.protocol.room import Room
from game.protocol.rules import Rule, Span


class Help(StrEnum):
    """What the walk-through shows: also what breaks, only where people are, or nothing."""

    VERDICTS = "verdicts"
    POSITIONS = "positions"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact comes from."""

    id: str
    title: str
    publisher: str
    date: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Liaison:
    """The means of telling people: `minutes` (ms) in all, `read_back` (ms) for each room a read-back covers.

    `radio` (ms) is how long a live order travels, one at a time; `asks` what is added where the addressee is a
    principal, who is asked and not ordered. `lost` (thousandths) is the chance that a briefing sent to one
    delegation in one holding room never arrives. `word` (ms) is how long a quiet word takes.
    """

    minutes: int
    read_back: int
    radio: int
    asks: int
    lost: int
    word: int
    escorts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Broadcast:
    """On air from `start` to `end` (ms; None for never, or to the end). `returns` is its cue after a cut."""

    start: int | None = None
    end: int | None = None
    returns: Cue | None = None
    reconstructed: bool = False


@dataclass(frozen=True, slots=True)
class Press:
    """While the press is in the room, what happens there is seen by the press. Instants in ms, None for never."""

    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Arrival:
    """People reach their holding room only at `at`, plus what chance adds; before that they are not there."""

    who: tuple[str, ...]
    at: int
    late: Span
    because: str = ""
    reconstructed: bool = False


@dataclass(frozen=True, slots=True)
class Lingers:
    """With a chance of `chance` thousandths somebody does not go on the cue to enter but `by` ms later.

    A live order to call them in cuts it short.
    """

    who: str
    chance: int
    by: Span
    because: str
    reconstructed: bool = False


@dataclass(frozen=True, slots=True)
class Habit:
    """What people do if nobody tells them anything, or what the other side told them."""

    who: tuple[str, ...]
    conduct: Conduct
    because: str
    reconstructed: bool = False


@dataclass(frozen=True, slots=True)
class Aim:
    """What the day is for: `who` in place (and seated, if `seated`) by `by`; `due` is when it was planned.

    Later than `due` costs; later than `by` the run has failed.
    """

    who: tuple[str, ...]
    by: int
    due: int
    seated: bool = False


@dataclass(frozen=True, slots=True)
class Account:
    """One version of what really happened, with its source; `differs` where others tell it otherwise."""

    text: str
    source: str
    differs: bool = False


@dataclass(frozen=True, slots=True)
class NamedPlan:
    """A plan the scenario carries, with live orders if it has any."""

    name: str
    plan: Plan
    orders: tuple[Order, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Expectation:
    """How a named plan ends on the day `seed`: whether clean, its grade, how many offenders break each rule."""

    plan: str
    seed: int = 1
    clean: bool | None = None
    accomplished: bool | None = None
    grade: str | None = None
    breaches: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Scenario:
    """One morning at one house. Instants are ms since midnight of `date`; `start` and `end` bound the run.

    `outcomes` are the author's texts for how the day went, by `clean`, `failed`, a grade or a rule's id.
    """

    id: str
    title: str
    place: str
    date: str
    difficulty: int
    help: Help
    start: int
    end: int
    room: Room
    delegations: tuple[Delegation, ...]
    people: tuple[Person, ...]
    precedence: tuple[OrderOfPrecedence, ...]
    liaison: Liaison
    broadcast: Broadcast
    press: Press
    rules: tuple[Rule, ...]
    aim: Aim
    arrivals: tuple[Arrival, ...] = ()
    lingers: tuple[Lingers, ...] = ()
    habits: tuple[Habit, ...] = ()
    groups: tuple[tuple[str, tuple[str, ...]], ...] = ()
    plans: tuple[NamedPlan, ...] = ()
    expect: tuple[Expectation, ...] = ()
    learning: tuple[str, ...] = ()
    situation: str = ""
    accounts: tuple[Account, ...] = ()
    reconstructed: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    outcomes: tuple[tuple[str, str], ...] = ()

    def person(self, person_id: str) -> Person:
        """The person of that id; raises KeyError."""
        for person in self.people:
            if person.id == person_id:
                return person
        raise KeyError(person_id)

    def delegation(self, delegation_id: str) -> Delegation:
        """The delegation of that id; raises KeyError."""
        for delegation in self.delegations:
            if delegation.id == delegation_id:
                return delegation
        raise KeyError(delegation_id)

    def rule(self, rule_id: str) -> Rule:
        """The rule of that id; raises KeyError."""
        for rule in self.rules:
            if rule.id == rule_id:
                return rule
        raise KeyError(rule_id)

    def source(self, source_id: str) -> Source | None:
        """The source of that id, or None."""
        return next((source for source in self.sources if source.id == source_id), None)

    def plan(self, name: str) -> NamedPlan:
        """The plan of that name; raises KeyError."""
        for plan in self.plans:
            if plan.name == name:
                return plan
        raise KeyError(name)
