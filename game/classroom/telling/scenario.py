"""All that a trainee may know of a scenario before the day: no plan of its own, no account of what really happened."""

from __future__ import annotations

from typing import Any, Final

from game.attempt.spelling import spell
from game.classroom.telling.briefable import fields_of, lists, seats
from game.classroom.telling.room import room_document
from game.drawing import palette
from game.drawing.shapes import emblem_of, outline
from game.protocol.conduct import FIELDS, Voices, habits_of
from game.protocol.cues import Moment
from game.protocol.groups import expand, names
from game.protocol.people import Delegation, Person
from game.protocol.plan import Verb
from game.protocol.precedence import JOINT, OrderOfPrecedence
from game.protocol.rules import Rule
from game.protocol.scenario import Scenario
from game.wording.catalogue import _, language
from game.wording.chance import notices, risks
from game.wording.customs import custom
from game.wording.dates import date_words
from game.wording.dossier import (
    HARDEST,
    HEAVIEST_FIRST,
    aim_sentence,
    difficulty_words,
    gravity_sentence,
    reaction,
    rule_origin,
    side_words,
)
from game.wording.habits import habit_lines
from game.wording.labels import KINDS, PACES, caption_of, kind_word, moment_word, verb_name
from game.wording.means import before_the_doors_open, escort_name, while_it_happens
from game.wording.phrases import clock, verb_words
from game.wording.precedence import system_words, why_here
from game.wording.programme import programme
from game.wording.sources import origin

Values = dict[str, Any]

EMBLEM: Final = 10
"""Radius of the emblems' outlines."""

_OF: Final = {
    Verb.HOLD_DOOR: "door", Verb.RELEASE_DOOR: "door", Verb.CUT_AWAY: "nobody", Verb.LET_STAND: "nobody",
    Verb.WAIVE: "rule",
}  # fmt: skip


def scenario_document(scenario: Scenario) -> Values:
    """What brief and plan are shown from."""
    number = {person.id: n for n, person in enumerate(scenario.people)}
    known, habits, shown = names(scenario), habits_of(scenario), lists(scenario)
    names_of: dict[str, list[str]] = {person: [] for person in number}
    for name, members in known.items():
        for member in members if name not in number else ():
            names_of[member].append(name)
    aim, difficulty = scenario.aim, scenario.difficulty
    return {
        "id": scenario.id, "title": scenario.title, "place": scenario.place, "date": scenario.date,
        "date_words": date_words(scenario.date), "language": language(), "fictional": scenario.fictional,
        "difficulty": {"is": difficulty, "of": HARDEST, "words": difficulty_words(difficulty)},
        "start": scenario.start, "end": scenario.end,
        "situation": [part.strip() for part in scenario.situation.split("\n\n") if part.strip()],
        "learning": list(scenario.learning),
        "aim": {"sentence": aim_sentence(scenario), "by": aim.by, "due": aim.due, "seated": aim.seated,
                "who": [number[person] for person in expand(scenario, aim.who)]},
        "room": room_document(scenario),
        "delegations": [_delegation(scenario, each) for each in scenario.delegations],
        "people": [_person(scenario, person, names_of[person.id], habits) for person in scenario.people],
        "orders": [_order(scenario, order, number) for order in scenario.precedence],
        "lists": shown,
        "briefable": list(dict.fromkeys(row["name"] for part in shown for row in part["rows"])),
        "fields": fields_of(scenario, [row for part in shown for row in part["rows"]]),
        "paces": list(PACES), "seats": seats(scenario),
        "rules": [_rule(scenario, rule) for rule in
                  sorted(scenario.rules, key=lambda rule: HEAVIEST_FIRST.index(rule.gravity))],
        "liaison": _liaison(scenario),
        "programme": [{"at": item.at, "clock": clock(item.at), "sentence": item.words, "more": item.more,
                       "reconstructed": item.made_up} for item in programme(scenario)],
        "chances": [{"chance": risk.chance, "sentence": risk.says, "because": risk.because,
                     "reconstructed": risk.reconstructed} for risk in (*risks(scenario), *notices(scenario))],
        "broadcast": _announced(scenario),
        "sources": [{"id": each.id, "title": each.title, "origin": origin(each), "url": each.url}
                    for each in scenario.sources],
        "reconstructed": list(scenario.reconstructed),
        "verbs": [{"verb": verb.value, "words": verb_name(verb), "of": _OF.get(verb, "people"),
                   "says": verb_words(verb.value)} for verb in Verb],
        "waivable": [{"id": rule.id, "title": rule.title} for rule in scenario.rules if rule.waivable_by],
        "words": _words(scenario),
    }  # fmt: skip


def _announced(scenario: Scenario) -> list[list[int]]:
    air = scenario.broadcast
    return [] if air.start is None else [[air.start, air.end or scenario.end]]


def _delegation(scenario: Scenario, each: Delegation) -> Values:
    emblem, flag = emblem_of(scenario, each.id), each.flag
    return {
        "id": each.id, "name": each.name, "short": each.short, "side": each.side.value,
        "side_words": side_words(each.side), "through": each.opposite_number, "shape": emblem.shape,
        "shape_words": emblem.word, "pattern": emblem.pattern, "colour": emblem.colour,
        "emblem": outline(emblem.shape, 0, 0, EMBLEM),
        "flag": {"stripes": [palette.colour(stripe) for stripe in flag.stripes], "vertical": flag.vertical,
                 "emblem": flag.emblem, "emblem_colour": palette.colour(flag.emblem_colour or "white")},
    }  # fmt: skip


def _person(scenario: Scenario, person: Person, groups: list[str], habits: Voices) -> Values:
    own = habits[person.id]
    fields = {field: spell(field, own[field].value) for field in FIELDS if field in own}
    return {
        "id": person.id, "name": person.name, "short": person.short, "office": person.office, "of": person.of,
        "holds": person.holds, "seat": person.seat or None, "principal": person.principal, "role": person.role.value,
        "groups": groups, "pace": spell("pace", person.pace),
        "habit": {"lines": habit_lines(scenario, habits, (person.id,)), "fields": fields,
                  "door": fields.get("door") or scenario.room.holding_room(person.holds).first_door},
    }  # fmt: skip


def _order(scenario: Scenario, order: OrderOfPrecedence, number: dict[str, int]) -> Values:
    source = scenario.source(order.source) if order.source else None
    title = _("Joint order") if order.of == JOINT else scenario.delegation(order.of).name
    return {
        "of": order.of, "title": title, "system": system_words(order), "source": origin(source) if source else "",
        "places": [
            {"rank": order.rank(place.people[0]), "who": [number[person] for person in place.people],
             "reason": why_here(scenario, place)}
            for place in order.places
        ],
    }  # fmt: skip


def _rule(scenario: Scenario, rule: Rule) -> Values:
    return {
        "id": rule.id, "title": rule.title, "sentence": custom(scenario, rule), "gravity": rule.gravity.value,
        "gravity_words": gravity_sentence(rule.gravity), "house": reaction(rule),
        "origin": rule_origin(scenario, rule) if rule.source or not rule.reconstructed else "",
        "source": rule.source or None, "confidence": rule.confidence.value, "reconstructed": rule.reconstructed,
        "waivable": bool(rule.waivable_by),
    }  # fmt: skip


def _liaison(scenario: Scenario) -> Values:
    liaison = scenario.liaison
    return {
        "minutes": liaison.minutes, "read_back": liaison.read_back, "radio": liaison.radio, "asks": liaison.asks,
        "word": liaison.word,
        "escorts": [{"id": name, "words": escort_name(scenario, name)} for name in liaison.escorts],
        "before": [each._asdict() for each in before_the_doors_open(scenario)],
        "after": [each._asdict() for each in while_it_happens(scenario)],
    }  # fmt: skip


def _words(scenario: Scenario) -> Values:
    fields = ("door", "enter", "set_out", "sit", "leave", "spacing", "pace", "place", "escort")
    of_people = [moment.value for moment in Moment if not moment.of_nobody]
    return {
        "kinds": {kind: kind_word(kind) for kind in KINDS},
        "moments": {moment.value: moment_word(moment) for moment in Moment},
        "fields": {field: caption_of(field) for field in fields},
        "officer_fields": {field: caption_of(field, of_house=True) for field in ("door", "enter", "set_out")},
        "broadcast": _("The broadcast"), "room": _("The room"),
        "kind_moments": {
            "person": of_people, "officer": [Moment.SET_OUT.value, Moment.AT_DOOR.value],
            "broadcast": [Moment.ON_AIR.value, Moment.OFF_AIR.value],
            "room": [Moment.ROOM_READY.value] if scenario.room_ready is not None else [],
        },
    }  # fmt: skip
