"""The whole rulebook: 60 people, 4 doors, 40 rules of every kind, many of them tempered, and SimPy's bare queueing of
the same people at the same doors.

Two days of it: on one a few are too eager, as happens; on the other a whole delegation goes by the clock, and much is
broken.
"""

from __future__ import annotations

from functools import cache
from random import Random
from typing import Any

from game.protocol.plan import Plan
from game.protocol.rules import Rule
from game.protocol.scenario import Scenario
from game.protocol.units import format_exact_clock
from game.scoring.scorecard import Scorecard, score
from game.simulation.circumstances import nominal
from game.simulation.engine import simulate
from tests import rooms
from tests.benchmarks.instances import NOON, PEOPLE, simpy_queueing

DOORS = ("d0", "d1", "d2", "d3")
SET_OUT = [Random(40).randrange(60_000) for _ in range(PEOPLE)]
LEADERS = ["p00", "p01"]
INSIDE = ["p00 entered", "p01 entered"]
AT_TABLE = ["p00 took place", "p01 took place"]
SEATED = ["p00 sat", "p01 sat"]
ALL_THERE = "host.staff took place and guest.staff took place"
HOST, GUEST = [f"p{n:02}" for n in range(2, PEOPLE, 2)], [f"p{n:02}" for n in range(3, PEOPLE, 2)]
INTERPRETERS, AIDES = ["p02", "p03"], ["p04", "p05"]


def _people() -> dict[str, str]:
    stars = {0: "host*", 1: "guest*"}
    return {f"p{n:02}": f"{stars.get(n, ('host', 'guest')[n % 2] + '.staff')} @{DOORS[n % 4]}" for n in range(PEOPLE)}


_TERMS: tuple[tuple[str, dict[str, Any], dict[str, Any]], ...] = (
    ("absent_until", {"who": ["guest.staff"], "until": INSIDE}, {"except": INTERPRETERS}),
    ("absent_until", {"who": ["host.staff"], "until": INSIDE}, {"grace": "2 s"}),
    ("absent_until", {"who": AIDES, "until": AT_TABLE}, {"while": "on air"}),
    ("alone_in_shot", {"who": LEADERS, "until": AT_TABLE}, {"except": INTERPRETERS}),
    ("alone_in_shot", {"who": [*LEADERS, *INTERPRETERS], "until": INSIDE}, {"grace": "3 s"}),
    ("before", {"first": ["p01"], "then": ["p00"]}, {}),
    ("before", {"first": ["p00"], "then": ["host.staff"]}, {"except": INTERPRETERS}),
    ("before", {"first": LEADERS, "then": ["all"], "event": "sat"}, {"except": AIDES}),
    ("by", {"who": ["all"], "deadline": "12:03"}, {}),
    ("by", {"who": LEADERS, "deadline": "12:01:30", "event": "entered"}, {}),
    ("by", {"who": ["all"], "deadline": "12:05", "event": "sat"}, {"except": INTERPRETERS}),
    ("closed_between", {"begins": ["all sat"], "staff": INTERPRETERS}, {}),
    ("closed_between", {"begins": SEATED, "ends": ["all sat"], "staff": AIDES}, {"while": "on air"}),
    ("door_reserved", {"door": "d0", "only": ["p00", *HOST], "until": INSIDE}, {}),
    ("door_reserved", {"door": "d1", "only": ["p01"], "until": INSIDE}, {"except": AIDES}),
    ("door_reserved", {"door": "d3", "only": GUEST}, {"while": "press in"}),
    ("in_order", {"who": ["host.staff"], "order": "joint"}, {}),
    ("in_order", {"who": ["guest.staff"], "order": "joint"}, {"except": INTERPRETERS}),
    ("escorted_by", {"who": AIDES, "by": INTERPRETERS, "within": "60 s"}, {}),
    ("longest_wait", {"who": LEADERS, "longest": "30 s", "place": "on camera", "until": ["host.staff entered"]}, {}),
    ("longest_wait", {"who": [*LEADERS, *AIDES], "longest": "90 s", "place": "door"}, {}),
    ("longest_wait", {"who": ["p01"], "longest": "45 s", "place": "room", "until": ["host.staff entered"]},
     {"grace": "5 s"}),
    ("never_parted_from", {"who": ["p02"], "principal": ["p00"], "within": "20 s"}, {}),
    ("never_parted_from", {"who": ["p03"], "principal": ["p01"], "within": "20 s"}, {"while": "on air"}),
    ("nobody_leaves_before", {"who": ["host.staff", "guest.staff"], "before": LEADERS}, {}),
    ("nobody_leaves_before", {"who": ["p00"], "before": ["p01"]}, {}),
    ("nobody_sits_before", {"who": ["host.staff", "guest.staff"], "before": LEADERS}, {}),
    ("nobody_sits_before", {"who": ["host.staff"], "before": ["p01"]}, {"grace": "2 s", "except": AIDES}),
    ("parity", {"one": ["host"], "other": ["guest"], "once": ["all entered"]}, {}),
    ("parity", {"one": AIDES[:1], "other": AIDES[1:], "once": INSIDE, "difference": 1}, {"grace": "5 s"}),
    ("placed_at", {"who": ["p00"], "seat": "seat-p00"}, {}),
    ("placed_at", {"who": ["p00"], "opposite": ["p01"]}, {}),
    ("placed_at", {"who": ["p02"], "beside": ["p00"], "side": "either"}, {"except": AIDES}),
    ("received_by", {"who": ["p01"], "by": ["p00"], "place": "room"}, {}),
    ("same_door", {"who": HOST[1::2]}, {}),
    ("separate_doors", {"who": LEADERS}, {}),
    ("standing_at_place_when", {"who": ["host.staff", "guest.staff"], "when": SEATED}, {"except": HOST[10:]}),
    ("standing_at_place_when", {"who": INTERPRETERS, "when": SEATED}, {"while": "on air"}),
    ("together", {"who": LEADERS, "within": "2 s"}, {}),
    ("together", {"who": AIDES, "within": "3 s", "event": "took place"}, {}),
)
"""Kind, terms, and what the rule says beside them."""


def _rules() -> list[Rule]:
    return [rooms.rule(kind, id_=f"r{n:02}", common=common, **terms) for n, (kind, terms, common) in enumerate(_TERMS)]


def _seats() -> dict[str, tuple[int, int, int, int]]:
    """Two long sides facing each other, everybody across from somebody of the other delegation."""
    sides = ((4_000, 6_000), (6_000, 4_000))
    return {f"p{n:02}": (900 + 400 * (n // 2), sides[n % 2][0], 900 + 400 * (n // 2), sides[n % 2][1])
            for n in range(PEOPLE)}  # fmt: skip


@cache
def rulebook() -> Scenario:
    """Everybody comes on a cue but every twentieth, who goes by the clock."""
    leaders = {
        "p00": {"set_out": "at 12:01", "sit": f"after {ALL_THERE} + 5 s"},
        "p01": {"set_out": "at 12:01", "sit": f"after {ALL_THERE} + 5 s"},
    }
    others = {
        f"p{n:02}": {
            "set_out": f"after p00 entered and p01 entered + {n} s" if n % 20 else _clock(n),
            "enter": "after p00 entered" if n % 2 else "at once",
            "sit": "after p00 sat and p01 sat",
        }
        for n in range(2, PEOPLE)
    }
    return rooms.room(
        _people(),
        doors={door: {"abreast": 2} for door in DOORS},
        habits={**leaders, **others},
        rules=_rules(),
        air=("12:00", None),
        press=("12:00:30", "12:02"),
        orders={"joint": [f"p{n:02}" for n in range(PEOPLE)]},
        seats=_seats(),
    )


def _clock(n: int) -> str:
    return f"at {format_exact_clock(NOON + SET_OUT[n])}"


USUAL = Plan()
BY_THE_CLOCK = rooms.plan(
    *({"who": who, "set_out": _clock(int(who[1:])), "enter": "at once"} for who in GUEST)
)
"""The guests' staff do not wait for the leaders."""


def day(plan: Plan) -> Scorecard:
    """One whole day, from its circumstances to the ledger."""
    scenario = rulebook()
    return score(scenario, simulate(scenario, plan, nominal(scenario)))


def usual_day() -> Scorecard:
    """A day on which a few are too eager."""
    return day(USUAL)


def bad_day() -> Scorecard:
    """A day on which half of them are."""
    return day(BY_THE_CLOCK)


def run_simpy() -> list[int]:
    """SimPy's bare queueing of the same people at the same doors: when each enters."""
    return simpy_queueing(SET_OUT, len(DOORS))
