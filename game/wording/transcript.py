"""A run in plain sentences, event by event."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from typing import Final

from game.protocol.scenario import Scenario
from game.protocol.units import format_clock
from game.simulation.codes import Code
from game.simulation.shot import Shot
from game.simulation.trace import Event, Record, Trace
from game.wording.catalogue import _
from game.wording.findings import person_or_office
from game.wording.phrases import capital, door, holding, order_words, people, seen_by, who


def transcript(scenario: Scenario, trace: Trace) -> list[str]:
    """One line for each event: `12:03:16  Sergei Lavrov enters by the side door, on air.`"""
    return [f"{format_clock(record.at)}  {sentence}" for record, sentence in told(scenario, trace)]


def told(
    scenario: Scenario, trace: Trace, codes: Collection[int] = tuple(Code), *, live: bool = False
) -> Iterator[tuple[Record, str]]:
    """The events of these kinds, each with its sentence.

    `live`: as they are told while the day goes on, so that nothing is said of what chance has drawn.
    """
    shot = Shot.of(scenario)
    for record, event in zip(trace.records, trace.events, strict=True):
        shot.feed(record.code, record.who, record.extra)
        if record.code in codes:
            on_air = record.who >= 0 and bool(shot.in_shot >> record.who & 1)
            if live and event.improvised:
                event = replace(event, improvised=False)
            yield record, _told(scenario, trace, record, event, on_air=on_air)


def _told(scenario: Scenario, trace: Trace, record: Record, event: Event, *, on_air: bool) -> str:
    code = Code(record.code)
    if code is Code.REMARKED:
        return capital(_remark(scenario, event, on_air=on_air))
    if record.who >= 0:
        text = _of_person(scenario, code, event)
        whole = _("{sentence}, on air.") if on_air else _("{sentence}.")
        return capital(whole.format(sentence=text))
    if code in (Code.BREACH, Code.BREACH_OVER, Code.NOTICED):
        return capital(_of_rule(scenario, code, event))
    if code is Code.ORDER:
        return _("An order arrives: {order}.").format(order=order_words(scenario, trace.orders[record.extra]))
    return _of_house(code, record.extra)


_DONE_BY: Final[dict[Code, Callable[[], str]]] = {
    Code.ARRIVED: lambda: _("{who} arrives"),
    Code.JOINED: lambda: _("{who} reaches those to be taken in"),
    Code.CALLED: lambda: _("{who} is called in"),
    Code.SET_OUT: lambda: _("{who} sets out"),
    Code.TURNED_BACK: lambda: _("{who} is turned back on the way"),
    Code.AT_DOOR: lambda: _("{who} is at {door}"),
    Code.KEEPS: lambda: _("{who} lets only principals in by {door}"),
    Code.OPENED: lambda: _("{who} lets people in by {door}"),
    Code.LEFT: lambda: _("{who} leaves by {door}"),
    Code.ENTERED: lambda: _("{who} enters by {door}"),
    Code.TOOK_PLACE: lambda: _("{who} comes to the assigned place"),
    Code.ROSE: lambda: _("{who} rises"),
    Code.SAT: lambda: _("{who} sits down"),
    Code.QUIET_WORD: lambda: _("{who} is asked quietly to step out"),
    Code.SENT_OUT: lambda: _("{by} sends {who} out"),
    Code.TOOK_LEAVE: lambda: _("{who} goes to the door to leave"),
    Code.BACK: lambda: _("{who} is back in {room}"),
}
"""What somebody does, without the full stop; looked up at call time, and only the one that is needed."""


def _of_person(scenario: Scenario, code: Code, event: Event) -> str:
    """What somebody does, without the full stop."""
    if code is Code.TURNED_BACK and any(each.who == event.who for each in scenario.uninvited):
        return _("{who} is turned back at the door").format(who=who(scenario, event.who))
    text = _DONE_BY[code]()
    return text.format(
        who=who(scenario, event.who),
        door=door(scenario, event.door) if event.door else "",
        by=_by(scenario, event),
        room=holding(scenario, scenario.person(event.who).holds),
    )


def _remark(scenario: Scenario, event: Event, *, on_air: bool) -> str:
    """What an official says in the room, to somebody or to nobody in particular."""
    house = scenario.rule(event.rule).house
    values = {"by": _by(scenario, event), "words": house.says if house else ""}
    if not event.who:
        return _("{by} remarks before everybody: “{words}”").format(**values)
    text = _("{by} remarks to {who} before everybody: “{words}”")
    if on_air:
        text = _("{by} remarks to {who}, on air: “{words}”")
    return text.format(who=who(scenario, event.who), **values)


def _by(scenario: Scenario, event: Event) -> str:
    """Who of the house acts, as the rule's author calls them: the trace itself holds no author's text."""
    house = scenario.rule(event.rule).house if event.rule else None
    return person_or_office(scenario, house.by if house else event.by)


def _of_rule(scenario: Scenario, code: Code, event: Event) -> str:
    rule = scenario.rule(event.rule).title
    if code is Code.NOTICED:
        return _("{by} notices: “{rule}” is broken.").format(
            by=_by(scenario, event), rule=rule
        )
    offenders = people(scenario, event.offenders)
    if code is Code.BREACH:
        return _("Breach of “{rule}”: {who}.").format(rule=rule, who=offenders)
    text = _("The breach of “{rule}” is over: {who}, {seen}.")
    if event.put_right:
        text = _("The breach of “{rule}” is put right: {who}, {seen}.")
    if event.improvised:
        text = _("The breach of “{rule}” is over; it was the principal's own idea: {who}, {seen}.")
    if event.waived:
        text = _("The breach of “{rule}” is waived: {who}, {seen}.")
    return text.format(rule=rule, who=offenders, seen=seen_by(event.seen_by))


def _of_house(code: Code, extra: int) -> str:
    if code is Code.OFF_AIR:
        return (
            _("The broadcast ends."),
            _("The house cuts the broadcast away from the room."),
            _("At the officer's word the broadcast cuts away from the room."),
        )[extra]
    return {
        Code.ON_AIR: _("The room is on air."),
        Code.ROOM_READY: _("The room is ready."),
        Code.PRESS_IN: _("The press is let in."),
        Code.PRESS_OUT: _("The press is shown out."),
        Code.ACCOMPLISHED: _("What the day was for has come about."),
        Code.MISSED: _("The time is up: what the day was for has not come about."),
    }[code]
