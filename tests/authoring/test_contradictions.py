"""Contradictions are no false alarm: what a day has kept is never called impossible. And the guide lists the pairs."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random

from game.authoring import places
from game.authoring.demands import MIDNIGHT, THE_AIM, demands
from game.authoring.doorways import Doorways
from game.authoring.load import load_scenario
from game.authoring.timetable import TICK, Demand, impossible
from game.protocol.cues import Moment
from game.protocol.scenario import Scenario
from game.simulation.circumstances import draw
from game.simulation.codes import Code
from game.simulation.engine import simulate
from game.simulation.latch import MOMENT_CODE
from game.simulation.trace import Trace
from tests.simulation.days import random_day

HERE = Path(__file__).parent
GUIDE = (HERE.parents[1] / "scenarios" / "README.md").read_text(encoding="utf-8")


@cache
def kept_days() -> tuple[tuple[Scenario, Trace], ...]:
    return tuple(found for seed in range(1_300) if (found := kept_day(seed)))


def kept_day(seed: int) -> tuple[Scenario, Trace] | None:
    """A random day on which nobody left again, with the rules that were kept on it."""
    day = random_day(Random(seed))
    trace = simulate(day.scenario, day.plan, draw(day.scenario, day.seed))
    if any(record.code in (Code.LEFT, Code.SENT_OUT) for record in trace.records):
        return None
    broken = {breach.rule for breach in trace.breaches}
    return replace(day.scenario, rules=tuple(rule for rule in day.scenario.rules if rule.id not in broken)), trace


def happened(trace: Trace, scenario: Scenario) -> list[Demand]:
    """The instants of a day as demands that leave nothing open."""
    ids = [person.id for person in scenario.people]
    moments = {code: moment for moment, code in MOMENT_CODE.items()}
    first: dict[object, int] = {}
    for record in trace.records:
        if record.code in moments:
            first.setdefault((ids[record.who] if record.who >= 0 else "", moments[Code(record.code)]), record.at)
    found = []
    for event, at in first.items():
        found.append(Demand(MIDNIGHT, event, at * TICK, -3))
        found.append(Demand(event, MIDNIGHT, -at * TICK - TICK + 1, -3))
    return found


def is_event(thing: object) -> set[object]:
    return {thing} if isinstance(thing, tuple) and isinstance(thing[1], Moment) else set()


def test_the_times_of_a_day_meet_what_its_kept_rules_ask() -> None:
    asked = 0
    for scenario, trace in kept_days():
        instants = happened(trace, scenario)
        been = {one.earlier for one in instants}
        wanted = [one for one in demands(scenario) if one.owner != THE_AIM or trace.accomplished]
        # Everything that a rule speaks of is taken to happen, so what did not is left out, with all that goes with it.
        never = {thing for one in wanted for thing in (one.earlier, one.later) if is_event(thing) - been}
        waiting = {one.later for one in wanted if one.earlier in never} - been - {MIDNIGHT}
        wanted = [one for one in wanted if not {one.earlier, one.later} & (never | waiting)]
        circle = impossible([*wanted, *instants])
        assert circle == (), [scenario.rules[one.owner].terms for one in circle if one.owner >= 0]
        asked += sum(one.owner >= 0 for one in wanted)
    assert asked > 250


def test_doors_and_places_of_a_day_meet_what_its_kept_rules_ask() -> None:
    ruled = 0
    for scenario, trace in kept_days():
        if all(trace.first(Code.TOOK_PLACE, person.id) is not None for person in scenario.people):
            assert list(Doorways(scenario).clashes()) == []
            assert list(places.clashes(scenario)) == []
            ruled += sum(rule.terms.kind in ("same_door", "separate_doors", "placed_at") for rule in scenario.rules)
    assert ruled > 3


def test_what_cannot_be_is_found_however_long_the_way_round() -> None:
    ring = [Demand(n, (n + 1) % 30, 1, n) for n in range(30)]
    assert {demand.owner for demand in impossible(ring)} == set(range(30))
    assert impossible(ring[:-1]) == ()


def test_many_people_and_rules_are_compared_in_good_time() -> None:
    """The bounds of the search hold: demands without an end are given up, and not called impossible."""
    everybody = [Demand(n, n + 1, 1, 0) for n in reversed(range(100_000))]
    assert impossible(everybody) == ()


def pair_of(path: Path) -> frozenset[str]:
    """The kinds of the two rules that contradict each other in a file; of one kind it is one."""
    words = path.with_suffix(".txt").read_text(encoding="utf-8").splitlines()[0]
    named = [int(line) - 1 for line in re.findall(r"\(line (\d+)\)", words)]
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(re.findall(r"kind: (\w+)", " ".join(lines[n] for n in named)))


def listed() -> set[frozenset[str]]:
    """The pairs in the guide: a row for each kind, which names those it can contradict."""
    table = GUIDE.partition("| a rule of the kind | can contradict |")[2].partition("\n\n")[0]
    rows = [re.findall(r"`(\w+)`", row) for row in table.splitlines()[2:]]
    return {frozenset((one, other)) for one, *others in rows for other in others}


def test_the_guide_lists_the_pairs_and_each_has_a_file() -> None:
    files = sorted((HERE / "bad").glob("contradict-*.yaml"))
    shown = {pair_of(path) for path in files}
    assert {pair for pair in shown if len(pair) < 3} == listed()
    assert len(listed()) > 40


def test_shipped_rules_and_a_lesson_in_the_guide_do_not_contradict() -> None:
    scenario = load_scenario(HERE / "good" / "minimal.yaml")
    assert impossible(demands(scenario)) == ()
