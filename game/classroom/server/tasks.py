"""The pieces of work that processes do, by their names. What one needs is imported when it is first asked for."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from game.attempt.spelling import plan_data
from game.classroom.server.film import Film, as_json, pack
from game.planning.robust import Robust, robust
from game.protocol.plan import Order, Plan
from game.protocol.scenario import Help, Scenario
from game.scoring.scorecard import score
from game.simulation.circumstances import draw
from game.simulation.engine import simulate

if TYPE_CHECKING:
    from game.planning.class_debrief import ClassDebrief

Orders = tuple[Order, ...]

Tried = tuple[str, int, int, Plan, Orders, Robust]
"""A try of the class: whose, the how manieth, its day, plan and orders, and how it stood on other days."""


def warm() -> None:
    """Import what the works need that somebody waits for."""
    from game.classroom.telling import film, result, scenario, walk  # noqa: F401


def _scenario(scenario: Scenario) -> bytes:
    from game.classroom.telling.scenario import scenario_document

    return as_json(scenario_document(scenario))


def _walk(scenario: Scenario, plan: Plan, shown: str) -> bytes:
    from game.classroom.telling.walk import walk_document

    return as_json(walk_document(scenario, plan, Help(shown)))


def _film(scenario: Scenario, seed: int, plan: Plan, orders: Orders) -> Film:
    from game.classroom.telling.film import lived_film

    trace = simulate(scenario, plan, draw(scenario, seed), orders)
    told = lived_film(scenario, trace, orders)
    total = score(scenario, trace).total
    return pack(told["film"], told["arrivals"], total, clean=trace.clean, accomplished=trace.accomplished)


def _records(scenario: Scenario, seed: int, plan: Plan, orders: Orders) -> Film:
    from game.classroom.telling.day_records import record_entries

    trace = simulate(scenario, plan, draw(scenario, seed), orders)
    total = score(scenario, trace).total
    return pack(record_entries(scenario, trace), (), total, clean=trace.clean, accomplished=trace.accomplished)


def _handed_out(text: str, revealed: bool) -> bytes:
    from game.authoring.handing_out import handed_out

    return as_json({"text": handed_out(text, revealed=revealed), "revealed": revealed})


def _result(scenario: Scenario, seed: int, plan: Plan, orders: Orders) -> bytes:
    from game.classroom.telling.result import result_document

    replay = {"seed": seed, "plan": plan_data(plan), "orders": [str(order) for order in orders]}
    return as_json({**result_document(scenario, seed, plan, orders), "replay": replay})


def _robust(scenario: Scenario, seed: int, plan: Plan, orders: Orders) -> Robust:
    return robust(scenario, plan, orders, seed)


def _class(given: Sequence[tuple[bytes, Sequence[Tried]]], what: str) -> bytes:
    """What there is to tell of a class about these scenarios, in one of its forms."""
    return _FORMS[what]([_debrief(pickle.loads(pickled), tries) for pickled, tries in given])


def _debrief(scenario: Scenario, tries: Sequence[Tried]) -> ClassDebrief:
    from game.planning.class_debrief import Attempt, class_debrief

    traces = {}
    attempts = []
    for trainee, nth, seed, plan, orders, stands in tries:
        if (seed, plan, orders) not in traces:
            traces[seed, plan, orders] = simulate(scenario, plan, draw(scenario, seed), orders)
        trace = traces[seed, plan, orders]
        attempts.append(Attempt(trainee, nth, seed, plan, orders, trace, score(scenario, trace), stands))
    return class_debrief(scenario, attempts)


def _page(debriefs: Sequence[ClassDebrief]) -> bytes:
    from game.report.class_page import class_page

    return class_page(debriefs).encode("utf-8")


def _gradebook(debriefs: Sequence[ClassDebrief]) -> bytes:
    from game.report.class_tables import gradebook

    return gradebook(debriefs).encode("utf-8")


def _workbook(debriefs: Sequence[ClassDebrief]) -> bytes:
    from game.report.class_tables import workbook

    return workbook(debriefs)


def _events(debriefs: Sequence[ClassDebrief]) -> bytes:
    from game.report.class_tables import events

    return "".join(events(debriefs)).encode("utf-8")


def _document(debriefs: Sequence[ClassDebrief], *, names: bool) -> bytes:
    from game.classroom.telling.class_document import class_document

    return as_json(class_document(debriefs[0], names=names))


_FORMS: Final[dict[str, Callable[[Sequence[ClassDebrief]], bytes]]] = {
    "class.json": partial(_document, names=True), "class-without-names.json": partial(_document, names=False),
    "debrief.html": _page, "gradebook.csv": _gradebook, "results.xlsx": _workbook, "events.jsonl": _events,
}  # fmt: skip

TASKS: Final[dict[str, Callable[..., Any]]] = {
    "scenario": _scenario, "walk": _walk, "film": _film, "records": _records, "file": _handed_out, "result": _result,
    "robust": _robust, "class": _class,
}  # fmt: skip
