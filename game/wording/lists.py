"""Who can be briefed: persons by rank and groups, in the lists of the house; how far each was told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from game.protocol.groups import EVERYBODY, names, specificity
from game.protocol.plan import Briefing, Plan
from game.protocol.precedence import OrderOfPrecedence
from game.protocol.scenario import Scenario
from game.wording.catalogue import _
from game.wording.phrases import capital


@dataclass(frozen=True, slots=True)
class Row:
    """Somebody a briefing can be addressed to. `name` is as in a plan; `of` their delegation, or empty."""

    name: str
    title: str
    detail: str
    members: tuple[str, ...]
    of: str = ""
    rank: int | None = None
    group: bool = False
    officer: bool = False


class Section(NamedTuple):
    """One order of precedence with the groups of its people; `order` is None for those in no order."""

    title: str
    rows: tuple[Row, ...]
    order: OrderOfPrecedence | None = None


class Standing(NamedTuple):
    """How far somebody has been told: in words, and the tone of the badge."""

    words: str
    tone: str


def sections(scenario: Scenario) -> tuple[Section, ...]:
    """The lists at the left: one for each delegation, or a joint one, the groups across the sides, the officers."""
    found: list[Section] = []
    listed: set[str] = set()
    for order in scenario.precedence:
        people = [person for person in order.people if person not in listed]
        listed.update(people)
        delegation = next((d for d in scenario.delegations if d.id == order.of), None)
        title = delegation.name if delegation else _("Joint order")
        listed_here = (*_groups(scenario, order.of), *_persons(scenario, people, order))
        found.append(Section(title, listed_here, order))
    for delegation in scenario.delegations:
        rest = [p.id for p in scenario.delegates if p.of == delegation.id and p.id not in listed]
        ranked = any(order.of == delegation.id for order in scenario.precedence)
        groups = () if ranked else _groups(scenario, delegation.id)
        if rest or groups:
            found.append(Section(delegation.name, (*groups, *_persons(scenario, rest, None))))
    across = [_group(scenario, name) for name, _members in _different(scenario)]
    found.append(Section(_("Across the sides"), (*across, _group(scenario, EVERYBODY))))
    officers = tuple(Row(p.id, p.name, capital(p.office), (p.id,), officer=True) for p in scenario.officers)
    return (*found, Section(_("Officers of the house"), officers)) if officers else tuple(found)


def _different(scenario: Scenario) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The groups across the sides; of several with the same people the first."""
    listed: list[set[str]] = []
    for name, members in scenario.groups:
        if set(members) not in listed:
            listed.append(set(members))
            yield name, members


def _groups(scenario: Scenario, of: str) -> tuple[Row, ...]:
    inside = [name for name in names(scenario) if name.startswith(f"{of}.")]
    whole = [of] if any(d.id == of for d in scenario.delegations) else []
    return tuple(
        _group(scenario, name, of) for name in (*whole, *inside) if len(names(scenario)[name]) > 1
    )


def _group(scenario: Scenario, name: str, of: str = "") -> Row:
    members = names(scenario)[name]
    if name == EVERYBODY:
        words = _("Everybody")
    elif name == of:
        words = _("Whole delegation")
    else:
        words = capital(name.rpartition(".")[2].replace("_", " ").replace("-", " "))
    title = _("{group} ({number})").format(group=words, number=len(members))
    detail = ", ".join(scenario.person(member).short for member in members)
    return Row(name, title, detail, members, of, group=True)


def _persons(
    scenario: Scenario, people: list[str], order: OrderOfPrecedence | None
) -> tuple[Row, ...]:
    made = []
    for name in people:
        person = scenario.person(name)
        rank = order.rank(name) if order else None
        made.append(Row(name, person.name, person.office, (name,), person.of, rank))
    return tuple(made)


def members_of(scenario: Scenario, who: tuple[str, ...]) -> tuple[str, ...]:
    """The people behind several names, each once; names that nobody bears are passed over."""
    known = names(scenario)
    return tuple(dict.fromkeys(person for name in who for person in known.get(name, ())))


def coverage(scenario: Scenario, plan: Plan) -> dict[str, Briefing]:
    """For everybody who is told anything the briefing that names them most closely."""
    known = names(scenario)
    best: dict[str, tuple[int, Briefing]] = {}
    for briefing in plan.briefings:
        for name in briefing.who:
            level = specificity(scenario, name) if name in known else -1
            for person in known.get(name, ()):
                if person not in best or level > best[person][0]:
                    best[person] = (level, briefing)
    return {person: briefing for person, (_level, briefing) in best.items()}


def standing(covered: dict[str, Briefing], row: Row) -> Standing:
    """How far the people of a row have been told."""
    each = {standing_of(covered.get(person)) for person in row.members}
    if len(each) == 1:
        return each.pop()
    return Standing(_("partly briefed"), "caution")


def post_standing(plan: Plan, officer: str) -> Standing:
    """What an officer of the house is to do: stand at a door, take people in, or nothing yet."""
    if any(officer in briefing.who for briefing in plan.briefings):
        return Standing(_("posted ✓"), "good")
    if any(officer == briefing.escort for briefing in plan.briefings):
        return Standing(_("escort ✓"), "good")
    return Standing(_("free"), "plain")


def standing_of(briefing: Briefing | None) -> Standing:
    """How far those of a briefing have been told; of none, not at all."""
    if briefing is None:
        return Standing(_("unbriefed"), "alarm_soft")
    if briefing.escort:
        return Standing(_("escorted ✓"), "good")
    if briefing.read_back:
        return Standing(_("read back ✓"), "good")
    return Standing(_("sent"), "caution")


def waits_in(scenario: Scenario, who: tuple[str, ...]) -> str:
    """Where they wait, in words."""
    people = members_of(scenario, who)
    rooms = dict.fromkeys(scenario.room.holding_room(scenario.person(person).holds).name for person in people)
    return ", ".join(rooms)
