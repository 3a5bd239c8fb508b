"""Orders of precedence: the ranks in force here, one list a side or a joint one, each place with its reason."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """One place of an order; several people share it when they are equals. `reason` says why they stand there."""

    people: tuple[str, ...]
    reason: str = ""
    office_class: int = 0


@dataclass(frozen=True, slots=True)
class OrderOfPrecedence:
    """Places from the highest to the lowest. `of` is a delegation, or `joint`."""

    of: str
    places: tuple[Place, ...]
    system: str = "agreed list"
    source: str = ""

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
        a, b = self._index(one), self._index(other)
        if a is None or b is None:
            return 1_000
        if a == b:
            return 0
        low, high = min(a, b), max(a, b)
        between = self.places[low + 1 : high]
        classes = self.places[high].office_class - self.places[low].office_class
        steps = 1 + len(between) + max(0, classes)
        return min(1_000, steps * 1_000 // len(self.places))

    def _index(self, person: str) -> int | None:
        for index, place in enumerate(self.places):
            if person in place.people:
                return index
        return None
