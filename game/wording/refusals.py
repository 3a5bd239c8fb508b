"""Why a plan or an order cannot be, as a plain sentence: the same in the window and on the command line."""

from __future__ import annotations

from game.protocol.legality import Refusal
from game.protocol.scenario import Scenario
from game.wording.catalogue import _
from game.wording.phrases import capital, door, holding, how_long, people, who


def refusal_sentence(scenario: Scenario, refusal: Refusal) -> str:
    """What cannot be, and what to do about it."""
    values = {name: _value(scenario, name, value) for name, value in refusal.values}
    return capital(_text(refusal.code).format(**values))


def _value(scenario: Scenario, name: str, value: str) -> str:
    match name:
        case "who":
            return people(scenario, value.split(", "))
        case "door":
            known = any(each.id == value for each in scenario.room.doors)
            return door(scenario, value) if known else f"“{value}”"
        case "room":
            return holding(scenario, value)
        case "escort":
            known = any(each.id == value for each in scenario.officers)
            return who(scenario, value) if known else value
        case "spent" | "minutes":
            return how_long(int(value))
        case "field":
            return field_word(value)
        case "other":
            return value if value.isdigit() else who(scenario, value)
        case _:
            return value


def field_word(field: str) -> str:
    """A field of a briefing by its name on the card."""
    return {
        "door": _("the door"),
        "set_out": _("setting out"),
        "enter": _("entering"),
        "sit": _("sitting down"),
        "leave": _("leaving"),
        "spacing": _("the spacing"),
        "pace": _("the pace"),
        "place": _("the place"),
        "who": _("the people"),
        "escort": _("the escort"),
        "read_back": _("the read-back"),
    }.get(field, field)


def _text(code: str) -> str:
    return {
        "too-many": _("There are too many entries; the most is {most}."),
        "unknown-person": _("Nobody here is called “{who}”. Name a person, group or delegation."),
        "unknown-door": _("This room has no door {door}."),
        "unknown-seat": _("This room has no place “{seat}”."),
        "unknown-escort": _("The house has no liaison officer “{escort}”."),
        "bad-cue": _("“{cue}” is a cue to set out by; it cannot be used here."),
        "cue-waits-for-itself": _("The cue “{cue}” waits for {who}, who would be waiting for it."),
        "never-happens": _("The cue “{cue}” waits for something that never happens here."),
        "never-arrives": _("The cue “{cue}” never comes: on this day there is no arrival of {who}."),
        "out-of-range": _("{field} cannot be that: it is out of bounds."),
        "door-not-reached": _("{who} waits in {room}, which does not open on {door}. Choose another door."),
        "ambiguous": _("{who} is told two things about {field}, here and in briefing {other}. Take one out."),
        "seat-taken": _("{who} cannot have the place “{seat}”: it is {other}'s."),
        "over-budget": _("The read-backs take {spent}, and the liaison has {minutes}. Leave some out."),
        "escort-twice": _("{escort} can escort only one briefing. Choose another escort, or none."),
        "escort-no-way": _("No way leads {escort} to {room}. Send somebody else."),
        "officer-twice": _("{escort} takes people in and has a briefing besides, but can do only one of the two."),
        "officer-field": _("{who} is an officer of the house and stays at the door: “{field}” cannot be said to them."),
        "uninvited": _("Nobody knows whether {who} comes at all. Put an officer at the door instead."),
        "escort-two-rooms": _("{escort} can be in one holding room only, and these people wait in several."),
        "cue-cycle": _("These people wait for each other and would never come: {who}."),
        "unknown-rule": _("There is no rule called “{rule}” here."),
        "not-waivable": _("Nobody may waive the rule “{rule}”."),
        "outside-the-day": _("The order “{order}” is given outside the hours of this day."),
    }.get(code, _("This cannot be ({code}).").replace("{code}", code))
