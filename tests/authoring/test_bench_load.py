"""How long a bare check of a 300-line scenario takes; run with --benchmark-only, it judges no time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from game.authoring.load import load_scenario_text

_RULE = """  - id: rule-{n}
    kind: before
    first: voss
    then: halden.staff
    gravity: slight
"""


def long_text() -> str:
    """The guide's example with so many rules that it has 300 lines."""
    text = (Path(__file__).parent / "good" / "minimal.yaml").read_text(encoding="utf-8")
    missing = (300 - text.count("\n")) // _RULE.count("\n")
    return text.replace("accomplish:", "".join(_RULE.format(n=n) for n in range(missing)) + "accomplish:")


@pytest.mark.benchmark(group="check a 300-line scenario")
def test_check(benchmark: Any) -> None:
    text = long_text()
    assert 290 < text.count("\n") <= 300
    assert len(benchmark(load_scenario_text, text, "long.yaml").rules) > 40


@pytest.mark.benchmark(group="check a 300-line scenario")
def test_bare_yaml(benchmark: Any) -> None:
    benchmark(yaml.compose, long_text(), Loader=yaml.CBaseLoader)
