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

Days = tuple[Circumstances, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The best plan so far; `clean` in the walk-through and on the day asked for. `tried` counts simulations."""

    plan: Plan
    clean: bool
    tried: int


@dataclass(frozen=True, slots=True)
class _Judged:
    """A plan in the walk-through: the raw sum, and what it broke, the dearest first."""

    plan: Plan
    day: tuple[Record, ...]
    raw: int
    clean: bool
    broken: tuple[str, ...]
    offenders: tuple[tuple[str, Names], ...]


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
        best = self._judge(start)
        seen, days = {start}, {best.day}
        heap: list[tuple[int, int, _Judged, int]] = [(-best.raw, 0, best, 0)]
        nth = 0
        while heap and not best.clean and self._tried < self._budget:
            _, _, node, turn = heappop(heap)
            if turn == 0 and problems(self._scenario, node.plan):
                continue
            if turn < len(node.broken):
                heappush(heap, (-node.raw, -nth, node, turn + 1))
            for move in self._moves(node, turn):
                plan = change(node.plan, move)
                if plan in seen:
                    continue
                seen.add(plan)
                nth += 1
                judged = self._judge(plan)
                if judged.day in days:
                    continue  # what goes the same way is the same, in the walk-through
                days.add(judged.day)
                if judged.clean and not problems(self._scenario, plan):
                    return plan
                heappush(heap, (-judged.raw, nth, judged, 0))
                if judged.raw > best.raw and not problems(self._scenario, plan):
                    best = judged
                if nth % 8 == 0:
                    yield Found(best.plan, False, self._tried)
        yield Found(best.plan, False, self._tried)
        return best.plan if best.clean else None

    def _judge(self, plan: Plan) -> _Judged:
        self._tried += 1
        trace = simulate(self._scenario, plan, self._walk)
        card = score(self._scenario, trace)
        weights: dict[str, int] = {}
        offenders: dict[str, dict[str, None]] = {}
        for line in card.ledger:
            if line.is_breach or line.rule == ACCOMPLISH:
                weights[line.rule] = weights.get(line.rule, 0) + line.points
                offenders.setdefault(line.rule, {}).update(dict.fromkeys((*line.offenders, *line.against)))
        broken = tuple(sorted(weights, key=lambda rule: weights[rule]))
        people = tuple((rule, tuple(who)) for rule, who in offenders.items())
        return _Judged(plan, trace.records, card.raw, trace.clean, broken, people)

    def _moves(self, node: _Judged, turn: int) -> Iterator[Move]:
        """What might help against the plan's dearest breach, at the next turn against the next one, and so on."""
        if turn < len(node.broken):
            rule = node.broken[turn]
            yield from self._against(node.plan, rule, dict(node.offenders)[rule])
        elif turn == len(node.broken):
            for each in self._scenario.rules:
                yield from self._words.standing_by(each)

    def _against(self, plan: Plan, broken: str, people: Names) -> Iterator[Move]:
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
        """Uphill on the training days: first how it is delivered, then what is said."""
        best = self._failed(plan, 0)
        end = self._tried + self._practice
        climbs = True
        while climbs and best and self._tried < end:
            climbs = False
            for moves in (self._deliveries(plan), self._remedies(plan)):
                better = plan
                for candidate in moves:
                    if self._tried >= end:
                        break
                    failed = self._failed(candidate, best)
                    if failed < best and self._is_clean(candidate) and not problems(self._scenario, candidate):
                        best, better = failed, candidate
                    yield Found(plan, False, self._tried)
                if better is not plan:
                    plan, climbs = better, True
                    break
        return plan

    def _failed(self, plan: Plan, enough: int) -> int:
        """On how many training days a plan is not clean, the day it must be clean on weighing more than all others.

        It is not looked at further once these are `enough`.
        """
        failed = 0
        for nth, day in enumerate(self._training):
            self._tried += 1
            if not simulate(self._scenario, plan, day).clean:
                failed += 1 if nth >= len(self._must) else _FAR_MORE
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

    def _remedies(self, plan: Plan) -> Iterator[Plan]:
        """Changes that the breaches of the training days point to."""
        broken: dict[str, dict[str, None]] = {}
        for day in self._training:
            trace = simulate(self._scenario, plan, day)
            self._tried += 1
            for rule in failures(self._scenario, trace):
                broken.setdefault(rule, {}).update(dict.fromkeys(_involved(trace, rule)))
        for rule, people in broken.items():
            for move in self._against(plan, rule, tuple(people)):
                yield change(plan, move)

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
