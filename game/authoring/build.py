"""The frozen scenario, made from a draft in which nothing is wrong any more."""

from __future__ import annotations

from collections.abc import Sequence

from game.authoring.build_room import build_room, label
from game.authoring.chances import build_chances, build_otherwise, build_room_ready, build_span
from game.authoring.draft import Draft, RuleDraft
from game.authoring.known import LEADERS
from game.authoring.model import (
    BriefingPart,
    ConductPart,
    DelegationPart,
    FlagPart,
    HousePart,
    OfficerPart,
    PersonPart,
)
from game.authoring.precedence import Orders
from game.authoring.terms import terms_of
from game.protocol.people import Delegation, Flag, Person, Role, Side
from game.protocol.plan import Briefing, Conduct, Plan
from game.protocol.room import Seat
from game.protocol.rules import Confidence, Does, During, Gravity, House, Rule
from game.protocol.scenario import (
    Account,
    Aim,
    Arrival,
    Broadcast,
    Expectation,
    Habit,
    Help,
    Liaison,
    NamedPlan,
    Press,
    Scenario,
    Source,
    Uninvited,
)
from game.wording.catalogue import _

RECORDED = "recorded"
_PLAIN_FLAG = Flag(("#c9bd9f",))


def build(draft: Draft, orders: Orders, seats: tuple[Seat, ...], assigned: dict[str, str]) -> Scenario:
    """The scenario, without plans: those need it to read their live orders."""
    model = draft.model
    return Scenario(
        model.id,
        model.title,
        model.place,
        model.date,
        model.difficulty,
        Help(model.help),
        model.clock.from_,
        model.clock.to,
        build_room(model.room, seats),
        tuple(_delegation(key, part) for key, part in model.delegations.items()),
        (*(_person(part, assigned[part.id]) for part in model.people), *_officers(draft)),
        tuple(orders.values()),
        _liaison(draft),
        _broadcast(draft),
        _press(draft),
        tuple(_rule(rule) for rule in draft.rules),
        _aim(draft),
        arrivals=tuple(
            Arrival(tuple(a.arrive), a.at, build_span(a.late), a.because, a.reconstructed)
            for _n, a in draft.arrivals()
        ),
        chances=build_chances(draft.programme),
        otherwise=build_otherwise(draft.programme),
        uninvited=tuple(
            Uninvited(p.id, p.uninvited.chance, p.uninvited.because, p.uninvited.reconstructed)
            for p in model.people if p.uninvited
        ),
        room_ready=build_room_ready(draft.programme),
        habits=tuple(Habit(tuple(h.who), conduct(h), h.because, h.reconstructed) for h in model.unbriefed),
        groups=_groups(draft),
        expect=_expectations(draft),
        learning=tuple(model.learning),
        situation=model.situation,
        accounts=tuple(Account(a.text, a.source, a.differs) for a in model.accounts),
        reconstructed=tuple(model.reconstructed),
        sources=tuple(
            Source(key, s.title, s.publisher, s.date, s.url or "") for key, s in model.sources.items()
        ),
        outcomes=tuple(model.outcomes.items()),
        fictional=model.fictional,
    )


def briefings(parts: Sequence[BriefingPart]) -> Plan:
    """A plan from its briefings."""
    return Plan(tuple(Briefing(tuple(p.who), conduct(p), p.read_back, p.escort) for p in parts))


def conduct(part: ConductPart) -> Conduct:
    """How somebody goes in and out, as a habit or a briefing says it."""
    return Conduct(
        part.door, part.set_out, part.enter, part.sit, part.spacing, part.pace, part.place, part.leave
    )


def named_plans(draft: Draft) -> tuple[NamedPlan, ...]:
    """The plans of a file, without live orders; `recorded`, where nobody briefs anybody, is always there."""
    found = tuple(NamedPlan(key, briefings(p.briefings), (), p.note) for key, p in draft.model.plans.items())
    return found if any(plan.name == RECORDED for plan in found) else (NamedPlan(RECORDED, Plan()), *found)


def _delegation(key: str, part: DelegationPart) -> Delegation:
    short = part.short or (key.upper() if len(key) <= 4 else label(key))
    return Delegation(key, part.name, short, Side(part.side), _flag(part.flag), part.opposite_number)


def _flag(part: FlagPart | None) -> Flag:
    if part is None:
        return _PLAIN_FLAG
    return Flag(tuple(part.stripes), part.vertical, part.emblem or "", part.emblem_colour or "")


def _person(part: PersonPart, seat: str) -> Person:
    return Person(
        part.id,
        part.name,
        part.short or label(part.id),
        part.office,
        part.of,
        part.holds,
        seat,
        part.principal,
        tuple(part.groups),
        part.pace,
        Role.UNINVITED if part.uninvited else Role.DELEGATE,
    )


def _officers(draft: Draft) -> tuple[Person, ...]:
    """The officers of the house; whose they are need not be said where there is one host."""
    model = draft.model
    hosts = [key for key, part in model.delegations.items() if part.side == "host"]
    return tuple(_officer(part, part.of or next(iter(hosts), next(iter(model.delegations)))) for part in model.officers)


def _officer(part: OfficerPart, of: str) -> Person:
    office = part.office or _("officer of the house")
    short = part.short or label(part.id)
    return Person(part.id, part.name, short, office, of, part.holds, "", pace=part.pace, role=Role.OFFICER)


def _liaison(draft: Draft) -> Liaison:
    part = draft.model.liaison
    return Liaison(
        part.minutes, part.read_back, part.radio, part.asks, part.lost, part.word,
        (*part.escorts, *(officer.id for officer in draft.model.officers if officer.id not in part.escorts)),
    )


def _broadcast(draft: Draft) -> Broadcast:
    entry = draft.on_air()
    if entry is None:
        return Broadcast()
    part = entry.on_air
    early = part.early
    chance, by = (early.chance, build_span(early.by)) if early else (0, None)
    return Broadcast(part.from_, part.to, part.returns, entry.reconstructed or part.reconstructed, chance, by)


def _press(draft: Draft) -> Press:
    entry = draft.press()
    return Press(entry.press.from_, entry.press.to) if entry else Press()


def _rule(entry: RuleDraft) -> Rule:
    part = entry.part
    terms = terms_of(part.kind, entry.terms)
    confidence = part.confidence or ("medium" if part.source else "design")
    return Rule(
        part.id,
        part.title or label(part.id),
        part.says or "",
        terms,
        Gravity(part.gravity),
        part.source or "",
        Confidence(confidence),
        _house(part.house),
        part.follows or "",
        tuple(part.waivable_by),
        part.reconstructed,
        part.grace,
        tuple(part.exempt),
        During(part.during) if part.during else None,
    )


def _house(part: HousePart | None) -> House | None:
    if part is None:
        return None
    return House(
        build_span(part.notices_after),
        part.answer,
        _does(part),
        part.cuts_away,
        part.recalls,
        part.by,
        part.says,
    )


def _does(part: HousePart) -> Does:
    if part.does is not None:
        return Does(part.does)
    return Does.NOTES if part.sends_out is False else Does.SENDS_OUT


def _aim(draft: Draft) -> Aim:
    part = draft.model.accomplish
    return Aim(tuple(part.who), part.in_place, part.in_place if part.due is None else part.due, part.seated)


def _groups(draft: Draft) -> tuple[tuple[str, tuple[str, ...]], ...]:
    people = [person for person in draft.model.people if not person.uninvited]
    named: dict[str, list[str]] = {"all": [p.id for p in people]}
    for person in people:
        named[person.id] = [person.id]
        for name in (person.of, *(f"{person.of}.{group}" for group in person.groups)):
            named.setdefault(name, []).append(person.id)
    found = {
        key: tuple(dict.fromkeys(who for name in names for who in named[name]))
        for key, names in draft.model.groups.items()
    }
    found.setdefault(LEADERS, tuple(person.id for person in people if person.principal))
    return tuple(found.items())


def _expectations(draft: Draft) -> tuple[Expectation, ...]:
    return tuple(
        Expectation(key, e.seed, e.clean, e.accomplished, e.grade, tuple(e.breaches.items()))
        for key, e in draft.model.expect.items()
    )
