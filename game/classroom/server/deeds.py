"""What is done in a room: decided against it as it is, then kept with whatever belongs to it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from game.attempt.spelling import read_plan
from game.classroom.room import desk, joining, trainee
from game.classroom.room.events import DESK, Event
from game.classroom.room.joining import Drawn
from game.classroom.room.messages import Message
from game.classroom.room.refusals import Code, Refused
from game.classroom.room.stages import Phase
from game.classroom.room.state import Room
from game.classroom.room.teams import Team
from game.classroom.server import keys, pseudonyms
from game.classroom.server.answers import Answer
from game.classroom.server.film import as_json
from game.classroom.store.values import Answered, Key
from game.protocol.plan import Plan
from game.protocol.scenario import Help

WALKED: Final = frozenset({"edit", "undo", "redo", "walk"})
"""What is answered with a walk-through."""

LARGEST_ID: Final = 2**53


@dataclass(frozen=True, slots=True)
class Wish:
    """A walk-through that belongs into an answer, as long as the team's plan is of this version."""

    team: Team
    rev: int
    scenario: int
    plan: Plan
    shown: Help

    def wanted(self) -> bool:
        """Whether no later version has overtaken it."""
        return self.team.draft.rev == self.rev


@dataclass(frozen=True, slots=True)
class Said:
    """An answer, and the walk-through it is to be sent with."""

    answer: Answer
    wish: Wish | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """What comes of a deed: events, new keys; `value` is asked of the room afterwards. `remember` is that answered."""

    events: tuple[Event, ...] = ()
    keys: tuple[Key, ...] = ()
    value: Callable[[Room], Any] = lambda _room: None
    remember: Callable[[Any], Answered] | None = None


Deed = Callable[[Room, int, Mapping[str, Answered]], Made]
"""Decides: the room, the instant, what each device was answered last. Raises Refused."""


def trainee_says(device: str, who: str, message: Message) -> Deed:
    """A trainee's message. It never raises: a refusal is an answer."""
    def decide(room: Room, now: int, answered: Mapping[str, Answered]) -> Made:
        def events() -> tuple[Event, ...]:
            found = trainee.says(room, who, message, now)
            if message["do"] == "walk" and room.stage_of(room.team_of(who)).phase is Phase.LOBBY:
                raise Refused(Code.NOT_NOW)  # nothing of a scenario is told before its brief
            return found

        return _said(message, answered.get(device), (device, room.code, who), events,
                     lambda room, id_: _trainee_answer(room, who, message, id_))

    return decide


def desk_says(device: str, message: Message) -> Deed:
    """The instructor's message."""
    def decide(room: Room, now: int, answered: Mapping[str, Answered]) -> Made:
        def events() -> tuple[Event, ...]:
            return desk.says(room, message, now, draw(70))

        return _said(message, answered.get(device), (device, room.code, DESK), events,
                     lambda _room, id_: Said(Answer(id_)))

    return decide


def hello(device: str, who: str, id_: int | None) -> Deed:
    """Somebody begins to listen, and is told from where to count their messages. Raises Refused."""
    def decide(room: Room, _now: int, answered: Mapping[str, Answered]) -> Made:
        if who not in room.trainees:
            raise Refused(Code.NO_TOKEN)
        last = answered.get(device)
        told = {"last": last.id if last else 0, "trainee": who, "name": room.trainees[who].name, "room": room.code}
        return Made(value=lambda _room: Said(Answer(id_, told)))

    return decide


def join(name: object, team: object, once: str) -> Deed:
    """Somebody comes in; `once` is the digest by which a second attempt at the same coming is known. Raises Refused."""
    def decide(room: Room, _now: int, _answered: Mapping[str, Answered]) -> Made:
        drawn = draw(1)
        if pseudonyms.is_one(name):  # what was proposed to them is theirs, if nobody else has it by now
            drawn = Drawn(drawn.ids, (str(name), *drawn.names))
        events = joining.joins(room, name, team, drawn)
        who = events[0].who
        made = _let_in(room, who, "token", "recovery")
        more = (Key(once, room.code, who, "once"),) if once else ()
        return Made(events, made.keys + more, made.value)

    return decide


def let_in_again(who: str, *, anew: bool = False) -> Deed:
    """Another token for a trainee, and with `anew` another recovery code. Raises Refused."""
    def decide(room: Room, _now: int, _answered: Mapping[str, Answered]) -> Made:
        if who not in room.trainees:
            raise Refused(Code.NO_TOKEN)
        return _let_in(room, who, "token", *(("recovery",) if anew else ()))

    return decide


def look(value: Callable[[Room], Any]) -> Deed:
    """Something asked of the room, which changes nothing. Raises what asking raises."""
    def decide(room: Room, _now: int, _answered: Mapping[str, Answered]) -> Made:
        found = value(room)
        return Made(value=lambda _room: found)

    return decide


def draw(ids: int) -> Drawn:
    """What chance gives for one message."""
    return Drawn([keys.new_id() for _ in range(ids)], pseudonyms.some(4 * ids + 100))


def _let_in(room: Room, who: str, *kinds: str) -> Made:
    drawn = {"token": keys.new_token(), "recovery": keys.new_recovery()}
    digests = {"token": keys.digest(drawn["token"]),
               "recovery": keys.digest("recovery", room.code, keys.typed(drawn["recovery"]))}

    def value(room: Room) -> dict[str, str]:
        told = {kind: drawn[kind] for kind in kinds}
        return {**told, "trainee": who, "name": room.trainees[who].name, "room": room.code}

    return Made((), tuple(Key(digests[kind], room.code, who, kind) for kind in kinds), value)


def _said(
    message: Message, last: Answered | None, speaker: tuple[str, str, str], events: Callable[[], tuple[Event, ...]],
    answer: Callable[[Room, int], Said],
) -> Made:  # fmt: skip
    id_ = message.get("id")
    if type(id_) is not int or not 0 < id_ <= LARGEST_ID:
        return _refused(None, Refused(Code.MALFORMED))
    number: int = id_
    said = keys.digest(as_json(message).decode("utf-8"))
    if last is not None and number <= last.id:
        if (number, said) != (last.id, last.said):
            return _refused(number, Refused(Code.STALE))
        return Made(value=lambda room: _again(last, answer(room, number)))

    def remember(found: Said) -> Answered:
        device, room, who = speaker
        return Answered(device, room, who, number, said, found.answer.text().decode("utf-8"))

    try:
        return Made(events(), value=lambda room: answer(room, number), remember=remember)
    except Refused as refused:
        no = Said(Answer(number, refused=refused))
        return Made(value=lambda _room: no, remember=remember)


def _refused(id_: int | None, refused: Refused) -> Made:
    return Made(value=lambda _room: Said(Answer(id_, refused=refused)))


def _again(last: Answered, now: Said) -> Said:
    """What was answered before, word for word; the walk-through is made again, unless the plan is another by now."""
    told = _as_before(last)
    if now.wish is not None and told.ok.get("rev") == now.wish.rev:
        return Said(told, now.wish)
    return Said(told)


def _as_before(last: Answered) -> Answer:
    found = json.loads(last.answer)
    told = found.get("refused")
    refused = Refused(Code(told["code"]), told["sentence"]) if told else None
    return Answer(last.id, found.get("ok", {}), refused)


def _trainee_answer(room: Room, who: str, message: Message, id_: int) -> Said:
    """What a message that was followed is answered, from the room as it is afterwards."""
    verb = message["do"]
    if who not in room.trainees:  # they have left
        return Said(Answer(id_))
    team = room.team_of(who)
    draft = team.draft
    if verb in WALKED:
        stage = room.stage_of(team)
        wish = Wish(team, draft.rev, stage.scenario, read_plan(draft.plan), room.help_of(room.scenario_of(stage)))
        ok: dict[str, Any] = {"rev": draft.rev}
        if verb in ("undo", "redo"):
            ok["plan"] = draft.plan
        return Said(Answer(id_, ok), wish)
    if verb == "hand_in":
        return Said(Answer(id_, {"rev": draft.rev}))
    if verb == "order" and team.run is not None and team.run.orders:
        return Said(Answer(id_, {"order": str(team.run.orders[-1])}))
    return Said(Answer(id_))
