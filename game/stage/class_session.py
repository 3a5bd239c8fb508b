"""A sitting with a scenario of a class: its plan is the class's, its day is lived at the server."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from game.attempt.history import Attempt
from game.attempt.live import LiveRun
from game.attempt.spelling import read_order, read_plan
from game.protocol.plan import Plan
from game.protocol.scenario import Help
from game.stage.session import Session

if TYPE_CHECKING:
    from pathlib import Path

    from game.protocol.scenario import Scenario
    from game.stage.attendance import Attendance


class ClassSession(Session):
    """What the screens of one scenario of a class share. Every edit goes to the class; what it will not have is undone.

    `index` is the scenario's place among those of the class. The attempt and its undo are kept in the class's own
    folder, never among the player's attempts.
    """

    def __init__(self, scenario: Scenario, index: int, attendance: Attendance, folder: Path) -> None:
        super().__init__(scenario, folder=folder)
        self.index = index
        self.led_by: Attendance = attendance
        self.attendance = attendance

    def _become(self, attempt: Attempt) -> bool:
        if attempt is self.attempt:
            return False
        why_not = self.led_by.why_not_write()
        if why_not:
            self.notice = why_not
            return False
        super()._become(attempt)
        self.led_by.edited(self)
        return True

    def take_over(self, plan: Plan) -> None:
        """The plan as the class has it. Where it is the one here, what led to it can still be undone."""
        if plan != self.attempt.plan:
            self.attempt = Attempt.begin(plan)
            self.save()

    def becomes(self, scenario: Scenario) -> None:
        """The same scenario with more told of it, or with more or less help."""
        self.scenario = scenario
        self._walk = self._times = self._refusals = None

    def shows(self, shown: Help) -> None:
        """How much the walk-through shows, as the instructor wants it."""
        if self.scenario.help is not shown:
            self.becomes(replace(self.scenario, help=shown))

    def lived(self, replay: dict[str, Any]) -> int:
        """The day as it was lived, from what the class tells of it after the reveal; returns its total.

        Raises ValueError, KeyError or TypeError for what is none of ours.
        """
        orders = tuple(read_order(order) for order in replay["orders"])
        run = LiveRun.begin(self.scenario, read_plan(replay["plan"]), int(replay["seed"]), orders)
        self.live = run.live_to(self.scenario.end)
        found = self.finish()
        assert found is not None
        return found[1].total
