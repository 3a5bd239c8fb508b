"""Plain requests to a class: JSON there, JSON back, each in a thread of its own so that nothing waits for it.

Proxies of the system's settings are passed by: a class is on this network or nowhere.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import socket
import threading
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import Any, Final

from game.classroom.client.address import Address
from game.classroom.client.refusal import Unreachable, refusal_of
from game.wording.catalogue import _

LARGEST: Final = 16_000_000
"""Bytes of an answer; anything larger is none of ours."""

PATIENCE: Final = 15.0
"""Seconds for an answer."""


@dataclass(slots=True)
class _Exchange:
    """One request on a connection of its own, which somebody else may cut."""

    address: Address
    method: str
    path: str
    headers: dict[str, str]
    body: bytes | None
    patience: float
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _connection: HTTPConnection | None = None
    _cut: bool = False

    def run(self) -> Any:
        """Ask and wait. Raises Unreachable."""
        kind = HTTPSConnection if self.address.secure else HTTPConnection
        connection = kind(self.address.host, self.address.port, timeout=self.patience)
        with self._lock:
            if self._cut:
                raise Unreachable("cut")
            self._connection = connection
        try:
            connection.request(self.method, self.path, self.body, self.headers)
            reply = connection.getresponse()
            text = reply.read(LARGEST)
        except (OSError, HTTPException, ValueError) as error:
            raise Unreachable(_unreachable(self.address, error)) from error
        finally:
            connection.close()
        try:
            return json.loads(text)
        except (ValueError, RecursionError):
            foreign = _("What answers at {address} is no class (status {status}).")
            raise Unreachable(foreign.format(address=self.address, status=reply.status)) from None

    def cut(self) -> None:
        """End it now, wherever it is."""
        with self._lock:
            self._cut = True
            connection = self._connection
        line = connection.sock if connection is not None else None
        if line is not None:
            with contextlib.suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)


def _unreachable(address: Address, error: Exception) -> str:
    silent = _("no answer") if isinstance(error, TimeoutError) else str(error)
    reason = getattr(error, "strerror", None) or silent or type(error).__name__
    return _("There is no class at {address} ({reason}).").format(address=address, reason=reason)


async def ask(
    address: Address, path: str, body: Any = None, *, bearer: str = "", patience: float = PATIENCE
) -> Any:
    """What the class says to this: the answer as it is, refused or not. A body makes it a POST.

    Raises Unreachable. Cancelled, it cuts the connection.
    """
    headers = {"Accept": "application/json"}
    data = None
    if body is not None:
        headers["Content-Type"] = "application/json"
        data = json.dumps(body, ensure_ascii=False).encode("utf-8", "replace")
    if bearer:
        headers["Authorization"] = f"Bearer {bearer}"
    exchange = _Exchange(address, "GET" if data is None else "POST", path, headers, data, patience)
    loop = asyncio.get_running_loop()
    future: asyncio.Future[Any] = loop.create_future()

    def settle(answer: Any, error: Exception | None) -> None:
        if future.done():
            return
        if error is not None:
            future.set_exception(error)
        else:
            future.set_result(answer)

    def work() -> None:
        answer, error = None, None
        try:
            answer = exchange.run()
        except Exception as failed:
            error = failed
        with contextlib.suppress(RuntimeError):  # the loop has ended, and with it who asked
            loop.call_soon_threadsafe(settle, answer, error)

    threading.Thread(target=work, name="class-request", daemon=True).start()
    try:
        return await future
    except asyncio.CancelledError:
        exchange.cut()
        raise


async def done(address: Address, path: str, body: Any, *, bearer: str = "", patience: float = PATIENCE) -> Any:
    """What came of a message (its `ok`). Raises Refusal and Unreachable."""
    answer = await ask(address, path, body, bearer=bearer, patience=patience)
    return settled(address, answer)


def settled(address: Address, answer: Any) -> Any:
    """The `ok` of an answer. Raises Refusal, and Unreachable where it is no answer of ours."""
    if isinstance(answer, dict):
        refusal = refusal_of(answer)
        if refusal is not None:
            raise refusal
        if "ok" in answer:
            return answer["ok"]
    raise Unreachable(_("What answers at {address} is no class.").format(address=address))


async def document(address: Address, path: str, *, bearer: str = "", patience: float = PATIENCE) -> Any:
    """A document by its path. Raises Refusal and Unreachable."""
    found = await ask(address, path, bearer=bearer, patience=patience)
    refusal = refusal_of(found) if isinstance(found, dict) else None
    if refusal is not None:
        raise refusal
    return found
