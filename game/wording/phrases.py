"""The parts of a sentence: people, doors, durations, moments and cues in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from game.protocol.cues import After, AtClock, AtDoorBy, AtOnce, Cue, Moment, Occurrence, OnWord
from game.protocol.groups import EVERYBODY, names
from game.protocol.plan import Order, Verb
from game.protocol.scenario import Scenario
from game.protocol.units import MINUTE, SECOND, format_clock
from game.wording.catalogue import _, ngettext

FEW: Final = 2
"""A group of so many is called by its people's names."""

LISTED: Final = 3
"""So many names stand in a sentence before the rest is counted."""


def capital(sentence: str) -> str:
    """The sentence with its first letter as a capital."""
    return sentence[:1].upper() + sentence[1:]


def how_long(millis: int) -> str:
    """A duration for a reader: `4 min 20 s`, `52 s`, `1.5 s`; never finer than a tenth of a second."""
    if millis < 10 * SECOND:
        whole, tenth = divmod(millis * 10 // SECOND, 10)
        return _("{seconds} s").format(seconds=f"{whole}.{tenth}" if tenth else whole)
    minutes, seconds = divmod(millis // SECOND, 60)
    if not minutes:
        return _("{seconds} s").format(seconds=seconds)
    if not seconds:
        return _("{minutes} min").format(minutes=minutes)
    return _("{minutes} min {seconds} s").format(minutes=minutes, seconds=seconds)


def clock(instant: int) -> str:
    """A clock time for a reader: `12:13`, or `12:03:16` where the seconds matter."""
    text = format_clock(instant)
    return text[:-3] if instant % MINUTE < SECOND else text


def several(parts: Sequence[str]) -> str:
    """`A`, `A and B`, `A, B and C`; beyond that `A, B, C and 4 more`."""
    if len(parts) > LISTED + 1:
        rest = len(parts) - LISTED
        more = ngettext("{count} more", "{count} more", rest).format(count=rest)
        return several([", ".join(parts[:LISTED]), more])
    if len(parts) < 2:
        return "".join(parts)
    return _("{some} and {last}").format(some=", ".join(parts[:-1]), last=parts[-1])


def everyone(parts: Sequence[str]) -> str:
    """All of them, none left to be counted: `A, B, C, D and E`."""
    if len(parts) < 2:
        return "".join(parts)
    return _("{some} and {last}").format(some=", ".join(parts[:-1]), last=parts[-1])


def who(scenario: Scenario, name: str) -> str:
    """A person, group or delegation as a sentence calls it."""
    for person in scenario.people:
        if person.id == name:
            return person.name
    if name == EVERYBODY:
        return _("everybody")
    for delegation in scenario.delegations:
        if delegation.id == name:
            return _("the delegation of {delegation}").format(delegation=delegation.short)
    members = names(scenario).get(name, ())
    if 0 < len(members) <= FEW:
        return everyone([scenario.person(member).name for member in members])
    of, dot, group = name.partition(".")
    if dot and any(delegation.id == of for delegation in scenario.delegations):
        return _("the {group} of {delegation}").format(
            group=group.replace("_", " "), delegation=scenario.delegation(of).short
        )
    return _("the {group}").format(group=name.replace("_", " ")) if members else name


def people(scenario: Scenario, group: Sequence[str]) -> str:
    """Several people or groups, the first few by name."""
    return several([who(scenario, name) for name in group])


def door(scenario: Scenario, door_id: str) -> str:
    """A door as a sentence calls it."""
    name = next((each.name for each in scenario.room.doors if each.id == door_id), door_id)
    bare = _bare(name)
    return _("the {door}").format(door=bare) if "door" in bare else _("the {name} door").format(name=bare)


def holding(scenario: Scenario, room_id: str) -> str:
    """A holding room as a sentence calls it."""
    name = next((each.name for each in scenario.room.holding if each.id == room_id), room_id)
    return _("the {room}").format(room=_bare(name))


def _bare(name: str) -> str:
    """A name from the file for the middle of a sentence: `Guest salon` becomes `guest salon`."""
    bare = name.removeprefix("the ").removeprefix("The ")
    return bare if bare[1:] != bare[1:].lower() else bare.lower()


def seen_by(word: str) -> str:
    """Who saw it, after a comma: `live on air`, `before the press`, ..."""
    return {
        "live": _("live on air"),
        "press": _("before the press"),
        "other side": _("before the other side"),
        "nobody": _("seen by nobody else"),
    }.get(word, word)


def has_done(moment: Moment, subject: str) -> str:
    """What somebody had done before: `Kim Jong Un had entered`."""
    return {
        Moment.ARRIVED: _("{who} had arrived"),
        Moment.CALLED: _("{who} had been called in"),
        Moment.SET_OUT: _("{who} had set out"),
        Moment.AT_DOOR: _("{who} had reached the door"),
        Moment.ENTERED: _("{who} had entered"),
        Moment.TOOK_PLACE: _("{who} had come to the assigned place"),
        Moment.SAT: _("{who} had sat down"),
        Moment.ROSE: _("{who} had risen"),
        Moment.LEFT: _("{who} had left"),
        Moment.SENT_OUT: _("{who} had been sent out"),
        Moment.ON_AIR: _("the broadcast had begun"),
        Moment.OFF_AIR: _("the broadcast had ended"),
        Moment.ROOM_READY: _("the room had been made ready"),
    }[moment].format(who=subject)


def did(moment: Moment, subject: str) -> str:
    """What somebody did: `Sergei Lavrov entered`."""
    return {
        Moment.ARRIVED: _("{who} arrived"),
        Moment.CALLED: _("{who} got the call"),
        Moment.SET_OUT: _("{who} set out"),
        Moment.AT_DOOR: _("{who} came to the door"),
        Moment.ENTERED: _("{who} entered"),
        Moment.TOOK_PLACE: _("{who} came to the assigned place"),
        Moment.SAT: _("{who} sat down"),
        Moment.ROSE: _("{who} rose"),
        Moment.LEFT: _("{who} left"),
        Moment.SENT_OUT: _("{who} had to leave"),
        Moment.ON_AIR: _("the broadcast began"),
        Moment.OFF_AIR: _("the broadcast ended"),
        Moment.ROOM_READY: _("the room was ready"),
    }[moment].format(who=subject)


def had(scenario: Scenario, event: Occurrence) -> str:
    """An occurrence after `before`: `the first of the ministers of Russia had sat down`."""
    return has_done(event.moment, _subject(scenario, event))


def _subject(scenario: Scenario, event: Occurrence) -> str:
    if event.moment.of_nobody:
        return ""
    subject = who(scenario, event.who)
    return _("the first of {whom}").format(whom=subject) if event.first else subject


def all_have(scenario: Scenario, events: Sequence[Occurrence]) -> str:
    """Several occurrences after `until`: `Kim Jong Un and Vladimir Putin have entered`."""
    moments = {event.moment for event in events}
    if len(moments) == 1 and not any(event.first or event.moment.of_nobody for event in events):
        named = [who(scenario, event.who) for event in events]
        known = names(scenario)
        return _have(moments.pop(), everyone(named), sum(len(known.get(event.who, ())) for event in events))
    return everyone([
        _have(event.moment, _subject(scenario, event), _number(scenario, event)) for event in events
    ])


def _number(scenario: Scenario, event: Occurrence) -> int:
    return 1 if event.first else len(names(scenario).get(event.who, ()))


def _have(moment: Moment, subject: str, number: int) -> str:
    return {
        Moment.ARRIVED: ngettext("{who} has arrived", "{who} have arrived", number),
        Moment.CALLED: ngettext("{who} has been called in", "{who} have been called in", number),
        Moment.SET_OUT: ngettext("{who} has set out", "{who} have set out", number),
        Moment.AT_DOOR: ngettext("{who} has reached the door", "{who} have reached the door", number),
        Moment.ENTERED: ngettext("{who} has entered", "{who} have entered", number),
        Moment.TOOK_PLACE: ngettext("{who} is in place", "{who} are in place", number),
        Moment.SAT: ngettext("{who} has sat down", "{who} have sat down", number),
        Moment.ROSE: ngettext("{who} has risen", "{who} have risen", number),
        Moment.LEFT: ngettext("{who} has left", "{who} have left", number),
        Moment.SENT_OUT: ngettext("{who} has been sent out", "{who} have been sent out", number),
        Moment.ON_AIR: _("the broadcast has begun"),
        Moment.OFF_AIR: _("the broadcast has ended"),
        Moment.ROOM_READY: _("the room is ready"),
    }[moment].format(who=subject)


def cue_words(scenario: Scenario, cue: Cue) -> str:
    """A cue told to somebody: `10 s after Kim Jong Un has entered`."""
    match cue:
        case AtClock(instant):
            return _("at {clock}").format(clock=clock(instant))
        case AtDoorBy(instant):
            return _("so as to be at the door by {clock}").format(clock=clock(instant))
        case After(events, delay):
            what = all_have(scenario, events)
            if not delay:
                return _("as soon as {what}").format(what=what)
            return _("{how_long} after {what}").format(how_long=how_long(delay), what=what)
        case OnWord():
            return _("only on the officer's word")
        case AtOnce(delay):
            return _("{how_long} later").format(how_long=how_long(delay)) if delay else _("at once")


def order_words(scenario: Scenario, order: Order) -> str:
    """A live order as it is spoken: `hold Sergei Lavrov`."""
    return verb_words(order.verb.value).format(
        who=who(scenario, order.target),
        door=door(scenario, order.target) if order.target else "",
        rule=next((rule.title for rule in scenario.rules if rule.id == order.target), order.target),
    )


def verb_words(verb: str) -> str:
    """An order's text with its placeholder `{who}`, `{door}` or `{rule}`."""
    return {
        Verb.HOLD.value: _("hold {who}"),
        Verb.RELEASE.value: _("let {who} go"),
        Verb.CALL_IN.value: _("call {who} in"),
        Verb.RECALL.value: _("call {who} back"),
        Verb.HOLD_DOOR.value: _("hold {door}"),
        Verb.RELEASE_DOOR.value: _("open {door} again"),
        Verb.CUT_AWAY.value: _("cut the broadcast away"),
        Verb.LET_STAND.value: _("let it stand"),
        Verb.QUIET_WORD.value: _("a quiet word with {who}"),
        Verb.WAIVE.value: _("have the rule “{rule}” waived"),
    }.get(verb, verb)
