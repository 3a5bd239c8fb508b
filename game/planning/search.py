"""The expert: a search for a clean plan with the simulation as its only judge.

First, best plan first, until one is clean in the walk-through; then, from there, uphill on training days, so that it
holds when messages are lost and people are late. Everything is counted in simulations and nothing by the
clock, so the same scenario gives the same plan on every machine.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass, replace
from heapq import heappop, heappush
from typing import Final

from game.planning.changes import ESCORT, READ_BACK, Change, Move, change, unsaid
from game.planning.robust import ACCOMPLISH, failures
from game.planning.steps import answer
from game.planning.vocabulary import Names, Vocabulary
from game.protocol.conduct import FIELDS
from game.protocol.legality import problems
from game.protocol.plan import Briefing, Plan
from game.protocol.scenario import Scenario
from game.scoring.scorecard import score
from game.simulation.circumstances import Circumstances, draw, nominal
from game.simulation.engine import simulate
from game.simulation.trace import Record, Trace

TRAINING: Final = tuple(range(900_001, 900_025))
"""The seeds of the days the expert practises on."""

BUDGET: Final = 1_500
"""So many plans the search for a clean one may simulate."""

PRACTICE: Final = 4_000
"""So many days the search for one that holds may simulate after that."""

_FAR_MORE: Final = 1_000

_SAMPLE: Final = 3
"""On so many of the days on which it should help, a change is tried first."""

Days = tuple[Circumstances, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The best plan so far; `clean` in the walk-through and on the day asked for. `tried` counts simulations."""

    plan: Plan
    clean: bool
    tried: int


@dataclass(frozen=True, slots=True)
class _Judged:
    """A plan in the walk-through: the raw sum, and what each broken rule cost, below zero, the dearest first."""

    plan: Plan
    day: tuple[Record, ...]
    raw: int
    clean: bool
    costs: tuple[tuple[str, int], ...]
    offenders: tuple[tuple[str, Names], ...]

    @property
    def broken(self) -> tuple[str, ...]:
        """The rules that it broke."""
        return tuple(rule for rule, _cost in self.costs)

    def cost(self, rule: str) -> int:
        """What a rule cost; nothing where it was kept."""
        return dict(self.costs).get(rule, 0)


class _Seen:
    """The plans that have been looked at, the days they lead to, those that may still be changed, and the best."""

    def __init__(self, start: _Judged) -> None:
        self.plans: dict[Plan, _Judged | None] = {start.plan: start}
        self.days = {start.day}
        self.heap: list[tuple[int, int, _Judged]] = [(-start.raw, 0, start)]
        self.best = start


class Expert:
    """Searches one scenario. A plan must be clean in the walk-through and on `day`, and is practised on `training`.

    Without `day` it is blind to what chance brings.
    """

    def __init__(
        self, scenario: Scenario, day: Circumstances | None = None, training: Days = (),
        budget: int = BUDGET, practice: int = PRACTICE,
    ) -> None:  # fmt: skip
        self._scenario, self._walk = scenario, nominal(scenario)
        self._must = () if day is None else (day,)
        self._training = (*self._must, *training)
        self._words = Vocabulary(scenario)
        self._staff = {officer.id for officer in scenario.officers}
        self._budget, self._practice = budget, practice
        self._tried = 0

    def search(self, start: Plan | None = None) -> Iterator[Found]:
        """The best so far, again and again; the last is the answer."""
        best = yield from self._clean(start or Plan())
        if best is None:
            return
        plan = yield from self._hold(best)
        plan = self._plain(plan)
        clean = all(simulate(self._scenario, plan, day).clean for day in (self._walk, *self._must))
        yield Found(plan, clean, self._tried)

    def walked(self) -> Iterator[Found]:
        """The same, but only until a plan is clean in the walk-through: the first that is, before it is practised."""
        best = yield from self._clean(Plan())
        yield Found(best or Plan(), best is not None, self._tried)

    # A clean plan

    def _clean(self, start: Plan) -> Generator[Found, None, Plan | None]:
        """Best first: the plan with the highest raw sum is changed where its dearest breach points to.

        Returns a plan that is clean in the walk-through, or None; what it yields last is then the best there is.
        """
        found = _Seen(self._judge(start, self._walked(start)))
        while found.heap and not found.best.clean and self._tried < self._budget:
            node = heappop(found.heap)[2]
            if problems(self._scenario, node.plan):
                continue
            children: list[tuple[Move, _Judged]] = []
            for turn in range(len(node.broken) + 1):
                if turn == len(node.broken) and children:
                    break
                for nth, move in enumerate(self._moves(node, turn), start=1):
                    judged = self._look(found, change(node.plan, move))
                    if found.best.clean:
                        return found.best.plan
                    if judged is not None and judged.raw > node.raw:
                        children.append((move, judged))
                    if nth % 8 == 0:
                        yield Found(found.best.plan, False, self._tried)
            self._together(found, node, children)
        yield Found(found.best.plan, False, self._tried)
        return found.best.plan if found.best.clean else None

    def _together(self, found: _Seen, node: _Judged, children: list[tuple[Move, _Judged]]) -> None:
        """What helps most against each rule, all in one plan, as far as one does not undo the other."""
        helpful: dict[Move, None] = {}
        for rule, cost in node.costs:
            move, judged = max(children, key=lambda each: (each[1].cost(rule), each[1].raw), default=((), node))
            if judged.cost(rule) > cost:
                helpful[move] = None
        so_far = node
        for move in helpful:
            look = self._look(found, change(so_far.plan, move))
            if look is not None and look.raw > so_far.raw:
                so_far = look

    def _look(self, found: _Seen, plan: Plan) -> _Judged | None:
        """The plan judged and kept for later; None where it is known, or goes as another does in the walk-through."""
        if plan in found.plans:
            return found.plans[plan]
        found.plans[plan] = None
        trace = self._walked(plan)
        if trace.records in found.days:
            return None
        judged = found.plans[plan] = self._judge(plan, trace)
        found.days.add(judged.day)
        heappush(found.heap, (-judged.raw, len(found.plans), judged))
        if judged.raw > found.best.raw and not problems(self._scenario, plan):
            found.best = judged
        return judged

    def _walked(self, plan: Plan) -> Trace:
        self._tried += 1
        return simulate(self._scenario, plan, self._walk)

    def _judge(self, plan: Plan, trace: Trace) -> _Judged:
        card = score(self._scenario, trace)
        weights: dict[str, int] = {}
        offenders: dict[str, dict[str, None]] = {}
        for line in card.ledger:
            if line.is_breach or line.rule == ACCOMPLISH:
                weights[line.rule] = weights.get(line.rule, 0) + line.points
                offenders.setdefault(line.rule, {}).update(dict.fromkeys((*line.offenders, *line.against)))
        costs = tuple(sorted(weights.items(), key=lambda each: each[1]))
        people = tuple((rule, tuple(who)) for rule, who in offenders.items())
        return _Judged(plan, trace.records, card.raw, trace.clean, costs, people)

    def _moves(self, node: _Judged, turn: int) -> Iterator[Move]:
        """What might help against the plan's dearest breach, at the next turn against the next one, and so on."""
        if turn < len(node.broken):
            rule = node.broken[turn]
            yield from self._against(node.plan, rule, dict(node.offenders)[rule])
        else:
            for each in self._scenario.rules:
                yield from self._words.standing_by(each)
            yield from self._words.posts((), self._scenario.rules)

    def _against(self, plan: Plan, broken: str, people: Names, posts: bool = False) -> Iterator[Move]:
        rules = [rule for rule in self._scenario.rules if rule.id == broken]
        for rule in rules:
            yield from self._words.standing_by(rule)
            yield from self._words.queueing(rule)
        about = [name for rule in rules for name in self._words.named[rule.id]]
        about += [p.id for p in self._scenario.people if p.principal and p.id not in about]
        for who in self._addressees(plan, tuple(about), people):
            for one in self._words.sayings(who, about, rules or self._scenario.rules):
                yield (one,)
            if self._staff & set(about):
                yield from ((one,) for one in self._words.escorts(who))
        if posts:
            yield from self._words.posts(about, rules or self._scenario.rules)

    def _addressees(self, plan: Plan, about: Names, people: Names) -> Iterator[Names]:
        """The smallest groups that the rule or the habits speak of, with one of these people in them."""
        own = tuple(briefing.who for briefing in plan.briefings)
        concerned = {*people, *self._words.people(about)}
        named = [*own, *((name,) for name in about), *self._words.habits]
        if len(people) <= 3:
            named += [(person,) for person in people]
        found: dict[frozenset[str], Names] = {}
        for who in named:
            if self._words.people(who) & concerned:
                found.setdefault(self._words.people(who), who)
        yield from sorted(found.values(), key=lambda who: len(self._words.people(who)))

    # A plan that holds

    def _hold(self, plan: Plan) -> Generator[Found, None, Plan]:
        """Uphill on the training days: first how it is delivered, then what is said, the commonest breach first."""
        best = self._failed(plan, 0)
        end = self._tried + self._practice
        climbs = True
        while climbs and best and self._tried < end:
            climbs = False
            for days, candidates in self._improvements(plan):
                better = plan
                before = self._failed(plan, 0, days)
                for candidate in candidates:
                    if self._tried >= end:
                        break
                    if self._failed(candidate, before, days) >= before:
                        continue  # it does not even help on the days it is meant for
                    failed = self._failed(candidate, best)
                    if failed < best and self._is_clean(candidate) and not problems(self._scenario, candidate):
                        best, better = failed, candidate
                    yield Found(plan, False, self._tried)
                if better is not plan:
                    plan, climbs = better, True
                    break
        return plan

    def _improvements(self, plan: Plan) -> Iterator[tuple[Days, Iterator[Plan]]]:
        """What might make a plan hold, and the days on which it should show."""
        yield self._training, self._deliveries(plan)
        broken: dict[str, list[Circumstances]] = {}
        people: dict[str, dict[str, None]] = {}
        for day in self._training:
            trace = simulate(self._scenario, plan, day)
            self._tried += 1
            for rule in failures(self._scenario, trace):
                broken.setdefault(rule, []).append(day)
                people.setdefault(rule, {}).update(dict.fromkeys(_involved(trace, rule)))
        for rule, days in sorted(broken.items(), key=lambda each: -len(each[1])):
            moves = self._against(plan, rule, tuple(people[rule]), posts=True)
            yield tuple(days[:_SAMPLE]), (change(plan, move) for move in moves)

    def _failed(self, plan: Plan, enough: int, days: Days = ()) -> int:
        """What a plan breaks on the training days, or on these, rule by rule; the day it must be clean on weighs more
        than all others. It is not looked at further once this is `enough`.
        """
        failed = 0
        for day in days or self._training:
            self._tried += 1
            broken = len(failures(self._scenario, simulate(self._scenario, plan, day)))
            failed += broken * _FAR_MORE if day in self._must else broken
            if failed >= enough > 0:
                break
        return failed

    def _is_clean(self, plan: Plan) -> bool:
        self._tried += 1
        return simulate(self._scenario, plan, self._walk).clean

    def _deliveries(self, plan: Plan) -> Iterator[Plan]:
        """The same briefings, one of them delivered more surely."""
        for briefing in plan.briefings:
            for escort in self._scenario.liaison.escorts:
                if briefing.escort is None:
                    free = _without(plan, escort)
                    sent = Change(briefing.who, ESCORT, escort)
                    yield change(free, (Change(briefing.who, READ_BACK, False), sent))
            if not briefing.read_back and briefing.escort is None:
                yield change(plan, (Change(briefing.who, READ_BACK, True),))

    def _plain(self, plan: Plan) -> Plan:
        """The plan without what it does not need: on all days it stays as good."""
        failed = self._failed(plan, 0)
        for briefing in plan.briefings:
            for field in FIELDS:
                if getattr(briefing.conduct, field) is None:
                    continue
                shorter = unsaid(plan, briefing.who, field)
                if self._is_clean(shorter) and self._failed(shorter, failed + 1) <= failed:
                    plan = plan if problems(self._scenario, shorter) else shorter
        return plan


def expert_plan(scenario: Scenario) -> Plan:
    """The expert's plan, made once and blind to the day: judged on the walk-through and on the training days."""
    training = tuple(draw(scenario, seed) for seed in TRAINING)
    return answer(Expert(scenario, None, training).search()).plan


def _without(plan: Plan, escort: str) -> Plan:
    """The plan with this escort sent with nobody."""
    return Plan(tuple(_alone(briefing) if briefing.escort == escort else briefing for briefing in plan.briefings))


def _alone(briefing: Briefing) -> Briefing:
    return replace(briefing, escort=None)


def _involved(trace: Trace, rule: str) -> Iterable[str]:
    for breach in trace.breaches:
        if breach.rule == rule:
            yield from (*breach.offenders, *breach.against)
