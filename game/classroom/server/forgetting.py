"""A room's events without one of the trainees."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from game.classroom.room.events import Kind
from game.classroom.store.values import Kept

_THE_TEAMS_OWN: Final = {
    Kind.EDITED, Kind.UNDONE, Kind.REDONE, Kind.HANDED_IN, Kind.TOOK_BACK, Kind.ORDERED, Kind.WENT_ON,
}  # fmt: skip


def without(events: Sequence[Kept], trainee: str, *, in_teams: bool) -> list[Kept]:
    """The events in which nothing is the trainee's. What a whole team made with them stays, by nobody."""
    left = []
    for event in events:
        of_team = in_teams and event.kind in _THE_TEAMS_OWN
        if event.who == trainee and of_team:
            left.append(replace(event, who=""))
        elif trainee not in (event.who, event.data.get("trainee"), event.data.get("team"), event.data.get("of")):
            left.append(event)
    return left
