"""What goes into the store and comes out of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


class StoreFailed(Exception):
    """The store cannot be opened, read or written; the text is a sentence."""


@dataclass(frozen=True, slots=True)
class Text:
    """A scenario as a room plays it: its text, the name it was read by, the language it is told in."""

    name: str
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Kept:
    """One event of a room: its place among them, and when it was (ms since the epoch)."""

    seq: int
    at: int
    who: str
    kind: str
    data: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Key:
    """Who may speak: the digest of a token, and whose it is. `kind`: token, recovery, once."""

    digest: str
    room: str
    who: str
    kind: str


@dataclass(frozen=True, slots=True)
class Answered:
    """The last message that a device was answered: `device` and `said` are digests, `answer` is JSON."""

    device: str
    room: str
    who: str
    id: int
    said: str
    answer: str


@dataclass(frozen=True, slots=True)
class Opened:
    """A room as it was opened."""

    code: str
    at: int
    settings: dict[str, Any]
    texts: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Stored:
    """A whole room."""

    opened: Opened
    events: tuple[Kept, ...]
    answers: tuple[Answered, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A room in the list of them; `last` is when something last happened there (ms since the epoch).

    `counts` says how many events of each kind there were.
    """

    code: str
    at: int
    last: int
    settings: dict[str, Any]
    scenarios: tuple[str, ...]
    counts: dict[str, int]


@dataclass(frozen=True, slots=True)
class Entry:
    """What is to be written for a room in one go."""

    room: str
    events: tuple[Kept, ...] = ()
    keys: tuple[Key, ...] = ()
    answers: tuple[Answered, ...] = ()
