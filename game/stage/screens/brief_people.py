"""Who comes: the delegations, their people in order of precedence with the reason of each place; and officers."""

from __future__ import annotations

from collections.abc import Sequence

from game.protocol.people import Delegation, Person
from game.protocol.precedence import JOINT, OrderOfPrecedence
from game.protocol.scenario import Scenario
from game.stage import widgets as w
from game.stage.screens.brief_pieces import bullet, emblem, flag, key_mark
from game.wording.catalogue import _, ngettext
from game.wording.dossier import side_words
from game.wording.phrases import capital
from game.wording.precedence import system_words, why_here
from game.wording.sources import origin

COLUMN = 260
"""Least width of a delegation, units at 100 % text."""


def section(ui: w.Ui, scenario: Scenario, width: float) -> w.Node:
    """A column for each delegation, side by side where they fit."""
    parts = [_delegation(ui, scenario, delegation) for delegation in scenario.delegations]
    joint = next((order for order in scenario.precedence if order.of == JOINT), None)
    for part in parts:
        part.width = w.FLEX
    fits = w.fits(ui, [COLUMN] * len(parts), available=width)
    body = w.row(*parts, gap=12, align="start") if fits else w.column(*parts, gap=12)
    said = _("Each side has an order of its own; equals share a number.")
    about = w.note(_about(scenario, joint), size=w.theme.BODY) if joint else w.note(said, size=w.theme.BODY)
    return w.column(about, body, _officers(scenario) if scenario.officers else None, gap=10)


def _officers(scenario: Scenario) -> w.Node:
    """The house's own people at its doors: who, where they stand at first, what they can do."""
    rows = []
    for officer in scenario.officers:
        room = scenario.room.holding_room(officer.holds)
        doors = [scenario.room.door(door).name for door, _walk in room.walks]
        reach = ", ".join(doors) if doors else _("no door")
        stands = _("{office} · stands at first: {room} · from there to: {doors}")
        rows.append(w.row(
            key_mark(20),
            w.column(
                w.label(officer.name, weight="semibold"),
                w.note(stands.format(office=capital(officer.office), room=room.name, doors=reach)),
                gap=1, width=w.FLEX,
            ),
            gap=10, align="start", id=f"person.{officer.id}",
        ))  # fmt: skip
    can = (
        _("Stand at a door: people keep their patience there, who is expected but not known is let through, and who "
          "was not invited is turned away."),
        _("Keep that door until a cue comes, or your word: before it only principals pass."),
        _("Take the people of one holding room in: then their briefing holds for certain, and they have a guard at "
          "their door."),
    )  # fmt: skip
    return w.panel(
        w.label(_("Officers of the house"), weight="semibold", size=15),
        w.note(_("Your own people. They have no place at the table and do not go in.")),
        w.rule(),
        *rows,
        w.rule(),
        w.note(_("Each can do one of these:")),
        *map(bullet, can),
        id="officers", label=_("Officers of the house"), gap=7, fill=w.theme.WHITE, border=w.theme.HAIRLINE,
    )  # fmt: skip


def _about(scenario: Scenario, order: OrderOfPrecedence) -> str:
    source = scenario.source(order.source) if order.source else None
    parts = [_("One order of precedence for all") if order.of == JOINT else _("Order of precedence")]
    parts.append(system_words(order))
    if source is not None:
        parts.append(origin(source))
    return " · ".join(parts)


def _delegation(ui: w.Ui, scenario: Scenario, delegation: Delegation) -> w.Node:
    own = next((order for order in scenario.precedence if order.of == delegation.id), None)
    people = _ranked(scenario, delegation)
    told = [_about(scenario, own) + "."] if own is not None else []
    if delegation.opposite_number:
        told.append(_("You reach them through: {who}.").format(who=delegation.opposite_number))
    kind = ngettext("{side} · {count} person", "{side} · {count} people", len(people)).format(
        side=side_words(delegation.side), count=len(people)
    )
    return w.panel(
        w.row(
            flag(ui, delegation), emblem(scenario, delegation.id, 22),
            w.column(
                w.label(delegation.name, weight="semibold", size=15),
                w.note(kind),
                gap=1, width=w.FLEX,
            ),
            gap=10,
        ),
        w.note(" ".join(told)) if told else None,
        w.rule(),
        *(_person(scenario, who, rank, why) for who, rank, why in people),
        id=f"delegation.{delegation.id}", label=delegation.name, gap=7, fill=w.theme.WHITE,
        border=w.theme.HAIRLINE,
    )  # fmt: skip


def _ranked(scenario: Scenario, delegation: Delegation) -> Sequence[tuple[Person, int | None, list[str]]]:
    """The people of a delegation, highest first, those in no order last, each with rank and the reasons of it.

    The rank is that of their own order, or of the joint one where they have none; who stands in both is told of both.
    """
    mine = [person for person in scenario.delegates if person.of == delegation.id]
    orders = [o for of in (delegation.id, JOINT) for o in scenario.precedence if o.of == of]
    if not orders:
        return [(person, None, []) for person in mine]
    ranked = [(person, orders[0].rank(person.id), _reasons(scenario, orders, person)) for person in mine]
    return sorted(ranked, key=lambda one: one[1] if one[1] is not None else len(scenario.people) + 1)


def _reasons(scenario: Scenario, orders: Sequence[OrderOfPrecedence], person: Person) -> list[str]:
    """Why somebody stands where they stand in these orders, the first of which gives the number beside the name."""
    told = []
    for number, order in enumerate(orders):
        place = next((place for place in order.places if person.id in place.people), None)
        why = why_here(scenario, place, person.id) if place else ""
        if number:
            text = _("Place {rank} in the joint order: {reason}")
            told += [text.format(rank=order.rank(person.id), reason=why)] if why else []
        elif why and why != person.office:
            told.append(_("Why here: {reason}").format(reason=why))
    return told


def _person(scenario: Scenario, person: Person, rank: int | None, why: Sequence[str]) -> w.Node:
    room = scenario.room.holding_room(person.holds).name
    office = _("{office} · waits: {room}").format(office=person.office, room=room)
    weight = "bold" if person.principal else "semibold"
    name = w.label(person.name, weight=weight)
    place = str(rank) if rank is not None else "–"
    return w.row(
        w.label(place, weight="semibold", colour=w.theme.MUTED, align="right", width=w.em(20)),
        w.column(
            w.flow(name, w.chip(_("principal"), "good"), gap=8) if person.principal else name,
            w.note(office),
            *(w.note(reason) for reason in why),
            gap=1, width=w.FLEX,
        ),
        gap=10, align="start", id=f"person.{person.id}",
    )  # fmt: skip
