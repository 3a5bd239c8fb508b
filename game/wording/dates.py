"""Dates for a reader."""

from __future__ import annotations

from game.wording.catalogue import _


def date_words(date: str) -> str:
    """`2024-06-19` as `19 June 2024`, `2024-06` as `June 2024`; anything else as it is."""
    parts = date.split("-")
    if not 1 < len(parts) < 4 or not all(part.isdigit() for part in parts):
        return date
    year, month = parts[0], int(parts[1])
    if not 1 <= month <= 12:
        return date
    name = (
        _("January"), _("February"), _("March"), _("April"), _("May"), _("June"), _("July"), _("August"),
        _("September"), _("October"), _("November"), _("December"),
    )[month - 1]  # fmt: skip
    if len(parts) == 2:
        return _("{month} {year}").format(month=name, year=year)
    return _("{day} {month} {year}").format(day=int(parts[2]), month=name, year=year)
