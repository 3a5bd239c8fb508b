"""The debrief of a class as one JSON document, for the projector and whoever else shows it; without names unless asked.

Every text in it is a sentence ready to be shown. Without names no pseudonym is anywhere in it, so it may be sent to a
page that a whole class reads.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from game.classroom.telling.film import film
from game.planning.class_debrief import Attempt, ClassDebrief, Contrast, Round, WrongPlan
from game.protocol.scenario import Scenario
from game.report.class_values import bar_label, place
from game.scoring.line import Line
from game.wording.briefings import addressee, briefing_rows
from game.wording.catalogue import _, ngettext
from game.wording.class_debrief import (
    caused,
    days_sentence,
    decisive_sentence,
    how_many,
    incident_sentence,
    mistake_sentence,
    progress_sentence,
    questions,
    robust_round_sentence,
    round_sentence,
    rule_name,
    went_by,
)
from game.wording.day import grade_word, how_it_went, robust_sentence
from game.wording.ledger import sentence
from game.wording.phrases import capital
from game.wording.sources import origin

LISTED: Final = 5
"""So many events are told of; a wall holds no more, and the workbook has them all."""

BEFORE: Final = 15_000
"""So long before the two days part (ms) they are shown side by side."""


AFTER: Final = 10_000
"""So long after both have come to what they were for."""


def class_document(debrief: ClassDebrief, *, names: bool = False) -> dict[str, Any]:
    """What there is to tell a class about one scenario, as values that `json.dumps` takes.

    `names`: also whose the plans, breaches and totals are. Parts that do not exist (nobody tried again; no plan did
    better than another) are null.
    """
    scenario, first = debrief.scenario, debrief.first
    document: dict[str, Any] = {
        "id": scenario.id,
        "title": scenario.title,
        "place": place(scenario),
        "runs": len(first.attempts),
        "lead": [round_sentence(first), days_sentence(debrief)],
        "totals": _totals(first),
        "robust": _robust(first),
        "wrong": _wrong(debrief, names=names),
        "rules": [
            {"title": rule_name(scenario, each.rule), "trainees": len(each.trainees), "offences": each.offences,
             **_whose(each.trainees, names=names)}
            for each in first.broken()
        ],
        "events": _events(scenario, first, names=names),
        "contrast": _contrast(scenario, debrief.contrast, names=names) if debrief.contrast else None,
        "progress": _progress(debrief),
        "questions": [{"point": point, "question": question} for point, question in questions(scenario)],
        "history": _history(scenario),
    }  # fmt: skip
    if names:
        document["trainees"] = [
            {"name": trainee.name, "totals": [each.card.total for each in trainee.attempts]}
            for trainee in debrief.trainees
        ]
    return document


def _whose(trainees: Sequence[str], *, names: bool) -> dict[str, list[str]]:
    return {"names": sorted(trainees, key=str.casefold)} if names else {}


def _bars(counts: Sequence[int]) -> dict[str, Any]:
    """A distribution: bars, and the same as a text for whom cannot see them."""
    labels = [bar_label(nth, len(counts)) for nth in range(len(counts))]
    said = [ngettext("{label}: {n} plan", "{label}: {n} plans", n).format(label=label, n=n)
            for label, n in zip(labels, counts, strict=True) if n]
    bars = [{"label": label, "n": n} for label, n in zip(labels, counts, strict=True)]
    return {"bars": bars, "text": "; ".join(said)}


def _totals(one: Round) -> dict[str, Any]:
    return {
        **_bars(one.score_bars()), "sentence": round_sentence(one), "middle": one.median, "lowest": one.totals[0],
        "highest": one.totals[-1], "clean": one.clean, "accomplished": one.accomplished,
    }  # fmt: skip


def _robust(one: Round) -> dict[str, Any]:
    return {**_bars(one.robust_bars()), "sentence": robust_round_sentence(one), "middle": one.median_robust}


def _wrong(debrief: ClassDebrief, *, names: bool) -> dict[str, Any] | None:
    """The commonest wrong plan, and how many went wrong in other ways; null where no plan went wrong."""
    if not debrief.wrong:
        return None
    scenario, (commonest, *others) = debrief.scenario, debrief.wrong
    return {
        "mistake": mistake_sentence(scenario, commonest.mistake),
        "how_many": how_many(commonest, len(debrief.first.attempts)),
        "caused": caused(scenario, commonest),
        "rows": _said(scenario, commonest.example),
        **_of(commonest, names=names),
        "others": [
            {"mistake": mistake_sentence(scenario, each.mistake), "went_by": went_by(scenario, each.mistake),
             **_of(each, names=names)}
            for each in others
        ],
    }


def _of(wrong: WrongPlan, *, names: bool) -> dict[str, Any]:
    return {"plans": len(wrong.attempts), **_whose([each.trainee for each in wrong.attempts], names=names)}


def _said(scenario: Scenario, one: Attempt) -> list[dict[str, str]]:
    return [{"who": who, "what": what} for who, what in briefing_rows(scenario, one.plan, one.orders)]


def _events(scenario: Scenario, first: Round, *, names: bool) -> dict[str, Any]:
    incidents = first.incidents()
    rest = len(incidents) - LISTED
    more = ngettext("{n} more stands in the workbook.", "{n} more stand in the workbook.", rest).format(n=rest)
    told = [
        {"who": capital(addressee(scenario, each.offenders)), "rule": rule_name(scenario, each.rule),
         "trainees": len(each.trainees), "sentence": incident_sentence(scenario, each),
         **_whose(each.trainees, names=names)}
        for each in incidents[:LISTED]
    ]  # fmt: skip
    return {"rows": told, "more": more if rest > 0 else ""}


def _contrast(scenario: Scenario, found: Contrast, *, names: bool) -> dict[str, Any]:
    sides = ((_("Plan A"), found.worse), (_("Plan B"), found.better))
    return {
        "decisive": decisive_sentence(scenario, found),
        "from": max(scenario.start, parting(found) - BEFORE),
        "until": min(scenario.end, max(_over(one) for _title, one in sides) + AFTER),
        "plans": [_plan(scenario, title, attempt, names=names) for title, attempt in sides],
    }


def _over(one: Attempt) -> int:
    """When a day has come to what it was for, or to its end."""
    return one.trace.accomplished_at or one.trace.scenario.end


def parting(found: Contrast) -> int:
    """The first instant (ms since midnight) at which the two days are not the same; the start where they never part.
    """
    worse, better = found.worse.trace.events, found.better.trace.events
    for one, other in zip(worse, better, strict=False):
        if one.canonical() != other.canonical():
            return min(one.at, other.at)
    longer = max(worse, better, key=len)[min(len(worse), len(better)):]
    return longer[0].at if longer else found.worse.trace.scenario.start


def _plan(scenario: Scenario, title: str, one: Attempt, *, names: bool) -> dict[str, Any]:
    return {
        "title": title,
        "total": one.card.total,
        "grade": one.card.grade,
        "grade_word": grade_word(one.card.grade),
        "summary": how_it_went(scenario, one.trace, one.card),
        "worst": [sentence(scenario, line) for line in _worst(one)],
        "robust": robust_sentence(scenario, one.robust),
        "rows": _said(scenario, one),
        "film": film(scenario, one.trace),
        **_whose([one.trainee], names=names),
    }


def _worst(one: Attempt) -> list[Line]:
    """The costliest breach, if there is one."""
    return sorted((line for line in one.card.ledger if line.is_breach), key=lambda line: (line.points, line.at))[:1]


def _progress(debrief: ClassDebrief) -> dict[str, Any] | None:
    if debrief.before is None or debrief.after is None:
        return None
    return {
        "sentence": progress_sentence(debrief),
        "before": _totals(debrief.before),
        "after": _totals(debrief.after),
        "robust_before": _robust(debrief.before),
        "robust_after": _robust(debrief.after),
    }


def _history(scenario: Scenario) -> dict[str, Any]:
    accounts = []
    for account in scenario.accounts:
        source = scenario.source(account.source)
        accounts.append({
            "text": account.text, "source": origin(source) if source else _("no source"),
            "publisher": source.publisher if source else _("no source"), "differs": account.differs,
        })  # fmt: skip
    note = "" if accounts else _("This day is made up; no account tells of it.")
    return {"note": note, "accounts": accounts, "reconstructed": list(scenario.reconstructed)}
