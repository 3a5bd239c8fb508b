"""Whom an event concerns, so that an edit is not told to the whole class."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from game.classroom.room.events import Event, Kind
from game.classroom.room.state import Room

_OF_A_TEAM: Final = {
    Kind.EDITED, Kind.UNDONE, Kind.REDONE, Kind.HANDED_IN, Kind.TOOK_BACK, Kind.ORDERED, Kind.WENT_ON, Kind.DRIVES,
}  # fmt: skip
_OF_PEOPLE: Final = {Kind.JOINED, Kind.RENAMED, Kind.REMOVED, Kind.MOVED, Kind.TOOK_IN}


def teams_of(room: Room, event: Event) -> Iterable[str] | None:
    """The teams an event concerns, in the room as it is (asked before and after, for people move); None is all."""
    if event.kind in _OF_A_TEAM:
        return (event.data["team"],)
    if event.kind in _OF_PEOPLE:
        trainee = room.trainees.get(event.data.get("trainee", event.who))
        return (() if trainee is None else (trainee.team,)) + ((event.data["team"],) if "team" in event.data else ())
    if event.kind is Kind.MORE_TIME and event.data["of"] is not None:
        return (event.data["of"],)
    return None
