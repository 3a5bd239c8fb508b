"""Whether demands on when things happen can all be met: differences between instants, and cycles that add up.

Every demand says that one thing comes at least so long after another (so long may be negative: at most so long
before). They can all be met unless some of them, one after the other, lead from a thing back to itself later.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Final

TICK: Final = 4_096
"""A millisecond in the units of a demand. What must come strictly later comes one unit later at least, so many
people after one another still fit into one millisecond."""

_ROUNDS: Final = 40
_WORK: Final = 1_000_000
"""Bounds of the search. Demands of a real file settle in a few rounds; where they do not, none is reported."""


@dataclass(frozen=True, slots=True)
class Demand:
    """`later` comes at least `apart` units after `earlier`; `owner` is who asks for it."""

    earlier: Hashable
    later: Hashable
    apart: int
    owner: int


def impossible(demands: Sequence[Demand]) -> tuple[Demand, ...]:
    """Some demands that lead in a circle and cannot all be met; empty where there are none or none was found."""
    latest: dict[Hashable, int] = {}
    because: dict[Hashable, Demand] = {}
    for _round in range(min(_ROUNDS, 1 + _WORK // max(1, len(demands)))):
        changed = False
        for demand in demands:
            at = latest.get(demand.earlier, 0) + demand.apart
            if at > latest.get(demand.later, 0):
                latest[demand.later] = at
                because[demand.later] = demand
                changed = True
        if not changed:
            return ()
        circle = _circle(because)
        if circle:
            return circle
    return ()


def _circle(because: dict[Hashable, Demand]) -> tuple[Demand, ...]:
    """A circle among the demands that have moved something last, if there is one: it can go on for ever."""
    settled: set[Hashable] = set()
    for start in because:
        trail: list[Hashable] = []
        seen: set[Hashable] = set()
        here = start
        while here in because and here not in settled and here not in seen:
            seen.add(here)
            trail.append(here)
            here = because[here].earlier
        if here in seen:
            return tuple(because[one] for one in reversed(trail[trail.index(here) :]))
        settled.update(trail)
    return ()
