"""A translation that cannot be mistaken for English, and the search for words that did not go through it.

Every ASCII letter of a message becomes its full-width twin, placeholders stay. What is then still written in ASCII
letters is either an author's text, a name or an id, or was never marked for translation.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import fields, is_dataclass
from enum import Enum

from game.protocol.cues import CueError, parse_cue
from game.protocol.groups import names
from game.protocol.scenario import Scenario
from game.stage.node import Node
from game.wording.phrases import capital

_PLACEHOLDER = re.compile(r"(\{[^{}]*\})")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’]+")
_WIDE = {code: code + 0xFEE0 for code in (*range(ord("A"), ord("Z") + 1), *range(ord("a"), ord("z") + 1))}

WIDE_LETTERS = frozenset(map(chr, _WIDE.values()))


def pseudo(message: str) -> str:
    """The message in full-width letters, its placeholders untouched."""
    return "".join(
        part if part.startswith("{") else part.translate(_WIDE) for part in _PLACEHOLDER.split(message)
    )


class PseudoTranslations(gettext.NullTranslations):
    """Translates whatever it is asked for."""

    def gettext(self, message: str) -> str:
        return pseudo(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return pseudo(msgid1 if n == 1 else msgid2)


def texts_of(value: object) -> Iterator[str]:
    """Every text inside a value of dataclasses, tuples and mappings; the words of an enumeration are ours."""
    if isinstance(value, Enum):
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from texts_of(tuple(value.items()))
    elif isinstance(value, tuple | list | frozenset):
        for part in value:
            yield from texts_of(part)
    elif is_dataclass(value):
        for one in fields(value):
            yield from texts_of(getattr(value, one.name))


def authors_texts(scenarios: Iterable[Scenario]) -> list[str]:
    """All texts and ids of these scenarios, whole, the parts of names, and groups by their names; the longest first."""
    found: set[str] = set()
    for scenario in scenarios:
        found.update(form for text in texts_of(scenario) for form in (text, capital(text), text[:1].lower() + text[1:]))
        found.update(part for person in scenario.people for part in person.name.split())
        found.update(capital(name.rpartition(".")[2]) for name in names(scenario))
    return sorted((text for text in found if text), key=lambda text: (-len(text), text))


def unmarked(text: str, allowed: Collection[str]) -> list[str]:
    """The words of this text that are neither translated nor one of the allowed texts.

    A cue has one spelling, in files and on the screen: it is no sentence.
    """
    if _is_cue(text) or (" " in text and any(text in known for known in allowed)):
        return []
    for known in allowed:
        if known in text or known.upper() in text:
            edge = r"(?<![A-Za-z])", r"(?![A-Za-z])"
            text = re.sub(f"{edge[0]}({re.escape(known)}|{re.escape(known.upper())}){edge[1]}", " ", text)
    return _WORD.findall(text)


def _is_cue(text: str) -> bool:
    try:
        parse_cue(text.strip())
    except CueError:
        return False
    return True


def words_of(tree: Node) -> Iterator[tuple[str, str]]:
    """Every text of a tree, with the place it stands in."""
    for node in tree.walk():
        place = f"{node.role} {node.id!r}"
        for text in (node.label, node.value, node.tooltip, node.words.plain if node.words else ""):
            if text:
                yield place, text
