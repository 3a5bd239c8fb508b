"""Whether people can be seated as the rules about places want."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from game.protocol.groups import names
from game.protocol.room import Seat
from game.protocol.rules import Rule
from game.protocol.scenario import Scenario
from game.simulation.neighbours import faces, opposite, side_of

_MOST_PEOPLE: Final = 5
_WORK: Final = 500_000
"""Bounds of the search: so many seatings may be tried for all rules together, fewer where there are many seats."""

Clash = tuple[tuple[int, ...], tuple[str, ...]]


def clashes(scenario: Scenario) -> Iterator[Clash]:
    """Rules about places, one or two by their numbers, that no seating keeps, and the people whom they name."""
    search = _Search(scenario.room.seats)
    rules = [
        _Places(scenario, n, rule)
        for n, rule in enumerate(scenario.rules)
        if rule.terms.kind == "placed_at" and rule.during is None
    ]
    alone = [rule for rule in rules if rule.who and not search.seats((rule,))]
    for rule in alone:
        yield (rule.number,), rule.people
    well = [rule for rule in rules if rule not in alone]
    for n, one in enumerate(well):
        for other in well[:n]:
            near = set(one.people) & set(other.people) or (one.seat and one.seat == other.seat)
            if near and not search.seats((other, one)):
                yield (other.number, one.number), tuple(dict.fromkeys((*other.people, *one.people)))


class _Places:
    """One rule about places, made ready."""

    def __init__(self, scenario: Scenario, number: int, rule: Rule) -> None:
        terms: Any = rule.terms
        known = names(scenario)
        exempt = {person for name in rule.exempt for person in known.get(name, ())}
        expected = {person.id for person in scenario.delegates}

        def people(who: Sequence[str]) -> tuple[str, ...]:
            found = (person for name in who for person in known.get(name, ()))
            return tuple(dict.fromkeys(person for person in found if person in expected - exempt))

        self.number = number
        self.who, self.beside, self.opposite = people(terms.who), people(terms.beside), people(terms.opposite)
        self.people = tuple(dict.fromkeys((*self.who, *self.beside, *self.opposite)))
        self.seat: str | None = terms.seat
        self._sides = ("right", "left") if terms.side == "either" else (terms.side,)
        self._room = scenario.room
        self._threshold = terms.facing and scenario.room.threshold(scenario.room.door(terms.facing))

    def kept(self, taken: dict[str, Seat]) -> bool:
        """Whether those who have a seat by now have none that is wrong."""
        return all(self._right(who, taken) for who in self.who if who in taken)

    def _right(self, who: str, taken: dict[str, Seat]) -> bool:
        mine = taken[who]
        if self.seat is not None and mine.id != self.seat:
            return False
        if self._threshold and not faces(mine, self._threshold):
            return False
        beside = [taken[other] for other in self.beside if other != who and other in taken]
        across = [taken[other] for other in self.opposite if other != who and other in taken]
        return all(side_of(self._room, mine, other) in self._sides for other in beside) and all(
            opposite(mine, other) for other in across
        )


class _Search:
    """Seatings, tried one by one."""

    def __init__(self, seats: Sequence[Seat]) -> None:
        self._seats = seats
        self._left = _WORK // max(1, len(seats))

    def seats(self, rules: Sequence[_Places]) -> bool:
        """Whether everybody these rules name can be seated; also where that is too much to try out."""
        people = list(dict.fromkeys(person for rule in rules for person in rule.people))
        return len(people) > _MOST_PEOPLE or self._next(people, rules, {})

    def _next(self, people: list[str], rules: Sequence[_Places], taken: dict[str, Seat]) -> bool:
        if len(taken) == len(people):
            return True
        who = people[len(taken)]
        for place in self._seats:
            self._left -= 1
            if self._left < 0:
                return True
            if place in taken.values():
                continue
            taken[who] = place
            if all(rule.kept(taken) for rule in rules) and self._next(people, rules, taken):
                return True
            del taken[who]
        return False
