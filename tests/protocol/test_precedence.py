"""Orders of precedence that are worked out: total, indifferent to how people are written, and never an accident."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.protocol.precedence import OrderOfPrecedence, Place, System
from game.protocol.promotions import Promotion
from game.protocol.ranking import Claim, Custom, needs, ranked
from game.protocol.undecided import Undecided

CLASSES = (("king", "president"), ("minister",), ("adviser",))
PEOPLE = ("ada", "ben", "cy", "dee", "eve", "fay")

_days = st.sampled_from(["2019-05-20", "2019-05-21", "2021-01-01", "2024-02-29"])
_times = st.sampled_from(["", " 09:00", " 10:30", " 10:30:15"])
_claims = st.lists(
    st.builds(
        lambda word, day, time, name: (word, day, day + time, name),
        st.sampled_from([word for together in CLASSES for word in together]),
        _days,
        _times,
        st.sampled_from(["Österreich", "Oman", "Peru", "peru", "São Tomé", "Saar"]),
    ),
    min_size=1,
    max_size=len(PEOPLE),
).map(lambda facts: tuple(Claim(who, *each) for who, each in zip(PEOPLE, facts, strict=False)))
_systems = st.sampled_from([System.RANK, System.OFFICE_CLASS, System.CREDENTIALS, System.ALPHABETICAL])


def custom(system: System, *, share: bool = True, **said: object) -> Custom:
    return Custom(system, CLASSES, "de" if system is System.ALPHABETICAL else "", ties_share=share, **said)  # type: ignore[arg-type]


def ranks(places: tuple[Place, ...]) -> dict[str, int | None]:
    order = OrderOfPrecedence("joint", places)
    return {person: order.rank(person) for person in order.people}


@given(_systems, _claims, st.randoms(use_true_random=False))
def test_how_people_are_written_decides_nothing(system: System, claims: tuple[Claim, ...], chance: object) -> None:
    mixed = list(claims)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert ranks(ranked(custom(system), mixed)) == ranks(ranked(custom(system), claims))


@given(_systems, _claims)
def test_everybody_stands_at_one_place_and_it_says_why(system: System, claims: tuple[Claim, ...]) -> None:
    places = ranked(custom(system), claims)
    listed = [person for place in places for person in place.people]
    assert sorted(listed) == sorted(claim.person for claim in claims)
    assert all(place.grounds for place in places)
    assert [place.office_class for place in places] == sorted(place.office_class for place in places)
    for place in places:
        assert any(reason.id == "shared" for reason in place.grounds) == (len(place.people) > 1)


@given(_systems, _claims)
def test_the_order_is_what_pairs_say(system: System, claims: tuple[Claim, ...]) -> None:
    """Two of an order stand to each other as if they were alone, but for a time that a third one lacks."""
    if system is System.CREDENTIALS:
        claims = tuple(claim for claim in claims if " " in claim.credentials)
    together = ranks(ranked(custom(system), claims)) if claims else {}
    for one, other in combinations(claims, 2):
        alone = ranks(ranked(custom(system), (one, other)))
        first, second = together[one.person], together[other.person]
        assert (first < second, first == second) == (  # type: ignore[operator]
            alone[one.person] < alone[other.person],  # type: ignore[operator]
            alone[one.person] == alone[other.person],
        )


@given(_systems, _claims)
def test_a_tie_is_refused_unless_it_is_declared(system: System, claims: tuple[Claim, ...]) -> None:
    shared = [place.people for place in ranked(custom(system), claims) if len(place.people) > 1]
    if not shared:
        assert ranked(custom(system, share=False), claims) == ranked(custom(system), claims)
        return
    with pytest.raises(Undecided) as undecided:
        ranked(custom(system, share=False), claims)
    assert [objection.people for objection in undecided.value.objections] == shared
    assert ranked(custom(system, share=False, equals=tuple(shared)), claims) == ranked(custom(system), claims)


@given(_systems, _claims, st.data())
def test_swapping_two_equals_changes_nothing(system: System, claims: tuple[Claim, ...], data: st.DataObject) -> None:
    order = OrderOfPrecedence("joint", ranked(custom(system), claims))
    equals = [pair for place in order.places for pair in combinations(place.people, 2)]
    if not equals:
        return
    one, other = data.draw(st.sampled_from(equals))
    swap = {one: other, other: one}
    places = tuple(Place(tuple(swap.get(p, p) for p in place.people), "", place.office_class) for place in order.places)
    swapped = OrderOfPrecedence("joint", places)
    for a, b in combinations(order.people, 2):
        assert swapped.rank(a) == order.rank(a)
        assert swapped.distance(a, b) == order.distance(a, b) == order.distance(b, a)


@given(_systems, _claims)
def test_whatever_is_missing_is_named_all_at_once(system: System, claims: tuple[Claim, ...]) -> None:
    bare = [Claim(claim.person) for claim in claims]
    with pytest.raises(Undecided) as undecided:
        ranked(custom(system), bare)
    fields = [field for field in ("class", needs(system)) if field]
    wanted = [(claim.person, field) for claim in bare for field in fields]
    assert [(o.people[0], o.value("field")) for o in undecided.value.objections] == wanted


@given(_systems, _claims, st.data())
def test_a_promotion_moves_one_and_leaves_the_rest(
    system: System, claims: tuple[Claim, ...], data: st.DataObject
) -> None:
    plain = ranks(ranked(custom(system), claims))
    who, other = data.draw(st.sampled_from(PEOPLE[: len(claims)])), data.draw(st.sampled_from(PEOPLE[: len(claims)]))
    above = data.draw(st.booleans())
    raised = Promotion(who, "today", above=other) if above else Promotion(who, "today", beside=other)
    if who == other or plain[who] < plain[other] or (plain[who] == plain[other] and not above):  # type: ignore[operator]
        return
    places = ranked(custom(system, promotions=(raised,)), claims)
    after = ranks(places)
    assert after[who] < after[other] if above else after[who] == after[other]  # type: ignore[operator]
    assert all(place.grounds for place in places)
    for one, another in combinations([person for person in plain if person != who], 2):
        assert (plain[one] < plain[another]) == (after[one] < after[another])  # type: ignore[operator]


def test_a_rank_is_the_same_for_arrivals_and_departures() -> None:
    """Both go by the same order; the direction is the rule's, see the rulings of in_order."""
    facts = {"ada": ("minister", "2019-05-20"), "ben": ("king", "2024-02-29"), "cy": ("minister", "2021-01-01")}
    claims = [Claim(who, *each) for who, each in facts.items()]
    order = OrderOfPrecedence("joint", ranked(custom(System.RANK), claims))
    assert [order.rank(who) for who in ("ben", "ada", "cy")] == [1, 2, 3]
    assert order.people == ("ben", "ada", "cy")
