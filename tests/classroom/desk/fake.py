"""A server that says what a test wants it to say, by the contract of the wire; pages are served as they are."""

from __future__ import annotations

import contextlib
import json
import mimetypes
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Final
from urllib.parse import parse_qs, urlsplit

from game.classroom.telling.page_words import words
from game.resources import assets

KEY: Final = "the-desks-key"
PAGES: Final = assets() / "pages" / "classroom"
POLICY: Final = "default-src 'self'; img-src 'self' data: blob:; connect-src 'self'; frame-ancestors 'none'"
WAIT: Final = 2.0
"""Seconds that news are waited for."""

Json = dict[str, Any]


class Fake:
    """Holds what will be answered, and what was said. Use as a context; `url` is where it is."""

    def __init__(self) -> None:
        self.rooms: list[Json] = []
        self.library: list[Json] = []
        self.news: Json | None = None
        self.wall: Json | None = None
        self.documents: dict[str, Any] = {}
        self.refuse: dict[str, tuple[str, str]] = {}
        self.answers: dict[str, Json] = {}
        self.said: list[Json] = []
        self.on_say: Callable[[Json], None] = lambda message: None
        self.gone = False
        self._changed = threading.Condition()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self) -> Fake:
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def change(self, **parts: Any) -> None:
        """Change parts of the desk's news (`None` for what `news` lacks is fine) and let all who wait know."""
        with self._changed:
            assert self.news is not None
            self.news = {**self.news, **parts, "rev": self.news["rev"] + 1}
            self._changed.notify_all()

    def show(self, **parts: Any) -> None:
        """The same for the projector's."""
        with self._changed:
            assert self.wall is not None
            self.wall = {**self.wall, **parts, "rev": self.wall["rev"] + 1}
            self._changed.notify_all()

    def wait_for(self, of: str, rev: int) -> Json | None:
        """News newer than those of `rev`, or None after a while."""
        def there() -> Json | None:
            found = self.news if of == "desk" else self.wall
            return found if found is not None and found["rev"] != rev else None

        with self._changed:
            self._changed.wait_for(lambda: there() is not None, WAIT)
            return there()

    def say(self, message: Json) -> Json:
        """What a message is answered."""
        self.said.append(message)
        verb = message["do"]
        if verb in self.refuse:
            code, sentence = self.refuse[verb]
            return {"re": message["id"], "refused": {"code": code, "sentence": sentence}}
        self.on_say(message)
        return {"re": message["id"], "ok": self.answers.get(verb, {})}


def _handler(fake: Fake) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked = urlsplit(self.path)
            if fake.gone:
                self.close_connection = True
                return
            wall = "projector.html" if asked.path.startswith("/projector/") else ""
            page = "desk.html" if asked.path == "/desk" else wall
            if page or asked.path.startswith("/static/"):
                self._static(page or asked.path.removeprefix("/static/"))
            elif self.headers.get("Authorization") != f"Bearer {KEY}":
                self._json({"refused": {"code": "no-token", "sentence": "This is not the desk's key."}}, 401)
            else:
                self._api(asked.path, {key: values[0] for key, values in parse_qs(asked.query).items()})

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            if fake.gone:
                self.close_connection = True
                return
            self._json(fake.say(json.loads(body)))

        def _api(self, path: str, query: dict[str, str]) -> None:
            if path == "/api/desk/rooms":
                self._json({"rooms": fake.rooms})
            elif path == "/api/desk/library":
                self._json({"scenarios": fake.library})
            elif path.endswith("/news"):
                self._json({"news": fake.wait_for(path.split("/")[2], int(query["rev"]))})
            elif path in fake.documents:
                found = fake.documents[path]
                if isinstance(found, str):
                    self._send(found.encode(), "image/svg+xml")
                else:
                    self._json(found)
            else:
                self._json({"refused": {"code": "not-now", "sentence": "That is not there yet."}}, 404)

        def _static(self, name: str) -> None:
            if name in ("desk.html", "projector.html"):
                self._page(name, words(name.removesuffix(".html")))
            elif (PAGES / name).is_file() and "/" not in name:
                self._send((PAGES / name).read_bytes(), mimetypes.guess_type(name)[0] or "text/plain")
            else:
                self._send(b"", "text/plain", 404)

        def _page(self, name: str, said: dict[str, str]) -> None:
            table = json.dumps(said).replace("<", "\\u003c")
            page = (PAGES / name).read_text(encoding="utf-8")
            self._send(page.replace("{{ language }}", "en").replace("{{ words }}", table).encode(), "text/html")

        def _json(self, value: object, status: int = 200) -> None:
            self._send(json.dumps(value).encode(), "application/json", status)

        def _send(self, body: bytes, kind: str, status: int = 200) -> None:
            self.send_response(status)
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Content-Security-Policy", POLICY)
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            with contextlib.suppress(BrokenPipeError):  # a page that was left waits no more
                self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    return Handler
