"""A name from anywhere as it may be shown anywhere."""

from __future__ import annotations

import unicodedata


def one_line(text: str) -> str:
    """The text composed (NFC), on one line, without what cannot be printed; it may be empty then."""
    composed = unicodedata.normalize("NFC", text.encode("utf-8", "replace").decode("utf-8"))
    return " ".join("".join(c if c.isprintable() else " " for c in composed).split())
