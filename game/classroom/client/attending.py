"""A place in a class for a window: everything that waits does so in a thread of its own."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import queue
import threading
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from game.classroom.client import joining
from game.classroom.client.address import Address
from game.classroom.client.joining import Joined
from game.classroom.client.known import News
from game.classroom.client.refusal import Refusal, Unreachable
from game.classroom.client.seat import Seat
from game.classroom.client.ways import Patience, Way
from game.classroom.room.refusals import Code


@dataclass(frozen=True, slots=True)
class Came:
    """One is in the class. The token is worth keeping: with it `Attending.back` finds this place again."""

    joined: Joined


@dataclass(frozen=True, slots=True)
class Heard:
    """How things stand now, whole."""

    news: News


@dataclass(frozen=True, slots=True)
class Went:
    """The class is heard on another way now, or not at all for the moment (`seeking`)."""

    way: Way


@dataclass(frozen=True, slots=True)
class Answered:
    """What came of something that was said or fetched, by its ticket."""

    ticket: int
    ok: Any


@dataclass(frozen=True, slots=True)
class NotDone:
    """What was said or fetched was refused. Without a ticket: one is not in the class, or not any more."""

    ticket: int | None
    code: str
    sentence: str


Told = Came | Heard | Went | Answered | NotDone

UNREACHABLE = "unreachable"
"""The code of a `NotDone` where nobody answered."""


class Attending:
    """A place in a class that never blocks: `told` is asked each frame, everything else returns at once.

    Made by `join`, `recover` or `back`. `close` when the window leaves the class; the place stays there.
    """

    def __init__(
        self, address: Address, arrive: Callable[[], Awaitable[Joined]], patience: Patience | None, *,
        records: bool = False,
    ) -> None:  # fmt: skip
        self.address = address
        self._records = records
        self._patience = patience
        self._arrive = arrive
        self._told: queue.SimpleQueue[Told] = queue.SimpleQueue()
        self._tickets = itertools.count(1)
        self._loop = asyncio.new_event_loop()
        self._seat: asyncio.Future[Seat] = self._loop.create_future()
        self._ends = asyncio.Event()
        self._asking: set[asyncio.Task[None]] = set()
        self._thread = threading.Thread(target=self._run, name="class", daemon=True)
        self._thread.start()

    @classmethod
    def join(
        cls, address: Address, code: str, name: str | None = None, team: str | None = None,
        patience: Patience | None = None, *, records: bool = False,
    ) -> Attending:  # fmt: skip
        """Come into a class by its code. With `records` days are told as the game's window needs them."""
        return cls(address, lambda: joining.join(address, code, name, team), patience, records=records)

    @classmethod
    def recover(
        cls, address: Address, code: str, recovery: str, patience: Patience | None = None, *, records: bool = False
    ) -> Attending:
        """Come back from another device."""
        return cls(address, lambda: joining.recover(address, code, recovery), patience, records=records)

    @classmethod
    def back(
        cls, address: Address, joined: Joined, patience: Patience | None = None, *, records: bool = False
    ) -> Attending:
        """Come back with the token of before."""
        async def at_once() -> Joined:
            return joined

        return cls(address, at_once, patience, records=records)

    def told(self) -> list[Told]:
        """What has been told since this was asked last, in order."""
        found: list[Told] = []
        with contextlib.suppress(queue.Empty):
            while True:
                found.append(self._told.get_nowait())
        return found

    def say(self, do: str, **fields: Any) -> int:
        """Say something; its `Answered` or `NotDone` carries the ticket. Also while one is not connected."""
        return self._ask(lambda seat: seat.say(do, **fields))

    def scenario(self, number: int) -> int:
        """Fetch the document of a scenario; the ticket of what it comes to."""
        return self._ask(lambda seat: seat.scenario(number))

    def scenario_file(self, number: int) -> int:
        """Fetch the text of a scenario, as far as it may be known; the ticket of what it comes to."""
        return self._ask(lambda seat: seat.scenario_file(number))

    def result(self, number: int, attempt: int) -> int:
        """Fetch the document of a result; the ticket of what it comes to."""
        return self._ask(lambda seat: seat.result(number, attempt))

    def close(self, wait: float = 0.0) -> None:
        """Leave, without quitting: the place in the class stays. Waits so many seconds at most for the thread."""
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._ends.set)
        self._thread.join(wait)

    # ------------------------------------------------------------------ in the thread

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        try:
            self._loop.run_until_complete(self._attend())
        finally:
            self._loop.close()

    async def _attend(self) -> None:
        attending = asyncio.create_task(self._sit())
        await self._ends.wait()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(attending, *others, return_exceptions=True)

    async def _sit(self) -> None:
        try:
            joined = await self._arrive()
        except (Refusal, Unreachable) as failed:
            self._told.put(_not_done(None, failed))
            self._seat.set_exception(failed)
            self._seat.exception()  # asked for, so that nobody complains that it was not
            return
        self._told.put(Came(joined))
        seat = Seat(
            self.address, joined.token, patience=self._patience,
            on_news=lambda news: self._told.put(Heard(news)), on_way=lambda way: self._told.put(Went(way)),
            records=self._records,
        )  # fmt: skip
        async with seat:
            self._seat.set_result(seat)
            try:
                await seat.until(lambda _news: False)
            except Refusal as gone:
                self._told.put(_not_done(None, gone))

    def _ask(self, what: Callable[[Seat], Coroutine[Any, Any, Any]]) -> int:
        ticket = next(self._tickets)

        async def asking() -> None:
            try:
                self._told.put(Answered(ticket, await what(await asyncio.shield(self._seat))))
            except (Refusal, Unreachable) as failed:
                self._told.put(_not_done(ticket, failed))

        def begin() -> None:
            task = self._loop.create_task(asking())
            self._asking.add(task)
            task.add_done_callback(self._asking.discard)

        try:
            self._loop.call_soon_threadsafe(begin)
        except RuntimeError:  # closed
            self._told.put(NotDone(ticket, Code.ENDED.value, ""))
        return ticket


def _not_done(ticket: int | None, failed: Refusal | Unreachable) -> NotDone:
    code = failed.code if isinstance(failed, Refusal) else UNREACHABLE
    return NotDone(ticket, code, getattr(failed, "sentence", str(failed)))
