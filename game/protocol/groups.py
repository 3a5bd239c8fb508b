"""Who is meant: the names a text may use for people, and how specific each is."""

from __future__ import annotations

from enum import IntEnum
from typing import Final

from game.protocol.scenario import Scenario

EVERYBODY = "all"


class Specificity(IntEnum):
    """How closely a name points at somebody; the closer one wins, field by field."""

    EVERYBODY = 0
    DELEGATION = 1
    GROUP = 2
    PERSON = 3


_KEPT: Final = 8
_known: dict[int, tuple[Scenario, dict[str, tuple[str, ...]]]] = {}


def names(scenario: Scenario) -> dict[str, tuple[str, ...]]:
    """Every name for people in this scenario and the person ids behind it, in the order of the file.

    Persons, `delegation.group`, the scenario's own groups, delegations, and `all`. Officers of the house and who comes
    uninvited are meant only where they are named themselves: nobody waits for them at the table.

    The last few are kept, by identity, for a plan's legality asks again and again; nobody may change what is returned.
    """
    found = _known.get(id(scenario))
    if found is None or found[0] is not scenario:
        if len(_known) >= _KEPT:
            _known.clear()
        found = _known[id(scenario)] = (scenario, _names(scenario))
    return found[1]


def _names(scenario: Scenario) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {person.id: (person.id,) for person in scenario.people}
    for delegation in scenario.delegations:
        members = [person for person in scenario.delegates if person.of == delegation.id]
        found[delegation.id] = tuple(person.id for person in members)
        for group in sorted({group for person in members for group in person.groups}):
            found[f"{delegation.id}.{group}"] = tuple(p.id for p in members if group in p.groups)
    found.update(dict(scenario.groups))
    found[EVERYBODY] = tuple(person.id for person in scenario.delegates)
    return found


def expand(scenario: Scenario, who: tuple[str, ...]) -> tuple[str, ...]:
    """The people a list of names means, each once, in the order written; raises KeyError for an unknown name."""
    known = names(scenario)
    return tuple(dict.fromkeys(person for name in who for person in known[name]))


def specificity(scenario: Scenario, name: str) -> Specificity:
    """How closely a name points at its people."""
    if name == EVERYBODY:
        return Specificity.EVERYBODY
    if any(person.id == name for person in scenario.people):
        return Specificity.PERSON
    if any(delegation.id == name for delegation in scenario.delegations):
        return Specificity.DELEGATION
    return Specificity.GROUP
