"""Prints what reading a 300-line scenario costs, against its bare YAML: `python -m tests.benchmarks.reading`.

All are measured in turns in one process, so that a busy machine slows all alike.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter_ns
from typing import Final

import yaml

from game.authoring.check import check_text
from game.authoring.draft import Draft, draft
from game.authoring.load import load_scenario_text
from game.authoring.problems import Findings
from game.authoring.shape import Fitting
from game.authoring.tree import read_tree

ROUNDS: Final = 200
GOOD: Final = Path(__file__).parents[1] / "authoring" / "good"

_RULE: Final = """  - id: rule-{n}
    kind: before
    first: voss
    then: halden.staff
    gravity: slight
"""


def long_text() -> str:
    """The guide's example with so many rules that it has 300 lines."""
    text = (GOOD / "minimal.yaml").read_text(encoding="utf-8")
    missing = (300 - text.count("\n")) // _RULE.count("\n")
    return text.replace("accomplish:", "".join(_RULE.format(n=n) for n in range(missing)) + "accomplish:")


TEXT: Final = long_text()


def bare() -> object:
    """What PyYAML's own parser in C needs, without bounds, types or places."""
    return yaml.compose(TEXT, Loader=yaml.CBaseLoader)


def read_and_fit() -> Draft | None:
    """Bounded reading and the schema."""
    findings = Findings("long.yaml", TEXT)
    tree = read_tree(TEXT, findings)
    assert tree is not None
    return draft(Fitting(tree, findings, "en"))


MEASURED: Final[dict[str, Callable[[], object]]] = {
    "composing the bare YAML": bare,
    "bounded reading and schema": read_and_fit,
    "loading: also names, room, cues, plans": lambda: load_scenario_text(TEXT, "long.yaml"),
    "checking, not played: also contradictions": lambda: check_text(TEXT, "long.yaml", play=False),
}


def measure(rounds: int = ROUNDS) -> dict[str, list[int]]:
    """Nanoseconds of each, measured in turns."""
    times: dict[str, list[int]] = {name: [] for name in MEASURED}
    for run in MEASURED.values():
        run()
    for _ in range(rounds):
        for name, run in MEASURED.items():
            start = perf_counter_ns()
            run()
            times[name].append(perf_counter_ns() - start)
    return times


def table(times: dict[str, list[int]]) -> str:
    """The table, in the form a README takes."""
    peer = next(iter(times.values()))
    lines = ["| a scenario of 300 lines, after start-up | median | to the bare YAML |", "|---|---|---|"]
    for name, taken in times.items():
        lines.append(f"| {name} | {median(taken) / 1e6:.1f} ms | {median(taken) / median(peer):.1f} |")
    return "\n".join(lines)


if __name__ == "__main__":
    print(table(measure()))
