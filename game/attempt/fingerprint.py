"""The content hash of a scenario: the same as long as nothing changed that could change a day."""

from __future__ import annotations

import hashlib
import json
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from typing import Any, Final

from game.protocol.scenario import Scenario

RULES_VERSION: Final = 2
"""Raised when the engine or the prices change, so that an old replay could end otherwise."""

_SAYS_NOTHING_OF_THE_DAY: Final = frozenset({
    "title", "place", "date", "difficulty", "help", "plans", "expect", "learning", "situation", "accounts",
    "reconstructed", "sources", "outcomes", "fictional",
})  # fmt: skip


_TEXTS: Final = frozenset({"name", "short", "office", "title", "says", "by", "because", "reason", "opposite_number"})
"""What an author may say in several languages: it changes no day, so a replay travels between languages."""


def fingerprint(scenario: Scenario) -> str:
    """64 hexadecimal digits over all of a scenario that decides how a day goes.

    A field at its default is left out, so that a later field with a default leaves old fingerprints alone.
    """
    data = {key: value for key, value in _plain(scenario).items() if key not in _SAYS_NOTHING_OF_THE_DAY}
    text = json.dumps(data, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        telling = [f for f in fields(value) if not (f.name in _TEXTS and isinstance(getattr(value, f.name), str))]
        said = [f for f in telling if f.default is MISSING or f.default != getattr(value, f.name)]
        return {"": type(value).__name__} | {f.name: _plain(getattr(value, f.name)) for f in said}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value
