"""What cannot be: refused before any simulation, for a player's plan and for an author's file alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from game.protocol.conduct import CUES, Settled, briefed, habits_of, settle, voices
from game.protocol.cues import After, AtDoorBy, AtOnce, Cue, Moment
from game.protocol.groups import names
from game.protocol.people import Role
from game.protocol.plan import Briefing, Conduct, Order, Plan, Verb
from game.protocol.scenario import Scenario
from game.protocol.units import DAY

MOST_ORDERS: Final = 500
MOST_BRIEFINGS: Final = 500

PACES: Final = (100, 5_000)
"""The slowest and the fastest walk anybody may be asked for, mm/s."""

_STILL_WALKABLE: Final = frozenset({
    "ambiguous", "over-budget", "escort-twice", "escort-two-rooms", "seat-taken", "cue-cycle", "never-arrives",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a plan cannot be: a closed code, the values its sentence needs, and which briefing and field it is about.

    `briefing` is the index in the plan, or -1 where it is about the plan as a whole.
    """

    code: str
    values: tuple[tuple[str, str], ...] = ()
    briefing: int = -1
    field: str = ""


def problems(scenario: Scenario, plan: Plan) -> tuple[Refusal, ...]:
    """Everything that is wrong with a plan, all at once; empty when the simulation may have it.

    Codes: too-many, unknown-person, unknown-door, unknown-seat, unknown-escort, bad-cue, cue-waits-for-itself,
    never-happens, never-arrives, out-of-range, door-not-reached, ambiguous, seat-taken, over-budget, escort-twice,
    escort-two-rooms, escort-no-way, officer-twice, officer-field, uninvited, cue-cycle.
    """
    if len(plan.briefings) > MOST_BRIEFINGS:
        return (Refusal("too-many", (("most", str(MOST_BRIEFINGS)),)),)
    found = [each for number, briefing in enumerate(plan.briefings) for each in _briefing(scenario, briefing, number)]
    if found:
        return tuple(found)
    found += _ambiguous(scenario, plan)
    found += _liaison(scenario, plan)
    settled = settle_all(scenario, plan)
    found += _doors(scenario, plan, settled)
    found += _seats(scenario, plan, settled)
    found += _officers(scenario, settled, plan)
    found += _cycles(scenario, settled)
    return tuple(found)


def walkable(refusals: tuple[Refusal, ...]) -> bool:
    """Whether people could do what a plan says, although the house would not accept it: it can be walked through."""
    return {refusal.code for refusal in refusals} <= _STILL_WALKABLE


def order_problems(scenario: Scenario, orders: tuple[Order, ...]) -> tuple[Refusal, ...]:
    """Everything that is wrong with live orders; `briefing` is then the order's index. Codes: too-many,
    unknown-person, unknown-door, unknown-rule, not-waivable, outside-the-day."""
    if len(orders) > MOST_ORDERS:
        return (Refusal("too-many", (("most", str(MOST_ORDERS)),)),)
    known, doors = names(scenario), {door.id for door in scenario.room.doors}
    found = []
    for number, order in enumerate(orders):
        if order.verb in (Verb.HOLD_DOOR, Verb.RELEASE_DOOR):
            if order.target not in doors:
                found.append(Refusal("unknown-door", (("door", order.target),), number, "target"))
        elif order.verb is Verb.WAIVE:
            rule = next((rule for rule in scenario.rules if rule.id == order.target), None)
            if rule is None:
                found.append(Refusal("unknown-rule", (("rule", order.target),), number, "target"))
            elif not rule.waivable_by:
                found.append(Refusal("not-waivable", (("rule", rule.id),), number, "target"))
        elif order.verb not in (Verb.CUT_AWAY, Verb.LET_STAND) and order.target not in known:
            found.append(Refusal("unknown-person", (("who", order.target),), number, "target"))
        if not scenario.start <= order.at <= scenario.end:
            found.append(Refusal("outside-the-day", (("order", str(order)),), number, "at"))
    return tuple(found)


def read_back_cost(scenario: Scenario, briefing: Briefing) -> int:
    """What reading a briefing back costs of the liaison's time, ms: once for each room its people wait in."""
    return len(rooms_of(scenario, briefing)) * scenario.liaison.read_back


def liaison_spent(scenario: Scenario, plan: Plan) -> int:
    """How much of the liaison's time a plan spends, ms."""
    return sum(read_back_cost(scenario, briefing) for briefing in plan.briefings if briefing.read_back)


def rooms_of(scenario: Scenario, briefing: Briefing) -> tuple[str, ...]:
    """The holding rooms in which the people of a briefing wait."""
    known = names(scenario)
    people = [person for name in briefing.who for person in known.get(name, ())]
    return tuple(dict.fromkeys(scenario.person(person).holds for person in people))


def settle_all(scenario: Scenario, plan: Plan) -> dict[str, Settled]:
    """What everybody does in the end if all briefings arrive."""
    habit, said = habits_of(scenario), briefed(scenario, plan)
    return {person.id: settle(habit[person.id], said[person.id]) for person in scenario.people}


def _briefing(scenario: Scenario, briefing: Briefing, number: int) -> Iterator[Refusal]:
    known = names(scenario)
    for name in briefing.who:
        if name not in known:
            yield Refusal("unknown-person", (("who", name),), number, "who")
        elif any(each.who == name for each in scenario.uninvited):
            yield Refusal("uninvited", (("who", name),), number, "who")
    conduct = briefing.conduct
    if conduct.door is not None and conduct.door not in {door.id for door in scenario.room.doors}:
        yield Refusal("unknown-door", (("door", conduct.door),), number, "door")
    if conduct.place is not None and conduct.place not in {seat.id for seat in scenario.room.seats}:
        yield Refusal("unknown-seat", (("seat", conduct.place),), number, "place")
    if briefing.escort is not None and briefing.escort not in scenario.liaison.escorts:
        yield Refusal("unknown-escort", (("escort", briefing.escort),), number, "escort")
    for field, least, most in (("pace", *PACES), ("spacing", 0, DAY)):
        value = getattr(conduct, field)
        if value is not None and not least <= value <= most:
            yield Refusal("out-of-range", (("field", field), ("value", str(value))), number, field)
    members = {person for name in briefing.who for person in known.get(name, ())}
    yield from conduct_problems(scenario, conduct, members, number)


def conduct_problems(scenario: Scenario, conduct: Conduct, members: set[str], number: int) -> Iterator[Refusal]:
    """What is wrong with the cues somebody is given; used for briefings and for habits."""
    for field in CUES:
        cue = getattr(conduct, field)
        if isinstance(cue, AtDoorBy) and field != "set_out":
            yield Refusal("bad-cue", (("cue", str(cue)),), number, field)
        if isinstance(cue, After | AtOnce) and not 0 <= cue.delay <= DAY:
            yield Refusal("out-of-range", (("field", field), ("value", str(cue.delay))), number, field)
        if isinstance(cue, After):
            yield from _occurrences(scenario, cue, members, number, field)


def _occurrences(scenario: Scenario, cue: After, members: set[str], number: int, field: str) -> Iterator[Refusal]:
    known = names(scenario)
    for event in cue.events:
        if event.moment.of_nobody:
            there = scenario.room_ready if event.moment is Moment.ROOM_READY else scenario.broadcast.start
            if there is None:
                yield Refusal("never-happens", (("cue", str(cue)),), number, field)
        elif not known.get(event.who):
            yield Refusal("unknown-person", (("who", event.who),), number, field)
        elif event.moment in _INSIDE and any(officer.id == event.who for officer in scenario.officers):
            yield Refusal("never-happens", (("cue", str(cue)),), number, field)
        elif members & set(known[event.who]):
            yield Refusal("cue-waits-for-itself", (("cue", str(cue)), ("who", event.who)), number, field)
        elif event.moment is Moment.ARRIVED:
            here = [person for person in known[event.who] if person not in late(scenario)]
            if here and not (event.first and len(here) < len(known[event.who])):
                yield Refusal("never-arrives", (("cue", str(cue)), ("who", ", ".join(here))), number, field)


def late(scenario: Scenario) -> frozenset[str]:
    """Who is not in the house from the beginning and arrives."""
    known = names(scenario)
    return frozenset(person for arrival in scenario.arrivals for name in arrival.who for person in known.get(name, ()))


def _ambiguous(scenario: Scenario, plan: Plan) -> list[Refusal]:
    clashes = voices(scenario, [(briefing.who, briefing.conduct) for briefing in plan.briefings])[1]
    first = {(clash.field, clash.entry, clash.other): clash for clash in reversed(clashes)}
    return [
        Refusal("ambiguous", (("who", clash.person), ("field", clash.field), ("other", str(clash.other + 1))),
                clash.entry, clash.field)
        for clash in first.values()
    ]


def _liaison(scenario: Scenario, plan: Plan) -> list[Refusal]:
    found = []
    spent = liaison_spent(scenario, plan)
    if spent > scenario.liaison.minutes:
        found.append(Refusal("over-budget", (("spent", str(spent)), ("minutes", str(scenario.liaison.minutes)))))
    used: dict[str, int] = {}
    for number, briefing in enumerate(plan.briefings):
        if briefing.escort is None:
            continue
        if briefing.escort in used:
            found.append(Refusal("escort-twice", (("escort", briefing.escort),), number, "escort"))
        used.setdefault(briefing.escort, number)
        found += _walking_escort(scenario, plan, briefing, number)
        if len(rooms_of(scenario, briefing)) > 1:
            found.append(Refusal("escort-two-rooms", (("escort", briefing.escort),), number, "escort"))
    return found


def _walking_escort(scenario: Scenario, plan: Plan, briefing: Briefing, number: int) -> Iterator[Refusal]:
    """An escort who is an officer of the house: he must be able to come to his people, and have nothing else to do."""
    officer = next((person for person in scenario.officers if person.id == briefing.escort), None)
    if officer is None:
        return
    for room in rooms_of(scenario, briefing)[:1]:
        if scenario.room.way(officer.holds, room) is None:
            yield Refusal("escort-no-way", (("escort", officer.id), ("room", room)), number, "escort")
    if any(officer.id in other.who for other in plan.briefings):
        yield Refusal("officer-twice", (("escort", officer.id),), number, "escort")
    for led in scenario.officers:
        if led.id in briefing.who and led.id != officer.id:
            yield Refusal("officer-field", (("who", led.id), ("field", "escort")), number, "escort")


def _officers(scenario: Scenario, settled: dict[str, Settled], plan: Plan) -> list[Refusal]:
    """An officer of the house stands at a door: there is no place for him inside."""
    inside = ("sit", "leave", "place")
    return [
        Refusal("officer-field", (("who", officer.id), ("field", field)), _entry_of(plan, scenario, officer.id, field),
                field)
        for officer in scenario.officers
        for field in inside if getattr(settled[officer.id].conduct, field) is not None
    ]


def _entry_of(plan: Plan, scenario: Scenario, person: str, field: str) -> int:
    voice = briefed(scenario, plan)[person].get(field)
    return voice.entry if voice else -1


def _doors(scenario: Scenario, plan: Plan, settled: dict[str, Settled]) -> list[Refusal]:
    found = []
    for person in scenario.people:
        door = settled[person.id].conduct.door
        if door is not None and scenario.room.holding_room(person.holds).walk_to(door) is None:
            found.append(Refusal("door-not-reached", (("who", person.id), ("door", door), ("room", person.holds)),
                                 _entry_of(plan, scenario, person.id, "door"), "door"))
    return found


def _seats(scenario: Scenario, plan: Plan, settled: dict[str, Settled]) -> list[Refusal]:
    taken: dict[str, str] = {}
    found = []
    for person in scenario.people:
        if person.role is Role.OFFICER:
            continue
        seat = settled[person.id].conduct.place or person.seat
        if seat in taken:
            found.append(Refusal("seat-taken", (("who", person.id), ("other", taken[seat]), ("seat", seat)),
                                 _entry_of(plan, scenario, person.id, "place"), "place"))
        taken.setdefault(seat, person.id)
    return found


_WAY_IN: Final = (Moment.SET_OUT, Moment.AT_DOOR, Moment.ENTERED, Moment.TOOK_PLACE, Moment.SAT)
_CHAIN: Final = (*_WAY_IN, Moment.LEFT)
"""What somebody does by cue, each after the one before; everything else comes from outside and may happen."""

_INSIDE: Final = frozenset({
    Moment.ARRIVED, Moment.ENTERED, Moment.TOOK_PLACE, Moment.SAT, Moment.ROSE, Moment.LEFT, Moment.SENT_OUT,
})
"""What never happens to an officer of the house, who is there from the beginning and does not go in."""


def _cycles(scenario: Scenario, settled: dict[str, Settled]) -> list[Refusal]:
    """People whose cues wait for each other: whatever cannot happen although nobody withholds it."""
    known = names(scenario)
    arriving = late(scenario)
    staff = {person.id for person in scenario.officers}
    happens: set[tuple[str, Moment]] = set()

    def may_come(cue: Cue | None) -> bool:
        if not isinstance(cue, After):
            return True
        return all(
            event.moment.of_nobody
            or (any if event.first else all)(may_happen(person, event.moment) for person in known[event.who])
            for event in cue.events
        )

    def may_happen(person: str, moment: Moment) -> bool:
        if moment is Moment.ARRIVED:
            return person in arriving
        if moment is Moment.LEFT and settled[person].conduct.leave is None:
            return True
        return moment not in _CHAIN or person in staff or (person, moment) in happens

    grows = True
    while grows:
        before = len(happens)
        for person_id, each in settled.items():
            conduct = each.conduct
            stages = (conduct.set_out, None, conduct.enter, None, conduct.sit)
            for moment, cue in zip(_WAY_IN, stages, strict=True):
                if not may_come(cue):
                    break
                happens.add((person_id, moment))
            if (person_id, Moment.TOOK_PLACE) in happens and may_come(conduct.leave):
                happens.add((person_id, Moment.LEFT))
        grows = len(happens) > before
    stuck = [p for p in settled if p not in staff and any((p, moment) not in happens for moment in _CHAIN)]
    return [Refusal("cue-cycle", (("who", ", ".join(stuck)),))] if stuck else []


