"""A scenario: everything an author sets. A frozen value; the loader guarantees that all its names resolve."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from game.protocol.cues import Cue
from game.protocol.people import Delegation, Person, Role
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
    delegation in one holding room never arrives. `word` (ms) is how long a quiet word takes. `escorts` are who may go
    with people: officers of the house, who walk, or names of such as are wherever they are needed.
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
    """On air from `start` to `end` (ms; None for never, or to the end). `returns` is its cue after a cut.

    With a chance of `early` thousandths it begins `by` ms sooner than announced.
    """

    start: int | None = None
    end: int | None = None
    returns: Cue | None = None
    reconstructed: bool = False
    early: int = 0
    by: Span | None = None


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
class RoomReady:
    """Nobody enters before the room is ready: at `at` (ms), plus what chance adds. Who comes sooner queues."""

    at: int
    late: Span
    because: str = ""
    reconstructed: bool = False


class Mishap(StrEnum):
    """What may come between a cue and what it should bring about.

    LINGERS: does not go on the cue to enter but later. BLOCKED: is stopped at the door by people who do not know
    them, unless an officer of the house stands there. EAGER: loses patience standing by at a door, and goes in unless
    an officer stands there. NO_CHAIR: at a seat the chair is missing and has to be brought.
    """

    LINGERS = "lingers"
    BLOCKED = "blocked"
    EAGER = "eager"
    NO_CHAIR = "no_chair"


@dataclass(frozen=True, slots=True)
class Chance:
    """With a chance of `chance` thousandths a mishap befalls each of `who` (of a missing chair: the seat).

    `by` (ms) is how much later they go or sit because of it, or how long the patience lasts.
    A live order to call somebody in cuts it short.
    """

    mishap: Mishap
    who: tuple[str, ...]
    chance: int
    by: Span
    because: str
    reconstructed: bool = False


class Swerve(StrEnum):
    """How somebody comes to do something else than they were told.

    MISHEARD: the opposite number passed on another cue; a briefing that was read back or escorted cannot be misheard.
    IMPROVISES: does so of their own accord, whatever they were told; what comes of a principal's improvising is not
    the player's fault. SLOW: walks slower than anybody reckoned with.
    """

    MISHEARD = "misheard"
    IMPROVISES = "improvises"
    SLOW = "slow"


@dataclass(frozen=True, slots=True)
class Otherwise:
    """With a chance of `chance` thousandths all of `who` do as `conduct` says, field by field."""

    swerve: Swerve
    who: tuple[str, ...]
    chance: int
    conduct: Conduct
    because: str
    reconstructed: bool = False


@dataclass(frozen=True, slots=True)
class Uninvited:
    """With a chance of `chance` thousandths somebody comes whom nobody asked."""

    who: str
    chance: int
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
    chances: tuple[Chance, ...] = ()
    otherwise: tuple[Otherwise, ...] = ()
    uninvited: tuple[Uninvited, ...] = ()
    room_ready: RoomReady | None = None
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
    fictional: bool = False

    @property
    def delegates(self) -> tuple[Person, ...]:
        """Everybody who is expected in the room: neither officers of the house nor who comes uninvited."""
        return tuple(person for person in self.people if person.role is Role.DELEGATE)

    @property
    def officers(self) -> tuple[Person, ...]:
        """The officers of the house, who take people to doors and stand at them."""
        return tuple(person for person in self.people if person.role is Role.OFFICER)

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
