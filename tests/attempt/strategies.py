"""Generated plans, orders and commands."""

from hypothesis import strategies as st

from game.attempt.commands import (
    AddOrder,
    Address,
    Brief,
    Remove,
    RemoveOrder,
    SetEscort,
    SetField,
    SetReadBack,
    StartFrom,
)
from game.protocol.cues import After, AtClock, AtDoorBy, AtOnce, Moment, Occurrence, OnWord
from game.protocol.plan import Briefing, Conduct, Order, Plan, Verb
from game.protocol.units import DAY

names = st.sampled_from(["kim", "putin", "lavrov", "russia", "russia.ministers", "leaders", "all"])
who = st.lists(names, min_size=1, max_size=3, unique=True).map(tuple)
instants = st.integers(0, DAY - 1)
delays = st.integers(0, 3_600_000)
moments = st.sampled_from([moment for moment in Moment if not moment.of_nobody])
occurrences = st.one_of(
    st.builds(Occurrence, names, moments, st.booleans()),
    st.sampled_from([Occurrence("", moment) for moment in Moment if moment.of_nobody]),
)
cues = st.one_of(
    st.builds(AtClock, instants),
    st.builds(AtDoorBy, instants),
    st.builds(After, st.lists(occurrences, min_size=1, max_size=3).map(tuple), delays),
    st.just(OnWord()),
    st.builds(AtOnce, delays),
)
ids = st.sampled_from(["main", "side", "north-3"])
values = {
    "door": ids, "set_out": cues, "enter": cues, "sit": cues, "leave": cues, "spacing": delays,
    "pace": st.integers(100, 5_000), "place": ids,
}  # fmt: skip
conducts = st.builds(Conduct, **{name: st.none() | value for name, value in values.items()})
briefings = st.builds(Briefing, who, conducts, st.booleans(), st.none() | ids)
plans = st.builds(Plan, st.lists(briefings, max_size=4).map(tuple))
orders = st.builds(Order, instants, st.sampled_from(list(Verb)), st.just("") | names)
said = st.sampled_from(sorted(values)).flatmap(
    lambda name: st.builds(SetField, who, st.just(name), st.none() | values[name])
)
commands = st.one_of(
    st.builds(Brief, who),
    st.builds(Remove, who),
    st.builds(Address, who, who),
    said,
    st.builds(SetReadBack, who, st.booleans()),
    st.builds(SetEscort, who, st.none() | ids),
    st.builds(AddOrder, orders),
    st.builds(RemoveOrder, orders),
    st.builds(StartFrom, plans),
)
