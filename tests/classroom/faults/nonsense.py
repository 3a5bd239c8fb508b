"""Messages that nobody honest would send, and some that somebody might: the same seed makes the same ones."""

from __future__ import annotations

import json
from random import Random
from typing import Any, Final

VERBS: Final = ("hello", "edit", "undo", "redo", "walk", "hand_in", "take_back", "order", "drive", "rename", "go_on")
STRANGE: Final[tuple[Any, ...]] = (
    None, True, False, 0, -1, 1, 2**31, 2**53, 2**63, 10**400, -(2**64), 1.5, -0.0, 1e308, "", " ", "0", "null",
    "\x00", "\u202egnirts", "<script>alert(1)</script>", "'; DROP TABLE events; --", "\ud800", "a" * 5_000,
    "🦉" * 300, [], [[]], {}, {"": {}}, [None] * 200, {"who": []}, ["who"],
)  # fmt: skip
_TEXTS: Final = (
    b"", b" ", b"{", b"}", b"[]", b"null", b"true", b'"text"', b"12", b"NaN", b'{"id":1,"do":NaN}', b"{" * 3_000,
    b"[" * 30_000, b'{"a":' * 3_000, b'{"id":1,"id":2,"do":"edit"}', b'\xff\xfe{"id":1}',
    b'{"id":1,"do":"\xed\xa0\x80"}',
    b'{"id":' + b"9" * 5_000 + b',"do":"walk"}', b'{"do":"edit","plan":"' + b"x" * 20_000 + b'"}', b"\x00" * 64,
    b'{"id":1e400,"do":"walk"}', b"<?xml version='1.0'?><id/>", b"id=1&do=edit",
)  # fmt: skip


class Nonsense:
    """A source of messages. `last` follows the numbers a device would count, so that some are replayed or reordered."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)
        self._last = 0
        self._said: list[bytes] = []

    def message(self) -> bytes:
        """One message, as bytes."""
        made = self._random.choice((self._text, self._mutated, self._mutated, self._wrong, self._wrong, self._again))()
        if len(self._said) < 100:
            self._said.append(made)
        return made

    def body(self) -> bytes:
        """What may be sent to any address of the server."""
        return self._random.choice((self.message, self._joining, self._joining, self._random_bytes))()

    def _number(self) -> Any:
        self._last += 1
        if self._random.random() < 0.8:
            return self._last
        return self._random.choice((self._last - 2, 1, -5, None, True, "7", 1.5, 10**400, -(2**64)))

    def _text(self) -> bytes:
        return self._random.choice(_TEXTS)

    def _again(self) -> bytes:
        return self._random.choice(self._said) if self._said else self._text()

    def _wrong(self) -> bytes:
        """Well-formed, with values that are none or at the wrong time."""
        do = self._random.choice((*VERBS, "open", "delete", "next", "forget", "quit me", ""))
        given = {"id": self._number(), "do": do, "rev": self._value(), "plan": self._plan(), "verb": self._value(),
                 "target": self._value(), "name": self._value(), "trainee": self._value(), "team": self._value()}
        kept = {key: value for key, value in given.items() if key in {"id", "do"} or self._random.random() < 0.6}
        return _bytes(kept)

    def _mutated(self) -> bytes:
        """A message that was well once, with a few bytes changed, cut off or doubled."""
        made = bytearray(self._wrong())
        for _ in range(self._random.randrange(1, 4)):
            if not made:
                break
            at = self._random.randrange(len(made))
            match self._random.randrange(3):
                case 0:
                    made[at] = self._random.randrange(256)
                case 1:
                    del made[at:]
                case _:
                    made[at:at] = made[at:at + 30]
        return bytes(made)

    def _plan(self) -> Any:
        if self._random.random() < 0.3:
            return self._value()
        return [
            {"who": self._random.choice((["nobody"], [], "x", ["host"], [self._value()])),
             self._random.choice(("door", "enter", "set_out", "pace", "spacing", "place", "escort", "bogus")):
             self._random.choice((self._value(), "at 25:00", "after nobody entered", "at 10:01", "on word"))}
            for _ in range(self._random.choice((1, 2, 300)))
        ]

    def _joining(self) -> bytes:
        return _bytes({"code": self._value(), "name": self._value(), "team": self._value(), "recovery": self._value(),
                       "once": self._value(), "room": self._value(), "id": self._number(), "do": "next"})

    def _random_bytes(self) -> bytes:
        return self._random.randbytes(self._random.choice((0, 1, 100, 5_000)))

    def _value(self) -> Any:
        return self._random.choice(STRANGE)


def _bytes(message: Any) -> bytes:
    return json.dumps(message).encode("utf-8")
