"""What a player does to a plan: small frozen values with a text form.

    brief russia.ministers
    remove russia.ministers
    address russia.ministers: lavrov, belousov
    set russia.ministers: enter = after kim entered + 10 s
    clear russia.ministers: enter
    read back russia.ministers
    no read back russia.ministers
    escort russia.ministers: pak
    no escort russia.ministers
    post hong: side
    order 12:03:10 hold lavrov
    withdraw 12:03:10 hold lavrov
    start from plan: [...]

Undo, autosave and hand-in are lists of these; a golden file may hold them too.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace

from game.attempt.spelling import (
    SpellingError,
    Value,
    plan_data,
    read,
    read_order,
    read_plan,
    read_who,
    spell,
    spell_who,
    with_field,
)
from game.planning.changes import Change, posted
from game.protocol.conduct import FIELDS
from game.protocol.plan import Briefing, Conduct, Order, Plan

Names = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Decisions:
    """All that a player decides: the plan, and the live orders it carries."""

    plan: Plan = field(default_factory=Plan)
    orders: tuple[Order, ...] = ()


@dataclass(frozen=True, slots=True)
class Brief:
    """Open a briefing addressed to these names; nothing happens where there is one already."""

    who: Names

    def __str__(self) -> str:
        return f"brief {spell_who(self.who)}"


@dataclass(frozen=True, slots=True)
class Remove:
    """Take the briefing of these names out of the plan."""

    who: Names

    def __str__(self) -> str:
        return f"remove {spell_who(self.who)}"


@dataclass(frozen=True, slots=True)
class Address:
    """Address the briefing of `who` to other names; it keeps all that it says."""

    who: Names
    to: Names

    def __str__(self) -> str:
        return f"address {spell_who(self.who)}: {spell_who(self.to)}"


@dataclass(frozen=True, slots=True)
class SetField:
    """Say one field of a briefing (door, set_out, enter, sit, spacing, pace, place, leave); opens it if needed.

    `value` None leaves the field unsaid again, so that the habit holds.
    """

    who: Names
    field: str
    value: Value | None

    def __str__(self) -> str:
        if self.value is None:
            return f"clear {spell_who(self.who)}: {self.field}"
        return f"set {spell_who(self.who)}: {self.field} = {spell(self.field, self.value)}"


@dataclass(frozen=True, slots=True)
class SetReadBack:
    """Have the briefing of these names read back, or not."""

    who: Names
    on: bool

    def __str__(self) -> str:
        return f"{'' if self.on else 'no '}read back {spell_who(self.who)}"


@dataclass(frozen=True, slots=True)
class SetEscort:
    """Send an escort with the briefing of these names, or with None nobody."""

    who: Names
    escort: str | None

    def __str__(self) -> str:
        who = spell_who(self.who)
        return f"escort {who}: {self.escort}" if self.escort else f"no escort {who}"


@dataclass(frozen=True, slots=True)
class AddOrder:
    """Put a live order among those of the plan."""

    order: Order

    def __str__(self) -> str:
        return f"order {self.order}"


@dataclass(frozen=True, slots=True)
class RemoveOrder:
    """Take a live order out again."""

    order: Order

    def __str__(self) -> str:
        return f"withdraw {self.order}"


@dataclass(frozen=True, slots=True)
class PostAt:
    """Send an officer of the house to a door, at once."""

    who: Names
    door: str

    def __str__(self) -> str:
        return f"post {spell_who(self.who)}: {self.door}"


@dataclass(frozen=True, slots=True)
class StartFrom:
    """Put a whole plan in the place of the present one."""

    plan: Plan

    def __str__(self) -> str:
        return f"start from plan: {json.dumps(plan_data(self.plan), ensure_ascii=False)}"


Command = Brief | Remove | Address | SetField | SetReadBack | SetEscort | PostAt | AddOrder | RemoveOrder | StartFrom


def as_command(change: Change) -> Command:
    """The command that makes a change of plan which the planning help has found."""
    match change.field, change.value:
        case "read_back", bool(on):
            return SetReadBack(change.who, on)
        case "escort", str(escort):
            return SetEscort(change.who, escort)
        case "post", str(door):
            return PostAt(change.who, door)
        case field, value:
            return SetField(change.who, field, value)


def apply(before: Decisions, command: Command) -> Decisions:
    """The decisions after a command. Never fails: `protocol.legality` tells what cannot be."""
    match command:
        case AddOrder(order):
            return replace(before, orders=tuple(sorted({*before.orders, order})))
        case RemoveOrder(order):
            return replace(before, orders=tuple(o for o in before.orders if o != order))
        case StartFrom(plan):
            return replace(before, plan=plan)
        case _:
            return replace(before, plan=_edit(before.plan, command))


def find(plan: Plan, who: Names) -> Briefing | None:
    """The briefing addressed to exactly these names, or None."""
    return next((briefing for briefing in plan.briefings if briefing.who == who), None)


def _edit(plan: Plan, command: Brief | Remove | Address | SetField | SetReadBack | SetEscort | PostAt) -> Plan:
    old = find(plan, command.who)
    match command:
        case Brief(who):
            return plan if old else Plan((*plan.briefings, Briefing(who, Conduct())))
        case Remove():
            return Plan(tuple(b for b in plan.briefings if b is not old))
        case Address(_, to):
            return plan if old is None or find(plan, to) else _put(plan, old, replace(old, who=to))
        case SetField(who, field, value):
            base = old or Briefing(who, Conduct())
            return _put(plan, old, replace(base, conduct=with_field(base.conduct, field, value)))
        case SetReadBack(who, on):
            return _put(plan, old, replace(old or Briefing(who, Conduct()), read_back=on))
        case SetEscort(who, escort):
            return _put(plan, old, replace(old or Briefing(who, Conduct()), escort=escort))
        case PostAt(who, door):
            base = old or Briefing(who, Conduct())
            return _put(plan, old, replace(base, conduct=posted(base.conduct, door)))


def _put(plan: Plan, old: Briefing | None, new: Briefing) -> Plan:
    if old is None:
        return Plan((*plan.briefings, new))
    return Plan(tuple(new if briefing is old else briefing for briefing in plan.briefings))


def parse_command(text: str) -> Command:
    """The command a text spells; `str()` of it spells it back. Raises SpellingError."""
    for opening, reader in _READERS:
        if text.startswith(opening + " "):
            return reader(text.removeprefix(opening + " "))
    raise SpellingError(text)


def _set(text: str) -> Command:
    head, equals, value = text.partition(" = ")
    who, field = _colon(head)
    if not equals or field not in FIELDS:
        raise SpellingError(text)
    return SetField(read_who(who), field, read(field, value))


def _clear(text: str) -> Command:
    who, field = _colon(text)
    if field not in FIELDS:
        raise SpellingError(text)
    return SetField(read_who(who), field, None)


def _address(text: str) -> Command:
    who, to = _colon(text)
    return Address(read_who(who), read_who(to))


def _escort(text: str) -> Command:
    who, escort = _colon(text)
    return SetEscort(read_who(who), escort)


def _post(text: str) -> Command:
    who, door = _colon(text)
    return PostAt(read_who(who), door)


def _start(text: str) -> Command:
    try:
        return StartFrom(read_plan(json.loads(text)))
    except (ValueError, RecursionError) as error:
        raise SpellingError(text[:80]) from error


def _colon(text: str) -> tuple[str, str]:
    head, colon, tail = text.partition(": ")
    if not colon or not tail:
        raise SpellingError(text)
    return head, tail


_READERS = (
    ("brief", lambda text: Brief(read_who(text))),
    ("remove", lambda text: Remove(read_who(text))),
    ("address", _address),
    ("set", _set),
    ("clear", _clear),
    ("read back", lambda text: SetReadBack(read_who(text), True)),
    ("no read back", lambda text: SetReadBack(read_who(text), False)),
    ("escort", _escort),
    ("no escort", lambda text: SetEscort(read_who(text), None)),
    ("post", _post),
    ("order", lambda text: AddOrder(read_order(text))),
    ("withdraw", lambda text: RemoveOrder(read_order(text))),
    ("start from plan:", _start),
)
