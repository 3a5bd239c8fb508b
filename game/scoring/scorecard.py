"""The scorecard of a run: total, grade, four figures and the ledger they are the sums of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from game.protocol.scenario import Scenario
from game.scoring import prices
from game.scoring.ledger import ledger
from game.scoring.line import Line
from game.simulation.kinds.base import Figure
from game.simulation.trace import Trace

FULL: Final = 100


@dataclass(frozen=True, slots=True)
class Figures:
    """The four figures, each 100 plus its own lines, between 0 and 100."""

    precedence: int
    punctuality: int
    courtesy: int
    composure: int

    def items(self) -> tuple[tuple[Figure, int], ...]:
        """The figures with their names, in the order of the scorecard."""
        return tuple((figure, getattr(self, figure.value)) for figure in Figure)


@dataclass(frozen=True, slots=True)
class Scorecard:
    """`total` is `raw` clipped to 0..100, and `raw` is 100 plus all lines; rank and compare by `raw`."""

    total: int
    grade: str
    figures: Figures
    raw: int
    ledger: tuple[Line, ...]


def score(scenario: Scenario, trace: Trace) -> Scorecard:
    """The scorecard of a trace of this scenario. Pure; equal traces have equal scorecards."""
    lines = ledger(scenario, trace)
    raw = FULL + sum(line.points for line in lines)
    total = clip(raw)
    return Scorecard(total, grade(total, lines, accomplished=trace.accomplished), _figures(lines), raw, lines)


def _figures(lines: Sequence[Line]) -> Figures:
    points = dict.fromkeys(Figure, FULL)
    for line in lines:
        points[line.figure] += line.points
    return Figures(**{figure.value: clip(all_) for figure, all_ in points.items()})


def clip(points: int) -> int:
    """Between 0 and 100."""
    return min(FULL, max(0, points))


def grade(total: int, lines: Sequence[Line], *, accomplished: bool) -> str:
    """The grade of a total; grave breaches cap it, and a day that missed its aim has failed."""
    if not accomplished:
        return prices.GRADES[-1][0]
    earned = next(letter for letter, least in prices.GRADES if total >= least)
    graves = sum(len(line.offenders) for line in lines if line.grave)
    caps = [letter for offenders, letter in prices.GRAVE_CAPS if graves >= offenders]
    return max([earned, *caps])
