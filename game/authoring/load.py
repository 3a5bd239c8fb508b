"""The front of the loader: a path or a text in, a scenario out, or every problem at once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from game.authoring.build import briefings, build, named_plans
from game.authoring.build_room import extra_seats
from game.authoring.draft import Draft, draft
from game.authoring.geometry import Geometry
from game.authoring.judge import judge_habits, judge_names, judge_otherwise, judge_plan, read_orders
from game.authoring.known import Known, complete, known_names
from game.authoring.model import PlanFile
from game.authoring.precedence import Orders, orders_of_precedence
from game.authoring.problems import MOST_PROBLEMS, Findings, ProblemsFound, Wrong
from game.authoring.reading import read_text
from game.authoring.references import References
from game.authoring.salvage import without
from game.authoring.seating import assign, table_seats
from game.authoring.sense import Sense
from game.authoring.shape import Fitting
from game.authoring.tree import Tree, read_tree
from game.protocol.room import Seat
from game.protocol.scenario import NamedPlan, Scenario
from game.wording.catalogue import _


def load_scenario(path: Path | str, language: str = "en") -> Scenario:
    """The scenario in a file; raises ProblemsFound with everything that is wrong with it."""
    return load_scenario_text(read_text(Path(path)), str(path), language)


def load_scenario_text(text: str, name: str, language: str = "en") -> Scenario:
    """The scenario a text spells; `name` stands for the file in messages. Raises ProblemsFound."""
    return read_scenario(text, name, language).scenario


@dataclass(frozen=True, slots=True)
class Reading:
    """A scenario with what it was made from, for whoever has more to say about the file."""

    scenario: Scenario
    draft: Draft
    fitting: Fitting
    findings: Findings


def read_scenario(text: str, name: str, language: str = "en") -> Reading:
    """The scenario a text spells, and where everything stands in it; raises ProblemsFound."""
    findings = Findings(name, text)
    tree = _block(text, findings)
    fitting = Fitting(tree, findings, language)
    found = draft(fitting)
    known = known_names(tree.data)
    if found is None:
        _check_the_rest(fitting, findings, known, language)
        raise ProblemsFound(findings.sorted())
    orders, seats = _check_all(found, fitting, known, findings)
    findings.raise_if_any()
    scenario = build(found, orders, seats, assign(found.model, orders, seats))
    scenario = _with_plans(found, scenario, fitting)
    findings.raise_if_any()
    return Reading(scenario, found, fitting, findings)


def load_plan(path: Path | str, scenario: Scenario, language: str = "en") -> NamedPlan:
    """The plan in a file, legal in this scenario; raises ProblemsFound."""
    return load_plan_text(read_text(Path(path)), str(path), scenario, language)


def load_plan_text(text: str, name: str, scenario: Scenario, language: str = "en") -> NamedPlan:
    """The plan a text spells; `name` stands for the file in messages. Raises ProblemsFound."""
    findings = Findings(name, text)
    fitting = Fitting(_block(text, findings), findings, language)
    part = fitting.fit(PlanFile, fitting.tree.data)
    if part is None:
        _check_names_of_the_rest(fitting, findings, scenario, language)
        raise ProblemsFound(findings.sorted())
    plan = NamedPlan(
        Path(name).stem,
        briefings(part.plan),
        read_orders(part.orders, scenario, fitting, ("orders",)),
        part.note,
    )
    judge_plan(scenario, plan, fitting, ("plan",))
    findings.raise_if_any()
    return plan


def _check_names_of_the_rest(
    fitting: Fitting, findings: Findings, scenario: Scenario, language: str
) -> None:
    """The names in whatever of a plan file is well: as for a scenario, so that all problems come at once."""
    tree, bad = fitting.tree, fitting.bad
    for whole_entries in (False, True):
        tree = without(tree, bad, whole_entries=whole_entries, stand_ins={"plan": []})
        rest = Fitting(tree, findings, language)
        part = rest.fit(PlanFile, tree.data, quiet=True)
        if part is not None:
            judge_names(scenario, briefings(part.plan), rest, ("plan",))
            return
        bad = rest.bad


def _block(text: str, findings: Findings) -> Tree:
    """The document, which must be a block of keys; raises ProblemsFound."""
    tree = read_tree(text, findings)
    if tree is not None and not isinstance(tree.data, dict):
        findings.add(
            tree.spot(()),
            Wrong(
                "shape",
                _("A block of keys belongs here, like `title: Leaders first`."),
                _("scenarios/README.md has a small complete example to start from."),
            ),
        )
    if tree is None or not isinstance(tree.data, dict):
        raise ProblemsFound(findings.sorted())
    return tree


def _check_the_rest(fitting: Fitting, findings: Findings, known: Known, language: str) -> None:
    """The names in whatever of the document is well: without the bad values, or where that is not enough
    without the entries that hold them."""
    tree, bad = fitting.tree, fitting.bad
    if len(bad) > MOST_PROBLEMS or not complete(tree.data):
        return
    for whole_entries in (False, True):
        tree = without(tree, bad, whole_entries=whole_entries)
        rest = Fitting(tree, findings, language)
        found = draft(rest, quiet=True)
        if found is not None:
            References(found, known, rest).check()
            return
        bad = rest.bad


def _check_all(
    found: Draft, fitting: Fitting, known: Known, findings: Findings
) -> tuple[Orders, tuple[Seat, ...]]:
    References(found, known, fitting).check()
    names_are_well = not findings
    orders = orders_of_precedence(found.model, fitting) if names_are_well else {}
    Sense(found, orders, fitting).check(names_are_well=names_are_well)
    geometry = Geometry(found.model, fitting)
    if not geometry.shapes():
        return orders, ()
    try:
        seats = (*table_seats(found.model), *extra_seats(found.model.room))
    except Wrong as wrong:
        fitting.refuse(("room", "table"), wrong)
        return orders, ()
    geometry.check(seats)
    geometry.seat_names(seats, [*found.seats_of_rules(), *found.seats_of_chances()])
    if names_are_well:
        _everybody_sits(found, orders, seats, fitting)
    return orders, seats


def _everybody_sits(found: Draft, orders: Orders, seats: tuple[Seat, ...], fitting: Fitting) -> None:
    assigned = assign(found.model, orders, seats)
    taken: dict[str, str] = {}
    for n, person in enumerate(found.model.people):
        seat = assigned.get(person.id)
        if seat is None and person.uninvited is None:
            fitting.refuse(
                ("people", n),
                Wrong(
                    "seat-none",
                    _("`{who}` has no seat.").format(who=person.id),
                    _("Give the delegation a side of the table, or write it a seat of its own under seats."),
                ),
            )
        elif seat is not None and seat in taken:
            fitting.refuse(
                ("people", n, "seat"),
                Wrong(
                    "seat-taken",
                    _("`{who}` and `{other}` would both be at the seat `{seat}`.").format(
                        who=person.id, other=taken[seat], seat=seat
                    ),
                ),
            )
        elif seat is not None:
            taken[seat] = person.id


def _with_plans(found: Draft, scenario: Scenario, fitting: Fitting) -> Scenario:
    said = judge_habits(scenario, fitting)
    judge_otherwise(scenario, found, fitting)
    plans = []
    for plan in named_plans(found):
        part = found.model.plans.get(plan.name)
        path = ("plans", plan.name)
        orders = read_orders(part.orders, scenario, fitting, (*path, "orders")) if part else ()
        plans.append(replace(plan, orders=orders))
        judge_plan(scenario, plans[-1], fitting, (*path, "briefings"), said)
    return replace(scenario, plans=tuple(plans))
