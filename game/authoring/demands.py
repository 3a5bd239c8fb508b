"""What keeping the rules asks of the times at which things happen, and what the day itself makes certain.

Only what is asked in any case counts: a rule with `while` is not always in force, and what waits for the first of
several people waits for nobody in particular. Everything that a rule speaks of is taken to happen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any, Final

from game.authoring.timetable import TICK, Demand
from game.protocol.cues import Moment, Occurrence
from game.protocol.groups import names
from game.protocol.rules import Rule
from game.protocol.scenario import Scenario

THE_DAY: Final = -1
THE_AIM: Final = -2
"""Who asks for it where no rule does."""

Event = tuple[str, Moment]
MIDNIGHT: Final = "midnight"
"""From when instants are counted."""

_WAY: Final = (Moment.SET_OUT, Moment.AT_DOOR, Moment.ENTERED, Moment.TOOK_PLACE, Moment.SAT)
_AFTER: Final = ((Moment.ENTERED, Moment.LEFT), (Moment.ENTERED, Moment.SENT_OUT), (Moment.SAT, Moment.ROSE))
_JUST_IN_TIME: Final = TICK - 1


def demands(scenario: Scenario) -> list[Demand]:
    """All demands of a scenario; the owner is the rule's number, THE_DAY or THE_AIM."""
    found = list(_of_the_day(scenario)) + list(_of_the_aim(scenario))
    for number, rule in enumerate(scenario.rules):
        if rule.during is None and rule.terms.kind in _KINDS:
            asked = _Asked(scenario, rule, number)
            _KINDS[rule.terms.kind](asked, rule.terms)
            found += asked.demands
    return found


def _of_the_day(scenario: Scenario) -> Iterator[Demand]:
    for person in scenario.delegates:
        way = [(person.id, moment) for moment in _WAY]
        yield Demand(MIDNIGHT, way[0], scenario.start * TICK, THE_DAY)
        for earlier, later in pairwise(way):
            yield Demand(earlier, later, 1, THE_DAY)
        for first, then in _AFTER:
            yield Demand((person.id, first), (person.id, then), 1, THE_DAY)
    known = names(scenario)
    for arrival in scenario.arrivals:
        for who in (person for name in arrival.who for person in known.get(name, ())):
            arrived = (who, Moment.ARRIVED)
            yield from _between(arrived, arrival.at + arrival.late.low, arrival.at + arrival.late.high)
            yield Demand(arrived, (who, Moment.SET_OUT), 1, THE_DAY)
    air, ready = scenario.broadcast, scenario.room_ready
    if air.start is not None:
        yield from _between(("", Moment.ON_AIR), air.start - (air.by.high if air.by else 0), air.start)
    if air.end is not None:
        yield from _between(("", Moment.OFF_AIR), air.end, air.end)
    if ready is not None:
        yield from _between(("", Moment.ROOM_READY), ready.at + ready.late.low, ready.at + ready.late.high)
        for person in scenario.delegates:
            yield Demand(("", Moment.ROOM_READY), (person.id, Moment.ENTERED), 1, THE_DAY)


def _between(event: Event, earliest: int, latest: int) -> Iterator[Demand]:
    yield Demand(MIDNIGHT, event, earliest * TICK, THE_DAY)
    yield Demand(event, MIDNIGHT, -latest * TICK - _JUST_IN_TIME, THE_DAY)


def _of_the_aim(scenario: Scenario) -> Iterator[Demand]:
    moment = Moment.SAT if scenario.aim.seated else Moment.TOOK_PLACE
    for who in _people(scenario, scenario.aim.who):
        yield Demand((who, moment), MIDNIGHT, -scenario.aim.by * TICK - _JUST_IN_TIME, THE_AIM)


def _people(scenario: Scenario, who: Iterable[str]) -> list[str]:
    """Who is expected in the room: officers of the house do not go in, and who is not invited may not come."""
    known, own = names(scenario), {person.id for person in scenario.delegates}
    return list(dict.fromkeys(person for name in who for person in known.get(name, ()) if person in own))


class _Asked:
    """The demands of one rule. A grace gives each of them so much slack."""

    def __init__(self, scenario: Scenario, rule: Rule, number: int) -> None:
        self.demands: list[Demand] = []
        self.scenario = scenario
        self._exempt = set(_people(scenario, rule.exempt))
        self._grace = rule.grace * TICK
        self._number = number

    def people(self, who: Iterable[str]) -> list[str]:
        return [person for person in _people(self.scenario, who) if person not in self._exempt]

    def events(self, occurrences: Sequence[Occurrence]) -> list[Event]:
        """What must all have happened; of those who may each be the first nobody in particular."""
        found: list[Event] = []
        for occurrence in occurrences:
            if occurrence.moment.of_nobody:
                found.append(("", occurrence.moment))
                continue
            who = _people(self.scenario, (occurrence.who,))
            found += [(person, occurrence.moment) for person in who if len(who) == 1 or not occurrence.first]
        return found

    def certain(self, occurrences: Sequence[Occurrence]) -> bool:
        """Whether all of it can be counted on: it is about nobody who may not come at all."""
        known = names(self.scenario)
        return all(
            occurrence.moment.of_nobody
            or len(_people(self.scenario, (occurrence.who,))) == len(known.get(occurrence.who, ()))
            for occurrence in occurrences
        )

    def later(self, all_of: Sequence[Event], then: Sequence[Event], apart: int = 1) -> None:
        """Each of `then` comes after all of the others: what happens at one instant has an order too."""
        between = ("later", self._number, len(self.demands))
        for event in all_of:
            self._add(event, between, -self._grace)
        for event in then:
            self._add(between, event, apart)

    def within(self, since: Sequence[Event], until: Sequence[Event], longest: int) -> None:
        """Each of `until` comes at most so long (ms) after each of `since`."""
        between = ("within", self._number, len(self.demands))
        for event in until:
            self._add(event, between, -longest * TICK - _JUST_IN_TIME - self._grace)
        for event in since:
            self._add(between, event, 0)

    def deadline(self, events: Sequence[Event], at: int) -> None:
        for event in events:
            self._add(event, MIDNIGHT, -at * TICK - _JUST_IN_TIME - self._grace)

    def _add(self, earlier: Any, later: Any, apart: int) -> None:
        self.demands.append(Demand(earlier, later, apart, self._number))


def _did(people: Iterable[str], moment: Moment) -> list[Event]:
    return [(person, moment) for person in people]


def _before(asked: _Asked, terms: Any) -> None:
    first = asked.people(terms.first)
    then = [person for person in asked.people(terms.then) if person not in first]
    asked.later(_did(first, terms.event), _did(then, terms.event))


def _in_order(asked: _Asked, terms: Any) -> None:
    order = next(order for order in asked.scenario.precedence if order.of == terms.order)
    ranks: dict[int, list[str]] = {}
    for person in asked.people(terms.who):
        rank = order.rank(person)
        if rank is not None:
            ranks.setdefault(rank, []).append(person)
    classes = [ranks[rank] for rank in sorted(ranks, reverse=terms.direction == "ascending")]
    for earlier, later in pairwise(classes):
        asked.later(_did(earlier, terms.event), _did(later, terms.event))


def _absent_until(asked: _Asked, terms: Any) -> None:
    until = asked.events(terms.until)
    who = [person for person in asked.people(terms.who) if person not in {event[0] for event in until}]
    asked.later(until, _did(who, Moment.ENTERED))


def _by(asked: _Asked, terms: Any) -> None:
    asked.deadline(_did(asked.people(terms.who), terms.event), terms.deadline)


def _closed_between(asked: _Asked, terms: Any) -> None:
    begins = asked.events(terms.begins)
    if terms.ends or len(begins) != 1 or len(terms.begins) != 1:
        return
    staff = {*_people(asked.scenario, terms.staff), begins[0][0]}
    who = [person for person in asked.people(asked.scenario.aim.who) if person not in staff]
    asked.later(_did(who, Moment.ENTERED), begins)


def _longest_wait(asked: _Asked, terms: Any) -> None:
    who = asked.people(terms.who)
    if terms.place == "room" and terms.until:
        for person in who:
            until = [event for event in asked.events(terms.until) if event[0] != person]
            asked.within([(person, Moment.ENTERED)], until, terms.longest)
    if terms.place in _WAITS and not terms.until:
        begins, ends = _WAITS[terms.place]
        late = _people(asked.scenario, (name for arrival in asked.scenario.arrivals for name in arrival.who))
        for person in (person for person in who if begins is not Moment.ARRIVED or person in late):
            asked.within([(person, begins)], [(person, ends)], terms.longest)


_WAITS: Final = {"door": (Moment.AT_DOOR, Moment.ENTERED), "holding room": (Moment.ARRIVED, Moment.SET_OUT)}


def _never_parted_from(asked: _Asked, terms: Any) -> None:
    principal = asked.people(terms.principal)
    if len(principal) == 1:
        own, others = _did(principal, Moment.ENTERED), _did(asked.people(terms.who), Moment.ENTERED)
        asked.within(own, others, terms.within)
        asked.within(others, own, terms.within)


def _nobody_before(moment: Moment) -> Callable[[_Asked, Any], None]:
    def ask(asked: _Asked, terms: Any) -> None:
        first = asked.people(terms.before)
        rest = [person for person in asked.people(terms.who) if person not in first]
        asked.later(_did(first, moment), _did(rest, moment))

    return ask


def _received_by(asked: _Asked, terms: Any) -> None:
    hosts = asked.people(terms.by)
    guests = _did((who for who in asked.people(terms.who) if who not in hosts), Moment.ENTERED)
    if terms.place == "room":
        asked.later(_did(hosts, Moment.ENTERED), guests)
    else:
        asked.later(_did(hosts, Moment.AT_DOOR), guests)
        # Passing the door at the same instant is well, in whichever order.
        asked.later(guests, _did(hosts, Moment.ENTERED), -_JUST_IN_TIME)


def _standing_at_place_when(asked: _Asked, terms: Any) -> None:
    if not asked.certain(terms.when):
        return
    when = asked.events(terms.when)
    who = [person for person in asked.people(terms.who) if person not in {event[0] for event in when}]
    asked.later(when, _did(who, Moment.SAT))
    if len(when) == len(terms.when) == 1:
        asked.later(_did(who, Moment.TOOK_PLACE), when)


def _together(asked: _Asked, terms: Any) -> None:
    events = _did(asked.people(terms.who), terms.event)
    asked.within(events, events, terms.within)


_KINDS: Final[dict[str, Callable[[_Asked, Any], None]]] = {
    "absent_until": _absent_until,
    "before": _before,
    "by": _by,
    "closed_between": _closed_between,
    "in_order": _in_order,
    "longest_wait": _longest_wait,
    "never_parted_from": _never_parted_from,
    "nobody_leaves_before": _nobody_before(Moment.LEFT),
    "nobody_sits_before": _nobody_before(Moment.SAT),
    "received_by": _received_by,
    "standing_at_place_when": _standing_at_place_when,
    "together": _together,
}
