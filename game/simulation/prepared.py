"""What runs of one scenario share, and what runs of one plan share: made once, never changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from game.protocol.conduct import CUES, FIELDS, Settled, Voices, briefed, habits_of, settle
from game.protocol.cues import After, Occurrence
from game.protocol.groups import expand
from game.protocol.people import Person, Role
from game.protocol.plan import Briefing, Conduct, Plan
from game.protocol.scenario import Arrival, Mishap, Otherwise, Scenario, Swerve
from game.simulation.cast import Cast
from game.simulation.circumstances import chance_name, lost_name, notices_name, otherwise_name
from game.simulation.codes import Code, key
from game.simulation.instructions import STAGES, Instruction, instruct, walking_time
from game.simulation.kinds.base import Blueprint
from game.simulation.latch import LatchPlan
from game.simulation.listeners import Ears, Heard, both, watch_table
from game.simulation.routes import Routes
from game.simulation.tempered import blueprint


@dataclass(frozen=True)
class Opening:
    """How a plan begins when certain messages are lost and certain people do otherwise; runs copy `fired` and only
    read the rest.

    `fired` are the instants known beforehand, by stage (set out, enter, sit, leave) and person; `waiting` for each
    latch those whose cue it is, as (stage, person, delay); `heap` the packed settings-out of those who go by the clock,
    ascending, and `starters` those of them whom chance may make linger. `briefed` is the part of those whom an escort
    has reached, where it differs.
    """

    parts: tuple[Instruction, ...]
    briefed: tuple[tuple[int, Instruction], ...]
    fired: tuple[tuple[int | None, ...], ...]
    waiting: tuple[tuple[tuple[int, int, int], ...], ...]
    heap: tuple[int, ...]
    starters: tuple[int, ...]


@dataclass(frozen=True)
class Accompanied:
    """An officer who takes people in: how many ms he walks to their holding room (an index), and who they are."""

    officer: int
    way: int
    room: int
    people: tuple[int, ...]


@dataclass(frozen=True)
class PreparedPlan:
    """What everybody is told by a plan, by what of it reaches them, and the cues' latches.

    `told` are a person's settled conducts: by all briefings, by those that are certain to arrive, and, where an escort
    has to walk to somebody, the same two before he is there.
    """

    plan: Plan
    prepared: Prepared
    told: tuple[tuple[Settled, ...], ...]
    accompanied: tuple[Accompanied, ...]
    latches: tuple[LatchPlan, ...]
    latch_of: dict[tuple[Occurrence, ...], int]
    heard: Heard
    openings: dict[tuple[str, ...], Opening] = field(default_factory=dict)

    def opening(self, draws: Mapping[str, int]) -> Opening:
        """The opening under these draws; one is kept for each set of lost messages and of people who do otherwise."""
        happened = tuple(name for name in self.prepared.openers if draws.get(name))
        if happened not in self.openings:
            if len(self.openings) >= 64:
                self.openings.clear()
            self.openings[happened] = self._open(happened)
        return self.openings[happened]

    def _open(self, happened: tuple[str, ...]) -> Opening:
        lost = [name in happened for name in self.prepared.lost_names]
        swerves = [each for each in self.prepared.scenario.otherwise if otherwise_name(each) in happened]
        after = [self._part(i, int(gone), swerves) for i, gone in enumerate(lost)]
        walks = len(self.told[0]) > 2
        parts = [self._part(i, 2 + int(gone), swerves) for i, gone in enumerate(lost)] if walks else after
        fired: list[list[int | None]] = [[None] * len(parts) for _ in range(STAGES)]
        waiting: list[list[tuple[int, int, int]]] = [[] for _ in self.latches]
        absent = self.prepared.absent
        for i, part in enumerate(parts):
            for stage, timing in enumerate(part.timings):
                fired[stage][i] = timing.instant
                if timing.events:
                    waiting[self.latch_of[timing.events]].append((stage, i, timing.delay))
            if part.set_out.once and i not in absent:
                fired[0][i] = self.prepared.scenario.start + part.set_out.delay
        by_clock = [(i, max(at, self.prepared.scenario.start))
                    for i, at in enumerate(fired[0]) if at is not None and i not in absent]
        certain = sorted(key(at, Code.SET_OUT, i) for i, at in by_clock if i not in self.prepared.lingerers)
        starters = tuple(i for i, _ in by_clock if i in self.prepared.lingerers)
        reached = tuple((i, part) for i, part in enumerate(after) if part != parts[i])
        return Opening(tuple(parts), reached, tuple(map(tuple, fired)), tuple(map(tuple, waiting)), tuple(certain),
                       starters)

    def _part(self, i: int, which: int, swerves: list[Otherwise]) -> Instruction:
        """The part of somebody, with what those say who do otherwise; made once for each way it can come out."""
        settled = self.told[i][which]
        for each in swerves:
            if i in self.prepared.cast.indices(each.who):
                settled = _swerved(settled, each, self._misheard(i, which))
        if any(each.officer == i for each in self.accompanied):
            # Who takes people in goes when they go, whatever he is used to.
            settled = Settled(Conduct(pace=settled.conduct.pace), 0)
        return self.prepared.instruct(i, settled)

    def _misheard(self, i: int, which: int) -> frozenset[str]:
        """The fields that somebody may have misheard: all but those said for certain, if anything was only sent."""
        if self.told[i][which].conduct == self.told[i][which | 1].conduct:
            return frozenset()
        return frozenset(FIELDS).difference(self._certain[which // 2][self.prepared.scenario.people[i].id])

    @cached_property
    def _certain(self) -> tuple[Voices, Voices]:
        """What is said for certain, in the end and before the escorts who walk have come."""
        walking = {self.prepared.scenario.people[each.officer].id for each in self.accompanied if each.way}
        certain = tuple(b for b in self.plan.briefings if b.read_back or b.escort)
        there = tuple(b for b in certain if b.escort not in walking)
        return briefed(self.prepared.scenario, Plan(certain)), briefed(self.prepared.scenario, Plan(there))


def waited_for(settled: Settled) -> Iterator[tuple[Occurrence, ...]]:
    """What the cues of a conduct wait for."""
    cues = (getattr(settled.conduct, name) for name in CUES)
    return (cue.events for cue in cues if isinstance(cue, After))


def _swerved(settled: Settled, otherwise: Otherwise, may_mishear: frozenset[str]) -> Settled:
    said = {name: getattr(otherwise.conduct, name) for name in FIELDS if getattr(otherwise.conduct, name) is not None}
    if otherwise.swerve is Swerve.MISHEARD:
        said = {name: value for name, value in said.items() if name in may_mishear}
    return replace(settled, conduct=replace(settled.conduct, **said))


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
        self.wakes = tuple(key(at, Code.WAKE, n) for n, each in enumerate(self.blueprints) for at in each.wakes)
        self.watch = watch_table(self.people, wanted)
        self.ears = Ears(self.blueprints, self.people)
        self.lost_names = tuple(
            "" if person.role is Role.OFFICER else lost_name(person.of, person.holds) for person in scenario.people
        )
        messages = dict.fromkeys(name for name in self.lost_names if name)
        self.openers = (*messages, *(otherwise_name(each) for each in scenario.otherwise))
        self.mishaps = self._mishaps()
        self.lingerers = frozenset(i for mishap, i, _ in self.mishaps if mishap is Mishap.LINGERS)
        late = arrivals(scenario)
        self.late = tuple((i, late[p.id]) for i, p in enumerate(scenario.people) if p.id in late)
        self.absent = frozenset(i for i, p in enumerate(scenario.people)
                                if p.id in late or p.role is Role.UNINVITED)
        self.officers = sum(1 << i for i, person in enumerate(scenario.people) if person.role is Role.OFFICER)
        self.uninvited = sum(1 << i for i, person in enumerate(scenario.people) if person.role is Role.UNINVITED)
        self.principals = sum(1 << i for i, person in enumerate(scenario.people) if person.principal)
        touched = (Mishap.BLOCKED, Mishap.EAGER)
        at_doors = sum({1 << i for mishap, i, _ in self.mishaps if mishap in touched})
        self.at_doors = self.officers | self.uninvited | at_doors
        self.side_of = self._sides()
        self.aim = self.cast.mask(scenario.aim.who)
        cameras = {camera.on for camera in scenario.room.cameras}
        self.door_in_shot = tuple("room" in cameras or door.id in cameras for door in scenario.room.doors)
        self.place_in_shot = "room" in cameras or "table" in cameras
        self.lanes = tuple((0,) * door.abreast for door in scenario.room.doors)
        self.headways = tuple(door.headway for door in scenario.room.doors)
        self._plans: dict[int, PreparedPlan] = {}
        self._instructions: dict[tuple[int, Settled], Instruction] = {}

    def instruct(self, nth: int, settled: Settled) -> Instruction:
        """The instruction that a settled conduct comes to for somebody; each is made once."""
        silent, instruction, _events = self.unbriefed[nth]
        if settled is silent:
            return instruction
        found = self._instructions.get((nth, settled))
        if found is None:
            if len(self._instructions) >= 20_000:
                self._instructions.clear()
            found = self._instructions[nth, settled] = self._instruct(self.scenario.people[nth], settled)
        return found

    def _instruct(self, person: Person, settled: Settled) -> Instruction:
        return instruct(self.scenario, self.routes, person, settled)

    @cached_property
    def unbriefed(self) -> tuple[tuple[Settled, Instruction, tuple[tuple[Occurrence, ...], ...]], ...]:
        """What everybody does if nobody tells them anything, as the engine needs it, and what their cues wait for."""
        silent = (settle(self.habits[person.id], {}) for person in self.scenario.people)
        return tuple((settled, self._instruct(person, settled), tuple(waited_for(settled)))
                     for person, settled in zip(self.scenario.people, silent, strict=True))

    def _mishaps(self) -> tuple[tuple[Mishap, int, str], ...]:
        """What may befall whom (an index of a person, or of a seat), and the name of the draw."""
        seats = {seat.id: n for n, seat in enumerate(self.scenario.room.seats)}
        found = []
        for chance in self.scenario.chances:
            if chance.mishap is Mishap.NO_CHAIR:
                befalls = [(seats[seat], seat) for seat in chance.who]
            else:
                befalls = [(i, self.scenario.people[i].id) for i in self.cast.indices(chance.who)]
            found += [(chance.mishap, i, chance_name(chance.mishap, who)) for i, who in befalls]
        return tuple(found)

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
    def other_cues(self) -> tuple[After, ...]:
        """The cues that stand in no plan: recalls by rule, the broadcast's return, and of people who do otherwise."""
        cues = [getattr(each.conduct, name) for each in self.scenario.otherwise for name in CUES]
        others = (cue for cue in (*cues, self.scenario.broadcast.returns) if isinstance(cue, After))
        return (*(cue for _, cue in self.recalls), *others)

    @cached_property
    def habits(self) -> Voices:
        """What people do if nobody tells them anything."""
        return habits_of(self.scenario)

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
        accompanied = self._accompanied(plan)
        walking = {scenario.people[each.officer].id for each in accompanied if each.way}
        told = self._told(plan.briefings)
        if walking:
            before = self._told(tuple(b for b in plan.briefings if b.escort not in walking))
            told = tuple((*after, *early) for after, early in zip(told, before, strict=True))
        events = dict.fromkeys((*self._waited_for(told), *(cue.events for cue in self.other_cues)))
        latches = tuple(LatchPlan(each, self.cast) for each in events)
        wanted = [(sub, n) for n, latch in enumerate(latches) for sub in latch.subscriptions]
        return PreparedPlan(plan, self, told, accompanied, latches, {each: n for n, each in enumerate(events)},
                            both(self.ears.table, watch_table(self.people, wanted), self.people))

    def _told(self, briefings: tuple[Briefing, ...]) -> tuple[tuple[Settled, ...], ...]:
        """Everybody's conduct by what is said to them, and by what of it holds for certain."""
        certain = tuple(b for b in briefings if b.read_back or b.escort)
        said, held = briefed(self.scenario, Plan(briefings)), briefed(self.scenario, Plan(certain))
        found: list[tuple[Settled, ...]] = []
        for nth, person in enumerate(self.cast.everybody):
            told, sure = said[person], held[person]
            everything = settle(self.habits[person], told) if told else self.unbriefed[nth][0]
            kept = settle(self.habits[person], sure) if sure else self.unbriefed[nth][0]
            found.append((everything, everything if sure == told else kept))
        return tuple(found)

    def _waited_for(self, told: tuple[tuple[Settled, ...], ...]) -> Iterator[tuple[Occurrence, ...]]:
        """What the cues of these conducts wait for."""
        for nth, each in enumerate(told):
            for settled in each:
                if settled is self.unbriefed[nth][0]:
                    yield from self.unbriefed[nth][2]
                else:
                    yield from waited_for(settled)

    def _accompanied(self, plan: Plan) -> tuple[Accompanied, ...]:
        """The officers who take people in. An escort who is nobody of the scenario is wherever he is needed."""
        people, found = self.scenario.people, []
        for briefing in plan.briefings:
            officer = self.cast.index.get(briefing.escort or "", -1)
            charges = self.cast.indices(briefing.who)
            if officer < 0 or not charges:
                continue
            room = people[charges[0]].holds
            way = self.scenario.room.way(people[officer].holds, room) or 0
            number = [each.id for each in self.scenario.room.holding].index(room)
            found.append(Accompanied(officer, walking_time(way, people[officer].pace), number, charges))
        return tuple(sorted(found, key=lambda each: each.officer))


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


