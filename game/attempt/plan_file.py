"""A plan as a plan file: the YAML of the author's guide, which `--plan FILE` reads."""

from __future__ import annotations

import json
from collections.abc import Iterator

from game.attempt.spelling import briefing_data
from game.protocol.plan import Plan


def print_plan_file(plan: Plan) -> str:
    """The text of a plan file. Every scalar is quoted, so nothing in it can be taken for something else."""
    lines = ["plan:", *_briefings(plan)] if plan.briefings else ["plan: []"]
    return "\n".join(lines) + "\n"


def _briefings(plan: Plan) -> Iterator[str]:
    for briefing in plan.briefings:
        opening = "  - "
        for key, value in briefing_data(briefing).items():
            yield f"{opening}{key}: {_value(value)}"
            opening = "    "


def _value(value: object) -> str:
    if value is True:
        return "yes"
    if isinstance(value, list):
        return "[" + ", ".join(_quoted(str(part)) for part in value) + "]"
    return _quoted(str(value))


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
