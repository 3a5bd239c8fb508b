"""Every number of the scoring, as data: the ledger prices by it, and a page that explains the rules is made
from it.

Points are thousandths here ("milli-points") and positive; a ledger line rounds and negates them last.
"""

from __future__ import annotations

from typing import Final

from game.protocol.plan import Verb
from game.protocol.rules import Gravity
from game.protocol.units import MINUTE, SECOND
from game.simulation.trace import Seen

WHOLE: Final = 1_000
"""A thousandth's whole: factors are in thousandths, prices in thousandths of a point."""

GRAVITY: Final[dict[Gravity, int]] = {
    Gravity.SLIGHT: 3_000,
    Gravity.MODERATE: 6_000,
    Gravity.SERIOUS: 11_000,
    Gravity.GRAVE: 20_000,
}
"""What a breach costs at its worst: live, a principal concerned, to the end, never put right."""

VISIBILITY: Final[dict[Seen, int]] = {
    Seen.NOBODY: 400,
    Seen.OTHER_SIDE: 600,
    Seen.PRESS: 800,
    Seen.LIVE: 1_000,
}
"""The share of the price by who could see it."""

NEAREST: Final = 700
"""The share that is due where two equals are concerned; the rest grows with their distance in the order."""

PUT_RIGHT: Final = 600
"""The share that remains when somebody acted to end the breach."""

FOLLOWS: Final = 250
"""The share that remains when the same person's other breach brought this one with it."""

NTH_OFFENDER: Final = (1_000, 600, 450, 350, 300, 260, 230, 200, 180, 160, 150)
"""The share of the 1st, 2nd, 3rd ... offender of one rule on one occasion, dearest first; the last one holds
on.
"""

LEAST: Final = 1_000
"""No offender costs less than a whole point, so that avoiding any one of them shows in the total."""

CORRECTED: Final[dict[Seen, tuple[int, int]]] = {
    Seen.NOBODY: (1_000, 0),
    Seen.OTHER_SIDE: (3_000, 500),
    Seen.PRESS: (5_000, 800),
    Seen.LIVE: (6_000, 1_000),
}
"""Sending people out, by who saw it: once, and for each of them."""

CORRECTED_AT_MOST: Final = 10
"""How many of those sent out are counted."""

SAME_CORRECTION: Final = 30 * SECOND
"""Those sent out at most so long after one another were sent out on one occasion."""

REMARKED: Final[dict[Seen, tuple[int, int]]] = {
    Seen.NOBODY: (0, 0),
    Seen.OTHER_SIDE: (1_500, 250),
    Seen.PRESS: (2_500, 400),
    Seen.LIVE: (3_000, 500),
}
"""A remark before everybody, by who heard it: once, and for each of those it was made to. Half of sending out, or
less.
"""

CUT: Final = 3_000
CUT_STEP: Final = 30 * SECOND
CUT_EACH: Final = 1_000
CUT_AT_MOST: Final = 12_000
"""The broadcast cut away: once, for each step of time begun, at most."""

LATE_STEP: Final = 20 * SECOND
LATE_EACH: Final = 1_000
LATE_AT_MOST: Final = 15_000
"""What the day was for happens after it was due: for each step of time begun, at most."""

STANDING_FREE: Final = 3 * MINUTE
STANDING_STEP: Final = 2 * MINUTE
STANDING_EACH: Final = 1_000
STANDING_AT_MOST: Final = 6_000
"""Kept standing at a door, no principals: free so long, then for each step begun by all of a delegation, at
most.
"""

ORDERS: Final[dict[Verb, int]] = {
    Verb.HOLD: 1_000,
    Verb.RELEASE: 1_000,
    Verb.CALL_IN: 1_000,
    Verb.RECALL: 1_000,
    Verb.HOLD_DOOR: 1_000,
    Verb.RELEASE_DOOR: 0,  # part of having held it
    Verb.CUT_AWAY: 1_000,
    Verb.LET_STAND: 1_000,
    Verb.QUIET_WORD: 2_000,
    Verb.WAIVE: 2_000,
}
"""Improvising is seen: every live order that arrives."""

MISSED: Final = 50_000
MISSED_EACH: Final = 5_000
"""What the day was for has not happened in time: once, and for each person missing."""

RECOVERED: Final = 250
RECOVERED_AT_MOST: Final = 5_000
"""The player's own order ended a breach before the house acted: the share of its cost given back, at most."""

RECOVERED_EXCUSED: Final = 2_000
"""The same where the breach was a principal's own idea and cost nothing: what is scored is the recovery."""

GRADES: Final = (("A", 90), ("B", 75), ("C", 60), ("D", 45), ("E", 30), ("F", 0))
"""The least total of each grade, best first."""

GRAVE_CAPS: Final = ((1, "C"), (2, "D"))
"""So many offenders of grave rules, and the best grade is this, however small the sum."""


def nth_share(index: int) -> int:
    """The share of the offender at `index` (0 the dearest) of one rule on one occasion, in thousandths."""
    return NTH_OFFENDER[min(index, len(NTH_OFFENDER) - 1)]
