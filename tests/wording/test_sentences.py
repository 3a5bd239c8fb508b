"""Every message has a plain sentence, computed from the trace's values and translatable."""

from __future__ import annotations

import gettext
import re
from dataclasses import replace

import pytest

from game.planning.robust import Robust
from game.protocol.cues import Moment, parse_cue, parse_occurrence
from game.protocol.legality import Refusal, problems
from game.protocol.plan import Order, Verb
from game.protocol.rules import Rule
from game.scoring.line import Line
from game.scoring.scorecard import score
from game.simulation.circumstances import draw
from game.simulation.codes import WORDS, Code
from game.simulation.kinds.base import Figure
from game.simulation.kinds.registry import registry
from game.simulation.trace import Record, Seen
from game.wording import catalogue, customs, findings
from game.wording.sentences import (
    chances,
    cue_words,
    custom,
    how_it_went,
    how_long,
    order_words,
    people,
    refusal_sentence,
    robust_sentence,
    sentence,
    title,
    transcript,
    who,
)
from tests import rooms
from tests.scoring.house import FIRST_MINISTER, HOUSE, KIM, at, breach, incident, trace

LINE = Line(
    "leaders-first",
    "absent_until",
    ("lavrov",),
    at("03:10"),
    at("04:10"),
    Seen.LIVE,
    -9,
    Figure.PRECEDENCE,
    "",
)
VALUES = {
    "breach.absent_until": {"awaited": "kim entered", "early": 260_000},
    "breach.before": {"event": "entered", "gap": 12_000},
    "breach.in_order": {"event": "entered", "direction": "descending"},
    "breach.together": {"event": "entered", "within": 1_000, "lasted": 2_500},
    "breach.escorted_by": {},
    "breach.by": {"event": "sat", "deadline": at("03:10"), "lasted": 60_000},
    "breach.door_reserved": {"door": "main", "only": ("kim", "putin")},
    "breach.same_door": {"by_door": "side"},
    "breach.separate_doors": {"by_door": "side"},
    "breach.alone_in_shot": {"who": ("kim", "putin"), "lasted": 60_000},
    "breach.longest_wait": {"place": "on camera", "longest": 30_000, "lasted": 22_000},
    "breach.closed_between": {"by_door": "side"},
    "breach.never_parted_from": {"within": 5_000, "lasted": 25_000},
    "breach.parity": {"one": ("russia",), "other": ("dprk",), "difference": 0},
    "breach.placed_at": {"seat": "", "beside": ("putin",), "side": "right", "opposite": (), "facing": "main"},
    "breach.received_by": {"place": "door"},
    "breach.nobody_leaves_before": {"before": ("kim", "putin")},
    "breach.standing_at_place_when": {"awaited": "kim entered"},
    "breach.nobody_sits_before": {"before": ("kim", "putin"), "lasted": 43_000},
}
LEADERS = "Kim Jong Un and Vladimir Putin"
SAID = {
    "breach.absent_until": "Lavrov entered 4 min 20 s before Kim Jong Un had entered.",
    "breach.before": "Lavrov entered 12 s before Kim Jong Un.",
    "breach.in_order": "Lavrov entered before Kim Jong Un, who ranks higher.",
    "breach.together": "Lavrov entered 3.5 s after Kim Jong Un; at most 1 s was agreed.",
    "breach.by": "Lavrov sat down 1 min after the deadline of 12:03:10.",
    "breach.escorted_by": "Lavrov came to the door and went in without an escort.",
    "breach.door_reserved": "Lavrov came in by the main door, which is kept for " + LEADERS + ".",
    "breach.same_door": "Lavrov came in by the side door, not by the door that Kim Jong Un had taken.",
    "breach.separate_doors": "Lavrov came in by the side door, which Kim Jong Un had taken already.",
    "breach.alone_in_shot": "Lavrov stood 1 min in a picture that belongs to " + LEADERS + " alone.",
    "breach.longest_wait": "Lavrov was kept waiting on camera for 52 s; more than 30 s is improper.",
    "breach.closed_between": "Lavrov came in while the room was closed.",
    "breach.never_parted_from": "Lavrov was parted from Kim Jong Un for 30 s; at most 5 s was agreed.",
    "breach.parity": "With Lavrov the room held more of the delegation of Russia than of the delegation of DPRK; "
    "equal numbers were agreed.",
    "breach.placed_at": "Lavrov did not take the place that was meant: on the right of Vladimir Putin and facing "
    "the main door.",
    "breach.received_by": "Lavrov was not at the door to receive Kim Jong Un.",
    "breach.nobody_leaves_before": "Lavrov left before Kim Jong Un and Vladimir Putin.",
    "breach.standing_at_place_when": "Lavrov was not standing in place when Kim Jong Un entered.",
    "breach.nobody_sits_before": "Lavrov sat down 43 s before Kim Jong Un and Vladimir Putin.",
}


def told(message: str, **changes) -> str:
    line = LINE._replace(message=message, against=("kim",), values=tuple(VALUES[message].items()))
    return sentence(HOUSE, line._replace(**changes))


def test_every_rule_kind_has_a_sentence_for_its_breach_and_for_its_custom():
    assert {kind.message for kind in registry().values()} == set(findings._SENTENCES) == set(SAID)
    assert set(registry()) == set(customs._SENTENCES)


@pytest.mark.parametrize("message", SAID)
def test_the_sentence_of_each_kind_of_breach(message):
    assert told(message) == SAID[message]


@pytest.mark.parametrize("message", SAID)
def test_what_was_put_right_says_so(message):
    assert told(message, put_right=True).endswith(" It was put right after 1 min.")


def test_what_was_waived_says_so():
    assert told("breach.before", waived=True).endswith(" It was waived after 1 min.")
    order = Order(at("03:00"), Verb.WAIVE, "leaders-first")
    assert order_words(HOUSE, order) == "have the rule “Leaders first” waived"
    run = trace(
        (breach("leaders-first", "lavrov", until="04:10")._replace(waived=True),),
        (Record(at("04:10"), Code.BREACH_OVER, -1, 0),),
    )
    assert transcript(HOUSE, run) == ["12:04:10  The breach of “Leaders first” is waived: Lavrov, live on air."]


def test_a_kind_without_a_sentence_of_its_own_is_told_by_its_title():
    line = LINE._replace(message="breach.of_a_later_kind")
    assert sentence(HOUSE, line) == "Lavrov broke the rule “Leaders first”."


def test_a_condition_that_never_came_is_told_without_a_time():
    line = LINE._replace(message="breach.absent_until", values=(("awaited", "russia entered"),))
    assert sentence(HOUSE, line) == (
        "Lavrov entered before the delegation of Russia had entered, and that never came about."
    )


@pytest.mark.parametrize("place", ["room", "door", "on camera", "holding room"])
def test_every_place_of_a_wait_is_told(place):
    values = (("place", place), ("longest", 30_000), ("lasted", 0))
    said = sentence(HOUSE, LINE._replace(message="breach.longest_wait", values=values))
    assert place.replace("on camera", "camera") in said


@pytest.mark.parametrize("moment", Moment)
def test_every_moment_can_be_waited_for(moment):
    cue = parse_cue(f"after {'' if moment.of_nobody else 'kim '}{moment.value} + 10 s")
    assert cue_words(HOUSE, cue).startswith("10 s after ")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("at 12:03:10", "at 12:03:10"),
        ("at door by 12:05", "so as to be at the door by 12:05"),
        ("after kim entered and putin entered", "as soon as Kim Jong Un and Vladimir Putin have entered"),
        (
            "after first of russia.ministers sat",
            "as soon as the first of the ministers of Russia has sat down",
        ),
        ("on word", "only on the officer's word"),
        ("at once", "at once"),
    ],
)
def test_cues_in_words(text, said):
    assert cue_words(HOUSE, parse_cue(text)) == said


@pytest.mark.parametrize(
    ("millis", "said"),
    [
        (0, "0 s"),
        (250, "0.2 s"),
        (1_500, "1.5 s"),
        (9_999, "9.9 s"),
        (52_400, "52 s"),
        (60_000, "1 min"),
        (260_000, "4 min 20 s"),
    ],
)
def test_durations_for_a_reader(millis, said):
    assert how_long(millis) == said


def test_names_of_groups():
    assert who(HOUSE, "russia.ministers") == "the ministers of Russia"
    assert who(HOUSE, "all") == "everybody"
    assert people(HOUSE, ("kim", "putin", "choe")) == "Kim Jong Un, Vladimir Putin and Choe Son Hui"
    assert people(HOUSE, tuple(p.id for p in HOUSE.people)).endswith("Lavrov and 7 more")


@pytest.mark.parametrize("verb", Verb)
def test_every_order_is_told_and_priced_in_words(verb):
    target = "side" if "door" in verb.value else "lavrov"
    order = Order(at("03:00"), verb, target)
    assert "{" not in order_words(HOUSE, order)
    run = trace(records=(Record(at("03:06"), Code.ORDER, -1, 0),), orders=(order,))
    for line in score(HOUSE, run).ledger:
        assert sentence(HOUSE, line) == f"You had to improvise: {order_words(HOUSE, order)}."


def test_every_line_of_a_failed_day_has_a_sentence_and_a_title():
    run = incident()
    waits = (Record(at("00:00"), Code.AT_DOOR, FIRST_MINISTER, 1), Record(at("13:00"), Code.MISSED, -1, -1))
    lines = score(HOUSE, trace(run.breaches, (*run.records, *waits), None)).ledger
    assert {line.message for line in lines} >= {"cost.missed", "cost.correction", "cost.cut", "cost.standing"}
    for line in lines:
        assert re.fullmatch(r"[A-Z].*\.", sentence(HOUSE, line))
        assert "{" not in sentence(HOUSE, line)
        assert title(HOUSE, line)


@pytest.mark.parametrize("verb", [Verb.QUIET_WORD, Verb.RECALL, Verb.CUT_AWAY])
def test_every_recovery_has_a_sentence(verb):
    line = LINE._replace(kind="merit", message="merit.recovered", values=(("verb", verb.value),))
    assert sentence(HOUSE, line).endswith("before the house had to act.")
    assert title(HOUSE, line) == "Recovered: Leaders first"


@pytest.mark.parametrize("code", WORDS)
def test_every_event_of_a_trace_is_told(code):
    house = {
        Code.ON_AIR,
        Code.OFF_AIR,
        Code.PRESS_IN,
        Code.PRESS_OUT,
        Code.ROOM_READY,
        Code.ACCOMPLISHED,
        Code.MISSED,
        Code.ORDER,
        Code.NOTICED,
        Code.BREACH,
        Code.BREACH_OVER,
    }
    person = -1 if code in house else FIRST_MINISTER
    run = trace(
        (breach("leaders-first", "lavrov"),),
        (Record(at("03:00"), code, person, 0),),
        orders=(Order(at("03:00"), Verb.HOLD, "lavrov"),),
    )
    [line] = transcript(HOUSE, run)
    assert re.fullmatch(r"12:03:00  [A-Z].*\.”?", line)
    assert "{" not in line


def test_a_transcript_says_who_is_on_air():
    records = (
        Record(at("02:00"), Code.ON_AIR, -1, 0),
        Record(at("03:16"), Code.ENTERED, FIRST_MINISTER, 1),
        Record(at("03:20"), Code.ENTERED, KIM, 0),
    )
    assert transcript(HOUSE, trace(records=records)) == [
        "12:02:00  The room is on air.",
        "12:03:16  Lavrov enters by the side door, on air.",
        "12:03:20  Kim Jong Un enters by the main door.",
    ]


@pytest.mark.parametrize("rule", HOUSE.rules, ids=lambda rule: rule.id)
def test_the_custom_is_made_from_the_terms_where_the_author_is_silent(rule: Rule):
    said = custom(HOUSE, rule)
    assert re.fullmatch(r"[A-Z].*\.", said)
    assert custom(HOUSE, replace(rule, says="As we do it.")) == "As we do it."


OTHER_WORDS = [
    ("breach.closed_between", {"by_door": None}, "Lavrov left while the room was closed."),
    ("breach.received_by", {"place": "room"}, "Lavrov was not in the room to receive Kim Jong Un."),
    (
        "breach.parity",
        {"one": ("dprk",), "other": ("russia",), "difference": 2},
        "With Lavrov the room held too many of the delegation of Russia beside those of the delegation of DPRK; "
        "at most 2 more were agreed.",
    ),
    (
        "breach.placed_at",
        {"beside": (), "facing": "", "seat": "head", "opposite": ("putin",)},
        "Lavrov did not take the place that was meant: the seat “head” and across from Vladimir Putin.",
    ),
]


@pytest.mark.parametrize(("message", "values", "said"), OTHER_WORDS)
def test_other_words_for_other_terms(message, values, said):
    known = {key: value for key, value in {**VALUES[message], **values}.items() if value is not None}
    assert told(message, values=tuple(known.items())) == said


def test_another_door_is_told_apart_from_being_parted():
    assert told("breach.never_parted_from", until=LINE.at) == "Lavrov came in by another door than Kim Jong Un."


CUSTOMS = [
    ("standing_at_place_when", {"who": ["choe"], "when": ["kim entered"]},
     "Choe Son Hui must be standing in place by the time Kim Jong Un has entered."),
    ("received_by", {"who": ["putin"], "by": ["kim"], "place": "door"},
     "Kim Jong Un must be at the door to receive Vladimir Putin."),
    ("never_parted_from", {"who": ["choe"], "principal": ["kim"]},
     "Choe Son Hui must enter with Kim Jong Un, within 5 s and by the same door, and stay as long."),
    ("nobody_leaves_before", {"who": ["choe"], "before": ["kim"]}, "Choe Son Hui must not leave before Kim Jong Un."),
    ("placed_at", {"who": ["choe"], "beside": ["kim"], "side": "left"},
     "Choe Son Hui must have this place: on the left of Kim Jong Un."),
    ("placed_at", {"who": ["choe"], "beside": ["kim"], "opposite": ["putin"]},
     "Choe Son Hui must have this place: beside Kim Jong Un and across from Vladimir Putin."),
    ("parity", {"one": ["dprk"], "other": ["russia"], "once": ["kim sat"]},
     "Once Kim Jong Un has sat down there must be as many of the delegation of DPRK as of the delegation of Russia "
     "in the room."),
    ("parity", {"one": ["dprk"], "other": ["russia"], "once": ["kim sat"], "difference": 2},
     "Once Kim Jong Un has sat down the numbers of the delegation of DPRK and of the delegation of Russia in the room "
     "may differ by 2."),
    ("closed_between", {"begins": ["kim sat"]}, "Once Kim Jong Un has sat down nobody may come or go."),
    ("closed_between", {"begins": ["kim sat"], "ends": ["kim rose"], "staff": ["choe"]},
     "Once Kim Jong Un has sat down nobody but Choe Son Hui may come or go until Kim Jong Un has risen."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "terms", "said"), CUSTOMS)
def test_the_custom_of_each_newer_kind(kind, terms, said):
    assert custom(HOUSE, rooms.rule(kind, **terms)) == said


def test_the_custom_says_grace_exemptions_and_when_it_is_in_force():
    common = {"grace": "10 s", "except": ["choe"], "while": "on air"}
    rule = rooms.rule("same_door", who=["all"], common=common)
    assert custom(HOUSE, rule) == (
        "Everybody must enter by one and the same door. This holds only on air. Up to 10 s is let pass. "
        "It does not concern Choe Son Hui."
    )


def test_a_breach_is_told_from_its_beginning_though_its_grace_is_let_pass():
    leaders = HOUSE.rule("leaders-first")
    lenient = replace(HOUSE, rules=(replace(leaders, grace=60_000), *HOUSE.rules[1:]))
    run = trace((breach("leaders-first", "lavrov", since="04:16", until="05:16"),))
    [line] = [line for line in score(HOUSE, run).ledger if line.is_breach]
    [late] = [line for line in score(lenient, run).ledger if line.is_breach]
    assert (line.value("lasted"), late.value("lasted")) == (60_000, 120_000)


def test_the_custom_of_the_leaders():
    assert custom(HOUSE, HOUSE.rule("leaders-first")) == (
        "The ministers of Russia must stay outside until Kim Jong Un and Vladimir Putin have entered."
    )


def test_how_the_day_went():
    run = incident()
    assert how_it_went(HOUSE, run, score(HOUSE, run)) == (
        "Everybody was in place at 12:11:30, 3 min 30 s later than planned. "
        "10 breaches of protocol. The costliest: "
        "“Leaders first” (Lavrov, Manturov, Savelyev and 4 more, live on air)."
    )
    clean = trace()
    assert how_it_went(HOUSE, clean, score(HOUSE, clean)) == (
        "Everybody was in place at 12:07:30, in time. No rule of the house was broken."
    )


@pytest.mark.parametrize(
    ("result", "said"),
    [
        (Robust(200, 200, None, 0), "The same plan on 200 other days: clean on 200."),
        (
            Robust(200, 0, "leaders-first", 190),
            "The same plan on 200 other days: clean on 0. "
            "Commonest cause: “Leaders first” was broken (on 190 days).",
        ),
        (
            Robust(200, 9, "accomplish", 60),
            "The same plan on 200 other days: clean on 9. "
            "Commonest cause: not everybody was in place in time (on 60 days).",
        ),
    ],
)
def test_the_plan_on_other_days(result, said):
    assert robust_sentence(HOUSE, result) == said


def test_every_draw_has_a_sentence():
    for _name, _value, said in chances(HOUSE, draw(HOUSE, 3)):
        assert re.fullmatch(r"[A-Z].*\.", said)


def test_every_refusal_named_by_legality_has_a_sentence_of_its_own():
    codes = re.findall(r"[a-z]+(?:-[a-z]+)+", (problems.__doc__ or "").partition("Codes:")[2])
    assert len(codes) > 10
    values = [
        ("who", "lavrov"),
        ("door", "main"),
        ("room", "corridor"),
        ("seat", "s1"),
        ("escort", "han"),
        ("cue", "at once"),
        ("other", "2"),
        ("field", "set_out"),
        ("spent", "120000"),
        ("minutes", "60000"),
        ("most", "500"),
        ("order", "12:00 hold kim"),
    ]
    for code in (*codes, "ambiguous", "outside-the-day"):
        said = refusal_sentence(HOUSE, Refusal(code, tuple(values)))
        assert re.fullmatch(r"[A-Z“].*\.", said)
        assert code not in said


def test_an_unknown_name_in_a_refusal_is_shown_as_it_was_written():
    assert "“lavrof”" in refusal_sentence(HOUSE, Refusal("unknown-person", (("who", "lavrof"),)))


class Marked(gettext.NullTranslations):
    """A language in which every message stands between marks."""

    def gettext(self, message: str) -> str:
        return f"«{message}»"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"«{msgid1 if n == 1 else msgid2}»"


def test_every_sentence_goes_through_the_catalogue(monkeypatch):
    run = incident()
    monkeypatch.setattr(catalogue, "_current", Marked())
    for line in score(HOUSE, run).ledger:
        assert sentence(HOUSE, line).startswith("«")
    for line in transcript(HOUSE, run):
        assert line[10] == "«"
    assert cue_words(HOUSE, parse_cue("on word")).startswith("«")
    assert custom(HOUSE, HOUSE.rules[0]).startswith("«")
    assert str(parse_occurrence("kim entered")) == "kim entered"
