"""The keys of each rule kind, read from the registry: a new kind needs nothing here."""

from __future__ import annotations

from dataclasses import MISSING, Field, fields
from functools import cache
from typing import Annotated, Any, Final, Literal

from pydantic import Field as ModelField
from pydantic import create_model

from game.authoring.cue_fields import read_moment
from game.authoring.fields import Clock, Duration, Event, Id, Names, Whole, YesNo, events
from game.authoring.hooks import Expanded, Instead
from game.authoring.model import RulePart
from game.authoring.parts import Part
from game.protocol.cues import Moment
from game.protocol.rules import Terms, TermType
from game.simulation.kinds.registry import registry

_TYPES: Final[dict[TermType, Any]] = {
    TermType.PEOPLE: Names,
    TermType.EVENTS: Annotated[list[Event], Expanded(events)],
    TermType.MOMENT: Annotated[Moment, Instead(read_moment)],
    TermType.DURATION: Duration,
    TermType.CLOCK: Clock,
    TermType.COUNT: Whole,
    TermType.DOOR: Id,
    TermType.SEAT: Id,
    TermType.ORDER: Id,
    TermType.FLAG: YesNo,
}


@cache
def terms_model(kind: str) -> type[Part]:
    """The keys that rules of this kind have beside those of every rule; KeyError for an unknown one."""
    model: type[Part] = create_model(f"Terms_{kind}", __base__=Part, **_fields(kind))
    return model


@cache
def rule_model(kind: str) -> type[RulePart]:
    """All keys that a rule of this kind may have; raises KeyError for an unknown kind."""
    model: type[RulePart] = create_model(f"Rule_{kind}", __base__=RulePart, **_fields(kind))
    return model


def terms_of(kind: str, part: Part) -> Terms:
    """The terms of a rule that have passed their model."""
    terms = registry()[kind].terms
    values = {}
    for term in fields(terms):
        value = getattr(part, term.name)
        values[term.name] = tuple(value) if isinstance(value, list) else value
    return terms(**values)


def _fields(kind: str) -> dict[str, Any]:
    return {term.name: _field(term) for term in fields(registry()[kind].terms)}


def _field(term: Field[Any]) -> tuple[Any, Any]:
    type_ = term.metadata["type"]
    annotation = Literal[term.metadata["choices"]] if type_ is TermType.CHOICE else _TYPES[type_]
    about = str(term.metadata["about"])
    if term.default is MISSING:
        return annotation, ModelField(description=about)
    return annotation, ModelField(default=term.default, description=about)
