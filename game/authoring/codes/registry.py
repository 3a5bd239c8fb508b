"""All codes, in the order in which one meets them: the file, its values, names, people, room, cues, rules, play."""

from __future__ import annotations

from functools import cache

from game.authoring.codes import files, names, plans, play, precedence, room, rules, values
from game.authoring.codes.entry import Explanation


@cache
def explanations() -> dict[str, Explanation]:
    """Everything that `check` can say, by its code: the list is closed."""
    parts = (files, values, names, precedence, room, plans, rules, play)
    return {entry.code: entry for part in parts for entry in part.ENTRIES}
