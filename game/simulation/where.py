"""Where everyone is at an instant, read from a trace: what window, picture, movie and page draw.

Everything is integers and follows from scenario and trace alone, so asking in any order answers alike.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from typing import Final

from game.protocol.plan import Verb
from game.protocol.room import Point
from game.protocol.scenario import Scenario
from game.simulation.blame import to_blame
from game.simulation.codes import Code
from game.simulation.itinerary import Itinerary, itineraries
from game.simulation.official import Visit, visits
from game.simulation.posts import Doorkeeping
from game.simulation.trace import Trace
from game.simulation.whereabouts import Posture, Space, Whereabouts

HEADS_TURN: Final = 4_000
"""For so many ms everybody in the room looks at whoever is sent out or remarked on."""

FLEETING: Final = 3_000
"""A breach that is over in an instant is still pointed at for so many ms."""


class Timeline:
    """Places of everyone over a whole run. Made once from a trace; each question is a few binary searches."""

    def __init__(self, scenario: Scenario, trace: Trace) -> None:
        self._scenario = scenario
        self._ways: tuple[Itinerary, ...] = itineraries(scenario, trace)
        self._blame = _blame(trace)
        self._sent = [(r.at, r.who) for r in trace.records if r.code in (Code.SENT_OUT, Code.REMARKED) and r.who >= 0]
        self._sent_at = [at for at, _ in self._sent]
        self._visits: tuple[Visit, ...] = visits(scenario, trace)
        on_off = (Code.ON_AIR, Code.OFF_AIR)
        switches = [(r.at, r.code == Code.ON_AIR) for r in trace.records if r.code in on_off]
        self._switch_at = [at for at, _ in switches]
        self._switched = [on for _, on in switches]
        self.doors = Doorkeeping(scenario, trace)
        self._holds = [
            (r.at, trace.orders[r.extra])
            for r in trace.records
            if r.code == Code.ORDER and trace.orders[r.extra].verb in (Verb.HOLD_DOOR, Verb.RELEASE_DOOR)
        ]

    def at(self, instant: int) -> tuple[Whereabouts, ...]:
        """One for each person, in the order of `scenario.people`."""
        seen = [self._one(index, instant) for index in range(len(self._ways))]
        since = bisect_right(self._sent_at, instant - HEADS_TURN)
        sent = self._sent[since : bisect_right(self._sent_at, instant)]
        if not sent:
            return tuple(seen)
        leaving = {who for _, who in sent}
        targets = [spot for who in leaving if (spot := seen[who].at) is not None]
        return tuple(
            _looking_at(one, targets) if index not in leaving else one for index, one in enumerate(seen)
        )

    def official(self, instant: int) -> Whereabouts | None:
        """The person of the house who sends people out or remarks, while present; no person of the scenario."""
        visit = self._visit(instant)
        return visit.at(instant) if visit else None

    def speech(self, instant: int) -> str | None:
        """The rule whose words (`rule.house.says`) the official is speaking, or None."""
        visit = self._visit(instant)
        return visit.rule if visit and visit.speaks(instant) else None

    def on_air(self, instant: int) -> bool:
        """Whether the broadcast is on."""
        index = bisect_right(self._switch_at, instant)
        return index > 0 and self._switched[index - 1]

    def held_doors(self, instant: int) -> frozenset[str]:
        """The doors held by an order that has arrived."""
        held: set[str] = set()
        for at, order in self._holds:
            if at > instant:
                break
            (held.add if order.verb is Verb.HOLD_DOOR else held.discard)(order.target)
        return frozenset(held)

    def path(self, person: int, instant: int) -> tuple[Point, ...]:
        """The way through the room that a person, by index, is on or has walked; empty outside the room."""
        leg = self._ways[person].leg(instant)
        return leg.path.points if leg.path and leg.space is Space.ROOM else ()

    def _visit(self, instant: int) -> Visit | None:
        return next((v for v in reversed(self._visits) if v.start <= instant < v.end), None)

    def _one(self, index: int, instant: int) -> Whereabouts:
        person = self._scenario.people[index]
        leg = self._ways[index].leg(instant)
        blamed = any(start <= instant < end for start, end in self._blame.get(person.id, ()))
        value, holding = leg.value(instant), leg.holding or person.holds
        if leg.path is None or leg.space is not Space.ROOM:
            return Whereabouts(
                person.id, leg.space, leg.posture(instant), holding, leg.door, value, None, None, blamed
            )
        posture = leg.posture(instant)
        facing = leg.path.ahead(value, leg.stop) if posture is Posture.WALKING else leg.rest_facing
        at = leg.path.point(value)
        return Whereabouts(person.id, leg.space, posture, holding, leg.door, 1_000, at, facing, blamed)


def _looking_at(one: Whereabouts, targets: list[Point]) -> Whereabouts:
    if one.at is None or one.posture is Posture.WALKING or not targets:
        return one
    here = one.at
    nearest = min(targets, key=lambda p: ((p.x - here.x) ** 2 + (p.y - here.y) ** 2, p.x, p.y))
    return Whereabouts(
        one.person, one.space, one.posture, one.holding, one.door, one.progress, one.at, nearest, one.to_blame
    )


def _blame(trace: Trace) -> dict[str, list[tuple[int, int]]]:
    """From when to when each offender stands in a breach; a fleeting one is kept for a moment."""
    spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for breach in trace.breaches:
        end = max(breach.until, breach.at + FLEETING)
        for offender in to_blame(trace.scenario, breach):
            spans[offender].append((breach.at, end))
    return dict(spans)
