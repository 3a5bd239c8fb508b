"""Officers of the house on the plan screen: their posts at doors, whom they take in, and what can be said to them."""

from __future__ import annotations

from game.attempt.commands import SetEscort, SetField
from game.protocol.cues import AtOnce
from game.protocol.legality import rooms_of
from game.protocol.people import Person, Role
from game.protocol.plan import Briefing
from game.protocol.units import SECOND
from game.simulation.instructions import walking_time
from game.stage import widgets as w
from game.stage.screens.plan_desk import PlanDesk
from game.wording.catalogue import _
from game.wording.means import escort_name
from game.wording.sentences import how_long

POST_CUES = ("set_out", "enter")
"""The cues of an officer's briefing: when to go to the door, when to let people in."""


def any_of_house(desk: PlanDesk) -> bool:
    """Whether an officer of the house is among those chosen."""
    return any(desk.scenario.person(person).role is Role.OFFICER for person in desk.members)


def post_delivery(desk: PlanDesk) -> w.Node:
    """The foot of an officer's card: he is told face to face, so that nothing can get lost."""
    if desk.briefing is not None:
        return w.note(_("Your own people are told face to face: it holds, and takes none of the liaison's time."))
    takes_in = _takes_in(desk)
    if takes_in is not None:
        go = w.button("card.takes_in", _("Open that briefing"), lambda: desk.choose_who(takes_in.who), small=True)
        return w.flow(go, w.note(_("Nobody can take people in and be sent to a door besides.")), gap=8)
    begin = w.button("card.post", _("Send to a door"), lambda: post(desk), kind="primary", key="b", small=True)
    return w.flow(begin, w.note(_("or take people in: their card, under “Escort”")), gap=8)


def post(desk: PlanDesk) -> None:
    """Begin with the door that is nearest, at once; whose officer takes people in is shown their briefing instead."""
    if (takes_in := _takes_in(desk)) is not None:
        desk.choose_who(takes_in.who)
        return
    people = [desk.scenario.person(person) for person in desk.members]
    door = desk.scenario.room.holding_room(people[0].holds).first_door
    desk.do(SetField(desk.chosen, "door", door), SetField(desk.chosen, "set_out", AtOnce()))


def _takes_in(desk: PlanDesk) -> Briefing | None:
    """The briefing of those whom one of the chosen takes in."""
    return next((b for b in desk.session.plan.briefings if b.escort in desk.members), None)


def post_lines() -> list[str]:
    """What an officer at a door is good for."""
    return [
        _("Where an officer stands people keep their patience, who is expected but not known is let through, and who "
          "was not invited is turned away."),
        _("With a cue for letting people in, nobody but a principal passes before it: they queue."),
    ]  # fmt: skip


def duty_lines(desk: PlanDesk) -> list[str]:
    """What an officer does without a briefing: waits to be sent, or takes people in."""
    lines = []
    for person in (desk.scenario.person(member) for member in desk.members):
        escorted = next((b for b in desk.session.plan.briefings if b.escort == person.id), None)
        if escorted is None:
            waits = _("{who} waits to be sent to a door, or to people who are to be taken in.")
            lines.append(waits.format(who=person.name))
            continue
        whom = desk.addressee(escorted.who)
        far = walk_to(desk, person, escorted)
        text = _("{who} takes in: {whom}. Goes with the first of them and stands at their door.")
        if far:
            text = _("{who} takes in: {whom}. Is with them after {time}, goes with the first and stands at their door.")
        lines.append(text.format(who=person.name, whom=whom, time=how_long(far or 0)))
    return lines


def walk_to(desk: PlanDesk, officer: Person, briefing: Briefing) -> int | None:
    """How long an officer walks to the people of a briefing, ms on whole seconds; None where there is no way."""
    rooms = rooms_of(desk.scenario, briefing)
    way = desk.scenario.room.way(officer.holds, rooms[0]) if rooms else None
    return None if way is None else -(-walking_time(way, officer.pace) // SECOND) * SECOND


def escort(desk: PlanDesk, ui: w.Ui, briefing: Briefing) -> w.Node:
    """Which officer of the house goes with them, if any: where each is, how far it is, and why one cannot."""
    officers = {person.id: person for person in desk.scenario.officers}
    options = [("", _("none"))]
    for name in desk.scenario.liaison.escorts:
        words = _walking(desk, officers[name], briefing) if name in officers else escort_name(desk.scenario, name)
        options.append((name, _with_others(desk, name, words, briefing)))

    def choose(key: str) -> None:
        desk.do(SetEscort(desk.chosen, key or None))

    return w.combo(ui, "card.escort", _("Escort"), options, briefing.escort or "", choose)


def _walking(desk: PlanDesk, officer: Person, briefing: Briefing) -> str:
    where = desk.scenario.room.holding_room(officer.holds).name
    far = walk_to(desk, officer, briefing)
    if len(rooms_of(desk.scenario, briefing)) > 1:
        text = _("{officer}, {room}: these people wait in several rooms")
    elif far is None:
        text = _("{officer}, {room}: no way from there")
    elif not far:
        text = _("{officer}, is with them already")
    else:
        text = _("{officer}, {room}: {time} away")
    return text.format(officer=officer.short, room=where, time=how_long(far or 0))


def _with_others(desk: PlanDesk, name: str, words: str, briefing: Briefing) -> str:
    """The same, and what else the escort is to do already."""
    plan = desk.session.plan
    others = [b for b in plan.briefings if b.escort == name and b is not briefing]
    if others:
        return _("{officer}, is with {who}").format(officer=words, who=desk.addressee(others[0].who))
    if any(name in b.who for b in plan.briefings):
        return _("{officer}, is sent to a door").format(officer=words)
    return words
