"""The ledger: every breach, cost and recovery of a run as a line. It prices what the trace found, and judges
nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate
from typing import NamedTuple

from game.protocol.rules import Gravity, Rule
from game.protocol.scenario import Scenario
from game.scoring.breaches import price, share_out, whole_points
from game.scoring.costs import costs
from game.scoring.line import Line
from game.scoring.merits import merits
from game.scoring.particulars import Particulars
from game.scoring.reading import Reading, read
from game.simulation.kinds.registry import registry
from game.simulation.trace import Breach, Trace


class _Judged(NamedTuple):
    breach: Breach
    rule: Rule
    follows: str


def ledger(scenario: Scenario, trace: Trace) -> tuple[Line, ...]:
    """All lines of a run in the order of time. Equal traces have equal ledgers."""
    reading = read(scenario, trace)
    broken = breach_lines(scenario, trace.breaches, reading)
    lines = [*broken, *costs(scenario, trace, reading), *merits(scenario, trace, reading, broken)]
    return tuple(
        sorted(lines, key=lambda line: (line.at, line.kind == "merit", line.rule, line.offenders, line.until))
    )


def breach_lines(scenario: Scenario, breaches: tuple[Breach, ...], reading: Reading) -> tuple[Line, ...]:
    """One line for each breach, the offenders of one rule on one occasion sharing its price; excused ones are free."""
    rules = {rule.id: rule for rule in scenario.rules}
    culprits: dict[str, set[str]] = {}
    excused = [_Judged(breach, rules[breach.rule], "") for breach in breaches if breach.excused]
    breaches = tuple(breach for breach in breaches if not breach.excused)
    for breach in breaches:
        culprits.setdefault(breach.rule, set()).update(breach.offenders)
    corrected = sorted({sent.at for sent in reading.sent_out})
    occasions: dict[tuple[str, int], list[_Judged]] = {}
    for breach in sorted(breaches, key=lambda b: (b.at, b.rule, b.offenders)):
        rule = rules[breach.rule]
        brought = rule.follows if rule.follows and culprits.get(rule.follows, set()) & set(breach.offenders) else ""
        # An occasion lasts until somebody is sent out: who offends after that has seen it and pays in full
        # again. (Counting by the time between breaches instead, a breach avoided could part two occasions and
        # cost more.)
        occasion = bisect_left(corrected, breach.at)
        occasions.setdefault((breach.rule, occasion), []).append(_Judged(breach, rule, brought))
    told = Particulars(reading)
    judged_lines = (line for judged in occasions.values() for line in _occasion(scenario, judged, told))
    return (*judged_lines, *(_line(each, 0, told) for each in excused))


def _occasion(scenario: Scenario, judged: list[_Judged], told: Particulars) -> list[Line]:
    terms = registry()[judged[0].rule.terms.kind].price
    counts = [len(j.breach.offenders) for j in judged]
    costs_each = [
        price(scenario, j.rule, terms, j.breach, offender, follows=bool(j.follows))
        for j in judged
        for offender in j.breach.offenders
    ]
    points = whole_points(share_out(costs_each))
    ends = list(accumulate(counts))
    return [
        _line(j, -sum(points[end - count : end]), told)
        for j, count, end in zip(judged, counts, ends, strict=True)
    ]


def _line(judged: _Judged, points: int, told: Particulars) -> Line:
    breach, rule = judged.breach, judged.rule
    kind = registry()[rule.terms.kind]
    return Line(
        rule=rule.id,
        kind=kind.name,
        offenders=breach.offenders,
        against=breach.against,
        at=breach.at,
        until=breach.until,
        seen_by=breach.seen_by,
        points=points,
        figure=kind.price.figure,
        message=kind.message,
        values=told.of(rule, breach),
        source=rule.source,
        confidence=rule.confidence.value,
        put_right=breach.put_right,
        follows=judged.follows,
        grave=rule.gravity is Gravity.GRAVE and not breach.excused,
        waived=breach.waived,
        improvised=breach.improvised,
    )
