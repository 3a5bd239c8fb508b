"""Orders of precedence: the ranks in force here, one list a side or a joint one, each place with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Final

JOINT: Final = "joint"
"""What an order of several delegations is called."""


class System(StrEnum):
    """The ways an order comes about. A list that somebody agreed on may go by any name of its own."""

    AGREED_LIST = "agreed list"
    RANK = "rank"
    OFFICE_CLASS = "office class"
    CREDENTIALS = "credentials"
    ALPHABETICAL = "alphabetical"


@dataclass(frozen=True, slots=True)
class Reason:
    """One ground for a place: an id, which game.wording.precedence turns into words, and its values.

    A value `who` names the one it is true of, where people who share a place stand there for different reasons.
    """

    id: str
    values: tuple[tuple[str, str], ...] = ()

    def value(self, name: str) -> str:
        """A value by its name; empty if there is none."""
        return dict(self.values).get(name, "")


@dataclass(frozen=True, slots=True)
class Place:
    """One place of an order; several people share it when they are equals.

    `reason` says in the author's words why they stand there; `grounds` says it where the order was worked out.
    """

    people: tuple[str, ...]
    reason: str = ""
    office_class: int = 0
    grounds: tuple[Reason, ...] = ()


@dataclass(frozen=True)
class OrderOfPrecedence:
    """Places from the highest to the lowest. `of` is a delegation, or `joint`.

    `system` is one of System, or the author's own word for a list; `particulars` are what words about the system
    need: `language` and `lot`.
    """

    of: str
    places: tuple[Place, ...]
    system: str = "agreed list"
    source: str = ""
    particulars: tuple[tuple[str, str], ...] = ()

    @property
    def people(self) -> tuple[str, ...]:
        """Everybody in the order, highest first; equals in the order they are written."""
        return tuple(person for place in self.places for person in place.people)

    def rank(self, person: str) -> int | None:
        """The place of a person, 1 the highest, equals alike and the next place skipped; None if not listed."""
        before = 0
        for place in self.places:
            if person in place.people:
                return before + 1
            before += len(place.people)
        return None

    def distance(self, one: str, other: str) -> int:
        """How far apart two people stand, in thousandths of the list: classes count before places.

        (1 + classes and places between) / size of the list, at most 1000; two equals stand 0 apart, and
        somebody outside the list as far as can be.
        """
        a, b = self._place_of.get(one), self._place_of.get(other)
        if a is None or b is None:
            return 1_000
        if a == b:
            return 0
        low, high = (a, b) if a < b else (b, a)
        classes = self.places[high].office_class - self.places[low].office_class
        steps = high - low + max(0, classes)
        return min(1_000, steps * 1_000 // len(self.places))

    def lists(self, person: str) -> bool:
        """Whether somebody is in the order."""
        return person in self._place_of

    @cached_property
    def _place_of(self) -> dict[str, int]:
        """Where everybody stands, as the index of their place."""
        places = reversed(list(enumerate(self.places)))
        return {person: index for index, place in places for person in place.people}
