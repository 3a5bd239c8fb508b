"""A scenario carries proof: what it expects of its plans is played, and what ends otherwise is told."""

from __future__ import annotations

from dataclasses import dataclass

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
    return tuple(told(one) for one in differences(scenario, expected))


def told(one: Difference) -> str:
    """A difference in words."""
    sentence = _("Plan “{plan}” on day {seed}: {what} should be {expected} and is {found}.").format(
        plan=one.plan, seed=one.seed, what=words(one.key), expected=spoken(one.expected), found=spoken(one.found)
    )
    if not one.broken:
        return sentence
    rules = ", ".join(f"{rule} ({number})" for rule, number in one.broken)
    return sentence + " " + _("Broken, by so many people: {rules}.").format(rules=rules)


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing in which a plan ends otherwise than expected: `key` is its way below the plan's entry in `expect`.

    `broken` are the rules it broke with the number of offenders, where that is why (of a day that was to be clean, or
    another grade); empty where the key itself tells it.
    """

    plan: str
    seed: int
    key: tuple[str, ...]
    expected: bool | int | str
    found: bool | int | str
    broken: tuple[tuple[str, int], ...] = ()


def differences(scenario: Scenario, expected: Expectation) -> tuple[Difference, ...]:
    """Everything in which one plan ends otherwise than expected."""
    ending = play(scenario, expected.plan, expected.seed)
    wanted: list[tuple[tuple[str, ...], bool | int | str | None]] = [
        (("clean",), expected.clean), (("accomplished",), expected.accomplished), (("grade",), expected.grade),
        *((("breaches", rule), number) for rule, number in expected.breaches),
    ]
    broken = tuple((rule.id, n) for rule in scenario.rules if isinstance(n := ending["breaches", rule.id], int) and n)
    return tuple(
        Difference(expected.plan, expected.seed, key, value, ending[key],
                   broken if key in (("clean",), ("grade",)) else ())
        for key, value in wanted
        if value is not None and value != ending[key]
    )


def play(scenario: Scenario, plan: str, seed: int) -> dict[tuple[str, ...], bool | int | str]:
    """How one of a scenario's plans ends on a day, by the keys of `expect`."""
    named = scenario.plan(plan)
    trace = simulate(scenario, named.plan, draw(scenario, seed), named.orders)
    ending: dict[tuple[str, ...], bool | int | str] = {
        ("clean",): trace.clean, ("accomplished",): trace.accomplished, ("grade",): score(scenario, trace).grade,
    }  # fmt: skip
    return ending | {("breaches", rule.id): offenders(trace, rule.id) for rule in scenario.rules}


def words(key: tuple[str, ...]) -> str:
    """What a key of `expect` is called in a sentence: a rule by its id."""
    said = {"clean": _("clean"), "accomplished": _("accomplished"), "grade": _("grade")}
    return key[-1] if len(key) > 1 else said[key[0]]


def offenders(trace: Trace, rule: str) -> int:
    """How many people broke a rule in this run, each counted once; what was waived or improvised does not count."""
    broken = [breach for breach in trace.breaches if breach.rule == rule and not breach.excused]
    return len({person for breach in broken for person in breach.offenders})


def spoken(value: object) -> str:
    """A value of `expect` in a sentence."""
    return {True: _("yes"), False: _("no")}[value] if isinstance(value, bool) else str(value)
