"""The JSON Schema of the scenario format, made from the model and the rule kinds, for editors.

Draft 7, which the language servers of editors know best. What an author may write short is in it too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from game.authoring.hooks import Expanded, Instead, InsteadInformed
from game.authoring.lessons import LESSONS
from game.authoring.model import PROGRAMME, RulePart, ScenarioPart
from game.authoring.parts import Part
from game.authoring.plain import plain
from game.authoring.schema_values import SHORTHANDS, Json, values
from game.authoring.terms import rule_model
from game.protocol.units import format_duration, format_length
from game.simulation.kinds.registry import registry
from game.wording.catalogue import _

FILE_NAME: Final = "scenario.schema.json"
TITLE: Final = "After You: a scenario"
_PARTS: Final = "#/definitions/"
_DEFAULTS: Final[dict[str, Callable[[Any], str]]] = {
    "duration": format_duration,
    "length": format_length,
    "speed": lambda millimetres: f"{millimetres / 1_000:g} m/s",
    "chance": lambda permille: f"{permille / 10:g} %",
    "yes-no": lambda yes: "yes" if yes else "no",
}
"""How a default is written, by the definition of its value; others are written as they are."""


def scenario_schema() -> Json:
    """The schema of a scenario file, as plain data in a fixed order."""
    return _Schema().document()


def block_name(part: type[BaseModel]) -> str:
    """The name of a block among the schema's definitions: `on-air` for OnAirPart."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", part.__name__.removesuffix("Part")).lower()


class _Schema:
    """Collects the definitions while it walks the model."""

    def __init__(self) -> None:
        self._values = values()
        self._definitions: dict[str, Json] = dict(self._values.values())

    def document(self) -> Json:
        block = self._block(ScenarioPart)
        block["properties"]["rules"] |= {"type": "array", "minItems": 1, "items": self._rule()}
        block["properties"]["programme"] |= {"type": "array", "items": {"anyOf": [
            self._ref(part) for part in PROGRAMME.values()
        ]}}
        return {
            "$schema": "http://json-schema.org/draft-07/schema#",
            "title": TITLE,
            "description": _("One morning at one house: who is there, how the room looks, what the custom is, and what "
                             "the day is for."),
            **block,
            "definitions": dict(sorted(self._definitions.items())),
        }  # fmt: skip

    def _ref(self, part: type[BaseModel]) -> Json:
        name = block_name(part)
        if name not in self._definitions:
            self._definitions[name] = {}  # stands while its own keys are walked
            self._definitions[name] = self._block(part)
        return {"$ref": _PARTS + name}

    def _block(self, part: type[BaseModel]) -> Json:
        fields = {field.alias or name: field for name, field in part.model_fields.items()}
        required = [key for key, field in fields.items() if field.is_required()]
        return {
            "type": "object",
            "additionalProperties": False,
            **({"required": required} if required else {}),
            "properties": {key: self._property(part, key, field) for key, field in fields.items()},
        }

    def _property(self, part: type[BaseModel], key: str, field: FieldInfo) -> Json:
        value = self._value(field.annotation, field.metadata)
        described: Json = {"description": description(part, key, field)}
        if field.examples:
            described["examples"] = [plain(field.examples[0])]
        default = self._default(field)
        if default is not None:
            described["default"] = default
        return {**described, **value}

    def _default(self, field: FieldInfo) -> Any:
        """The value of a key that is left out, as an author would write it; None where there is nothing to write."""
        default = field.default
        if field.is_required() or default in (None, "", [], {}, ()):
            return None
        reader = _reader(field.annotation, field.metadata)
        name = self._values[reader][0] if reader else ""
        return _DEFAULTS[name](default) if name in _DEFAULTS else default

    def _value(self, annotation: Any, metadata: Sequence[Any] = ()) -> Json:
        for hook in reversed(metadata):
            if isinstance(hook, Instead | InsteadInformed):
                return {"$ref": _PARTS + self._values[hook.read][0]}
            if isinstance(hook, Expanded):
                rest = [one for one in metadata if one is not hook]
                return self._short(hook, self._value(annotation, rest))
        return self._bare(annotation)

    def _short(self, hook: Expanded, whole: Json) -> Json:
        return SHORTHANDS[hook.expand](whole)

    def _bare(self, annotation: Any) -> Json:
        origin, arguments = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            return self._value(arguments[0], arguments[1:])
        if origin in (Union, UnionType):
            (one,) = (argument for argument in arguments if argument is not NoneType)
            return self._value(one)
        if origin is Literal:
            return _choice(arguments)
        if origin is list:
            return {"type": "array", "items": self._value(arguments[0])}
        if origin is dict:
            names = {} if arguments[0] is str else {"propertyNames": self._value(arguments[0])}
            return {"type": "object", **names, "additionalProperties": self._value(arguments[1])}
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            return self._ref(annotation)
        return {}

    def _rule(self) -> Json:
        """A rule: what every rule has, and with its kind known exactly the keys of that kind."""
        kinds = registry()
        rule = self._block(RulePart)
        del rule["additionalProperties"]  # each kind refuses what it does not know
        rule["properties"]["kind"] |= {
            "enum": list(kinds), "markdownEnumDescriptions": [kind.about for kind in kinds.values()],
        }
        del rule["properties"]["kind"]["$ref"]
        rule["required"] = ["kind"]
        rule["allOf"] = [
            {"if": {"properties": {"kind": {"const": name}}, "required": ["kind"]},
             "then": {"$ref": f"{_PARTS}rule-{name}"}}
            for name in kinds
        ]
        self._definitions["rule"] = rule
        for name in kinds:
            self._definitions[f"rule-{name}"] = self._kind(name, set(rule["properties"]))
        return {"$ref": _PARTS + "rule"}

    def _kind(self, name: str, shared: set[str]) -> Json:
        block = self._block(rule_model(name))
        block["properties"] = {key: {} if key in shared else value for key, value in block["properties"].items()}
        return {"description": registry()[name].about, **block}


def _choice(words: tuple[str, ...]) -> Json:
    """One of several words; where they are digits, also as a number."""
    numbers = [int(word) for word in words if word.isdigit()]
    return {"enum": [*numbers, *words]}


def description(part: type[Part] | type[BaseModel], key: str, field: FieldInfo) -> str:
    """What a key is for, and what it teaches."""
    about = field.description or ""
    sentence = _(about)
    sentence = sentence if sentence.startswith("`") else sentence[:1].upper() + sentence[1:]
    ending = "" if sentence.endswith((".", "?")) else "."
    lesson = next((LESSONS[name] for one in part.__mro__ if (name := f"{one.__name__}.{key}") in LESSONS), "")
    return f"{sentence}{ending} {_(lesson)}".rstrip()


def _reader(annotation: Any, metadata: Sequence[Any]) -> Any:
    hooks = [hook for hook in metadata if isinstance(hook, Instead | InsteadInformed)]
    if hooks:
        return hooks[0].read
    for argument in get_args(annotation):
        if get_origin(argument) is Annotated:
            return _reader(None, get_args(argument)[1:])
    return None
