"""What goes wrong inside the server is one message's trouble; who does not read is let go."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from game.classroom.room import trainee
from game.classroom.server import live as live_module
from game.classroom.server import socket as socket_module
from game.classroom.server.answers import Answer
from game.classroom.server.listeners import Looks
from game.classroom.server.socket import SILENT, Socket
from tests.classroom.server.serve import WAIT, Server, until


@pytest.fixture
def faults(server: Server, monkeypatch: pytest.MonkeyPatch) -> list[BaseException]:
    found: list[BaseException] = []
    for live in server.serving.hub._live.values():
        monkeypatch.setattr(live, "_around", live._around)
    monkeypatch.setattr(server.serving.hub, "fault", lambda error, _doing: found.append(error))
    return found


def test_a_fault_of_ours_is_the_trouble_of_one_message(
    server: Server, faults: list[BaseException], monkeypatch: pytest.MonkeyPatch
) -> None:
    room = server.open()
    anna, ben = server.join(room, "Anna"), server.join(room, "Ben")
    says = trainee.says

    def fails(room: Any, who: str, message: Any, now: int) -> Any:
        if message["do"] == "stumble":
            raise ZeroDivisionError
        return says(room, who, message, now)

    monkeypatch.setattr(trainee, "says", fails)
    assert anna.say("stumble")["refused"]["code"] == "our-fault"
    assert ben.say("rename", name="Benjamin")["ok"] == {}
    assert anna.say("rename", name="Ann")["ok"] == {}
    assert [type(error) for error in faults] == [ZeroDivisionError]


def test_what_breaks_half_way_is_undone_and_the_room_goes_on(
    server: Server, faults: list[BaseException], monkeypatch: pytest.MonkeyPatch
) -> None:
    room = server.open()
    anna = server.join(room, "Anna")
    rev = anna.news()["rev"]
    with monkeypatch.context() as broken:
        broken.setattr(live_module, "teams_of", lambda _room, event: 1 // (event.who != anna.id))
        assert anna.say("rename", name="Ann")["refused"]["code"] == "our-fault"
    assert anna.news()["rev"] == rev
    assert anna.say("rename", name="Ann")["ok"] == {}
    assert faults


def test_news_that_cannot_be_told_to_one_are_told_to_the_others(
    server: Server, faults: list[BaseException], monkeypatch: pytest.MonkeyPatch
) -> None:
    room = server.open()
    anna, ben = server.join(room, "Anna"), server.join(room, "Ben")
    tell = live_module.news_for

    def fails(listener: Any, *rest: Any) -> bytes:
        if listener.who == anna.id:
            raise ZeroDivisionError
        return tell(listener, *rest)

    with ben.line() as line:
        line.news()
        monkeypatch.setattr(live_module, "news_for", fails)
        assert server.ask("GET", "/api/news?rev=-1", token=anna.token)[0] == 401
        server.desk(room, "lock")
        assert line.news(lambda news: news["room"]["locked"])
    assert faults


class Deaf:
    """A WebSocket whose other side does not read."""

    client = None

    def __init__(self) -> None:
        self.closed = 0

    async def accept(self) -> None:
        return

    async def receive(self) -> Any:
        await asyncio.sleep(WAIT)

    async def send_text(self, _text: str) -> None:
        await asyncio.sleep(WAIT)

    async def close(self, code: int) -> None:
        self.closed = code


@pytest.mark.parametrize("many", [1, 100])
def test_who_does_not_read_is_let_go(server: Server, monkeypatch: pytest.MonkeyPatch, many: int) -> None:
    monkeypatch.setattr(socket_module, "_READS_WITHIN", 0.05 if many == 1 else WAIT)
    deaf = Deaf()

    async def serve() -> None:
        socket = Socket(server.serving.hub, None, Looks.TRAINEE, deaf)  # type: ignore[arg-type]
        serving = asyncio.create_task(socket.serve())
        await asyncio.sleep(0)
        for n in range(many):
            socket._put(Answer(n))
        await asyncio.wait_for(serving, WAIT / 2)

    asyncio.run(serve())
    assert deaf.closed == (1000 if many == 1 else SILENT)


def test_who_says_no_hello_is_let_go(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket_module, "_HELLO_WITHIN", 0.05)
    with server.socket() as line:
        until(lambda: line.close_code, "the end")
        assert line.close_code == SILENT


def test_forty_listeners_hear_a_new_stage_and_no_listener_is_left(server: Server) -> None:
    room = server.open()
    lines = [server.join(room, f"T{n}").line() for n in range(40)]
    heard = [line.__enter__() for line in lines]
    server.desk(room, "next")
    for line in heard:
        assert line.news(lambda news: news["stage"]["phase"] == "brief")
    for line in lines:
        line.__exit__(None, None, None)
    live = server.serving.hub._live[room]
    until(lambda: not live.listeners, "all have gone")
