"""A day as it is seen: movements, events in sentences, breaches, doors, the official's visits; sorted by instant.

An entry says nothing that could not be known at its instant, and nothing later changes it: so a day can be sent as it
is lived, entry by entry.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from game.classroom.telling.legs import Entry, legs
from game.protocol.plan import Order, Plan, Verb
from game.protocol.scenario import Scenario
from game.simulation.blame import to_blame
from game.simulation.circumstances import draw
from game.simulation.codes import WORDS, Code
from game.simulation.engine import simulate
from game.simulation.official import STEPS_IN, Visit, visits
from game.simulation.posts import Doorkeeping
from game.simulation.trace import Record, Trace
from game.wording.transcript import told

JUDGED: Final = frozenset({Code.BREACH, Code.BREACH_OVER, Code.ACCOMPLISHED, Code.MISSED})
"""What a walk-through that does not judge leaves out."""

SEEN: Final = frozenset(Code).difference({Code.NOTICED, Code.BACK}) & frozenset(WORDS)
"""What is told in a sentence; who is back is seen, and what the house notices is told with the official's visit."""


def film(scenario: Scenario, trace: Trace, *, verdicts: bool = True) -> list[Entry]:
    """The whole day. Without `verdicts` nothing is said of what is broken and of whether the day reached its aim."""
    found = [*legs(scenario, trace), *_doors(scenario, trace), *_events(scenario, trace, verdicts=verdicts)]
    return sorted(found, key=lambda entry: int(entry["at"]))


def run_film(scenario: Scenario, seed: int, plan: Plan, orders: tuple[Order, ...] = ()) -> dict[str, Any]:
    """The day of this seed as a film, and when each order arrives (None: not before the end). The plan is legal."""
    return lived_film(scenario, simulate(scenario, plan, draw(scenario, seed), orders), orders)


def lived_film(scenario: Scenario, trace: Trace, orders: tuple[Order, ...]) -> dict[str, Any]:
    """The same of a day that has been simulated."""
    arrived = {record.extra: record.at for record in trace.records if record.code == Code.ORDER}
    given = [(order, arrived.get(number)) for number, order in enumerate(trace.orders)]
    arrivals = []
    for order in orders:
        place = next(place for place, (one, _) in enumerate(given) if one == order)
        arrivals.append(given.pop(place)[1])
    return {"film": film(scenario, trace), "arrivals": arrivals}


def _events(scenario: Scenario, trace: Trace, *, verdicts: bool) -> Iterator[Entry]:
    comes = {(visit.rule, visit.start): (n, visit) for n, visit in enumerate(visits(scenario, trace))}
    codes = SEEN if verdicts else SEEN - JUDGED
    for record, sentence in told(scenario, trace, codes | {Code.NOTICED}, live=True):
        if record.code == Code.NOTICED:
            found = comes.get((scenario.rules[record.extra].id, record.at))
            if found is not None:
                yield {**_visit(*found), **({"text": sentence} if verdicts else {})}
        elif record.code in (Code.BREACH, Code.BREACH_OVER):
            yield _breach(scenario, trace, record, sentence)
        else:
            who = [record.who] if record.who >= 0 else []
            yield {"at": record.at, "what": WORDS[Code(record.code)], "who": who, "text": sentence}
    for n, visit in comes.values():
        house = scenario.rule(visit.rule).house
        if visit.says is not None and house is not None and house.says:
            yield {"at": visit.says, "what": "says", "n": n, "until": visit.end - STEPS_IN, "text": house.says}


def _visit(n: int, visit: Visit) -> Entry:
    door, stand = [visit.threshold.x, visit.threshold.y], [visit.stand.x, visit.stand.y]
    whole = visit.end - visit.start
    return {
        "at": visit.start, "what": "official", "n": n, "until": visit.end, "door": visit.door,
        "path": [[0, *door], [STEPS_IN, *stand], [whole - STEPS_IN, *stand], [whole, *door]],
        "face": [visit.facing.x, visit.facing.y],
    }  # fmt: skip


def _breach(scenario: Scenario, trace: Trace, record: Record, sentence: str) -> Entry:
    breach = trace.breaches[record.extra]
    number = {person.id: n for n, person in enumerate(scenario.people)}
    entry = {
        "at": record.at, "what": WORDS[Code(record.code)], "n": record.extra, "rule": breach.rule,
        "who": [number[person] for person in breach.offenders],
    }  # fmt: skip
    if record.code == Code.BREACH:
        entry["marks"] = [number[person] for person in to_blame(scenario, breach)]
    return {**entry, "text": sentence}


def _doors(scenario: Scenario, trace: Trace) -> Iterator[Entry]:
    """The state of a door at every instant at which it changes."""
    number = {person.id: n for n, person in enumerate(scenario.people)}
    changes: list[tuple[int, str, int | None, bool]] = []  # when, which door, kept by whom (None: held), whether
    for record in trace.records:
        order = trace.orders[record.extra] if record.code == Code.ORDER else None
        if order is not None and order.verb in (Verb.HOLD_DOOR, Verb.RELEASE_DOOR):
            changes.append((record.at, order.target, None, order.verb is Verb.HOLD_DOOR))
    for post in Doorkeeping(scenario, trace).posts:
        since, until = post.keeps or (None, None)
        if since is not None:
            changes.append((since, post.door, number[post.officer], True))
        if until is not None:
            changes.append((until, post.door, number[post.officer], False))
    yield from _states(sorted(changes, key=lambda change: change[0]))


def _states(changes: list[tuple[int, str, int | None, bool]]) -> Iterator[Entry]:
    state: dict[str, set[int | None]] = {}
    before: dict[str, set[int | None]] = {}
    for nth, (at, door, by, begins) in enumerate(changes):
        now = state.setdefault(door, set())
        (now.add if begins else now.discard)(by)
        if any(later[:2] == (at, door) for later in changes[nth + 1 :]) or now == before.get(door, set()):
            continue
        before[door] = set(now)
        kept = sorted(by for by in now if by is not None)
        yield {"at": at, "what": "door", "door": door, "held": None in now, "kept": kept}
