"""Every name that a file defines, read leniently: also from entries that have something else wrong with them,
so that one mistake does not make all mentions of a person look wrong."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

LEADERS: Final = "leaders"
RESERVED: Final = ("all", "joint", LEADERS)


@dataclass(frozen=True, slots=True)
class Known:
    """The names a file defines, by what they name. `groups` are those of delegations, `russia.ministers`."""

    people: frozenset[str]
    officers: frozenset[str]
    delegations: frozenset[str]
    groups: frozenset[str]
    own_groups: frozenset[str]
    doors: frozenset[str]
    holding: frozenset[str]
    sources: frozenset[str]
    rules: frozenset[str]
    plans: frozenset[str]
    escorts: frozenset[str]

    @property
    def who(self) -> frozenset[str]:
        """Everything that can be written where people are meant."""
        return self.people | self.officers | self.delegations | self.groups | self.own_groups | {"all", LEADERS}


def complete(data: dict[str, Any]) -> bool:
    """Whether the sections that define names have their shape, so that an unknown name means something."""
    room = data.get("room")
    return (
        isinstance(data.get("people"), list)
        and isinstance(data.get("delegations"), dict)
        and isinstance(room, dict)
        and isinstance(room.get("doors"), dict)
        and isinstance(room.get("holding"), dict)
    )


def known_names(data: dict[str, Any]) -> Known:
    """The names in a document of any shape."""
    people = [entry for entry in _items(data.get("people")) if isinstance(entry, dict)]
    officers = [entry for entry in _items(data.get("officers")) if isinstance(entry, dict)]
    room = data.get("room")
    room = room if isinstance(room, dict) else {}
    liaison = data.get("liaison")
    escorts = liaison.get("escorts") if isinstance(liaison, dict) else None
    return Known(
        people=_texts(person.get("id") for person in people),
        officers=_texts(officer.get("id") for officer in officers),
        delegations=_keys(data.get("delegations")),
        groups=_texts(_groups([p for p in people if "uninvited" not in p], _keys(data.get("delegations")))),
        own_groups=_keys(data.get("groups")),
        doors=_keys(room.get("doors")),
        holding=_keys(room.get("holding")),
        sources=_keys(data.get("sources")),
        rules=_texts(rule.get("id") for rule in _items(data.get("rules")) if isinstance(rule, dict)),
        plans=_keys(data.get("plans")) | {"recorded"},
        escorts=_texts([*_items(escorts), *(officer.get("id") for officer in officers)]),
    )


def _groups(people: list[dict[str, Any]], delegations: frozenset[str]) -> Iterable[str]:
    """The groups of delegations; somebody of an unknown delegation may belong to any."""
    for person in people:
        of = person.get("of")
        for delegation in (of,) if isinstance(of, str) and of in delegations else delegations:
            for group in _items(person.get("groups")):
                yield f"{delegation}.{group}"


def _items(value: Any) -> list[Any]:
    if isinstance(value, list):
        return value
    return [value] if isinstance(value, str) and value else []


def _keys(value: Any) -> frozenset[str]:
    return _texts(value) if isinstance(value, dict) else frozenset()


def _texts(values: Iterable[Any]) -> frozenset[str]:
    return frozenset(value for value in values if isinstance(value, str))
