"""Reading the fields of a message: typed, bounded, refused with a closed code. A message is data from anywhere."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, TypeVar

from game.attempt.one_line import one_line
from game.classroom.room.refusals import Code, Refused

Message = Mapping[str, Any]

LONGEST_NAME: Final = 40
LONGEST_TEXT: Final = 200

_T = TypeVar("_T")


def verb_of(message: Message) -> str:
    """What a message asks for. Raises Refused."""
    verb = message.get("do")
    if not isinstance(verb, str):
        raise Refused(Code.MALFORMED)
    return verb


def text(message: Message, key: str, most: int = LONGEST_TEXT) -> str:
    """A text of at most so many characters. Raises Refused."""
    found = message.get(key)
    if not isinstance(found, str) or len(found) > most:
        raise Refused(Code.BAD_VALUE)
    return found


def optional_text(message: Message, key: str) -> str | None:
    """A text, or None where there is none. Raises Refused."""
    return None if message.get(key) is None else text(message, key)


def whole(message: Message, key: str, least: int, most: int) -> int:
    """A whole number within bounds. Raises Refused."""
    found = message.get(key)
    if type(found) is not int or not least <= found <= most:
        raise Refused(Code.BAD_VALUE)
    return found


def truth(message: Message, key: str, default: bool | None = None) -> bool:
    """True or false. Raises Refused."""
    found = message.get(key, default)
    if not isinstance(found, bool):
        raise Refused(Code.BAD_VALUE)
    return found


def one_of(message: Message, key: str, known: Mapping[str, _T]) -> _T:
    """One of some words, as what it stands for. Raises Refused."""
    found = message.get(key)
    if not isinstance(found, str) or found not in known:
        raise Refused(Code.BAD_VALUE)
    return known[found]


def a_name(given: object) -> str:
    """A pseudonym as it may be shown: composed, one line, nothing that cannot be printed. Raises Refused."""
    if not isinstance(given, str) or len(given) > 4 * LONGEST_NAME:
        raise Refused(Code.BAD_NAME)
    line = one_line(given)
    if not 0 < len(line) <= LONGEST_NAME:
        raise Refused(Code.BAD_NAME)
    return line
