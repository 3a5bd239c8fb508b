"""A day that is lived at the server, as the window shows it: as far as it was told, a moment behind, at its pace.

The window never reckons ahead: it draws what has come, and the delay of about one push keeps it from running dry.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from game.attempt.live import LiveRun
from game.attempt.spelling import read_order
from game.classroom.telling.day_records import prefix
from game.protocol.plan import Order, Verb
from game.simulation.circumstances import nominal
from game.stage.class_session import ClassSession
from game.stage.screens.run_day import Day
from game.stage.screens.run_orders import Token
from game.wording.catalogue import _

BEHIND: Final = 1_500
"""Ms of time by which the window lags behind what it was told: a little more than lies between two pushes."""

NOT_OURS: Final = (ValueError, KeyError, IndexError, TypeError)
"""What comes of records and orders that are none of ours."""

FAR: Final = 4_000
"""Further behind than this it leaps, as after a connection that was lost."""


class ClassDay(Day):
    """The day of one team. `following`: what is shown is the latest there is, not something looked back at."""

    def __init__(self, session: ClassSession) -> None:
        self._attendance = session.led_by
        self._told = self._run
        self.following = True
        self._edge = float(self._start(session))
        try:
            super().__init__(self._live(session, self._told["records"], self._orders()))
        except NOT_OURS:
            self._attendance.not_understood()
            super().__init__(self._live(session, [], ()))
        self.jump = False

    def _live(self, session: ClassSession, records: list[Any], orders: tuple[Order, ...]) -> LiveRun:
        scenario, at = session.scenario, int(self._edge)
        hoped = nominal(scenario)  # what chance drew is not told before the reveal
        return LiveRun(scenario, 0, hoped, session.plan, orders, at, prefix(scenario, records, orders))

    @property
    def _run(self) -> dict[str, Any]:
        run = self._attendance.run
        assert run is not None  # or this would not be the screen
        return {"records": [], **run}

    def _orders(self) -> tuple[Order, ...]:
        return tuple(read_order(order) for order in self._told["orders"])

    def _start(self, session: ClassSession) -> int:
        behind = int(self._told["lived"]) - BEHIND * int(self._told["pace"])
        return max(session.scenario.start, min(session.scenario.end, behind))

    # Passing

    def tick(self, ms: int) -> None:
        """So much wall time has passed: take in what has come, and go on as far as was told."""
        if self._attendance.run is not None:
            self._hear(self._run)
        self._edge = self._on(ms)
        if self._edge > self.live.lived:
            self.live = self.live.live_to(int(self._edge))
        if self.following:
            self._cursor = self._edge
        self.playing = self.following and bool(self._told["runs"]) and not self.over

    def _hear(self, run: dict[str, Any]) -> None:
        before, self._told = self._told, run
        if len(run["records"]) != len(before["records"]) or run["orders"] != before["orders"]:
            lived = self.live
            try:
                orders = self._orders()
                self.live = replace(lived, orders=orders, trace=prefix(self.scenario, run["records"], orders))
                self._read()
            except NOT_OURS:
                self._attendance.not_understood()
                self.live = lived
                self._read()

    def _on(self, ms: int) -> float:
        """How far it is lived on the screen now: at the pace of the class, but never further than was told."""
        told, pace = float(self._told["lived"]), int(self._told["pace"])
        behind = (told - self._edge) / pace
        if behind > FAR:
            return told - BEHIND * pace
        # What was lost by a late push is made up for in small steps; at the end nothing more comes to wait for.
        hurry = 1.25 if behind > BEHIND or self._told["over"] else 0.85 if behind < BEHIND / 3 else 1.0
        return max(self._edge, min(told, self._edge + ms * pace * hurry))

    def _read(self) -> None:
        super()._read()
        radio = self.scenario.liaison.radio
        self.tokens = tuple(
            token if token.arrives is not None or token.leaves + radio < self._edge
            else Token(token.order, token.leaves, token.leaves + radio) for token in self.tokens
        )  # fmt: skip

    # Looking

    @property
    def sweeping(self) -> bool:
        """Nothing is swept over: the day is lived with the others."""
        return False

    def look(self, instant: int) -> None:
        """Look at an instant already lived; the day goes on meanwhile."""
        self.following = False
        super().look(instant)
        if self.cursor >= self.live.lived:
            self.now()

    def now(self) -> None:
        """Back to the latest there is."""
        self.following = True
        self._cursor = self._edge

    def pause(self) -> None:
        """Stop to look, or go on with the others."""
        if self.following:
            self.look(max(self.scenario.start, self.cursor - 1))
        else:
            self.now()

    def begins_in(self) -> int:
        """Ms until the first instant of the day."""
        return max(0, int(self._told.get("begins_in", 0)) - self._attendance.age) if self._told["runs"] else 0

    # Orders

    @property
    def can_go_on(self) -> bool:
        """Whether orders can still be given, and by this trainee."""
        attendance = self._attendance
        return not self.over and attendance.drives and bool(attendance.stage.get("orders"))

    def refusal(self, verb: Verb, name: str) -> str:
        """Why this order would be no use now, in a sentence; empty where it may be given."""
        attendance = self._attendance
        if not attendance.stage.get("orders"):
            return _("No orders are given in this class: the plan has to do.")
        if not attendance.drives:
            return _("{name} has the pen for your team, and gives the orders.").format(name=attendance.driver)
        self.now()
        return super().refusal(verb, name)

    def order(self, verb: Verb, name: str = "") -> str:
        """Send an order; the class stamps it when it arrives there. Returns why not, or nothing."""
        refused = self.refusal(verb, name)
        if not refused:
            self._attendance.order(verb, name)
        return refused
