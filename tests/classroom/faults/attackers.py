"""Those who send what nobody should: over WebSockets, over HTTP, and by hand over bare sockets.

Each counts what it sent and what became of it. Whatever is sent is answered with a code of the closed list, or the
connection is closed; anything else is a finding.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections import Counter
from collections.abc import Sequence
from random import Random
from typing import Any, Final

from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidMessage

from game.classroom.client.address import Address
from game.classroom.room.refusals import Code
from tests.classroom.faults.nonsense import Nonsense

PATIENCE: Final = 30.0
CODES: Final = frozenset(code.value for code in Code)
HTTP: Final = frozenset({200, 400, 401, 403, 404, 405, 409, 411, 413, 414, 415, 426, 429, 431, 503})
PATHS: Final = (
    "/api/news?rev=x&plan=[]&lived=-1&run=1e9", "/api/news?rev=999999999999999999999", "/api/scenario/0",
    "/api/scenario/-1", "/api/scenario/99999999999999999999", "/api/result/0/1", "/api/result/x/y",
    "/static/../pyproject.toml", "/static/%2e%2e/%2e%2e/pyproject.toml", "/static/..%2f..%2fclass.db", "//",
    "/c/" + "A" * 3_000, "/%00", "/%ff", "/", "/desk", "/projector/AAAAA", "/ws", "/desk/ws", "/nothing",
    "/api/nothing",
)  # fmt: skip
GUESSED: Final = (
    "/api/join", "/api/recover", "/api/room/AAAAA", "/api/desk/say", "/api/desk/rooms", "/api/desk/news?room=AAAAA",
    "/api/desk/export/AAAAA/gradebook.csv", "/api/desk/export/../../etc/passwd", "/api/projector/news?room=AAAAA&rev=0",
    "/api/desk/export/AAAAA/trainee/x.json", "/api/projector/qr.svg?room=%00",
)  # fmt: skip
"""Where a wrong key or code is answered later and later."""


class Found(Counter[str]):
    """What became of everything that was sent, by kind; `wrong` are the findings."""

    def __init__(self) -> None:
        super().__init__()
        self.wrong: list[str] = []

    def finding(self, text: str) -> None:
        """Take down something that must not be."""
        self["wrong"] += 1
        if len(self.wrong) < 20:
            self.wrong.append(text)

    @property
    def messages(self) -> int:
        """Everything that was sent."""
        return sum(number for kind, number in self.items() if kind != "wrong")

    def answer(self, answer: Any, sent: bytes) -> None:
        """Judge an answer."""
        if not isinstance(answer, dict):
            self.finding(f"{sent[:80]!r} was answered {str(answer)[:80]!r}")
        elif "refused" in answer:
            code = answer["refused"].get("code")
            self[f"refused: {code}"] += 1
            if code not in CODES or code == Code.OUR_FAULT or not answer["refused"].get("sentence"):
                self.finding(f"{sent[:200]!r} was answered {answer!r}")
        elif "ok" in answer:
            self["done"] += 1
        else:
            self["document"] += 1


async def over_websocket(address: Address, token: str, seed: int, found: Found, enough: asyncio.Event) -> None:
    """Send nonsense as a trainee, some at a time, until it is enough; come back whenever it is thrown out."""
    nonsense, chance = Nonsense(seed), Random(seed)
    while not enough.is_set():
        waiting: list[bytes] = []
        try:
            async with connect(address.socket("/ws"), proxy=None, max_size=2**24, compression=None) as socket:
                hello = {"id": 1, "do": "hello", "token": token, "rev": 0, "plan": 0, "lived": 0, "run": 0}
                await socket.send(json.dumps(hello))
                while not enough.is_set():
                    waiting = [nonsense.message() for _ in range(chance.randrange(1, 12))]
                    await _say_and_hear(socket, waiting, found, chance)
        except ConnectionClosed:
            found["closed"] += len(waiting)
            await asyncio.sleep(0.05)
        except (InvalidHandshake, InvalidMessage, OSError):
            await asyncio.sleep(0.2)
        except TimeoutError:
            found.finding(f"no answer to {waiting[0][:200]!r}")
            found["silence"] += len(waiting)


async def _say_and_hear(socket: Any, waiting: list[bytes], found: Found, chance: Random) -> None:
    """Send these and take as many answers; who is closed on finds the rest in `waiting`."""
    for message in list(waiting):
        try:
            await socket.send(message.decode("utf-8") if chance.random() < 0.95 else message)
        except UnicodeDecodeError:
            await socket.send(message)  # a binary frame
    async with asyncio.timeout(PATIENCE):
        while waiting:
            told = json.loads(await socket.recv())
            if "news" not in told:
                found.answer(told, waiting.pop(0))


async def over_http(
    address: Address, tokens: list[str], seed: int, found: Found, enough: asyncio.Event, *, guessing: bool = False
) -> None:
    """Send nonsense to every address of the server on connections that are kept; with `guessing` with wrong keys."""
    nonsense, chance = Nonsense(seed), Random(seed)
    if guessing:
        tokens = ["", "x", "\\x00", "A" * 2_000, *(f"{chance.getrandbits(128):022x}" for _ in range(50))]
    paths = GUESSED if guessing else PATHS
    while not enough.is_set():
        with contextlib.suppress(OSError):
            reader, writer = await asyncio.open_connection(address.host, address.port)
            try:
                for _ in range(50):
                    if enough.is_set() or not await _one_request(
                            reader, writer, paths, tokens, nonsense, chance, found):
                        break
            finally:
                writer.close()


async def _one_request(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, paths: Sequence[str], tokens: list[str],
    nonsense: Nonsense, chance: Random, found: Found,
) -> bool:  # fmt: skip
    """Whether the connection can be used again."""
    path = chance.choice(paths if chance.random() < 0.3 else ("/api/say",))
    method = chance.choice(("POST", "POST", "POST", "GET", "PUT", "DELETE", "OPTIONS", "HEAD", "BREW"))
    if path == "/api/say" and chance.random() < 0.9:
        method = "POST"
    token = chance.choice(tokens)
    body = nonsense.body() if method in {"POST", "PUT", "BREW"} else b""
    if method == "GET" and path.startswith("/api/news"):
        path += "&plan=1"
    head = (f"{method} {path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\n"
            f"Content-Type: {chance.choice(('application/json', 'text/plain', 'x'))}\r\n"
            f"Content-Length: {len(body)}\r\n\r\n")
    try:
        async with asyncio.timeout(PATIENCE):
            writer.write(head.encode("latin-1") + body)
            await writer.drain()
            status, headers, answer = await read_answer(reader, method)
    except (OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
        found["closed"] += 1
        return False
    except TimeoutError:
        found["silence"] += 1
        found.finding(f"no answer to {method} {path} {body[:200]!r}")
        return False
    _judge(found, f"{method} {path}".encode() + body, status, headers, answer)
    return b"close" not in headers.get(b"connection", b"")


def _judge(found: Found, sent: bytes, status: int, headers: dict[bytes, bytes], answer: bytes) -> None:
    if status not in HTTP:
        found["wrong status"] += 1
        found.finding(f"status {status} for {sent[:200]!r}: {answer[:200]!r}")
    elif answer and b"json" in headers.get(b"content-type", b""):
        found.answer(json.loads(answer), sent)
    else:
        found[f"status {status}"] += 1


async def read_answer(reader: asyncio.StreamReader, method: str = "GET") -> tuple[int, dict[bytes, bytes], bytes]:
    """Status, headers and body of an HTTP answer."""
    head = await reader.readuntil(b"\r\n\r\n")
    first, *rest = head.split(b"\r\n")
    headers = {name.strip().lower(): value.strip() for name, _, value in (line.partition(b":") for line in rest)}
    length = int(headers.get(b"content-length", b"0"))
    body = await reader.readexactly(length) if length and method != "HEAD" else b""
    return int(first.split()[1]), headers, body
