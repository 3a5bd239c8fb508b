"""Who comes in by which door and when, in the walk-through: the timeline's bars and the cues between them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

from game.protocol.conduct import entry_by_clock
from game.protocol.cues import After, Cue, Moment, Occurrence
from game.protocol.groups import names
from game.protocol.people import Role
from game.protocol.units import SECOND
from game.simulation.codes import Code
from game.simulation.trace import Trace
from game.stage.screens.plan_desk import PlanDesk, Who
from game.wording.catalogue import _
from game.wording.lists import standing

TOGETHER: Final = 20 * SECOND
"""People told together who enter within so many ms of each other are one bar."""


@dataclass(frozen=True, slots=True)
class Bar:
    """Those who go in together. `door` is empty for who never comes in, `start` None where one cannot know.

    `who` is what a press chooses: the names of their briefing, or of their group. An `officer` of the house stands at
    the door from `start` to `end`; while he `keeps` it (ms; None: to the end) only principals pass.
    """

    id: str
    who: Who
    people: Who
    label: str
    door: str
    start: int | None
    end: int | None
    of: str
    briefed: bool
    told: str
    officer: bool = False
    keeps: tuple[int, int | None] | None = None


class Link(NamedTuple):
    """A cue: the bar `to` waits for `source` (a bar's id, or `broadcast`). `by_habit`: nobody briefed it."""

    source: str
    to: str
    late: bool
    by_habit: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """What the timeline shows of one plan. `air` are the spans on air, `breaches` instants and rule ids."""

    bars: tuple[Bar, ...]
    links: tuple[Link, ...]
    air: tuple[tuple[int, int], ...]
    breaches: tuple[tuple[int, str], ...]

    def lane(self, door: str) -> tuple[Bar, ...]:
        """The bars of a door; of the empty door those who never come in, or whose time one cannot know."""
        if door:
            return tuple(bar for bar in self.bars if bar.door == door and bar.start is not None)
        return tuple(bar for bar in self.bars if not bar.door or bar.start is None)


class _Entry(NamedTuple):
    at: int | None
    door: str
    person: str


def chart(desk: PlanDesk) -> Chart:
    """The chart of the plan as it is."""
    trace = desk.session.trace_of_walkthrough if desk.shows_walkthrough else None
    entries = _entries(desk, trace)
    going_in = tuple(bar for together in _together(desk, entries) for bar in [_bar(desk, together)])
    bars = (*going_in, *_posts(desk))
    verdicts = trace is not None and desk.scenario.help.value == "verdicts"
    breaches = tuple((b.at, b.rule) for b in trace.breaches) if trace is not None and verdicts else ()
    return Chart(bars, _links(desk, bars), _air(desk, trace), breaches)


def _entries(desk: PlanDesk, trace: Trace | None) -> list[_Entry]:
    if trace is None:
        return [_guess(desk, person.id) for person in desk.scenario.delegates]
    first: dict[int, tuple[int, int]] = {}
    for record in trace.records:
        if record.code == Code.ENTERED and record.who not in first:
            first[record.who] = (record.at, record.extra)
    doors, made = desk.scenario.room.doors, []
    for index, person in enumerate(desk.scenario.people):
        if person.role is not Role.DELEGATE:
            continue
        at, door = first.get(index, (None, None))
        made.append(_Entry(at, doors[door].id if door is not None else "", person.id))
    return made


def _posts(desk: PlanDesk) -> list[Bar]:
    """Officers of the house at their doors, in the walk-through or as far as the clock says."""
    made: list[Bar] = []
    stays = desk.session.timeline_of_walkthrough.doors.posts if desk.shows_walkthrough else ()
    for post in stays:
        until = desk.scenario.end if post.until is None else post.until
        made.append(_post(desk, post.officer, post.door, (post.since, until), post.keeps))
    standing_there = {post.officer for post in stays}
    for officer in desk.scenario.officers:
        if officer.id in desk.covered and officer.id not in standing_there:
            guess = None if desk.shows_walkthrough else _guess(desk, officer.id)
            at = guess.at if guess else None
            span = (None, None) if at is None else (at, desk.scenario.end)
            made.append(_post(desk, officer.id, guess.door if guess else "", span, None))
    return made


def _post(
    desk: PlanDesk, officer: str, door: str, span: tuple[int | None, int | None], keeps: tuple[int, int | None] | None
) -> Bar:
    return Bar(
        f"bar.{officer}", (officer,), (officer,), desk.scenario.person(officer).short, door, *span, "", True,
        desk.standing(officer).words, officer=True, keeps=keeps,
    )  # fmt: skip


def _guess(desk: PlanDesk, person: str) -> _Entry:
    """Without a walk-through: only what the clock says in so many words."""
    conduct, who = desk.settled[person].conduct, desk.scenario.person(person)
    door = conduct.door or desk.scenario.room.holding_room(who.holds).first_door
    return _Entry(entry_by_clock(conduct, who.role), door, person)


def _together(desk: PlanDesk, entries: list[_Entry]) -> list[list[_Entry]]:
    """Entries by what moves them: the same briefing or habit, the same door, shortly after each other."""
    groups: dict[tuple[str, int, str], list[_Entry]] = {}
    for entry in entries:
        briefing = desk.covered.get(entry.person)
        voice = desk.habits[entry.person].get("set_out")
        number = voice.entry if voice and briefing is None else -1
        told = ",".join(briefing.who) if briefing else f"?{desk.scenario.person(entry.person).of}"
        groups.setdefault((told, number, entry.door if entry.at is not None else ""), []).append(entry)
    made: list[list[_Entry]] = []
    for group in groups.values():
        group.sort(key=lambda entry: entry.at or 0)
        made.append([group[0]])
        for before, entry in pairwise(group):
            near = (entry.at or 0) - (before.at or 0) <= TOGETHER
            made[-1].append(entry) if near else made.append([entry])
    return made


def _bar(desk: PlanDesk, entries: list[_Entry]) -> Bar:
    people = tuple(entry.person for entry in entries)
    briefing = desk.covered.get(people[0])
    sides = {desk.scenario.person(person).of for person in people}
    who = briefing.who if briefing else _name_of(desk, people)
    row = desk.rows[people[0]]
    return Bar(
        f"bar.{people[0]}", who, people, _label(desk, people), entries[0].door, entries[0].at, entries[-1].at,
        sides.pop() if len(sides) == 1 else "", briefing is not None, standing(desk.covered, row).words,
    )  # fmt: skip


def _name_of(desk: PlanDesk, people: Who) -> Who:
    """The name of exactly these people, or their own names."""
    if len(people) == 1:
        return people
    exact = [name for name, row in desk.rows.items() if set(row.members) == set(people)]
    return (exact[-1],) if exact else people


def _label(desk: PlanDesk, people: Who) -> str:
    name = _name_of(desk, people)
    if len(people) > 1 and len(name) == 1:
        return desk.rows[name[0]].title
    shorts = [desk.scenario.person(person).short for person in people]
    if len(shorts) <= 2:
        return " · ".join(shorts)
    return _("{first} · {second} +{more}").format(first=shorts[0], second=shorts[1], more=len(shorts) - 2)


def _links(desk: PlanDesk, bars: tuple[Bar, ...]) -> tuple[Link, ...]:
    found: dict[Link, None] = {}
    known = names(desk.scenario)
    for bar in bars:
        cue, habit = _cue_of(desk, bar.people[0])
        for event in cue.events if isinstance(cue, After) else ():
            source = _source(bars, known, event)
            if source is not None and source.id != bar.id:
                found[Link(source.id, bar.id, len(source.people) > 1 and not event.first, habit)] = None
            elif event.moment is Moment.ON_AIR:
                found[Link("broadcast", bar.id, False, habit)] = None
    return tuple(found)


def _cue_of(desk: PlanDesk, person: str) -> tuple[Cue | None, bool]:
    """The cue that somebody's entry hangs on, and whether it is mere habit."""
    both = {**desk.habits[person], **desk.told[person]}
    of_house = desk.scenario.person(person).role is Role.OFFICER
    field = "enter" if "enter" in both and not of_house else "set_out"
    voice = both.get(field)
    return (voice.value if voice else None), field not in desk.told[person]


def _source(bars: tuple[Bar, ...], known: dict[str, Who], event: Occurrence) -> Bar | None:
    members = set(known.get(event.who, ()))
    able = [bar for bar in bars if members & set(bar.people)]
    if not able:
        return None
    choose = min if event.first else max
    return choose(able, key=lambda bar: (bar.end is None, bar.end or 0))


def _air(desk: PlanDesk, trace: Trace | None) -> tuple[tuple[int, int], ...]:
    """When the broadcast is on: as walked through, or else as the programme says."""
    scenario = desk.scenario
    if trace is None:
        start = scenario.broadcast.start
        return () if start is None else ((start, scenario.broadcast.end or scenario.end),)
    spans: list[tuple[int, int]] = []
    since: int | None = None
    for record in trace.records:
        if record.code == Code.ON_AIR and since is None:
            since = record.at
        elif record.code == Code.OFF_AIR and since is not None:
            spans.append((since, record.at))
            since = None
    return (*spans, (since, scenario.end)) if since is not None else tuple(spans)
