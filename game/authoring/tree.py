"""From a text to plain data (mappings, lists, texts) that remembers where everything stands.

The events of the YAML parser are walked one by one, with bounds: building the document first can end the
process on a deeply nested file, and no exception could catch that. Every scalar stays a text, so that `12:30`
is no number and `no` no truth value; the model gives them their types.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

import yaml

from game.authoring.problems import Findings, Spot, Wrong
from game.authoring.syntax import first_forbidden, syntax_problem
from game.wording.catalogue import _

MOST_DEPTH: Final = 40
MOST_EVENTS: Final = 50_000
MOST_TOGETHER: Final = 1_000
"""So many entries may one list or block have: far more than any of them can use."""

_Loader: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Path = tuple[str | int, ...]

Place = tuple[int, int]
"""Line and column as the parser counts them, from 0."""


_NO_PARTS: Final[dict[str | int, Node]] = {}
_NO_KEYS: Final[dict[str, Place]] = {}
"""What a scalar has of either. Shared, since most nodes of a file are scalars."""


@dataclass(slots=True)
class Node:
    """Where a value stands, where its keys stand (for a mapping), and the same of its parts."""

    place: Place
    parts: dict[str | int, Node] = field(default_factory=lambda: _NO_PARTS)
    keys: dict[str, Place] = field(default_factory=lambda: _NO_KEYS)


@dataclass(slots=True)
class Tree:
    """A document: `data` is made of dicts, lists and texts only; `root` tells where it all stands."""

    data: Any
    root: Node

    def spot(self, path: Path) -> Spot:
        """Where the value at a path stands. Steps that the document does not have are skipped: a path may go
        deeper than the text, which allows one name where the model has a list of names."""
        node = self.root
        for step in path:
            node = node.parts.get(step, node)
        return _at(node.place)

    def key_spot(self, path: Path) -> Spot:
        """Where the key that leads to the value at a path stands; for an item of a list, the item."""
        node, place = self.root, self.root.place
        for step in path:
            if step in node.parts:
                place = node.keys[step] if isinstance(step, str) else node.parts[step].place
                node = node.parts[step]
        return _at(place)


def read_tree(text: str, findings: Findings) -> Tree | None:
    """The document of a text, or None with the reasons among the findings. Keys given twice are noted and the
    first counts, so that the rest can still be checked."""
    forbidden = first_forbidden(text)
    if forbidden is not None:
        findings.add(*forbidden)
        return None
    builder = _Builder(findings)
    try:
        for count, event in enumerate(yaml.parse(text, Loader=_Loader)):
            if count >= MOST_EVENTS:
                raise _Stop(
                    _spot(event),
                    Wrong("yaml-too-many", _("This file has too many entries to be a scenario.")),
                )
            builder.take(event)
    except _Stop as stop:
        findings.add(stop.spot, stop.wrong)
        return None
    except yaml.YAMLError as error:
        findings.add(*syntax_problem(error, text))
        return None
    if builder.tree is None or builder.tree.data == "":
        findings.add(
            Spot(1, 1),
            Wrong(
                "file-empty",
                _("This file is empty."),
                _("scenarios/README.md has a small complete example to start from."),
            ),
        )
        return None
    return builder.tree


class _Stop(Exception):
    def __init__(self, spot: Spot, wrong: Wrong) -> None:
        super().__init__(wrong.sentence)
        self.spot = spot
        self.wrong = wrong


def _at(place: Place) -> Spot:
    return Spot(place[0] + 1, place[1] + 1)


def _place_of(event: Any) -> Place:
    mark = event.start_mark
    return mark.line, mark.column


def _spot(event: Any) -> Spot:
    return _at(_place_of(event))


class _Builder:
    """Builds data and nodes from events; `_stack` holds the open containers."""

    def __init__(self, findings: Findings) -> None:
        self.tree: Tree | None = None
        self._findings = findings
        self._stack: list[tuple[Any, Node]] = []
        self._keys: list[tuple[str, Place] | None] = []
        self._documents = 0

    def take(self, event: Any) -> None:
        """Take one event; raises _Stop where the document must not be read on."""
        # By type and in the order of how often they come: this runs for every word of a file.
        kind = type(event)
        if kind is yaml.ScalarEvent:
            if event.anchor or event.tag:
                self._refuse_extras(event)
            self._scalar(event)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._stack.pop()
            self._keys.pop()
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            if event.anchor or event.tag:
                self._refuse_extras(event)
            self._open({} if kind is yaml.MappingStartEvent else [], event)
        elif kind is yaml.AliasEvent:
            sentence = _("`*{name}` is a reference; scenario files do not use them.")
            hint = _("Write the thing out again, or put quotes round the text.")
            raise _Stop(_spot(event), Wrong("yaml-alias", sentence.format(name=_short(event.anchor or "")), hint))
        elif kind is yaml.DocumentStartEvent:
            self._documents += 1
            if self._documents > 1:
                sentence = _("A second document begins here; a file holds one scenario.")
                hint = _("Remove the line `---`, or make two files.")
                raise _Stop(_spot(event), Wrong("yaml-documents", sentence, hint))

    def _refuse_extras(self, event: Any) -> None:
        if event.anchor:
            raise _Stop(
                _spot(event),
                Wrong(
                    "yaml-alias",
                    _("`&{name}` marks something for reuse; scenario files do not use that.").format(
                        name=_short(event.anchor or "")
                    ),
                    _("Remove it, or put quotes round the text."),
                ),
            )
        if event.tag:
            raise _Stop(
                _spot(event),
                Wrong(
                    "yaml-tag",
                    _("A text that begins with `!` is a tag here; scenario files do not use tags."),
                    _("Put quotes round the text."),
                ),
            )

    def _scalar(self, event: Any) -> None:
        mark = event.start_mark
        place = (mark.line, mark.column)
        if not self._stack:
            self.tree = Tree(event.value, Node(place))
            return
        container, parent = self._stack[-1]
        if type(container) is list:
            self._append(container, parent, event.value, Node(place, _NO_PARTS, _NO_KEYS))
        elif self._keys[-1] is None:
            self._keys[-1] = (event.value, place)
        else:
            self._enter(container, parent, event.value, Node(place, _NO_PARTS, _NO_KEYS))

    def _open(self, container: Any, event: Any) -> None:
        if self._expects_key():
            raise _Stop(
                _spot(event),
                Wrong(
                    "key-shape",
                    _("A key must be a single word here, not a list or a block."),
                    _("Texts with brackets or braces need quotes."),
                ),
            )
        if len(self._stack) >= MOST_DEPTH:
            raise _Stop(
                _spot(event),
                Wrong(
                    "yaml-depth", _("This is nested more than {depth} levels deep.").format(depth=MOST_DEPTH)
                ),
            )
        node = Node(_place_of(event), {}, {})
        self._place(container, node)
        self._stack.append((container, node))
        self._keys.append(None)

    def _expects_key(self) -> bool:
        return bool(self._stack) and isinstance(self._stack[-1][0], dict) and self._keys[-1] is None

    def _place(self, value: Any, node: Node) -> None:
        if not self._stack:
            self.tree = Tree(value, node)
            return
        container, parent = self._stack[-1]
        if isinstance(container, list):
            self._append(container, parent, value, node)
            return
        self._enter(container, parent, value, node)

    def _append(self, container: list[Any], parent: Node, value: Any, node: Node) -> None:
        if len(container) >= MOST_TOGETHER:
            raise _Stop(_at(node.place), _too_many_together())
        parent.parts[len(container)] = node
        container.append(value)

    def _enter(self, container: dict[str, Any], parent: Node, value: Any, node: Node) -> None:
        """Put a value into a block under the key that came before it."""
        entry = self._keys[-1]
        assert entry is not None
        self._keys[-1] = None
        key, place = entry
        if key in container:
            sentence = _("`{key}` is given twice here.").format(key=_short(key))
            hint = _("The first one stands on line {line}.").format(line=_at(parent.keys[key]).line)
            self._findings.add(_at(place), Wrong("key-twice", sentence, hint))
            return
        if len(container) >= MOST_TOGETHER:
            raise _Stop(_at(place), _too_many_together())
        container[key] = value
        parent.keys[key] = place
        parent.parts[key] = node


def _too_many_together() -> Wrong:
    sentence = _("There are more than {most} entries in one list or block here.").format(most=MOST_TOGETHER)
    return Wrong("yaml-too-many", sentence)


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:37] + "..."
