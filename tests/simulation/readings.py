"""Each rule kind read off a finished trace by brute force: no monitors, no state carried from event to event.

Written against the docstring of each kind's terms alone; slow and plain on purpose. A reading gives tuples of
(offenders, against, begins, ends, put right), people as ids, in no particular order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields, replace
from typing import Any

from game.protocol.cues import Moment, Occurrence
from game.protocol.groups import expand
from game.protocol.room import Seat
from game.protocol.rules import During, Rule, TermType
from game.simulation.codes import Code
from game.simulation.kinds.registry import registry
from game.simulation.neighbours import faces, opposite, side_of
from game.simulation.trace import Trace

Finding = tuple[tuple[str, ...], tuple[str, ...], int, int, bool]
NEVER = 1 << 60


class Day:
    """The events of a trace with the questions readings ask of them."""

    def __init__(self, trace: Trace) -> None:
        self.trace = trace
        self.scenario = trace.scenario
        self.events = [e for e in trace.events if e.what not in ("breach", "breach over")]
        self.end = trace.scenario.end
        self.seat_of = {
            (self.scenario.people[r.who].id, r.at): self.scenario.room.seats[r.extra]
            for r in trace.records
            if r.code == Code.TOOK_PLACE
        }
        self.everybody = [person.id for person in self.scenario.people]

    def people(self, who: Iterable[str]) -> list[str]:
        """The people behind names, in the scenario's order."""
        named = set(expand(self.scenario, tuple(who)))
        return [person for person in self.everybody if person in named]

    def all_of(self, who: str, what: str) -> list[int]:
        """The places in the list of events at which something happened to somebody."""
        return [n for n, e in enumerate(self.events) if e.who == who and e.what == what]

    def first(self, who: str, what: str) -> int:
        """The first of them, or NEVER."""
        return min(self.all_of(who, what), default=NEVER)

    def happened(self, occurrences: Iterable[Occurrence]) -> int:
        """The event with which all of these have happened, or NEVER; before the first event if there are none."""
        return max((self._one(o) for o in occurrences), default=-1)

    def _one(self, occurrence: Occurrence) -> int:
        if occurrence.moment.of_nobody:
            return self.first("", occurrence.moment)
        times = [self.first(person, occurrence.moment) for person in self.people([occurrence.who])]
        return min(times) if occurrence.first else max(times)

    def at(self, n: int) -> int:
        """The instant of an event; the end of the day for NEVER."""
        return self.events[n].at if n < len(self.events) else self.end

    def stays(self, who: str, begins: str, ends: Iterable[str]) -> list[tuple[int, int]]:
        """From each beginning to the event that ends it (NEVER if none does)."""
        ends = set(ends)
        return [
            (
                n,
                next(
                    (
                        m
                        for m in range(n + 1, len(self.events))
                        if self.events[m].who == who and self.events[m].what in ends
                    ),
                    NEVER,
                ),
            )
            for n in self.all_of(who, begins)
        ]

    def air(self) -> list[tuple[int, int]]:
        """The spans on air, from event to event."""
        return self.stays("", "on air", ["off air"])


def absent_until(day: Day, terms: Any) -> list[Finding]:
    """Every stay in the room that began before the condition; every stay at all where there is none."""
    done = day.happened(terms.until) if terms.until else NEVER
    awaited = {p for o in terms.until if o.who and not o.first for p in day.people([o.who])}
    against = tuple(expand(day.scenario, tuple(o.who for o in terms.until if o.who)))
    return [
        ((who,), against, day.at(come), day.at(min(gone, done)), gone < done)
        for who in day.people(terms.who)
        if who not in awaited
        for come, gone in day.stays(who, "entered", ["left"])
        if come < done
    ]


def nobody_sits_before(day: Day, terms: Any) -> list[Finding]:
    """Every time on a chair that began before all who sit first had sat."""
    done = day.happened(Occurrence(name, Moment.SAT) for name in terms.before)
    against = tuple(expand(day.scenario, terms.before))
    return [
        ((who,), against, day.at(sat), day.at(min(rose, done)), rose < done)
        for who in day.people(terms.who)
        if who not in against
        for sat, rose in day.stays(who, "sat", ["rose"])
        if sat < done
    ]


def _at_will(day: Day, n: int) -> bool:
    """Whether somebody entered or left without having been told to leave since they came."""
    mine = [e.what for e in day.events[:n] if e.who == day.events[n].who]
    told = [what for what in mine if what in ("entered", "left", "sent out", "quiet word")][-1:]
    return told[:1] not in (["sent out"], ["quiet word"])


def nobody_leaves_before(day: Day, terms: Any) -> list[Finding]:
    """Every leaving at will before all who leave first had left."""
    done = day.happened(Occurrence(name, Moment.LEFT) for name in terms.before)
    against = tuple(expand(day.scenario, terms.before))
    return [
        ((who,), against, day.at(n), day.at(n), False)
        for who in day.people(terms.who)
        if who not in against
        for n in day.all_of(who, "left")
        if n < done and _at_will(day, n)
    ]


def before(day: Day, terms: Any) -> list[Finding]:
    """Everybody of `then` with somebody of `first` who comes later or never."""
    first = day.people(terms.first)
    found = []
    for who in day.people(terms.then):
        mine = day.first(who, terms.event)
        late = tuple(other for other in first if day.first(other, terms.event) > mine)
        if who not in first and mine < NEVER and late:
            found.append(((who,), late, day.at(mine), day.at(mine), False))
    return found


def in_order(day: Day, terms: Any) -> list[Finding]:
    """Everybody with somebody of a place before theirs who comes later or never."""
    order = next(o for o in day.scenario.precedence if o.of == terms.order)
    found = []
    for who in day.people(terms.who):
        mine, rank = day.first(who, terms.event), order.rank(who)
        passed = []
        for other in day.people(terms.who):
            theirs = order.rank(other)
            if rank is None or theirs is None:
                continue
            ahead = theirs < rank if terms.direction == "descending" else theirs > rank
            if ahead and day.first(other, terms.event) > mine:
                passed.append(other)
        if mine < NEVER and passed:
            found.append(((who,), tuple(passed), day.at(mine), day.at(mine), False))
    return found


def door_reserved(day: Day, terms: Any) -> list[Finding]:
    """Every entry by the door of somebody it is not reserved for, while it is."""
    freed = day.happened(terms.until) if terms.until else NEVER
    against = tuple(expand(day.scenario, terms.only))
    return [
        ((e.who,), against, e.at, e.at, False)
        for n, e in enumerate(day.events)
        if e.what == "entered" and e.door == terms.door and e.who not in against and n < freed
    ]


def _first_doors(day: Day, who: Iterable[str]) -> list[tuple[int, str, str]]:
    entries = [(day.first(person, "entered"), person) for person in day.people(who)]
    return [(n, person, day.events[n].door) for n, person in sorted(entries) if n < NEVER]


def same_door(day: Day, terms: Any) -> list[Finding]:
    """Everybody whose first door is not that of the very first."""
    entries = _first_doors(day, terms.who)
    return [
        ((who,), (entries[0][1],), day.at(n), day.at(n), False) for n, who, door in entries if door != entries[0][2]
    ]


def separate_doors(day: Day, terms: Any) -> list[Finding]:
    """Everybody whose first door somebody else of them had taken."""
    found = []
    entries = _first_doors(day, terms.who)
    for n, who, door in entries:
        others = tuple(other for m, other, taken in entries if m < n and taken == door)
        if others:
            found.append(((who,), others, day.at(n), day.at(n), False))
    return found


def together(day: Day, terms: Any) -> list[Finding]:
    """Those who come more than the span after the first, as one."""
    times = {who: day.at(n) for who in day.people(terms.who) if (n := day.first(who, terms.event)) < NEVER}
    if not times:
        return []
    limit = min(times.values()) + terms.within
    late = tuple(who for who in day.people(terms.who) if times.get(who, NEVER) > limit)
    if not late or limit > day.end:
        return []
    come = tuple(who for who in day.people(terms.who) if who not in late)
    until = max(times.get(who, day.end) for who in late)
    return [(late, come, limit, until, False)]


def by(day: Day, terms: Any) -> list[Finding]:
    """Everybody who has not done it at the deadline, or has undone it."""
    undo = {"took place": "left", "entered": "left", "sat": "rose"}.get(terms.event, "")
    found = []
    if terms.deadline > day.end:
        return []
    for who in day.people(terms.who):
        mine = [e for e in day.events if e.who == who and e.what in (terms.event, undo)]
        so_far = [e for e in mine if e.at <= terms.deadline]
        if so_far and so_far[-1].what == terms.event:
            continue
        after = next((e.at for e in mine if e.at > terms.deadline and e.what == terms.event), day.end)
        found.append(((who,), (), terms.deadline, after, False))
    return found


def alone_in_shot(day: Day, terms: Any) -> list[Finding]:
    """Every stretch in which somebody else is on a camera's spot on air."""
    allowed = expand(day.scenario, terms.who)
    done = day.happened(terms.until) if terms.until else NEVER
    found = []
    for who in day.everybody:
        if who in allowed:
            continue
        began = None
        for n, event in enumerate([*day.events]):
            if n > done:
                break
            seen = n < done and _on_air(day, n) and _on_spot(day, who, n)
            if seen and began is None:
                began = event.at
            elif not seen and began is not None:
                acted = n < done and (event.what == "left" or (event.what == "off air" and event.by != ""))
                found.append(((who,), allowed, began, event.at, acted))
                began = None
        if began is not None:
            found.append(((who,), allowed, began, day.end, False))
    return found


def _on_air(day: Day, n: int) -> bool:
    switches = [e.what for e in day.events[: n + 1] if e.what in ("on air", "off air")]
    return bool(switches) and switches[-1] == "on air"


def _on_spot(day: Day, who: str, n: int) -> bool:
    cameras = {camera.on for camera in day.scenario.room.cameras}
    mine = [e for e in day.events[: n + 1] if e.who == who and e.what in ("entered", "took place", "left")]
    if not mine or mine[-1].what == "left":
        return False
    return "room" in cameras or (mine[-1].door in cameras if mine[-1].what == "entered" else "table" in cameras)


def longest_wait(day: Day, terms: Any) -> list[Finding]:
    """Every stretch of waiting beyond the limit."""
    done = day.happened(terms.until) if terms.until else NEVER
    found = []
    for who in day.people(terms.who):
        if terms.place == "door":
            spans = day.stays(who, "at door", ["entered", "turned back"])
        else:
            spans = day.stays(who, "entered", ["left"])
        if terms.place == "on camera":
            spans = [(max(a, c), min(b, d)) for a, b in spans for c, d in day.air() if max(a, c) < min(b, d)]
        for begins, ends in spans:
            stop = min(ends, done)
            opens = day.at(begins) + terms.longest
            if begins >= done or opens > day.end or (stop < NEVER and day.at(stop) <= opens):
                continue
            acted = (
                stop < done
                and day.events[stop].what != "entered"
                and not (day.events[stop].what == "off air" and day.events[stop].by == "")
            )
            found.append(((who,), (who,), opens, day.at(stop), acted))
    # The breach is done to the one who waits; the monitor names them as the offender and nobody as harmed.
    return [(offenders, (), a, b, acted) for offenders, _, a, b, acted in found]


def standing_at_place_when(day: Day, terms: Any) -> list[Finding]:
    """Everybody whose last doing before the event is not to have taken the place."""
    n = day.happened(terms.when)
    awaited = {p for o in terms.when if o.who and not o.first for p in day.people([o.who])}
    against = tuple(expand(day.scenario, tuple(o.who for o in terms.when if o.who)))
    telling = ("took place", "sat", "quiet word", "sent out", "took leave", "left")
    found = []
    for who in day.people(terms.who):
        mine = [e.what for e in day.events[: n + 1] if e.who == who and e.what in telling]
        if n < NEVER and who not in awaited and mine[-1:] != ["took place"]:
            found.append(((who,), against, day.at(n), day.at(n), False))
    return found


def escorted_by(day: Day, terms: Any) -> list[Finding]:
    """Every first entry by a door to which nobody of those named came with whoever enters."""
    found = []
    for person in day.people(terms.who):
        n = day.first(person, "entered")
        if n != NEVER and not any(
            _escorts(day, who, person, n, terms.within) for who in day.people(terms.by) if who != person
        ):
            found.append(((person,), (), day.at(n), day.at(n), False))
    return found


def _escorts(day: Day, escort: str, person: str, n: int, within: int) -> bool:
    """Whether the last thing before the n-th event that an escort did at a door was to come to that door or go in by
    it, having set out at about the same time as the person."""
    before = [event for event in day.events[:n] if event.who == escort]
    moves = [e for e in before if e.what in ("set out", "at door", "entered", "turned back", "left")]
    out = [event.at for event in before if event.what == "set out"]
    own = [event.at for event in day.events[:n] if event.who == person and event.what == "set out"]
    if not moves or moves[-1].what not in ("at door", "entered") or not out:
        return False
    return moves[-1].door == day.events[n].door and abs(out[-1] - own[-1]) <= within


def received_by(day: Day, terms: Any) -> list[Finding]:
    """Every first entry at which somebody who should be there is not."""
    found = []
    for guest in day.people(terms.who):
        n = day.first(guest, "entered")
        if n == NEVER:
            continue
        here = [who for who in day.people(terms.by) if who != guest and _receives(day, who, n, terms.place)]
        missing = tuple(who for who in day.people(terms.by) if who != guest and who not in here)
        if missing:
            found.append((missing, (guest,), day.at(n), day.at(n), False))
    return found


def _receives(day: Day, who: str, n: int, place: str) -> bool:
    mine = [e for e in day.events[:n] if e.who == who and e.what in ("at door", "entered", "turned back", "left")]
    if not mine:
        return False
    last = mine[-1]
    if place == "room":
        return last.what == "entered"
    here = last.what == "at door" or (last.what == "entered" and last.at == day.at(n))
    return here and last.door == day.events[n].door


def never_parted_from(day: Day, terms: Any) -> list[Finding]:
    """Every stretch of one inside and the other not beyond the limit; and every first entry by another door."""
    principals = day.people(terms.principal)
    found = []
    for who in day.people(terms.who):
        if who in principals:
            continue
        since = None
        inside: set[str] = set()
        for n, event in enumerate(day.events):
            if event.who in (who, *principals) and event.what in ("entered", "left"):
                (inside.add if event.what == "entered" else inside.discard)(event.who)
            parted = len(inside & {who, *principals}) not in (0, 1 + len(principals))
            if parted and since is None:
                since = n
            elif not parted and since is not None:
                begins = day.at(since) + terms.within
                if begins < event.at:
                    found.append(((who,), tuple(principals), begins, event.at, event.what == "left"))
                since = None
        if since is not None and day.at(since) + terms.within <= day.end:
            found.append(((who,), tuple(principals), day.at(since) + terms.within, day.end, False))
        found += _other_doors(day, who, principals)
    return found


def _other_doors(day: Day, who: str, principals: list[str]) -> list[Finding]:
    mine = day.first(who, "entered")
    if mine == NEVER:
        return []
    theirs = [(day.first(p, "entered"), p) for p in principals]
    apart = [(n, p) for n, p in theirs if n < NEVER and day.events[n].door != day.events[mine].door]
    before = tuple(p for n, p in apart if n < mine)
    found: list[Finding] = [((who,), before, day.at(mine), day.at(mine), False)] if before else []
    return found + [((who,), (p,), day.at(n), day.at(n), False) for n, p in apart if n > mine]


def placed_at(day: Day, terms: Any) -> list[Finding]:
    """Every stretch in which somebody is in a wrong place, looked at after every event."""
    found = []
    for who in day.people(terms.who):
        against = tuple(p for p in expand(day.scenario, (*terms.beside, *terms.opposite)) if p != who)
        since = None
        for n, event in enumerate(day.events):
            wrong = _misplaced(day, terms, who, _seats_after(day, n))
            if wrong and since is None:
                since = event.at
            elif not wrong and since is not None:
                found.append(((who,), against, since, event.at, True))
                since = None
        if since is not None:
            found.append(((who,), against, since, day.end, False))
    return found


def _seats_after(day: Day, n: int) -> dict[str, Seat]:
    taken: dict[str, Seat] = {}
    for event in day.events[: n + 1]:
        if event.what == "took place":
            taken[event.who] = day.seat_of[event.who, event.at]
        elif event.what == "left":
            taken.pop(event.who, None)
    return taken


def _misplaced(day: Day, terms: Any, who: str, taken: dict[str, Seat]) -> bool:
    if who not in taken:
        return False
    room, mine = day.scenario.room, taken[who]
    beside = [taken[p] for p in day.people(terms.beside) if p != who and p in taken]
    across = [taken[p] for p in day.people(terms.opposite) if p != who and p in taken]
    sides = {"either": ("right", "left")}.get(terms.side, (terms.side,))
    return (
        terms.seat not in (None, mine.id)
        or (terms.facing is not None and not faces(mine, room.threshold(room.door(terms.facing))))
        or any(side_of(room, mine, other) not in sides for other in beside)
        or not all(opposite(mine, other) for other in across)
    )


def parity(day: Day, terms: Any) -> list[Finding]:
    """Every stretch in which somebody is among those too many, counted anew after every event."""
    once = day.happened(terms.once)
    one, other = day.people(terms.one), day.people(terms.other)
    found = []
    for who in day.everybody:
        since = None
        for n, event in enumerate(day.events):
            inside: list[str] = []
            for e in day.events[: n + 1]:
                if e.what == "entered":
                    inside.append(e.who)
                elif e.what == "left":
                    inside.remove(e.who)
            these, those = ([p for p in inside if p in side] for side in (one, other))
            more, against = (these, other) if len(these) > len(those) else (those, one)
            surplus = more[min(len(these), len(those)) + terms.difference :] if n >= once else []
            if who in surplus and since is None:
                since = event.at
                whom = tuple(against)
            elif who not in surplus and since is not None:
                found.append(((who,), whom, since, event.at, event.what == "left"))
                since = None
        if since is not None:
            found.append(((who,), whom, since, day.end, False))
    return found


def closed_between(day: Day, terms: Any) -> list[Finding]:
    """Every entry and every leaving at will between the two events."""
    begins, ends = day.happened(terms.begins), day.happened(terms.ends) if terms.ends else NEVER
    staff = day.people(terms.staff)
    found = []
    for n, event in enumerate(day.events):
        if event.what not in ("entered", "left") or event.who in staff or not begins < n <= ends:
            continue
        if _at_will(day, n):
            found.append(((event.who,), (), event.at, event.at, False))
    return found


READINGS: dict[str, Callable[[Day, Any], list[Finding]]] = {
    reading.__name__: reading
    for reading in (
        absent_until,
        alone_in_shot,
        before,
        by,
        closed_between,
        door_reserved,
        in_order,
        longest_wait,
        never_parted_from,
        nobody_leaves_before,
        nobody_sits_before,
        parity,
        placed_at,
        escorted_by,
        received_by,
        same_door,
        separate_doors,
        standing_at_place_when,
        together,
    )
}


def read(trace: Trace, rule: Rule) -> list[Finding]:
    """What brute force finds for one rule, sorted."""
    day = Day(trace)
    exempt = set(expand(day.scenario, rule.exempt))
    found = []
    for who, *rest in READINGS[rule.terms.kind](day, _without(day, rule.terms, exempt)):
        to_blame = tuple(person for person in who if person not in exempt)
        if to_blame:
            found += [_waived(day, rule, each) for each in _tempered(day, rule, (to_blame, *rest))]  # type: ignore[arg-type]
    return sorted(found)


def _waived(day: Day, rule: Rule, finding: Finding) -> Finding:
    """A finding that ends where the rule was waived while it went on."""
    who, against, begins, ends, _ = finding
    for event in day.events:
        waives = event.what == "order" and event.order.endswith(f" waive {rule.id}") and rule.waivable_by
        if waives and begins < event.at <= ends:
            return who, against, begins, event.at, False
    return finding


def _without(day: Day, terms: Any, exempt: set[str]) -> Any:
    people = [f.name for f in fields(terms) if f.metadata["type"] is TermType.PEOPLE]
    return replace(
        terms,
        **{name: tuple(p for p in expand(day.scenario, getattr(terms, name)) if p not in exempt) for name in people},
    )


def _tempered(day: Day, rule: Rule, finding: Finding) -> list[Finding]:
    """A finding cut to the times at which the rule is in force, and shortened by its grace."""
    who, against, begins, ends, acted = finding
    if not rule.grace and rule.during is None:
        return [finding]
    times = _in_force(day, rule.during)
    if not registry()[rule.terms.kind].price.lasting or (rule.terms.kind == "never_parted_from" and begins == ends):
        return [finding] if any(a <= begins < b for a, b, _ in times) else []
    found: list[Finding] = []
    for a, b, cut in times:
        since, until = max(begins, a) + rule.grace, min(ends, b)
        if since < until or since == until == day.end:
            found.append((who, against, since, until, acted if ends < b else cut))
    return found


def _in_force(day: Day, during: During | None) -> list[tuple[int, int, bool]]:
    """From when to when, and whether somebody ended it by cutting away."""
    if during is None:
        return [(-1, NEVER, False)]
    on, off = ("on air", "off air") if "air" in during else ("press in", "press out")
    spans = []
    for a, b in day.stays("", on, [off]):
        cut = b < NEVER and day.events[b].by != ""
        spans.append((day.at(a), day.at(b) if b < NEVER else NEVER, cut))
    if during == on:
        return spans
    edges = [-1, *(edge for a, b, _ in spans for edge in (a, b)), NEVER]
    return [(a, b, False) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < NEVER]
