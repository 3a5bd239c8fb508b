"""What a breach costs grows with distance, audience and duration, and falls when it is put right."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.protocol.rules import Gravity
from game.scoring import prices
from game.scoring.breaches import distance, price, share_out, whole_points
from game.simulation.kinds.registry import registry
from game.simulation.trace import Seen
from tests.scoring.house import HOUSE, MINISTERS, breach

COSTS = st.lists(st.integers(1, 20_000), min_size=1, max_size=14)
SEEN = st.sampled_from(Seen)
SECONDS = st.integers(0, 14)
RULES = st.sampled_from(HOUSE.rules)


def cost(
    rule, seen=Seen.LIVE, minutes=0, against=("kim",), put_right=False, follows=False, offender="borisov"
):
    found = breach(
        rule.id,
        offender,
        since="00:00",
        until=f"{minutes:02}:00",
        seen=seen,
        against=against,
        put_right=put_right,
    )
    return price(HOUSE, rule, registry()[rule.terms.kind].price, found, offender, follows=follows)


@given(RULES, SEEN, SEEN)
def test_a_larger_audience_costs_more(rule, one, other):
    low, high = sorted((one, other))
    assert (cost(rule, low) < cost(rule, high)) == (low < high)


@given(RULES, SECONDS, SECONDS)
def test_longer_never_costs_less(rule, one, other):
    low, high = sorted((one, other))
    assert cost(rule, minutes=low) <= cost(rule, minutes=high)


def test_a_lasting_breach_costs_more_after_a_minute_than_at_once():
    rule = HOUSE.rule("leaders-first")
    assert cost(rule, minutes=0) == 14_000
    assert cost(rule, minutes=1) == 20_000


@given(RULES, st.integers(1, 5), st.integers(1, 5))
def test_farther_apart_in_the_order_costs_more(rule, one, other):
    low, high = sorted((one, other))
    near, far = (cost(rule, against=(MINISTERS[i],), offender=MINISTERS[0]) for i in (low, high))
    assert (near < far) == (low < high)


def test_a_principal_or_somebody_unlisted_stands_as_far_as_can_be():
    assert distance(HOUSE, "lavrov", ("manturov", "putin")) == 1_000
    assert distance(HOUSE, "lavrov", ("choe",)) == 1_000
    assert distance(HOUSE, "lavrov", ()) == 1_000
    assert distance(HOUSE, "lavrov", ("manturov",)) == 125


@given(RULES, SEEN, SECONDS)
def test_putting_it_right_costs_less(rule, seen, minutes):
    assert cost(rule, seen, minutes, put_right=True) < cost(rule, seen, minutes)


@given(RULES, SEEN, SECONDS, st.booleans())
def test_what_follows_from_another_breach_costs_a_quarter_at_most(rule, seen, minutes, put_right):
    assert cost(rule, seen, minutes, put_right=put_right, follows=True) * 4 <= cost(
        rule, seen, minutes, put_right=put_right
    )


def test_graver_costs_more():
    assert list(prices.GRAVITY) == list(Gravity)
    assert sorted(prices.GRAVITY.values()) == list(prices.GRAVITY.values())


@given(COSTS, st.data())
def test_avoiding_any_one_of_an_occasion_saves_a_point_at_least(costs, data):
    spared = data.draw(st.integers(0, len(costs) - 1))
    without = costs[:spared] + costs[spared + 1 :]
    assert sum(whole_points(share_out(without))) <= sum(whole_points(share_out(costs))) - 1


@given(COSTS, st.data())
def test_making_any_one_of_an_occasion_cheaper_never_costs_more(costs, data):
    which = data.draw(st.integers(0, len(costs) - 1))
    cheaper = [cost * 3 // 5 if i == which else cost for i, cost in enumerate(costs)]
    assert sum(share_out(cheaper)) <= sum(share_out(costs))


@given(COSTS)
def test_the_points_of_an_occasion_are_its_thousandths_rounded_up_once(costs):
    shared = share_out(costs)
    points = whole_points(shared)
    assert sum(points) == -(-sum(shared) // 1_000)
    assert min(points) >= 1


@given(COSTS, st.randoms(use_true_random=False))
def test_the_order_in_which_offenders_are_found_does_not_matter(costs, random):
    mixed = random.sample(costs, len(costs))
    assert sum(share_out(mixed)) == sum(share_out(costs))


def test_the_nth_offender_costs_less_than_the_one_before():
    assert list(prices.NTH_OFFENDER) == sorted(set(prices.NTH_OFFENDER), reverse=True)
    assert prices.nth_share(40) == prices.NTH_OFFENDER[-1] > 0
