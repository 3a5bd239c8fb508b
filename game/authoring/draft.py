"""A scenario file that fits its model, rules and programme sorted by kind; not yet checked for sense."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any

from game.authoring.chances import CHANCES, MissingChairPart, key_of, whom
from game.authoring.model import (
    PROGRAMME,
    ArrivePart,
    OnAirPart,
    PressPart,
    RulePart,
    ScenarioPart,
)
from game.authoring.parts import Part
from game.authoring.problems import Wrong
from game.authoring.shape import Fitting, keys_of
from game.authoring.suggest import did_you_mean, short
from game.authoring.terms import rule_model, terms_model
from game.protocol.rules import TermType
from game.simulation.kinds.registry import registry
from game.wording.catalogue import _


@dataclass(frozen=True, slots=True)
class RuleDraft:
    """A rule: the keys that every rule has, and those of its kind."""

    part: RulePart
    terms: Part


@dataclass(frozen=True, slots=True)
class Draft:
    """The parts of a file; an entry of the programme and a rule keep their numbers in the file."""

    model: ScenarioPart
    rules: tuple[RuleDraft, ...]
    programme: tuple[Part, ...]

    def arrivals(self) -> Iterable[tuple[int, ArrivePart]]:
        """The arrivals with their numbers in the programme."""
        return ((n, entry) for n, entry in enumerate(self.programme) if isinstance(entry, ArrivePart))

    def chances(self) -> Iterable[tuple[int, Part]]:
        """What may happen, with the numbers in the programme."""
        kinds = tuple(CHANCES.values())
        return ((n, entry) for n, entry in enumerate(self.programme) if isinstance(entry, kinds))

    def seats_of_chances(self) -> list[tuple[str | None, tuple[str | int, ...]]]:
        """The seats that may lack a chair, each with its path."""
        return [
            (seat, ("programme", n, key_of(entry), m))
            for n, entry in self.chances() if isinstance(entry, MissingChairPart)
            for m, seat in enumerate(whom(entry))
        ]

    def seats_of_rules(self) -> list[tuple[str | None, tuple[str | int, ...]]]:
        """The seats that rules name, each with its path."""
        return [
            (getattr(rule.terms, term.name), ("rules", n, term.name))
            for n, rule in enumerate(self.rules)
            for term in fields(registry()[rule.part.kind].terms)
            if term.metadata["type"] is TermType.SEAT
        ]

    def on_air(self) -> OnAirPart | None:
        """The broadcast."""
        return next((entry for entry in self.programme if isinstance(entry, OnAirPart)), None)

    def press(self) -> PressPart | None:
        """The press's time in the room."""
        return next((entry for entry in self.programme if isinstance(entry, PressPart)), None)


def draft(fitting: Fitting, *, quiet: bool = False) -> Draft | None:
    """The parts of a document, or None with what does not fit noted (unless `quiet`)."""
    data = fitting.tree.data
    model = fitting.fit(ScenarioPart, data, quiet=quiet)
    rules = [_rule(fitting, entry, n, quiet) for n, entry in enumerate(_entries(data, "rules"))]
    programme = [_programme(fitting, entry, n, quiet) for n, entry in enumerate(_entries(data, "programme"))]
    whole_rules = tuple(rule for rule in rules if rule is not None)
    whole_programme = tuple(entry for entry in programme if entry is not None)
    if model is None or len(whole_rules) < len(rules) or len(whole_programme) < len(programme):
        return None
    return Draft(model, whole_rules, whole_programme)


def _entries(data: dict[str, Any], key: str) -> list[Any]:
    found = data.get(key)
    return found if isinstance(found, list) else []


def _rule(fitting: Fitting, entry: Any, number: int, quiet: bool) -> RuleDraft | None:
    path = ("rules", number)
    kind = entry.get("kind") if isinstance(entry, dict) else None
    if isinstance(kind, str) and kind in registry():
        own = {key: value for key, value in entry.items() if key not in keys_of(RulePart)}
        shared = {key: value for key, value in entry.items() if key in keys_of(RulePart)}
        part = fitting.fit(RulePart, shared, path, quiet=quiet)
        terms = fitting.fit(terms_model(kind), own, path, quiet=quiet, known=rule_model(kind))
        return RuleDraft(part, terms) if part is not None and terms is not None else None
    if isinstance(kind, str) and kind:
        _refuse(
            fitting,
            (*path, "kind"),
            quiet,
            Wrong(
                "rule-kind",
                _("There is no kind of rule called `{kind}`.").format(kind=short(kind)),
                did_you_mean(kind.replace("-", "_").replace(" ", "_"), registry()),
            ),
        )
        return None
    fitting.fit(RulePart, entry, path, quiet=quiet)
    return None


def _programme(fitting: Fitting, entry: Any, number: int, quiet: bool) -> Part | None:
    path = ("programme", number)
    keys = [key for key in PROGRAMME if isinstance(entry, dict) and key in entry]
    if len(keys) == 1:
        return fitting.fit(PROGRAMME[keys[0]], entry, path, quiet=quiet)
    if len(keys) > 1:
        wrong = Wrong(
            "programme",
            _("This entry is two things at once: {keys}.").format(keys=", ".join(keys)),
            _("Make an entry of each."),
        )
    else:
        known = list(entry) if isinstance(entry, dict) else [entry] if isinstance(entry, str) else []
        word = known[0] if known else ""
        wrong = Wrong(
            "programme",
            _("This is nothing that can stand in the programme."),
            did_you_mean(word.strip(), PROGRAMME),
        )
    _refuse(fitting, path, quiet, wrong)
    return None


def _refuse(fitting: Fitting, path: tuple[str | int, ...], quiet: bool, wrong: Wrong) -> None:
    fitting.bad.append(path)
    if not quiet:
        fitting.refuse(path, wrong)
