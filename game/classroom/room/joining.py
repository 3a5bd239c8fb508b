"""Coming into a room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.classroom.room import messages
from game.classroom.room.events import Event, Kind
from game.classroom.room.refusals import Code, Refused
from game.classroom.room.settings import MOST_TRAINEES
from game.classroom.room.state import Room
from game.classroom.room.trainee import free_name


@dataclass(frozen=True, slots=True)
class Drawn:
    """What chance has given for one message: ids that nobody has, and pseudonyms to choose from, in order."""

    ids: Sequence[str]
    names: Sequence[str] = ()


def joins(room: Room, name: object, team: object, drawn: Drawn) -> tuple[Event, ...]:
    """Somebody comes in under a name of their own choice, or under a given one. Raises Refused.

    Where there are teams, `team` names one; who names none joins the smallest.
    """
    if room.ended:
        raise Refused(Code.ENDED)
    if room.locked:
        raise Refused(Code.LOCKED)
    if len(room.trainees) >= MOST_TRAINEES:
        raise Refused(Code.FULL)
    called = proposal(room, drawn) if room.settings.given or not name else free_name(room, name)
    return (newcomer(room, drawn.ids[0], called, messages.optional_text({"team": team}, "team")),)


def newcomer(room: Room, trainee: str, name: str, team: str | None = None, **more: bool) -> Event:
    """The event of somebody's coming. Raises Refused where there is no such team."""
    team_id, team_name = _team(room, team) if room.in_teams else (trainee, name)
    return Event(Kind.JOINED, trainee, {"name": name, "team": team_id, "team_name": team_name, **more})


def team_key(room: Room, name: str) -> str:
    """The id of a team by its name. Raises Refused."""
    for number, known in enumerate(room.settings.teams, 1):
        if known.casefold() == name.casefold():
            return f"team-{number}"
    raise Refused(Code.BAD_VALUE)


def _team(room: Room, name: str | None) -> tuple[str, str]:
    if name is not None:
        return team_key(room, name), name

    def size(known: str) -> int:
        team = room.teams.get(team_key(room, known))
        return len(team.members) if team else 0

    smallest = min(room.settings.teams, key=size)
    return team_key(room, smallest), smallest


def proposal(room: Room, drawn: Drawn) -> str:
    """A pseudonym nobody has: of those the instructor gave out, else a drawn one. Raises Refused when all are gone."""
    taken = {trainee.name.casefold() for trainee in room.trainees.values()}
    for name in room.settings.names or drawn.names:
        if name.casefold() not in taken:
            return name
    raise Refused(Code.FULL)
