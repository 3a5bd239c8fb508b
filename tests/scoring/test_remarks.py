"""A remark before everybody is the house's own discourtesy: by who heard it, and always less than sending out."""

from __future__ import annotations

import pytest

from game.protocol.plan import Order, Verb
from game.scoring import prices
from game.scoring.scorecard import score
from game.simulation.codes import Code
from game.simulation.kinds.base import Figure
from game.simulation.trace import Record, Seen
from tests.scoring.house import FIRST_MINISTER, HOUSE, KIM, at, breach, trace

INSIDE = (Record(at("03:00"), Code.ENTERED, FIRST_MINISTER, 1),)
ON_AIR = (Record(at("02:00"), Code.ON_AIR, -1, 0),)
PRESS = (Record(at("02:00"), Code.PRESS_IN, -1, 0),)
HOST_THERE = (Record(at("03:00"), Code.ENTERED, KIM, 0),)
SETTINGS = [(ON_AIR, Seen.LIVE, 4), (PRESS, Seen.PRESS, 3), (HOST_THERE, Seen.OTHER_SIDE, 2)]


def remark(*more: Record, to: tuple[int, ...] = (FIRST_MINISTER,), code: Code = Code.REMARKED):
    said = tuple(Record(at("03:40"), code, who, 0) for who in to)
    return [line for line in score(HOUSE, trace(records=(*INSIDE, *more, *said))).ledger if line.is_finding is False]


@pytest.mark.parametrize(("there", "seen", "cost"), SETTINGS)
def test_a_remark_costs_by_who_heard_it_and_less_than_sending_out(there, seen, cost):
    [line] = remark(*there)
    assert (line.rule, line.seen_by, line.points, line.figure) == ("remark", seen, -cost, Figure.COURTESY)
    [sent_out] = remark(*there, code=Code.SENT_OUT)
    assert (sent_out.rule, sent_out.seen_by) == ("correction", seen)
    assert sent_out.points < line.points


def test_what_nobody_else_hears_costs_nothing():
    assert remark() == []


@pytest.mark.parametrize(("there", "seen", "cost"), SETTINGS)
def test_a_remark_to_nobody_in_particular_is_heard_as_well(there, seen, cost):
    [line] = remark(*there, to=(-1,))
    assert (line.offenders, line.seen_by) == ((), seen)
    assert -cost <= line.points < 0


def test_what_is_said_to_several_at_once_is_one_line_and_costs_by_their_number():
    three = tuple(FIRST_MINISTER + n for n in range(3))
    [line] = remark(*ON_AIR, *(Record(at("03:01"), Code.ENTERED, who, 1) for who in three[1:]), to=three)
    assert (line.offenders, line.points) == (("lavrov", "manturov", "savelyev"), -5)


def test_the_table_of_prices_asks_for_half_of_sending_out_at_most():
    for seen, (once, each) in prices.REMARKED.items():
        assert 2 * once <= prices.CORRECTED[seen][0]
        assert 2 * each <= prices.CORRECTED[seen][1]
    assert [prices.REMARKED[seen] for seen in Seen] == sorted(prices.REMARKED.values())


@pytest.mark.parametrize(("said", "merits"), [("03:30", 0), (None, 1)])
def test_there_is_no_merit_where_the_house_had_spoken_first(said, merits):
    found = breach("leaders-first", "lavrov", since="03:10", until="03:50", put_right=True)
    records = [Record(at("03:26"), Code.ORDER, -1, 0), Record(at("03:36"), Code.QUIET_WORD, FIRST_MINISTER, 0)]
    records += [Record(at(said), Code.REMARKED, FIRST_MINISTER, 0)] if said else []
    orders = (Order(at("03:20"), Verb.QUIET_WORD, "lavrov"),)
    ledger = score(HOUSE, trace((found,), tuple(records), orders=orders)).ledger
    assert len([line for line in ledger if line.kind == "merit"]) == merits
