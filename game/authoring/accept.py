"""Writes what a run gave into a scenario's `expect`, and changes not one other character.

The file is not written anew from its data: each value is exchanged where it stands, so that comments, order, quotes,
blanks and line endings stay as their author left them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

import yaml

from game.authoring.problems import Findings
from game.authoring.tree import Path, read_tree

Value = bool | int | str

_Loader: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SHORT: Final = "clean"


class CannotAccept(Exception):
    """A value does not stand where it was expected; the text was left alone."""


def accepted(text: str, values: Mapping[tuple[str, ...], Value]) -> str:
    """The text of a valid scenario with other values at these paths, like `("expect", "recorded", "grade")`.

    Raises CannotAccept unless exactly these values, and nothing else, would then be read differently.
    """
    spans = dict(_scalars(text))
    edits: dict[Path, str] = {}
    for path, value in values.items():
        if path in spans:
            edits[path] = _like(spans[path], text, value)
        elif path[:-1] in spans and spans[path[:-1]].value.strip() == _SHORT:  # `reference: clean`
            edits[path[:-1]] = f"{{{path[-1]}: {_plain(value)}}}"
        else:
            raise CannotAccept(path)
    new = text
    for place in sorted(edits, key=lambda one: spans[one].start_mark.index, reverse=True):
        start, end = spans[place].start_mark.index, spans[place].end_mark.index
        new = new[:start] + edits[place] + new[end:]
    _verify(text, new, values)
    return new


def _scalars(text: str) -> Iterator[tuple[Path, Any]]:
    """The scalar events of a text that are no keys, each with its path."""
    open_: list[tuple[bool, list[Any]]] = []  # whether it is a list, and its key or number now
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            open_.pop()
            _next(open_)
        elif isinstance(event, yaml.ScalarEvent) and open_ and not open_[-1][0] and open_[-1][1] == []:
            open_[-1][1].append(event.value)
        elif isinstance(event, yaml.ScalarEvent):
            yield tuple(state[0] for _list, state in open_), event
            _next(open_)
        elif isinstance(event, yaml.MappingStartEvent):
            open_.append((False, []))
        elif isinstance(event, yaml.SequenceStartEvent):
            open_.append((True, [0]))


def _next(open_: list[tuple[bool, list[Any]]]) -> None:
    """A value of the innermost container is complete."""
    if open_:
        is_list, state = open_[-1]
        state[:] = [state[0] + 1] if is_list else []


def _like(event: Any, text: str, value: Value) -> str:
    """A value written as the one was that it replaces: in its quotes, `true` or `yes`, with what stands around it."""
    old, word = text[event.start_mark.index : event.end_mark.index], event.value.strip()
    new = _plain(value, truth=_is_truth(word))
    if word and word in old:
        before, _word, after = old.rpartition(word)
        return f"{before}{new}{after}"
    return f'"{new}"'  # the old one was spelled with escapes


def _plain(value: Value, *, truth: bool = False) -> str:
    if isinstance(value, bool):
        return (("false", "true") if truth else ("no", "yes"))[value]
    return str(value)


def _is_truth(word: str) -> bool:
    return word.lower() in {"true", "false"}


def _verify(old: str, new: str, values: Mapping[tuple[str, ...], Value]) -> None:
    """Read both texts: all must be the same but these values."""
    wanted, found = _flat(old), _flat(new)
    for path, value in values.items():
        word = wanted.get(path, "").strip()
        if path not in wanted:
            wanted.pop(path[:-1], None)
        wanted[path] = _plain(value, truth=_is_truth(word))
        found[path] = found.get(path, "").strip()
    if found != wanted:
        raise CannotAccept(tuple(values))


def _flat(text: str) -> dict[Path, str]:
    """Every single value of a document by its path, and every empty block."""
    tree = read_tree(text, Findings("", text))
    found: dict[Path, str] = {}

    def walk(data: Any, path: Path) -> None:
        if isinstance(data, str):
            found[path] = data
            return
        if not data:
            found[path] = repr(data)
        for key, value in data.items() if isinstance(data, dict) else enumerate(data):
            walk(value, (*path, key))

    if tree is not None:
        walk(tree.data, ())
    return found
