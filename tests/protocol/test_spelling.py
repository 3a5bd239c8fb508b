"""Quantities and cues: what is printed is read back, and what cannot be read is refused in one way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.protocol import units
from game.protocol.cues import (
    After,
    AtClock,
    AtDoorBy,
    AtOnce,
    CueError,
    Moment,
    Occurrence,
    OnWord,
    parse_cue,
    parse_occurrence,
)

instants = st.integers(0, units.DAY - 1)
delays = st.integers(0, units.DAY)
who = st.from_regex(r"[a-z][a-z0-9_-]{0,6}(\.[a-z][a-z0-9_-]{0,6})?", fullmatch=True)
personal = st.builds(Occurrence, who, st.sampled_from([m for m in Moment if not m.of_nobody]), st.booleans())
broadcast = st.builds(Occurrence, st.just(""), st.sampled_from([Moment.ON_AIR, Moment.OFF_AIR]))
occurrences = personal | broadcast
cues = (
    st.builds(AtClock, instants)
    | st.builds(AtDoorBy, instants)
    | st.builds(After, st.lists(occurrences, min_size=1, max_size=3).map(tuple), delays)
    | st.builds(AtOnce, delays)
    | st.just(OnWord())
)
PARSERS = (units.parse_clock, units.parse_duration, units.parse_length, units.parse_speed, units.parse_permille)


@given(cues)
def test_a_cue_printed_is_read_back(cue: object) -> None:
    assert parse_cue(str(cue)) == cue


@given(occurrences)
def test_an_event_printed_is_read_back(event: Occurrence) -> None:
    assert parse_occurrence(str(event)) == event


@given(instants)
def test_a_clock_printed_is_read_back(instant: int) -> None:
    assert units.parse_clock(units.format_exact_clock(instant)) == instant
    assert units.parse_clock(units.format_clock(instant, millis=True)) == instant


@given(delays)
def test_a_duration_printed_is_read_back(millis: int) -> None:
    assert units.parse_duration(units.format_duration(millis)) == millis


@given(st.integers(0, 1_000_000))
def test_a_length_printed_is_read_back(millimetres: int) -> None:
    assert units.parse_length(units.format_length(millimetres)) == millimetres


@pytest.mark.parametrize("parse", PARSERS)
@given(text=st.text() | st.from_regex(r"[0-9.]{1,30} ?(ms|s|min|h|mm|cm|m|m/s|%|:[0-9]{2})", fullmatch=True))
def test_any_text_is_a_quantity_or_refused(parse: object, text: str) -> None:
    try:
        value = parse(text)  # type: ignore[operator]
    except units.QuantityError:
        return
    assert isinstance(value, int)
    assert value >= 0


@pytest.mark.parametrize("parse", PARSERS)
@pytest.mark.parametrize("unit", ["s", "m", "m/s", "%", "min 3 s", ":00"])
def test_a_number_of_thousands_of_digits_is_refused_like_any_other(parse: object, unit: str) -> None:
    with pytest.raises(units.QuantityError):
        parse("9" * 5_000 + " " + unit)  # type: ignore[operator]


@given(
    st.text(max_size=60)
    | st.lists(
        st.sampled_from([
            "after",
            "at",
            "kim",
            "entered",
            "+",
            "10 s",
            "and",
            "on air",
            "first of",
            "once",
            "word",
            "12:03",
            "- 3 s",
        ])
    ).map(" ".join)
)
def test_any_text_is_a_cue_or_refused(text: str) -> None:
    cue = _read(text)
    assert cue in REASONS or parse_cue(str(cue)) == cue


REASONS = ("shape", "moment", "who", "clock", "duration", "negative")


def _read(text: str) -> object:
    try:
        return parse_cue(text)
    except CueError as error:
        return error.reason


@pytest.mark.parametrize(
    ("text", "millis"),
    [("0.29 s", 290), ("1.5 s", 1_500), ("3 min", 180_000), ("1 min 30 s", 90_000), ("1.005 s", 1_005), ("7 ms", 7)],
)
def test_decimals_are_read_from_their_text(text: str, millis: int) -> None:
    assert units.parse_duration(text) == millis


@pytest.mark.parametrize("text", ["", "10", "s", "-3 s", "1.5 ms", "25 h", "3 s min", "1,5 s", "1e3 s", "٣ s"])
def test_what_is_no_duration_is_refused(text: str) -> None:
    with pytest.raises(units.QuantityError):
        units.parse_duration(text)


@pytest.mark.parametrize("text", ["24:00", "12:60", "12:00:60", "1203", "12:3", "12:03:16.4000", ""])
def test_what_is_no_clock_is_refused(text: str) -> None:
    with pytest.raises(units.QuantityError):
        units.parse_clock(text)


def test_a_negative_delay_is_refused_as_such() -> None:
    with pytest.raises(CueError) as refused:
        parse_cue("after kim entered - 3 s")
    assert refused.value.reason == "negative"
