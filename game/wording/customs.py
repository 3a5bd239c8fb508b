"""The custom of the house in plain sentences: the author's own, or one made from the rule's terms."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from game.protocol.cues import Moment
from game.protocol.rules import During, Gravity, Rule
from game.protocol.scenario import Scenario
from game.simulation.kinds.absent_until import AbsentUntil
from game.simulation.kinds.alone_in_shot import AloneInShot
from game.simulation.kinds.before import Before
from game.simulation.kinds.by import By
from game.simulation.kinds.closed_between import ClosedBetween
from game.simulation.kinds.door_reserved import DoorReserved
from game.simulation.kinds.escorted_by import EscortedBy
from game.simulation.kinds.in_order import InOrder
from game.simulation.kinds.longest_wait import LongestWait
from game.simulation.kinds.never_parted_from import NeverPartedFrom
from game.simulation.kinds.nobody_leaves_before import NobodyLeavesBefore
from game.simulation.kinds.nobody_sits_before import NobodySitsBefore
from game.simulation.kinds.parity import Parity
from game.simulation.kinds.placed_at import PlacedAt
from game.simulation.kinds.received_by import ReceivedBy
from game.simulation.kinds.same_door import SameDoor
from game.simulation.kinds.separate_doors import SeparateDoors
from game.simulation.kinds.standing_at_place_when import StandingAtPlaceWhen
from game.simulation.kinds.together import Together
from game.wording.catalogue import _, ngettext
from game.wording.phrases import all_have, capital, clock, door, how_long, people
from game.wording.places import place_meant


def custom(scenario: Scenario, rule: Rule) -> str:
    """One plain sentence of what this rule asks for: as the author put it, or made from its terms."""
    if rule.says:
        return rule.says
    tell = _SENTENCES.get(rule.terms.kind)
    said = capital(tell(scenario, rule.terms)) if tell else rule.title
    return " ".join((said, *_tempered(scenario, rule)))


def _tempered(scenario: Scenario, rule: Rule) -> Iterator[str]:
    """What the rule says beside its terms: when it is in force, its grace, whom it exempts."""
    if rule.during is not None:
        yield {
            During.ON_AIR: _("This holds only on air."),
            During.OFF_AIR: _("This holds only off air."),
            During.PRESS_IN: _("This holds only while the press is in."),
            During.PRESS_OUT: _("This holds only while the press is out."),
        }[rule.during]
    if rule.grace:
        yield _("Up to {how_long} is let pass.").format(how_long=how_long(rule.grace))
    if rule.exempt:
        yield _("It does not concern {who}.").format(who=people(scenario, rule.exempt))


def gravity_word(gravity: Gravity) -> str:
    """How heavily a breach weighs, in a word."""
    return {
        Gravity.SLIGHT: _("slight"),
        Gravity.MODERATE: _("moderate"),
        Gravity.SERIOUS: _("serious"),
        Gravity.GRAVE: _("grave"),
    }[gravity]


def _do(moment: Moment) -> str:
    """A moment after `must`."""
    return {
        Moment.ARRIVED: _("arrive"),
        Moment.CALLED: _("be called in"),
        Moment.SET_OUT: _("set out"),
        Moment.AT_DOOR: _("reach the door"),
        Moment.ENTERED: _("enter"),
        Moment.TOOK_PLACE: _("be in place"),
        Moment.SAT: _("sit down"),
        Moment.ROSE: _("rise"),
        Moment.LEFT: _("leave"),
        Moment.SENT_OUT: _("be sent out"),
        Moment.ON_AIR: _("go on air"),
        Moment.OFF_AIR: _("go off air"),
    }[moment]


def _absent_until(scenario: Scenario, terms: AbsentUntil) -> str:
    subject = people(scenario, terms.who)
    if not terms.until:
        return _("{who} must stay outside.").format(who=subject)
    return _("{who} must stay outside until {what}.").format(who=subject, what=all_have(scenario, terms.until))


def _before(scenario: Scenario, terms: Before) -> str:
    return _("{first} must {do} before {then}.").format(
        first=people(scenario, terms.first), do=_do(terms.event), then=people(scenario, terms.then)
    )


def _in_order(scenario: Scenario, terms: InOrder) -> str:
    if terms.direction == "ascending":
        text = _("{who} must {do} by rank, the lowest first.")
    else:
        text = _("{who} must {do} by rank, the highest first.")
    return text.format(do=_do(terms.event), who=people(scenario, terms.who))


def _together(scenario: Scenario, terms: Together) -> str:
    return _("{who} must {do} within {within} of each other.").format(
        within=how_long(terms.within), do=_do(terms.event), who=people(scenario, terms.who)
    )


def _by(scenario: Scenario, terms: By) -> str:
    return _("{who} must {do} at {clock} at the latest.").format(
        clock=clock(terms.deadline), do=_do(terms.event), who=people(scenario, terms.who)
    )


def _door_reserved(scenario: Scenario, terms: DoorReserved) -> str:
    where, whom = door(scenario, terms.door), people(scenario, terms.only)
    if terms.until:
        what = all_have(scenario, terms.until)
        return _("{door} is kept for {whom} until {what}.").format(door=where, whom=whom, what=what)
    return _("{door} is kept for {whom}.").format(door=where, whom=whom)


def _same_door(scenario: Scenario, terms: SameDoor) -> str:
    return _("{who} must enter by one and the same door.").format(who=people(scenario, terms.who))


def _separate_doors(scenario: Scenario, terms: SeparateDoors) -> str:
    return _("{who} must each enter by a door of their own.").format(who=people(scenario, terms.who))


def _alone_in_shot(scenario: Scenario, terms: AloneInShot) -> str:
    whom = people(scenario, terms.who)
    if terms.until:
        what = all_have(scenario, terms.until)
        text = _("While on air the picture belongs to {whom} alone until {what}.")
        return text.format(whom=whom, what=what)
    return _("While on air the picture belongs to {whom} alone.").format(whom=whom)


def _longest_wait(scenario: Scenario, terms: LongestWait) -> str:
    text = {
        "door": _("{who} must not be kept waiting at a door for longer than {longest}."),
        "holding room": _("{who} must not be left in the holding room for longer than {longest}."),
        "on camera": _("{who} must not be kept waiting before the cameras for longer than {longest}."),
    }.get(terms.place, _("{who} must not be kept waiting in the room for longer than {longest}."))
    return text.format(longest=how_long(terms.longest), who=people(scenario, terms.who))


def _nobody_sits_before(scenario: Scenario, terms: NobodySitsBefore) -> str:
    return _("{who} must not sit down before {whom}.").format(
        who=people(scenario, terms.who), whom=people(scenario, terms.before)
    )


def _nobody_leaves_before(scenario: Scenario, terms: NobodyLeavesBefore) -> str:
    return _("{who} must not leave before {whom}.").format(
        who=people(scenario, terms.who), whom=people(scenario, terms.before)
    )


def _standing_at_place_when(scenario: Scenario, terms: StandingAtPlaceWhen) -> str:
    return _("{who} must be standing in place by the time {what}.").format(
        who=people(scenario, terms.who), what=all_have(scenario, terms.when)
    )


def _escorted_by(scenario: Scenario, terms: EscortedBy) -> str:
    return _("{who} must be taken to the door by {by}.").format(
        who=people(scenario, terms.who), by=people(scenario, terms.by)
    )


def _received_by(scenario: Scenario, terms: ReceivedBy) -> str:
    if terms.place == "door":
        text = _("{by} must be at the door to receive {who}.")
    else:
        text = _("{by} must be in the room to receive {who}.")
    return text.format(by=people(scenario, terms.by), who=people(scenario, terms.who))


def _never_parted_from(scenario: Scenario, terms: NeverPartedFrom) -> str:
    return _("{who} must enter with {whom}, within {within} and by the same door, and stay as long.").format(
        who=people(scenario, terms.who), whom=people(scenario, terms.principal), within=how_long(terms.within)
    )


def _placed_at(scenario: Scenario, terms: PlacedAt) -> str:
    where = place_meant(
        scenario, terms.seat or "", terms.beside, terms.side, terms.opposite, terms.facing or ""
    )
    return _("{who} must have this place: {where}.").format(who=people(scenario, terms.who), where=where)


def _parity(scenario: Scenario, terms: Parity) -> str:
    values = {
        "what": all_have(scenario, terms.once),
        "one": people(scenario, terms.one),
        "other": people(scenario, terms.other),
        "n": terms.difference,
    }
    if not terms.difference:
        text = _("Once {what} there must be as many of {one} as of {other} in the room.")
    else:
        text = ngettext(
            "Once {what} the numbers of {one} and of {other} in the room may differ by {n}.",
            "Once {what} the numbers of {one} and of {other} in the room may differ by {n}.",
            terms.difference,
        )
    return text.format(**values)


def _closed_between(scenario: Scenario, terms: ClosedBetween) -> str:
    values = {"begins": all_have(scenario, terms.begins), "staff": people(scenario, terms.staff)}
    if terms.ends:
        values["ends"] = all_have(scenario, terms.ends)
        if terms.staff:
            text = _("Once {begins} nobody but {staff} may come or go until {ends}.")
        else:
            text = _("Once {begins} nobody may come or go until {ends}.")
    elif terms.staff:
        text = _("Once {begins} nobody but {staff} may come or go.")
    else:
        text = _("Once {begins} nobody may come or go.")
    return text.format(**values)


_SENTENCES: Final[dict[str, Callable[..., str]]] = {
    AbsentUntil.kind: _absent_until,
    Before.kind: _before,
    InOrder.kind: _in_order,
    Together.kind: _together,
    By.kind: _by,
    DoorReserved.kind: _door_reserved,
    SameDoor.kind: _same_door,
    SeparateDoors.kind: _separate_doors,
    AloneInShot.kind: _alone_in_shot,
    LongestWait.kind: _longest_wait,
    NobodySitsBefore.kind: _nobody_sits_before,
    NobodyLeavesBefore.kind: _nobody_leaves_before,
    StandingAtPlaceWhen.kind: _standing_at_place_when,
    EscortedBy.kind: _escorted_by,
    ReceivedBy.kind: _received_by,
    NeverPartedFrom.kind: _never_parted_from,
    PlacedAt.kind: _placed_at,
    Parity.kind: _parity,
    ClosedBetween.kind: _closed_between,
}
