"""Small proxies between a client and a class, in the test's own process: what networks of schools put in between."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Final

_HEAD: Final = 65_536
_FORBIDDEN: Final = (
    b"HTTP/1.1 403 Forbidden\r\nContent-Type: text/html\r\nContent-Length: 34\r\nConnection: close\r\n\r\n"
    b"<h1>Blocked by your school</h1>   "
)


class Proxy:
    """Passes connections on to a port of this machine, and misbehaves as it is told.

    `refuses_upgrade` answers 403 where a WebSocket is asked for. `cuts_after` (s) ends every WebSocket so long after it
    was opened. `swallows(head)` says of a request whether its answer gets lost: it reaches the class, and then the
    connection is cut. `sleeping` holds everything back, as a device does that sleeps. `cut()` ends all there are.
    """

    def __init__(
        self, port: int, *, refuses_upgrade: bool = False, cuts_after: float | None = None,
        swallows: Callable[[bytes], bool] = lambda _head: False,
    ) -> None:  # fmt: skip
        self.to = port
        self.port = 0
        self.upgrades = 0
        self.refused = 0
        self.cuts = 0
        self.swallowed = 0
        self.sleeping = False
        self._refuses = refuses_upgrade
        self._cuts_after = cuts_after
        self._swallows = swallows
        self._loop = asyncio.new_event_loop()
        self._open: set[asyncio.StreamWriter] = set()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, name="proxy", daemon=True)

    def __enter__(self) -> Proxy:
        self._thread.start()
        assert self._ready.wait(10)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    def cut(self) -> None:
        """End every connection there is now."""
        self._loop.call_soon_threadsafe(self._cut_all)

    def _cut_all(self) -> None:
        for writer in list(self._open):
            _abort(writer)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        server = self._loop.run_until_complete(asyncio.start_server(self._serve, "127.0.0.1", 0))
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        self._loop.run_forever()
        self._cut_all()
        server.close()
        tasks = asyncio.all_tasks(self._loop)
        for task in tasks:
            task.cancel()
        self._loop.run_until_complete(asyncio.gather(*tasks, return_exceptions=True))
        self._loop.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._open.add(writer)
        try:
            await self._exchange(reader, writer)
        except (OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, asyncio.CancelledError):
            return  # cancelled only at the end, when nobody waits for it
        finally:
            self._open.discard(writer)
            _abort(writer)

    async def _exchange(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        upgrade = b"upgrade: websocket" in head.lower()
        self.upgrades += upgrade
        if upgrade and self._refuses:
            self.refused += 1
            writer.write(_FORBIDDEN)
            await writer.drain()
            return
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self.to)
        far_writer.write(head)
        there = asyncio.create_task(self._pipe(reader, far_writer))
        try:
            if self._swallows(head):
                self.swallowed += 1
                await far_reader.read(1)  # the class has done it and answers
                return
            limit = self._cuts_after if upgrade else None
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(limit):
                    await self._pipe(far_reader, writer)
                    return
            self.cuts += 1
        finally:
            there.cancel()
            _abort(far_writer)

    async def _pipe(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError):
            while data := await reader.read(_HEAD):
                while self.sleeping:
                    await asyncio.sleep(0.02)
                writer.write(data)
                await writer.drain()


def _abort(writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(OSError, RuntimeError):
        line = writer.get_extra_info("socket")
        if line is not None:
            line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
        writer.close()
