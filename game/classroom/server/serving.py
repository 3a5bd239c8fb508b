"""A server put together and run: store, workers, hub and addresses, in one process with one port."""

from __future__ import annotations

import errno
import io
import logging
import os
import socket
import sys
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import uvicorn
from uvicorn.config import WS_PROTOCOLS

from game.attempt.log import log_folder, write_log
from game.classroom import network, open_files
from game.classroom.room.settings import MOST_TRAINEES
from game.classroom.server.app import make_app
from game.classroom.server.days import Days
from game.classroom.server.gate import Gate
from game.classroom.server.hub import OLDEST, Hub
from game.classroom.server.keys import Secrets
from game.classroom.server.pages import Page, read_pages
from game.classroom.server.patience import Impatient
from game.classroom.server.workers import Workers
from game.classroom.store.journal import Journal
from game.resources import assets
from game.wording.catalogue import language

PORTS_TRIED: Final = 20
_IDLE: Final = 20.0
_MOST_WORKERS: Final = 4
_LOGS: Final = 20
_LARGEST_FRAME: Final = 256_000
"""What is above our own limit is still answered; what is above this one is cut off by the transport."""

_BACKLOG: Final = 2_048


class NoPort(Exception):
    """None of the ports that were tried is free; the text is the system's reason."""


@dataclass(frozen=True, slots=True)
class Doors:
    """Sockets that listen, and the port that all of them have. `only` is the one address they listen on, if so."""

    sockets: list[socket.socket]
    port: int
    only: str = ""

    def close(self) -> None:
        """Listen no more."""
        for each in self.sockets:
            each.close()

    def addresses(self) -> tuple[str, ...]:
        """Where they can be reached, the likeliest first."""
        return (self.only,) if self.only else network.addresses()


def open_doors(bind: str | None, port: int) -> Doors:
    """Listen on this port or the next that is free (0: any). Without `bind` on all addresses. Raises NoPort."""
    reason = ""
    for tried in range(port, min(65_536, port + PORTS_TRIED)) if port else [0]:
        try:
            sockets = _listen(bind, tried)
        except OSError as error:
            reason = error.strerror or str(error)
            if error.errno not in (errno.EADDRINUSE, errno.EACCES, getattr(errno, "WSAEACCES", None)):
                break
        else:
            bound = sockets[0].getsockname()
            return Doors(sockets, bound[1], "" if bound[0] in ("0.0.0.0", "::") else bound[0])
    raise NoPort(reason)


def _listen(bind: str | None, port: int) -> list[socket.socket]:
    if bind is not None:
        family, _kind, _protocol, _name, address = socket.getaddrinfo(bind, port, type=socket.SOCK_STREAM)[0]
        return [_door(family, address)]
    first = _door(socket.AF_INET, ("0.0.0.0", port))
    try:
        return [first, _door(socket.AF_INET6, ("::", first.getsockname()[1]))]
    except OSError:  # no IPv6 here, or somebody else has the port there
        return [first]


def _door(family: int, address: Any) -> socket.socket:
    door = socket.socket(family, socket.SOCK_STREAM)
    try:
        if sys.platform == "win32":
            door.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # a port we had just now is free for us
        if family == socket.AF_INET6:
            door.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        door.bind(address)
        door.listen(_BACKLOG)
    except OSError:
        door.close()
        raise
    return door


async def _nothing(_hub: Hub) -> None:
    return


class Serving:
    """A server ready to be run. `begin` is done before it answers anybody. `close` it afterwards."""

    def __init__(
        self, url: str, secrets: Secrets, doors: Doors, *, workers: int | None = None, keep: int = OLDEST,
        roster: Path | None = None, pages: Mapping[str, Page] | None = None, patience: float = 4.0,
        begin: Callable[[Hub], Awaitable[None]] = _nothing,
    ) -> None:  # fmt: skip
        self._begin = begin
        self._failure: Exception | None = None
        open_files.room_for(MOST_TRAINEES)  # as many as there can be, where the system lets us
        self.doors = doors
        self.secrets = secrets
        self.journal = Journal(url, patience)
        self.quick = Workers(workers or min(os.cpu_count() or 1, _MOST_WORKERS))
        self.gentle = Workers(1, idle=_IDLE, gentle=True)
        self.quick.start()
        days = Days(self.quick, self.gentle)
        self.hub = Hub(self.journal, days, secrets, keep=keep, addresses=self.addresses, roster=roster, fault=faults())
        app = make_app(self.hub, Gate(self.hub), our_pages() if pages is None else pages, self._qr, self._start)
        ways = "websockets-sansio" if "websockets-sansio" in WS_PROTOCOLS else "auto"
        logging.getLogger("uvicorn").addHandler(logging.NullHandler())
        logging.getLogger("uvicorn").propagate = False  # whose address did what is nobody's business
        self.server = uvicorn.Server(uvicorn.Config(
            app, log_config=None, access_log=False, ws=ways, http=Impatient, loop="asyncio", lifespan="on",
            ws_max_size=_LARGEST_FRAME, ws_per_message_deflate=False, ws_ping_interval=20, ws_ping_timeout=30,
            timeout_graceful_shutdown=2, timeout_keep_alive=65, server_header=False, backlog=_BACKLOG,
            proxy_headers=False,
        ))  # fmt: skip

    def addresses(self) -> list[str]:
        """Where this server can be reached, the likeliest first."""
        return [network.url(address, self.doors.port) for address in self.doors.addresses()]

    def run(self) -> None:
        """Serve until it is told to end: by Ctrl-C or a signal in the main thread, or by `stop`.

        Raises what `begin` raises, and StoreFailed where the store cannot be read.
        """
        self.server.run(sockets=self.doors.sockets)
        if self._failure is not None:
            raise self._failure

    def stop(self) -> None:
        """Have it end soon; from any thread."""
        self.server.should_exit = True

    def close(self) -> None:
        """Let go of processes, store and port."""
        self.quick.close()
        self.gentle.close()
        self.journal.close()
        self.doors.close()

    async def _start(self) -> None:
        try:
            await self.hub.start()
            await self._begin(self.hub)
        except Exception as failure:  # told to whoever runs the server, not to its log
            self._failure = failure
            self.stop()

    def _qr(self, code: str) -> bytes:
        import segno  # here, for many a server never shows one

        drawn = io.BytesIO()
        link = network.url(self.doors.addresses()[0], self.doors.port, f"/c/{code}")
        code_of_link = segno.make(link, micro=False, error="m")
        code_of_link.save(drawn, kind="svg", scale=8, border=2, dark="#23231f", light="#fffaf0")
        return drawn.getvalue()


def our_pages() -> dict[str, Page]:
    """The pages that come with the game, with their words."""
    from game.classroom.telling.page_words import PAGES, words

    named = {"index" if page == "trainee" else page: words(page) for page in PAGES}
    return read_pages(assets() / "pages" / "classroom", named, language())


def faults() -> Callable[[BaseException, str], None]:
    """Writes faults of our own to the log, the first of them: a fault that repeats itself fills no disk."""
    written = 0

    def write(error: BaseException, doing: str) -> None:
        nonlocal written
        if written < _LOGS:
            written += 1
            write_log(error, f"classroom: {doing}", log_folder())

    return write
