"""Quantities as people write them and integers as the simulation counts them.

Instants are milliseconds since midnight of the scenario's day, durations milliseconds, lengths millimetres,
speeds millimetres a second. Decimals are read from their text, never through a float: `int(0.29 * 1000)` loses one.
"""

from __future__ import annotations

import re
from typing import Final

SECOND: Final = 1_000
MINUTE: Final = 60 * SECOND
HOUR: Final = 60 * MINUTE
DAY: Final = 24 * HOUR

_CLOCK = re.compile(r"([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:\.([0-9]{1,3}))?)?\Z")
_PART = re.compile(r"([0-9]{1,9})(?:\.([0-9]{1,3}))?\s*(ms|s|min|h)\Z")
_PARTS = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,3})?\s*(?:ms|min|s|h)(?=\s|[0-9]|\Z)")
_LENGTH = re.compile(r"([0-9]{1,9})(?:\.([0-9]{1,3}))?\s*(mm|cm|m)\Z")
_SPEED = re.compile(r"([0-9]{1,9})(?:\.([0-9]{1,3}))?\s*m/s\Z")
_PERCENT = re.compile(r"([0-9]{1,3})(?:\.([0-9]))?\s*%\Z")
_FACTOR: Final = {"ms": 1, "s": SECOND, "min": MINUTE, "h": HOUR, "mm": 1, "cm": 10, "m": 1_000}


class QuantityError(ValueError):
    """A text that is not the quantity it should be. `expected` names the quantity: clock, duration, length, ..."""

    def __init__(self, expected: str, text: str) -> None:
        super().__init__(f"{text!r} is not a {expected}")
        self.expected = expected
        self.text = text


def _decimal(whole: str, fraction: str | None, factor: int) -> int | None:
    """`whole.fraction` times `factor` as an exact integer, or None where the text is finer than the unit."""
    digits = fraction or ""
    unit: int = 10 ** len(digits)
    scaled = int(whole + digits) * factor
    return None if scaled % unit else scaled // unit


def parse_clock(text: str) -> int:
    """Milliseconds since midnight for `12:03`, `12:03:16` or `12:03:16.400`; raises QuantityError."""
    found = _CLOCK.match(text.strip())
    if not found:
        raise QuantityError("clock", text)
    hours, minutes, seconds = int(found[1]), int(found[2]), int(found[3] or 0)
    if hours > 23 or minutes > 59 or seconds > 59:
        raise QuantityError("clock", text)
    return hours * HOUR + minutes * MINUTE + seconds * SECOND + int((found[4] or "0").ljust(3, "0"))


def parse_duration(text: str) -> int:
    """Milliseconds for `10 s`, `1.5 s`, `3 min`, `1 min 30 s`; raises QuantityError. Never negative."""
    stripped = text.strip()
    parts = _PARTS.findall(stripped)
    if not parts or re.sub(r"\s", "", "".join(parts)) != re.sub(r"\s", "", stripped):
        raise QuantityError("duration", text)
    total = 0
    for part in parts:
        found = _PART.match(part)
        value = _decimal(found[1], found[2], _FACTOR[found[3]]) if found else None
        if value is None:
            raise QuantityError("duration", text)
        total += value
    if total > DAY:
        raise QuantityError("duration", text)
    return total


def parse_length(text: str) -> int:
    """Millimetres for `5.5 m`, `90 cm`, `900 mm`; at most one kilometre; raises QuantityError."""
    found = _LENGTH.match(text.strip())
    value = _decimal(found[1], found[2], _FACTOR[found[3]]) if found else None
    if value is None or value > 1_000_000:
        raise QuantityError("length", text)
    return value


def parse_speed(text: str) -> int:
    """Millimetres a second for `1.3 m/s`; between 0.1 and 5 m/s; raises QuantityError."""
    found = _SPEED.match(text.strip())
    value = _decimal(found[1], found[2], 1_000) if found else None
    if value is None or not 100 <= value <= 5_000:
        raise QuantityError("speed", text)
    return value


def parse_permille(text: str) -> int:
    """Thousandths for `15 %` or `0.5 %`, between 0 and 1000; raises QuantityError."""
    found = _PERCENT.match(text.strip())
    value = _decimal(found[1], found[2], 10) if found else None
    if value is None or value > 1_000:
        raise QuantityError("percentage", text)
    return value


def format_clock(instant: int, *, millis: bool = False) -> str:
    """`12:03:16`, or `12:03:16.400` with `millis`; the reverse of parse_clock."""
    seconds, rest = divmod(instant, SECOND)
    minutes, s = divmod(seconds, 60)
    h, m = divmod(minutes, 60)
    return f"{h:02}:{m:02}:{s:02}" + (f".{rest:03}" if millis else "")


def format_exact_clock(instant: int) -> str:
    """The shortest clock text that parse_clock reads back: `12:03`, `12:03:16`, `12:03:16.400`."""
    if instant % SECOND:
        return format_clock(instant, millis=True)
    text = format_clock(instant)
    return text[:-3] if text.endswith(":00") else text


def format_duration(millis: int) -> str:
    """The shortest text that parse_duration reads back: `1.5 s`, `3 min`, `1 min 30 s`, `0 s`."""
    minutes, rest = divmod(millis, MINUTE)
    seconds, part = divmod(rest, SECOND)
    texts = [f"{minutes} min"] if minutes else []
    if rest or not minutes:
        texts.append((f"{seconds}.{part:03}".rstrip("0") if part else str(seconds)) + " s")
    return " ".join(texts)


def format_length(millimetres: int) -> str:
    """`5.5 m`: the reverse of parse_length."""
    metres, rest = divmod(millimetres, 1_000)
    return (f"{metres}.{rest:03}".rstrip("0") if rest else str(metres)) + " m"
