"""What one breach costs, before others of its occasion are looked at, and how an occasion is shared out."""

from __future__ import annotations

from collections.abc import Sequence

from game.protocol.rules import Rule
from game.protocol.scenario import Scenario
from game.scoring import prices
from game.simulation.kinds.base import Price
from game.simulation.prepared import prepare
from game.simulation.trace import Breach


def price(
    scenario: Scenario, rule: Rule, terms: Price, breach: Breach, offender: str, *, follows: bool
) -> int:
    """What a breach costs for one of its offenders, in milli-points, always positive.

    Grows with gravity, audience, distance in the order of precedence and duration; less when put right or
    when another breach of the same person brought it with it.
    """
    cost = prices.GRAVITY[rule.gravity]
    shares = (
        prices.VISIBILITY[breach.seen_by],
        distance_share(distance(scenario, offender, breach.against)),
        duration_share(terms, breach.until - breach.at),
        prices.PUT_RIGHT if breach.put_right else prices.WHOLE,
        prices.FOLLOWS if follows else prices.WHOLE,
    )
    for share in shares:
        cost = cost * share // prices.WHOLE
    return cost


def distance(scenario: Scenario, offender: str, against: Sequence[str]) -> int:
    """How far the offender stands from those it was done to, in thousandths; the farthest of them counts.

    Where a principal or nobody in particular is concerned, or no order holds both, it is as far as can be.
    """
    ready = prepare(scenario)
    index, principals = ready.cast.index, ready.principals
    if not against or any(principals >> index[person] & 1 for person in (offender, *against)):
        return prices.WHOLE
    return max(_apart(scenario, offender, other) for other in against)


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
