"""The ledger: every breach, cost and recovery of a run as a line. It prices what the trace found, and judges
nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from game.protocol.rules import Gravity, Rule
from game.protocol.scenario import Scenario
from game.scoring.breaches import price, share_out, whole_points
from game.scoring.costs import costs
from game.scoring.line import Line
from game.scoring.merits import merits
from game.scoring.particulars import Particulars
from game.scoring.reading import Reading, read
from game.simulation.kinds.base import Figure, Price
from game.simulation.kinds.registry import registry
from game.simulation.prepared import Prepared, prepare
from game.simulation.trace import Breach, Trace


class _Heading(NamedTuple):
    """What all lines of a rule have in common."""

    rule: Rule
    kind: str
    price: Price
    figure: Figure
    message: str
    confidence: str
    grave: bool


class _Judged(NamedTuple):
    breach: Breach
    heading: _Heading
    follows: str


@lru_cache(maxsize=8)
def _headings(ready: Prepared) -> dict[str, _Heading]:
    """Of each rule of a scenario by its id; all scores of it share them."""
    found = {}
    for rule in ready.scenario.rules:
        kind = registry()[rule.terms.kind]
        found[rule.id] = _Heading(rule, kind.name, kind.price, kind.price.figure, kind.message,
                                  rule.confidence.value, rule.gravity is Gravity.GRAVE)
    return found


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
    headings = _headings(prepare(scenario))
    culprits: dict[str, set[str]] = {heading.rule.follows: set() for heading in headings.values()}
    excused = [_Judged(breach, headings[breach.rule], "") for breach in breaches if breach.excused]
    if excused:
        breaches = tuple(breach for breach in breaches if not breach.excused)
    for breach in breaches:
        if breach.rule in culprits:
            culprits[breach.rule].update(breach.offenders)
    corrected = sorted({sent.at for sent in reading.sent_out})
    occasions: dict[tuple[str, int], list[_Judged]] = {}
    for breach in sorted(breaches, key=lambda b: (b.at, b.rule, b.offenders)):
        heading = headings[breach.rule]
        follows = heading.rule.follows
        brought = follows if follows and culprits[follows] & set(breach.offenders) else ""
        # An occasion lasts until somebody is sent out: who offends after that has seen it and pays in full
        # again. (Counting by the time between breaches instead, a breach avoided could part two occasions and
        # cost more.)
        occasion = bisect_left(corrected, breach.at)
        occasions.setdefault((breach.rule, occasion), []).append(_Judged(breach, heading, brought))
    told = Particulars(reading)
    judged_lines = (line for judged in occasions.values() for line in _occasion(scenario, judged, told))
    return (*judged_lines, *(_line(each, 0, told) for each in excused))


def _occasion(scenario: Scenario, judged: list[_Judged], told: Particulars) -> list[Line]:
    rule, terms = judged[0].heading.rule, judged[0].heading.price
    costs_each = [
        price(scenario, rule, terms, j.breach, offender, follows=bool(j.follows))
        for j in judged
        for offender in j.breach.offenders
    ]
    points = iter(whole_points(share_out(costs_each)))
    return [_line(j, -sum(islice(points, len(j.breach.offenders))), told) for j in judged]


def _line(judged: _Judged, points: int, told: Particulars) -> Line:
    breach, (rule, kind, _, figure, message, confidence, grave), follows = judged
    # By place, in the order of Line's fields: by name it takes half as long again.
    return Line(
        breach.rule, kind, breach.offenders, breach.at, breach.until, breach.seen_by, points, figure, message,
        told.of(rule, breach), breach.against, rule.source, confidence, breach.put_right, follows,
        grave and not breach.excused, breach.waived, breach.improvised,
    )
