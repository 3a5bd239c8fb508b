"""A short piece of YAML as plain data: for examples, which are our own."""

from __future__ import annotations

from typing import Any

from game.authoring.problems import Findings, ProblemsFound
from game.authoring.tree import read_tree


def plain(text: str) -> Any:
    """What a text spells, every scalar as text; raises ProblemsFound."""
    findings = Findings("example", text)
    tree = read_tree(text, findings)
    if tree is None:
        raise ProblemsFound(findings.sorted())
    return tree.data
