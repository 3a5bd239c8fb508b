"""A run as one JSON document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from game.planning.fixes import Fix
from game.planning.robust import Robust
from game.protocol.scenario import Scenario
from game.protocol.units import format_clock
from game.report.advice import fix_json
from game.scoring.line import Line
from game.scoring.scorecard import Scorecard
from game.simulation.trace import Event, Trace
from game.wording.chance import chances
from game.wording.day import cause_sentence, how_it_went, outcome_sentence
from game.wording.ledger import sentence, title

PUBLIC: Final = frozenset({
    "order", "on air", "off air", "arrived", "called", "set out", "at door", "entered", "took place", "sat",
    "rose", "left", "sent out", "remarked", "quiet word", "took leave", "accomplished", "breach", "joined",
    "opened", "room ready",
})  # fmt: skip
"""The events a document tells of; what is only bookkeeping stays in the trace."""


def as_json(
    scenario: Scenario,
    seed: int,
    plan_name: str,
    trace: Trace,
    card: Scorecard,
    robust: Robust | None = None,
    fixes: Mapping[Line, Fix | None] | None = None,
) -> dict[str, Any]:
    """A run as values that `json.dumps` takes.

    Ledger instants are `HH:MM:SS`, those of events have milliseconds. `fix` is null unless `fixes` were
    asked for, and for what is no breach; `robust` is there only where it was asked for.
    """
    document: dict[str, Any] = {
        "scenario": scenario.id,
        "seed": seed,
        "plan": plan_name,
        "trace_hash": trace.hash,
        "accomplished": trace.accomplished,
        "accomplished_at": _clock_or_none(trace.accomplished_at),
        "clean": trace.clean,
        "outcome": outcome_sentence(scenario, trace, card),
        "summary": how_it_went(scenario, trace, card),
        "score": score_json(card),
        "ledger": [line_json(scenario, line, fixes or {}) for line in card.ledger],
        "events": [event_json(event) for event in trace.events if event.what in PUBLIC],
        "circumstances": [
            {"name": name, "value": value, "sentence": text}
            for name, value, text in chances(scenario, trace.circumstances)
        ],
        "orders": [
            {"at": format_clock(order.at, millis=True), "order": order.verb.value, "target": order.target}
            for order in trace.orders
        ],
    }
    if robust is not None:
        document["robust"] = robust_json(scenario, robust)
    return document


def score_json(card: Scorecard) -> dict[str, Any]:
    """Total, grade and the four figures; `raw` is the sum before it was held between 0 and 100."""
    figures = {figure.value: value for figure, value in card.figures.items()}
    return {"total": card.total, "grade": card.grade, **figures, "raw": card.raw}


def line_json(scenario: Scenario, line: Line, fixes: Mapping[Line, Fix | None]) -> dict[str, Any]:
    """One ledger line with its sentence."""
    return {
        "rule": line.rule,
        "kind": line.kind,
        "title": title(scenario, line),
        "offenders": list(line.offenders),
        "against": list(line.against),
        "at": format_clock(line.at),
        "until": format_clock(line.until),
        "seen_by": line.seen_by.word,
        "put_right": line.put_right,
        **({"waived": True} if line.waived else {}),
        **({"improvised": True} if line.improvised else {}),
        "follows": line.follows or None,
        "points": line.points,
        "figure": line.figure.value,
        "sentence": sentence(scenario, line),
        "source": line.source or None,
        "confidence": line.confidence,
        "fix": fix_json(scenario, fixes[line]) if line in fixes else None,
    }


def event_json(event: Event) -> dict[str, Any]:
    """One event; fields that do not apply are left out."""
    found: dict[str, Any] = {"at": format_clock(event.at, millis=True), "what": event.what}
    for name in ("who", "door", "by", "rule", "order"):
        if value := getattr(event, name):
            found[name] = value
    if event.offenders:
        found["offenders"] = list(event.offenders)
    return found


def robust_json(scenario: Scenario, robust: Robust) -> dict[str, Any]:
    """The plan on other days."""
    return {
        "days": robust.days,
        "clean": robust.clean,
        "commonest": robust.commonest,
        "count": robust.count,
        "sentence": cause_sentence(scenario, robust),
    }


def _clock_or_none(instant: int | None) -> str | None:
    return None if instant is None else format_clock(instant, millis=True)
