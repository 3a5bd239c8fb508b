"""Quantities and other single values: each read from its text, or refused with a word on how to write it."""

from __future__ import annotations

import re
from typing import Any, Final

from game.authoring.problems import Wrong
from game.authoring.suggest import short
from game.protocol.units import (
    QuantityError,
    parse_clock,
    parse_duration,
    parse_length,
    parse_permille,
    parse_speed,
)
from game.wording.catalogue import _

LONGEST_TEXT: Final = 4_000
_LONGEST_VALUE: Final = 400
_WHOLE: Final = re.compile(r"[0-9]{1,6}\Z")


def single(value: Any) -> str:
    """The text of a value that must be a single one; raises Wrong."""
    if isinstance(value, str):
        text = value.strip()
        if not text:
            raise Wrong("empty", _("A value is missing here."))
        if len(text) > LONGEST_TEXT:
            raise Wrong(
                "text-long", _("This text is longer than {most} characters.").format(most=LONGEST_TEXT)
            )
        return text
    raise Wrong("shape", _("One value belongs here, not a list or a block of keys."))


def one_line(value: Any) -> str:
    """The short text of a single value, without quotes around it; raises Wrong."""
    text = single(value).strip("\"'").strip()
    if len(text) > _LONGEST_VALUE:
        raise Wrong("text-long", _("This is far too long for what belongs here."))
    return text


def _number_text(value: Any) -> str:
    text = one_line(value)
    return text if len(text) <= 40 else text[:40] + "?"


def read_clock(value: Any) -> int:
    """A time of day in ms since midnight."""
    text = _number_text(value)
    try:
        return parse_clock(text)
    except QuantityError:
        raise Wrong(
            "clock",
            _("`{text}` is no time of day.").format(text=short(text)),
            _("Write it like 12:03 or 12:03:16."),
        ) from None


def read_duration(value: Any) -> int:
    """A duration in ms."""
    text = _number_text(value)
    try:
        return parse_duration(text)
    except QuantityError:
        bare = _("Say whether these are seconds or minutes: {text} s, {text} min.").format(text=text)
        raise Wrong(
            "duration",
            _("`{text}` is no duration.").format(text=short(text)),
            bare if _WHOLE.match(text) else _("Write it like 10 s, 1.5 s, 3 min or 1 min 30 s."),
        ) from None


def read_length(value: Any) -> int:
    """A length in mm."""
    text = _number_text(value)
    try:
        return parse_length(text)
    except QuantityError:
        raise Wrong(
            "length", _("`{text}` is no length.").format(text=short(text)), _("Write it like 5.5 m or 90 cm.")
        ) from None


def read_speed(value: Any) -> int:
    """A walking speed in mm/s."""
    text = _number_text(value)
    try:
        return parse_speed(text)
    except QuantityError:
        raise Wrong(
            "speed",
            _("`{text}` is no walking speed.").format(text=short(text)),
            _("Write it like 1.2 m/s; from 0.1 to 5 m/s."),
        ) from None


def read_chance(value: Any) -> int:
    """A chance in thousandths."""
    text = _number_text(value)
    try:
        return parse_permille(text)
    except QuantityError:
        raise Wrong(
            "chance",
            _("`{text}` is no chance.").format(text=short(text)),
            _("Write it like 15 % or 0.5 %; at most 100 %."),
        ) from None


def read_whole(value: Any) -> int:
    """A whole number."""
    text = _number_text(value)
    if not _WHOLE.match(text):
        raise Wrong(
            "number",
            _("`{text}` is no whole number.").format(text=short(text)),
            _("Write digits only, like 3."),
        )
    return int(text)


def read_minutes(value: Any) -> int:
    """A duration in ms; a bare number means minutes."""
    text = _number_text(value)
    return read_duration(f"{text} min" if _WHOLE.match(text) else text)


def read_yes_no(value: Any) -> bool:
    """`yes`, `no`, `true` or `false`."""
    text = one_line(value).lower()
    if text in {"yes", "true"}:
        return True
    if text in {"no", "false"}:
        return False
    raise Wrong(
        "yes-no", _("`{text}` is neither yes nor no.").format(text=short(text)), _("Write yes or no.")
    )
