"""Messages as they come over the wire: bytes from anywhere."""

from __future__ import annotations

import json
from typing import Any, Final

from game.classroom.room.messages import Message
from game.classroom.room.refusals import Code, Refused

LARGEST: Final = 64_000
"""Bytes; no plan comes near it."""


def read_message(text: str | bytes) -> Message:
    """The message that JSON spells. Raises Refused."""
    if len(text) > LARGEST:
        raise Refused(Code.TOO_LARGE)
    try:
        found = json.loads(text, parse_constant=_no_number)
        if isinstance(text, bytes) or "\\" in text or not text.isascii():
            json.dumps(found, ensure_ascii=False).encode("utf-8")  # half a character cannot be sent on to anybody
    except (ValueError, RecursionError):
        raise Refused(Code.MALFORMED) from None
    if not isinstance(found, dict):
        raise Refused(Code.MALFORMED)
    return found


def _no_number(name: str) -> Any:
    raise ValueError(name)


def number(text: str | None, default: int) -> int:
    """A whole number in an address; what is none is as if it were not there."""
    if text is None or not (text.isascii() and text.lstrip("-").isdigit() and len(text) <= 16):
        return default
    return int(text)
