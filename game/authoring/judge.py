"""What habits and plans ask of people can be done: the refusals of floor 0, placed in the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.authoring.chances import SWERVES
from game.authoring.draft import Draft
from game.authoring.orders import read_order
from game.authoring.problems import Wrong
from game.authoring.refusals import refusal_wrong
from game.authoring.shape import Fitting
from game.authoring.tree import Path
from game.protocol.conduct import habits_of, voices
from game.protocol.groups import names
from game.protocol.legality import MOST_ORDERS, Refusal, conduct_problems, order_problems, problems
from game.protocol.plan import Order, Plan
from game.protocol.scenario import NamedPlan, Otherwise, Scenario


def judge_habits(scenario: Scenario, fitting: Fitting) -> tuple[Refusal, ...]:
    """Note habits that cannot be or contradict each other; answers with what is wrong if nobody briefs."""
    known = names(scenario)
    for n, habit in enumerate(scenario.habits):
        members = {person for name in habit.who for person in known[name]}
        for refusal in conduct_problems(scenario, habit.conduct, members, n):
            fitting.refuse(("unbriefed", n, refusal.field), refusal_wrong(refusal, scenario))
    for clash in voices(scenario, [(habit.who, habit.conduct) for habit in scenario.habits])[1]:
        refusal = Refusal(
            "ambiguous", (("who", clash.person), ("field", clash.field), ("other", str(clash.other + 1)))
        )
        fitting.refuse(("unbriefed", clash.entry, clash.field), refusal_wrong(refusal, scenario))
    unbriefed = problems(scenario, Plan())
    for refusal in unbriefed:
        entry = _habit_of(scenario, refusal)
        path: Path = ("unbriefed",) if entry is None else ("unbriefed", entry, refusal.field)
        fitting.refuse(path, refusal_wrong(refusal, scenario), key=entry is None)
    return unbriefed


def judge_otherwise(scenario: Scenario, draft: Draft, fitting: Fitting) -> None:
    """Note what people cannot do although an entry of the programme says that they may."""
    known = names(scenario)
    entries = [n for n, entry in draft.chances() if isinstance(entry, SWERVES)]
    for n, each in zip(entries, scenario.otherwise, strict=True):
        members = {person for name in each.who for person in known[name]}
        for refusal in (*conduct_problems(scenario, each.conduct, members, n), *_no_way(scenario, each, members)):
            fitting.refuse(("programme", n, "instead", refusal.field), refusal_wrong(refusal, scenario))


def _no_way(scenario: Scenario, otherwise: Otherwise, members: set[str]) -> Iterator[Refusal]:
    """Somebody waits in a room that does not open on the door they are said to take."""
    for person in scenario.people:
        door = otherwise.conduct.door
        if door and person.id in members and scenario.room.holding_room(person.holds).walk_to(door) is None:
            values = (("who", person.id), ("room", person.holds), ("door", door))
            yield Refusal("door-not-reached", values, field="door")
            return


def _habit_of(scenario: Scenario, refusal: Refusal) -> int | None:
    """The number of the habit whose word a refusal is about."""
    voice = habits_of(scenario).get(dict(refusal.values).get("who", ""), {}).get(refusal.field)
    return voice.entry if voice else None


def judge_plan(
    scenario: Scenario, plan: NamedPlan, fitting: Fitting, path: Path, said: tuple[Refusal, ...] = ()
) -> None:
    """Note what cannot be in a plan whose briefings stand at a path, but nothing `said` of the habits."""
    if plan.plan.briefings:
        for refusal in problems(scenario, plan.plan):
            if refusal in said:
                continue
            if refusal.briefing >= 0:
                fitting.refuse((*path, refusal.briefing, refusal.field), refusal_wrong(refusal, scenario))
            else:
                fitting.refuse(path, refusal_wrong(refusal, scenario), key=True)


def judge_names(scenario: Scenario, plan: Plan, fitting: Fitting, path: Path) -> None:
    """Note only names that nobody and nothing bears, in a plan of which a part is missing."""
    for refusal in problems(scenario, plan):
        if refusal.code.startswith("unknown-"):
            fitting.refuse((*path, refusal.briefing, refusal.field), refusal_wrong(refusal, scenario))


def read_orders(texts: Sequence[str], scenario: Scenario, fitting: Fitting, path: Path) -> tuple[Order, ...]:
    """The live orders that texts at a path spell, as they are written; what is none is noted."""
    who = set(names(scenario))
    doors = {door.id for door in scenario.room.doors}
    rules = {rule.id for rule in scenario.rules}
    if len(texts) > MOST_ORDERS:
        fitting.refuse(
            path, refusal_wrong(Refusal("too-many", (("most", str(MOST_ORDERS)),)), scenario), key=True
        )
        return ()
    found = []
    for n, text in enumerate(texts):
        try:
            order = read_order(text, who, doors, rules)
        except Wrong as wrong:
            fitting.refuse((*path, n), wrong)
            continue
        for refusal in order_problems(scenario, (order,)):
            fitting.refuse((*path, n), refusal_wrong(refusal, scenario))
        found.append(order)
    return tuple(found)
