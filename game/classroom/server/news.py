"""News as they are sent: what the room says of itself, with the film, the figures and the addresses the server has."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Any

from game.classroom.room import views
from game.classroom.room.state import Room
from game.classroom.room.teams import Team
from game.classroom.server.film import as_json
from game.classroom.server.listeners import Knows, Listener, Looks
from game.classroom.server.showing import Showing


@dataclass(slots=True)
class Besides:
    """What the server adds to a room's own news. `totals` are by team and try."""

    kept_days: int = 0
    projector_key: str = ""
    addresses: Callable[[], list[str]] = list
    totals: dict[str, dict[tuple[int, int], int]] = field(default_factory=dict)
    progress: tuple[int, int] | None = None
    debriefed: tuple[int, int] | None = None


def news_for(
    listener: Listener, room: Room, now: int, here: Collection[str], showing: Showing, besides: Besides
) -> bytes:
    """The news, as JSON; the listener then knows them. A trainee must be in the room."""
    knows = listener.knows
    if listener.looks is Looks.TRAINEE:
        team = room.team_of(listener.who)
        told = views.trainee_news(room, listener.who, now, here=here, plan=knows.plan)
        told["room"]["kept_days"] = besides.kept_days
        told["notice"] = None
        knows.plan = None if told["plan"] is None else told["plan"]["rev"]
        text = _with_run(told, room, team, now, knows, showing)
    elif listener.looks is Looks.PROJECTOR:
        told = views.projector_news(room, now, here=here)
        told |= {"addresses": besides.addresses(), **_reckoning(besides)}
        text = _with_run(told, room, views.projected_team(room), now, knows, showing)
    else:
        told = views.desk_news(room, now, here=here)
        told |= {"addresses": besides.addresses(), "key": besides.projector_key, **_reckoning(besides)}
        told["room"]["kept_days"] = besides.kept_days
        for each in told["teams"]:
            each["totals"] = _totals(room.teams[each["id"]], now, besides)
        text = as_json(told)
    knows.rev = room.rev
    listener.told_at = now
    return b'{"news":' + text + b"}"


def _with_run(told: dict[str, Any], room: Room, team: Team | None, now: int, knows: Knows, showing: Showing) -> bytes:
    run = told.pop("run")
    if run is None or team is None or team.run is None:
        return as_json(told)[:-1] + b',"run":null}'
    film, upto = showing.of(room, team, team.run, now, records=knows.records)
    number = run["run"]
    if knows.run != number:
        knows.run, knows.lived = number, -1
    entries = b"[]" if film is None else film.between(knows.lived, upto)
    knows.lived = max(knows.lived, upto)
    run["lived"] = knows.lived
    told_as = b',"records":' if knows.records else b',"film":'
    return as_json(told)[:-1] + b',"run":' + as_json(run)[:-1] + told_as + entries + b"}}"


def _reckoning(besides: Besides) -> dict[str, Any]:
    progress, debriefed = besides.progress, besides.debriefed
    return {
        "progress": None if progress is None else {"done": progress[0], "whole": progress[1]},
        "debrief": None if debriefed is None else {"scenario": debriefed[0], "rev": debriefed[1]},
    }


def _totals(team: Team, now: int, besides: Besides) -> dict[str, int]:
    """The totals of days that have been lived to their end."""
    run = team.run
    living = None if run is None or run.clock.over(now) else (run.scenario, run.attempt)
    found = besides.totals.get(team.id, {})
    return {f"{key[0]}/{key[1]}": total for key, total in found.items() if key != living and key in team.tries}
