"""A plan as a plan file: the YAML of the author's guide, which `--plan FILE` reads."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from game.attempt.spelling import briefing_data
from game.attempt.store import write_text
from game.protocol.plan import Order, Plan


def print_plan_file(plan: Plan, orders: tuple[Order, ...] = (), note: str = "") -> str:
    """The text of a plan file. Every scalar is quoted, so nothing in it can be taken for something else."""
    lines = [f"note: {_quoted(note)}"] if note else []
    lines += ["plan:", *_briefings(plan)] if plan.briefings else ["plan: []"]
    if orders:
        lines += ["orders:", *(f"  - {_quoted(str(order))}" for order in orders)]
    return "\n".join(lines) + "\n"


def save_plan_file(path: Path, plan: Plan, orders: tuple[Order, ...] = (), note: str = "") -> str:
    """Write a plan file, whole or not at all; returns a notice for the player when that fails."""
    return write_text(path, print_plan_file(plan, orders, note))


def _briefings(plan: Plan) -> Iterable[str]:
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
