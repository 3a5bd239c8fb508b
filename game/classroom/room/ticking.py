"""What time brings by itself."""

from __future__ import annotations

from game.classroom.room.events import Event, Kind
from game.classroom.room.stages import Phase
from game.classroom.room.state import Room
from game.classroom.room.trainee import GRACE


def due(room: Room, now: int) -> tuple[Event, ...]:
    """What has come about by now: where the time for the plan is over, plans count as they stand.

    A plan that cannot be counts as it was when it last could.
    """
    if room.ended or room.paused:
        return ()
    events = []
    for team in room.working():
        left = room.left(team, now)
        planning = room.stages[team.stage].phase is Phase.PLAN
        if planning and not team.draft.handed_in and left is not None and left < -GRACE:
            events.append(Event(Kind.HANDED_IN, "", {"team": team.id, "by": "time"}))
    return tuple(events)
