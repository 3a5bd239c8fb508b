"""What a generated scenario is made of, before it is written down: values without any layout."""

from __future__ import annotations

from dataclasses import dataclass

from game.authoring.generating.dice import Dice
from game.protocol.units import SECOND, format_exact_clock

Pairs = tuple[tuple[str, str], ...]
"""Keys of an entry with the text of their values as it stands in the file."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a scenario is asked for: the kind of event, how many people, the seed, the difficulty from 1 to 5."""

    kind: str
    people: int
    seed: int
    difficulty: int


@dataclass(frozen=True, slots=True)
class Take:
    """One attempt at what is asked. The world stays from take to take; `custom` and `strain` change.

    `strain` makes the day kinder (below 0) or harder (above): the same custom with other chances.
    """

    asked: Asked
    custom: int = 0
    strain: int = 0

    @property
    def world(self) -> Dice:
        """Draws for countries, names and rooms."""
        return Dice(self.asked.seed, f"{self.asked.kind}|{self.asked.people}|{self.asked.difficulty}")

    @property
    def draws(self) -> Dice:
        """Draws for the custom, the habits and the day."""
        return Dice(self.asked.seed, f"{self.asked.kind}|{self.asked.people}|{self.asked.difficulty}|{self.custom}")

    @property
    def level(self) -> int:
        """The difficulty asked for."""
        return self.asked.difficulty


@dataclass(frozen=True, slots=True)
class State:
    """An invented country. `form` is its kind of state: Republic, Kingdom and so on."""

    id: str
    name: str
    form: str
    capital: str
    flag: str

    @property
    def full(self) -> str:
        """The full name."""
        return f"{self.form} of {self.name}"

    @property
    def head(self) -> str:
        """The office of whoever speaks for it."""
        crown = self.form in ("Kingdom", "Grand Duchy", "Principality")
        return f"{'Prime Minister' if crown else 'President'} of {self.name}"


@dataclass(frozen=True, slots=True)
class Human:
    """An invented person; where and for whom is said later."""

    id: str
    given: str
    family: str
    she: bool

    @property
    def name(self) -> str:
        """The full name."""
        return f"{self.given} {self.family}"

    @property
    def subject(self) -> str:
        """He or she, at the beginning of a sentence."""
        return "She" if self.she else "He"

    @property
    def own(self) -> str:
        """His or her, within a sentence."""
        return "her" if self.she else "his"


@dataclass(frozen=True, slots=True)
class Entrant:
    """Somebody in the scenario: a human with office, delegation and holding room; `more` are further keys."""

    human: Human
    office: str
    of: str
    holds: str
    principal: bool = False
    groups: tuple[str, ...] = ()
    more: Pairs = ()

    @property
    def id(self) -> str:
        """The id in the file."""
        return self.human.id


@dataclass(frozen=True, slots=True)
class Custom:
    """One rule of the house, with the sentence that tells of its breach and the lesson it teaches."""

    id: str
    kind: str
    title: str
    says: str
    gravity: str
    terms: Pairs
    outcome: str
    lesson: str = ""
    house: Pairs = ()
    follows: str = ""


@dataclass(frozen=True, slots=True)
class Habitual:
    """What some do if nobody tells them anything."""

    who: str
    said: Pairs
    because: str


@dataclass(frozen=True, slots=True)
class Hall:
    """The room: its lines in the file, and for each party the holding room it waits in (`rooms`, by its role)."""

    size: str
    doors: tuple[tuple[str, Pairs], ...]
    holding: tuple[tuple[str, Pairs], ...]
    rooms: dict[str, str]
    table: Pairs = ()
    seats: tuple[Pairs, ...] = ()
    furniture: tuple[Pairs, ...] = ()
    cameras: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Party:
    """A delegation."""

    id: str
    name: str
    short: str
    side: str
    flag: str
    more: Pairs = ()


@dataclass(frozen=True, slots=True)
class Clock:
    """The day in seconds since the doors opened; `start` is an hour of the day in ms."""

    start: int
    arrives: int
    due: int
    by: int
    end: int

    def text(self, seconds: int) -> str:
        """So many seconds after the beginning as a time of day."""
        return format_exact_clock(self.start + seconds * SECOND)

    def at(self, seconds: int) -> str:
        """The cue by the clock."""
        return f"at {self.text(seconds)}"


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything that a scenario file says, in the order in which it says it."""

    title: str
    place: str
    date: str
    situation: tuple[str, ...]
    clock: Clock
    hall: Hall
    parties: tuple[Party, ...]
    entrants: tuple[Entrant, ...]
    groups: tuple[tuple[str, str], ...]
    precedence: tuple[tuple[str, str], ...]
    liaison: Pairs
    programme: tuple[Pairs, ...]
    habits: tuple[Habitual, ...]
    customs: tuple[Custom, ...]
    invented: str
    clean: str
    officers: tuple[Pairs, ...] = ()

    @property
    def lessons(self) -> tuple[str, ...]:
        """What is to be learnt: what the gravest of its rules teach, each sentence once."""
        taught = dict.fromkeys(custom.lesson for custom in self.customs if custom.lesson)
        return (*tuple(taught)[:2], "What must not get lost is read back, or somebody goes along.")
