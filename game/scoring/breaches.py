"""What one breach costs, before others of its occasion are looked at, and how an occasion is shared out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from game.protocol.rules import Rule
from game.protocol.scenario import Scenario
from game.scoring import prices
from game.simulation.kinds.base import Price
from game.simulation.prepared import Prepared, prepare
from game.simulation.trace import Breach


def price(
    scenario: Scenario, rule: Rule, terms: Price, breach: Breach, offender: str, *, follows: bool
) -> int:
    """What a breach costs for one of its offenders, in milli-points, always positive.

    Grows with gravity, audience, distance in the order of precedence and duration; less when put right or
    when another breach of the same person brought it with it.
    """
    whole = prices.WHOLE
    cost = prices.GRAVITY[rule.gravity] * prices.VISIBILITY[breach.seen_by] // whole
    cost = cost * distance_share(distance(scenario, offender, breach.against)) // whole
    cost = cost * duration_share(terms, breach.until - breach.at) // whole
    if breach.put_right:
        cost = cost * prices.PUT_RIGHT // whole
    return cost * prices.FOLLOWS // whole if follows else cost


def distance(scenario: Scenario, offender: str, against: tuple[str, ...]) -> int:
    """How far the offender stands from those it was done to, in thousandths; the farthest of them counts.

    Where a principal or nobody in particular is concerned, or no order holds both, it is as far as can be.
    """
    if not against:
        return prices.WHOLE
    ready = prepare(scenario)
    known = _distances(ready)
    found = known.get((offender, against))
    if found is None:
        if len(known) >= 20_000:
            known.clear()
        found = known[offender, against] = _farthest(ready, offender, against)
    return found


@lru_cache(maxsize=8)
def _distances(_ready: Prepared) -> dict[tuple[str, tuple[str, ...]], int]:
    """The distances that have been asked for in a scenario: on other days of it the same people offend."""
    return {}


def _farthest(ready: Prepared, offender: str, against: tuple[str, ...]) -> int:
    index, principals = ready.cast.index, ready.principals
    if any(principals >> index[person] & 1 for person in (offender, *against)):
        return prices.WHOLE
    return max(_apart(ready.scenario, offender, other) for other in against)


def _apart(scenario: Scenario, one: str, other: str) -> int:
    farthest = -1
    for order in scenario.precedence:
        if order.lists(one) and order.lists(other):
            farthest = max(farthest, order.distance(one, other))
    return farthest if farthest >= 0 else prices.WHOLE


def distance_share(apart: int) -> int:
    """The share of the price due at a distance (both in thousandths)."""
    return prices.NEAREST + (prices.WHOLE - prices.NEAREST) * min(apart, prices.WHOLE) // prices.WHOLE


def duration_share(terms: Price, lasted: int) -> int:
    """The share of the price (thousandths) due after `lasted` ms: the kind says how much of it grows, and for
    how long.
    """
    if not terms.lasting:
        return prices.WHOLE
    grown = terms.lasting * min(max(lasted, 0), terms.full_after) // terms.full_after
    return prices.WHOLE - terms.lasting + grown


def share_out(costs: Sequence[int]) -> tuple[int, ...]:
    """The milli-points that each offender of one occasion costs, given their prices: the dearest in full.

    Without any one of them the sum is smaller by a point at least. (Dearest first and falling shares: when
    the k-th goes, those behind him move up, and together they gain less than his price times the shares they
    gain; what is left is at least the least cost.)
    """
    if len(costs) == 1:
        return (max(prices.LEAST, costs[0] * prices.NTH_OFFENDER[0] // prices.WHOLE),)
    order = sorted(range(len(costs)), key=lambda i: (-costs[i], i))
    shared = [0] * len(costs)
    for place, i in enumerate(order):
        shared[i] = max(prices.LEAST, costs[i] * prices.nth_share(place) // prices.WHOLE)
    return tuple(shared)


def whole_points(shared: Sequence[int]) -> tuple[int, ...]:
    """Milli-points as whole points, cumulatively: their sum is that of the milli-points, rounded up once."""
    points, done, total = [], 0, 0
    for part in shared:
        total += part
        points.append(-(-total // prices.WHOLE) - done)
        done += points[-1]
    return tuple(points)
