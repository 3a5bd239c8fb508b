"""One sentence for every kind of breach, from its message id and values."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from game.protocol.cues import Moment, parse_occurrence
from game.protocol.groups import expand
from game.protocol.scenario import Scenario
from game.scoring.line import Line
from game.wording.catalogue import _, ngettext
from game.wording.phrases import capital, clock, did, door, had, has_done, how_long, people, who
from game.wording.places import closely, place_meant


def breach_sentence(scenario: Scenario, line: Line) -> str:
    """What was done, by whom, against what; and that it was put right, if it was."""
    tell = _SENTENCES.get(line.message, _any)
    sentence = capital(tell(scenario, line))
    if line.put_right and line.until > line.at:
        sentence += " " + _("It was put right after {how_long}.").format(
            how_long=how_long(line.until - line.at)
        )
    if line.waived:
        sentence += " " + _("It was waived after {how_long}.").format(how_long=how_long(line.until - line.at))
    if line.improvised:
        sentence += " " + _("It was the principal's own idea, and is not on your account.")
    return sentence


def _offenders(scenario: Scenario, line: Line) -> str:
    return people(scenario, line.offenders)


def _number(line: Line, name: str) -> int | None:
    value = line.value(name)
    return value if isinstance(value, int) else None


def _texts(line: Line, name: str) -> tuple[str, ...]:
    value = line.value(name)
    return value if isinstance(value, tuple) else ()


def _moment(line: Line) -> Moment:
    return Moment(str(line.value("event") or Moment.ENTERED.value))


def _door(scenario: Scenario, line: Line) -> str:
    return door(scenario, str(line.value("by_door") or line.value("door") or ""))


def _lasted_to_the_end(scenario: Scenario, line: Line) -> bool:
    return line.until >= scenario.end


def _any(scenario: Scenario, line: Line) -> str:
    title = scenario.rule(line.rule).title
    return _("{who} broke the rule “{rule}”.").format(who=_offenders(scenario, line), rule=title)


def _absent_until(scenario: Scenario, line: Line) -> str:
    subject = _offenders(scenario, line)
    awaited = line.value("awaited")
    if awaited is None:
        return _("{who} entered, with no business to be there.").format(who=subject)
    what = had(scenario, parse_occurrence(str(awaited)))
    early = _number(line, "early")
    if early is None:
        return _("{who} entered before {what}, and that never came about.").format(who=subject, what=what)
    return _("{who} entered {how_long} before {what}.").format(
        who=subject, how_long=how_long(early), what=what
    )


def _before(scenario: Scenario, line: Line) -> str:
    what = did(_moment(line), _offenders(scenario, line))
    whom = people(scenario, line.against)
    gap = _number(line, "gap")
    if gap is None:
        return _("{did} before {whom}, who had not done so by the end.").format(did=what, whom=whom)
    return _("{did} {how_long} before {whom}.").format(did=what, how_long=how_long(gap), whom=whom)


def _in_order(scenario: Scenario, line: Line) -> str:
    what = did(_moment(line), _offenders(scenario, line))
    if line.value("direction") == "ascending":
        text = ngettext(
            "{did} before {whom}, who ranks lower and goes first here.",
            "{did} before {whom}, who rank lower and go first here.",
            len(line.against),
        )
    else:
        text = ngettext(
            "{did} before {whom}, who ranks higher.",
            "{did} before {whom}, who rank higher.",
            len(line.against),
        )
    return text.format(did=what, whom=people(scenario, line.against))


def _together(scenario: Scenario, line: Line) -> str:
    within = _number(line, "within") or 0
    subject, moment = _offenders(scenario, line), _moment(line)
    if _lasted_to_the_end(scenario, line):
        return _("Nobody could say by the end that {what}; within {within} of the first was agreed.").format(
            what=has_done(moment, subject), within=how_long(within)
        )
    after = within + (_number(line, "lasted") or 0)
    text = ngettext(
        "{did} {how_long} after {whom}; at most {within} was agreed.",
        "{did}, the last of them {how_long} after {whom}; at most {within} was agreed.",
        len(line.offenders),
    )
    return text.format(
        did=did(moment, subject),
        how_long=how_long(after),
        whom=people(scenario, line.against[:1]),
        within=how_long(within),
    )


def _by(scenario: Scenario, line: Line) -> str:
    subject, moment = _offenders(scenario, line), _moment(line)
    deadline = clock(_number(line, "deadline") or line.at)
    if _lasted_to_the_end(scenario, line):
        return _("Nobody could say at {clock}, or by the end, that {what}.").format(
            clock=deadline, what=has_done(moment, subject)
        )
    return _("{did} {how_long} after the deadline of {clock}.").format(
        did=did(moment, subject), how_long=how_long(_number(line, "lasted") or 0), clock=deadline
    )


def _door_reserved(scenario: Scenario, line: Line) -> str:
    return _("{who} came in by {door}, which is kept for {whom}.").format(
        who=_offenders(scenario, line),
        door=_door(scenario, line),
        whom=people(scenario, _texts(line, "only")),
    )


def _same_door(scenario: Scenario, line: Line) -> str:
    return _("{who} came in by {door}, not by the door that {whom} had taken.").format(
        who=_offenders(scenario, line), door=_door(scenario, line), whom=people(scenario, line.against)
    )


def _separate_doors(scenario: Scenario, line: Line) -> str:
    return _("{who} came in by {door}, which {whom} had taken already.").format(
        who=_offenders(scenario, line), door=_door(scenario, line), whom=people(scenario, line.against)
    )


def _alone_in_shot(scenario: Scenario, line: Line) -> str:
    lasted = how_long(_number(line, "lasted") or 0)
    return _("{who} stood {how_long} in a picture that belongs to {whom} alone.").format(
        who=_offenders(scenario, line), how_long=lasted, whom=people(scenario, _texts(line, "who"))
    )


def _longest_wait(scenario: Scenario, line: Line) -> str:
    longest = _number(line, "longest") or 0
    waited = how_long(longest + (_number(line, "lasted") or 0))
    text = {
        "door": _("{who} was kept waiting at the door for {how_long}; more than {longest} is improper."),
        "holding room": _(
            "{who} was left in the holding room for {how_long}; more than {longest} is improper."
        ),
        "on camera": _("{who} was kept waiting on camera for {how_long}; more than {longest} is improper."),
    }.get(
        str(line.value("place")),
        _("{who} was kept waiting in the room for {how_long}; more than {longest} is improper."),
    )
    return text.format(who=_offenders(scenario, line), how_long=waited, longest=how_long(longest))


def _nobody_sits_before(scenario: Scenario, line: Line) -> str:
    before = people(scenario, _texts(line, "before"))
    if line.put_right:
        return _("{who} sat down before {whom}.").format(who=_offenders(scenario, line), whom=before)
    lasted = how_long(_number(line, "lasted") or 0)
    return _("{who} sat down {how_long} before {whom}.").format(
        who=_offenders(scenario, line), how_long=lasted, whom=before
    )


def _nobody_leaves_before(scenario: Scenario, line: Line) -> str:
    return _("{who} left before {whom}.").format(
        who=_offenders(scenario, line), whom=people(scenario, _texts(line, "before"))
    )


def _standing_at_place_when(scenario: Scenario, line: Line) -> str:
    event = parse_occurrence(str(line.value("awaited")))
    return _("{who} was not standing in place when {what}.").format(
        who=_offenders(scenario, line), what=did(event.moment, closely(scenario, event))
    )


def _escorted_by(scenario: Scenario, line: Line) -> str:
    text = ngettext(
        "{who} came to the door and went in without an escort.",
        "{who} came to the door and went in without an escort.",
        len(line.offenders),
    )
    return text.format(who=_offenders(scenario, line))


def _received_by(scenario: Scenario, line: Line) -> str:
    if line.value("place") == "door":
        text = ngettext(
            "{who} was not at the door to receive {guest}.",
            "{who} were not at the door to receive {guest}.",
            len(line.offenders),
        )
    else:
        text = ngettext(
            "{who} was not in the room to receive {guest}.",
            "{who} were not in the room to receive {guest}.",
            len(line.offenders),
        )
    return text.format(who=_offenders(scenario, line), guest=people(scenario, line.against))


def _never_parted_from(scenario: Scenario, line: Line) -> str:
    subject, whom = _offenders(scenario, line), people(scenario, line.against)
    if line.until == line.at < scenario.end:
        return _("{who} came in by another door than {whom}.").format(who=subject, whom=whom)
    within = _number(line, "within") or 0
    return _("{who} was parted from {whom} for {how_long}; at most {within} was agreed.").format(
        who=subject,
        whom=whom,
        how_long=how_long(within + (_number(line, "lasted") or 0)),
        within=how_long(within),
    )


def _placed_at(scenario: Scenario, line: Line) -> str:
    where = place_meant(
        scenario,
        str(line.value("seat") or ""),
        _texts(line, "beside"),
        str(line.value("side") or ""),
        _texts(line, "opposite"),
        str(line.value("facing") or ""),
    )
    return _("{who} did not take the place that was meant: {where}.").format(
        who=_offenders(scenario, line), where=where
    )


def _parity(scenario: Scenario, line: Line) -> str:
    one, other = _texts(line, "one"), _texts(line, "other")
    if set(line.against) <= set(expand(scenario, one)):
        one, other = other, one
    difference = _number(line, "difference") or 0
    if difference:
        text = ngettext(
            "With {who} the room held too many of {one} beside those of {other}; at most one more was agreed.",
            "With {who} the room held too many of {one} beside those of {other}; at most {n} more were agreed.",
            difference,
        )
    else:
        text = _("With {who} the room held more of {one} than of {other}; equal numbers were agreed.")
    return text.format(
        who=_offenders(scenario, line), one=people(scenario, one), other=people(scenario, other), n=difference
    )


def _closed_between(scenario: Scenario, line: Line) -> str:
    if line.value("by_door"):
        return _("{who} came in while the room was closed.").format(who=_offenders(scenario, line))
    return _("{who} left while the room was closed.").format(who=_offenders(scenario, line))


_SENTENCES: Final[dict[str, Callable[[Scenario, Line], str]]] = {
    "breach.absent_until": _absent_until,
    "breach.before": _before,
    "breach.in_order": _in_order,
    "breach.together": _together,
    "breach.by": _by,
    "breach.door_reserved": _door_reserved,
    "breach.same_door": _same_door,
    "breach.separate_doors": _separate_doors,
    "breach.alone_in_shot": _alone_in_shot,
    "breach.longest_wait": _longest_wait,
    "breach.nobody_sits_before": _nobody_sits_before,
    "breach.nobody_leaves_before": _nobody_leaves_before,
    "breach.standing_at_place_when": _standing_at_place_when,
    "breach.escorted_by": _escorted_by,
    "breach.received_by": _received_by,
    "breach.never_parted_from": _never_parted_from,
    "breach.placed_at": _placed_at,
    "breach.parity": _parity,
    "breach.closed_between": _closed_between,
}


def person_or_office(scenario: Scenario, by: str) -> str:
    """Who of the house acted: an official by default, the player as the officer."""
    if by in ("", "official", "an official"):
        return _("an official of the house")
    return _("the protocol officer") if by == "officer" else who(scenario, by)
