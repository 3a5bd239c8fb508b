"""Fixes: the smallest change of a plan that heals one ledger line, found by simulating changes.

Under the same circumstances a fix heals every offender of the line, opens nothing new and raises the raw sum. Among
those that do: an event before a time of day, fewer people, a smaller shift, and then what holds on most other days.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from game.planning.changes import ESCORT, READ_BACK, Change, change
from game.planning.robust import DAYS, other_days
from game.planning.steps import answer
from game.planning.vocabulary import Names, Vocabulary
from game.protocol.cues import AtClock
from game.protocol.legality import problems
from game.protocol.plan import Order, Plan
from game.protocol.scenario import Scenario
from game.protocol.units import SECOND
from game.scoring.line import Line
from game.scoring.scorecard import score
from game.simulation.circumstances import Circumstances, draw
from game.simulation.codes import Code
from game.simulation.engine import simulate, simulate_unless_worse
from game.simulation.prepared import prepare
from game.simulation.trace import Trace

FINALISTS: Final = 3
FIRST_ROUND: Final = 6
"""Of changes that are equally small so many are compared, and on so many days, before the best is tried on all."""

_ALIKE: Final = 30 * SECOND
"""Shifts that differ by less count as equally small."""

_SHIFTS: Final = tuple(s * SECOND for s in (5, 10, 15, 20, 30, 45, 60, 90, 120, 150, 180, 240, 300, 360, 420, 480))

Pairs = Counter[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Fix:
    """One change that heals a line. `plan` is the plan with it, `gained` what the raw sum rises by.

    On `holds` of `days` other days it heals the line as well and opens nothing that the old plan did not break there.
    """

    change: Change
    plan: Plan
    gained: int
    holds: int = 0
    days: int = 0


@dataclass(frozen=True, slots=True)
class Looking:
    """How far the search for a fix has come: simulations done, and in the end the answer.

    With `ready` and no `fix`, no single change heals the line.
    """

    tried: int
    ready: bool = False
    fix: Fix | None = None


@dataclass(frozen=True, slots=True)
class _Tried:
    """What came of one change on the day itself. `times`: when each person entered and sat first."""

    pairs: Pairs
    accomplished: bool
    trace: Trace


class Fixer:
    """Answers for all lines of one day; what one line has tried, the others need not simulate again."""

    def __init__(
        self, scenario: Scenario, plan: Plan, circumstances: Circumstances, orders: tuple[Order, ...] = (),
        seed: int = 1,
    ) -> None:  # fmt: skip
        self.scenario, self.plan, self.orders = scenario, plan, orders
        self._day = circumstances
        self._words = Vocabulary(scenario)
        self._before = _tried(simulate(scenario, plan, circumstances, orders))
        self._raw = score(scenario, self._before.trace).raw
        self._days = tuple(draw(scenario, other) for other in other_days(scenario, seed, DAYS))
        self._tried: dict[Change, _Tried | None] = {}
        self._healing: dict[Change, _Tried] = {}
        self._plans: dict[Change, Plan] = {}
        self._gains: dict[Change, int] = {}
        self._elsewhere: dict[tuple[Change | None, int], frozenset[tuple[str, str]]] = {}
        self._done = 0

    def look(self, line: Line) -> Iterator[Looking]:
        """Search for the fix of a breach in slices of one simulation; the last answer is the one that counts."""
        for _size, candidates in groupby(self._candidates(line), key=self._weight):
            healing: list[Change] = []
            for each in candidates:
                if self._heals(each, line):
                    healing.append(each)
                yield Looking(self._done)
            fix = yield from self._choose(line, healing)
            if fix is not None:
                yield Looking(self._done, True, fix)
                return
        yield Looking(self._done, ready=True)

    def find(self, line: Line) -> Fix | None:
        """The fix of a breach, or None where no single change heals it."""
        return answer(self.look(line)).fix

    # What could be changed

    def _weight(self, one: Change) -> tuple[bool, int]:
        return one.by_clock, len(self._words.people(one.who))

    def _candidates(self, line: Line) -> list[Change]:
        """Every change worth trying, the smallest first."""
        rule = self.scenario.rule(line.rule)
        addressees = self._addressees(line)
        about = tuple(dict.fromkeys((*self._words.named[rule.id], *line.against, *self._late())))
        found: dict[Change, None] = {}
        for who in addressees:
            found.update(dict.fromkeys(self._words.sayings(who, about, (rule,))))
            found.update(dict.fromkeys(self._deliveries(who, rule.id)))
            found.update(dict.fromkeys(self._clock_times(who)))
        found.update((move[0], None) for move in self._words.posts((), ()) if len(move) == 1)
        return sorted((one for one in found if self._with(one) != self.plan), key=self._weight)

    def _with(self, one: Change) -> Plan:
        """The plan with a change: always the same object, so that it is prepared once."""
        if one not in self._plans:
            self._plans[one] = change(self.plan, (one,))
        return self._plans[one]

    def _addressees(self, line: Line) -> tuple[Names, ...]:
        """Who could be told something else: the offenders, groups that hold them, those it was done to."""
        people = {*line.offenders, *line.against}
        own = [b.who for b in self.plan.briefings if people & self._words.people(b.who)]
        habits = [who for who in self._words.habits if set(line.offenders) <= self._words.people(who)]
        named = [(name,) for name in self._words.named[line.rule]]
        others = [(person,) for person in line.against]
        every = [line.offenders, *own, *self._words.holding(line.offenders), *habits, *others, *named]
        best: dict[frozenset[str], Names] = {}
        for who in every:  # one way of naming the same people is enough; the plan's own comes before others
            best.setdefault(self._words.people(who), who)
        for who in own:
            best[self._words.people(who)] = who
        return tuple(best.values())

    def _late(self) -> Names:
        return tuple(dict.fromkeys(name for arrival in self.scenario.arrivals for name in arrival.who))

    def _deliveries(self, who: Names, rule: str) -> Iterator[Change]:
        """Making sure that what is said already arrives, or having them taken in where the rule speaks of who does."""
        if any(briefing.who == who for briefing in self.plan.briefings):
            yield Change(who, READ_BACK, True)
        staff = {officer.id for officer in self.scenario.officers}
        if any(briefing.who == who for briefing in self.plan.briefings) or staff & set(self._words.named[rule]):
            yield from self._words.escorts(who)

    def _clock_times(self, who: Names) -> Iterator[Change]:
        """Earlier and later than on this day, by the clock."""
        for field, code in (("set_out", Code.SET_OUT), ("enter", Code.ENTERED)):
            times = [self._before.trace.first(code, person) for person in self._words.people(who)]
            known = [at for at in times if at is not None]
            for shift in _SHIFTS if known else ():
                for at in (min(known) + shift, min(known) - shift):
                    whole = at // SECOND * SECOND
                    if self.scenario.start <= whole <= self.scenario.end:
                        yield Change(who, field, AtClock(whole))

    # What comes of it

    def _play(self, plan: Plan, allowed: Pairs) -> _Tried | None:
        """What comes of a plan on the day; None where somebody breaks what they are not allowed to."""
        trace = simulate_unless_worse(self.scenario, plan, self._day, self.orders, allowed)
        return None if trace is None else _tried(trace)

    def _heals(self, one: Change, line: Line) -> bool:
        if one not in self._tried:
            self._tried[one] = self._play(self._with(one), self._before.pairs)
            self._done += 1
        after = self._tried[one]
        if after is None or any(after.pairs[line.rule, person] for person in line.offenders):
            return False
        if after.pairs - self._before.pairs or after.accomplished < self._before.accomplished:
            return False
        self._healing[one] = after
        return True

    def _gain(self, one: Change) -> int:
        """What the raw sum rises by; 0 where it does not, or where the plan cannot be."""
        if one not in self._gains:
            gained = score(self.scenario, self._healing[one].trace).raw - self._raw
            possible = gained > 0 and not problems(self.scenario, self._plans[one])
            self._gains[one] = gained if possible else 0
        return self._gains[one]

    # Which of several

    def _choose(self, line: Line, healing: list[Change]) -> Generator[Looking, None, Fix | None]:
        """Among those that pay and have the smallest shift, what holds on most other days; then the order tried."""
        shifts = {one: self._shift(one) // _ALIKE for one in healing}
        finalists: list[Change] = []
        for one in sorted(healing, key=shifts.__getitem__):
            if finalists and (shifts[one] > shifts[finalists[0]] or len(finalists) == FINALISTS):
                break
            if self._gain(one):
                finalists.append(one)
        if not finalists:
            return None
        if len(finalists) > 1:
            held: dict[Change, int] = {}
            for one in finalists:
                held[one] = yield from self._holds(one, line, FIRST_ROUND)
            finalists.sort(key=lambda one: -held[one])
        best = finalists[0]
        holds = yield from self._holds(best, line, DAYS)
        return Fix(best, self._plans[best], self._gain(best), holds, DAYS)

    def _shift(self, one: Change) -> int:
        """By how much (ms) the change moves the one of its people whom it moves most."""
        code = Code.SAT if one.field == "sit" else Code.ENTERED
        before, after = self._before.trace, self._healing[one].trace
        whole_day = self.scenario.end - self.scenario.start

        def moved(person: str) -> int:
            then, now = before.first(code, person), after.first(code, person)
            return abs(now - then) if then is not None and now is not None else whole_day * (then != now)

        return max((moved(person) for person in self._words.people(one.who)), default=0)

    def _holds(self, one: Change, line: Line, days: int) -> Generator[Looking, None, int]:
        """On how many of the first `days` other days the change does there what it does here."""
        mine = {(line.rule, person) for person in line.offenders}
        held = 0
        for day in range(days):
            after = self._broken(one, day)
            held += not after & mine and after <= self._broken(None, day)
            yield Looking(self._done)
        return held

    def _broken(self, one: Change | None, day: int) -> frozenset[tuple[str, str]]:
        """Who breaks what on another day, with a change or without."""
        if (one, day) not in self._elsewhere:
            if one is not None and self._goes_unheard(one, day):
                self._elsewhere[one, day] = self._broken(None, day)
                return self._elsewhere[one, day]
            plan = self.plan if one is None else self._plans[one]
            self._elsewhere[one, day] = frozenset(_pairs(simulate(self.scenario, plan, self._days[day], self.orders)))
            self._done += 1
        return self._elsewhere[one, day]

    def _goes_unheard(self, one: Change, day: int) -> bool:
        """Whether everybody does the same on that day with the change as without it: the message is lost."""
        if one.field == ESCORT:
            return False
        ready, draws = prepare(self.scenario), self._days[day].by_name
        with_it, without = (ready.plan(plan).opening(draws).parts for plan in (self._plans[one], self.plan))
        return with_it == without


def fixes(fixer: Fixer, lines: tuple[Line, ...]) -> dict[Line, Fix | None]:
    """The fix of every breach among these lines, None where no single change heals it."""
    return {line: fixer.find(line) for line in lines if line.is_breach}


def _tried(trace: Trace) -> _Tried:
    return _Tried(_pairs(trace), trace.accomplished, trace)


def _pairs(trace: Trace) -> Pairs:
    found = (breach for breach in trace.breaches if not breach.excused)
    return Counter((breach.rule, offender) for breach in found for offender in breach.offenders)
