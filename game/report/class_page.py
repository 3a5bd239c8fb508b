"""The debrief of a class as one page that needs nothing else: class part to project, then a sheet for each trainee.

The template holds no word: all that is read is made here, so that it goes through the catalogue.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, Final

from game.planning.class_debrief import Attempt, ClassDebrief, Contrast, Round
from game.protocol.scenario import Scenario
from game.report.class_sheet import sheet
from game.report.class_values import LeftAside, Table, chart, place
from game.report.history import accounts, without_accounts
from game.resources import assets
from game.wording.briefings import addressee, briefing_rows
from game.wording.catalogue import _, language, ngettext
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
)
from game.wording.day import how_it_went, robust_sentence
from game.wording.ledger import sentence
from game.wording.phrases import capital

TEMPLATE: Final = "class_debrief.html.jinja"
LISTED: Final = 12
"""So many events are listed; the workbook has them all."""


def class_page(debriefs: Sequence[ClassDebrief], left_aside: Sequence[LeftAside] = ()) -> str:
    """The whole page as HTML. Everything in it is escaped, whoever wrote it."""
    parts = [_part(debrief, nth) for nth, debrief in enumerate(debriefs, 1)]
    refused = Table(_("Files"), (_("file"), _("why")), [(each.file, each.sentence) for each in left_aside])
    page = {
        "language": language(),
        "title": _("Debrief: {titles}").format(titles=", ".join(each.scenario.title for each in debriefs)),
        "contents_title": _("Contents"),
        "contents": [_link(part) for part in parts] if len(parts) > 1 else [],
        "scenarios": parts,
        "refused_title": _("Left aside"),
        "refused": refused if left_aside else None,
    }
    return str(_template().render(page=page))


@cache
def _template() -> Any:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # here: most commands never need it

    found = Environment(loader=FileSystemLoader(assets() / "pages"), autoescape=True, undefined=StrictUndefined)
    return found.get_template(TEMPLATE)


def _link(part: dict[str, Any]) -> dict[str, str]:
    return {"id": part["id"], "text": part["title"]}


def _part(debrief: ClassDebrief, number: int) -> dict[str, Any]:
    scenario, key = debrief.scenario, f"s{number}"
    return {
        "id": key,
        "title": scenario.title,
        "place": place(scenario),
        "lead": [round_sentence(debrief.first), robust_round_sentence(debrief.first), days_sentence(debrief)],
        "charts": _charts(debrief.first, key, _("Totals"), _("Clean on so many of 100 other days")),
        "wrong": _wrong(debrief),
        "broken": _broken(debrief),
        "contrast": _contrast(scenario, debrief.contrast),
        "progress": _progress(debrief, key),
        "questions": {"title": _("Questions"), "rows": questions(scenario)},
        "history": _history(scenario),
        "sheets_title": _("Sheets"),
        "sheets": [sheet(debrief, trainee, f"{key}-{nth}") for nth, trainee in enumerate(debrief.trainees, 1)],
    }


def _charts(one: Round, key: str, scores: str, days: str) -> list[dict[str, Any]]:
    return [chart(f"{key}-scores", scores, one.score_bars()), chart(f"{key}-days", days, one.robust_bars())]


def _wrong(debrief: ClassDebrief) -> dict[str, Any]:
    scenario, runs = debrief.scenario, len(debrief.first.attempts)
    found: dict[str, Any] = {"title": _("The commonest wrong plan"), "mistake": "", "notes": [], "table": None}
    if not debrief.wrong:
        return {**found, "notes": [_("No plan went wrong: everybody's day was clean.")]}
    commonest, *others = debrief.wrong
    found |= {
        "mistake": mistake_sentence(scenario, commonest.mistake),
        "how_many": how_many(commonest, runs),
        "caused": caused(scenario, commonest),
    }
    if others:
        rows = [(mistake_sentence(scenario, each.mistake), len(each.attempts)) for each in others]
        found["table"] = Table(_("How the other plans first went wrong"), (_("mistake"), _("plans")), rows, (1,))
    return found


def _broken(debrief: ClassDebrief) -> list[dict[str, Any]]:
    scenario, first = debrief.scenario, debrief.first
    rules = first.broken()
    if not rules:
        return []
    heads = (_("rule"), _("trainees"), _("offences"))
    by_rule = [(rule_name(scenario, each.rule), len(each.trainees), each.offences) for each in rules]
    incidents = first.incidents()
    event_heads = (_("who"), _("rule"), _("trainees"), _("as it was in one of them"))
    by_event = [
        (capital(addressee(scenario, each.offenders)), rule_name(scenario, each.rule), len(each.trainees),
         incident_sentence(scenario, each))
        for each in incidents[:LISTED]
    ]  # fmt: skip
    rest = len(incidents) - LISTED
    more = ngettext("{n} more stands in the workbook.", "{n} more stand in the workbook.", rest).format(n=rest)
    caption = _("In the first try, out of {n}").format(n=len(first.attempts))
    return [
        {"title": _("Breaches by rule"), "table": Table(caption, heads, by_rule, (1, 2)), "note": ""},
        {
            "title": _("Breaches by event"),
            "table": Table(caption, event_heads, by_event, (2,)),
            "note": more if rest > 0 else "",
        },
    ]


def _contrast(scenario: Scenario, found: Contrast | None) -> dict[str, Any]:
    shown: dict[str, Any] = {"title": _("Two plans side by side"), "notes": [], "plans": []}
    if found is None:
        return {**shown, "notes": [_("No plan did better than another; there is nothing to set side by side.")]}
    shown["decisive"] = decisive_sentence(scenario, found)
    sides = ((_("Plan A"), found.worse), (_("Plan B"), found.better))
    shown["plans"] = [_plan(scenario, title, attempt) for title, attempt in sides]
    return shown


def _plan(scenario: Scenario, title: str, one: Attempt) -> dict[str, Any]:
    total = _("{title}: {total} of 100, grade {grade}").format(title=title, total=one.card.total, grade=one.card.grade)
    worst = sorted((line for line in one.card.ledger if line.is_breach), key=lambda line: (line.points, line.at))
    rows = briefing_rows(scenario, one.plan, one.orders)
    return {
        "title": total,
        "lines": [
            how_it_went(scenario, one.trace, one.card),
            *(sentence(scenario, line) for line in worst[:1]),
            robust_sentence(scenario, one.robust),
            *([] if rows else [_("It told nobody anything.")]),
        ],
        "table": Table(_("What it said"), (_("to whom"), _("what")), rows) if rows else None,
    }


def _progress(debrief: ClassDebrief, key: str) -> dict[str, Any] | None:
    if debrief.before is None or debrief.after is None:
        return None
    return {
        "title": _("First and last try"),
        "sentence": progress_sentence(debrief),
        "charts": [
            chart(f"{key}-before", _("Totals of the first try"), debrief.before.score_bars()),
            chart(f"{key}-after", _("Totals of the last try"), debrief.after.score_bars()),
        ],
    }


def _history(scenario: Scenario) -> dict[str, Any]:
    told = accounts(scenario)
    return {
        "title": _("What really happened"),
        "notes": [] if told else [without_accounts()],
        "accounts": told,
        "reconstructed_title": _("Reconstructed, for no source tells it"),
        "reconstructed": scenario.reconstructed,
    }
