"""What a class's tries come to, reckoned in the background: everybody's total, and how each plan stands on other days.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterator

from game.classroom.room.state import Room
from game.classroom.room.teams import Team, Try
from game.classroom.server.days import Days
from game.classroom.server.news import Besides
from game.classroom.server.tasks import Tried
from game.classroom.server.workers import SOON, WorkFailed

Key = tuple[str, int, int]


class Reckoning:
    """One room's. `changed` is called when there is more to tell; what is known goes into `besides`."""

    def __init__(self, days: Days, digests: tuple[str, ...], besides: Besides, changed: Callable[[], None]) -> None:
        self._days = days
        self._digests = digests
        self._besides = besides
        self._changed = changed
        self._totals: dict[Key, Try] = {}
        self._standing: dict[Key, Try] = {}
        self._stands: set[Key] = set()
        self._asking: set[asyncio.Task[None]] = set()
        self._all_stand = asyncio.Event()
        self._made = 0

    def look(self, room: Room, now: int) -> None:
        """Have reckoned what there is now: totals of days lived to their end, other days of what is debriefed."""
        for team in room.teams.values():
            revealed = set(room.revealed(team))
            living = team.run if team.run is not None and not team.run.clock.over(now) else None
            for (scenario, attempt), tried in team.tries.items():
                if living is not None and (living.scenario, living.attempt) == (scenario, attempt):
                    continue
                key = (team.id, scenario, attempt)
                if self._totals.get(key) != tried:
                    self._totals[key] = tried
                    self._do(self._total(key, tried))
                if (scenario, attempt) in revealed and self._standing.get(key) != tried:
                    self._standing[key] = tried
                    self._stands.discard(key)
                    self._do(self._other_days(key, tried))
        whole = len(self._standing)
        self._besides.progress = (len(self._stands), whole) if whole else None
        if whole and self.complete():
            self._besides.debriefed = (room.stage_of().scenario, self._made)

    def complete(self) -> bool:
        """Whether everything that was debriefed so far has been reckoned."""
        return len(self._stands) >= len(self._standing)

    async def wait(self, seconds: float) -> bool:
        """Wait for that, so long at most; whether it is."""
        if not self.complete():
            self._all_stand.clear()
            try:
                await asyncio.wait_for(self._all_stand.wait(), seconds)
            except TimeoutError:
                return False
        return True

    def tries(self, room: Room, scenario: int, called: Callable[[Team], list[str]]) -> Iterator[Tried]:
        """The tries at a scenario that have been debriefed and reckoned, under the names each team is called."""
        for team in room.teams.values():
            revealed = [key for key in room.revealed(team) if key[0] == scenario]
            for key in revealed:
                tried = team.tries[key]
                stands = self._days.stands(self._digests[scenario], tried)
                if stands is not None:
                    for name in called(team):
                        yield name, key[1], tried.seed, tried.plan, tried.orders, stands

    def end(self) -> None:
        """Reckon nothing any more."""
        for task in self._asking:
            task.cancel()

    def _do(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.ensure_future(work)
        self._asking.add(task)
        task.add_done_callback(self._asking.discard)

    async def _total(self, key: Key, tried: Try) -> None:
        try:
            film = await self._days.film(self._digests[tried.scenario], tried, SOON)
        except WorkFailed:
            self._totals.pop(key, None)
            return
        if self._totals.get(key) == tried:
            self._besides.totals.setdefault(key[0], {})[key[1], key[2]] = film.total
            self._changed()

    async def _other_days(self, key: Key, tried: Try) -> None:
        def wanted() -> bool:
            return self._standing.get(key) == tried

        try:
            await self._days.play_other_days(self._digests[tried.scenario], tried, wanted)
        except WorkFailed:
            self._standing.pop(key, None)
        if wanted():
            self._stands.add(key)
        self._step()

    def _step(self) -> None:
        self._made += 1
        whole = len(self._standing)
        if self.complete():
            self._all_stand.set()
        if self.complete() or self._made % max(1, whole // 100) == 0:
            self._changed()
