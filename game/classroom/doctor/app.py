"""The page a phone opens to say what works on this network, and what it talks to."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Mapping
from typing import Any, Final

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from game.classroom.doctor.findings import device_findings, verdict
from game.resources import assets
from game.wording.catalogue import _, language

LONGEST_POLL: Final = 8_000
MOST_REPORTS: Final = 200
_LARGEST: Final = 4_000
_HEADERS: Final = {
    "Content-Security-Policy": "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}
_PAGES: Final = {"/": ("doctor.html", "text/html"), "/doctor.js": ("doctor.js", "text/javascript"),
                 "/doctor.css": ("doctor.css", "text/css")}

Told = Callable[[int, Mapping[str, Any]], None]


def doctor_app(told: Told) -> Starlette:
    """An application for one examination; `told` gets the number of each device that reports, and its report.

    Nothing is kept of a device but what its page says about the network.
    """
    count = 0

    async def report(request: Request) -> Response:
        nonlocal count
        found = await _report_of(request)
        if found is None or count >= MOST_REPORTS:
            return JSONResponse({"code": "malformed"}, 400, _HEADERS)
        count += 1
        told(count, found)
        findings = device_findings(found)
        rows = [finding.data() for finding in findings]
        return JSONResponse({"number": count, "findings": rows, "verdict": verdict(findings)}, headers=_HEADERS)

    pages = [Route(path, _page(*file)) for path, file in _PAGES.items()]
    return Starlette(routes=[
        *pages,
        Route("/words.json", _words_of_page),
        Route("/echo", _echo, methods=["POST"]),
        Route("/poll", _poll),
        Route("/report", report, methods=["POST"]),
        WebSocketRoute("/socket", _socket),
    ])


def _page(name: str, kind: str) -> Callable[[Request], FileResponse]:
    def answer(_request: Request) -> FileResponse:
        return FileResponse(assets() / "pages" / "doctor" / name, media_type=kind, headers=_HEADERS)

    return answer


async def _report_of(request: Request) -> dict[str, Any] | None:
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > _LARGEST:
            return None
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


async def _echo(_request: Request) -> Response:
    return JSONResponse({}, headers=_HEADERS)


async def _poll(request: Request) -> Response:
    """An answer that takes as long as asked for: what the way round of a class needs."""
    asked = request.query_params.get("ms", "")
    wait = min(LONGEST_POLL, int(asked)) if asked.isascii() and asked.isdigit() else LONGEST_POLL
    await asyncio.sleep(wait / 1_000)
    return JSONResponse({"waited": wait}, headers=_HEADERS)


async def _socket(socket: WebSocket) -> None:
    await socket.accept()
    try:
        while True:
            await socket.send_text((await socket.receive_text())[:100])
    except (WebSocketDisconnect, KeyError):  # gone, or sent what is no text
        return


async def _words_of_page(_request: Request) -> Response:
    return JSONResponse({"language": language(), "words": words()}, headers=_HEADERS)


def words() -> dict[str, str]:
    """What the page says before it knows anything."""
    return {
        "title": _("Does a class work here?"),
        "lead": _("This page tries what a class needs. It takes a quarter of a minute; keep it open."),
        "page": _("The page"),
        "round_trip": _("An answer, ten times"),
        "socket": _("A live connection that stays for 12 seconds"),
        "poll": _("An answer that takes 8 seconds"),
        "waiting": _("is being tried …"),
        "done": _("tried"),
        "result": _("What was found"),
        "good": _("good"),
        "hint": _("a hint"),
        "bad": _("in the way"),
        "device": _("This is device {number} on the instructor's screen."),
        "lost": _("The result could not be sent. Ask your instructor whether the examination still runs."),
        "again": _("Try again"),
    }
