"""The WebSocket: messages in, answers and news out. Who does not read or will not listen is let go."""

from __future__ import annotations

import asyncio
import contextlib
from collections import deque
from typing import Any, Final

from starlette.websockets import WebSocket, WebSocketDisconnect

from game.classroom.room.messages import Message
from game.classroom.room.refusals import Code, Refused
from game.classroom.server.answers import Answer
from game.classroom.server.gate import Gate
from game.classroom.server.hub import Hub
from game.classroom.server.listeners import Knows, Looks
from game.classroom.server.listening import Listening, room_for
from game.classroom.server.reading import read_message

NO_TOKEN: Final = 4401
NO_ROOM: Final = 4404
SILENT: Final = 4408
TOO_LARGE: Final = 4413
FLOOD: Final = 4429
"""Why we close a connection."""

_HELLO_WITHIN: Final = 10.0
_READS_WITHIN: Final = 20.0
_LAST_WORDS: Final = 2.0
_MOST_WAITING: Final = 64
_MOST_AT_ONCE: Final = 16

_REASONS: Final = {Code.NO_TOKEN: NO_TOKEN, Code.NO_ROOM: NO_ROOM, Code.TOO_LARGE: TOO_LARGE, Code.SLOW_DOWN: FLOOD}


class Socket:
    """One connection. `serve` it until it ends."""

    def __init__(self, hub: Hub, gate: Gate, looks: Looks, socket: WebSocket) -> None:
        self._hub = hub
        self._gate = gate
        self._looks = looks
        self._socket = socket
        self._peer = socket.client.host if socket.client else ""
        self._token = ""
        self._device = ""
        self._answers: deque[bytes] = deque()
        self._news: bytes | None = None
        self._bell = asyncio.Event()
        self._reason = 0
        self._ended = asyncio.Event()
        self._doing: set[asyncio.Task[None]] = set()
        self._listening = Listening(self._tell, self._send_away)

    async def serve(self) -> None:
        """Answer and tell until it ends. Never raises for what the other side does."""
        await self._socket.accept()
        sending = asyncio.create_task(self._send())
        reading = asyncio.create_task(self._read())
        ending = asyncio.create_task(self._ended.wait())
        try:
            await asyncio.wait({sending, reading, ending}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            self._listening.end()
            for task in (reading, ending, *self._doing):
                task.cancel()
            self._close(1000)
            with contextlib.suppress(TimeoutError, asyncio.CancelledError):
                await asyncio.wait_for(sending, _LAST_WORDS)
            with contextlib.suppress(TimeoutError, RuntimeError, WebSocketDisconnect):  # it is closed already
                await asyncio.wait_for(self._socket.close(self._reason), _LAST_WORDS)

    async def _read(self) -> None:
        with contextlib.suppress(WebSocketDisconnect, RuntimeError):
            try:
                async with asyncio.timeout(_HELLO_WITHIN):
                    greeted = await self._hello(await self._receive())
            except TimeoutError:
                self._close(SILENT)
                return
            while greeted:
                text = await self._receive()
                if len(self._doing) >= _MOST_AT_ONCE:  # whoever sends on is not read until some are done
                    await asyncio.wait(self._doing, return_when=asyncio.FIRST_COMPLETED)
                task = asyncio.create_task(self._answer(text))
                self._doing.add(task)
                task.add_done_callback(self._doing.discard)

    async def _receive(self) -> str | bytes:
        received = await self._socket.receive()
        if received["type"] != "websocket.receive":
            raise WebSocketDisconnect(received.get("code", 1000))
        text: str | bytes | None = received.get("text")
        return text if text is not None else received.get("bytes") or b""

    async def _hello(self, text: str | bytes) -> bool:
        """Whether the first message was a greeting with a key that opens something."""
        id_ = None
        try:
            message = read_message(text)
            id_ = message.get("id") if type(message.get("id")) is int else None
            if message.get("do") != "hello":
                raise Refused(Code.NO_TOKEN)
            await self._greet(id_, message)
        except Refused as refused:
            self._put(Answer(id_, refused=refused))
            self._close(_REASONS.get(refused.code, NO_TOKEN))
            return False
        return True

    async def _greet(self, id_: int | None, message: Message) -> None:
        token, code = message.get("token"), message.get("room")
        if not isinstance(token, str):
            raise Refused(Code.NO_TOKEN)
        if self._looks is Looks.TRAINEE:
            self._device = await self._gate.trainee(self._peer, token)
        elif self._looks is Looks.DESK:
            await self._gate.desk(self._peer, token)
        else:
            await self._gate.projector(self._peer, code if isinstance(code, str) else "", token)
        self._token = token
        answer = Answer(id_)
        if self._looks is Looks.TRAINEE:
            answer = await self._hub.say(token, message)
            if answer.refused is not None:
                raise answer.refused
        self._put(answer)
        if self._looks is not Looks.DESK or code is not None:
            live, who = await room_for(self._hub, self._looks, token, code)
            self._listening.begin(live, self._looks, who, knows_of(message))

    async def _answer(self, text: str | bytes) -> None:
        id_ = None
        try:
            if self._device:
                self._gate.flood(self._device)
            message = read_message(text)
            id_ = message.get("id") if type(message.get("id")) is int else None
            if self._looks is not Looks.TRAINEE and message.get("do") == "hello":
                await self._greet(id_, {**message, "token": self._token})
                return
            answer = await self._answered(message)
        except Refused as refused:
            answer = Answer(id_, refused=refused)
            if refused.code is Code.SLOW_DOWN and self._gate.hopeless(self._device):
                self._close(FLOOD)
        self._put(answer)

    async def _answered(self, message: Message) -> Answer:
        if self._looks is Looks.TRAINEE:
            return await self._hub.say(self._token, message)
        if self._looks is Looks.DESK:
            return await self._hub.desk_says(message)
        raise Refused(Code.NOT_YOURS)  # the projector says nothing

    # What goes out: answers in their order, and of the news the latest.

    def _put(self, answer: Answer) -> None:
        self._answers.append(answer.text())
        if len(self._answers) > _MOST_WAITING:
            self._close(SILENT)
        self._bell.set()

    def _tell(self, text: bytes) -> None:
        self._news = text
        self._bell.set()

    def _send_away(self) -> None:
        self._close(NO_TOKEN)

    def _close(self, reason: int) -> None:
        self._reason = self._reason or reason
        self._ended.set()
        self._bell.set()

    async def _send(self) -> None:
        with contextlib.suppress(WebSocketDisconnect, RuntimeError, TimeoutError, OSError):
            while True:
                await self._bell.wait()
                self._bell.clear()
                while self._answers:
                    await self._send_one(self._answers.popleft())
                if self._reason:
                    return
                if self._news is not None:
                    news, self._news = self._news, None
                    await self._send_one(news)
                    self._listening.heard()
                    if self._answers:
                        self._bell.set()

    async def _send_one(self, text: bytes) -> None:
        async with asyncio.timeout(_READS_WITHIN):
            await self._socket.send_text(text.decode("utf-8"))


def knows_of(given: Any) -> Knows:
    """What a client says it knows already; nonsense is nothing."""
    def whole(key: str, default: int) -> int:
        found = given.get(key)
        return found if type(found) is int and abs(found) < 2**53 else default

    plan = whole("plan", -1)
    return Knows(whole("rev", -1), plan if plan >= 0 else None, whole("run", 0), whole("lived", -1),
                 whole("records", 0) > 0)
