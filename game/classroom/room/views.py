"""What somebody may see of a room: a trainee their own, the desk everybody's, the projector no names unless asked.

Of a run that is being lived only the instant is told here; its film is added by whoever keeps the films, up to that
instant and no further. Nothing here tells the day's seed or anybody else's plan to a trainee.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from game.classroom.room.stages import Phase, Stage
from game.classroom.room.state import Room
from game.classroom.room.teams import Run, Team

News = dict[str, Any]


def trainee_news(
    room: Room, trainee_id: str, now: int, *, here: Collection[str] = (), plan: int | None = None
) -> News:
    """How things stand for a trainee; raises KeyError. A plan of the version they have already is left out."""
    trainee = room.trainees[trainee_id]
    team = room.teams[trainee.team]
    members = [{"id": each, "name": room.trainees[each].name, "here": each in here} for each in team.members]
    return {
        "rev": room.rev,
        "now": now,
        "room": _room(room),
        "stage": _stage(room, team.stage),
        "clock": _clock(room, team, now),
        "you": {"id": trainee.id, "name": trainee.name},
        "team": {"id": team.id, "name": team.name, "driver": team.driver, "members": members},
        "plan": _plan(room, team, plan),
        "run": run_news(room, team, now),
        "results": [list(key) for key in room.revealed(team)],
    }


def _room(room: Room) -> News:
    return {
        "code": room.code,
        "title": room.title,
        "mode": room.settings.mode.value,
        "scenarios": [scenario.title for scenario in room.scenarios],
        "teams": room.in_teams,
        "names": "given" if room.settings.given else "free",
        "locked": room.locked,
        "ended": room.ended,
    }


def _stage(room: Room, number: int) -> News:
    stage = room.stages[number]
    return {
        "number": number,
        "of": len(room.stages),
        **stage_row(stage),
        "help": room.help_of(room.scenario_of(stage)).value,
        "orders": room.orders,
    }


def stage_row(stage: Stage) -> News:
    """A stage of the timetable."""
    return {"phase": stage.phase.value, "scenario": stage.scenario, "attempt": stage.attempt,
            "minutes": stage.minutes}


def _clock(room: Room, team: Team | None, now: int) -> News:
    whole = None if room.self_paced else room.countdown.whole
    return {"runs": not (room.paused or room.ended), "left": room.left(team, now),
            "whole": None if whole is None else whole + (team.extra if team else 0)}


def _plan(room: Room, team: Team, known: int | None) -> News | None:
    if room.stages[team.stage].phase is Phase.LOBBY:
        return None
    draft = team.draft
    found: News = {"rev": draft.rev, "handed_in": draft.handed_in, "legal": draft.is_legal,
                   "undo": len(draft.done) - 1, "redo": len(draft.undone)}
    return found if known == draft.rev else {**found, "briefings": draft.plan}


def run_news(room: Room, team: Team, now: int) -> News | None:
    """How far the day of a team has been lived; None while there is none."""
    run = team.run
    if run is None:
        return None
    return {
        "run": run.number,
        "lived": run.clock.at(now),
        "begins_in": max(0, run.clock.since - now) if run.clock.lived == room.scenarios[run.scenario].start else 0,
        "pace": run.clock.pace,
        "runs": run.clock.runs,
        "over": run.clock.over(now),
        "orders": [str(order) for order in run.orders],
    }


def desk_news(room: Room, now: int, *, here: Collection[str] = ()) -> News:
    """How things stand for the instructor: everybody, but nobody's plan."""
    return {
        "rev": room.rev,
        "now": now,
        "room": {**_room(room), "help": room.help.value if room.help else None, "orders": room.orders,
                 "pace": room.pace, "team_names": list(room.settings.teams), "deadline": room.settings.deadline,
                 "projector": {"view": room.projected.view, "names": room.projected.names,
                               "team": room.projected.team}},
        "stage": _stage(room, room.stage),
        "stages": [stage_row(stage) for stage in room.stages],
        "clock": _clock(room, None, now),
        "trainees": [
            {"id": each.id, "name": each.name, "team": each.team, "here": each.id in here, "bot": each.bot,
             "offline": each.offline, "late": each.late}
            for each in room.trainees.values()
        ],
        "teams": [_team(room, team, now) for team in room.teams.values()],
    }


def _team(room: Room, team: Team, now: int) -> News:
    draft = team.draft
    return {
        "id": team.id,
        "name": team.name,
        "driver": team.driver,
        "members": list(team.members),
        "stage": team.stage,
        "plan": {"rev": draft.rev, "briefings": len(draft.plan), "legal": draft.is_legal,
                 "handed_in": draft.handed_in},
        "left": room.left(team, now),
        "extra": team.extra,
        "over": team.run is not None and _over(team.run, now),
        "tries": [list(key) for key in sorted(team.tries)],
    }


def _over(run: Run, now: int) -> bool:
    return run.clock.over(now)


def projector_news(room: Room, now: int, *, here: Collection[str] = ()) -> News:
    """How things stand for everybody who looks at the wall: numbers, no names."""
    working = list(room.working())
    stage = room.stages[room.stage]
    shown = projected_team(room)
    return {
        "rev": room.rev,
        "now": now,
        "room": _room(room),
        "stage": _stage(room, room.stage),
        "clock": _clock(room, None, now),
        "view": room.projected.view,
        "names": room.projected.names,
        "here": sum(trainee in here for trainee in room.trainees),
        "trainees": len(room.trainees),
        "handed_in": sum(team.draft.handed_in for team in working) if stage.phase is Phase.PLAN else None,
        "teams": len(working),
        "run": run_news(room, shown, now) if shown else None,
    }


def projected_team(room: Room) -> Team | None:
    """The team whose day the projector shows: the one the instructor chose, else the first that lives one."""
    chosen = room.teams.get(room.projected.team)
    if chosen is not None:
        return chosen
    return next((team for team in room.working() if team.run is not None), None)
