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

_Loader: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Path = tuple[str | int, ...]


@dataclass(slots=True)
class Node:
    """Where a value stands, where its keys stand (for a mapping), and the same of its parts."""

    spot: Spot
    parts: dict[str | int, Node] = field(default_factory=dict)
    keys: dict[str, Spot] = field(default_factory=dict)


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
        return node.spot

    def key_spot(self, path: Path) -> Spot:
        """Where the key that leads to the value at a path stands; for an item of a list, the item."""
        node, spot = self.root, self.root.spot
        for step in path:
            if step in node.parts:
                spot = node.keys[step] if isinstance(step, str) else node.parts[step].spot
                node = node.parts[step]
        return spot


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


def _spot(event: Any) -> Spot:
    return Spot(event.start_mark.line + 1, event.start_mark.column + 1)


class _Builder:
    """Builds data and nodes from events; `_stack` holds the open containers."""

    def __init__(self, findings: Findings) -> None:
        self.tree: Tree | None = None
        self._findings = findings
        self._stack: list[tuple[Any, Node]] = []
        self._keys: list[tuple[str, Spot] | None] = []
        self._documents = 0

    def take(self, event: Any) -> None:
        """Take one event; raises _Stop where the document must not be read on."""
        match event:
            case yaml.ScalarEvent():
                self._refuse_extras(event)
                self._scalar(event)
            case yaml.MappingStartEvent():
                self._refuse_extras(event)
                self._open({}, event)
            case yaml.SequenceStartEvent():
                self._refuse_extras(event)
                self._open([], event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._stack.pop()
                self._keys.pop()
            case yaml.AliasEvent():
                raise _Stop(
                    _spot(event),
                    Wrong(
                        "yaml-alias",
                        _("`*{name}` is a reference; scenario files do not use them.").format(
                            name=_short(event.anchor or "")
                        ),
                        _("Write the thing out again, or put quotes round the text."),
                    ),
                )
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    raise _Stop(
                        _spot(event),
                        Wrong(
                            "yaml-documents",
                            _("A second document begins here; a file holds one scenario."),
                            _("Remove the line `---`, or make two files."),
                        ),
                    )

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
        if self._expects_key():
            self._keys[-1] = (event.value, _spot(event))
            return
        self._place(event.value, Node(_spot(event)))

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
        node = Node(_spot(event))
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
            parent.parts[len(container)] = node
            container.append(value)
            return
        entry = self._keys[-1]
        assert entry is not None
        self._keys[-1] = None
        key, spot = entry
        if key in container:
            self._findings.add(
                spot,
                Wrong(
                    "key-twice",
                    _("`{key}` is given twice here.").format(key=_short(key)),
                    _("The first one stands on line {line}.").format(line=parent.keys[key].line),
                ),
            )
            return
        container[key] = value
        parent.keys[key] = spot
        parent.parts[key] = node


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:37] + "..."
