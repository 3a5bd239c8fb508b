"""The ledger's costs: what is no breach of a rule and still has its price."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from game.protocol.people import Person, Role
from game.protocol.plan import Verb
from game.protocol.scenario import Scenario
from game.scoring import prices
from game.scoring.line import ACCOMPLISH, COST, Line
from game.scoring.reading import Reading, SentOut
from game.simulation.kinds.base import Figure
from game.simulation.trace import Seen, Trace


def costs(scenario: Scenario, trace: Trace, reading: Reading) -> tuple[Line, ...]:
    """All costs of a run, each as a line of its own; briefings cost nothing here, the liaison's minutes bound
    them.
    """
    return (
        *_missed(scenario, trace, reading),
        *_corrections(scenario, reading),
        *_remarks(scenario, reading),
        *_cuts(reading),
        *_late(scenario, trace),
        *_standing(scenario, reading),
        *_orders(trace, reading),
    )


def _points(milli: int, at_most: int | None = None) -> int:
    """Milli-points as a line's points: rounded up, then negated."""
    return -(milli if at_most is None else min(milli, at_most)) // prices.WHOLE


def _steps(lasted: int, step: int) -> int:
    """How many steps of time have begun."""
    return -(-lasted // step)


def _missed(scenario: Scenario, trace: Trace, reading: Reading) -> Iterator[Line]:
    if trace.accomplished:
        return
    milli = prices.MISSED + prices.MISSED_EACH * len(reading.missing)
    by = scenario.aim.by
    values = (("by", by), ("missing", reading.missing), ("seated", int(scenario.aim.seated)))
    yield Line(
        ACCOMPLISH,
        COST,
        reading.missing,
        by,
        by,
        Seen.NOBODY,
        _points(milli),
        Figure.PUNCTUALITY,
        "cost.missed",
        values,
    )


def _corrections(scenario: Scenario, reading: Reading) -> Iterator[Line]:
    """One line for each occasion on which people were sent out, by how many they were and who could see it.
    """
    occasion: list[SentOut] = []
    for sent in reading.sent_out:
        if occasion and (
            sent.rule != occasion[-1].rule or sent.at > occasion[-1].at + prices.SAME_CORRECTION
        ):
            yield _correction(scenario, occasion)
            occasion = []
        occasion.append(sent)
    if occasion:
        yield _correction(scenario, occasion)


def _correction(scenario: Scenario, occasion: list[SentOut]) -> Line:
    seen = max(sent.seen for sent in occasion)
    once, each = prices.CORRECTED[seen]
    people = tuple(dict.fromkeys(scenario.people[sent.person].id for sent in occasion))
    milli = once + each * min(len(people), prices.CORRECTED_AT_MOST)
    rule = scenario.rules[occasion[0].rule] if occasion[0].rule >= 0 else None
    house = rule.house if rule else None
    values = (("by", house.by if house else ""), ("broken", rule.id if rule else ""))
    return Line(
        "correction",
        COST,
        people,
        occasion[0].at,
        occasion[-1].at,
        seen,
        _points(milli),
        Figure.COURTESY,
        "cost.correction",
        values,
    )


def _remarks(scenario: Scenario, reading: Reading) -> Iterator[Line]:
    """One line for each remark that somebody else heard: all that is said at one instant about one rule."""
    for (at, index), said in groupby(reading.remarks, lambda remark: (remark.at, remark.rule)):
        remarks = list(said)
        seen = max(remark.seen for remark in remarks)
        once, each = prices.REMARKED[seen]
        people = tuple(scenario.people[remark.person].id for remark in remarks if remark.person >= 0)
        milli = once + each * min(len(people), prices.CORRECTED_AT_MOST)
        rule = scenario.rules[index]
        if milli:
            yield Line(
                "remark",
                COST,
                people,
                at,
                at,
                seen,
                _points(milli),
                Figure.COURTESY,
                "cost.remark",
                (("broken", rule.id), ("by", rule.house.by if rule.house else "")),
            )


def _cuts(reading: Reading) -> Iterator[Line]:
    for cut in reading.cuts:
        milli = prices.CUT + prices.CUT_EACH * _steps(cut.until - cut.at, prices.CUT_STEP)
        yield Line(
            "cut",
            COST,
            (),
            cut.at,
            cut.until,
            Seen.LIVE,
            _points(milli, prices.CUT_AT_MOST),
            Figure.COMPOSURE,
            "cost.cut",
            (("by", "officer" if cut.by_officer else "house"), ("lasted", cut.until - cut.at)),
        )


def _late(scenario: Scenario, trace: Trace) -> Iterator[Line]:
    done, due = trace.accomplished_at, scenario.aim.due
    if not trace.accomplished or done is None or done <= due:
        return
    milli = prices.LATE_EACH * _steps(done - due, prices.LATE_STEP)
    yield Line(
        "late",
        COST,
        (),
        due,
        done,
        Seen.OTHER_SIDE,
        _points(milli, prices.LATE_AT_MOST),
        Figure.PUNCTUALITY,
        "cost.late",
        (("due", due), ("late", done - due)),
    )


def _standing(scenario: Scenario, reading: Reading) -> Iterator[Line]:
    """One line for each delegation whose people, principals apart, were kept standing at a door."""

    def side(person: int) -> str:
        return scenario.people[person].of

    long = [w for w in reading.waits(prices.STANDING_FREE) if _is_kept(scenario.people[w.person])]
    for of, waits in groupby(
        sorted(long, key=lambda w: (side(w.person), w.since, w.person)), lambda w: side(w.person)
    ):
        kept = list(waits)
        over = sum(w.until - w.since - prices.STANDING_FREE for w in kept)
        milli = prices.STANDING_EACH * _steps(over, prices.STANDING_STEP)
        people = tuple(dict.fromkeys(scenario.people[w.person].id for w in kept))
        longest = max(w.until - w.since for w in kept)
        yield Line(
            "standing",
            COST,
            people,
            min(w.since for w in kept) + prices.STANDING_FREE,
            max(w.until for w in kept),
            Seen.NOBODY,
            _points(milli, prices.STANDING_AT_MOST),
            Figure.COURTESY,
            "cost.standing",
            (("delegation", of), ("longest", longest)),
        )


def _is_kept(person: Person) -> bool:
    """Whether standing at a door is a nuisance: a principal's waiting is for the rules, and officers do no other."""
    return not person.principal and person.role is Role.DELEGATE


def _orders(trace: Trace, reading: Reading) -> Iterator[Line]:
    """Every order that arrived and has a price; one that comes after the end never reaches the records."""
    for at, index in reading.orders:
        order = trace.orders[index]
        milli = prices.ORDERS[Verb(order.verb)]
        if milli:
            yield Line(
                "order",
                COST,
                (),
                order.at,
                at,
                Seen.NOBODY,
                _points(milli),
                Figure.COMPOSURE,
                "cost.order",
                (("target", order.target), ("verb", order.verb.value)),
            )
