"""What an editor makes of a scenario: YAML 1.2 with its core types, and the JSON Schema."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, ClassVar

import yaml
from jsonschema import Draft7Validator

from game.authoring.schema import scenario_schema


class Core(yaml.SafeLoader):
    """YAML with the types of the core schema of YAML 1.2, where `12:03` and `yes` are texts."""

    yaml_implicit_resolvers: ClassVar[dict[str, list[tuple[str, re.Pattern[str]]]]] = {}


CORE = [
    ("null", r"(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("bool", r"(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("int", r"[-+]?[0-9]+$", list("-+0123456789")),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", list("-+.0123456789")),
]
for name, pattern, first in CORE:
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{name}", re.compile(pattern), first)
Core.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(loader.construct_scalar(node)))
Core.add_constructor("tag:yaml.org,2002:float", lambda loader, node: float(loader.construct_scalar(node)))


def as_editor_sees(text: str) -> Any:
    """The data of a YAML text as an editor's YAML 1.2 parser gives them to its validator."""
    return yaml.load(text, Core)


@cache
def _validator() -> Draft7Validator:
    return Draft7Validator(scenario_schema())


def complaints(data: Any) -> list[str]:
    """What an editor underlines, as `path: message`, in the order of the paths."""
    return sorted(_leaves(_validator().iter_errors(data)))


def _leaves(errors: Any) -> Iterator[str]:
    for error in errors:
        if error.context:
            yield from _leaves([min(error.context, key=lambda one: (-len(one.absolute_path), len(one.message)))])
        else:
            yield f"{'.'.join(map(str, error.absolute_path))}: {error.message}"


def takes(definition: str, value: Any) -> bool:
    """Whether one of the schema's definitions takes a value."""
    schema = scenario_schema()
    whole = {"$ref": f"#/definitions/{definition}", "definitions": schema["definitions"]}
    return bool(Draft7Validator(whole).is_valid(value))
