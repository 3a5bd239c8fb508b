"""Who opens a connection and dawdles is not waited for; who asks properly may stay."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Iterator

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect
from websockets.sync.client import connect

from game.classroom.server.patience import Impatient

WAIT = 20.0
WITHIN = 0.3


class Hurried(Impatient):
    within = WITHIN


async def echo(request: Request) -> PlainTextResponse:
    return PlainTextResponse(await request.body())


async def listen(socket: WebSocket) -> None:
    await socket.accept()
    with contextlib.suppress(WebSocketDisconnect):
        while True:
            await socket.send_text(await socket.receive_text())


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    door = socket.create_server(("127.0.0.1", 0))
    app = Starlette(routes=[Route("/", echo, methods=["GET", "POST"]), WebSocketRoute("/ws", listen)])
    server = uvicorn.Server(uvicorn.Config(app, http=Hurried, log_config=None, lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [door]}, daemon=True)
    thread.start()
    yield door.getsockname()[1]
    server.should_exit = True
    thread.join(WAIT)


def line(port: int) -> socket.socket:
    return socket.create_connection(("127.0.0.1", port), WAIT)


@pytest.mark.parametrize("sent", [
    b"", b"POST / HTTP/1.1\r\nHost: x\r\n", b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nhalf",
    b"GET / HTTP/1.1\r\nHost: x\r\n\r\nGET / HT",
])  # fmt: skip
def test_half_a_request_is_cut_off(port: int, sent: bytes) -> None:
    with line(port) as dawdler:
        dawdler.sendall(sent)
        began = time.monotonic()
        try:
            while dawdler.recv(4_096):
                pass
        except ConnectionResetError:
            pass
        assert time.monotonic() - began < WAIT


def test_dripping_byte_by_byte_does_not_put_it_off(port: int) -> None:
    with line(port) as dawdler:
        began = time.monotonic()
        with pytest.raises((ConnectionResetError, BrokenPipeError, ConnectionAbortedError)):
            drip(dawdler)
        assert time.monotonic() - began < WAIT


def drip(dawdler: socket.socket) -> None:
    began = time.monotonic()
    while time.monotonic() - began < WAIT:
        dawdler.sendall(b"x")
        time.sleep(0.01)


def test_whole_requests_on_one_connection_are_answered_for_longer_than_that(port: int) -> None:
    with line(port) as asker:
        began = time.monotonic()
        while time.monotonic() - began < 3 * WITHIN:
            asker.sendall(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nfour")
            answer = b""
            while not answer.endswith(b"\r\n\r\nfour"):
                piece = asker.recv(4_096)
                assert piece
                answer += piece


def test_a_websocket_may_be_silent_for_longer(port: int) -> None:
    with connect(f"ws://127.0.0.1:{port}/ws") as line:
        with pytest.raises(TimeoutError):
            line.recv(2 * WITHIN)
        line.send("still there")
        assert line.recv(WAIT) == "still there"
