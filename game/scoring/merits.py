"""The ledger's merits: only for a recovery, where the player's own order ended a breach before the house
acted.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.protocol.plan import Verb
from game.protocol.scenario import Scenario
from game.scoring import prices
from game.scoring.line import MERIT, Line
from game.scoring.reading import Reading
from game.simulation.kinds.base import Figure
from game.simulation.trace import Seen, Trace


def merits(scenario: Scenario, trace: Trace, reading: Reading, broken: tuple[Line, ...]) -> Iterator[Line]:
    """One line for each kind of order that healed breaches of one rule: a share of what they cost is given
    back.

    It is always less than the cost itself, so that a breach healed is never better than none.
    """
    if not reading.orders:
        return
    healed: dict[tuple[str, Verb], list[Line]] = {}
    for line in broken:
        verb = _healed_by(scenario, trace, reading, line)
        if verb is not None:
            healed.setdefault((line.rule, verb), []).append(line)
    for (rule, verb), lines in healed.items():
        back = -sum(line.points for line in lines) * prices.RECOVERED
        back += prices.RECOVERED_EXCUSED * any(line.improvised for line in lines)
        points = min(back, prices.RECOVERED_AT_MOST) // prices.WHOLE
        if points:
            people = tuple(dict.fromkeys(person for line in lines for person in line.offenders))
            at = max(line.until for line in lines)
            yield Line(
                rule,
                MERIT,
                people,
                at,
                at,
                Seen.NOBODY,
                points,
                Figure.COMPOSURE,
                "merit.recovered",
                (("verb", verb.value),),
            )


def _healed_by(scenario: Scenario, trace: Trace, reading: Reading, line: Line) -> Verb | None:
    """The order that ended this breach, or None where the house acted first, or time."""
    if not line.put_right:
        return None
    offenders = {reading.cast.index[person] for person in line.offenders}
    sent = [s for s in reading.sent_out if s.person in offenders and line.at <= s.at <= line.until]
    if any(s.rule >= 0 for s in sent) or _remarked_on(scenario, reading, line):
        return None
    if any(cut.by_officer and cut.at == line.until for cut in reading.cuts):
        return Verb.CUT_AWAY
    if any(person in offenders and line.at <= at <= line.until for at, person in reading.words):
        return Verb.QUIET_WORD
    recalled = any(trace.orders[index].verb is Verb.RECALL for _, index in reading.orders)
    return Verb.RECALL if recalled and sent else None


def _remarked_on(scenario: Scenario, reading: Reading, line: Line) -> bool:
    """Whether the house had spoken of this breach before it was over."""
    return any(
        scenario.rules[remark.rule].id == line.rule and line.at <= remark.at <= line.until for remark in reading.remarks
    )
