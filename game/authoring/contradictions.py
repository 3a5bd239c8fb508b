"""Rules that contradict each other or the day: found by what they ask, and named with their lines.

One mechanism for all kinds: what a rule asks is read from its terms, about times (`demands`), doors (`doorways`) or
places (`places`), and a few demands that cannot all be met are the contradiction. So a new kind of rule contradicts
all others as soon as it says what it asks; the guide lists the pairs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from game.authoring import places
from game.authoring.demands import MIDNIGHT, Event, demands
from game.authoring.doorways import Doorways
from game.authoring.problems import Wrong
from game.authoring.shape import Fitting
from game.authoring.timetable import Demand, impossible
from game.protocol.cues import Moment
from game.protocol.groups import names
from game.protocol.rules import Rule
from game.protocol.scenario import Scenario
from game.wording.catalogue import _
from game.wording.phrases import everyone

_MOST: Final = 10
"""So many are told in one go; the others show when these are mended."""

Clash = tuple[tuple[int, ...], str]
"""Rules by their numbers, and why they cannot all be kept."""


def contradictions(scenario: Scenario, fitting: Fitting) -> None:
    """Note every set of rules that cannot all be kept, at the last of them, and every rule that can never be."""
    told: set[tuple[int, ...]] = set()
    for rules, why in (*_times(scenario), *_doors(scenario), *_places(scenario), *_numbers(scenario)):
        if rules in told or not rules or len(told) >= _MOST:
            continue
        told.add(rules)
        fitting.refuse(("rules", rules[-1], "id"), _wrong(scenario, rules, why, fitting))


def _wrong(scenario: Scenario, rules: tuple[int, ...], why: str, fitting: Fitting) -> Wrong:
    if len(rules) == 1:
        sentence = _("`{rule}` cannot be kept on this day, whatever anybody is told: {why}")
        hint = _("Change the rule, or the times, doors and places it meets.")
        return Wrong("rule-impossible", sentence.format(rule=scenario.rules[rules[0]].id, why=why), hint)
    named = [
        _("`{rule}` (line {line})").format(
            rule=scenario.rules[n].id, line=fitting.tree.spot(("rules", n, "id")).line
        )
        for n in rules
    ]
    sentence = _("{rules} cannot all be kept: {why}").format(rules=everyone(named), why=why)
    return Wrong("rules-contradict", sentence, _("Change one of them, or take it out."))


def _times(scenario: Scenario) -> Iterator[Clash]:
    asked = demands(scenario)
    for _nth in range(_MOST):
        circle = impossible(asked)
        rules = tuple(sorted({demand.owner for demand in circle if demand.owner >= 0}))
        if not rules:
            return
        yield rules, _out_of_time(circle)
        asked = [demand for demand in asked if demand.owner != rules[-1]]


def _out_of_time(circle: tuple[Demand, ...]) -> str:
    start = next((n for n, demand in enumerate(circle) if demand.earlier == MIDNIGHT), None)
    if start is not None:
        events = _events((*circle[start:], *circle[:start]))
        one, other = events[0], events[-1]
        if one == other:
            return _("“{one}” cannot come in time.").format(one=_words(one))
        return _("there is no time from “{one}” to “{other}”.").format(one=_words(one), other=_words(other))
    events = _events([demand for demand in circle if demand.owner >= 0])
    other = next((event for event in events if event[0] != events[0][0]), events[-1])
    sentence = _("“{one}” would have to come both before and after “{other}”.")
    return sentence.format(one=_words(events[0]), other=_words(other))


def _events(circle: Iterable[Demand]) -> list[Event]:
    """What happens in a circle of demands, without what only stands between."""
    things = [thing for demand in circle for thing in (demand.earlier, demand.later)]
    return [thing for thing in things if isinstance(thing, tuple) and isinstance(thing[1], Moment)]


def _words(event: Event) -> str:
    return f"{event[0]} {event[1].value}".strip()


def _doors(scenario: Scenario) -> Iterator[Clash]:
    for rules, who in Doorways(scenario).clashes():
        yield rules, _("there are no doors by which {people} can enter.").format(people=_quoted(who))


def _places(scenario: Scenario) -> Iterator[Clash]:
    for rules, who in places.clashes(scenario):
        yield rules, _("no seats suit {people}.").format(people=_quoted(who))


def _quoted(who: Iterable[str]) -> str:
    return everyone([f"`{person}`" for person in who])


def _numbers(scenario: Scenario) -> Iterator[Clash]:
    """Sides that are not even once all are in place whom the day needs there."""
    aimed = set(_people(scenario, scenario.aim.who))
    certain = {Moment.ENTERED, Moment.TOOK_PLACE, *((Moment.SAT,) if scenario.aim.seated else ())}
    for number, rule in enumerate(scenario.rules):
        if rule.terms.kind != "parity" or rule.during is not None:
            continue
        sides = [_side(scenario, rule, key) for key in ("one", "other")]
        happens = all(
            event.moment in certain and set(_people(scenario, (event.who,))) <= aimed
            for event in getattr(rule.terms, "once", ())
        )
        apart = abs(len(sides[0]) - len(sides[1]))
        if happens and sides[0] | sides[1] <= aimed and apart > getattr(rule.terms, "difference", 0):
            counted = _("the one side has {one} in the room in the end, and the other {other}.")
            yield (number,), counted.format(one=len(sides[0]), other=len(sides[1]))


def _side(scenario: Scenario, rule: Rule, key: str) -> set[str]:
    return set(_people(scenario, getattr(rule.terms, key))) - set(_people(scenario, rule.exempt))


def _people(scenario: Scenario, who: Iterable[str]) -> list[str]:
    known, own = names(scenario), {person.id for person in scenario.delegates}
    return [person for name in who for person in known.get(name, ()) if person in own]
