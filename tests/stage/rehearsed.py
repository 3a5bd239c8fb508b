"""What other processes do, for tests that start none: the bots' days come from a table, a part at each frame."""

from __future__ import annotations

from collections import Counter

from game.attempt.background import RUNS
from game.attempt.pools import Tallies
from game.attempt.second_look import SecondLook, remarks
from game.planning.bots import BOTS
from game.planning.calibration import Tally
from game.protocol.plan import Plan
from game.protocol.scenario import Scenario

TOTALS = {
    "nothing": {17: 100},
    "hold everybody": {0: 100},
    "by the clock": {5: 40, 45: 60},
    "by rank": {45: 50, 95: 50},
    "by cue": {84: 99, 100: 1},
    "expert": {100: 100},
}
"""Half of what each bot reaches: so many of its days had that total."""


class Rehearsed:
    """Stands in for BotDays: planned at the first frame, half at the next, then all."""

    stopped = 0

    def __init__(self, scenario: Scenario, runs: int = RUNS, workers: int | None = None) -> None:
        self.scenario = scenario
        self.runs = runs
        self.tallies: Tallies | None = None
        self.failed = ""

    @property
    def done(self) -> bool:
        """Whether all that was asked for has come."""
        return self.tallies is not None and self.tallies.runs >= self.runs

    @property
    def plans(self) -> tuple[tuple[str, Plan], ...]:
        """Nobody is briefed by any bot."""
        return tuple((bot, Plan()) for bot in BOTS) if self.tallies is not None else ()

    def poll(self) -> bool:
        """The next part."""
        if self.tallies is None:
            self.tallies = Tallies(tuple((bot, Plan()) for bot in BOTS))
        elif not self.done:
            self.tallies.add({bot: Tally(totals=Counter(totals)) for bot, totals in TOTALS.items()})
        else:
            return False
        return True

    def stop(self) -> None:
        """Count it."""
        Rehearsed.stopped += 1


class LookedAtOnce(SecondLook):
    """Stands in for SecondLook: looks in this process."""

    def poll(self) -> bool:
        """Everything."""
        if self.found is not None:
            return False
        self.found = remarks(*self._given)
        return True
