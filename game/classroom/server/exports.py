"""What the instructor takes home: the class's debrief, its gradebook and tables, all that is kept of one trainee."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any, Final

from game.attempt.spelling import plan_data
from game.classroom.room.refusals import Code, Refused
from game.classroom.room.state import Room
from game.classroom.room.teams import Team
from game.classroom.server import deeds
from game.classroom.server.film import as_json
from game.classroom.server.hub import Hub
from game.classroom.server.live import Live
from game.classroom.server.roster import RosterUnreadable, print_roster, read_roster
from game.classroom.server.tasks import Tried
from game.wording.catalogue import _

PATIENCE: Final = 60.0
"""So long (s) an export waits for the background to have played the other days."""

_BY_TRAINEE: Final = {"gradebook.csv"}

Called = Callable[[Team], list[str]]
Given = list[tuple[str, tuple[Tried, ...]]]


async def export(hub: Hub, live: Live, what: str) -> bytes:
    """An export of a room. Raises Refused where nothing has been debriefed, or it is not reckoned yet."""
    names = await asyncio.to_thread(_names, hub)
    if what == "roster.csv":
        said = await live.ask(deeds.look(lambda room: [trainee.name for trainee in room.trainees.values()]))
        return print_roster(said, names).encode("utf-8")
    given = await _given(live, None, names, by_trainee=what in _BY_TRAINEE)
    return await hub.days.of_class(given, what)


async def class_document(hub: Hub, live: Live, scenario: int, *, names: bool) -> bytes:
    """What there is to tell of the class about one scenario, for page and wall. Raises Refused."""
    given = await _given(live, scenario, {}, by_trainee=False)
    return await hub.days.of_class(given, "class.json" if names else "class-without-names.json")


async def of_trainee(hub: Hub, live: Live, who: str) -> bytes:
    """All that is kept of a trainee, and what their tries came to. Raises Refused and StoreFailed."""
    room = live.room
    if who not in room.trainees:
        raise Refused(Code.NO_SUCH_TRAINEE)
    stored = await asyncio.to_thread(hub.stored, room.code)
    tries, name, team = await live.ask(deeds.look(lambda room: _tries(room, who)))
    results = [json.loads(await hub.days.result(live.digests[tried.scenario], tried)) for tried in tries]
    for result in results:
        result.pop("film", None)
    mine = [each for each in stored.events if who in (each.who, each.data.get("trainee")) or _theirs(each.data, team)]
    document: dict[str, Any] = {
        "room": room.code, "title": room.title, "trainee": who, "name": name,
        "events": [{"at": each.at, "who": each.who, "kind": each.kind, **each.data} for each in mine],
        "tries": [{"scenario": room.scenarios[tried.scenario].id, "try": tried.attempt, "seed": tried.seed,
                   "plan": plan_data(tried.plan), "orders": [str(order) for order in tried.orders], "result": result}
                  for tried, result in zip(tries, results, strict=True)],
    }  # fmt: skip
    return as_json(document)


async def _given(live: Live, scenario: int | None, names: dict[str, str], *, by_trainee: bool) -> Given:
    if not await live.reckoning.wait(PATIENCE):
        done, whole = live.besides.progress or (0, 0)
        sentence = _("The other days of the class's plans are still being played ({done} of {whole}). Ask again soon.")
        raise Refused(Code.NOT_NOW, sentence.format(done=done, whole=whole))
    given: Given = await live.ask(deeds.look(lambda room: _of_room(live, room, scenario, names, by_trainee=by_trainee)))
    if not given:
        raise Refused(Code.NOT_NOW, _("Nobody's day has been debriefed yet."))
    return given


def _of_room(live: Live, room: Room, only: int | None, names: dict[str, str], *, by_trainee: bool) -> Given:
    bots = [team.id for team in room.teams.values() if all(room.trainees[who].bot for who in team.members)]
    rehearsal = len(bots) == len(room.teams)

    def called(team: Team) -> list[str]:
        if not by_trainee:
            return [_real(team.name, names)]
        if team.id in bots and not rehearsal:
            return []
        return [_real(room.trainees[who].name, names) for who in team.members]

    wanted = range(len(room.scenarios)) if only is None else [only]
    found = [(live.digests[n], tuple(live.reckoning.tries(room, n, called))) for n in wanted if n < len(live.digests)]
    return [(digest, tries) for digest, tries in found if tries]


def _real(name: str, names: dict[str, str]) -> str:
    return names.get(name.casefold(), name)


def _names(hub: Hub) -> dict[str, str]:
    if hub.roster is None or not hub.roster.exists():
        return {}
    try:
        return read_roster(hub.roster)
    except RosterUnreadable as unreadable:
        raise Refused(Code.BAD_VALUE, str(unreadable)) from None


def _tries(room: Room, who: str) -> tuple[list[Any], str, str]:
    team = room.team_of(who)
    revealed = room.revealed(team)
    return [team.tries[key] for key in revealed], room.trainees[who].name, team.id


def _theirs(data: dict[str, Any], team: str) -> bool:
    return team in (data.get("team"), data.get("of"))
