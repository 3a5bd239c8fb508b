"""Tokens, codes and secrets: drawn here, handed out once, and kept as digests alone."""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import json
import os
import secrets
from pathlib import Path
from typing import Final

_LETTERS: Final = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""Without those that are mistaken for one another when read from a wall or said aloud."""

CODE: Final = 5
_RECOVERY: Final = 12


def new_token() -> str:
    """128 bits that a device shows from now on."""
    return secrets.token_urlsafe(16)


def new_code() -> str:
    """A room's code, short enough to be typed on a phone."""
    return "".join(secrets.choice(_LETTERS) for _ in range(CODE))


def new_recovery() -> str:
    """A code to be written down, with which another device comes back as the same trainee."""
    letters = [secrets.choice(_LETTERS) for _ in range(_RECOVERY)]
    return "-".join("".join(letters[n : n + 4]) for n in range(0, _RECOVERY, 4))


def new_id() -> str:
    """The id of a trainee: says nothing about them."""
    return secrets.token_hex(6)


def typed(code: object) -> str:
    """A code as it was typed, in the form in which it is compared; empty for what is none."""
    if not isinstance(code, str) or len(code) > 40:
        return ""
    return "".join(letter for letter in code.upper() if letter in _LETTERS)


def digest(*parts: str) -> str:
    """What is kept of a secret."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


class Secrets:
    """The instructor's key, and what other keys are made from. They lie in a file that only its owner may read."""

    def __init__(self, desk: str, seed: str) -> None:
        self.desk = desk
        self._seed = seed

    def projector(self, room: str) -> str:
        """The key of a room's projector page."""
        made = hmac.new(self._seed.encode(), f"projector {room}".encode(), hashlib.sha256)
        return made.hexdigest()[:32]

    def is_desk(self, key: str) -> bool:
        """Whether this is the instructor's key."""
        return hmac.compare_digest(digest(key), digest(self.desk))

    def is_projector(self, room: str, key: str) -> bool:
        """Whether this is the key of that room's projector."""
        return hmac.compare_digest(digest(key), digest(self.projector(room)))

    @classmethod
    def drawn(cls) -> Secrets:
        """New ones."""
        return cls(new_token(), secrets.token_hex(32))

    @classmethod
    def kept(cls, path: Path) -> Secrets:
        """Those in the file, or new ones that are put there. Raises OSError where that cannot be done."""
        with contextlib.suppress(FileNotFoundError, ValueError, KeyError, TypeError):
            found = json.loads(path.read_text(encoding="utf-8"))
            return cls(str(found["desk"]), str(found["seed"]))
        made = cls.drawn()
        path.unlink(missing_ok=True)
        owner_only = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(owner_only, "w", encoding="utf-8") as file:
            json.dump({"desk": made.desk, "seed": made._seed}, file)
        return made
