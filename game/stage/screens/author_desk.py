"""What the author's screen shows: the file as it was read last, the last day that could be played, plan and instant."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from game.attempt.second_look import SecondLook
from game.authoring.problems import Problem
from game.authoring.watch import Reading, Watch
from game.protocol.plan import Order, Plan
from game.protocol.scenario import Scenario
from game.scoring.scorecard import Scorecard, score
from game.simulation.circumstances import draw, nominal
from game.simulation.engine import simulate
from game.simulation.trace import Trace
from game.simulation.where import Timeline
from game.wording.catalogue import language

DAY: Final = 1
NOBODY: Final = ""
"""Stands for the plan of a day on which nobody is briefed, which every scenario has."""

USUAL: Final = "recorded"
CALM: Final = 400
"""What takes longer is begun when the file has not been saved for so long, ms."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A scenario with one day of it: what the last text that could be played comes to with the plan chosen."""

    scenario: Scenario
    name: str
    plan: Plan
    orders: tuple[Order, ...]
    trace: Trace
    walk: Trace
    card: Scorecard
    timeline: Timeline


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem as it is listed. `stops`: with it the file cannot be played."""

    problem: Problem
    stops: bool

    @property
    def key(self) -> tuple[str, str]:
        """What it is known by across saves: its line may change while others are mended."""
        return self.problem.code, self.problem.sentence


class AuthorDesk:
    """The state behind the screen. `shown` is None as long as no text of the file could be played."""

    def __init__(self, path: Path, plan: str = USUAL) -> None:
        self.path = path
        self.wish = plan or USUAL
        self.asked = plan  # by name on the command line
        self.shown: Shown | None = None
        self.reading: Reading | None = None
        self.open_key: tuple[str, str] | None = None  # the problem whose line is shown
        self._watch = Watch(path, language())
        self._instant: int | None = None  # the one wished for, which a shorter day may not have
        self._calm = 0
        self._second: SecondLook | None = None
        self._remarks: tuple[Problem, ...] = ()

    # The file

    def look(self, ms: int) -> bool:
        """So many milliseconds have passed: whether there is something new to show."""
        self._calm += ms
        if not self._watch.look(ms):
            return self._look_again()
        self.reading = self._watch.reading
        self._calm = 0
        self.stop()
        if self.reading is not None and self.reading.scenario is not None:
            self._remarks = ()
            self._show(self.reading.scenario)
        return True

    def _look_again(self) -> bool:
        """Have the last text looked at by another process, once it is calm."""
        if self._second is None:
            text = self.reading.text if self.reading is not None and not self.broken else None
            if text is not None and self._calm >= CALM:
                self._second = SecondLook(text, str(self.path))
            return False
        if not self._second.poll():
            return False
        self._remarks = self._second.found or ()
        return True

    def stop(self) -> None:
        """Let go of whatever other processes are still at; it is asked for again."""
        if self._second is not None:
            self._second.stop()
            self._second = None

    @property
    def calm(self) -> bool:
        """Whether the file has not been saved for a moment."""
        return self._calm >= CALM

    @property
    def broken(self) -> bool:
        """Whether the file as it is now cannot be played."""
        return self.reading is None or self.reading.scenario is None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong with the file as it is now, in its order; what playing showed after what stops it."""
        stops = self.reading.problems if self.reading is not None else ()
        return (*(Finding(each, True) for each in stops), *(Finding(each, False) for each in self._remarks))

    @property
    def opened(self) -> Finding | None:
        """The problem whose line is shown, if the file still has it."""
        return next((each for each in self.findings if each.key == self.open_key), None)

    def toggle(self, finding: Finding) -> None:
        """Show the line of this problem, or no longer."""
        self.open_key = None if self.open_key == finding.key else finding.key

    # The day

    @property
    def plans(self) -> tuple[str, ...]:
        """The plans one can choose, by name; NOBODY last."""
        named = [plan.name for plan in self.shown.scenario.plans] if self.shown is not None else []
        return (*named, NOBODY)

    @property
    def missing_plan(self) -> str:
        """The plan that was asked for and that the scenario does not have; empty where it has."""
        return self.asked if self.shown is not None and self.asked and self.asked not in self.plans else ""

    def choose_plan(self, name: str) -> None:
        """Show the day with this plan, from now on also after saves."""
        self.wish, self.asked = name, ""
        if self.shown is not None:
            self._show(self.shown.scenario)

    def _show(self, scenario: Scenario) -> None:
        names = [*(plan.name for plan in scenario.plans), NOBODY]
        name = next(each for each in (self.wish, USUAL, NOBODY) if each in names)
        named = scenario.plan(name) if name else None
        plan, orders = (named.plan, named.orders) if named is not None else (Plan(), ())
        trace = simulate(scenario, plan, draw(scenario, DAY), orders)
        walk = simulate(scenario, plan, nominal(scenario))
        timeline = Timeline(scenario, trace)
        self.shown = Shown(scenario, name, plan, orders, trace, walk, score(scenario, trace), timeline)
        if self._instant is None:
            first = min((breach.at for breach in trace.breaches), default=(scenario.start + scenario.end) // 2)
            self._instant = first

    @property
    def instant(self) -> int:
        """The instant looked at; it stays what it was across saves, as far as the day has it."""
        if self.shown is None or self._instant is None:
            return 0
        return max(self.shown.scenario.start, min(self.shown.scenario.end, self._instant))

    def look_at(self, instant: int) -> None:
        """Look at another instant of the day."""
        self._instant = instant
        self._instant = self.instant if self.shown is not None else instant
