"""What the instructor may do: each message becomes events, or is refused. Nothing changes here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from game.attempt.replay import ReplayRefused, parse_replay
from game.attempt.spelling import plan_data
from game.classroom.room import messages
from game.classroom.room.events import DESK, Event, Kind
from game.classroom.room.joining import Drawn, newcomer, team_key
from game.classroom.room.messages import Message
from game.classroom.room.refusals import Code, Refused
from game.classroom.room.settings import MOST_TRAINEES, PACES
from game.classroom.room.stages import LONGEST, Phase
from game.classroom.room.state import Room
from game.classroom.room.teams import Team
from game.classroom.room.trainee import free_name
from game.planning.bots import BOTS
from game.protocol.legality import order_problems, problems
from game.protocol.scenario import Help
from game.wording.catalogue import _
from game.wording.refusals import refusal_sentence

VIEWS: Final = (
    "stage", "lobby", "brief", "room", "totals", "breaches", "mistake", "contrast", "questions", "history", "progress",
)  # fmt: skip
"""What the projector can show; `stage` is whatever belongs to the stage the class is at."""

MOST_BOTS: Final = 60
_LARGEST_REPLAY: Final = 60_000
_BOTS: Final = ("nothing", "by the clock", "by rank", "by cue", "hold everybody")
"""Who rehearse: every bot that plans at once. The expert searches for long, and would give the answer away."""


@dataclass(frozen=True, slots=True)
class _Asks:
    room: Room
    now: int
    message: Message
    drawn: Drawn

    def trainee(self) -> str:
        """The id of the trainee meant. Raises Refused."""
        found = messages.text(self.message, "trainee")
        if found not in self.room.trainees:
            raise Refused(Code.NO_SUCH_TRAINEE)
        return found

    def team(self) -> str | None:
        """The id of the team meant, None for everybody. Raises Refused."""
        found = messages.optional_text(self.message, "team")
        if found is not None and found not in self.room.teams:
            raise Refused(Code.NO_SUCH_TRAINEE)
        return found


def says(room: Room, message: Message, now: int, drawn: Drawn) -> tuple[Event, ...]:
    """What comes of the instructor's message. Raises Refused.

    `open`, `forget` and `delete` are no part of a room's own life: whoever keeps the rooms does them.
    """
    verb = messages.verb_of(message)
    if verb not in _VERBS:
        raise Refused(Code.UNKNOWN_VERB)
    if room.ended:
        raise Refused(Code.ENDED)
    return _VERBS[verb](_Asks(room, now, message, drawn))


def _did(kind: Kind, **data: object) -> Event:
    return Event(kind, DESK, data)


def _next(asks: _Asks) -> tuple[Event, ...]:
    if asks.room.stage + 1 >= len(asks.room.stages):
        raise Refused(Code.NOT_NOW)
    return _arrive(asks, asks.room.stage + 1)


def _to(asks: _Asks) -> tuple[Event, ...]:
    return _arrive(asks, messages.whole(asks.message, "number", 0, len(asks.room.stages) - 1))


def _arrive(asks: _Asks, number: int) -> tuple[Event, ...]:
    events = [_did(Kind.STAGE, stage=number)]
    if asks.room.stages[number].phase is Phase.PLAN:
        events += _bots_plan(asks.room, [team for team in asks.room.teams.values() if _is_bot(asks.room, team)], number)
    return tuple(events)


def _is_bot(room: Room, team: Team) -> bool:
    return bool(team.members) and all(room.trainees[member].bot for member in team.members)


def _bots_plan(room: Room, teams: list[Team], number: int) -> list[Event]:
    """Each bot hands in its plan; at the second try it has learnt, and does as the next abler one."""
    stage = room.stages[number]
    scenario = room.scenarios[stage.scenario]
    events = []
    for place, team in enumerate(teams):
        name = _BOTS[min(place % len(_BOTS) + stage.attempt - 1, 3)]
        plan = plan_data(BOTS[name](scenario))
        rev = team.draft.rev + 2  # one more than whatever entering the stage makes of it
        events.append(Event(Kind.EDITED, team.driver, {"team": team.id, "rev": rev, "plan": plan, "legal": True}))
        events.append(Event(Kind.HANDED_IN, team.driver, {"team": team.id, "by": "trainee"}))
    return events


def _limit(asks: _Asks) -> tuple[Event, ...]:
    if asks.message.get("seconds") is None:
        return (_did(Kind.LIMIT, ms=None),)
    return (_did(Kind.LIMIT, ms=messages.whole(asks.message, "seconds", 1, LONGEST * 60) * 1_000),)


def _add_time(asks: _Asks) -> tuple[Event, ...]:
    seconds = messages.whole(asks.message, "seconds", -LONGEST * 60, LONGEST * 60)
    team = asks.team()
    events = [_did(Kind.MORE_TIME, ms=seconds * 1_000, of=team)]
    for each in asks.room.working():  # who was cut off by the time may go on
        left = asks.room.left(each, asks.now)
        cut_off = each.draft.handed_in and left is not None and left < 0 < left + seconds * 1_000
        if cut_off and team in (None, each.id) and asks.room.stages[each.stage].phase is Phase.PLAN:
            events.append(_did(Kind.TOOK_BACK, team=each.id))
    return tuple(events)


def _pause(asks: _Asks) -> tuple[Event, ...]:
    return () if asks.room.paused else (_did(Kind.PAUSED),)


def _resume(asks: _Asks) -> tuple[Event, ...]:
    return (_did(Kind.RESUMED),) if asks.room.paused else ()


def _hand_in_all(asks: _Asks) -> tuple[Event, ...]:
    """The plans of those who have not handed in count as they stand; for one `team`, or for all."""
    only = asks.team()
    waiting = [
        team for team in asks.room.working()
        if asks.room.stages[team.stage].phase is Phase.PLAN and not team.draft.handed_in and only in (None, team.id)
    ]
    if not waiting:
        raise Refused(Code.NOT_NOW)
    return tuple(_did(Kind.HANDED_IN, team=team.id, by="desk") for team in waiting)


def _remove(asks: _Asks) -> tuple[Event, ...]:
    return (_did(Kind.REMOVED, trainee=asks.trainee()),)


def _rename(asks: _Asks) -> tuple[Event, ...]:
    trainee = asks.trainee()
    name = free_name(asks.room, asks.message.get("name"), trainee)
    return (_did(Kind.RENAMED, trainee=trainee, name=name),)


def _lock(asks: _Asks) -> tuple[Event, ...]:
    return () if asks.room.locked else (_did(Kind.LOCKED),)


def _unlock(asks: _Asks) -> tuple[Event, ...]:
    return (_did(Kind.UNLOCKED),) if asks.room.locked else ()


def _help(asks: _Asks) -> tuple[Event, ...]:
    if asks.message.get("level") is None:
        return (_did(Kind.HELP, help=None),)
    level = messages.one_of(asks.message, "level", {each.value: each.value for each in Help})
    return (_did(Kind.HELP, help=level),)


def _orders(asks: _Asks) -> tuple[Event, ...]:
    return (_did(Kind.ORDERS, allowed=messages.truth(asks.message, "allowed")),)


def _pace(asks: _Asks) -> tuple[Event, ...]:
    given = asks.message.get("pace")
    return (_did(Kind.PACE, pace=messages.one_of({"pace": str(given)}, "pace", PACES)),)


def _move(asks: _Asks) -> tuple[Event, ...]:
    if not asks.room.in_teams:
        raise Refused(Code.NOT_NOW)
    name = messages.text(asks.message, "team")
    key = team_key(asks.room, name)
    trainee = asks.trainee()
    if asks.room.trainees[trainee].team == key:
        return ()
    return (_did(Kind.MOVED, trainee=trainee, team=key, team_name=name),)


def _drive(asks: _Asks) -> tuple[Event, ...]:
    trainee = asks.trainee()
    return (_did(Kind.DRIVES, team=asks.room.trainees[trainee].team, trainee=trainee),)


def _bots(asks: _Asks) -> tuple[Event, ...]:
    """So many bots come in and take part, as a rehearsal; none sends the bots away."""
    room = asks.room
    count = messages.whole(asks.message, "count", 0, MOST_BOTS)
    there = [trainee.id for trainee in room.trainees.values() if trainee.bot]
    if len(room.trainees) - len(there) + count > MOST_TRAINEES:
        raise Refused(Code.FULL)
    if room.in_teams:
        raise Refused(Code.NOT_NOW, _("Bots rehearse individually; open a room without teams for it."))
    gone = [_did(Kind.REMOVED, trainee=bot) for bot in there]
    if count and (room.self_paced or room.stages[room.stage].phase is not Phase.LOBBY):
        raise Refused(Code.NOT_NOW, _("Bots join in the lobby of a room that you lead."))
    came = [newcomer(room, trainee, _("Bot {number}").format(number=number), bot=True)
            for number, trainee in zip(range(1, count + 1), asks.drawn.ids, strict=False)]
    return (*gone, *came)


def _project(asks: _Asks) -> tuple[Event, ...]:
    view = messages.one_of(asks.message, "view", {view: view for view in VIEWS})
    names = messages.truth(asks.message, "names", default=False)
    return (_did(Kind.PROJECTED, view=view, names=names, of=asks.team() or ""),)


def _take_in(asks: _Asks) -> tuple[Event, ...]:
    """A replay file of somebody who was offline counts as their next try. Raises Refused."""
    room = asks.room
    name = messages.a_name(asks.message.get("name"))
    try:
        replay = parse_replay(messages.text(asks.message, "replay", _LARGEST_REPLAY))
        place = next((n for n, each in enumerate(room.scenarios) if each.id == replay.scenario_id), None)
        if place is None:
            raise Refused(Code.NO_SUCH_SCENARIO, _("This replay is of a scenario that is not in this room."))
        replay.verify(room.scenarios[place])
    except ReplayRefused as unusable:
        raise Refused(Code.BAD_PLAN, str(unusable)) from None
    scenario = room.scenarios[place]
    for refusal in (*problems(scenario, replay.plan), *order_problems(scenario, replay.orders)):
        raise Refused(Code.BAD_PLAN, refusal_sentence(scenario, refusal))
    same = next((each for each in room.trainees.values() if each.name.casefold() == name.casefold()), None)
    came = [] if same else [newcomer(room, asks.drawn.ids[0], name, None, offline=True)]
    trainee = same.id if same else asks.drawn.ids[0]
    made = room.team_of(same.id).tries if same else {}
    attempt = next((nth for nth in (1, 2) if (place, nth) not in made), 2)
    return (*came, _did(Kind.TOOK_IN, trainee=trainee, scenario=place, attempt=attempt, seed=replay.seed,
                        plan=plan_data(replay.plan), orders=[str(order) for order in replay.orders]))


def _end(_asks: _Asks) -> tuple[Event, ...]:
    return (_did(Kind.ENDED),)


_VERBS: Final[dict[str, Callable[[_Asks], tuple[Event, ...]]]] = {
    "next": _next, "to": _to, "limit": _limit, "add_time": _add_time, "pause": _pause, "resume": _resume,
    "hand_in_all": _hand_in_all, "remove": _remove, "rename": _rename, "lock": _lock, "unlock": _unlock,
    "help": _help, "orders": _orders, "pace": _pace, "team": _move, "drive": _drive, "bots": _bots,
    "project": _project, "take_in": _take_in, "end": _end,
}  # fmt: skip

VERBS: Final = frozenset(_VERBS)
"""Everything the instructor can ask of a room."""
