"""Who is behind the pseudonyms: a table on the instructor's own disk. The store never sees a name of it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path

from game.report.class_tables import harmless
from game.wording.catalogue import _


class RosterUnreadable(Exception):
    """A roster that is no table of pseudonyms and names; the text is a sentence."""


def read_roster(path: Path) -> dict[str, str]:
    """Names by the pseudonym (in small letters): the first column is the pseudonym, the second the name.

    Commas, semicolons and tabs may stand between them, as spreadsheets write it. Raises RosterUnreadable.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise RosterUnreadable(_("{path} cannot be read ({reason}).").format(path=path, reason=reason)) from None
    first = text.partition("\n")[0]
    between = max(",;\t", key=first.count)
    rows = [[cell.strip() for cell in row] for row in csv.reader(io.StringIO(text), delimiter=between) if row]
    if any(len(row) < 2 for row in rows):
        wrong = _("{path} is no roster: every line has a pseudonym and a name, with a comma between them.")
        raise RosterUnreadable(wrong.format(path=path))
    return {row[0].casefold(): row[1] for row in rows if row[0] and row[1]}


def print_roster(pseudonyms: Iterable[str], names: Mapping[str, str]) -> str:
    """A table to be filled in: everybody's pseudonym, and the name where it is known."""
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow([_("Pseudonym"), _("Name")])
    for pseudonym in pseudonyms:
        writer.writerow([harmless(pseudonym), harmless(names.get(pseudonym.casefold(), ""))])
    return "\ufeff" + table.getvalue()
