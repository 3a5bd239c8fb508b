"""What no library sends: half requests, frames that are none, and connections that dawdle."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import json
import os
import struct
from collections.abc import Awaitable, Callable
from random import Random
from typing import Final

from game.classroom.client.address import Address
from tests.classroom.faults.attackers import Found, read_answer

CLOSED_WITHIN: Final = 40.0
"""Seconds after which a connection that sends nothing of use must have been closed."""

_TEXT, _BINARY, _CLOSE, _PING, _PONG = 1, 2, 8, 9, 10

BROKEN_REQUESTS: Final = (
    b"\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    b"\x00" * 2_000,
    b"GET / HTTP/1.1\r\nHost: x\r\n" + b"A: b\r\n" * 5_000 + b"\r\n",
    b"GET / HTTP/1.1\r\nHost: x\r\nA: " + b"b" * 200_000 + b"\r\n\r\n",
    b"GET /" + b"a" * 200_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
    b"POST /api/say HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
    b"POST /api/say HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 7\r\n\r\n{}   ",
    b"POST /api/say HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999\r\n\r\n{}",
    b"POST /api/say HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    b"POST /api/say HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n3\r\n{}\n\r\n0"
    b"\r\n\r\n",
    b"GET /ws HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
    b"GET /ws HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: x\r\n"
    b"Sec-WebSocket-Version: 99\r\n\r\n",
)  # fmt: skip


def frame(
    kind: int, payload: bytes, *, final: bool = True, masked: bool = True, bits: int = 0, said: int = -1
) -> bytes:
    """A WebSocket frame; `said` is the length it claims."""
    length = len(payload) if said < 0 else said
    flag = 0x80 if masked else 0
    head = bytes([(0x80 if final else 0) | bits << 4 | kind])
    if length < 126:
        head += bytes([flag | length])
    elif length < 65_536:
        head += struct.pack("!BH", flag | 126, length)
    else:
        head += struct.pack("!BQ", flag | 127, length)
    return head + b"\x00\x00\x00\x00" * masked + payload  # a mask of zeros changes nothing


_HELLO: Final = json.dumps({"id": 1, "do": "hello", "token": "x", "rev": 0}).encode()

BROKEN_FRAMES: Final = (
    frame(_BINARY, b"\x00" * 100), frame(_BINARY, _HELLO), frame(_TEXT, b"\xff\xfe\xfd"),
    frame(_TEXT, _HELLO, masked=False), frame(_TEXT, b"x", said=2**62), frame(_TEXT, b"x", said=2**63),
    frame(_TEXT, b"x" * 70_000), frame(_TEXT, b"x" * 1_000_000),
    frame(_TEXT, b"{", final=False) + frame(0, b"}" * 10, final=False) + frame(0, b""),
    frame(_TEXT, b"", final=False) + frame(0, b"", final=False) * 3_000, frame(0, b"a continuation of nothing"),
    frame(_TEXT, _HELLO, bits=7), frame(3, b"reserved"), frame(11, b"reserved"), frame(_PING, b"x" * 126),
    frame(_PING, b"x") * 500, frame(_PONG, b"") * 500, frame(_CLOSE, b"\x00"), frame(_CLOSE, struct.pack("!H", 9_999)),
    frame(_CLOSE, struct.pack("!H", 1_000) + b"\xff\xff"), frame(_CLOSE, b"") + frame(_TEXT, _HELLO),
    frame(_TEXT, b"\xf0\x9f", final=False) + frame(0, b"\xa6\x89") * 2, frame(_TEXT, b"\x00" * 65_536), os.urandom(300),
    frame(_PING, b"", final=False), frame(_TEXT, b"[" * 60_000),
)  # fmt: skip


async def broken_request(address: Address, chance: Random, found: Found) -> None:
    """Send something that is no request; it is answered, or the connection closed."""
    sent = chance.choice(BROKEN_REQUESTS)
    await _send_and_see(address, b"", sent, chance, found)


async def broken_frames(address: Address, token: str, chance: Random, found: Found) -> None:
    """Open a WebSocket well and go on badly, before hello or after."""
    sent = chance.choice(BROKEN_FRAMES)
    hello = frame(_TEXT, json.dumps({"id": 1, "do": "hello", "token": token, "rev": 0, "plan": 0, "lived": 0, "run": 0})
                  .encode()) if chance.random() < 0.7 else b""
    await _send_and_see(address, _upgrade(), hello + sent, chance, found)


def _upgrade() -> bytes:
    key = base64.b64encode(os.urandom(16)).decode()
    return (f"GET /ws HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: {key}\r\n"
            "Sec-WebSocket-Version: 13\r\n\r\n").encode()


async def _send_and_see(address: Address, upgrade: bytes, sent: bytes, chance: Random, found: Found) -> None:
    """Send it in pieces; what comes back is read until the other side closes, or we have seen enough."""
    with contextlib.suppress(OSError):
        reader, writer = await asyncio.open_connection(address.host, address.port)
        try:
            async with asyncio.timeout(CLOSED_WITHIN):
                if upgrade:
                    writer.write(upgrade)
                    status, _headers, _body = await read_answer(reader)
                    if status != 101:
                        found[f"status {status}"] += 1
                        return
                cut = chance.randrange(len(sent) + 1)
                writer.write(sent[:cut])
                await asyncio.sleep(0)
                writer.write(sent[cut:])
                with contextlib.suppress(OSError):
                    await writer.drain()
                    writer.write_eof()  # nothing more will come
                while await reader.read(65_536):
                    pass
            found["by hand: closed"] += 1
        except (OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            found["by hand: closed"] += 1
        except TimeoutError:
            found["by hand: left open"] += 1
            found.finding(f"still open {CLOSED_WITHIN:g} s after {sent[:100]!r}")
        finally:
            writer.close()


async def dawdler(address: Address, chance: Random, found: Found, enough: asyncio.Event) -> None:
    """Send a request byte by byte, or nothing at all, and see that it is not waited for for ever."""
    sent = b"POST /api/say HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\n" + b" " * 900
    silent = chance.random() < 0.3
    with contextlib.suppress(OSError):
        reader, writer = await asyncio.open_connection(address.host, address.port)
        closed = asyncio.create_task(reader.read(1))
        try:
            async with asyncio.timeout(CLOSED_WITHIN):
                for byte in sent:
                    if not silent:
                        writer.write(bytes([byte]))
                    done, _ = await asyncio.wait([closed], timeout=chance.random())
                    if done or enough.is_set():
                        break
            found["by hand: closed" if closed.done() else "by hand: dawdled to the end"] += 1
        except TimeoutError:
            found["by hand: left open"] += 1
            found.finding(f"a dawdler ({'silent' if silent else 'byte by byte'}) is still waited for after "
                          f"{CLOSED_WITHIN:g} s")
        finally:
            closed.cancel()
            writer.close()


async def by_hand(address: Address, tokens: list[str], seed: int, found: Found, enough: asyncio.Event) -> None:
    """One after another, until it is enough."""
    chance = Random(seed)
    while not enough.is_set():
        works: tuple[Callable[[], Awaitable[None]], ...] = (
            lambda: broken_request(address, chance, found),
            lambda: broken_frames(address, chance.choice(tokens), chance, found),
        )
        await chance.choice(works)()
