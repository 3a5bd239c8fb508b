"""What officers do and what chance brings, in the exact words of brief, transcript, debrief and report."""

from __future__ import annotations

import pytest

from game.report.document import line_json
from game.report.text import as_text
from game.scoring.scorecard import score
from game.simulation.circumstances import nominal
from game.wording.chance import chances, disturbs, risks
from game.wording.sentences import custom, sentence, transcript
from tests import rooms
from tests.rooms import unlucky
from tests.simulation.test_chance import THERE, everything, improvised, on, uninvited
from tests.simulation.test_officers import ESCORTED, GUARD, house, legal

DAY = everything()

RISKS = [
    ("30 %", "A message that is only sent never reaches a holding room"),
    ("50 %", "Kim lingers for 10 s to 1 min"),
    ("50 %", "Lavrov may lose patience 10 s to 1 min after coming to a door where no officer of the house stands"),
    (
        "50 %",
        "Kim and lavrov may be stopped at the door for 10 s to 1 min, unless an officer of the house stands there",
    ),
    ("50 %", "A chair may be missing at seat-kim, and takes 1 s to 9 s to be brought"),
    ("30 %", "Lavrov may be told something else than you said: enter at once"),
    ("30 %", "Kim may do what nobody told them: set out at 12:04"),
    ("30 %", "Kim may walk more slowly than you reckon: 0.6 m a second"),
    ("20 %", "Ida comes along, whom nobody invited"),
    ("0 to 1 min", "The room may be ready later than announced"),
    ("30 %", "The broadcast begins 10 s to 1 min early"),
]

DRAWN = [
    ("lost:dprk:main", 1, "To the delegation of dprk in the main only what was read back or escorted arrived."),
    ("lost:dprk:main", 0, "To the delegation of dprk in the main everything arrived that was sent."),
    ("lingers:kim", 30_000, "Kim lingered for 30 s."),
    ("lingers:kim", 0, "Kim did not linger."),
    ("eager:lavrov", 30_000, "Lavrov would wait 30 s at a door without an officer of the house, and no longer."),
    ("eager:lavrov", 0, "Lavrov would be patient."),
    ("blocked:kim", 30_000, "Kim would be stopped for 30 s at a door without an officer of the house."),
    ("blocked:kim", 0, "Kim would be stopped at no door."),
    ("no_chair:seat-kim", 5_000, "At the seat “seat-kim” a chair was missing; it took 5 s to bring one."),
    ("no_chair:seat-kim", 0, "At the seat “seat-kim” no chair was missing."),
    ("misheard:lavrov", 1, "Lavrov would be told something else than was sent: enter at once."),
    ("misheard:lavrov", 0, "Lavrov would be told what was sent."),
    ("improvises:kim", 1, "Kim improvised: set out at 12:04."),
    ("improvises:kim", 0, "Kim did not improvise."),
    ("slow:kim", 1, "Kim walked slowly: 0.6 m a second."),
    ("slow:kim", 0, "Kim walked as reckoned."),
    ("uninvited:ida", 1, "Ida came, whom nobody invited."),
    ("uninvited:ida", 0, "Ida did not come."),
    ("ready", 30_000, "The room was ready 30 s late, at 12:01."),
    ("ready", 0, "The room was ready at 12:00:30, as announced."),
    ("early", 30_000, "The broadcast begins 30 s early."),
    ("early", 0, "The broadcast begins as announced."),
]


def test_the_brief_tells_everything_that_may_happen() -> None:
    assert [(risk.chance, risk.says) for risk in risks(DAY)] == RISKS


@pytest.mark.parametrize(("name", "value", "said"), DRAWN, ids=[f"{name}-{value}" for name, value, _ in DRAWN])
def test_the_debrief_names_a_draw(name: str, value: int, said: str) -> None:
    told = {each: (number, text) for each, number, text in chances(DAY, unlucky(DAY, {name: value}))}
    assert told[name] == (value, said)


def test_the_debrief_names_every_draw() -> None:
    every = nominal(DAY).draws
    assert [(name, value) for name, value, _ in chances(DAY, nominal(DAY))] == list(every)
    assert {name.partition(":")[0] for name, _ in every} == {name.partition(":")[0] for name, _, _ in DRAWN}


@pytest.mark.parametrize(("name", "value", "said"), DRAWN, ids=[f"{name}-{value}" for name, value, _ in DRAWN])
def test_the_report_tells_what_disturbed_the_day(name: str, value: int, said: str) -> None:
    trace = on(DAY, {name: value})
    text = " ".join(as_text(DAY, 1, "", trace, score(DAY, trace)).split())
    assert (said in text) == disturbs(name, value) == bool(value or name == "ready")


def test_what_officers_do_is_told() -> None:
    day = house({"kim": {"set_out": "at 12:03"}})
    trace = rooms.run(day, legal(day, {**ESCORTED, "who": "lavrov"}, {**GUARD, "who": "pak", "enter": "at 12:02:30"}))
    told = [line for line in transcript(day, trace) if "Hong" in line or "Pak" in line]
    assert told == [
        "12:00:00  Hong sets out.",
        "12:00:10  Hong reaches those to be taken in.",
        "12:00:10  Pak sets out.",
        "12:00:15  Pak is at the side door.",
        "12:00:15  Pak lets only principals in by the side door.",
        "12:02:00  Hong sets out.",
        "12:02:05  Hong is at the side door.",
        "12:02:30  Pak lets people in by the side door.",
    ]


def test_a_room_that_is_made_ready_is_told() -> None:
    trace = on(DAY, {"ready": 30_000})
    assert "12:01:00  The room is ready." in transcript(DAY, trace)


def test_what_a_principal_improvised_is_told_as_his_own_idea() -> None:
    day = improvised()
    trace = on(day, {"improvises:putin": 1})
    card = score(day, trace)
    [line] = [line for line in card.ledger if line.improvised]
    own = "It was the principal's own idea, and is not on your account."
    assert sentence(day, line) == f"Putin entered 1 min before kim. {own}"
    over = "The breach of “first” is over; it was the principal's own idea: putin, before the press."
    assert f"12:01:05  {over}" in transcript(day, trace)
    told = line_json(day, line, {})
    assert (told["improvised"], told["points"]) == (True, 0)


def test_somebody_who_should_not_be_there_is_told_without_a_condition() -> None:
    rule = rooms.rule("absent_until", who=["ida"])
    day = uninvited(rules=[rule])
    trace = on(day, {"uninvited:ida": 1})
    [line] = [line for line in score(day, trace).ledger if line.rule == "rule"]
    assert sentence(day, line) == "Ida entered, with no business to be there."
    assert custom(day, rule) == "Ida must stay outside."
    turned = transcript(day, on(day, {"uninvited:ida": 1}, THERE))
    assert "12:01:05  Ida is turned back at the door." in turned


def test_the_custom_of_taking_people_in() -> None:
    day = house({})
    rule = rooms.rule("escorted_by", who=["russia.ministers"], by=["hong", "pak"])
    assert custom(day, rule) == "Lavrov and novak must be taken to the door by hong and pak."
