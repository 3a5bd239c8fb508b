"""The scorecard: its sums, its grade, and the recorded incident."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.protocol.plan import Order, Verb
from game.scoring.scorecard import Scorecard, clip, score
from game.simulation.codes import Code
from game.simulation.kinds.base import Figure
from game.simulation.trace import Breach, Record, Seen, Trace
from tests.scoring.house import FIRST_MINISTER, HOUSE, KIM, MINISTERS, at, breach, changed, incident, trace

PEOPLE = tuple(person.id for person in HOUSE.people)
INSTANTS = st.integers(at("00:00"), at("14:59"))


@st.composite
def breaches(draw) -> Breach:
    since = draw(INSTANTS)
    offenders = draw(st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=3, unique=True))
    against = draw(st.lists(st.sampled_from(PEOPLE), max_size=2, unique=True))
    return Breach(
        draw(st.sampled_from([rule.id for rule in HOUSE.rules])),
        tuple(offenders),
        tuple(against),
        since,
        draw(st.integers(since, at("15:00"))),
        draw(st.sampled_from(Seen)),
        draw(st.booleans()),
    )


CODES = st.sampled_from([
    Code.ENTERED,
    Code.LEFT,
    Code.AT_DOOR,
    Code.TURNED_BACK,
    Code.TOOK_PLACE,
    Code.SAT,
    Code.ROSE,
    Code.SENT_OUT,
    Code.QUIET_WORD,
])
MOVES = st.builds(Record, INSTANTS, CODES, st.integers(0, len(PEOPLE) - 1), st.integers(0, 1))
AIR = st.builds(
    Record,
    INSTANTS,
    st.sampled_from([Code.ON_AIR, Code.OFF_AIR, Code.PRESS_IN]),
    st.just(-1),
    st.integers(0, 2),
)
TRACES = st.builds(
    lambda found, records, done: trace(tuple(found), tuple(records), done),
    st.lists(breaches(), max_size=12),
    st.lists(MOVES | AIR, max_size=25),
    st.sampled_from([None, "07:00", "09:10", "14:00"]),
)


def points(card: Scorecard, rule: str) -> list[int]:
    return [line.points for line in card.ledger if line.rule == rule]


def spare(run: Trace, spared: Breach) -> tuple[Breach, ...]:
    """The other breaches of a run, without those that this one brought with it."""

    def brought(other: Breach) -> bool:
        follows = HOUSE.rule(other.rule).follows
        return follows == spared.rule and bool(set(other.offenders) & set(spared.offenders))

    return tuple(b for b in run.breaches if b is not spared and not brought(b))


@given(TRACES)
def test_the_total_is_100_and_all_lines_between_0_and_100(run):
    card = score(HOUSE, run)
    assert card.raw == 100 + sum(line.points for line in card.ledger)
    assert card.total == clip(card.raw)
    for figure, value in card.figures.items():
        assert value == clip(100 + sum(line.points for line in card.ledger if line.figure is figure))
    assert all(line.points < 0 or (line.kind == "merit" and line.points > 0) for line in card.ledger)


@given(TRACES)
def test_equal_traces_have_equal_scorecards(run):
    assert score(HOUSE, run) == score(HOUSE, changed(run))


@given(TRACES, st.data())
def test_avoiding_any_one_breach_never_lowers_the_sum(run, data):
    if not run.breaches:
        return
    spared = data.draw(st.sampled_from(run.breaches))
    others = spare(run, spared)
    assert score(HOUSE, changed(run, breaches=others)).raw >= score(HOUSE, run).raw


@given(TRACES)
def test_the_order_in_which_breaches_are_listed_says_nothing(run):
    assert score(HOUSE, changed(run, breaches=run.breaches[::-1])).raw == score(HOUSE, run).raw


def test_a_clean_day_in_time_is_100_and_the_best_grade():
    card = score(HOUSE, trace())
    assert (card.total, card.grade, card.ledger) == (100, "A", ())


def test_the_recorded_incident_fails_but_is_no_zero():
    card = score(HOUSE, incident())
    assert 5 <= card.total <= 30
    assert (card.grade, card.raw) == ("F", card.total)
    assert len(points(card, "leaders-first")) == 7
    assert len(points(card, "nobody-sits")) == 3


@pytest.mark.parametrize("name", MINISTERS)
def test_any_one_of_the_seven_spared_raises_the_total(name):
    run = incident()
    [entered] = [b for b in run.breaches if b.rule == "leaders-first" and b.offenders == (name,)]
    others = spare(run, entered)
    assert score(HOUSE, changed(run, breaches=others)).total > score(HOUSE, run).total


@pytest.mark.parametrize("name", MINISTERS)
def test_any_one_of_the_seven_left_standing_in_the_room_lowers_it(name):
    run = incident()
    worse = tuple(b._replace(put_right=False) if b.offenders == (name,) else b for b in run.breaches)
    assert score(HOUSE, changed(run, breaches=worse)).total < score(HOUSE, run).total


@pytest.mark.parametrize(("offenders", "best"), [((), "A"), (("lavrov",), "C"), (("lavrov", "novak"), "D")])
def test_grave_breaches_cap_the_grade_however_small_the_sum(offenders, best):
    found = tuple(breach("leaders-first", name, seen=Seen.NOBODY, put_right=True) for name in offenders)
    card = score(HOUSE, trace(found))
    assert card.total >= 75
    assert card.grade == best


def test_who_misses_the_aim_fails_and_the_missing_are_counted():
    there = tuple(Record(at("07:00"), Code.TOOK_PLACE, i, 0) for i in range(len(PEOPLE) - 2))
    card = score(HOUSE, trace(records=there, done=None))
    [line] = card.ledger
    assert (line.rule, line.kind, line.points, line.figure) == ("accomplish", "cost", -60, Figure.PUNCTUALITY)
    assert line.offenders == ("borisov", "choe")
    assert card.grade == "F"


def test_leaving_again_before_the_deadline_is_missing():
    there = [Record(at("07:00"), Code.TOOK_PLACE, i, 0) for i in range(len(PEOPLE))]
    card = score(HOUSE, trace(records=(*there, Record(at("12:00"), Code.LEFT, 3, 1)), done=None))
    assert card.ledger[0].offenders == ("manturov",)


@pytest.mark.parametrize(
    ("done", "cost"), [("08:00", []), ("08:01", [-1]), ("08:20", [-1]), ("10:00", [-6]), ("13:00", [-15])]
)
def test_late_talks_cost_a_point_for_each_20_s_begun(done, cost):
    assert points(score(HOUSE, trace(done=done)), "late") == cost


@pytest.mark.parametrize(
    ("air", "press", "cost"),
    [((1, 0), False, -7), ((0, 0), True, -6), ((0, 0), False, -1)],
)
def test_a_correction_costs_by_who_could_see_it(air, press, cost):
    records = [
        Record(at("03:00"), Code.ENTERED, FIRST_MINISTER, 1),
        Record(at("03:40"), Code.SENT_OUT, FIRST_MINISTER, 0),
    ]
    records += [Record(at("02:00"), Code.ON_AIR, -1, 0)] if air[0] else []
    records += [Record(at("02:00"), Code.PRESS_IN, -1, 0)] if press else []
    assert points(score(HOUSE, trace(records=tuple(records))), "correction") == [cost]


def test_a_correction_before_the_other_side_costs_between_nobody_and_press():
    records = (
        Record(at("03:00"), Code.ENTERED, FIRST_MINISTER, 1),
        Record(at("03:00"), Code.ENTERED, KIM, 0),
        Record(at("03:40"), Code.SENT_OUT, FIRST_MINISTER, 0),
    )
    assert points(score(HOUSE, trace(records=records)), "correction") == [-4]


def test_cutting_away_before_the_house_speaks_makes_the_correction_cheaper():
    run = incident()
    early = tuple(r._replace(at=at("03:59"), extra=2) if r.code == Code.OFF_AIR else r for r in run.records)
    after = score(HOUSE, changed(run, records=early))
    assert points(after, "correction")[0] > points(score(HOUSE, run), "correction")[0]


@pytest.mark.parametrize(("back", "cost"), [("04:30", [-4]), ("05:01", [-6]), ("14:00", [-12])])
def test_an_empty_picture_costs_more_the_longer_it_lasts(back, cost):
    records = (Record(at("04:00"), Code.OFF_AIR, -1, 1), Record(at(back), Code.ON_AIR, -1, 0))
    assert points(score(HOUSE, trace(records=records)), "cut") == cost


def test_the_broadcasts_own_end_costs_nothing():
    assert score(HOUSE, trace(records=(Record(at("04:00"), Code.OFF_AIR, -1, 0),))).ledger == ()


@pytest.mark.parametrize(("entered", "cost"), [("06:00", []), ("06:01", [-1]), ("08:01", [-2])])
def test_ministers_kept_standing_at_a_door_cost_little(entered, cost):
    records = (
        Record(at("03:00"), Code.AT_DOOR, FIRST_MINISTER, 1),
        Record(at(entered), Code.ENTERED, FIRST_MINISTER, 1),
    )
    assert points(score(HOUSE, trace(records=records)), "standing") == cost


def test_a_principal_kept_standing_is_no_cost_but_a_rules_business():
    records = (Record(at("03:00"), Code.AT_DOOR, KIM, 0), Record(at("09:00"), Code.ENTERED, KIM, 0))
    assert points(score(HOUSE, trace(records=records)), "standing") == []


def test_orders_cost_when_they_arrive_and_are_free_when_they_never_do():
    orders = (
        Order(at("03:00"), Verb.HOLD, "lavrov"),
        Order(at("03:10"), Verb.QUIET_WORD, "novak"),
        Order(at("14:59"), Verb.RELEASE, "lavrov"),
    )
    records = (Record(at("03:06"), Code.ORDER, -1, 0), Record(at("03:16"), Code.ORDER, -1, 1))
    assert points(score(HOUSE, trace(records=records, orders=orders)), "order") == [-1, -2]


def quiet_word(*, sent_out_by_house: bool) -> Scorecard:
    found = breach("leaders-first", "lavrov", since="03:10", until="03:50", put_right=True)
    orders = (Order(at("03:20"), Verb.QUIET_WORD, "lavrov"),)
    records = [
        Record(at("03:26"), Code.ORDER, -1, 0),
        Record(at("03:36"), Code.QUIET_WORD, FIRST_MINISTER, 0),
    ]
    if sent_out_by_house:
        records.append(Record(at("03:30"), Code.SENT_OUT, FIRST_MINISTER, 0))
    return score(HOUSE, trace((found,), tuple(records), orders=orders))


def test_a_recovery_by_a_quiet_word_gives_a_quarter_back():
    [merit] = [line for line in quiet_word(sent_out_by_house=False).ledger if line.kind == "merit"]
    assert (merit.points, merit.rule, merit.figure) == (2, "leaders-first", Figure.COMPOSURE)


def test_there_is_no_merit_where_the_house_acted_first():
    assert all(line.kind != "merit" for line in quiet_word(sent_out_by_house=True).ledger)


def test_breach_and_recovery_are_never_better_than_no_breach():
    assert quiet_word(sent_out_by_house=False).raw < 100


def test_who_offends_again_after_a_correction_pays_in_full_again():
    again = breach("leaders-first", "lavrov", since="05:00", until="06:00")
    first = breach("leaders-first", "novak", since="03:10", until="04:10")
    sent = (Record(at("04:00"), Code.SENT_OUT, FIRST_MINISTER + 3, 0),)
    assert points(score(HOUSE, trace((first, again))), "leaders-first") == [-20, -12]
    assert points(score(HOUSE, trace((first, again), sent)), "leaders-first") == [-20, -20]


def test_what_follows_is_shown_and_costs_a_quarter():
    entered, sat = breach("leaders-first", "lavrov"), breach("nobody-sits", "lavrov")
    alone, both = score(HOUSE, trace((sat,))), score(HOUSE, trace((entered, sat)))
    assert points(alone, "nobody-sits") == [-8]
    assert points(both, "nobody-sits") == [-2]
    assert [line.follows for line in both.ledger if line.rule == "nobody-sits"] == ["leaders-first"]


def test_what_was_waived_is_shown_and_costs_nothing() -> None:
    let_pass = breach("leaders-first", "lavrov", until="05:10")._replace(waived=True)
    run = trace((let_pass,))
    card = score(HOUSE, run)
    [line] = [line for line in card.ledger if line.is_finding]
    assert (line.waived, line.points, line.grave, line.is_breach) == (True, 0, False, False)
    assert (card.grade, card.raw, run.clean) == ("A", 100 + sum(each.points for each in card.ledger), True)


def test_what_was_not_waived_costs_as_if_the_other_had_not_been() -> None:
    let_pass = breach("leaders-first", "lavrov", until="05:10")._replace(waived=True)
    broken = breach("leaders-first", "manturov", until="06:10")
    alone, beside = (score(HOUSE, trace(found)) for found in ((broken,), (let_pass, broken)))
    assert alone.raw == beside.raw
    assert not trace((let_pass, broken)).clean
