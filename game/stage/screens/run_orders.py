"""Live orders on the run screen: what can be said to whom, why not, and what is under way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from game.protocol.conduct import departs
from game.protocol.groups import EVERYBODY, names
from game.protocol.people import Person, Role
from game.protocol.plan import Order, Verb
from game.protocol.scenario import Scenario
from game.simulation.codes import Code
from game.simulation.trace import Trace
from game.simulation.whereabouts import Posture, Space, Whereabouts
from game.stage.screens.onlookers import Onlookers
from game.wording.catalogue import _
from game.wording.phrases import capital

KEYS: Final = {
    "h": Verb.HOLD,
    "r": Verb.RELEASE,
    "c": Verb.CALL_IN,
    "b": Verb.RECALL,
    "d": Verb.HOLD_DOOR,
    "q": Verb.QUIET_WORD,
    "a": Verb.CUT_AWAY,
    "l": Verb.LET_STAND,
    "v": Verb.WAIVE,
}
OF_DOORS: Final = frozenset({Verb.HOLD_DOOR, Verb.RELEASE_DOOR})
OF_NOBODY: Final = frozenset({Verb.CUT_AWAY, Verb.LET_STAND})
_IN_ROOM_ONLY: Final = frozenset({Verb.QUIET_WORD})
_FROM_OUTSIDE: Final = frozenset({Verb.HOLD, Verb.CALL_IN})


def key_of(verb: Verb) -> str:
    """The key that says this verb."""
    return next((key for key, each in KEYS.items() if each is verb), "d")


@dataclass(frozen=True, slots=True)
class Target:
    """Whom or what an order may be for: its name in the plan's words, its name on screen, the people it means."""

    name: str
    words: str
    people: tuple[int, ...] = ()
    door: bool = False


@dataclass(frozen=True, slots=True)
class Moment:
    """What the screen knows of an instant when an order is weighed.

    `waivable` is the rule broken last among those still being broken that somebody may waive. `kept` are the doors
    where officers of the house let only principals in, and who; before the room is `ready` nobody passes any door.
    """

    people: tuple[Whereabouts, ...]
    seen_by: Onlookers
    held: frozenset[str]
    noticed: bool
    waivable: str = ""
    kept: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ready: bool = True

    @property
    def on_air(self) -> bool:
        """Whether the broadcast is on."""
        return self.seen_by is Onlookers.LIVE


def targets(scenario: Scenario) -> tuple[Target, ...]:
    """Doors, groups, people; each once."""
    index = {person.id: i for i, person in enumerate(scenario.people)}
    doors = [Target(door.id, door.name, door=True) for door in scenario.room.doors]
    groups, people = [], []
    for name, members in names(scenario).items():
        who = tuple(index[person] for person in members)
        if name in index:
            people.append(Target(name, scenario.people[index[name]].short, who))
        elif len(who) > 1:
            groups.append(Target(name, group_words(scenario, name), who))
    return (*doors, *groups, *people)


def group_words(scenario: Scenario, name: str) -> str:
    """`russia.ministers` as `Russia: ministers`, a delegation by its short name, `all` as everybody."""
    if name == EVERYBODY:
        return _("Everybody")
    head, dot, tail = name.partition(".")
    short = next((d.short or d.name for d in scenario.delegations if d.id == head), head)
    return (
        _("{delegation}: {group}").format(delegation=short, group=tail.replace("_", " "))
        if dot
        else capital(short.replace("_", " "))
    )


def here(scenario: Scenario, target: Target, now: Moment) -> bool:
    """Whether there is anybody of a target: of whoever nobody invited one knows nothing before they come."""
    return target.door or any(
        scenario.people[i].role is not Role.UNINVITED or now.people[i].space is not Space.AWAY for i in target.people
    )


def door_words(scenario: Scenario, door: str, now: Moment, free: str) -> str:
    """Whether a door is open to people: held, kept by an officer, before the room is ready, or `free`."""
    if door in now.held:
        return _("held")
    if door in now.kept:
        officers = ", ".join(scenario.person(officer).short for officer in now.kept[door])
        return _("kept by {officer}").format(officer=officers)
    return free if now.ready else _("room not ready")


def person_words(scenario: Scenario, person: Person, one: Whereabouts, now: Moment) -> str:
    """Where somebody is, in a word or two; of an officer at which door."""
    return post_words(scenario, person, now) if person.role is Role.OFFICER else state_words(one)


def post_words(scenario: Scenario, officer: Person, now: Moment) -> str:
    """What an officer of the house is doing, in a few words."""
    one = now.people[scenario.people.index(officer)]
    if one.space is Space.AWAY:
        return _("on the way")
    if one.space is not Space.DOOR:
        return state_words(one)
    door = scenario.room.door(one.door).name
    if officer.id in now.kept.get(one.door, ()):
        return _("keeps: {door}").format(door=door)
    return _("at: {door}").format(door=door)


def state_words(one: Whereabouts) -> str:
    """Where somebody is, in a word or two."""
    match one.space:
        case Space.AWAY:
            return _("not here yet")
        case Space.HOLDING:
            return _("waiting")
        case Space.WAY:
            return _("on the way")
        case Space.DOOR:
            return _("at the door")
        case Space.ROOM:
            if one.posture is Posture.SITTING:
                return _("seated")
            return _("walking") if one.posture is Posture.WALKING else _("standing")


def why_not(scenario: Scenario, verb: Verb, target: Target | None, now: Moment) -> str:
    """Why this order would change nothing now, in a sentence; empty where it may be given."""
    if verb is Verb.CUT_AWAY:
        return "" if now.on_air else _("The broadcast is off the air already: there is nothing to cut away from.")
    if verb is Verb.LET_STAND:
        return "" if now.noticed else _("The house has noticed nothing that could be let stand.")
    if verb is Verb.WAIVE:
        return "" if now.waivable else _("No rule is being broken that anybody here may waive.")
    if target is None:
        return ""
    if (verb in OF_DOORS) != target.door:
        to_door, to_people = (
            _("That is said to a door, not to people."),
            _("That is said to people, not to a door."),
        )
        return to_door if verb in OF_DOORS else to_people
    if target.door:
        return ""
    if verb is Verb.HOLD and departs(scenario) and not _all_officers(scenario, target):
        # Where people leave by cue, they can be kept from it.
        return ""
    officer = scenario.people[target.people[0]] if len(target.people) == 1 else None
    if officer is not None and officer.role is Role.OFFICER:
        return _of_house(scenario, verb, officer, now)
    people = [(scenario.people[i].principal, now.people[i]) for i in target.people]
    if any(not _refused(verb, principal, where) for principal, where in people):
        return ""
    return _refused(verb, *people[0]).format(who=target.words) if people else ""


def _all_officers(scenario: Scenario, target: Target) -> bool:
    return all(scenario.people[i].role is Role.OFFICER for i in target.people)


def _of_house(scenario: Scenario, verb: Verb, officer: Person, now: Moment) -> str:
    """Why an order to an officer of the house would change nothing; empty where it may be given."""
    one = now.people[scenario.people.index(officer)]
    keeps = officer.id in now.kept.get(one.door, ())
    if verb is Verb.QUIET_WORD:
        return _("{who}: a quiet word needs somebody in the room.").format(who=officer.short)
    if one.space is Space.DOOR and verb is Verb.HOLD:
        return _("{who} stands at a door already; hold the door instead.").format(who=officer.short)
    if one.space is Space.DOOR and not keeps and verb in (Verb.RELEASE, Verb.CALL_IN):
        return _("{who} lets people in already.").format(who=officer.short)
    return ""


def _refused(verb: Verb, principal: bool, where: Whereabouts) -> str:
    inside = where.space is Space.ROOM
    if principal and inside and verb in (Verb.RECALL, Verb.QUIET_WORD):
        return _("{who}: a principal is never asked to leave the room.")
    if verb in _IN_ROOM_ONLY and not inside:
        return _("{who}: a quiet word needs somebody in the room.")
    if verb in _FROM_OUTSIDE and inside:
        return _("{who}: in the room already.")
    if verb is Verb.RECALL and where.space is Space.AWAY:
        return _("{who}: not here yet.")
    return ""


def sensible(scenario: Scenario, target: Target, now: Moment) -> tuple[Verb, ...]:
    """The orders that could change something for this target now, in the order of the keys."""
    if target.door:
        return (Verb.RELEASE_DOOR,) if target.name in now.held else (Verb.HOLD_DOOR,)
    verbs = (Verb.HOLD, Verb.RELEASE, Verb.CALL_IN, Verb.RECALL, Verb.QUIET_WORD)
    return tuple(verb for verb in verbs if not why_not(scenario, verb, target, now))


@dataclass(frozen=True, slots=True)
class Token:
    """An order on its way: it leaves the radio at `leaves`, arrives at `arrives` (None: not before the end)."""

    order: Order
    leaves: int
    arrives: int | None


def tokens(trace: Trace) -> tuple[Token, ...]:
    """Every order of a run with its way; the radio carries one at a time."""
    arrived = {record.extra: record.at for record in trace.records if record.code == Code.ORDER}
    found: list[Token] = []
    free = 0
    for number, order in enumerate(trace.orders):
        arrives = arrived.get(number)
        found.append(Token(order, max(order.at, free), arrives))
        free = max(free, arrives or 0)
    return tuple(found)
