"""Takes out of a document what did not fit, so that the names in the rest can still be checked in the same go."""

from __future__ import annotations

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

_STAND_INS: Final[dict[str, Any]] = {
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


def without(tree: Tree, bad: list[Path]) -> Tree:
    """A copy of the document in which the smallest things around the bad places are gone or replaced."""
    kept = deepcopy(tree)
    targets = {_smallest_around(tree.data, path) for path in bad}
    for target in sorted(targets, key=_later_first, reverse=True):
        _remove(kept, target)
    for key, stand_in in _STAND_INS.items():
        kept.data.setdefault(key, deepcopy(stand_in))
    return kept


def _later_first(path: Path) -> tuple[tuple[int, str], ...]:
    """Later items of a list sort higher, so that taking one out moves none that is still to go."""
    return tuple((step, "") if isinstance(step, int) else (-1, step) for step in path)


def _smallest_around(data: Any, path: Path) -> Path:
    """The path of the item or the named entry that holds a bad place, else of the key at the top."""
    taken: list[str | int] = []
    depth = _ENTRIES.get(str(path[0]), 1) if path else 1
    for step in path:
        inside_list = isinstance(data, list) and isinstance(step, int) and step < len(data)
        if not inside_list and not (isinstance(data, dict) and step in data):
            break
        data = data[step]
        taken.append(step)
        if (inside_list and path[0] != "room") or len(taken) == depth > 1:
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
    elif isinstance(data, dict):
        data.pop(last, None)
        node.parts.pop(last, None)
