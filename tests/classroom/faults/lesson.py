"""A room for the tests of faults, and what they say to it."""

from __future__ import annotations

import asyncio
import http.client
import json
from collections.abc import Callable, Coroutine
from typing import Any

from game.classroom.client.address import Address
from game.classroom.client.desk import Desk
from game.classroom.client.joining import Joined, join
from game.classroom.client.seat import Seat
from game.classroom.client.ways import Patience
from tests.classroom.proxy import Proxy
from tests.classroom.serving import Host

WITHIN = 30.0
"""Seconds in which everything here must have happened; as a rule it takes a few hundredths."""

QUICK = Patience(open=5, answer=5, poll=10, least=0.02, most=0.2)

PLAN = [{"who": ["vance"], "enter": "at 10:02"}]
OTHER = [{"who": ["vance"], "enter": "at 10:03"}]

Json = dict[str, Any]


class Lesson:
    """A room with trainees, at the stage of planning unless asked otherwise."""

    def __init__(self, host: Host) -> None:
        self.host = host
        self.address = host.address
        self.desk = Desk(host.address, host.key)

    async def open(self, *, stage: int = 2, **settings: Any) -> None:
        """Open the room and lead it to a stage."""
        given = {"title": "Faults", "mode": "live", "names": "free", "minutes": {"plan": 0, "brief": 0, "lobby": 0},
                 "again": False, **settings}
        await self.desk.open(["first-steps"], **given)
        if stage:
            await self.desk.say("to", number=stage)

    async def joins(self, name: str) -> Joined:
        """Somebody joins."""
        return await join(self.address, self.desk.room, name)

    def seat(self, joined: Joined, through: Proxy | None = None, **more: Any) -> Seat:
        """Their seat, through a proxy or not."""
        address = Address("127.0.0.1", through.port) if through is not None else self.address
        return Seat(address, joined.token, patience=QUICK, seed=1, **more)

    def plainly(self, path: str, body: object = None, token: str = "") -> tuple[int, Json]:
        """A request by hand: status and answer."""
        connection = http.client.HTTPConnection(self.address.host, self.address.port, timeout=WITHIN)
        headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        data = None if body is None else body if isinstance(body, bytes) else json.dumps(body).encode()
        connection.request("GET" if data is None else "POST", path, data, headers)
        reply = connection.getresponse()
        text = reply.read()
        connection.close()
        return reply.status, json.loads(text) if text[:1] in b"{[" else {"text": text.decode()}


def within(work: Coroutine[Any, Any, None], seconds: float = WITHIN) -> None:
    """Do this, in bounded time."""
    async def bounded() -> None:
        async with asyncio.timeout(seconds):
            await work

    asyncio.run(bounded())


async def soon(condition: Callable[[], bool]) -> None:
    """Until it holds."""
    while not condition():
        await asyncio.sleep(0.01)


def rev_of(seat: Seat) -> int:
    """The version of the plan as this device knows it."""
    assert seat.news is not None
    rev: int = seat.news["plan"]["rev"]
    return rev


async def planning(seat: Seat) -> int:
    """Wait until there is a plan; its version."""
    await seat.until(lambda news: news["plan"] is not None)
    return rev_of(seat)


async def edit(seat: Seat, plan: list[Json], **more: Any) -> Json:
    """Edit the plan as this device knows it; the answer, once the news have brought the change too."""
    await planning(seat)
    ok: Json = await seat.say("edit", rev=rev_of(seat), plan=plan, **more)
    await seat.until(lambda news: news["plan"]["rev"] >= ok["rev"])
    return ok
