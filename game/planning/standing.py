"""Where a total stands among the bots: how many of their days came out lower, and the histogram behind it.

The bots are told apart only by how much thought they take. What a plan must say to do well is the player's to find out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from game.planning.calibration import Tally

GROUPS: Final = {
    "no plan": ("nothing", "hold everybody"),
    "rule of thumb": ("by the clock", "by rank", "by cue"),
    "expert": ("expert",),
}
"""The bots by how much thought they take, from the least."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A total among so many runs: `lower` and `higher` came out so.

    `bars` are the runs with totals of 0-9, 10-19 and so on, 90-100 last; each bar has one number for each of `GROUPS`.
    """

    total: int
    runs: int
    lower: int
    higher: int
    bars: tuple[tuple[int, ...], ...]

    @property
    def tallest(self) -> int:
        """The runs of the tallest bar."""
        return max(map(sum, self.bars))


def standing(total: int, tallies: Mapping[str, Tally]) -> Standing:
    """Where a total stands among the runs of these bots, by their names."""
    counted = [(points, runs) for tally in tallies.values() for points, runs in tally.totals.items()]
    grouped = [_together(tallies, bots) for bots in GROUPS.values()]
    return Standing(
        total,
        sum(runs for _points, runs in counted),
        sum(runs for points, runs in counted if points < total),
        sum(runs for points, runs in counted if points > total),
        tuple(zip(*(tally.bars() for tally in grouped), strict=True)),
    )


def _together(tallies: Mapping[str, Tally], bots: tuple[str, ...]) -> Tally:
    whole = Tally()
    for bot in bots:
        whole.add(tallies.get(bot, Tally()))
    return whole
