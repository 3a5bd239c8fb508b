"""A day's film as it is kept: one piece of JSON, cut where its entries begin. A class of them takes little room."""

from __future__ import annotations

import json
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Film:
    """The entries of a film, and what the day came to. `ats` are their instants, `cuts` where each begins."""

    ats: array[int]
    cuts: array[int]
    text: bytes
    arrivals: tuple[int | None, ...]
    total: int
    clean: bool
    accomplished: bool

    def between(self, after: int, until: int) -> bytes:
        """The JSON list of the entries after the one instant and up to the other."""
        first = bisect_right(self.ats, after)
        behind = bisect_right(self.ats, until)
        if first >= behind:
            return b"[]"
        return b"[" + self.text[self.cuts[first] : self.cuts[behind] - 1] + b"]"

    @property
    def weight(self) -> int:
        """About so many bytes it takes."""
        return len(self.text) + 16 * len(self.ats) + 200


def pack(
    entries: Sequence[dict[str, Any]], arrivals: Sequence[int | None], total: int, *, clean: bool, accomplished: bool
) -> Film:
    """The film of these entries, which are in the order of their instants."""
    ats, cuts, parts, length = array("q"), array("L"), [], 0
    for entry in entries:
        part = as_json(entry) + b","
        ats.append(entry["at"])
        cuts.append(length)
        parts.append(part)
        length += len(part)
    cuts.append(length)
    return Film(ats, cuts, b"".join(parts), tuple(arrivals), total, clean, accomplished)


def as_json(value: Any) -> bytes:
    """JSON in as few bytes as it takes."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
