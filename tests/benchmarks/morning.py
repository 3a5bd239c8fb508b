"""The morning whose fixes are measured: Pyongyang with the house's own people told to hurry too."""

from __future__ import annotations

from game.planning.fixes import Fix, Fixer, fixes
from game.scoring.line import Line
from game.scoring.scorecard import score
from game.simulation.circumstances import draw
from game.simulation.engine import simulate
from tests import rooms
from tests.scenarios.shipped import scenario

SEED = 2
HURRIED = rooms.plan({"who": "dprk.members", "set_out": "at 12:34", "sit": "at once", "read_back": True})


def ledger() -> tuple[Line, ...]:
    """What the morning comes to: twenty breaches."""
    found = scenario("pyongyang-2024")
    return score(found, simulate(found, HURRIED, draw(found, SEED))).ledger


def fix_all() -> dict[Line, Fix | None]:
    """The fix of every breach, each tried on 200 other days, from nothing simulated before."""
    found = scenario("pyongyang-2024")
    return fixes(Fixer(found, HURRIED, draw(found, SEED), seed=SEED), ledger())
