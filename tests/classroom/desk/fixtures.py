"""News of a class at each of its stages, as the room tells them."""

from __future__ import annotations

import time
from functools import cache
from typing import Any, Final

from game.classroom.telling.class_document import class_document
from game.classroom.telling.film import film
from game.classroom.telling.scenario import scenario_document
from game.planning.bots import nobody_briefed
from game.planning.class_debrief import Attempt, class_debrief
from game.planning.robust import robust
from game.protocol.plan import Plan
from game.scoring.scorecard import score
from game.simulation.circumstances import draw
from game.simulation.engine import simulate
from tests.classes import KINDS, PYONGYANG, REFERENCE

Json = dict[str, Any]

CODE: Final = "KQ7-MXH"
PHASES: Final = ("lobby", "brief", "plan", "run", "debrief", "plan again", "run again", "debrief again", "end")
MINUTES: Final = dict(zip(PHASES, (5, 7, 12, 4, 10, 8, 4, 8, 2), strict=True))
BIRDS: Final = (
    "Heron", "Otter", "Lynx", "Crane", "Ibis", "Marten", "Osprey", "Plover", "Stork", "Tapir", "Vole", "Wren", "Yak",
    "Badger", "Curlew", "Dormouse",
)  # fmt: skip
METALS: Final = ("Brass", "Copper", "Silver", "Pewter")


def pseudonym(nth: int) -> str:
    """A name as the room proposes them."""
    return f"{METALS[nth % 4]} {BIRDS[nth // 4 % 16]}"


def stage(number: int, *, scenario: int = 0) -> Json:
    """The stage so many steps from the lobby."""
    name = PHASES[number]
    return {"number": number, "of": len(PHASES), "phase": name.removesuffix(" again"), "scenario": scenario,
            "attempt": 2 if name.endswith(" again") else 1, "minutes": MINUTES[name], "help": "positions",
            "orders": True}


def room(**parts: Any) -> Json:
    """The room as the desk sees it."""
    return {
        "code": CODE, "title": "Protocol, group B", "mode": "live", "scenarios": ["Leaders first"], "teams": False,
        "names": "free", "locked": False, "ended": False, "help": None, "orders": True, "pace": 4, "team_names": [],
        "deadline": None, "projector": {"view": "stage", "names": False, "team": ""}, **parts,
    }  # fmt: skip


def news(number: int = 0, trainees: int = 0, **parts: Any) -> Json:
    """The desk's news at a stage of one scenario with a second try, with so many trainees, each alone."""
    people = [
        {"id": f"t{nth}", "name": pseudonym(nth), "team": f"t{nth}", "here": nth % 7 != 5, "bot": False,
         "offline": nth == 11, "late": nth == 8}
        for nth in range(trainees)
    ]  # fmt: skip
    phase = stage(number)["phase"]
    whole = MINUTES[PHASES[number]] * 60_000
    return {
        "rev": 1, "now": int(time.time() * 1000), "room": room(), "stage": stage(number),
        "stages": [
            {key: stage(nth)[key] for key in ("phase", "scenario", "attempt", "minutes")} for nth in range(len(PHASES))
        ],
        "clock": {"runs": True, "left": None if phase == "end" else whole * 4 // 7, "whole": whole},
        "trainees": people, "teams": [_team(nth, number) for nth in range(trainees)], "key": "projector-key",
        "addresses": ["http://192.168.1.20:8300", "http://10.0.4.7:8300"], "progress": None,
        **parts,
    }  # fmt: skip


def _team(nth: int, number: int) -> Json:
    planning = stage(number)["phase"] == "plan"
    totals = {}
    if number >= 4:
        totals["0/1"] = (94, 0, 17, 100, 8, 94, 71)[nth % 7]
    if number >= 7:
        totals["0/2"] = (100, 62, 94, 100, 85, 94, 100)[nth % 7]
    return {
        "id": f"t{nth}", "name": pseudonym(nth), "driver": f"t{nth}", "members": [f"t{nth}"], "stage": number,
        "plan": {"rev": nth, "briefings": 0 if number < 2 else nth % 6, "legal": nth % 9 != 4,
                 "handed_in": planning and nth % 3 == 0 and nth % 6 != 0},
        "left": 400_000, "extra": 180_000 if planning and nth == 2 else 0, "over": False, "tries": [],
        "totals": totals,
    }  # fmt: skip


LIBRARY: Final = [
    {"id": "first-steps", "title": "First steps", "place": "Lisbon", "date": "2023-05-04", "difficulty": 1},
    {"id": "pyongyang-2024", "title": "Leaders first", "place": "Pyongyang", "date": "2024-06-19", "difficulty": 3},
    {"id": "beijing", "title": "The receiving line", "place": "Beijing", "date": "2019-04-26", "difficulty": 4},
]


SCENARIO: Final = scenario_document(PYONGYANG)
DAY: Final = film(PYONGYANG, simulate(PYONGYANG, nobody_briefed(), draw(PYONGYANG, 1)))
"""The day on which nobody told anybody anything."""


def run(lived: int, *, number: int = 1, pace: int = 4, runs: bool = True) -> Json:
    """That day, lived up to an instant."""
    return {"run": number, "lived": lived, "begins_in": 0, "pace": pace, "runs": runs, "over": False, "orders": [],
            "film": [entry for entry in DAY if entry["at"] <= lived]}


@cache
def _attempts() -> tuple[Attempt, ...]:
    """Thirty trainees of five kinds; most of them try again, then with the reference plan or as before."""
    found = []
    for nth, (kind, plan, number) in enumerate(KINDS):
        for place in range(number):
            found.append(_attempt(f"{kind}-{place}", 1, plan))
            if place % 3:
                found.append(_attempt(f"{kind}-{place}", 2, REFERENCE if place % 3 == 1 else KINDS[(nth + 1) % 5][1]))
    return tuple(found)


@cache
def _played(plan: Plan) -> Attempt:
    trace = simulate(PYONGYANG, plan, draw(PYONGYANG, 1))
    return Attempt("", 1, 1, plan, (), trace, score(PYONGYANG, trace), robust(PYONGYANG, plan, (), 1, 20))


def _attempt(trainee: str, nth: int, plan: Plan) -> Attempt:
    one = _played(plan)
    return Attempt(trainee, nth, 1, plan, (), one.trace, one.card, one.robust)


@cache
def document(*, names: bool = False) -> Json:
    """The debrief of these thirty."""
    return class_document(class_debrief(PYONGYANG, _attempts()), names=names)


def wall(number: int = 0, **parts: Any) -> Json:
    """The projector's news at a stage."""
    desk = news(number)
    return {
        "rev": 1, "now": desk["now"], "clock": desk["clock"], "stage": desk["stage"],
        "room": {key: desk["room"][key] for key in ("code", "title", "mode", "scenarios", "teams", "names", "locked",
                                                     "ended")},
        "addresses": desk["addresses"], "view": "stage", "names": False, "here": 27, "trainees": 30,
        "handed_in": 11 if desk["stage"]["phase"] == "plan" else None, "teams": 30, "run": None,
        "debrief": {"scenario": 0, "rev": 1} if number >= 4 else None, "progress": None, **parts,
    }  # fmt: skip
