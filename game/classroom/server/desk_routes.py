"""What only the instructor and the projector may ask for."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from starlette.responses import Response

from game.authoring.library import find, shipped
from game.authoring.load import load_scenario
from game.authoring.problems import ProblemsFound
from game.classroom.room.refusals import Code, Refused
from game.classroom.server import exports
from game.classroom.server.film import as_json
from game.classroom.server.listeners import Looks
from game.classroom.server.listening import next_news, room_for
from game.classroom.server.live import Live
from game.wording.catalogue import language

if TYPE_CHECKING:
    from game.classroom.server.app import Asked

_TYPES: Final = {
    "gradebook.csv": "text/csv", "events.jsonl": "application/jsonl", "debrief.html": "text/html",
    "results.xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "roster.csv": "text/csv",
}  # fmt: skip


async def _desk(asked: Asked) -> None:
    await asked.gate.desk(asked.peer, asked.token)


async def _say(asked: Asked) -> Response:
    from game.classroom.server.app import answered

    await _desk(asked)
    return answered(await asked.hub.desk_says(await asked.message()))


async def _rooms(asked: Asked) -> Response:
    await _desk(asked)
    return await asked.document(as_json({"rooms": await asked.hub.rooms()}))


async def _library(asked: Asked) -> Response:
    await _desk(asked)
    return await asked.document(as_json({"scenarios": await asyncio.to_thread(library)}))


async def _news(asked: Asked) -> Response:
    await _desk(asked)
    live, who = await room_for(asked.hub, Looks.DESK, asked.token, asked.query("room"))
    return await asked.document(await next_news(live, Looks.DESK, who, asked.knows()))


async def _export(asked: Asked) -> Response:
    await _desk(asked)
    live = await asked.hub.room(asked.part("code"))
    what = asked.part("what")
    if what not in _TYPES:
        raise Refused(Code.UNKNOWN_VERB)
    made = await exports.export(asked.hub, live, what)
    name = f'attachment; filename="{live.room.code}-{what}"'
    return Response(made, 200, {"content-disposition": name, "cache-control": "no-store"}, _TYPES[what])


async def _trainee(asked: Asked) -> Response:
    await _desk(asked)
    live = await asked.hub.room(asked.part("code"))
    return await asked.document(await exports.of_trainee(asked.hub, live, asked.part("who")))


async def _desk_scenario(asked: Asked) -> Response:
    await _desk(asked)
    live = await asked.hub.room(asked.part("code"))
    return await asked.document(await asked.hub.days.scenario(_digest(live, asked.number("n"))))


async def _desk_debrief(asked: Asked) -> Response:
    await _desk(asked)
    live = await asked.hub.room(asked.part("code"))
    return await asked.document(await exports.class_document(asked.hub, live, asked.number("n"), names=True))


async def _wall(asked: Asked) -> Live:
    """The room that the projector's key opens, or that the instructor names."""
    code = asked.query("room") or ""
    await asked.gate.projector(asked.peer, code, asked.token)
    return await asked.hub.room(code)


async def _wall_news(asked: Asked) -> Response:
    live = await _wall(asked)
    return await asked.document(await next_news(live, Looks.PROJECTOR, "projector", asked.knows()))


async def _wall_scenario(asked: Asked) -> Response:
    live = await _wall(asked)
    number = asked.number("n")
    digest = _digest(live, number)
    from game.classroom.server.hub import scenario_begun

    if not (live.room.ended or scenario_begun(live.room, live.room.stage, number)):
        raise Refused(Code.NOT_NOW)
    return await asked.document(await asked.hub.days.scenario(digest))


async def _wall_debrief(asked: Asked) -> Response:
    live = await _wall(asked)
    names = live.room.projected.names
    return await asked.document(await exports.class_document(asked.hub, live, asked.number("n"), names=names))


async def qr_code(asked: Asked, draw: Callable[[str], bytes]) -> Response:
    """The picture that leads a phone to the room."""
    live = await _wall(asked)
    return Response(draw(live.room.code), 200, {"cache-control": "no-store"}, "image/svg+xml")


def library() -> list[dict[str, Any]]:
    """The scenarios that come with the game, the easiest first."""
    found = []
    for name in shipped():
        try:
            scenario = load_scenario(find(name), language())
        except ProblemsFound:
            continue
        found.append({"id": name, "title": scenario.title, "place": scenario.place, "date": scenario.date,
                      "difficulty": scenario.difficulty})
    return sorted(found, key=lambda each: (each["difficulty"], each["id"]))


def _digest(live: Live, number: int) -> str:
    if not 0 <= number < len(live.digests):
        raise Refused(Code.NO_SUCH_SCENARIO)
    return live.digests[number]


ROUTES: Final[tuple[tuple[Any, ...], ...]] = (
    ("/api/desk/say", _say, "POST"), ("/api/desk/rooms", _rooms), ("/api/desk/library", _library),
    ("/api/desk/news", _news), ("/api/desk/export/{code}/{what}", _export),
    ("/api/desk/export/{code}/trainee/{who}.json", _trainee), ("/api/desk/scenario/{code}/{n}", _desk_scenario),
    ("/api/desk/debrief/{code}/{n}", _desk_debrief), ("/api/projector/news", _wall_news),
    ("/api/projector/scenario/{n}", _wall_scenario), ("/api/projector/debrief/{n}", _wall_debrief),
)  # fmt: skip

