"""What a load test measures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

LISTED: Final = 20
"""So many of what went wrong are told one by one."""


def percentile(values: Sequence[float], of_a_hundred: int) -> float | None:
    """The smallest value that at least so many of a hundred do not exceed; None of nothing."""
    if not values:
        return None
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * of_a_hundred // 100) - 1)]


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that should not have happened: to whom, at what, how."""

    who: str
    what: str
    sentence: str


@dataclass(slots=True)
class Measures:
    """Everything measured so far, in seconds."""

    clients: int
    rooms: list[str] = field(default_factory=list)
    joined: int = 0
    joined_in: float | None = None
    edits: list[float] = field(default_factory=list)
    undone: int = 0
    impossible: int = 0
    overtaken: int = 0
    hand_ins: list[float] = field(default_factory=list)
    simulated: list[float] = field(default_factory=list)
    changes: dict[str, list[float]] = field(default_factory=dict)
    orders: list[float] = field(default_factory=list)
    entries: int = 0
    fetched: list[float] = field(default_factory=list)
    fetched_in: float | None = None
    same: int = 0
    lost: list[Trouble] = field(default_factory=list)
    differing: list[Trouble] = field(default_factory=list)
    again: int = 0
    polling: int = 0
    interrupted: bool = False
    whole: bool = False

    @property
    def well(self) -> bool:
        """Whether it went to its end, nothing was lost and nothing differs."""
        return self.whole and not self.lost and not self.differing

    def all_changes(self) -> list[float]:
        """How long every change of phase took to every trainee."""
        return [each for times in self.changes.values() for each in times]

    def document(self) -> dict[str, Any]:
        """As one JSON document; times are in ms."""
        return {
            "clients": self.clients,
            "rooms": len(self.rooms),
            "well": self.well,
            "interrupted": self.interrupted,
            "joined": {"clients": self.joined, "ms": ms(self.joined_in)},
            "edits": {**spread(self.edits), "undone": self.undone, "impossible": self.impossible,
                      "without_walk": self.overtaken},
            "hand_in": spread(self.hand_ins),
            "hand_in_to_first_film": spread(self.simulated),
            "phase_change": {**spread(self.all_changes()),
                             "by_phase": {phase: spread(times) for phase, times in self.changes.items()}},
            "orders": spread(self.orders),
            "film_entries": self.entries,
            "results": {**spread(self.fetched), "all_ms": ms(self.fetched_in), "same": self.same},
            "said_again": self.again,
            "polling": self.polling,
            "lost": {"count": len(self.lost), "first": _listed(self.lost)},
            "differing": {"count": len(self.differing), "first": _listed(self.differing)},
        }


def spread(times: Sequence[float]) -> dict[str, Any]:
    """How times are spread: their number, the middle, what 95 and 99 of a hundred stay under, the longest; in ms."""
    return {"count": len(times), **{f"p{p}": ms(percentile(times, p)) for p in (50, 95, 99)},
            "longest": ms(max(times, default=None))}


def ms(seconds: float | None) -> float | None:
    """Seconds as ms with one digit after the point."""
    return None if seconds is None else round(seconds * 1_000, 1)


def _listed(troubles: Sequence[Trouble]) -> list[dict[str, str]]:
    return [{"who": each.who, "what": each.what, "sentence": each.sentence} for each in troubles[:LISTED]]
