"""A scenario's text as it is given to those who are to play it: without its solutions and its author's remarks."""

from __future__ import annotations

from typing import Final

import yaml

from game.authoring.problems import Findings, ProblemsFound
from game.authoring.tree import read_tree

SOLUTIONS: Final = frozenset({"plans", "expect"})
"""What tells how to do it."""

AFTERWARDS: Final = frozenset({"accounts"})
"""What really happened: told after the day."""


def handed_out(text: str, *, revealed: bool = False) -> str:
    """The text of the same scenario without plans and comments, and what really happened only if `revealed`.

    Who plays it lives the same days as on the whole text. Raises ProblemsFound where the text is none.
    """
    findings = Findings("", text)
    tree = read_tree(text, findings)
    if tree is None or not isinstance(tree.data, dict):
        raise ProblemsFound(findings.sorted())
    left_out = SOLUTIONS if revealed else SOLUTIONS | AFTERWARDS
    kept = {key: value for key, value in tree.data.items() if key not in left_out}
    return yaml.safe_dump(kept, allow_unicode=True, sort_keys=False, width=110)
