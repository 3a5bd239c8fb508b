"""What a trainee may do: each message becomes events, or is refused. Nothing changes here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from game.attempt.spelling import SpellingError, plan_data, read_plan
from game.classroom.room import messages
from game.classroom.room.events import Event, Kind
from game.classroom.room.messages import Message
from game.classroom.room.refusals import Code, Refused
from game.classroom.room.stages import Phase, Stage
from game.classroom.room.state import Room
from game.classroom.room.teams import Run, Team, Trainee
from game.protocol.legality import MOST_ORDERS, order_problems, problems
from game.protocol.plan import Order, Plan, Verb
from game.wording.refusals import refusal_sentence

GRACE: Final = 2_000
"""Ms by which an edit may come too late: it was on its way when the time was up."""

READS: Final = frozenset({"hello", "walk"})
"""What changes nothing; whoever calls answers it from the room."""

_LONGEST_ORDER: Final = 120


@dataclass(frozen=True, slots=True)
class _Asks:
    """Who asks for what, and when."""

    room: Room
    trainee: Trainee
    team: Team
    stage: Stage
    now: int
    message: Message

    def must_be(self, *phases: Phase) -> None:
        if self.stage.phase not in phases:
            raise Refused(Code.NOT_NOW)

    def must_drive(self) -> None:
        if self.team.driver != self.trainee.id:
            raise Refused(Code.NOT_DRIVER)

    def event(self, kind: Kind, **data: object) -> tuple[Event, ...]:
        return (Event(kind, self.trainee.id, {"team": self.team.id, **data}),)


def says(room: Room, trainee_id: str, message: Message, now: int) -> tuple[Event, ...]:
    """What comes of a trainee's message. Raises Refused."""
    verb = messages.verb_of(message)
    trainee = room.trainees.get(trainee_id)
    if trainee is None:
        raise Refused(Code.NO_TOKEN)
    if verb in READS:
        return ()
    if verb not in _VERBS:
        raise Refused(Code.UNKNOWN_VERB)
    if room.ended:
        raise Refused(Code.ENDED)
    team = room.teams[trainee.team]
    return _VERBS[verb](_Asks(room, trainee, team, room.stage_of(team), now, message))


def _writes(asks: _Asks, *, grace: int = GRACE) -> None:
    """The plan may be changed now, by this trainee. Raises Refused."""
    asks.must_be(Phase.PLAN)
    asks.must_drive()
    left = asks.room.left(asks.team, asks.now)
    if left is not None and left < -grace:
        raise Refused(Code.TOO_LATE)


def _based_on(asks: _Asks) -> int:
    """The version a change was made on must be the present one. Raises Refused."""
    rev = messages.whole(asks.message, "rev", 0, 2**53)
    if rev != asks.team.draft.rev:
        raise Refused(Code.STALE)
    return rev + 1


def _edit(asks: _Asks) -> tuple[Event, ...]:
    _writes(asks)
    rev = _based_on(asks)
    if asks.team.draft.handed_in:
        raise Refused(Code.NOT_NOW)
    try:
        plan = read_plan(asks.message.get("plan"))
    except (SpellingError, RecursionError):
        raise Refused(Code.BAD_PLAN) from None
    legal = not problems(asks.room.scenario_of(asks.stage), plan)
    return asks.event(Kind.EDITED, rev=rev, plan=plan_data(plan), legal=legal)


def _undo(asks: _Asks) -> tuple[Event, ...]:
    return _step(asks, Kind.UNDONE, there=len(asks.team.draft.done) > 1)


def _redo(asks: _Asks) -> tuple[Event, ...]:
    return _step(asks, Kind.REDONE, there=bool(asks.team.draft.undone))


def _step(asks: _Asks, kind: Kind, *, there: bool) -> tuple[Event, ...]:
    _writes(asks)
    rev = _based_on(asks)
    if asks.team.draft.handed_in or not there:
        raise Refused(Code.NOT_NOW)
    return asks.event(kind, rev=rev)


def _hand_in(asks: _Asks) -> tuple[Event, ...]:
    _writes(asks)
    _based_on(asks)
    draft = asks.team.draft
    if draft.handed_in:
        return ()
    if not draft.is_legal:
        found = problems(asks.room.scenario_of(asks.stage), read_plan(draft.plan))
        raise Refused(Code.BAD_PLAN, refusal_sentence(asks.room.scenario_of(asks.stage), found[0]) if found else "")
    return asks.event(Kind.HANDED_IN, by="trainee")


def _take_back(asks: _Asks) -> tuple[Event, ...]:
    _writes(asks, grace=0)
    return asks.event(Kind.TOOK_BACK) if asks.team.draft.handed_in else ()


def _order(asks: _Asks) -> tuple[Event, ...]:
    asks.must_be(Phase.RUN)
    asks.must_drive()
    run = asks.team.run
    if run is None or not asks.room.orders or asks.room.paused:
        raise Refused(Code.NOT_NOW)
    return asks.event(Kind.ORDERED, order=str(_stamped(asks, run)))


def _stamped(asks: _Asks, run: Run) -> Order:
    """The order as it is given at this instant of the day. Raises Refused."""
    verb = messages.one_of(asks.message, "verb", {verb.value: verb for verb in Verb})
    target = messages.text({"target": asks.message.get("target", "")}, "target", _LONGEST_ORDER).strip()
    if run.clock.over(asks.now):
        raise Refused(Code.TOO_LATE)
    scenario = asks.room.scenarios[run.scenario]
    # One ms after what has been shown already, so that an order that travels in no time takes nothing back.
    order = Order(min(scenario.end, run.clock.at(asks.now) + 1), verb, target)
    if len(run.orders) >= MOST_ORDERS:
        raise Refused(Code.BAD_ORDER)
    for refusal in order_problems(scenario, (order,)):
        raise Refused(Code.BAD_ORDER, refusal_sentence(scenario, refusal))
    return order


def _drive(asks: _Asks) -> tuple[Event, ...]:
    if asks.team.driver == asks.trainee.id:
        return ()
    return asks.event(Kind.DRIVES, trainee=asks.trainee.id)


def _rename(asks: _Asks) -> tuple[Event, ...]:
    if asks.room.settings.given:
        raise Refused(Code.NOT_YOURS)
    asks.must_be(Phase.LOBBY)
    name = free_name(asks.room, asks.message.get("name"), asks.trainee.id)
    return asks.event(Kind.RENAMED, trainee=asks.trainee.id, name=name)


def free_name(room: Room, given: object, but: str = "") -> str:
    """A name that nobody else has. Raises Refused."""
    name = messages.a_name(given)
    taken = {each.name.casefold() for each in room.trainees.values() if each.id != but}
    if name.casefold() in taken:
        raise Refused(Code.NAME_TAKEN)
    return name


def _go_on(asks: _Asks) -> tuple[Event, ...]:
    """The next stage in self-paced work: from the plan only with one that is legal, from the run when it is over."""
    room, team = asks.room, asks.team
    if not room.self_paced or team.stage >= len(room.stages) - 1 or asks.stage.phase is Phase.LOBBY:
        raise Refused(Code.NOT_NOW)
    asks.must_drive()
    left = room.left(team, asks.now)
    if left is not None and left < 0:
        raise Refused(Code.TOO_LATE)
    if asks.stage.phase is Phase.PLAN and not team.draft.handed_in:
        raise Refused(Code.NOT_NOW)
    if asks.stage.phase is Phase.RUN and not (team.run and team.run.clock.over(asks.now)):
        raise Refused(Code.NOT_NOW)
    return asks.event(Kind.WENT_ON, stage=team.stage + 1)


def _quit(asks: _Asks) -> tuple[Event, ...]:
    return asks.event(Kind.REMOVED, trainee=asks.trainee.id)


_VERBS: Final[dict[str, Callable[[_Asks], tuple[Event, ...]]]] = {
    "edit": _edit, "undo": _undo, "redo": _redo, "hand_in": _hand_in, "take_back": _take_back, "order": _order,
    "drive": _drive, "rename": _rename, "go_on": _go_on, "quit": _quit,
}  # fmt: skip

VERBS: Final = READS | set(_VERBS)
"""Everything a trainee can ask for."""


def plan_now(room: Room, trainee_id: str) -> Plan:
    """The plan of a trainee's team as it is now; raises KeyError."""
    return read_plan(room.team_of(trainee_id).draft.plan)
