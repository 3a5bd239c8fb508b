"""The films of a room's days that are being lived: as much of each as may be shown, and never more than is final."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Final

from game.attempt.spelling import read_plan
from game.classroom.room.stages import Phase
from game.classroom.room.state import Room
from game.classroom.room.teams import Run, Team, Try
from game.classroom.server.days import Days
from game.classroom.server.film import Film
from game.classroom.server.workers import LATER, WorkFailed
from game.protocol.plan import Order

_AFTER_HAND_IN: Final = 0.5
"""So long after a plan was handed in its day is played: a whole class that hands in at once is answered first."""


_AFTER_NEWS: Final = 0.2
"""So long after a day was begun its film is asked for: that it begins is told first, and the doors open later still."""


@dataclass(slots=True)
class _Shown:
    number: int
    records: bool = False
    asked: tuple[Order, ...] | None = None
    orders: tuple[Order, ...] = ()
    film: Film | None = None


class Showing:
    """One room's. `changed` is called with the team's id when there is more to be shown."""

    def __init__(self, days: Days, digests: tuple[str, ...], changed: Callable[[str], None]) -> None:
        self._days = days
        self._digests = digests
        self._changed = changed
        self._shown: dict[tuple[str, bool], _Shown] = {}
        self._asking: set[asyncio.Task[None]] = set()

    def of(self, room: Room, team: Team, run: Run, now: int, *, records: bool = False) -> tuple[Film | None, int]:
        """The film of a team's day, or its records, and the instant up to which it may be told now."""
        shown = self._shown.get((team.id, records))
        if shown is None or shown.number != run.number:
            shown = self._shown[team.id, records] = _Shown(run.number, records)
        if shown.asked != run.orders:
            shown.asked = run.orders
            self._ask(team.id, run, shown)
        start = room.scenarios[run.scenario].start
        if shown.film is None:
            return None, start - 1
        lived = run.clock.at(now)
        # Until its orders are in the film, it holds only up to the first that is missing.
        return shown.film, lived if shown.orders == run.orders else min(lived, _apart(shown.orders, run.orders) - 1)

    def begin(self, room: Room, now: int) -> None:
        """Ask for the films of all days that are being lived."""
        for team in room.teams.values():
            if team.run is not None:
                self.of(room, team, team.run, now)

    def prepare(self, room: Room, team: Team) -> None:
        """Have the day of a plan that has been handed in played before the doors open, when nobody waits for it yet."""
        here = room.stages[team.stage]
        if here.phase is Phase.PLAN:
            plan = read_plan(team.draft.legal)
            tried = Try(here.scenario, here.attempt, room.seed_of(here), plan, ())
            self._do(self._play(tried))

    def end(self) -> None:
        """Wait for no film any more."""
        for task in self._asking:
            task.cancel()

    def _ask(self, team: str, run: Run, shown: _Shown) -> None:
        self._do(self._fetch(team, run, shown, run.orders))

    def _do(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.ensure_future(work)
        self._asking.add(task)
        task.add_done_callback(self._asking.discard)

    async def _play(self, tried: Try) -> None:
        await asyncio.sleep(_AFTER_HAND_IN)
        with contextlib.suppress(WorkFailed):  # it is asked for again when the doors open
            await self._days.film(self._digests[tried.scenario], tried, LATER)

    async def _fetch(self, team: str, run: Run, shown: _Shown, orders: tuple[Order, ...]) -> None:
        tried = Try(run.scenario, run.attempt, run.seed, run.plan, orders)
        if shown.film is None:
            await asyncio.sleep(_AFTER_NEWS)
        try:
            film = await self._days.film(self._digests[run.scenario], tried, records=shown.records)
        except WorkFailed:
            if shown.asked == orders:
                shown.asked = None  # asked again at the next look
            return
        if len(orders) >= len(shown.orders) or shown.film is None:
            shown.film, shown.orders = film, orders
            self._changed(team)


def _apart(some: tuple[Order, ...], others: tuple[Order, ...]) -> int:
    """The instant of the first order that only one of two lists has."""
    return min(order.at for order in set(some) ^ set(others))
