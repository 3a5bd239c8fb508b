"""The rules that a scenario can have, read from where they are defined: the registry, the loader's model, the systems.

Nothing is told here that is not so: a new kind, key, choice or default is on the page without being written there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import MISSING, Field, dataclass, fields
from typing import Any, Literal, get_args, get_origin

from game.authoring.model import HousePart, RulePart
from game.authoring.parts import Part
from game.protocol.precedence import System
from game.protocol.rules import Rule, TermType
from game.protocol.scenario import Scenario
from game.protocol.units import SECOND, format_duration
from game.simulation.kinds.base import RuleKind
from game.wording.customs import custom
from game.wording.rulebook import common_words, house_words, registry_words, system_meaning

Use = tuple[Scenario, Rule]
"""A rule and the scenario in which it is in force."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a rule: what it is for, what it holds, whether it must be there, and what holds without it.

    `default` is as an author would write it, empty for none; `type` is None where every rule may have the key.
    """

    name: str
    about: str
    type: TermType | None
    needed: bool
    default: str
    choices: tuple[str, ...]


def own_keys(kind: RuleKind) -> tuple[Key, ...]:
    """The keys that only rules of this kind have."""
    return tuple(_own_key(field) for field in fields(kind.terms))


def _own_key(field: Field[Any]) -> Key:
    said, needed = field.metadata, field.default is MISSING
    default = "" if needed else _written(field.default, said["type"])
    about = registry_words(said["about"])
    return Key(field.name, about, said["type"], needed, default, said["choices"])


def _written(default: Any, type_: TermType) -> str:
    if default is None or default == ():
        return ""
    if type_ is TermType.FLAG:
        return "yes" if default else "no"
    return format_duration(default) if type_ is TermType.DURATION else str(default)


def common_keys() -> tuple[Key, ...]:
    """The keys that a rule of any kind may have."""
    return _model_keys(RulePart, common_words)


def house_keys() -> tuple[Key, ...]:
    """The keys of a rule's `house`."""
    return _model_keys(HousePart, house_words)


def _model_keys(part: type[Part], words: Any) -> tuple[Key, ...]:
    keys = []
    for name, field in part.model_fields.items():
        key = field.alias or name
        choices = _choices(field.annotation)
        default = "" if field.is_required() else _plain(field.default)
        keys.append(Key(key, words(key), None, field.is_required(), default, choices))
    return tuple(keys)


def _choices(annotation: Any) -> tuple[str, ...]:
    if get_origin(annotation) is Literal:
        return get_args(annotation)
    return tuple(word for inner in get_args(annotation) for word in _choices(inner))


def _plain(default: Any) -> str:
    """A default that is worth telling: `yes`, or a duration; nothing is told of empty ones."""
    if isinstance(default, bool):
        return "yes" if default else "no"
    return format_duration(default) if isinstance(default, int) and default else ""


def example(kind: RuleKind) -> str:
    """A whole rule of this kind, as it stands in the list `rules` of a scenario file."""
    id_ = kind.name.replace("_", "-")
    lines = [f"id: {id_}", f"kind: {kind.name}", *kind.example.splitlines(), "gravity: moderate"]
    return "\n".join(f"{'  ' if n else '- '}{line}" for n, line in enumerate(lines))


def uses(scenarios: Iterable[Scenario], kinds: Sequence[RuleKind]) -> tuple[Use, ...]:
    """The rules of these kinds in these scenarios."""
    names = {kind.name for kind in kinds}
    return tuple((scenario, rule) for scenario in scenarios for rule in scenario.rules if rule.terms.kind in names)


def rulebook_json(kinds: Sequence[RuleKind], used: Sequence[Use]) -> dict[str, Any]:
    """The page of these kinds as values that `json.dumps` takes; texts in the player's language."""
    return {
        "kinds": [_kind_json(kind, used) for kind in kinds],
        "common": [_key_json(key) for key in common_keys()],
        "house": [_key_json(key) for key in house_keys()],
        "systems": [{"system": system.value, "about": system_meaning(system)} for system in System],
    }


def _kind_json(kind: RuleKind, used: Sequence[Use]) -> dict[str, Any]:
    price = kind.price
    lasting = {"thousandths": price.lasting, "full_after_s": price.full_after // SECOND}
    return {
        "kind": kind.name,
        "about": registry_words(kind.about),
        "figure": price.figure.value,
        "lasting": lasting if price.lasting else None,
        "suffered": kind.suffered,
        "keys": [_key_json(key) for key in own_keys(kind)],
        "example": example(kind),
        "used": [_use_json(*use) for use in used if use[1].terms.kind == kind.name],
    }


def _use_json(scenario: Scenario, rule: Rule) -> dict[str, Any]:
    return {
        "scenario": scenario.id,
        "rule": rule.id,
        "title": rule.title,
        "says": custom(scenario, rule),
        "source": rule.source or None,
        "confidence": rule.confidence.value,
    }


def _key_json(key: Key) -> dict[str, Any]:
    return {
        "key": key.name,
        "about": key.about,
        "type": key.type.value if key.type else None,
        "needed": key.needed,
        "default": key.default or None,
        "choices": list(key.choices),
    }
