"""A scenario carries proof: what it expects of its plans is played, and what ends otherwise is told."""

from __future__ import annotations

from game.protocol.scenario import Expectation, Scenario
from game.scoring.scorecard import score
from game.simulation.circumstances import draw
from game.simulation.engine import simulate
from game.simulation.trace import Trace
from game.wording.catalogue import _


def mismatches(scenario: Scenario) -> tuple[str, ...]:
    """A sentence for everything that ends otherwise than the file expects; empty when the proof holds."""
    return tuple(sentence for expected in scenario.expect for sentence in mismatch(scenario, expected))


def mismatch(scenario: Scenario, expected: Expectation) -> tuple[str, ...]:
    """A sentence for everything in which one plan ends otherwise than expected."""
    named = scenario.plan(expected.plan)
    trace = simulate(scenario, named.plan, draw(scenario, expected.seed), named.orders)
    found = score(scenario, trace)
    pairs: list[tuple[str, object, object]] = [
        (_("clean"), expected.clean, trace.clean),
        (_("accomplished"), expected.accomplished, trace.accomplished),
        (_("grade"), expected.grade, found.grade),
    ]
    pairs += [(rule, number, offenders(trace, rule)) for rule, number in expected.breaches]
    return tuple(
        _("Plan “{plan}” on day {seed}: {what} should be {expected} and is {found}.").format(
            plan=expected.plan, seed=expected.seed, what=what, expected=_spoken(wanted), found=_spoken(is_))
        for what, wanted, is_ in pairs
        if wanted is not None and wanted != is_
    )


def offenders(trace: Trace, rule: str) -> int:
    """How many people broke a rule in this run, each counted once; what was waived or improvised does not count."""
    broken = [breach for breach in trace.breaches if breach.rule == rule and not breach.excused]
    return len({person for breach in broken for person in breach.offenders})


def _spoken(value: object) -> str:
    return {True: _("yes"), False: _("no")}[value] if isinstance(value, bool) else str(value)
