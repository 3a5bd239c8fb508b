"""Whether what a class tells is what this version of the game understands: it comes from another machine."""

from __future__ import annotations

from typing import Any

from game.classroom.room.stages import Phase
from game.protocol.scenario import Help


def understood(news: Any) -> bool:
    """Whether everything the window reads of the news is there, and of its kind."""
    try:
        return _room(news["room"]) and _stage(news["stage"]) and _people(news) and _rest(news)
    except (KeyError, TypeError, ValueError):
        return False


def _room(room: Any) -> bool:
    texts = all(isinstance(room[key], str) for key in ("title", "mode", "names"))
    listed = isinstance(room["scenarios"], list) and all(isinstance(title, str) for title in room["scenarios"])
    return texts and listed and all(isinstance(room[key], bool) for key in ("teams", "ended"))


def _stage(stage: Any) -> bool:
    Phase(stage["phase"])
    Help(stage["help"])
    return all(_whole(stage[key]) for key in ("number", "scenario", "attempt")) and isinstance(stage["orders"], bool)


def _people(news: Any) -> bool:
    team = news["team"]
    named = [news["you"], team, *team["members"]]
    said = all(isinstance(each[key], str) for each in named for key in ("id", "name"))
    return said and isinstance(team["driver"], str) and all(isinstance(each["here"], bool) for each in team["members"])


def _rest(news: Any) -> bool:
    clock, plan, run = news["clock"], news["plan"], news["run"]
    well = isinstance(clock["runs"], bool) and (clock["left"] is None or _whole(clock["left"]))
    well = well and all(_whole(part) for index, attempt in news["results"] for part in (index, attempt))
    well = well and (plan is None or (_whole(plan["rev"]) and isinstance(plan["handed_in"], bool)))
    return well and (run is None or _run(run))


def _run(run: Any) -> bool:
    numbers = all(_whole(run[key]) for key in ("run", "lived", "pace")) and run["pace"] > 0
    flags = isinstance(run["runs"], bool) and isinstance(run["over"], bool)
    return numbers and flags and all(isinstance(order, str) for order in run["orders"])


def _whole(value: Any) -> bool:
    return type(value) is int
