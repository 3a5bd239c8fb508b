"""How a day first went wrong: which rule, through whom, and what they had gone by. Plans are alike by that."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from game.planning.robust import ACCOMPLISH, failures
from game.protocol.conduct import Voice, Voices, briefed, habits_of
from game.protocol.cues import After, AtClock, AtDoorBy, AtOnce, Cue, Moment, Occurrence
from game.protocol.groups import expand
from game.protocol.plan import Plan, Verb
from game.protocol.rules import Rule
from game.protocol.scenario import Scenario
from game.scoring.reading import Reading, read
from game.simulation.circumstances import lost_name
from game.simulation.latch import MOMENT_CODE
from game.simulation.trace import Breach, Trace


class Manner(StrEnum):
    """What somebody went by."""

    HABIT = "habit"
    LOST = "lost"
    CLOCK = "clock"
    WORD = "word"
    ONCE = "once"
    EVENT = "event"
    TOLD = "told"
    ORDER = "order"


DOOR: Final = "door"
PLACE: Final = "place"
_FIELD: Final = {
    "nobody_sits_before": "sit", "nobody_leaves_before": "leave", "door_reserved": DOOR, "same_door": DOOR,
    "separate_doors": DOOR, "placed_at": PLACE,
}  # fmt: skip
_OF_MOMENT: Final = {Moment.SAT: "sit", Moment.LEFT: "leave", Moment.SET_OUT: "set_out"}
_FIRST_OF: Final = {"enter": ("enter", "set_out"), "set_out": ("set_out", "enter")}
"""Which cue decides: who has none to enter goes in when he comes, so what he was told of setting out decides."""

_SENDS_IN: Final = (Verb.CALL_IN, Verb.RELEASE)


@dataclass(frozen=True, slots=True)
class Mistake:
    """The first thing that went wrong on a day, in its own right.

    `rule` is the rule broken, or `accomplish`. `who` are those who went by the same when it came about, all of one
    delegation and by one `manner`; `field` is the part of a briefing that would have decided it, `value` what they
    went by there: a cue, a door or a seat; None for nothing. `at` is when the rule was broken.
    """

    rule: str
    who: tuple[str, ...]
    field: str
    manner: Manner
    value: Cue | str | None
    at: int
    kind: tuple[str, ...]
    """Mistakes of one kind are one mistake, made by several."""


def mistake(scenario: Scenario, plan: Plan, trace: Trace) -> Mistake | None:
    """How this day of this plan first went wrong; None for a clean one."""
    causes = failures(scenario, trace)
    own = [breach for breach in trace.breaches if not breach.excused and breach.rule in causes]
    looking = _Looking(scenario, plan, trace)
    if own:
        first = min(own, key=lambda breach: (breach.at, causes.index(breach.rule)))
        return looking.breach(first, [breach for breach in own if breach.rule == first.rule])
    if ACCOMPLISH in causes:
        return looking.mistake(ACCOMPLISH, looking.reading.missing, "enter", scenario.aim.by)
    return None


class _Looking:
    def __init__(self, scenario: Scenario, plan: Plan, trace: Trace) -> None:
        self._scenario, self._plan, self._trace = scenario, plan, trace
        self._habits: Voices = habits_of(scenario)
        self._said: Voices = briefed(scenario, plan)
        self.reading: Reading = read(scenario, trace)

    def breach(self, first: Breach, alike: list[Breach]) -> Mistake:
        """The mistake behind the first breach of a rule, and those like it."""
        rule = self._scenario.rule(first.rule)
        awaited = self._awaited(rule, first)
        offenders = [person for breach in alike for person in breach.offenders]
        return self.mistake(rule.id, awaited or tuple(dict.fromkeys(offenders)), _field(rule), first.at)

    def mistake(self, rule: str, people: tuple[str, ...], field: str, at: int) -> Mistake:
        """The mistake that the first of these people made, and with him those of his delegation who went by the same,
        whether anything came of it or not; who is missing in the end may be of any delegation.
        """
        manner, value = self._went_by(people[0], field, at)
        of, principal = self._kin(rule, people[0])
        events = _events(value) if manner is Manner.EVENT else str(value) if manner is Manner.TOLD else ""
        alike = [
            person.id for person in self._scenario.delegates
            if self._kin(rule, person.id) == (of, principal) and self._went_by(person.id, field, at)[0] is manner
        ]  # fmt: skip
        who = tuple(
            person for person in alike
            if person in people or (rule != ACCOMPLISH and self._went_by(person, field, at)[1] == value)
        )  # fmt: skip
        kind = (rule, of, "principal" if principal else "", field, manner.value, events)
        return Mistake(rule, who or people[:1], field, manner, value, at, kind)

    def _kin(self, rule: str, person: str) -> tuple[str, bool]:
        """The delegation, and whether it is a principal: what tells one mistake from another."""
        one = self._scenario.person(person)
        return ("", False) if rule == ACCOMPLISH else (one.of, one.principal)

    def _awaited(self, rule: Rule, breach: Breach) -> tuple[str, ...]:
        """Whose coming those kept waiting waited for: they are the ones who were told wrong."""
        terms: Any = rule.terms
        found: list[str] = []
        for event in terms.until if terms.kind == "longest_wait" else ():
            found += self._not_yet(event, breach.at)
        return tuple(dict.fromkeys(person for person in found if person not in breach.offenders))

    def _not_yet(self, event: Occurrence, at: int) -> list[str]:
        if event.moment.of_nobody:
            return []
        firsts = self.reading.firsts(int(MOMENT_CODE[event.moment]))
        index = self.reading.cast.index
        return [p for p in expand(self._scenario, (event.who,)) if firsts.get(index[p], at + 1) > at]

    def _went_by(self, person: str, field: str, at: int) -> tuple[Manner, Cue | str | None]:
        if field not in (DOOR, PLACE) and self._ordered(person, at):
            return Manner.ORDER, None
        fields = _FIRST_OF.get(field, (field,))
        voice = _first(self._said[person], fields)
        if voice is None or self._is_lost(person, voice):
            habit = _first(self._habits[person], fields)
            return Manner.HABIT if voice is None else Manner.LOST, habit.value if habit else None
        return _manner(voice.value), voice.value

    def _ordered(self, person: str, at: int) -> bool:
        orders = [order for order in self._trace.orders if order.verb in _SENDS_IN and order.at <= at]
        return any(person in expand(self._scenario, (order.target,)) for order in orders)

    def _is_lost(self, person: str, voice: Voice) -> bool:
        one, briefing = self._scenario.person(person), self._plan.briefings[voice.entry]
        if briefing.read_back or briefing.escort:
            return False
        return bool(self._trace.circumstances.by_name.get(lost_name(one.of, one.holds)))


def _field(rule: Rule) -> str:
    terms: Any = rule.terms
    if terms.kind == "longest_wait":
        return "set_out" if terms.place == "holding room" else "enter"
    return _FIELD.get(terms.kind) or _OF_MOMENT.get(getattr(terms, "event", Moment.ENTERED), "enter")


def _first(said: Any, fields: tuple[str, ...]) -> Voice | None:
    return next((said[field] for field in fields if field in said), None)


def _manner(value: Any) -> Manner:
    if isinstance(value, str):
        return Manner.TOLD
    if isinstance(value, AtClock | AtDoorBy):
        return Manner.CLOCK
    if isinstance(value, After):
        return Manner.EVENT
    return Manner.ONCE if isinstance(value, AtOnce) else Manner.WORD


def _events(value: Any) -> str:
    """The events of a cue without its delay: a few seconds more or less are the same idea."""
    return str(After(value.events)) if isinstance(value, After) else ""
