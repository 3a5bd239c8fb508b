"""Where a class is, as people write it or scan it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from game.wording.catalogue import _

DEFAULT_PORT: Final = 8642
"""The port that a class is hosted on unless the instructor says otherwise."""

_LONGEST: Final = 300


class NoAddress(ValueError):
    """What was given leads nowhere; the text is a sentence."""


@dataclass(frozen=True, slots=True)
class Address:
    """A host and its port; `code` is the room's, where the address named one."""

    host: str
    port: int
    secure: bool = False
    code: str = ""

    @property
    def authority(self) -> str:
        """Host and port as they stand in a URL."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    def socket(self, path: str) -> str:
        """The URL of a WebSocket there."""
        return f"{'wss' if self.secure else 'ws'}://{self.authority}{path}"

    def __str__(self) -> str:
        return f"{'https' if self.secure else 'http'}://{self.authority}"


def read_address(text: str) -> Address:
    """An address like `192.168.0.7:8642`, `http://laptop:8642/c/BRASS` or `[fe80::1]`. Raises NoAddress."""
    given = text.strip()
    try:
        if not given or len(given) > _LONGEST or any(not c.isprintable() or c.isspace() for c in given):
            raise ValueError
        parts = urlsplit(given if "://" in given else f"http://{given}")
        if parts.scheme not in {"http", "https"} or not parts.hostname or "@" in parts.netloc:
            raise ValueError
        secure = parts.scheme == "https"
        port = parts.port or (443 if secure else DEFAULT_PORT)
        parts.hostname.encode("idna" if not parts.hostname.isascii() else "ascii")
    except ValueError:  # UnicodeError is one too
        wrong = _("“{text}” is no address of a class; write it as the host shows it, like 192.168.0.7:{port}")
        raise NoAddress(wrong.format(text=given[:40], port=DEFAULT_PORT)) from None
    steps = parts.path.split("/")
    code = steps[2] if len(steps) > 2 and steps[1] == "c" else ""
    return Address(parts.hostname, port, secure, code)
