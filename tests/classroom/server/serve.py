"""A real server on a free port, in a thread of its own, and what a client of it needs."""

from __future__ import annotations

import http.client
import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

from game.classroom.room.settings import read_settings
from game.classroom.server.keys import Secrets
from game.classroom.server.loading import text_of
from game.classroom.server.serving import Doors, Serving, open_doors
from game.classroom.store.values import Text

WAIT = 20.0
SECRETS = Secrets("desk-key-of-the-tests", "seed-of-the-tests")

PLAN = [{"who": ["delegation"], "enter": "at 10:01"}]


def until(true: Callable[[], Any], what: str = "") -> Any:
    """Wait until something holds; what it gives."""
    end = time.monotonic() + WAIT
    while not (found := true()):
        assert time.monotonic() < end, f"it never came: {what}"
        time.sleep(0.005)
    return found


class Server:
    """One of them, running."""

    def __init__(self, folder: Path, port: int = 0) -> None:
        doors: Doors = open_doors("127.0.0.1", port)
        self.port = doors.port
        self.serving = Serving(f"sqlite:///{folder / 'class.db'}", SECRETS, doors, workers=1, patience=0.3)
        self.ended: BaseException | None = None
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()
        until(lambda: self.serving.server.started or not self._thread.is_alive(), "the server's start")

    def _run(self) -> None:
        self.serving.run()

    def stop(self) -> None:
        """End it in order."""
        self.serving.stop()
        self._thread.join(WAIT)
        assert not self._thread.is_alive()
        self.serving.close()

    def ask(
        self, method: str, path: str, body: Any = None, token: str = "", headers: dict[str, str] | None = None
    ) -> tuple[int, dict[str, str], bytes]:
        """A request: status, headers, body. The body may be bytes, or what is sent as JSON."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=WAIT)
        sent = body if isinstance(body, bytes | None) else json.dumps(body).encode()
        line.request(method, path, sent, {**({"Authorization": f"Bearer {token}"} if token else {}), **(headers or {})})
        answer = line.getresponse()
        found = answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
        line.close()
        return found

    def get(self, path: str, token: str = "") -> Any:
        """A JSON document."""
        return json.loads(self.ask("GET", path, token=token)[2])

    def post(self, path: str, body: Any, token: str = "") -> Any:
        """The answer to a message."""
        return json.loads(self.ask("POST", path, body, token)[2])

    def desk(self, room: str, do: str, **more: Any) -> Any:
        """Something the instructor says; it must be followed."""
        message = {"room": room, "id": time.monotonic_ns(), "do": do, **more}
        answer = self.post("/api/desk/say", message, SECRETS.desk)
        assert "ok" in answer, answer
        return answer["ok"]

    def open(self, *scenarios: str, **more: Any) -> str:
        """A new room; its code."""
        code: str = self.desk("", "open", scenarios=list(scenarios or ("first-steps",)), **more)["room"]
        return code

    def to_plan(self, code: str) -> None:
        """Through the brief to the first plan, which is of version 1."""
        self.desk(code, "to", number=1)
        self.desk(code, "to", number=2)

    def join(self, code: str, name: str = "", **more: Any) -> Trainee:
        """Somebody comes in."""
        answer = self.post("/api/join", {"code": code, "name": name, **more})
        assert "ok" in answer, answer
        return Trainee(self, answer["ok"])

    def socket(self, path: str = "/ws") -> ClientConnection:
        """A WebSocket."""
        return connect(f"ws://127.0.0.1:{self.port}{path}", open_timeout=WAIT, close_timeout=2, max_size=None)


class Trainee:
    """Somebody who has joined, over plain requests or over a WebSocket."""

    def __init__(self, server: Server, told: dict[str, Any]) -> None:
        self.server = server
        self.token: str = told["token"]
        self.id: str = told["trainee"]
        self.name: str = told["name"]
        self.recovery: str = told.get("recovery", "")
        self.count = 0

    def say(self, do: str, **more: Any) -> Any:
        """A message, with the next number; its answer."""
        self.count += 1
        return self.server.post("/api/say", {"id": self.count, "do": do, **more}, self.token)

    def news(self, rev: int = -1, **knows: int) -> Any:
        """The present news, or the next after a version."""
        query = "&".join(f"{name}={value}" for name, value in {"rev": rev, **knows}.items())
        return self.server.get(f"/api/news?{query}", self.token)["news"]

    @contextmanager
    def line(self, **knows: int) -> Iterator[Line]:
        """A WebSocket that has said hello."""
        with self.server.socket() as socket:
            line = Line(self, socket)
            socket.send(json.dumps({"id": 1, "do": "hello", "token": self.token, **knows}))
            line.hello = line.answer()
            yield line


class Line:
    """What comes over a WebSocket, answers and news apart."""

    def __init__(self, trainee: Trainee, socket: ClientConnection) -> None:
        self.trainee = trainee
        self.socket = socket
        self.hello: Any = None
        self.told: list[Any] = []

    def answer(self) -> Any:
        """The next answer."""
        while True:
            found = json.loads(self.socket.recv(WAIT))
            if "news" not in found:
                return found
            self.told.append(found["news"])

    def say(self, do: str, **more: Any) -> Any:
        """A message, with the next number; its answer."""
        self.trainee.count += 1
        self.socket.send(json.dumps({"id": self.trainee.count, "do": do, **more}))
        return self.answer()

    def news(self, fits: Callable[[Any], Any] = lambda _news: True) -> Any:
        """The first news from now on that fit."""
        while True:
            if not self.told:
                self.told.append(json.loads(self.socket.recv(WAIT))["news"])
            news = self.told.pop(0)
            if fits(news):
                return news


def settings_of(**given: Any) -> Any:
    """Settings as a room has them."""
    return read_settings(given)


def texts_of(*names: str) -> tuple[Text, ...]:
    """The texts of shipped scenarios."""
    return tuple(text_of(name) for name in names)
