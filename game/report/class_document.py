"""The debrief of a class as one JSON document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from game.planning.class_debrief import Attempt, ClassDebrief, Contrast, Round, WrongPlan
from game.protocol.scenario import Scenario
from game.report.class_values import LeftAside
from game.report.document import robust_json, score_json
from game.wording.briefings import briefing_rows
from game.wording.class_debrief import (
    caused,
    decisive_sentence,
    incident_sentence,
    mistake_sentence,
    progress_sentence,
    questions,
    rule_name,
)
from game.wording.day import how_it_went


def class_json(debriefs: Sequence[ClassDebrief], left_aside: Sequence[LeftAside] = ()) -> dict[str, Any]:
    """The debriefs as values that `json.dumps` takes, and the files that do not count."""
    return {
        "debriefs": [_debrief(debrief) for debrief in debriefs],
        "left_aside": [{"file": each.file, "sentence": each.sentence} for each in left_aside],
    }


def _debrief(debrief: ClassDebrief) -> dict[str, Any]:
    scenario = debrief.scenario
    again = debrief.before is not None and debrief.after is not None
    return {
        "scenario": scenario.id,
        "title": scenario.title,
        "days": list(debrief.seeds),
        "first": _round(scenario, debrief.first),
        "wrong_plans": [_wrong(scenario, each) for each in debrief.wrong],
        "contrast": _contrast(scenario, debrief.contrast) if debrief.contrast else None,
        "progress": progress_sentence(debrief) if again else None,
        "questions": [{"point": point, "question": question} for point, question in questions(scenario)],
        "accounts": [
            {"text": account.text, "source": account.source, "differs": account.differs}
            for account in scenario.accounts
        ],
        "trainees": [
            {"trainee": trainee.name, "tries": [_attempt(scenario, each) for each in trainee.attempts]}
            for trainee in debrief.trainees
        ],
    }


def _round(scenario: Scenario, one: Round) -> dict[str, Any]:
    return {
        "runs": len(one.attempts),
        "clean": one.clean,
        "accomplished": one.accomplished,
        "median": one.median,
        "median_robust_percent": one.median_robust,
        "totals": list(one.score_bars()),
        "robust": list(one.robust_bars()),
        "by_rule": [
            {"rule": each.rule, "title": rule_name(scenario, each.rule), "trainees": len(each.trainees),
             "offences": each.offences}
            for each in one.broken()
        ],
        "by_event": [
            {"rule": each.rule, "offenders": list(each.offenders), "trainees": len(each.trainees),
             "sentence": incident_sentence(scenario, each)}
            for each in one.incidents()
        ],
    }  # fmt: skip


def _wrong(scenario: Scenario, wrong: WrongPlan) -> dict[str, Any]:
    made = wrong.mistake
    return {
        "rule": made.rule,
        "who": list(made.who),
        "field": made.field,
        "went_by": made.manner.value,
        "told": None if made.value is None else str(made.value),
        "sentence": mistake_sentence(scenario, made),
        "caused": caused(scenario, wrong),
        "plans": len(wrong.attempts),
        "trainees": sorted(attempt.trainee for attempt in wrong.attempts),
    }


def _contrast(scenario: Scenario, found: Contrast) -> dict[str, Any]:
    def side(one: Attempt) -> dict[str, Any]:
        said = [{"who": who, "what": what} for who, what in briefing_rows(scenario, one.plan, one.orders)]
        return {"trainee": one.trainee, **_attempt(scenario, one), "said": said}

    decided = found.decisive
    return {
        "sentence": decisive_sentence(scenario, found),
        "decided_by": list(decided.difference.who) if decided else None,
        "total_with_it": decided.total if decided else None,
        "worse": side(found.worse),
        "better": side(found.better),
    }


def _attempt(scenario: Scenario, one: Attempt) -> dict[str, Any]:
    return {
        "try": one.nth,
        "seed": one.seed,
        "score": score_json(one.card),
        "clean": one.trace.clean,
        "accomplished": one.trace.accomplished,
        "summary": how_it_went(scenario, one.trace, one.card),
        "robust": robust_json(scenario, one.robust),
        "trace_hash": one.trace.hash,
    }
