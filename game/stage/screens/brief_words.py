"""What the dossier and the list of scenarios say in words: dates, difficulty, gravity, how sure we are."""

from __future__ import annotations

from typing import Final

from game.protocol.people import Side
from game.protocol.rules import Confidence, Gravity
from game.wording.catalogue import _

HARDEST: Final = 5
"""The scale of difficulty goes from 1 to this."""


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


def difficulty_words(difficulty: int) -> str:
    """How hard a scenario is, in a word or two."""
    words = (_("a first lesson"), _("easy"), _("demanding"), _("hard"), _("very hard"))
    return words[max(1, min(HARDEST, difficulty)) - 1]


def difficulty_marks(difficulty: int) -> str:
    """How hard a scenario is, as marks: three of five are `●●●○○`."""
    full = max(1, min(HARDEST, difficulty))
    return "●" * full + "○" * (HARDEST - full)


def gravity_sentence(gravity: Gravity) -> str:
    """How heavily a breach weighs, for a chip."""
    return {
        Gravity.SLIGHT: _("slight if broken"),
        Gravity.MODERATE: _("moderate if broken"),
        Gravity.SERIOUS: _("serious if broken"),
        Gravity.GRAVE: _("grave if broken"),
    }[gravity]


def confidence_words(confidence: Confidence) -> str:
    """How sure the sources make us."""
    return {
        Confidence.HIGH: _("well attested"),
        Confidence.MEDIUM: _("one secondary source"),
        Confidence.LOW: _("a weak source, or sources that differ"),
        Confidence.DESIGN: _("no source: made for this scenario"),
    }[confidence]


def side_words(side: Side) -> str:
    """Which side a delegation is."""
    return {Side.HOST: _("host"), Side.GUEST: _("guest"), Side.EQUAL: _("equal")}[side]
