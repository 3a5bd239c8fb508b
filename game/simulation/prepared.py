"""What runs of one scenario share, and what runs of one plan share: made once, never changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from game.protocol.conduct import Voice, Voices, briefed, habits_of, settle
from game.protocol.cues import After, Occurrence
from game.protocol.groups import expand
from game.protocol.people import Person
from game.protocol.plan import Plan
from game.protocol.scenario import Arrival, Scenario
from game.simulation.cast import Cast
from game.simulation.circumstances import lost_name, notices_name
from game.simulation.codes import Code, key
from game.simulation.instructions import STAGES, Instruction, instruct
from game.simulation.kinds.base import ANYBODY, Blueprint
from game.simulation.latch import LatchPlan
from game.simulation.routes import Routes
from game.simulation.tempered import blueprint

CODES: Final = len(Code)
Watch = list[list[tuple[int, ...]] | None]
"""For each code None, or for each person (and last for nobody) the numbers of those who listen."""


def watch_table(people: int, wanted: list[tuple[tuple[Code, int], int]]) -> Watch:
    """The table of listeners: `wanted` holds ((code, person or ANYBODY), listener)."""
    heard: dict[Code, dict[int, list[int]]] = {}
    for (code, who), listener in wanted:
        listeners = heard.setdefault(code, {}).setdefault(who, [])
        if listener not in listeners:
            listeners.append(listener)
    table: Watch = [None] * CODES
    for code, by_person in heard.items():
        everybody = by_person.get(ANYBODY, [])
        row = [tuple(sorted({*by_person.get(i, []), *everybody})) for i in range(people)]
        table[code] = [*row, tuple(everybody)]
    return table


Heard = list[list[tuple[tuple[int, ...], tuple[int, ...]] | None] | None]
"""Two such tables in one: the rules and the cues that listen, or None where nobody does."""


def both(rules: Watch, cues: Watch, people: int) -> Heard:
    """The rules' and the cues' table as one."""
    nobody: list[tuple[int, ...]] = [()] * (people + 1)
    return [
        None if of_rules is None and of_cues is None else
        [(r, c) if r or c else None for r, c in zip(of_rules or nobody, of_cues or nobody, strict=True)]
        for of_rules, of_cues in zip(rules, cues, strict=True)
    ]


@dataclass(frozen=True)
class Opening:
    """How a plan begins when certain messages are lost; runs copy `fired` and only read the rest.

    `fired` are the instants known beforehand, by stage (set out, enter, sit, leave) and person; `waiting` for each
    latch those whose cue it is, as (stage, person, delay); `heap` the packed settings-out of those who go by the clock,
    ascending, and `starters` those of them whom chance may make linger.
    """

    parts: tuple[Instruction, ...]
    fired: tuple[tuple[int | None, ...], ...]
    waiting: tuple[tuple[tuple[int, int, int], ...], ...]
    heap: tuple[int, ...]
    starters: tuple[int, ...]


@dataclass(frozen=True)
class PreparedPlan:
    """For each person the instruction if the briefings arrive and if they are lost, and the cues' latches."""

    plan: Plan
    prepared: Prepared
    delivered: tuple[Instruction, ...]
    lost: tuple[Instruction, ...]
    latches: tuple[LatchPlan, ...]
    latch_of: dict[tuple[Occurrence, ...], int]
    heard: Heard
    openings: dict[tuple[str, ...], Opening] = field(default_factory=dict)

    def opening(self, draws: Mapping[str, int]) -> Opening:
        """The opening under these draws; one is kept for each set of lost messages."""
        missing = tuple(name for name in self.prepared.messages if draws.get(name))
        if missing not in self.openings:
            self.openings[missing] = self._open(missing)
        return self.openings[missing]

    def _open(self, missing: tuple[str, ...]) -> Opening:
        parts = tuple(
            lost if name in missing else delivered
            for name, delivered, lost in zip(self.prepared.lost_names, self.delivered, self.lost, strict=True)
        )
        fired: list[list[int | None]] = [[None] * len(parts) for _ in range(STAGES)]
        waiting: list[list[tuple[int, int, int]]] = [[] for _ in self.latches]
        late = {i for i, _ in self.prepared.late}
        for i, part in enumerate(parts):
            for stage, timing in enumerate(part.timings):
                fired[stage][i] = timing.instant
                if timing.events:
                    waiting[self.latch_of[timing.events]].append((stage, i, timing.delay))
            if part.set_out.once and i not in late:
                fired[0][i] = self.prepared.scenario.start + part.set_out.delay
        by_clock = [(i, max(at, self.prepared.scenario.start))
                    for i, at in enumerate(fired[0]) if at is not None and i not in late]
        certain = sorted(key(at, Code.SET_OUT, i) for i, at in by_clock if i not in self.prepared.lingerers)
        starters = tuple(i for i, _ in by_clock if i in self.prepared.lingerers)
        return Opening(parts, tuple(map(tuple, fired)), tuple(map(tuple, waiting)), tuple(certain), starters)


class Prepared:
    """A scenario made ready for runs."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.cast = Cast.of(scenario)
        self.people = len(scenario.people)
        self.routes = Routes(scenario.room)
        self.blueprints: tuple[Blueprint, ...] = tuple(
            blueprint(rule, self.cast) for rule in scenario.rules
        )
        wanted = [(sub, n) for n, print_ in enumerate(self.blueprints) for sub in print_.subscriptions]
        self.watch = watch_table(self.people, wanted)
        self.lost_names = tuple(lost_name(person.of, person.holds) for person in scenario.people)
        self.messages = tuple(dict.fromkeys(self.lost_names))
        self.lingerers = frozenset(self.cast.index[lingers.who] for lingers in scenario.lingers)
        late = arrivals(scenario)
        self.late = tuple((i, late[p.id]) for i, p in enumerate(scenario.people) if p.id in late)
        self.principals = sum(1 << i for i, person in enumerate(scenario.people) if person.principal)
        self.side_of = self._sides()
        self.aim = self.cast.mask(scenario.aim.who)
        cameras = {camera.on for camera in scenario.room.cameras}
        self.door_in_shot = tuple("room" in cameras or door.id in cameras for door in scenario.room.doors)
        self.place_in_shot = "room" in cameras or "table" in cameras
        self.lanes = tuple((0,) * door.abreast for door in scenario.room.doors)
        self.headways = tuple(door.headway for door in scenario.room.doors)
        self._plans: dict[int, PreparedPlan] = {}

    def _sides(self) -> tuple[int, ...]:
        by_delegation: dict[str, int] = {}
        for i, person in enumerate(self.scenario.people):
            by_delegation[person.of] = by_delegation.get(person.of, 0) | 1 << i
        return tuple(by_delegation[person.of] for person in self.scenario.people)

    @cached_property
    def recalls(self) -> tuple[tuple[int, After], ...]:
        """The rules whose reaction waits for events before it recalls those sent out."""
        cues = ((n, rule.house.recalls) for n, rule in enumerate(self.scenario.rules) if rule.house)
        return tuple((n, cue) for n, cue in cues if isinstance(cue, After))

    @cached_property
    def house_cues(self) -> tuple[After, ...]:
        """The cues of the house itself: recalls by rule, and the broadcast's return."""
        returns = self.scenario.broadcast.returns
        return (*(cue for _, cue in self.recalls), *((returns,) if isinstance(returns, After) else ()))

    @cached_property
    def habits(self) -> Voices:
        """What people do if nobody tells them anything."""
        return habits_of(self.scenario)

    @cached_property
    def unbriefed(self) -> tuple[Instruction, ...]:
        """What everybody does if nobody tells them anything, as the engine needs it."""
        return tuple(self._instruct(person, {}) for person in self.scenario.people)

    def _instruct(self, person: Person, said: Mapping[str, Voice]) -> Instruction:
        return instruct(self.scenario, self.routes, person, settle(self.habits[person.id], said))

    def _told(self, nth: int, said: Mapping[str, Voice]) -> Instruction:
        return self._instruct(self.scenario.people[nth], said) if said else self.unbriefed[nth]

    def plan(self, plan: Plan) -> PreparedPlan:
        """The prepared plan; the last few are kept."""
        found = self._plans.get(id(plan))
        if found is None or found.plan is not plan:
            if len(self._plans) >= 8:
                self._plans.clear()
            found = self._plans[id(plan)] = self._prepare(plan)
        return found

    def _prepare(self, plan: Plan) -> PreparedPlan:
        scenario = self.scenario
        certain = Plan(tuple(b for b in plan.briefings if b.read_back or b.escort))
        all_said = briefed(scenario, plan)
        held = briefed(scenario, certain) if certain.briefings else {person: {} for person in all_said}
        delivered, lost = [], []
        for nth, person in enumerate(scenario.people):
            arrives = self._told(nth, all_said[person.id])
            delivered.append(arrives)
            lost.append(arrives if held[person.id] == all_said[person.id] else self._told(nth, held[person.id]))
        timings = [t for i in (*delivered, *lost) for t in i.timings]
        events = dict.fromkeys([t.events for t in timings if t.events] + [cue.events for cue in self.house_cues])
        latches = tuple(LatchPlan(each, self.cast) for each in events)
        wanted = [(sub, n) for n, latch in enumerate(latches) for sub in latch.subscriptions]
        return PreparedPlan(plan, self, tuple(delivered), tuple(lost), latches,
                            {each: n for n, each in enumerate(events)},
                            both(self.watch, watch_table(self.people, wanted), self.people))


_prepared: dict[int, Prepared] = {}


def prepare(scenario: Scenario) -> Prepared:
    """The scenario made ready; the last few are kept, by identity."""
    found = _prepared.get(id(scenario))
    if found is None or found.scenario is not scenario:
        if len(_prepared) >= 8:
            _prepared.clear()
        found = _prepared[id(scenario)] = Prepared(scenario)
    return found


def arrivals(scenario: Scenario) -> dict[str, Arrival]:
    """Which arrival each late-comer belongs to; the first that names them counts."""
    found: dict[str, Arrival] = {}
    for arrival in scenario.arrivals:
        for person in expand(scenario, arrival.who):
            found.setdefault(person, arrival)
    return found


def notice_delay(draws: dict[str, int], rule: str, nth: int) -> int:
    """How soon (ms) the house notices the nth occasion of a rule's breach."""
    return draws.get(notices_name(rule, nth), 0)


