"""What the dossier and the list of scenarios say in words: difficulty, gravity, sides."""

from __future__ import annotations

from typing import Final

from game.protocol.people import Side
from game.protocol.rules import Gravity
from game.wording.catalogue import _

HARDEST: Final = 5
"""The scale of difficulty goes from 1 to this."""


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


def side_words(side: Side) -> str:
    """Which side a delegation is."""
    return {Side.HOST: _("host"), Side.GUEST: _("guest"), Side.EQUAL: _("equal")}[side]
