"""A day as the game's window needs it: the records of the trace up to now, as entries that tell nothing later.

    {"at": 45123250, "is": [9, 7, -1]}                   code, person, and what goes with the code, as in the trace
    {.., "part": [door, walk, route, seat]}              what somebody is about, where that is new; the seat is -1 until
                                                         they enter
    {.., "breach": [rule, [offenders], [against], own]}  with a breach, people and rules by their place in the scenario
    {.., "over": [seen, put right, waived]}              with the end of a breach

`entries` may be cut at any instant: `prefix` makes of what has come so far a trace that ends there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from game.protocol.plan import Order
from game.protocol.scenario import Scenario
from game.simulation.circumstances import nominal
from game.simulation.codes import TO_JOIN, Code
from game.simulation.instructions import ONCE, Instruction
from game.simulation.prepared import prepare
from game.simulation.trace import Breach, Seen, Trace

Entry = dict[str, Any]
Parts = list[tuple[int, int, Instruction]]

_MOVES: Final = frozenset({
    Code.SET_OUT, Code.ENTERED, Code.LEFT, Code.TURNED_BACK, Code.SENT_OUT, Code.QUIET_WORD, Code.TOOK_LEAVE, Code.ROSE,
})  # fmt: skip
"""With these it shows what somebody is about."""


def record_entries(scenario: Scenario, trace: Trace) -> list[Entry]:
    """Every record of a day as an entry, in order."""
    return list(_entries(scenario, trace))


def _entries(scenario: Scenario, trace: Trace) -> Iterator[Entry]:
    first, later = trace.parts or (tuple(part for _, part, _ in prepare(scenario).unbriefed), ())
    parts, changes = list(first), list(later)
    number = {person.id: place for place, person in enumerate(scenario.people)}
    rule = {rule.id: place for place, rule in enumerate(scenario.rules)}
    inside: set[int] = set()
    told: dict[int, list[int]] = {}
    for place, (at, code, who, extra) in enumerate(trace.bare):
        while changes and changes[0][0] <= place:
            _since, whose, part = changes.pop(0)
            parts[whose] = part
        entry: Entry = {"at": at, "is": [int(code), who, extra]}
        if code == Code.ENTERED:
            inside.add(who)
        if code in _MOVES and who >= 0 and extra != TO_JOIN:
            shown = _part(parts[who], inside=who in inside)
            if told.get(who) != shown:
                entry["part"] = told[who] = shown
        if code == Code.LEFT:
            inside.discard(who)
        if code in (Code.BREACH, Code.BREACH_OVER):
            entry.update(_breach(trace.breaches[extra], number, rule, over=code == Code.BREACH_OVER))
        yield entry


def _part(part: Instruction, *, inside: bool) -> list[int]:
    return [part.door, part.walk, *((part.route, part.seat) if inside else (0, -1))]


def _breach(breach: Breach, number: dict[str, int], rule: dict[str, int], *, over: bool) -> Entry:
    if over:
        return {"over": [int(breach.seen_by), breach.put_right, breach.waived]}
    offenders, against = ([number[who] for who in people] for people in (breach.offenders, breach.against))
    return {"breach": [rule[breach.rule], offenders, against, breach.improvised]}


def prefix(scenario: Scenario, entries: Iterable[Entry], orders: tuple[Order, ...]) -> Trace:
    """The day as far as these entries tell it. What is broken and not yet over lasts to the end, as far as one knows.

    Raises ValueError, KeyError, IndexError or TypeError for what is none of ours.
    """
    records: list[tuple[int, int, int, int]] = []
    parts: Parts = []
    breaches: list[Breach] = []
    accomplished = None
    for entry in entries:
        at, (code, who, extra) = entry["at"], entry["is"]
        if "part" in entry:
            parts.append((len(records), who, _instruction(*entry["part"])))
        if "breach" in entry:
            breaches.append(_opened(scenario, at, *entry["breach"]))
        if "over" in entry:
            seen, put_right, waived = entry["over"]
            breaches[extra] = breaches[extra]._replace(
                until=at, seen_by=Seen(seen), put_right=put_right, waived=waived)
        if code == Code.ACCOMPLISHED:
            accomplished = at
        records.append((at, Code(code), who, extra))
    first = tuple(part for _, part, _ in prepare(scenario).unbriefed)
    return Trace(scenario, nominal(scenario), orders, records, tuple(breaches), accomplished, (first, parts))


def _instruction(door: int, walk: int, route: int, seat: int) -> Instruction:
    return Instruction(door, walk, route, ONCE, ONCE, ONCE, seat)


def _opened(scenario: Scenario, at: int, rule: int, offenders: list[int], against: list[int], own: bool) -> Breach:
    who, whom = (tuple(scenario.people[place].id for place in people) for people in (offenders, against))
    return Breach(scenario.rules[rule].id, who, whom, at, scenario.end, Seen.NOBODY, False, improvised=own)
