"""The text form of a plan's parts: one spelling for commands, autosave, replay files and plan files."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from game.protocol.conduct import CUES, FIELDS
from game.protocol.cues import Cue, parse_cue
from game.protocol.plan import Briefing, Conduct, Order, Plan, Verb
from game.protocol.units import format_duration, parse_clock, parse_duration, parse_speed

Value = str | int | Cue

_VERBS: Final = tuple(sorted(Verb, key=lambda verb: len(verb.value), reverse=True))


class SpellingError(ValueError):
    """A text that spells no value, command or order; `part` is the text."""

    def __init__(self, part: str) -> None:
        super().__init__(f"not understood: {part!r}")
        self.part = part


def spell(field: str, value: Value) -> str:
    """The text of one field's value, as `read` reads it back."""
    if field == "spacing" and isinstance(value, int):
        return format_duration(value)
    if field == "pace" and isinstance(value, int):
        whole, rest = divmod(value, 1_000)
        return (f"{whole}.{rest:03}".rstrip("0") if rest else str(whole)) + " m/s"
    return str(value)


def read(field: str, text: str) -> Value:
    """The value a text spells for this field of a briefing; raises SpellingError."""
    try:
        if field in CUES:
            return parse_cue(text)
        if field == "spacing":
            return parse_duration(text)
        if field == "pace":
            return parse_speed(text)
    except ValueError as error:
        raise SpellingError(text) from error
    if field not in FIELDS or not text or text != text.strip():
        raise SpellingError(text)
    return text


def spell_who(who: tuple[str, ...]) -> str:
    """The names a briefing is addressed to, with commas."""
    return ", ".join(who)


def read_who(text: str) -> tuple[str, ...]:
    """Names with commas; raises SpellingError where there is none."""
    names = tuple(name.strip() for name in text.split(","))
    if not all(names):
        raise SpellingError(text)
    return names


def read_order(text: str) -> Order:
    """`12:03:10 hold lavrov`: the reverse of `str(order)`; raises SpellingError."""
    clock, _, rest = text.strip().partition(" ")
    for verb in _VERBS:
        if rest == verb.value or rest.startswith(verb.value + " "):
            try:
                return Order(parse_clock(clock), verb, rest.removeprefix(verb.value).strip())
            except ValueError as error:
                raise SpellingError(text) from error
    raise SpellingError(text)


def briefing_data(briefing: Briefing) -> dict[str, Any]:
    """A briefing as plain data: lists, texts and truth values; what is unsaid is left out."""
    data: dict[str, Any] = {"who": list(briefing.who)}
    for field in FIELDS:
        value = getattr(briefing.conduct, field)
        if value is not None:
            data[field] = spell(field, value)
    if briefing.read_back:
        data["read_back"] = True
    if briefing.escort is not None:
        data["escort"] = briefing.escort
    return data


def plan_data(plan: Plan) -> list[dict[str, Any]]:
    """A plan as plain data; `read_plan` reads it back."""
    return [briefing_data(briefing) for briefing in plan.briefings]


def read_plan(data: object) -> Plan:
    """The plan that plain data spells; raises SpellingError."""
    if not isinstance(data, list):
        raise SpellingError(repr(data)[:80])
    return Plan(tuple(_read_briefing(entry) for entry in data))


def _read_briefing(data: object) -> Briefing:
    if not isinstance(data, dict) or not set(data) <= {"who", "read_back", "escort", *FIELDS}:
        raise SpellingError(repr(data)[:80])
    who, escort, read_back = data.get("who"), data.get("escort"), data.get("read_back", False)
    good_who = isinstance(who, list) and who and all(isinstance(name, str) and name for name in who)
    if not good_who or not isinstance(escort, str | None) or not isinstance(read_back, bool):
        raise SpellingError(repr(data)[:80])
    conduct = Conduct()
    for field in FIELDS:
        if field in data:
            if not isinstance(data[field], str):
                raise SpellingError(repr(data[field])[:80])
            conduct = with_field(conduct, field, read(field, data[field]))
    return Briefing(tuple(data["who"]), conduct, read_back, escort)


def with_field(conduct: Conduct, field: str, value: Value | None) -> Conduct:
    """The same conduct with one field said, or with None unsaid."""
    change: dict[str, Any] = {field: value}
    return replace(conduct, **change)
