"""One trainee's sheet, to be printed and taken home: the tries beside each other, what they cost, what was said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from game.planning.class_debrief import Attempt, ClassDebrief, Trainee
from game.protocol.scenario import Scenario
from game.protocol.units import format_clock
from game.report.class_values import Table, place, try_name
from game.scoring.line import Line
from game.simulation.kinds.base import Figure
from game.wording.briefings import briefing_rows
from game.wording.catalogue import _
from game.wording.day import figure_name, how_it_went, robust_sentence
from game.wording.ledger import sentence, title


def sheet(debrief: ClassDebrief, trainee: Trainee, key: str) -> dict[str, Any]:
    """What stands on the sheet: the first and the last try in full, all of them in figures."""
    scenario = debrief.scenario
    full = dict.fromkeys((trainee.attempts[0], trainee.attempts[-1]))
    return {
        "id": key,
        "title": trainee.name,
        "place": f"{scenario.title} · {place(scenario)}",
        "figures": _figures(trainee),
        "tries": [_try(scenario, attempt, several=len(trainee.attempts) > 1) for attempt in full],
        "question": _("Where did your plan hold to this, and where not?"),
        "points": scenario.learning,
    }


def _figures(trainee: Trainee) -> Table:
    heads = (
        _("try"), _("total of 100"), _("grade"), *(figure_name(figure) for figure in Figure), _("breaches"),
        _("clean on other days"), _("day"),
    )  # fmt: skip
    return Table(_("In figures"), heads, [_in_figures(each) for each in trainee.attempts], tuple(range(1, len(heads))))


def _in_figures(one: Attempt) -> tuple[Any, ...]:
    days = _("{n} of {days}").format(n=one.robust.clean, days=one.robust.days)
    figures = (value for _figure, value in one.card.figures.items())
    breaches = sum(line.is_breach for line in one.card.ledger)
    return try_name(one.nth), one.card.total, one.card.grade, *figures, breaches, days, one.seed


def _try(scenario: Scenario, one: Attempt, *, several: bool) -> dict[str, Any]:
    tables = []
    lines = [how_it_went(scenario, one.trace, one.card), robust_sentence(scenario, one.robust)]
    if one.card.ledger:
        heads = (_("what"), _("at"), _("points"), _("how it was"))
        tables.append(Table(_("What it cost"), heads, _ledger(scenario, one.card.ledger), (2,)))
    said = briefing_rows(scenario, one.plan, one.orders)
    if said:
        tables.append(Table(_("What you said"), (_("to whom"), _("what")), said))
    else:
        lines.append(_("You told nobody anything."))
    return {"title": try_name(one.nth) if several else _("Your day"), "lines": lines, "tables": tables}


def _ledger(scenario: Scenario, ledger: Sequence[Line]) -> list[tuple[str, str, str, str]]:
    """One row for each rule or cost, its points together, its dearest line in words; so a sheet stays a sheet."""
    alike: dict[tuple[str, str, bool], list[Line]] = {}
    for line in ledger:
        alike.setdefault((line.rule, line.kind, line.excused), []).append(line)
    rows = []
    for lines in alike.values():
        name = title(scenario, lines[0])
        named = _("{title} ({n} times)").format(title=name, n=len(lines)) if len(lines) > 1 else name
        points = sum(line.points for line in lines)
        dearest = min(lines, key=lambda line: (line.points, line.at))
        signed = f"{'−' if points < 0 else '+' if points else ''}{abs(points)}"
        rows.append((named, format_clock(lines[0].at), signed, sentence(scenario, dearest)))
    return rows
