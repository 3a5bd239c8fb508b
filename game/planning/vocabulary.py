"""What can sensibly be said to anybody in a scenario: people and cues, drawn from the terms of its rules.

It knows no rule kind: it reads the terms by their declared types, so that a new kind needs no change here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from itertools import pairwise
from typing import Final

from game.planning.changes import ESCORT, POST, Change, Move, waits_for_itself
from game.protocol.conduct import habits_of
from game.protocol.cues import After, AtOnce, Cue, Moment, Occurrence
from game.protocol.groups import EVERYBODY, expand, names
from game.protocol.rules import Rule, TermType
from game.protocol.scenario import Scenario

CUES: Final = ("enter", "set_out", "sit", "leave")
"""The cues of a briefing; standing by at the door moves people the least, so it is tried first."""

_WAITED_FOR: Final = {
    "set_out": (Moment.AT_DOOR, Moment.ENTERED, Moment.TOOK_PLACE, Moment.SAT),
    "enter": (Moment.AT_DOOR, Moment.ENTERED, Moment.TOOK_PLACE, Moment.SAT),
    "sit": (Moment.TOOK_PLACE, Moment.SAT),
    "leave": (Moment.SAT, Moment.LEFT),
}
_SMALL: Final = 4
"""A group of at most so many may be told to wait for each other, one by one."""

Names = tuple[str, ...]


class Vocabulary:
    """The people and cues of one scenario."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.known = names(scenario)
        self.late = frozenset(p for arrival in scenario.arrivals for p in expand(scenario, arrival.who))
        self.named = {rule.id: self._named(rule) for rule in scenario.rules}
        self.habits = tuple(dict.fromkeys(habit.who for habit in scenario.habits))
        own = habits_of(scenario)
        self._leave = frozenset(person for person, said in own.items() if "leave" in said)
        self._elsewhere = frozenset(p.id for p in scenario.people if "place" in own[p.id])
        self._size = {name: len(people) for name, people in self.known.items()}

    def people(self, who: Names) -> frozenset[str]:
        """Those a list of names means."""
        return frozenset(person for name in who for person in self.known.get(name, ()))

    def holding(self, people: Iterable[str]) -> tuple[Names, ...]:
        """The groups and delegations that hold all of these, smallest first; `all` never, for it says nothing."""
        wanted = set(people)
        found = [n for n, members in self.known.items() if n != EVERYBODY and wanted <= set(members)]
        return tuple((name,) for name in sorted(found, key=self._size.__getitem__))

    def doors(self, who: Names) -> tuple[str, ...]:
        """The doors that all of these can reach."""
        rooms = {self.scenario.person(person).holds for person in self.people(who)}
        walks = [self.scenario.room.holding_room(room) for room in rooms]
        doors = self.scenario.room.doors if len(self.scenario.room.doors) > 1 else ()
        return tuple(door.id for door in doors if all(w.walk_to(door.id) is not None for w in walks))

    def sayings(self, who: Names, about: Iterable[str], rules: Iterable[Rule]) -> Iterator[Change]:
        """Every cue and door these people could be given, and the agreed place to whoever would take another: cues
        from what the rules wait for and from what happens to the people `about`. None of them is a time of day.
        """
        people = self.people(who)
        about, rules = tuple(about), tuple(rules)
        for field in CUES:
            if field == "leave" and not people <= self._leave:
                continue  # only those who go again have to be told when
            for cue in self._cues(field, about, rules):
                if not waits_for_itself(cue, people, self.known):
                    yield Change(who, field, cue)
        if len(people) == 1 and people <= self._elsewhere:
            yield Change(who, "place", self.scenario.person(next(iter(people))).seat)
        for door in self.doors(who):
            yield Change(who, "door", door)

    def _cues(self, field: str, about: Names, rules: tuple[Rule, ...]) -> Iterator[Cue]:
        found: dict[Cue, None] = {}
        for rule in rules:
            for events in self._events(rule):
                found[After(events)] = None
        staff = {officer.id for officer in self.scenario.officers}
        for name in about:
            if name in staff:
                continue  # nobody goes by where the house's officers are
            if field in ("enter", "set_out") and any(person in self.late for person in self.known.get(name, ())):
                late = tuple(p for p in self.known[name] if p in self.late)
                found[After(tuple(Occurrence(p, Moment.ARRIVED) for p in late))] = None
            for moment in _WAITED_FOR[field]:
                found[After((Occurrence(name, moment),))] = None
        if field == "set_out" and self.scenario.room_ready is not None:
            found[After((Occurrence("", Moment.ROOM_READY),))] = None
        if field != "enter":
            found[AtOnce()] = None
        return iter(found)

    def posts(self, about: Iterable[str], rules: Iterable[Rule]) -> Iterator[Move]:
        """Every door that an officer of the house could stand at, and until what he could let nobody in."""
        cues = tuple(self._cues("enter", tuple(about), tuple(rules)))
        for officer in self.scenario.officers:
            for door, _way in self.scenario.room.holding_room(officer.holds).walks:
                post = Change((officer.id,), POST, door)
                yield (post,)
                yield from ((post, Change((officer.id,), "enter", cue)) for cue in cues)

    def escorts(self, who: Names) -> Iterator[Change]:
        """Everybody who could take these people in."""
        return (Change(who, ESCORT, escort) for escort in self.scenario.liaison.escorts)

    def standing_by(self, rule: Rule) -> Iterator[Move]:
        """For each small group of a rule: everybody waits at the door until all the others stand at theirs;
        the same with setting out only when the others are in the house.
        """
        for name in self.named[rule.id]:
            members = self.known.get(name, ())
            if 2 <= len(members) <= _SMALL:
                doors = tuple(self._others("enter", members, Moment.AT_DOOR))
                ways = tuple(self._others("set_out", members, Moment.ARRIVED))
                yield doors
                if ways:
                    yield (*doors, *ways)

    def _others(self, field: str, members: Names, moment: Moment) -> Iterator[Change]:
        for member in members:
            others = [p for p in members if p != member and (moment is not Moment.ARRIVED or p in self.late)]
            if others:
                yield Change((member,), field, After(tuple(Occurrence(p, moment) for p in others)))

    def queueing(self, rule: Rule) -> Iterator[Move]:
        """For a rule with an order of precedence: everybody in it waits for the one before, at the door or where he
        is; up and down the order, for which way it goes is the rule's to say. Then the same for one of them alone.
        """
        for line in self._lines(rule):
            for way in (line, line[::-1]):
                for field in ("set_out", "enter"):
                    links = tuple(
                        Change((later,), field, After((Occurrence(one, Moment.ENTERED),)))
                        for one, later in pairwise(way)
                    )
                    yield links
                    yield from ((link,) for link in links)

    def _lines(self, rule: Rule) -> Iterator[Names]:
        """The people of a rule by each order of precedence that its terms name."""
        people = self.people(self.named[rule.id])
        orders = {order.of: order for order in self.scenario.precedence}
        for spec in fields(rule.terms):
            if spec.metadata.get("type") is TermType.ORDER:
                line = tuple(p for p in orders[getattr(rule.terms, spec.name)].people if p in people)
                if len(line) > 1:
                    yield line

    def _named(self, rule: Rule) -> Names:
        """The names that a rule's terms mention, in their order."""
        found: dict[str, None] = {}
        for spec in fields(rule.terms):
            value = getattr(rule.terms, spec.name)
            if spec.metadata.get("type") is TermType.PEOPLE:
                found.update(dict.fromkeys(value))
            elif spec.metadata.get("type") is TermType.EVENTS:
                found.update(dict.fromkeys(event.who for event in value if event.who))
        return tuple(name for name in found if name in self.known)

    def _events(self, rule: Rule) -> Iterator[tuple[Occurrence, ...]]:
        for spec in fields(rule.terms):
            value = getattr(rule.terms, spec.name)
            if spec.metadata.get("type") is TermType.EVENTS and value:
                yield tuple(value)
