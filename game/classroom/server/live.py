"""A room that is in session: one at a time decides, everything that was decided is on the disk before anybody hears it.

What is asked while the disk is busy is decided together afterwards and goes to the disk together. Nobody looks at the
room in between: news are made only when all of it is kept. Where keeping fails, the room is read again as it was.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections import deque
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from game.classroom.room import ticking
from game.classroom.room.events import Event, Kind
from game.classroom.room.refusals import Code, Refused
from game.classroom.room.state import Room
from game.classroom.server.audience import BEAT, Audience
from game.classroom.server.concerns import teams_of
from game.classroom.server.days import Days
from game.classroom.server.deeds import Deed, look
from game.classroom.server.listeners import Listener
from game.classroom.server.news import Besides, news_for
from game.classroom.server.reckoning import Reckoning
from game.classroom.server.showing import Showing
from game.classroom.store.journal import Journal
from game.classroom.store.values import Answered, Entry, Kept, Key, StoreFailed, Text


@dataclass(slots=True)
class _Asked:
    deed: Deed
    future: asyncio.Future[Any]
    value: Any = None
    change: Callable[[Room], Awaitable[None]] | None = None


@dataclass(slots=True)
class _Kept:
    """What a batch has to keep."""

    events: list[Kept] = field(default_factory=list)
    keys: list[Key] = field(default_factory=list)
    answers: dict[str, Answered] = field(default_factory=dict)
    teams: set[str] = field(default_factory=set)
    everybody: bool = False


@dataclass(frozen=True, slots=True)
class Around:
    """What a room in session needs of the server."""

    journal: Journal
    days: Days
    clock: Callable[[], int]
    fault: Callable[[BaseException, str], None]
    on_keys: Callable[[Iterable[Key]], None]


class Live:
    """One room in session. `load` reads it from the store: the room and what each device was answered last."""

    def __init__(
        self, room: Room, answered: dict[str, Answered], load: Callable[[], tuple[Room, dict[str, Answered]]],
        around: Around, digests: tuple[str, ...], texts: tuple[Text, ...], besides: Besides,
    ) -> None:  # fmt: skip
        self.room = room
        self.digests = digests
        self.texts = texts
        self.besides = besides
        self.audience = Audience(around.clock, around.fault, room.rev)
        self.showing = Showing(around.days, digests, self._film_came)
        self.reckoning = Reckoning(around.days, digests, besides, self._reckoned)
        self._answered = answered
        self._load = load
        self._around = around
        self._inbox: deque[_Asked] = deque()
        self._batch: list[_Asked] = []
        self._bell = asyncio.Event()
        self._look = True
        self._beats = 0
        self._gone = False
        self._task = asyncio.create_task(self._live())

    async def ask(self, deed: Deed) -> Any:
        """Have this done; its value, once everything about it is kept. Raises Refused."""
        future: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        if self._gone:
            raise Refused(Code.NO_ROOM)
        self._inbox.append(_Asked(deed, future))
        self._bell.set()
        return await future

    def listen(self, listener: Listener) -> None:
        """Tell somebody the news from now on: at once what they have missed."""
        self.audience.add(listener, self.room)
        self._bell.set()

    def unlisten(self, listener: Listener) -> None:
        """Tell them no more."""
        self.audience.remove(listener)
        self._bell.set()

    def ready(self, listener: Listener) -> None:
        """They have heard the last news."""
        listener.free = True
        if listener.stale:
            self._bell.set()

    async def reload(self, change: Callable[[Room], Awaitable[None]]) -> None:
        """Change what is kept of the room behind its back, while nobody decides, and read it again."""
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._inbox.append(_Asked(look(lambda _room: None), done, change=change))
        self._bell.set()
        await done

    async def end(self, *, gone: bool = False) -> None:
        """Come to rest: what is asked already is still done. `gone`: the room is no more, and all are sent away."""
        self._gone = True
        self._bell.set()
        with contextlib.suppress(asyncio.CancelledError):
            await self._task
        self.showing.end()
        self.reckoning.end()
        if gone:
            self.audience.leave()

    # What happens in turn, over and over.

    async def _live(self) -> None:
        while not self._gone or self._inbox:
            await self._wait()
            try:
                while self._inbox and self._inbox[0].change is not None:
                    first = self._inbox.popleft()
                    assert first.change is not None
                    await self._behind_its_back(first, first.change)
                await self._beat()
            except Exception as error:
                self._around.fault(error, f"room {self.room.code}")
                await self._read_again(Refused(Code.OUR_FAULT), self._batch)

    async def _wait(self) -> None:
        if not (self._inbox or self._bell.is_set()):
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._bell.wait(), (BEAT if self.audience.listeners else 1_000) / 1_000)
        self._bell.clear()

    async def _beat(self) -> None:
        now = self._around.clock()
        batch = self._batch = self._next()
        kept = _Kept()
        second = now // 1_000 > self._beats // 1_000
        if second:  # every message looks at the time by itself
            self._take(ticking.due(self.room, now), now, kept)
            self._look = True
        for asked in batch:
            if not self._decide(asked, now, kept):
                return await self._read_again(Refused(Code.OUR_FAULT), batch)
        if kept.events or kept.keys or kept.answers:
            entry = Entry(self.room.code, tuple(kept.events), tuple(kept.keys), tuple(kept.answers.values()))
            try:
                await asyncio.wrap_future(self._around.journal.append(entry))
            except StoreFailed:
                return await self._read_again(Refused(Code.NOT_SAVED), batch)
        self._around.on_keys(kept.keys)
        for asked in batch:
            if not asked.future.done():
                asked.future.set_result(asked.value)
        if kept.events:
            self.audience.concern(self.room, kept.teams, everybody=kept.everybody)
        for event in kept.events:
            if event.kind == Kind.HANDED_IN and event.data["team"] in self.room.teams:
                self.showing.prepare(self.room, self.room.teams[event.data["team"]])
        await self._tell(now)
        self._beats = now
        return None

    def _next(self) -> list[_Asked]:
        """What is decided together: all that has been asked, up to what changes the room behind its back."""
        batch = []
        while self._inbox and self._inbox[0].change is None:
            batch.append(self._inbox.popleft())
        return batch

    def _decide(self, asked: _Asked, now: int, kept: _Kept) -> bool:
        """Whether it could be decided at all; a refusal is a decision."""
        try:
            made = asked.deed(self.room, now, self._answered)
        except Refused as refused:
            _refuse(asked, refused)
            return True
        except Exception as error:  # nothing has changed: it is nobody else's trouble
            self._around.fault(error, f"room {self.room.code}")
            _refuse(asked, Refused(Code.OUR_FAULT))
            return True
        try:
            self._take(made.events, now, kept)
            asked.value = made.value(self.room)
        except Exception as error:
            self._around.fault(error, f"room {self.room.code}")
            return False
        kept.keys += made.keys
        if made.remember is not None:
            answered = made.remember(asked.value)
            self._answered[answered.device] = answered
            if made.events:
                kept.answers[answered.device] = answered
        return True

    def _take(self, events: Iterable[Event], now: int, kept: _Kept) -> None:
        for event in events:
            before = teams_of(self.room, event)
            self.room.take(event, now)
            after = teams_of(self.room, event)
            kept.events.append(Kept(self.room.rev, now, event.who, event.kind.value, event.data))
            if before is None or after is None:
                kept.everybody = True
            else:
                kept.teams.update(before, after)
            if event.kind in (Kind.STAGE, Kind.WENT_ON, Kind.TOOK_IN, Kind.ENDED, Kind.JOINED):
                self._look = True

    async def _read_again(self, why: Refused, batch: list[_Asked]) -> None:
        """The room as it is kept: what was decided since is undone, and who asked for it is told."""
        for asked in batch:
            _refuse(asked, why)
        while True:
            try:
                self.room, self._answered = await asyncio.to_thread(self._load)
            except StoreFailed:
                for asked in self._inbox:
                    _refuse(asked, Refused(Code.NOT_SAVED))
                self._inbox.clear()
                if self._gone:
                    return
                await asyncio.sleep(BEAT / 1_000)
            else:
                break
        self.audience.concern(self.room, (), everybody=True)

    async def _behind_its_back(self, asked: _Asked, change: Callable[[Room], Awaitable[None]]) -> None:
        rev = self.room.rev
        try:
            await change(self.room)
        except (Refused, StoreFailed) as failed:
            _refuse(asked, failed if isinstance(failed, Refused) else Refused(Code.NOT_SAVED))
            return
        await self._read_again(Refused(Code.NOT_SAVED), [])
        self.room.rev = max(self.room.rev, rev) + 1  # versions only ever grow
        self.audience.concern(self.room, (), everybody=True)
        self._look = True
        if not asked.future.done():
            asked.future.set_result(None)

    async def _tell(self, now: int) -> None:
        self.audience.see_who_is_here(self.room, now)
        await self.audience.tell(self.room, now, self._beats, self._news)
        if self._look:  # after the telling, which is waited for
            self._look = False
            known = self.besides.progress, self.besides.debriefed
            self.showing.begin(self.room, now)
            self.reckoning.look(self.room, now)
            if known != (self.besides.progress, self.besides.debriefed):
                self.audience.reckoned()
                self._bell.set()

    def _news(self, listener: Listener, now: int) -> bytes:
        return news_for(listener, self.room, now, self.audience.here, self.showing, self.besides)

    def _film_came(self, team: str) -> None:
        self.audience.film_came(self.room, team)
        self._bell.set()

    def _reckoned(self) -> None:
        self._look = True
        self.audience.reckoned()
        self._bell.set()


def _refuse(asked: _Asked, why: Refused) -> None:
    if not asked.future.done():
        asked.future.set_exception(why)
