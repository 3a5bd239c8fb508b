"""Everybody who listens to a room: who is here, what each has missed, who is told the news now."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection
from typing import Final

from game.classroom.room.state import Room
from game.classroom.server.listeners import Listener, Looks

BEAT: Final = 100
BEATS: Final = 10
"""Ms between looks at the clock, and in how many of them everybody is told once how a day goes on."""

_SELDOM: Final = 400
_AGAIN: Final = 700
_AT_A_TIME: Final = 20
_SEEN: Final = 12_000

News = Callable[[Listener, int], bytes]


class Audience:
    """One room's. `rev` is the version of the room that nobody has been told of yet."""

    def __init__(self, clock: Callable[[], int], fault: Callable[[BaseException, str], None], rev: int) -> None:
        self.listeners: set[Listener] = set()
        self.here: frozenset[str] = frozenset()
        self._clock = clock
        self._fault = fault
        self._touched: dict[str, int] = {}
        self._touched_all = rev
        self._polled: dict[str, int] = {}
        self._asked_at: dict[Looks, int] = {}
        self._changed_at = 0

    def add(self, listener: Listener, room: Room) -> None:
        """Tell somebody the news from now on: at once what they have missed."""
        listener.place = len(self.listeners) % BEATS
        listener.stale = listener.stale or self._has_missed(listener, room)
        if listener.asks and listener.looks is not Looks.TRAINEE:
            listener.told_at = self._asked_at.get(listener.looks, 0)
        self.listeners.add(listener)

    def remove(self, listener: Listener) -> None:
        """Tell them no more. A trainee who asks again and again is still here for a while."""
        self.listeners.discard(listener)
        if listener.asks and listener.looks is Looks.TRAINEE:
            self._polled[listener.who] = self._clock()

    def leave(self) -> None:
        """Send everybody away."""
        for listener in list(self.listeners):
            listener.leave()

    def concern(self, room: Room, teams: Collection[str], *, everybody: bool) -> None:
        """Something has happened that concerns these teams, or everybody; desk and wall always."""
        if everybody:
            self._touched_all = room.rev
        for team in teams:
            self._touched[team] = room.rev
        for listener in self.listeners:
            if everybody or listener.looks is not Looks.TRAINEE:
                listener.stale = True
                listener.told_at = 0 if everybody else listener.told_at
            else:
                trainee = room.trainees.get(listener.who)
                listener.stale = listener.stale or trainee is None or trainee.team in teams

    def film_came(self, room: Room, team: str) -> None:
        """There is more of a team's day to be shown."""
        for listener in self.listeners:
            trainee = room.trainees.get(listener.who)
            if listener.looks is not Looks.DESK and (trainee is None or trainee.team == team):
                listener.stale = True

    def reckoned(self) -> None:
        """There is more for desk and wall."""
        self._changed_at = self._clock()
        for listener in self.listeners:
            listener.stale = listener.stale or listener.looks is not Looks.TRAINEE

    def see_who_is_here(self, room: Room, now: int) -> None:
        """Who listens or has just asked; who is with them in a team, desk and wall are told when that changes."""
        self._polled = {who: at for who, at in self._polled.items() if now - at < _SEEN}
        listening = {listener.who for listener in self.listeners if listener.looks is Looks.TRAINEE}
        here = frozenset(listening | set(self._polled))
        changed = here ^ self.here
        if not changed:
            return
        self.here = here
        self._changed_at = now
        teams = {room.trainees[who].team for who in changed if who in room.trainees} if room.in_teams else set()
        for listener in self.listeners:
            if listener.looks is not Looks.TRAINEE:
                listener.stale = True
            elif teams:
                trainee = room.trainees.get(listener.who)
                listener.stale = listener.stale or (trainee is not None and trainee.team in teams)

    async def tell(self, room: Room, now: int, before: int, news: News) -> None:
        """Tell everybody who is free to hear it what they have missed. `before` is when that was done last."""
        due = now // BEAT % BEATS
        late = now // BEAT - before // BEAT >= BEATS
        told = 0
        for listener in list(self.listeners):
            if (late or listener.place == due) and self._day_goes_on(listener, room, now):
                listener.stale = True
            if not (listener.free and listener.stale) or listener not in self.listeners:
                continue
            if listener.looks is not Looks.TRAINEE and now - listener.told_at < _SELDOM:
                continue
            self._tell_one(listener, room, news)
            told += 1
            if told % _AT_A_TIME == 0:
                await asyncio.sleep(0)  # others of the server get their turn

    def _tell_one(self, listener: Listener, room: Room, news: News) -> None:
        listener.stale = False
        if listener.looks is Looks.TRAINEE and listener.who not in room.trainees:  # they have been removed
            self.listeners.discard(listener)
            listener.leave()
            return
        now = self._clock()
        listener.free = False
        if listener.asks:
            self._asked_at[listener.looks] = now
        try:
            listener.tell(news(listener, now))
        except Exception as error:  # whoever it is comes back; the others are told
            self._fault(error, f"news of room {room.code}")
            self.listeners.discard(listener)
            listener.leave()

    @staticmethod
    def _day_goes_on(listener: Listener, room: Room, now: int) -> bool:
        """Whether there is more of a day to be told to this listener."""
        if listener.looks is Looks.DESK:
            return False
        if listener.looks is Looks.PROJECTOR:
            return any(team.run is not None for team in room.teams.values())
        trainee = room.trainees.get(listener.who)
        run = room.teams[trainee.team].run if trainee is not None else None
        if run is None or now - listener.told_at < _AGAIN:
            return False
        return listener.knows.run != run.number or listener.knows.lived < run.clock.at(now)

    def _has_missed(self, listener: Listener, room: Room) -> bool:
        knows = listener.knows
        if listener.looks is not Looks.TRAINEE:
            return knows.rev != room.rev or self._changed_at >= self._asked_at.get(listener.looks, 0)
        trainee = room.trainees.get(listener.who)
        if trainee is None:
            return True
        return not max(self._touched_all, self._touched.get(trainee.team, 0)) <= knows.rev <= room.rev
