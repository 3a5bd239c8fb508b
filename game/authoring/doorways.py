"""Whether people can enter by the doors that the rules leave them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Final

from game.protocol.groups import names
from game.protocol.rules import Rule
from game.protocol.scenario import Scenario

Clash = tuple[tuple[int, ...], tuple[str, ...]]
"""Rules by their numbers that cannot all be kept, and the people who have no door then."""

_ONE_DOOR: Final = {"same_door": ("who",), "never_parted_from": ("who", "principal"), "received_by": ("who", "by")}


class Doorways:
    """The rules about doors of one scenario. What a rule reserves for a while only is left out."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self._names = names(scenario)
        opens_on = {room.id: frozenset(door for door, _walk in room.walks) for room in scenario.room.holding}
        self._ways = {person.id: opens_on[person.holds] for person in scenario.delegates}
        always = {n: rule for n, rule in enumerate(scenario.rules) if rule.during is None}
        self._shared = {n: who for n, rule in always.items() if len(who := self._sharers(rule)) > 1}
        self._apart = {
            n: self._people(rule, "who") for n, rule in always.items() if rule.terms.kind == "separate_doors"
        }
        self._reserved: dict[int, tuple[str, Collection[str]]] = {}
        for n, rule in always.items():
            if rule.terms.kind == "door_reserved" and not getattr(rule.terms, "until", ()):
                only = {*self._people(rule, "only"), *self._expand(rule.exempt)}
                self._reserved[n] = (getattr(rule.terms, "door", ""), only)

    def clashes(self) -> Iterator[Clash]:
        """Sets of rules that leave somebody without a door; each rule of a set is needed for that."""
        aimed = self._expand(self._scenario.aim.who)
        alone = [(person,) for person in aimed if self._reserved]
        for who in (*self._shared.values(), *self._apart.values(), *alone):
            rules = {*self._shared, *self._apart, *self._reserved}
            if not self._fits(who, rules):
                yield tuple(sorted(self._needed(who, rules))), tuple(who)

    def _needed(self, who: Collection[str], rules: set[int]) -> set[int]:
        """As few of the rules as still leave them without a door."""
        for rule in sorted(rules, reverse=True):
            if not self._fits(who, rules - {rule}):
                rules = rules - {rule}
        return rules

    def _fits(self, who: Collection[str], rules: Collection[int]) -> bool:
        """Whether all of these, with those who share a door with them, can enter as these rules want."""
        parties = self._parties(who, rules)
        doors = [self._doors(party, rules) for party in parties]
        if not all(doors):
            return False
        own = [n for n in self._apart if n in rules]
        for rule in own:
            apart = [[person for person in self._apart[rule] if person in party] for party in parties]
            if any(len(people) > 1 for people in apart):
                return False
            if not _each_its_own([door for people, door in zip(apart, doors, strict=True) if people]):
                return False
        return True

    def _parties(self, who: Collection[str], rules: Collection[int]) -> list[set[str]]:
        """Those who must share a door, for each of these people."""
        parties: list[set[str]] = []
        shared = [set(self._shared[n]) for n in self._shared if n in rules]
        for person in who:
            if any(person in party for party in parties):
                continue
            party, grown = {person}, True
            while grown:
                joined = [people for people in shared if people & party and not people <= party]
                party.update(*joined)
                grown = bool(joined)
            parties.append(party)
        return parties

    def _doors(self, party: Iterable[str], rules: Collection[int]) -> set[str]:
        """The doors by which all of a party can and may enter."""
        doors = {door.id for door in self._scenario.room.doors}
        closed = [self._reserved[n] for n in self._reserved if n in rules]
        for person in party:
            doors &= self._ways[person]
            doors -= {door for door, only in closed if person not in only}
        return doors

    def _sharers(self, rule: Rule) -> tuple[str, ...]:
        kind = rule.terms.kind
        if kind not in _ONE_DOOR or (kind == "received_by" and getattr(rule.terms, "place", "") != "door"):
            return ()
        return tuple(dict.fromkeys(who for key in _ONE_DOOR[kind] for who in self._people(rule, key)))

    def _people(self, rule: Rule, key: str) -> tuple[str, ...]:
        exempt = set(self._expand(rule.exempt))
        return tuple(who for who in self._expand(getattr(rule.terms, key)) if who not in exempt)

    def _expand(self, who: Iterable[str]) -> tuple[str, ...]:
        found = (person for name in who for person in self._names.get(name, ()))
        return tuple(dict.fromkeys(person for person in found if person in self._ways))


def _each_its_own(choices: list[set[str]]) -> bool:
    """Whether each can have a door that no other has."""
    taken: dict[str, int] = {}

    def give(nth: int, tried: set[str]) -> bool:
        for door in choices[nth] - tried:
            tried.add(door)
            if door not in taken or give(taken[door], tried):
                taken[door] = nth
                return True
        return False

    return all(give(nth, set()) for nth in range(len(choices)))
