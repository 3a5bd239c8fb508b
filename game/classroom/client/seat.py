"""One trainee's place in a class, for programs with an event loop."""

from __future__ import annotations

import asyncio
import contextlib
import json
import random
import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import urlencode

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidMessage

from game.classroom.client import requests
from game.classroom.client.address import Address
from game.classroom.client.known import Known, News
from game.classroom.client.refusal import GONE, Refusal, Unreachable, refusal_of
from game.classroom.client.ways import Choice, Patience, Way
from game.classroom.room.refusals import Code, refusal_words

_LARGEST: Final = 8_000_000
_UNKNOWN_HERE: Final = {4401: Code.NO_TOKEN, 4404: Code.NO_ROOM}
_SERVER_ENDS: Final = {1001, 1012}


@dataclass(slots=True)
class _Asked:
    """A message that has no answer yet."""

    message: dict[str, Any]
    answer: asyncio.Future[dict[str, Any]]
    sent: int = 0


@dataclass(slots=True)
class Tally:
    """What has happened to a seat's connections: for those who measure."""

    sockets: int = 0
    repeated: int = 0


class _Cut(Exception):
    """An open WebSocket was cut."""


class _NoSocket(Exception):
    """There was an answer, but no WebSocket."""


@dataclass(slots=True)
class _Line:
    """What a seat listens on, and what it tells of it."""

    on_news: Callable[[News], None]
    on_way: Callable[[Way], None]
    changed: asyncio.Condition = field(default_factory=asyncio.Condition)


class Seat:
    """A trainee's place: `async with Seat(address, token) as seat`.

    `say` is answered once, however often the connection breaks meanwhile: its number stays. One message is under way at
    a time; others wait. `news` is the latest, whole; `way` how it comes.
    """

    def __init__(
        self, address: Address, token: str, *, on_news: Callable[[News], None] = lambda _news: None,
        on_way: Callable[[Way], None] = lambda _way: None, patience: Patience | None = None, seed: int | None = None,
        records: bool = False,
    ) -> None:  # fmt: skip
        self.address = address
        self.token = token
        self.way = Way.SEEKING
        self.gone: Refusal | None = None
        self.tally = Tally()
        self._patience = patience or Patience()
        self._choice = Choice(self._patience, random.Random(seed).random)
        self._known = Known(records=records)
        self._line = _Line(on_news, on_way)
        self._turn = asyncio.Lock()
        self._asked: _Asked | None = None
        self._to_say = asyncio.Event()
        self._last: int | None = None
        self._task: asyncio.Task[None] | None = None

    @property
    def news(self) -> News | None:
        """How things stand, None before the first news."""
        return self._known.news

    async def __aenter__(self) -> Seat:
        self.sit_down()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stand_up()

    def sit_down(self) -> None:
        """Connect, and stay connected; what `async with` does."""
        if self._task is None:
            self._task = asyncio.create_task(self._keep())

    async def stand_up(self) -> None:
        """Let go of the connection; the place in the class stays."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def say(self, do: str, **fields: Any) -> Any:
        """Say something and wait for what comes of it, through as many connections as it takes. Raises Refusal."""
        async with self._turn:
            await self.until(lambda _news: self._last is not None)
            answer = await self._put({"do": do, **fields})
        refusal = refusal_of(answer)
        if refusal is not None:
            raise refusal
        return answer.get("ok", {})

    async def until(self, condition: Callable[[News], bool]) -> News:
        """The first news of which this holds. Raises Refusal once the place is gone."""
        async with self._line.changed:
            while True:
                if self.gone is not None:
                    raise self.gone
                if self.news is not None and condition(self.news):
                    return self.news
                await self._line.changed.wait()

    async def scenario(self, number: int) -> Any:
        """The document of a scenario. Raises Refusal and Unreachable."""
        return await requests.document(self.address, f"/api/scenario/{number}", bearer=self.token)

    async def scenario_file(self, number: int) -> Any:
        """The text of a scenario, as far as it may be known. Raises Refusal and Unreachable."""
        return await requests.document(self.address, f"/api/scenario/{number}/file", bearer=self.token)

    async def result(self, number: int, attempt: int) -> Any:
        """The document of a result. Raises Refusal and Unreachable."""
        return await requests.document(self.address, f"/api/result/{number}/{attempt}", bearer=self.token)

    async def _put(self, fields: dict[str, Any]) -> dict[str, Any]:
        for _again in range(2):
            assert self._last is not None
            self._last += 1
            message = {"id": self._last, **fields}
            self._asked = _Asked(message, asyncio.get_running_loop().create_future())
            self._to_say.set()
            try:
                answer = await self._asked.answer
            finally:
                self._asked = None
            if not await self._overtaken(answer):
                break
        return answer

    async def _overtaken(self, answer: dict[str, Any]) -> bool:
        """Whether this number may have been used by another window with the same token: then count on from there.

        The same code is said of a plan that has changed meanwhile; saying it once more changes nothing then.
        """
        refusal = refusal_of(answer)
        if refusal is None or refusal.code != Code.STALE:
            return False
        with contextlib.suppress(Unreachable, Refusal):
            await self._greet()
        return True

    async def _greet(self) -> None:
        """Say hello over a plain request, and learn the number that was used last. Raises Refusal and Unreachable."""
        hello = {"id": 0, "do": "hello", **self._known.asks()}
        self._welcomed(await requests.done(self.address, "/api/say", hello, bearer=self.token))

    def _welcomed(self, ok: Any) -> None:
        last = ok.get("last", 0) if isinstance(ok, dict) else 0
        self._last = max(self._last or 0, int(last))
        self._choice.well()

    # ------------------------------------------------------------------ the connections

    async def _keep(self) -> None:
        """Stay connected until cancelled, or until there is no place to come back to."""
        try:
            while True:
                await self._once()
                self._goes(Way.SEEKING)
                await asyncio.sleep(self._choice.pause())
        except Refusal as refusal:
            await self._leave(refusal)

    async def _once(self) -> None:
        try:
            if self._choice.way(time.monotonic()) is Way.POLLING:
                async with asyncio.timeout(self._choice.until() - time.monotonic()):
                    await self._polling()
            else:
                await self._socket()
        except _NoSocket:
            self._choice.refused(time.monotonic())
        except _Cut:
            self._choice.cut(time.monotonic())
        except Unreachable:
            self._choice.unreachable()
        except TimeoutError:
            return  # of plain requests there was enough: the WebSocket is tried again

    async def _socket(self) -> None:
        async with await self._opened() as socket:
            self.tally.sockets += 1
            try:
                await socket.send(_text({"id": 1, "do": "hello", "token": self.token, **self._known.asks()}))
                await _until_one_fails(self._hear(socket), self._speak(socket))
            except ConnectionClosed as closed:
                raise _why(closed) from None
            except TimeoutError:  # open, and silent: something in between swallows it
                raise _Cut from None

    async def _opened(self) -> ClientConnection:
        try:
            return await connect(
                self.address.socket("/ws"), proxy=None, compression=None, max_size=_LARGEST,
                open_timeout=self._patience.open, close_timeout=1.0,
            )  # fmt: skip
        except TimeoutError:
            raise _NoSocket from None
        except (InvalidHandshake, InvalidMessage, EOFError):
            raise _NoSocket from None
        except (OSError, ValueError) as error:
            raise Unreachable(str(error)) from None

    async def _hear(self, socket: ClientConnection) -> None:
        async with asyncio.timeout(self._patience.answer):
            welcome = _read(await socket.recv())
            while "re" not in welcome and "refused" not in welcome:
                await self._take(welcome)
                welcome = _read(await socket.recv())
        refusal = refusal_of(welcome)
        if refusal is not None:
            raise refusal if refusal.code in GONE else _Cut
        self._welcomed(welcome.get("ok"))
        self._goes(Way.SOCKET)
        await self._tell_change()
        self._to_say.set()
        while True:
            told = _read(await socket.recv())
            if not self._answered(told):
                await self._take(told)

    async def _speak(self, socket: ClientConnection) -> None:
        said: _Asked | None = None
        while True:
            await self._to_say.wait()
            self._to_say.clear()
            asked = self._asked
            if asked is None or asked is said or asked.answer.done() or self.way is not Way.SOCKET:
                continue
            said = asked
            await socket.send(_text(self._sends(asked)))

    async def _polling(self) -> None:
        await self._greet()
        self._goes(Way.POLLING)
        await self._tell_change()
        self._to_say.set()
        await _until_one_fails(self._poll(), self._say_plainly())

    async def _poll(self) -> None:
        while True:
            path = f"/api/news?{urlencode(self._known.asks())}"
            told = await requests.document(
                self.address, path, bearer=self.token, patience=self._patience.poll + self._patience.answer)
            if isinstance(told, dict):
                self._choice.well()
                await self._take(told)

    async def _say_plainly(self) -> None:
        while True:
            await self._to_say.wait()
            self._to_say.clear()
            asked = self._asked
            if asked is None or asked.answer.done():
                continue
            answer = await requests.ask(
                self.address, "/api/say", self._sends(asked), bearer=self.token, patience=self._patience.answer)
            if not isinstance(answer, dict) or not self._answered({**answer, "re": asked.message["id"]}):
                raise Unreachable("no answer")

    # ------------------------------------------------------------------ what was heard

    def _sends(self, asked: _Asked) -> dict[str, Any]:
        self.tally.repeated += asked.sent > 0
        asked.sent += 1
        return asked.message

    def _answered(self, told: dict[str, Any]) -> bool:
        if "re" not in told:
            return False
        asked = self._asked
        if asked is not None and told["re"] == asked.message["id"] and not asked.answer.done():
            asked.answer.set_result(told)
        return True

    async def _take(self, told: dict[str, Any]) -> None:
        news = told.get("news")
        if isinstance(news, dict):
            whole = self._known.take(news)
            self._line.on_news(whole)
            await self._tell_change()

    async def _tell_change(self) -> None:
        async with self._line.changed:
            self._line.changed.notify_all()

    def _goes(self, way: Way) -> None:
        if way is not self.way:
            self.way = way
            self._line.on_way(way)

    async def _leave(self, refusal: Refusal) -> None:
        self.gone = refusal
        if self._asked is not None and not self._asked.answer.done():
            self._asked.answer.set_exception(refusal)
        self._goes(Way.GONE)
        await self._tell_change()


async def _until_one_fails(*works: Coroutine[Any, Any, None]) -> None:
    """Do these side by side until one of them ends; raises what ended it."""
    tasks = [asyncio.create_task(work) for work in works]
    try:
        done, _others = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def _text(message: dict[str, Any]) -> str:
    return json.dumps(message, ensure_ascii=False, separators=(",", ":"))


def _read(text: str | bytes) -> dict[str, Any]:
    """A frame as an object. What is none cannot be from a class."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise _Cut from None
    if not isinstance(found, dict):
        raise _Cut
    return found


def _why(closed: ConnectionClosed) -> Exception:
    code = closed.rcvd.code if closed.rcvd is not None else 0
    if code in _UNKNOWN_HERE:
        known = _UNKNOWN_HERE[code]
        return Refusal(known.value, refusal_words(known))
    if code in _SERVER_ENDS:
        return Unreachable("the class ends")
    return _Cut()
