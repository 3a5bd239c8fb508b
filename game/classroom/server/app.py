"""The server's addresses: pages, messages, news, documents, exports. All on one port, one code behind all of it."""

from __future__ import annotations

import asyncio
import contextlib
import gzip
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from typing import Any, Final

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route, WebSocketRoute
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocket

from game.classroom.room import messages
from game.classroom.room.refusals import Code, Refused
from game.classroom.server import answers, desk_routes
from game.classroom.server.answers import Answer
from game.classroom.server.film import as_json
from game.classroom.server.gate import Gate
from game.classroom.server.hub import Hub
from game.classroom.server.listeners import Knows, Looks
from game.classroom.server.listening import next_news, room_for
from game.classroom.server.pages import Page
from game.classroom.server.reading import LARGEST, number, read_message
from game.classroom.server.socket import Socket
from game.classroom.store.values import StoreFailed
from game.wording.catalogue import _

Handler = Callable[["Asked"], Awaitable[Response]]

_POLICY: Final = (
    "default-src 'self'; img-src 'self' data: blob:; connect-src 'self' ws: wss:; style-src 'self'; object-src 'none'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)

_HEADERS: Final = (
    (b"content-security-policy", _POLICY.encode()), (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"), (b"cross-origin-opener-policy", b"same-origin"),
)  # fmt: skip

_PACKED_FROM: Final = 1_400


class Asked:
    """A request, with what every answer to it needs."""

    def __init__(self, request: Request, hub: Hub, gate: Gate) -> None:
        self.request = request
        self.hub = hub
        self.gate = gate
        self.peer = request.client.host if request.client else ""

    @property
    def token(self) -> str:
        """The key that was shown; empty for none."""
        scheme, _space, token = self.request.headers.get("authorization", "").partition(" ")
        return token.strip() if scheme.lower() == "bearer" else ""

    def part(self, name: str) -> str:
        """A part of the path."""
        return str(self.request.path_params.get(name, ""))

    def number(self, name: str) -> int:
        """A whole number in the path; what is none names nothing. Raises Refused."""
        found = number(self.part(name), -1)
        if found < 0:
            raise Refused(Code.BAD_VALUE)
        return found

    def query(self, name: str) -> str | None:
        """A value behind the question mark."""
        return self.request.query_params.get(name)

    async def message(self) -> messages.Message:
        """The message that was sent. Raises Refused; a large one is not read to its end."""
        body = bytearray()
        async for piece in self.request.stream():
            body += piece
            if len(body) > LARGEST:
                raise Refused(Code.TOO_LARGE)
        return read_message(bytes(body))

    def knows(self) -> Knows:
        """What the client knows already, from the address."""
        plan = number(self.query("plan"), -1)
        return Knows(number(self.query("rev"), -1), plan if plan >= 0 else None, number(self.query("run"), 0),
                     number(self.query("lived"), -1), number(self.query("records"), 0) > 0)

    async def document(self, text: bytes) -> Response:
        """A JSON document, packed where that is worth it."""
        headers = {"cache-control": "no-store", "vary": "accept-encoding"}
        if len(text) > _PACKED_FROM and "gzip" in self.request.headers.get("accept-encoding", ""):
            packed = await asyncio.to_thread(gzip.compress, text, 3)
            return Response(packed, 200, {**headers, "content-encoding": "gzip"}, "application/json")
        return Response(text, 200, headers, "application/json")


def answered(answer: Answer) -> Response:
    """An answer to a message."""
    return Response(answer.text(), answer.status, {"cache-control": "no-store"}, "application/json")


def make_app(
    hub: Hub, gate: Gate, pages: Mapping[str, Page], qr: Callable[[str], bytes], start: Callable[[], Awaitable[None]]
) -> ASGIApp:
    """The application. `pages` are the files by name; `qr` draws the picture of the address of a room's code; `start`
    is done before anything is answered.
    """
    def page(path: str, name: str) -> Route:
        return Route(path, _page(pages, name), methods=["GET"])

    def api(path: str, handler: Handler, *methods: str) -> Route:
        return Route(path, _handled(handler, hub, gate), methods=list(methods) or ["GET"])

    def socket(path: str, looks: Looks) -> WebSocketRoute:
        async def serve(websocket: WebSocket) -> None:
            await Socket(hub, gate, looks, websocket).serve()

        return WebSocketRoute(path, serve)

    async def drawn(asked: Asked) -> Response:
        return await desk_routes.qr_code(asked, qr)

    routes: list[BaseRoute] = [
        page("/", "index.html"), page("/c/{code}", "index.html"), page("/desk", "desk.html"),
        page("/projector", "projector.html"), page("/projector/{code}", "projector.html"),
        Route("/static/{name:path}", _static(pages), methods=["GET"]),
        api("/api/room/{code}", _about), api("/api/join", _join, "POST"), api("/api/recover", _recover, "POST"),
        api("/api/say", _say, "POST"), api("/api/news", _news), api("/api/scenario/{n}", _scenario),
        api("/api/scenario/{n}/file", _scenario_file), api("/api/result/{n}/{a}", _result),
        *(api(path, handler, *verbs) for path, handler, *verbs in desk_routes.ROUTES),
        api("/api/projector/qr.svg", drawn),
        socket("/ws", Looks.TRAINEE), socket("/desk/ws", Looks.DESK), socket("/projector/ws", Looks.PROJECTOR),
    ]  # fmt: skip

    @contextlib.asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        await start()
        yield
        await hub.end()

    app = Starlette(routes=routes, lifespan=lifespan, exception_handlers={404: _nothing_here, 405: _nothing_here})
    return _with_headers(app)


async def _about(asked: Asked) -> Response:
    found = await asked.gate.code(asked.peer, asked.hub.about(asked.part("code")))
    return await asked.document(as_json(found))


async def _join(asked: Asked) -> Response:
    message = await asked.message()
    return _ok(await asked.gate.code(asked.peer, asked.hub.join(message)))


async def _recover(asked: Asked) -> Response:
    message = await asked.message()
    return _ok(await asked.gate.code(asked.peer, asked.hub.recover(message)))


def _ok(told: dict[str, Any]) -> Response:
    return Response(as_json({"re": None, "ok": told}), 200, {"cache-control": "no-store"}, "application/json")


async def _say(asked: Asked) -> Response:
    await asked.gate.trainee(asked.peer, asked.token)
    return answered(await asked.hub.say(asked.token, await asked.message()))


async def _news(asked: Asked) -> Response:
    await asked.gate.trainee(asked.peer, asked.token)
    live, who = await room_for(asked.hub, Looks.TRAINEE, asked.token, None)
    return await asked.document(await next_news(live, Looks.TRAINEE, who, asked.knows()))


async def _scenario(asked: Asked) -> Response:
    await asked.gate.trainee(asked.peer, asked.token)
    return await asked.document(await asked.hub.scenario(asked.token, asked.number("n")))


async def _scenario_file(asked: Asked) -> Response:
    await asked.gate.trainee(asked.peer, asked.token)
    return await asked.document(await asked.hub.scenario_file(asked.token, asked.number("n")))


async def _result(asked: Asked) -> Response:
    await asked.gate.trainee(asked.peer, asked.token)
    return await asked.document(await asked.hub.result(asked.token, asked.number("n"), asked.number("a")))


def _handled(handler: Handler, hub: Hub, gate: Gate) -> Callable[[Request], Awaitable[Response]]:
    async def handle(request: Request) -> Response:
        try:
            return await handler(Asked(request, hub, gate))
        except Refused as refused:
            return answered(Answer(None, refused=refused))
        except StoreFailed as failed:
            return answered(Answer(None, refused=Refused(Code.NOT_SAVED, str(failed))))
        except ClientDisconnect:
            return Response(status_code=400)
        except Exception as error:
            hub.fault(error, request.url.path)
            return answered(Answer(None, refused=Refused(Code.OUR_FAULT)))

    return handle


def _page(pages: Mapping[str, Page], name: str) -> Callable[[Request], Awaitable[Response]]:
    async def show(request: Request) -> Response:
        found = pages.get(name)
        return found.answer(request) if found else _no_page(request)

    return show


def _static(pages: Mapping[str, Page]) -> Callable[[Request], Awaitable[Response]]:
    async def show(request: Request) -> Response:
        name = request.path_params["name"]
        found = None if name.endswith(".html") else pages.get(name)
        return found.answer(request) if found else _no_page(request)

    return show


async def _nothing_here(request: Request, _error: Exception) -> Response:
    return _no_page(request)


def _no_page(request: Request) -> Response:
    sentence = _("There is nothing here.")
    if request.url.path.startswith("/api/"):
        refused = Refused(Code.UNKNOWN_VERB, sentence)
        return Response(as_json({"re": None, "refused": answers.refusal(refused)}), 404, media_type="application/json")
    back = _("To the class")
    text = f'<meta charset="utf-8"><title>After You</title><p>{sentence}</p><p><a href="/">{back}</a></p>'
    return Response("<!DOCTYPE html>" + text, 404, media_type="text/html")


def _with_headers(app: ASGIApp) -> ASGIApp:
    async def serve(scope: Scope, receive: Receive, send: Send) -> None:
        async def send_on(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", []), *_HEADERS]
            await send(message)

        await app(scope, receive, send_on if scope["type"] == "http" else send)

    return serve
