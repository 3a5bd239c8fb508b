"""Offices below those who come first, the higher first, and why people come late."""

from __future__ import annotations

from typing import Final

from game.authoring.generating.dice import Dice
from game.authoring.generating.scene import State

_MINISTRIES: Final = (
    "Trade",
    "Energy",
    "Transport",
    "Fisheries",
    "Culture",
    "Education",
    "Health",
    "Agriculture",
    "Ports",
    "Finance",
    "the Interior",
    "Science",
    "Tourism",
    "Labour",
    "Water",
    "Justice",
    "Defence",
    "Forests",
)

LATE: Final = (
    "The bridge into the town has one lane.",
    "The motorcade goes round by the harbour, and nobody knows how long that takes.",
    "Snow has fallen on the pass.",
    "The ferry goes by the tide.",
    "The photograph before the flags takes as long as it takes.",
    "The aeroplane had to wait for a runway.",
    "There is a procession in the old town today.",
    "The wreath-laying always lasts longer than the programme says.",
    "The press asked one more question, and then another.",
)
"""Why somebody comes late, and by how much nobody knows."""


def ministers(dice: Dice, state: State, count: int) -> list[str]:
    """So many offices of a delegation, in their order."""
    name = state.name
    found = [f"Foreign Minister of {name}"]
    found += [f"Minister of {field}" for field in dice.shuffled(_MINISTRIES, f"ministries {state.id}")]
    return found[:count]


def late(dice: Dice, count: int = 1) -> list[str]:
    """So many reasons for being late, all different."""
    return dice.shuffled(LATE, "late because")[:count]
