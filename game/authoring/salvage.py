"""Takes out of a document what did not fit, so that the names in the rest can be checked in the same go."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any, Final

from game.authoring.tree import Path, Tree

_ENTRIES: Final = {
    "delegations": 2,
    "plans": 2,
    "expect": 2,
    "groups": 2,
    "precedence": 2,
    "sources": 2,
    "room": 3,
}
"""How deep below a top key its named entries lie."""

STAND_INS: Final[Mapping[str, Any]] = {
    "format": "1",
    "id": "x",
    "title": "x",
    "place": "x",
    "date": "2000-01-01",
    "difficulty": "1",
    "clock": {"from": "0:00", "to": "6:00"},
    "delegations": {},
    "people": [],
    "rules": [],
    "room": {"size": ["9 m", "9 m"], "doors": {}, "holding": {}},
    "liaison": {"minutes": "9", "read_back": "1 s", "radio": "1 s"},
    "accomplish": {"who": "all", "in_place": "6:00"},
}


def without(
    tree: Tree, bad: list[Path], *, whole_entries: bool, stand_ins: Mapping[str, Any] = STAND_INS
) -> Tree:
    """A copy of the document without the bad values, or without the whole entries that hold them.

    Keys at the top that must be there and are missing get a harmless value.
    """
    kept = deepcopy(tree)
    targets = {
        _smallest_around(tree.data, path) if whole_entries else _existing(tree.data, path) for path in bad
    }
    for target in sorted(targets, key=_later_first, reverse=True):
        _remove(kept, target)
    for key, stand_in in stand_ins.items():
        kept.data.setdefault(key, deepcopy(stand_in))
    return kept


def _later_first(path: Path) -> tuple[tuple[int, str], ...]:
    """Later items of a list sort higher, so that taking one out moves none that is still to go."""
    return tuple((step, "") if isinstance(step, int) else (-1, step) for step in path)


def _existing(data: Any, path: Path) -> Path:
    """The part of a path that the document has; nothing where that is only a key at the top."""
    taken: list[str | int] = []
    for step in path:
        if _has(data, step):
            data = data[step]
            taken.append(step)
    return tuple(taken) if len(taken) > 1 else ()


def _has(data: Any, step: str | int) -> bool:
    if isinstance(data, list):
        return isinstance(step, int) and step < len(data)
    return isinstance(data, dict) and step in data


def _smallest_around(data: Any, path: Path) -> Path:
    """The path of the item or the named entry that holds a bad place, else of the key at the top."""
    taken: list[str | int] = []
    depth = _ENTRIES.get(str(path[0]), 1) if path else 1
    for step in path:
        if not _has(data, step):
            break
        item = isinstance(data, list) and path[0] != "room"
        data = data[step]
        taken.append(step)
        if item or len(taken) == depth > 1:
            return tuple(taken)
    return tuple(path[:1])


def _remove(tree: Tree, path: Path) -> None:
    data, node = tree.data, tree.root
    for step in path[:-1]:
        data, node = data[step], node.parts[step]
    last = path[-1] if path else ""
    if isinstance(data, list) and isinstance(last, int):
        del data[last]
        places = [part for index, part in node.parts.items() if index != last]
        node.parts = dict(enumerate(places))
    elif isinstance(data, dict) and path:
        data.pop(last, None)
        node.parts.pop(last, None)
