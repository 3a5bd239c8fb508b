"""Whatever is said, in whatever order: events or a refusal, and the journal read again is the same room."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from game.classroom.room import desk, trainee, views
from game.classroom.room.refusals import Refused
from game.classroom.room.settings import Settings
from tests.classroom.room.session import Session, a_plan

_junk = st.one_of(
    st.none(), st.booleans(), st.integers(-5, 70_000), st.floats(allow_nan=False), st.text(max_size=50),
    st.lists(st.integers(), max_size=3), st.dictionaries(st.text(max_size=4), st.integers(), max_size=2),
)  # fmt: skip
_keys = ("rev", "plan", "verb", "target", "name", "seconds", "number", "trainee", "team", "level", "allowed", "pace",
         "count", "view", "names", "replay")
_likely = st.one_of(
    st.sampled_from([a_plan(), [], a_plan("at once"), [{"who": ["x"]}], "cut away", "hold", "everybody", "t100",
                     "t200", "North", "positions", "stage", "4", 4, True]),
    st.integers(0, 12),
)  # fmt: skip
_fields = st.dictionaries(st.sampled_from(_keys), st.one_of(_likely, _likely, _junk), max_size=5)
_said = st.tuples(st.integers(0, 3), st.integers(0, 400_000), st.integers(0, 40), _fields)


def _one(session: Session, who: int, verb: int, fields: dict[str, Any]) -> None:
    by_desk, by_trainee = sorted(desk.VERBS), sorted(trainee.VERBS)
    if who == 0:
        session.desk(by_desk[verb % len(by_desk)], **fields)
    elif who == 1:
        session.joins(fields.get("name"), fields.get("team"))
    else:
        known = list(session.room.trainees) or ["nobody"]
        session.says(known[who % len(known)], by_trainee[verb % len(by_trainee)], **fields)


@settings(max_examples=150, deadline=None)
@given(st.booleans(), st.lists(_said, max_size=40))
def test_events_or_a_refusal(in_teams: bool, said: list[tuple[int, int, int, dict[str, Any]]]):
    session = Session(Settings(teams=("North", "South") if in_teams else ()))
    session.joins("Anna")
    for who, ms, verb, fields in said:
        session.pass_time(ms)
        before = views.desk_news(session.room, session.now)
        try:
            _one(session, who, verb, fields)
        except Refused:
            assert views.desk_news(session.room, session.now) == before
    again = session.read_again()
    assert views.desk_news(again, session.now) == views.desk_news(session.room, session.now)
    for each in session.room.trainees:
        assert views.trainee_news(again, each, session.now) == session.sees(each)
        assert set(session.sees(each)) >= {"stage", "clock", "plan", "run"}
