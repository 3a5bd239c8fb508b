"""The day behind the run screen: its pace, what is announced, orders and what-ifs, without a window."""

from itertools import pairwise

from game.attempt.live import LiveRun
from game.protocol.plan import Plan, Verb
from game.protocol.units import parse_clock
from game.simulation.codes import Code
from game.stage.screens.run_day import Day
from game.stage.screens.run_pace import DECIDE, LEAD, SWEEP, Kind, Pace
from tests.stage.morning import morning

NOTICED = parse_clock("12:02:25")


def day() -> Day:
    """The morning, nobody briefed, not begun."""
    return Day(LiveRun.begin(morning(), Plan(), 1))


def at(text: str) -> Day:
    """The morning lived to this clock time."""
    made = day()
    made.reach(float(parse_clock(text)))
    return made


# Pace


def test_the_stretches_cover_the_day_without_gap() -> None:
    made = day()
    stretches = made.pace.stretches
    assert stretches[0].begin == made.scenario.start
    assert stretches[-1].end == made.scenario.end
    assert all(a.end == b.begin for a, b in pairwise(stretches))


def test_a_quiet_stretch_ends_three_seconds_before_the_next_event() -> None:
    made = day()
    for stretch in made.pace.stretches[:-1]:
        if stretch.kind is Kind.QUIET:
            following = min(r.at for r in made.live.trace.records if r.at >= stretch.end)
            assert following - stretch.end == LEAD


def test_nothing_happens_in_a_quiet_stretch() -> None:
    made = day()
    quiet = [s for s in made.pace.stretches if s.kind is Kind.QUIET]
    happened = [r.at for r in made.live.trace.records if r.code != Code.BREACH_OVER]
    assert quiet
    assert not [at for at in happened for s in quiet if s.begin < at < s.end]


def test_a_quiet_stretch_is_swept_over_and_watched_when_asked_for() -> None:
    stretch = next(s for s in day().pace.stretches if s.kind is Kind.QUIET)
    assert (stretch.end - stretch.begin) / stretch.rate(1, jump=True) <= SWEEP
    assert stretch.rate(2, jump=False) == 2


def test_between_notice_and_the_last_moment_for_an_order_there_is_time_to_decide() -> None:
    made = day()
    (stretch,) = [s for s in made.pace.stretches if s.kind is Kind.DECIDE]
    assert stretch.begin == NOTICED
    assert stretch.end == NOTICED + 12_000 - made.scenario.liaison.radio
    for speed in (1, 8):
        assert (stretch.end - stretch.begin) / stretch.rate(speed, jump=True) >= DECIDE


def test_the_pace_it_begins_at_ends_the_day_within_two_minutes() -> None:
    made = day()
    wall = 0
    while not made.over:
        made.tick(50)
        wall += 50
    assert wall <= 120_000
    assert made.live.lived == made.scenario.end


def test_time_passes_alike_in_small_and_large_steps() -> None:
    pace = day().pace
    assert isinstance(pace, Pace)
    start = float(morning().start)
    one, many = pace.on(start, 4_000, 2, True), start
    for _ in range(400):
        many = pace.on(many, 10, 2, True)
    assert abs(one - many) < 5


# What is told


def test_nothing_is_told_before_it_has_happened() -> None:
    made = at("12:02:00")
    assert [n.sentence(made.scenario) for n in made.news()] == ["The broadcast is on air"]
    assert all(mark.at <= made.live.lived for mark in made.marks())


def test_a_breach_is_announced_in_words_with_everyone_in_it() -> None:
    made = at("12:02:10")
    assert made.news()[-1].sentence(made.scenario) == "On air: “Leaders first” broken by envoy and clerk"


def test_the_notice_stands_until_the_house_acts() -> None:
    assert at("12:02:24").notice() is None
    assert at("12:02:26").notice() == ("leaders-first", NOTICED + 12_000)
    assert at("12:02:38").notice() is None


# Looking back


def test_looking_back_never_goes_beyond_what_was_lived() -> None:
    made = at("12:02:30")
    made.look(parse_clock("12:02:00"))
    assert made.looking_back
    assert made.live.lived == parse_clock("12:02:30")
    made.look(parse_clock("12:09:00"))
    assert made.cursor == parse_clock("12:02:30")


# Orders


def test_an_order_changes_only_what_comes_after_its_arrival() -> None:
    made = at("12:02:26")
    before = [r for r in made.live.trace.records if r.at < parse_clock("12:02:30")]
    assert made.order(Verb.LET_STAND) == ""
    after = made.live.trace.records
    assert [r for r in after if r.at < parse_clock("12:02:30")] == before
    assert not [r for r in after if r.code == Code.SENT_OUT]
    (token,) = made.under_way()
    assert token.arrives == parse_clock("12:02:30")
    made.reach(float(parse_clock("12:02:31")))
    assert not made.under_way()
    assert made.notice() is None


def test_the_radio_carries_one_order_at_a_time() -> None:
    made = at("12:00:10")
    made.order(Verb.HOLD, "envoy")
    made.order(Verb.HOLD, "clerk")
    first, second = made.under_way()
    assert second.leaves == first.arrives


def test_refusals_are_sentences_and_change_nothing() -> None:
    made = at("12:00:30")
    trace = made.live.trace
    assert "off the air" in made.order(Verb.CUT_AWAY)
    assert "noticed nothing" in made.order(Verb.LET_STAND)
    assert "in the room" in made.order(Verb.QUIET_WORD, "envoy")
    assert "door" in made.order(Verb.HOLD_DOOR, "envoy")
    assert made.live.trace is trace


def test_no_order_is_taken_when_the_day_is_over() -> None:
    made = at("12:15:00")
    assert "over" in made.order(Verb.HOLD, "envoy")
    assert not made.live.orders


def test_a_principal_is_never_asked_to_leave() -> None:
    made = at("12:05:30")
    assert "principal" in made.order(Verb.RECALL, "host")


def test_an_order_in_the_past_is_a_what_if_and_the_real_day_comes_back() -> None:
    made = at("12:03:00")
    made.order(Verb.HOLD, "host")
    real = made.live
    made.look(parse_clock("12:01:30"))
    assert "what-if" in made.order(Verb.HOLD_DOOR, "side")
    assert made.what_if
    assert not made.live.scored
    made.reach(float(parse_clock("12:02:30")))
    assert "side" in made.moment.held
    assert not made.live.trace.breaches or made.live.trace.breaches[0].at > parse_clock("12:02:30")
    made.back_to_real()
    assert made.live is real
    assert made.cursor == parse_clock("12:03:00")
