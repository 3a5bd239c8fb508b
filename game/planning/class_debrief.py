"""What a class can learn from its runs of one scenario: how they went, what broke, and the mistake most of them made.

Pure: the runs are given as values, so a folder of replay files and a classroom's server are answered alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from game.planning.contrast import Decisive, decisive, differences
from game.planning.mistakes import Mistake, mistake
from game.planning.robust import Robust
from game.protocol.plan import Order, Plan
from game.protocol.scenario import Scenario
from game.scoring.line import Line
from game.scoring.scorecard import Scorecard
from game.simulation.trace import Trace

BARS: Final = 10
"""A distribution's bars: 0-9, 10-19 and so on, 90-100 last."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """One run of one trainee: the `nth` try (1 is the first), what was planned, what came of it, and on other days."""

    trainee: str
    nth: int
    seed: int
    plan: Plan
    orders: tuple[Order, ...]
    trace: Trace
    card: Scorecard
    robust: Robust

    @property
    def clean_percent(self) -> int:
        """On how many of a hundred other days the plan is clean."""
        return self.robust.clean * 100 // self.robust.days if self.robust.days else 0


@dataclass(frozen=True, slots=True)
class Broken:
    """A rule, and who of the class broke it; `offences` counts every offender in every run."""

    rule: str
    trainees: tuple[str, ...]
    offences: int


@dataclass(frozen=True, slots=True)
class Incident:
    """One event that broke a rule: these offenders, in the runs of these trainees. `example` is its first line in one.
    """

    rule: str
    offenders: tuple[str, ...]
    trainees: tuple[str, ...]
    example: Line


@dataclass(frozen=True, slots=True)
class Round:
    """One try each of several trainees."""

    attempts: tuple[Attempt, ...]

    @property
    def totals(self) -> tuple[int, ...]:
        """Their totals, from the lowest."""
        return tuple(sorted(attempt.card.total for attempt in self.attempts))

    @property
    def clean(self) -> int:
        """How many of them were clean."""
        return sum(attempt.trace.clean for attempt in self.attempts)

    @property
    def accomplished(self) -> int:
        """How many of them reached what the day was for."""
        return sum(attempt.trace.accomplished for attempt in self.attempts)

    @property
    def median(self) -> int:
        """The middle total; of an even number the lower one of the two."""
        return middle(self.totals)

    @property
    def median_robust(self) -> int:
        """On how many of a hundred other days the middle plan is clean."""
        return middle(tuple(sorted(attempt.clean_percent for attempt in self.attempts)))

    def score_bars(self) -> tuple[int, ...]:
        """How many reached 0-9 points, 10-19 and so on."""
        return _bars(self.totals)

    def robust_bars(self) -> tuple[int, ...]:
        """How many plans are clean on 0-9 of a hundred other days, 10-19 and so on."""
        return _bars([attempt.clean_percent for attempt in self.attempts])

    def broken(self) -> tuple[Broken, ...]:
        """The rules broken, that of most trainees first; what was waived or improvised does not count."""
        found: dict[str, list[tuple[str, int]]] = {}
        for attempt, line in _breaches(self.attempts):
            found.setdefault(line.rule, []).append((attempt.trainee, len(line.offenders)))
        broken = [Broken(rule, tuple(dict.fromkeys(t for t, _ in made)), sum(n for _, n in made))
                  for rule, made in found.items()]
        return tuple(sorted(broken, key=lambda each: (-len(each.trainees), -each.offences, each.rule)))

    def incidents(self) -> tuple[Incident, ...]:
        """The same by event: who did something against a rule, and in whose runs. The commonest first.

        People who broke a rule in the runs of exactly the same trainees did so together.
        """
        made: dict[tuple[str, tuple[str, ...]], list[tuple[str, Line]]] = {}
        for attempt, line in _breaches(self.attempts):
            made.setdefault((line.rule, line.offenders), []).append((attempt.trainee, line))
        together: dict[tuple[str, tuple[str, ...]], list[Line]] = {}
        for (rule, _who), seen in made.items():
            trainees = tuple(dict.fromkeys(trainee for trainee, _ in seen))
            together.setdefault((rule, trainees), []).append(seen[len(seen) // 2][1])
        found = [
            Incident(rule, tuple(dict.fromkeys(p for line in lines for p in line.offenders)), trainees,
                     min(lines, key=lambda line: (line.at, line.offenders)))
            for (rule, trainees), lines in together.items()
        ]  # fmt: skip
        return tuple(sorted(found, key=lambda each: (-len(each.trainees), each.example.at, each.rule, each.offenders)))


@dataclass(frozen=True, slots=True)
class WrongPlan:
    """Plans that first went wrong in the same way; `example` is the middle one of them by its points."""

    mistake: Mistake
    attempts: tuple[Attempt, ...]
    example: Attempt


@dataclass(frozen=True, slots=True)
class Contrast:
    """Two plans of the class side by side; `decisive` is what the better one said that would have helped the other."""

    worse: Attempt
    better: Attempt
    decisive: Decisive | None


@dataclass(frozen=True, slots=True)
class Trainee:
    """All tries of one trainee, in order."""

    name: str
    attempts: tuple[Attempt, ...]


@dataclass(frozen=True, slots=True)
class ClassDebrief:
    """What there is to tell a class about one scenario.

    `first` holds everybody's first try, which is what is told about mistakes. `before` and `after` are the first and
    the last try of those who had more than one; None where nobody had. `wrong` has the commonest wrong plan first;
    `contrast` is None where no plan did better than another.
    """

    scenario: Scenario
    trainees: tuple[Trainee, ...]
    first: Round
    before: Round | None
    after: Round | None
    wrong: tuple[WrongPlan, ...]
    contrast: Contrast | None

    @property
    def seeds(self) -> tuple[int, ...]:
        """The days that were played."""
        return tuple(sorted({attempt.seed for trainee in self.trainees for attempt in trainee.attempts}))



def class_debrief(scenario: Scenario, attempts: Sequence[Attempt]) -> ClassDebrief:
    """The debrief of a class: at least one attempt, all of this scenario. The same in whatever order they come."""
    by_name: dict[str, list[Attempt]] = {}
    for attempt in sorted(attempts, key=lambda each: (each.trainee.casefold(), each.trainee, each.nth)):
        by_name.setdefault(attempt.trainee, []).append(attempt)
    trainees = tuple(Trainee(name, tuple(tries)) for name, tries in by_name.items())
    first = Round(tuple(trainee.attempts[0] for trainee in trainees))
    again = [trainee.attempts for trainee in trainees if len(trainee.attempts) > 1]
    wrong = wrong_plans(scenario, first.attempts)
    return ClassDebrief(
        scenario,
        trainees,
        first,
        Round(tuple(tries[0] for tries in again)) if again else None,
        Round(tuple(tries[-1] for tries in again)) if again else None,
        wrong,
        _contrast(scenario, wrong, [attempt for trainee in trainees for attempt in trainee.attempts]),
    )


def wrong_plans(scenario: Scenario, attempts: Sequence[Attempt]) -> tuple[WrongPlan, ...]:
    """The plans that went wrong, those that first did so in the same way together, the commonest way first.

    Of two that are equally common the one that cost more comes first.
    """
    alike: dict[tuple[str, ...], list[tuple[Attempt, Mistake]]] = {}
    for attempt in attempts:
        found = mistake(scenario, attempt.plan, attempt.trace)
        if found is not None:
            alike.setdefault(found.kind, []).append((attempt, found))
    groups = []
    for made in alike.values():
        made.sort(key=lambda each: each[0].card.raw)  # stable: of equals the first by name
        example, of_it = made[len(made) // 2]
        groups.append(WrongPlan(of_it, tuple(attempt for attempt, _ in made), example))
    return tuple(sorted(groups, key=lambda each: (-len(each.attempts), each.example.card.raw, each.mistake.kind)))


def middle(values: Sequence[int]) -> int:
    """The middle one of sorted values, of an even number the lower; 0 of none."""
    return values[(len(values) - 1) // 2] if values else 0


def _contrast(scenario: Scenario, wrong: Sequence[WrongPlan], attempts: Sequence[Attempt]) -> Contrast | None:
    """The commonest wrong plan beside the best one; where none went wrong, the least robust beside the most."""
    worse = wrong[0].example if wrong else min(attempts, key=lambda each: (each.robust.clean, each.card.raw))

    def merit(each: Attempt) -> tuple[int, ...]:
        apart = len(differences(scenario, worse.plan, each.plan))
        return each.trace.clean, each.card.raw // 5, each.robust.clean, each.card.raw, -apart

    better = max(attempts, key=merit)
    if (better.card.raw, better.robust.clean) <= (worse.card.raw, worse.robust.clean):
        return None
    found = None
    if better.card.raw > worse.card.raw:
        found = decisive(scenario, worse.plan, worse.orders, worse.seed, better.plan)
    return Contrast(worse, better, found)


def _breaches(attempts: Sequence[Attempt]) -> list[tuple[Attempt, Line]]:
    return [(attempt, line) for attempt in attempts for line in attempt.card.ledger if line.is_breach]


def _bars(values: Sequence[int]) -> tuple[int, ...]:
    bars = [0] * BARS
    for value in values:
        bars[min(value // BARS, BARS - 1)] += 1
    return tuple(bars)
