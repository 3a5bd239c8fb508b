"""What each kind of event does to a room. Nothing here refuses: what was written down has happened.

An event about somebody who has been removed, or whose data were deleted since, does nothing: a room can always be read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from game.attempt.spelling import read_order, read_plan
from game.classroom.room.clocks import Countdown, DayClock
from game.classroom.room.events import Event, Kind
from game.classroom.room.settings import Projected
from game.classroom.room.stages import Phase
from game.classroom.room.teams import Draft, Run, Team, Trainee, Try
from game.protocol.plan import Order
from game.protocol.scenario import Help

if TYPE_CHECKING:
    from game.classroom.room.state import Room

DOORS_OPEN_IN: Final = 3_000
"""Ms between the word and the first instant of the day: time to look up, and for the server to reckon the days."""

MINUTE: Final = 60_000


def take(room: Room, event: Event, at: int) -> None:
    """Change the room by one event that happened at `at`."""
    if event.kind in _OF_PEOPLE:
        _people(room, event)
    elif event.kind in _OF_A_TEAM:
        team = room.teams.get(event.data["team"])
        if team is not None:
            _of_team(room, team, event, at)
    else:
        _of_session(room, event, at)


_OF_PEOPLE: Final = {Kind.JOINED, Kind.RENAMED, Kind.REMOVED, Kind.MOVED, Kind.DRIVES, Kind.TOOK_IN}
_OF_A_TEAM: Final = {
    Kind.EDITED, Kind.UNDONE, Kind.REDONE, Kind.HANDED_IN, Kind.TOOK_BACK, Kind.ORDERED, Kind.WENT_ON,
}  # fmt: skip


def _people(room: Room, event: Event) -> None:
    match event.kind:
        case Kind.JOINED:
            _joined(room, event)
        case Kind.RENAMED:
            _renamed(room, event)
        case Kind.REMOVED:
            _removed(room, event)
        case Kind.MOVED:
            _moved(room, event)
        case Kind.DRIVES:
            _drives(room, event)
        case Kind.TOOK_IN:
            _took_in(room, event.data)


def _of_team(room: Room, team: Team, event: Event, at: int) -> None:
    data = event.data
    match event.kind:
        case Kind.EDITED:
            team.draft.edit(data["rev"], data["plan"], legal=data["legal"])
        case Kind.UNDONE:
            team.draft.undo(data["rev"])
        case Kind.REDONE:
            team.draft.redo(data["rev"])
        case Kind.HANDED_IN:
            team.draft.handed_in = True
        case Kind.TOOK_BACK:
            team.draft.handed_in = False
        case Kind.ORDERED:
            _ordered(team, read_order(data["order"]))
        case Kind.WENT_ON:
            _enter(room, team, data["stage"], at)


def _of_session(room: Room, event: Event, at: int) -> None:
    data = event.data
    match event.kind:
        case Kind.STAGE:
            _stage(room, data["stage"], at)
        case Kind.LIMIT:
            room.countdown = Countdown(at, data["ms"], data["ms"], room.countdown.runs)
        case Kind.MORE_TIME:
            _more_time(room, data["ms"], data["of"])
        case Kind.PAUSED:
            _halt(room, at)
        case Kind.RESUMED:
            _resume(room, at)
        case Kind.LOCKED | Kind.UNLOCKED:
            room.locked = event.kind is Kind.LOCKED
        case Kind.HELP:
            room.help = Help(data["help"]) if data["help"] else None
        case Kind.ORDERS:
            room.orders = data["allowed"]
        case Kind.PACE:
            _pace(room, data["pace"], at)
        case Kind.PROJECTED:
            room.projected = Projected(data["view"], data["names"], data["of"])
        case Kind.ENDED:
            _end(room, at)


def _joined(room: Room, event: Event) -> None:
    data = event.data
    team = room.teams.get(data["team"])
    if team is None:
        team = Team(data["team"], data["team_name"], event.who, room.stage)
        room.teams[team.id] = team
    late = room.stages[room.stage].phase is not Phase.LOBBY and not room.self_paced
    room.trainees[event.who] = Trainee(event.who, data["name"], team.id, bool(data.get("bot")),
                                       bool(data.get("offline")), late)
    team.members.append(event.who)
    if team.driver not in team.members:
        team.driver = event.who


def _renamed(room: Room, event: Event) -> None:
    trainee = room.trainees.get(event.data["trainee"])
    if trainee is not None:
        trainee.name = event.data["name"]
        team = room.teams[trainee.team]
        if not room.in_teams:
            team.name = trainee.name


def _removed(room: Room, event: Event) -> None:
    trainee = room.trainees.pop(event.data["trainee"], None)
    if trainee is not None:
        team = _leave(room, trainee)
        if not team.members:
            del room.teams[team.id]


def _leave(room: Room, trainee: Trainee) -> Team:
    """Out of their team; what an empty team has done before stays."""
    team = room.teams[trainee.team]
    team.members.remove(trainee.id)
    if team.members and team.driver == trainee.id:
        team.driver = team.members[0]
    return team


def _moved(room: Room, event: Event) -> None:
    trainee = room.trainees.get(event.data["trainee"])
    if trainee is None:
        return
    left = _leave(room, trainee)
    if not left.members and not left.tries:
        del room.teams[left.id]
    team = room.teams.setdefault(
        event.data["team"], Team(event.data["team"], event.data["team_name"], trainee.id, room.stage))
    trainee.team = team.id
    team.members.append(trainee.id)
    if team.driver not in team.members:
        team.driver = trainee.id


def _drives(room: Room, event: Event) -> None:
    team = room.teams.get(event.data["team"])
    if team is not None and event.data["trainee"] in team.members:
        team.driver = event.data["trainee"]


def _took_in(room: Room, data: dict[str, Any]) -> None:
    trainee = room.trainees.get(data["trainee"])
    if trainee is not None:
        orders = tuple(read_order(order) for order in data["orders"])
        room.teams[trainee.team].tries[data["scenario"], data["attempt"]] = Try(
            data["scenario"], data["attempt"], data["seed"], read_plan(data["plan"]), orders)


def _ordered(team: Team, order: Order) -> None:
    if team.run is not None:
        team.run.orders = tuple(sorted((*team.run.orders, order), key=lambda each: each.at))
        _keep(team, team.run)


def _stage(room: Room, number: int, at: int) -> None:
    room.stage = number
    room.paused = False
    stage = room.stages[room.stage]
    timed = stage.minutes * MINUTE if stage.minutes and stage.phase is not Phase.RUN else None
    room.countdown = Countdown(at, timed, timed)
    for team in room.teams.values():
        if not room.self_paced or team.stage < room.stage:
            _enter(room, team, room.stage, at)


def _enter(room: Room, team: Team, number: int, at: int) -> None:
    """A team comes to a stage: a new scenario has an empty plan, a second try begins with the first one's."""
    before, stage = room.stages[team.stage], room.stages[number]
    team.stage, team.extra = number, 0
    if stage.phase is Phase.BRIEF or (stage.scenario != before.scenario and stage.phase is not Phase.END):
        team.draft = Draft(rev=team.draft.rev + 1)
    if stage.phase is Phase.PLAN:
        team.draft.handed_in = False
    if stage.phase is Phase.RUN:
        _begin_run(room, team, at)
    else:
        team.run = None


def _begin_run(room: Room, team: Team, at: int) -> None:
    stage = room.stages[team.stage]
    scenario = room.scenarios[stage.scenario]
    team.runs += 1
    clock = DayClock(at + DOORS_OPEN_IN, scenario.start, room.pace, scenario.end)
    team.run = Run(team.runs, stage.scenario, stage.attempt, room.seed_of(stage), read_plan(team.draft.legal), (),
                   clock)
    _keep(team, team.run)


def _keep(team: Team, run: Run) -> None:
    key = (run.scenario, run.attempt)
    team.tries[key] = Try(run.scenario, run.attempt, run.seed, run.plan, run.orders)


def _more_time(room: Room, ms: int, team: str | None) -> None:
    if team is None:
        room.countdown = room.countdown.longer(ms)
    elif team in room.teams:
        room.teams[team].extra += ms


def _halt(room: Room, at: int) -> None:
    room.paused = True
    room.countdown = room.countdown.halted(at)
    for run in _runs(room):
        run.clock = run.clock.halted(at)


def _resume(room: Room, at: int) -> None:
    room.paused = False
    room.countdown = room.countdown.going(at)
    for run in _runs(room):
        run.clock = run.clock.going(at)


def _pace(room: Room, pace: int, at: int) -> None:
    room.pace = pace
    for run in _runs(room):
        run.clock = run.clock.at_pace(pace, at)


def _end(room: Room, at: int) -> None:
    room.ended = True
    room.countdown = room.countdown.halted(at)
    for team in room.teams.values():
        team.run = None


def _runs(room: Room) -> list[Run]:
    return [team.run for team in room.teams.values() if team.run is not None]
