"""The table of rule kinds in the author's guide, made from the registry.

    python -m tests.authoring.rule_table        writes it into scenarios/README.md
"""

from __future__ import annotations

from pathlib import Path

from game.report.rulebook import Key, own_keys
from game.simulation.kinds.base import RuleKind
from game.simulation.kinds.registry import registry
from game.wording.day import figure_name
from game.wording.rulebook import registry_words

GUIDE = Path(__file__).parents[2] / "scenarios" / "README.md"
BEGIN = "<!-- kinds of rules: made by python -m tests.authoring.rule_table -->\n\n"
END = "\n<!-- end of the kinds of rules -->\n"


def table() -> str:
    """All kinds, a row each, in English."""
    head = "| kind | the rule | its keys | counts in |\n|---|---|---|---|\n"
    return head + "".join(_row(kind) for kind in registry().values())


def _row(kind: RuleKind) -> str:
    keys = "; ".join(_key(key) for key in own_keys(kind))
    figure = figure_name(kind.price.figure) + (", lasts" if kind.price.lasting else "")
    return f"| `{kind.name}` | {registry_words(kind.about)} | {keys} | {figure} |\n"


def _key(key: Key) -> str:
    words = ", ".join(f"`{choice}`" for choice in key.choices)
    default = f"`{key.default}` if not said" if key.default else ""
    bracket = "; ".join(part for part in (words, default) if part)
    return f"`{key.name}`{' *' * key.needed}: {key.about}{f' ({bracket})' if bracket else ''}"


def written(guide: str) -> str:
    """The table as it stands in a guide."""
    return guide.partition(BEGIN)[2].partition(END)[0]


def renewed(guide: str) -> str:
    """The guide with the table as it should be."""
    before, begin, rest = guide.partition(BEGIN)
    _old, end, after = rest.partition(END)
    if not end:
        raise ValueError(f"{GUIDE.name} has lost the marks of its table: {BEGIN}...{END}")
    return f"{before}{begin}{table()}{end}{after}"


if __name__ == "__main__":
    GUIDE.write_text(renewed(GUIDE.read_text(encoding="utf-8")), encoding="utf-8")
