"""The keys of each rule kind, read from the registry: a new kind needs nothing here."""

from __future__ import annotations

from dataclasses import MISSING, Field, fields
from functools import cache
from typing import Annotated, Any, Final, Literal

from pydantic import BeforeValidator, Field as ModelField, PlainValidator, create_model

from game.authoring.fields import Clock, Duration, Event, Id, Names, YesNo, events, read_moment
from game.authoring.model import RulePart
from game.protocol.cues import Moment
from game.protocol.rules import Terms, TermType
from game.simulation.kinds.base import RuleKind
from game.simulation.kinds.registry import registry

_TYPES: Final[dict[TermType, Any]] = {
    TermType.PEOPLE: Names,
    TermType.EVENTS: Annotated[list[Event], BeforeValidator(events)],
    TermType.MOMENT: Annotated[Moment, PlainValidator(read_moment)],
    TermType.DURATION: Duration,
    TermType.CLOCK: Clock,
    TermType.DOOR: Id,
    TermType.ORDER: Id,
    TermType.FLAG: YesNo,
}


@cache
def rule_model(kind: str) -> type[RulePart]:
    """What a rule of this kind may hold; raises KeyError for an unknown kind."""
    terms = {term.name: _field(term) for term in fields(registry()[kind].terms)}
    return create_model(f"Rule_{kind}", __base__=RulePart, **terms)  # type: ignore[call-overload, no-any-return]


def term_types(kind: RuleKind) -> dict[str, TermType]:
    """The type of each of a kind's terms."""
    return {term.name: term.metadata["type"] for term in fields(kind.terms)}


def terms_of(part: RulePart) -> Terms:
    """The terms of a rule that has passed its model."""
    kind = registry()[part.kind]
    values = {}
    for term in fields(kind.terms):
        value = getattr(part, term.name)
        values[term.name] = tuple(value) if isinstance(value, list) else value
    return kind.terms(**values)


def _field(term: Field[Any]) -> tuple[Any, Any]:
    type_ = term.metadata["type"]
    annotation = Literal[term.metadata["choices"]] if type_ is TermType.CHOICE else _TYPES[type_]
    about = str(term.metadata["about"])
    if term.default is MISSING:
        return annotation, ModelField(description=about)
    return annotation, ModelField(default=term.default, description=about)
