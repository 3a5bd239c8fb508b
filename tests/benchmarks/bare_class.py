"""The peer of the classroom's benchmark: a bare server with the same messages and the same store, that only stores.

It writes one durable row for every message and answers; it knows no rules, simulates nothing and tells nobody more than
the stage. `python -m tests.benchmarks.bare_class FOLDER` serves, and prints its address.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from pathlib import Path
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from game.classroom.store.journal import Journal
from game.classroom.store.values import Answered, Entry, Kept, Key, Opened

PHASES = ("lobby", "brief", "plan", "run", "debrief", "end")
CODE = "BARE"
Json = dict[str, Any]


class Bare:
    """Everything there is: whose token is whose, their plans, who is connected."""

    def __init__(self, url: str) -> None:
        self.journal = Journal(url)
        self.journal.open_room(Opened(CODE, 0, {}, ()), Entry(CODE)).result()
        self.seq = 0
        self.stage = 0
        self.plans: dict[str, tuple[int, list[Any]]] = {}
        self.handed_in: set[str] = set()
        self.here: dict[str, WebSocket] = {}

    async def keep(self, who: str, do: str, said: Json, *keys: Key) -> None:
        """One row, on the disk when this returns; and what was answered, as the classroom keeps it."""
        self.seq += 1
        answered = (Answered(who, CODE, who, said.get("id", 0), "", "{}"),) if not keys else ()
        kept = Kept(self.seq, time.time_ns() // 1_000_000, who, do, said)
        await asyncio.wrap_future(self.journal.append(Entry(CODE, (kept,), keys, answered)))

    def news(self, who: str) -> Json:
        plan = {"rev": self.plans[who][0], "handed_in": who in self.handed_in, "undo": 0, "redo": 0}
        stage = {"number": self.stage, "phase": PHASES[self.stage], "scenario": 0, "attempt": 1}
        return {"news": {"rev": self.seq, "now": 0, "stage": stage, "you": {"id": who}, "plan": plan, "run": None,
                         "results": [[0, 1]] if self.stage > 3 else []}}

    async def says(self, who: str, said: Json) -> Json:
        rev, plans = self.plans[who]
        do = said["do"]
        await self.keep(who, do, said)
        ok: Json = {}
        if do == "edit":
            self.plans[who] = (rev + 1, [*plans, said["plan"]])
            ok = {"rev": rev + 1, "walk": {}}
        elif do == "undo":
            self.plans[who] = (rev + 1, plans[:-1])
            ok = {"rev": rev + 1, "plan": plans[-2], "walk": {}}
        elif do == "hand_in":
            self.handed_in.add(who)
        return {"re": said["id"], "ok": ok}

    async def join(self, request: Request) -> JSONResponse:
        said = await request.json()
        who = f"t{len(self.plans) + 1}"
        self.plans[who] = (0, [[]])
        await self.keep(who, "joined", said, Key(who, CODE, who, "token"))
        return JSONResponse({"ok": {"token": who, "trainee": who, "name": said["name"], "recovery": who}})

    async def listen(self, socket: WebSocket) -> None:
        await socket.accept()
        who = (await socket.receive_json())["token"]
        self.here[who] = socket
        await socket.send_text(json.dumps({"re": 1, "ok": {"last": 0}}))
        await socket.send_text(json.dumps(self.news(who)))
        try:
            while True:
                await socket.send_text(json.dumps(await self.says(who, await socket.receive_json())))
        except WebSocketDisconnect:
            del self.here[who]

    async def desk(self, request: Request) -> JSONResponse:
        said = await request.json()
        await self.keep("desk", said["do"], said)
        if said["do"] == "to":
            self.stage = said["number"]
            await asyncio.gather(*(socket.send_text(json.dumps(self.news(who))) for who, socket in self.here.items()))
        return JSONResponse({"re": said["id"], "ok": {"room": CODE}})

    async def overview(self, _request: Request) -> JSONResponse:
        teams = [{"members": [who], "plan": {"rev": rev, "handed_in": who in self.handed_in}}
                 for who, (rev, _plans) in self.plans.items()]
        return JSONResponse({"news": {"rev": self.seq, "teams": teams}})

    async def result(self, _request: Request) -> JSONResponse:
        return JSONResponse({"trace_hash": "", "score": {}})

    def app(self) -> Starlette:
        return Starlette(routes=[
            Route("/api/join", self.join, methods=["POST"]), Route("/api/desk/say", self.desk, methods=["POST"]),
            Route("/api/desk/news", self.overview), Route("/api/result/0/1", self.result),
            WebSocketRoute("/ws", self.listen),
        ])  # fmt: skip


async def serve(folder: Path) -> None:
    """Serve until killed; the first line printed is the address."""
    bare = Bare(f"sqlite:///{folder / 'bare.db'}")
    config = uvicorn.Config(bare.app(), host="127.0.0.1", port=0, log_level="error", access_log=False,
                            ws_per_message_deflate=False, ws="websockets-sansio", lifespan="off")
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.01)
    print(json.dumps({"port": server.servers[0].sockets[0].getsockname()[1]}), flush=True)
    await serving


if __name__ == "__main__":
    asyncio.run(serve(Path(sys.argv[1])))
