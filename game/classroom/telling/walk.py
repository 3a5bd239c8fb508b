"""The walk-through of a plan as far as it may be shown: refusals, the liaison's time, positions, verdicts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from game.classroom.telling.film import film
from game.protocol.conduct import entry_by_clock
from game.protocol.legality import liaison_spent, problems, settle_all, walkable
from game.protocol.people import Role
from game.protocol.plan import Plan
from game.protocol.scenario import Help, Scenario
from game.simulation.circumstances import nominal
from game.simulation.codes import WORDS, Code
from game.simulation.engine import simulate
from game.simulation.posts import Doorkeeping
from game.simulation.trace import Trace
from game.wording.catalogue import _
from game.wording.lists import coverage, post_standing, sections, standing
from game.wording.phrases import how_long
from game.wording.refusals import refusal_sentence
from game.wording.transcript import told

Values = dict[str, Any]

_TIMES: Final = (Code.SET_OUT, Code.AT_DOOR, Code.ENTERED, Code.TOOK_PLACE, Code.SAT, Code.LEFT)
KEYS: Final = tuple(WORDS[code].replace(" ", "_") for code in _TIMES)


def walk_document(scenario: Scenario, plan: Plan, help_: Help) -> Values:
    """What a trainee sees of a plan before the day, with this much help; never what would mend it."""
    refusals = problems(scenario, plan)
    trace = simulate(scenario, plan, nominal(scenario)) if help_ is not Help.NONE and walkable(refusals) else None
    judged = trace is not None and help_ is Help.VERDICTS
    spent, whole = liaison_spent(scenario, plan), scenario.liaison.minutes
    return {
        "refusals": [
            {"code": each.code, "sentence": refusal_sentence(scenario, each), "briefing": each.briefing,
             "field": each.field}
            for each in refusals
        ],
        "legal": not refusals,
        "liaison": {"spent": spent, "of": whole,
                    "words": _("{spent} of {whole}").format(spent=how_long(spent), whole=how_long(whole))},
        "standing": _standing(scenario, plan),
        "film": None if trace is None else film(scenario, trace, verdicts=judged),
        "verdicts": _verdicts(scenario, trace) if trace is not None and judged else None,
        "accomplished": trace.accomplished if trace is not None and judged else None,
        "lanes": _lanes(scenario, plan, trace, known=walkable(refusals)),
        "air": on_air(scenario, trace),
    }  # fmt: skip


def on_air(scenario: Scenario, trace: Trace | None) -> list[list[int]]:
    """The spans in which a day is on air; as announced where there is none."""
    if trace is None:
        start = scenario.broadcast.start
        return [] if start is None else [[start, scenario.broadcast.end or scenario.end]]
    spans: list[list[int]] = []
    since: int | None = None
    for record in trace.records:
        if record.code == Code.ON_AIR and since is None:
            since = record.at
        elif record.code == Code.OFF_AIR and since is not None:
            spans.append([since, record.at])
            since = None
    return [*spans, [since, scenario.end]] if since is not None else spans


def _standing(scenario: Scenario, plan: Plan) -> dict[str, list[str]]:
    """By name how far they have been told: the words, and the tone."""
    covered = coverage(scenario, plan)
    rows = {row.name: row for section in sections(scenario) for row in section.rows}
    return {
        name: list(post_standing(plan, name) if row.officer else standing(covered, row)) for name, row in rows.items()
    }


def _verdicts(scenario: Scenario, trace: Trace) -> list[Values]:
    number = {person.id: n for n, person in enumerate(scenario.people)}
    found = []
    for record, sentence in told(scenario, trace, (Code.BREACH,), live=True):
        breach = trace.breaches[record.extra]
        found.append({
            "at": record.at, "rule": breach.rule, "title": scenario.rule(breach.rule).title, "sentence": sentence,
            "who": [number[person] for person in breach.offenders],
        })  # fmt: skip
    return found


# Who comes in by which door, and when.


def _lanes(scenario: Scenario, plan: Plan, trace: Trace | None, *, known: bool) -> list[Values]:
    """A lane for each door, and one for those of whom nobody can know, or who never come in."""
    people: dict[str, list[Values]] = {door.id: [] for door in scenario.room.doors}
    people[""] = []
    entries = _guessed(scenario, plan, known=known) if trace is None else _walked(scenario, trace)
    briefings = {id(briefing): n for n, briefing in enumerate(plan.briefings)}
    covered = coverage(scenario, plan)
    for who, door, times in entries:
        briefing = covered.get(scenario.people[who].id)
        people[door].append({"who": who, **times, "briefing": -1 if briefing is None else briefings[id(briefing)]})
    names = {door.id: door.name for door in scenario.room.doors} | {"": _("never, or nobody can know when")}
    return [
        {"door": door, "name": names[door], "people": sorted(each, key=lambda one: _order(scenario, one))}
        for door, each in people.items()
    ]  # fmt: skip


def _order(scenario: Scenario, one: Values) -> tuple[int, int]:
    first = one.get("entered") or one.get("at_door")
    return scenario.end + 1 if first is None else int(first), int(one["who"])


def _walked(scenario: Scenario, trace: Trace) -> Iterator[tuple[int, str, Values]]:
    """Everybody expected, with the first instant of each step; officers by the door they stand at."""
    first: list[dict[str, int]] = [{} for _ in scenario.people]
    doors = [""] * len(scenario.people)
    keys = dict(zip(map(int, _TIMES), KEYS, strict=True))
    for record in trace.records:
        key = keys.get(record.code)
        if record.who >= 0 and key is not None and key not in first[record.who]:
            first[record.who][key] = record.at
            if record.code == Code.ENTERED:
                doors[record.who] = scenario.room.doors[record.extra].id
    posts = {post.officer: post for post in reversed(Doorkeeping(scenario, trace).posts)}
    for who, person in enumerate(scenario.people):
        times: Values = {key: first[who].get(key) for key in KEYS}
        post = posts.get(person.id)
        if post is not None:
            times |= {"until": post.until, "keeps": list(post.keeps) if post.keeps else None}
        if person.role is Role.DELEGATE or post is not None:
            yield who, post.door if post else doors[who], times


def _guessed(scenario: Scenario, plan: Plan, *, known: bool) -> Iterator[tuple[int, str, Values]]:
    """Without a walk-through only what the clock says in so many words."""
    settled = settle_all(scenario, plan if known else Plan())
    for who, person in enumerate(scenario.people):
        if person.role is Role.DELEGATE:
            conduct = settled[person.id].conduct
            at = entry_by_clock(conduct, person.role)
            door = conduct.door or scenario.room.holding_room(person.holds).first_door
            yield who, door if at is not None else "", {**dict.fromkeys(KEYS), "entered": at}
