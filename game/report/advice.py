"""The planning help as JSON and as text: fixes, solutions, calibrations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from textwrap import wrap
from typing import Any, Final

from game.planning.calibration import BARS, WIDTH, Tally, as_robust
from game.planning.changes import Change
from game.planning.difficulty import DAYS, Measure
from game.planning.fixes import Fix
from game.planning.robust import Robust
from game.planning.solve import Solution
from game.protocol.scenario import Scenario
from game.scoring.scorecard import FULL, Scorecard
from game.simulation.trace import Trace
from game.wording.advice import (
    bot_name,
    change_sentence,
    days_sentence,
    difficulty_sentence,
    fix_sentence,
    solution_sentence,
)
from game.wording.catalogue import _
from game.wording.day import cause_sentence

COLUMNS: Final = 92
_BAR: Final = 50


def fix_json(scenario: Scenario, fix: Fix | None) -> dict[str, Any]:
    """A fix: its sentence, whose briefing says what in which field, the points gained and the other days.

    Where no single change heals the line, `found` is false and there is only the sentence.
    """
    if fix is None:
        return {"found": False, "sentence": fix_sentence(scenario, None)}
    return {
        "found": True,
        "sentence": fix_sentence(scenario, fix),
        **_change_json(scenario, fix.change),
        "gained": fix.gained,
        "holds": fix.holds,
        "days": fix.days,
    }


def _change_json(scenario: Scenario, change: Change) -> dict[str, Any]:
    value = change.value if isinstance(change.value, bool) else str(change.value)
    told = change_sentence(scenario, change)
    return {"change": told, "who": list(change.who), "field": change.field, "value": value}


def solution_json(
    scenario: Scenario, solution: Solution, seed: int, day: tuple[Trace, Scorecard], days: Robust | None, plan: Any
) -> dict[str, Any]:
    """A solution; `day` is the day `seed` with it, `plan` its briefings as plain data and as a plan file."""
    trace, card = day
    document: dict[str, Any] = {
        "scenario": scenario.id,
        "seed": seed,
        "interrupted": not solution.ready,
        "clean": solution.clean,
        "walkthrough_clean": solution.walks,
        "accomplished": trace.accomplished,
        "total": card.total,
        "grade": card.grade,
        "conflict": list(solution.conflict),
        "broken": list(solution.broken),
        "sentence": solution_sentence(scenario, solution, seed),
        "tried": solution.tried,
        **plan,
        "robust": None,
    }
    if days is not None:
        document["robust"] = {
            "days": days.days,
            "clean": days.clean,
            "commonest": days.commonest,
            "count": days.count,
            "sentence": days_sentence(scenario, days),
        }
    return document


def solution_text(scenario: Scenario, solution: Solution, seed: int, days: Robust | None, plan_file: str) -> str:
    """A solution as a plan file: what is said about it stands in comments, so that `--plan` reads it as it is."""
    told = [solution_sentence(scenario, solution, seed)]
    told += [days_sentence(scenario, days)] if days is not None else []
    told += [_("Plans and days tried: {number}.").format(number=solution.tried)]
    comments = [f"# {part}" for text in told for part in wrap(text, COLUMNS - 2)]
    return "\n".join([f"# {scenario.id}", *comments, plan_file.rstrip("\n")])


def calibration_json(
    scenario: Scenario, tallies: Mapping[str, Tally], asked: int, *, interrupted: bool, expert: Any,
    measure: Measure | None = None,
) -> dict[str, Any]:  # fmt: skip
    """The distribution of each bot. `histogram` counts totals of 0-9, 10-19 and so on, 90-100 last.

    `difficulty` is the measured one, and `measure` on how many days what kind of plan was clean.
    """
    return {
        "scenario": scenario.id,
        "asked": asked,
        "runs": sum(tally.runs for tally in tallies.values()),
        "interrupted": interrupted,
        "bots": [_bot_json(scenario, bot, tally) for bot, tally in tallies.items()],
        "expert_plan": expert,
        "difficulty": measure.difficulty if measure else None,
        "measure": asdict(measure) | {"days": len(DAYS)} if measure else None,
    }


def _bot_json(scenario: Scenario, bot: str, tally: Tally) -> dict[str, Any]:
    stands = as_robust(scenario, tally)
    return {
        "bot": bot,
        "runs": tally.runs,
        "clean": tally.clean,
        "accomplished": tally.accomplished,
        "median": tally.quantile(500),
        "lower": tally.quantile(250),
        "upper": tally.quantile(750),
        "grades": dict(sorted(tally.grades.items())),
        "histogram": list(tally.bars()),
        "commonest": stands.commonest,
        "count": stands.count,
    }


def calibration_text(
    scenario: Scenario, tallies: Mapping[str, Tally], asked: int, *, interrupted: bool, measure: Measure | None = None
) -> str:
    """A histogram of totals for each bot, at most 92 columns wide."""
    runs = sum(tally.runs for tally in tallies.values())
    head = _("{title}: {runs} of {asked} runs").format(title=scenario.title, runs=runs, asked=asked)
    parts = [[head, *([_("Interrupted: this is what there is.")] if interrupted else [])]]
    parts += [list(_bot(scenario, bot, tally)) for bot, tally in tallies.items()]
    parts += [wrap(difficulty_sentence(measure), COLUMNS)] if measure else []
    return "\n\n".join("\n".join(part) for part in parts)


def _bot(scenario: Scenario, bot: str, tally: Tally) -> Iterator[str]:
    if not tally.runs:
        yield _("{bot}: no runs").format(bot=bot_name(bot))
        return
    yield _("{bot}: {runs} runs, clean on {clean}, aim reached on {reached}, median {median}").format(
        bot=bot_name(bot), runs=tally.runs, clean=tally.clean, reached=tally.accomplished, median=tally.quantile(500)
    )
    bars = tally.bars()
    for nth, number in enumerate(bars):
        if number:
            low, high = nth * WIDTH, FULL if nth == BARS - 1 else nth * WIDTH + WIDTH - 1
            bar = "#" * max(1, number * _BAR // max(bars))
            yield f"  {low:>3}-{high:<3}  {bar:<{_BAR}}  {number}"
    if cause := cause_sentence(scenario, as_robust(scenario, tally)):
        yield from (f"  {part}" for part in wrap(cause, COLUMNS - 2))
