"""The tables of keys in the author's guide, made from the JSON Schema.

    python -m tests.authoring.key_tables        writes them into scenarios/README.md
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from game.authoring import chances, model, model_room
from game.authoring.parts import Part
from game.authoring.schema import block_name, scenario_schema

GUIDE = Path(__file__).parents[2] / "scenarios" / "README.md"
TABLE = re.compile(
    r"(<!-- keys of (?P<block>[a-z-]+)(?: beside (?P<other>[a-z-]+))? -->\n).*?(<!-- end -->)", re.DOTALL
)
OF_TYPES = {"text": "a text", "yes-no": "`yes`", "id": "an id", "whole": "a number", "name": "an id"}


@cache
def blocks() -> dict[str, dict[str, Any]]:
    """The keys of every block of the schema, by the block's name."""
    schema = scenario_schema()
    found = {name: one["properties"] for name, one in schema["definitions"].items() if "properties" in one}
    return {"scenario": schema["properties"], **{n: p for n, p in found.items() if not n.startswith("rule-")}}


@cache
def parts() -> dict[str, type[Part]]:
    """The blocks of the model by their names in the schema."""
    known = {**vars(chances), **vars(model_room), **vars(model)}.values()
    return {block_name(part): part for part in known if isinstance(part, type) and issubclass(part, Part)}


def table(block: str, other: str | None = None) -> str:
    """The keys of a block, a row each; without those of which another block says the same."""
    known = blocks()[other] if other else {}
    keys = {key: value for key, value in blocks()[block].items() if known.get(key) != value}
    rows = "".join(_row(block, key, value) for key, value in keys.items())
    return f"| key | what it says | like this |\n|---|---|---|\n{rows}"


def _row(block: str, key: str, value: dict[str, Any]) -> str:
    field = next(f for name, f in parts()[block].model_fields.items() if (f.alias or name) == key)
    default = f" `{value['default']}` if not said." if "default" in value else ""
    star, example = " *" if field.is_required() else "", _example(value, field.examples)
    return f"| `{key}`{star} | {value['description']}{default} | {example} |\n"


def _example(value: dict[str, Any], examples: list[str] | None) -> str:
    if examples:
        return f"`{examples[0]}`"
    if "markdownEnumDescriptions" in value:
        return "the kinds are below"
    if "enum" in value:
        words = [f"`{word}`" for word in value["enum"] if isinstance(word, str)]
        return f"{', '.join(words[:-1])} or {words[-1]}" if len(words) > 1 else words[0]
    reference = str(value.get("$ref", "")).removeprefix("#/definitions/")
    return OF_TYPES.get(reference, "below")


def renewed(guide: str) -> str:
    """The guide with all its tables as they should be."""
    return TABLE.sub(lambda found: f"{found[1]}\n{table(found['block'], found['other'])}\n{found[4]}", guide)


if __name__ == "__main__":
    GUIDE.write_text(renewed(GUIDE.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
