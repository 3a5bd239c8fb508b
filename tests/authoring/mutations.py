"""Ways to spoil a scenario file, each a function of a text and a source of chance."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

NASTY = (
    "",
    "''",
    "[]",
    "{}",
    "~",
    "null",
    "-1",
    "0",
    "1",
    "99999999",
    "9" * 5_000,
    "1e9",
    "12:30",
    "25:00",
    "0 s",
    "24 h",
    "-5 s",
    "0 m",
    "1000 m",
    "0 %",
    "100 %",
    "101 %",
    "yes",
    "no",
    "all",
    "leaders",
    "joint",
    "on word",
    "at once",
    "after room ready",
    "after hong at door",
    "{enter: at once}",
    "{chance: 20 %, by: 10 s}",
    "{odds: [{weight: 1, between: [0 s, 1 s]}]}",
    "{odds: []}",
    "hong",
    "at door by 12:05",
    "after all entered",
    "after on air",
    "after first of all sat + 10 s",
    "by 12:10",
    "[1, 2]",
    "[a]",
    "{a: b}",
    "*a",
    "&a b",
    "!!python/object:os.system x",
    "'\\0'",
    '"\\0"',
    '"\\u202e"',
    "한국어",
    "a.b",
    "...",
    "---",
    "kim",
    "main",
    "table",
    "room",
    "grave",
    "round",
    "rectangle",
    "[0 m, 0 m]",
    "[2 m, 2 m]",
    "%",
    "@",
    "`",
    "\t",
)


def spoil_bytes(text: str, chance: Random) -> str:
    """A few bytes changed, put in or taken out."""
    data = bytearray(text.encode())
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(data) + 1)
        what = chance.randrange(3)
        if what == 0:
            data[at:at] = bytes([chance.randrange(256)])
        elif at < len(data):
            data[at : at + 1] = b"" if what == 1 else bytes([chance.randrange(32, 127)])
    return data.decode(errors="replace")


def spoil_lines(text: str, chance: Random) -> str:
    """Lines taken out, doubled, moved or indented."""
    lines = text.splitlines(keepends=True)
    for _ in range(chance.randint(1, 3)):
        if not lines:
            break
        at = chance.randrange(len(lines))
        what = chance.randrange(4)
        if what == 0:
            del lines[at : at + chance.randint(1, 3)]
        elif what == 1:
            lines[at:at] = [lines[at]]
        elif what == 2:
            lines.insert(chance.randrange(len(lines)), lines.pop(at))
        else:
            lines[at] = chance.choice(["  ", " ", "\t"]) + lines[at]
    return "".join(lines)


def spoil_values(text: str, chance: Random) -> str:
    """Values replaced by others of the same file, or by nasty ones."""
    spots = [found.span(1) for found in re.finditer(r"(?:: |- |\[|, )([^\s,\[\]{}:][^,\[\]{}\n]*)", text)]
    for _ in range(chance.randint(1, 3) if spots else 0):
        start, end = chance.choice(spots)
        other_start, other_end = chance.choice(spots)
        value = chance.choice(NASTY) if chance.random() < 0.5 else text[other_start:other_end]
        text = text[:start] + value + text[end:]
        spots = [(s, e) for s, e in spots if e <= start]
        if not spots:
            break
    return text


def spoil_keys(text: str, chance: Random) -> str:
    """Keys replaced by other keys of the file."""
    spots = [found.span(1) for found in re.finditer(r"(?:^|[{,-]) *([a-z_]+): ", text, re.MULTILINE)]
    if not spots:
        return text
    start, end = chance.choice(spots)
    other_start, other_end = chance.choice(spots)
    return text[:start] + text[other_start:other_end] + text[end:]


def spoil_quantities(text: str, chance: Random) -> str:
    """Numbers changed: the mutations that most often leave a file that still loads."""
    spots = [found.span() for found in re.finditer(r"\d+", text)]
    for _ in range(chance.randint(1, 5) if spots else 0):
        start, end = chance.choice(spots)
        text = text[:start] + str(chance.choice([0, 1, 2, 3, 5, 9, 12, 20, 59, 100, 600])) + text[end:]
        spots = [(s, e) for s, e in spots if e <= start] or [(0, 0)]
        if spots == [(0, 0)]:
            break
    return text


MUTATIONS: tuple[Callable[[str, Random], str], ...] = (
    spoil_bytes,
    spoil_lines,
    spoil_values,
    spoil_keys,
    spoil_quantities,
)
