"""The debrief of a class for other programs: gradebook (CSV), workbook (XLSX), all events (JSON lines).

A trainee's pseudonym is text that somebody chose: whatever it begins with, no spreadsheet takes it for a formula.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from typing import Any, Final

from game.planning.class_debrief import Attempt, ClassDebrief
from game.report.class_values import LeftAside
from game.report.document import event_json
from game.simulation.kinds.base import Figure
from game.wording.briefings import addressee
from game.wording.catalogue import _
from game.wording.class_debrief import caused, incident_sentence, mistake_sentence, rule_name
from game.wording.day import figure_name
from game.wording.phrases import capital

BOM: Final = "\ufeff"
"""By this spreadsheets know UTF-8."""

_BEGINS_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_SHEET_TITLE: Final = 31

Cell = str | int


def harmless(cell: Cell) -> Cell:
    """A cell that no spreadsheet takes for a formula: a text that begins like one gets an apostrophe before it."""
    if isinstance(cell, str) and cell.startswith(_BEGINS_FORMULA):
        return f"'{cell}"
    return cell


def gradebook(debriefs: Sequence[ClassDebrief]) -> str:
    """A row for each trainee, columns for each scenario, as gradebooks import it: UTF-8 with BOM, ended by CR LF.

    A trainee who did not play a scenario has empty cells there.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    heads = [_("Username")]
    rows: dict[str, list[Cell]] = {name: [name] for name in _names(debriefs)}
    for debrief in debriefs:
        which = debrief.scenario.id
        parts = (_("first try"), _("last try"), _("last grade"), _("last try clean on days of 100"), _("tries"))
        heads += [f"{which}: {part}" for part in parts]
        theirs = {trainee.name: trainee.attempts for trainee in debrief.trainees}
        for name, row in rows.items():
            row += _grades(theirs[name]) if name in theirs else [""] * len(parts)
    writer.writerow(heads)
    writer.writerows([harmless(cell) for cell in row] for row in rows.values())
    return BOM + text.getvalue()


def _names(debriefs: Sequence[ClassDebrief]) -> list[str]:
    names = {trainee.name for debrief in debriefs for trainee in debrief.trainees}
    return sorted(names, key=lambda name: (name.casefold(), name))


def _grades(tries: Sequence[Attempt]) -> list[Cell]:
    last = tries[-1]
    return [tries[0].card.total, last.card.total, last.card.grade, last.clean_percent, len(tries)]


def events(debriefs: Sequence[ClassDebrief]) -> Iterator[str]:
    """Every event of every run as a line of JSON, in order, each ended by a line break."""
    for debrief in debriefs:
        for attempt in _attempts(debrief):
            about = {"scenario": debrief.scenario.id, "trainee": attempt.trainee, "try": attempt.nth,
                     "seed": attempt.seed}
            for event in attempt.trace.events:
                yield json.dumps(about | event_json(event), ensure_ascii=False) + "\n"


def _attempts(debrief: ClassDebrief) -> Iterator[Attempt]:
    for trainee in debrief.trainees:
        yield from trainee.attempts


def workbook(debriefs: Sequence[ClassDebrief], left_aside: Sequence[LeftAside] = ()) -> bytes:
    """An XLSX file: runs, breaches by rule and by event, the ways plans went wrong, and what was left aside."""
    from openpyxl import Workbook  # here: most commands never need it

    book = Workbook()
    assert book.active is not None
    book.remove(book.active)
    _fill(book, _("Runs"), [_run_heads(), *(row for debrief in debriefs for row in _runs(debrief))])
    _fill(book, _("Breaches by rule"), [
        (_("scenario"), _("rule"), _("title"), _("trainees"), _("offences")),
        *((d.scenario.id, each.rule, rule_name(d.scenario, each.rule), len(each.trainees), each.offences)
          for d in debriefs for each in d.first.broken()),
    ])  # fmt: skip
    _fill(book, _("Breaches by event"), [
        (_("scenario"), _("rule"), _("who"), _("trainees"), _("as it was in one of them")),
        *((d.scenario.id, each.rule, capital(addressee(d.scenario, each.offenders)), len(each.trainees),
           incident_sentence(d.scenario, each)) for d in debriefs for each in d.first.incidents()),
    ])  # fmt: skip
    _fill(book, _("Wrong plans"), [
        (_("scenario"), _("mistake"), _("plans"), _("what it caused")),
        *((d.scenario.id, mistake_sentence(d.scenario, each.mistake), len(each.attempts), caused(d.scenario, each))
          for d in debriefs for each in d.wrong),
    ])  # fmt: skip
    if left_aside:
        _fill(book, _("Left aside"), [(_("file"), _("why")), *((each.file, each.sentence) for each in left_aside)])
    found = io.BytesIO()
    book.save(found)
    return found.getvalue()


def _run_heads() -> tuple[Cell, ...]:
    return (
        _("trainee"), _("scenario"), _("try"), _("day"), _("total"), _("grade"), *map(figure_name, Figure),
        _("clean"), _("breaches"), _("clean on other days"), _("of other days"),
    )  # fmt: skip


def _runs(debrief: ClassDebrief) -> Iterator[tuple[Cell, ...]]:
    for one in _attempts(debrief):
        figures = (value for _figure, value in one.card.figures.items())
        yield (
            one.trainee, debrief.scenario.id, one.nth, one.seed, one.card.total, one.card.grade, *figures,
            int(one.trace.clean), sum(line.is_breach for line in one.card.ledger), one.robust.clean, one.robust.days,
        )  # fmt: skip


def _fill(book: Any, title: str, rows: Sequence[tuple[Cell, ...]]) -> None:
    """A sheet with these rows, the first as its head; texts are texts whatever they begin with."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    from openpyxl.styles import Alignment, Font

    sheet = book.create_sheet(title[:_SHEET_TITLE])
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(number, column)
            if isinstance(value, str):
                cell.value = ILLEGAL_CHARACTERS_RE.sub(" ", value)
                cell.data_type = "s"  # whatever it looks like
                cell.quotePrefix = value.startswith(_BEGINS_FORMULA)
            else:
                cell.value = value
            cell.alignment = Alignment(vertical="top", wrap_text=isinstance(value, str) and len(value) > 40)
            if number == 1:
                cell.font = Font(bold=True)
    sheet.freeze_panes = "A2"
    for column, cells in enumerate(zip(*rows, strict=True), 1):
        widest = max(len(str(cell)) for cell in cells)
        sheet.column_dimensions[sheet.cell(1, column).column_letter].width = min(60, max(9, widest + 2))
