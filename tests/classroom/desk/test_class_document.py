"""What the projector is told of a class: the planted mistake, everything it shows, and nobody's name."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from game.classroom.telling.class_document import BEFORE, LISTED, class_document, parting
from game.planning.bots import nobody_briefed
from game.planning.class_debrief import Attempt, ClassDebrief, class_debrief
from game.planning.robust import robust
from game.protocol.plan import Plan
from game.protocol.scenario import Scenario
from game.scoring.scorecard import score
from game.simulation.circumstances import draw
from game.simulation.engine import simulate
from game.wording import catalogue
from tests.classes import FIRST_STEPS, KINDS, PLANTED, PYONGYANG, REFERENCE
from tests.pseudo import PseudoTranslations, authors_texts, unmarked

EVIL = "<b>Zara & 'Quill'</b>"


def run_of(trainee: str, plan: Plan, nth: int = 1, scenario: Scenario = PYONGYANG) -> Attempt:
    trace = simulate(scenario, plan, draw(scenario, 1))
    return Attempt(trainee, nth, 1, plan, (), trace, score(scenario, trace), robust(scenario, plan, (), 1, 8))


def renamed(one: Attempt, trainee: str, nth: int = 1) -> Attempt:
    return Attempt(trainee, nth, one.seed, one.plan, one.orders, one.trace, one.card, one.robust)


@pytest.fixture(scope="module")
def thirty() -> ClassDebrief:
    """Thirty bot trainees of five kinds; two of the planted kind try again with the reference."""
    better = run_of("", REFERENCE)
    runs = []
    for kind, plan, number in KINDS:
        one = run_of("", plan)
        runs += [renamed(one, f"{EVIL} {kind} {nth}") for nth in range(number)]
    again = [renamed(better, f"{EVIL} one-leader {nth}", 2) for nth in range(2)]
    return class_debrief(PYONGYANG, [*runs, *again])


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from () if key == "film" else texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from texts(part)


def test_the_planted_mistake_is_named_as_the_commonest(thirty: ClassDebrief) -> None:
    document = class_document(thirty)
    wrong = document["wrong"]
    assert (document["runs"], wrong["plans"], wrong["how_many"]) == (30, 12, "12 of 30 plans")
    assert "as soon as Kim Jong Un has entered" in wrong["mistake"]
    assert thirty.wrong[0].example.plan == PLANTED
    assert [each["plans"] for each in wrong["others"]] == [7, 5, 2]
    assert all(each["mistake"].startswith(each["went_by"]) for each in wrong["others"])


def test_nobodys_name_is_in_it_unless_asked_for(thirty: ClassDebrief) -> None:
    said = json.dumps(class_document(thirty), ensure_ascii=False)
    assert EVIL not in said
    assert "one-leader" not in said
    assert '"names"' not in said
    assert "trainees\": [" not in said


def test_with_names_it_tells_whose_plans_they_were(thirty: ClassDebrief) -> None:
    document = class_document(thirty, names=True)
    assert f"{EVIL} one-leader 11" in document["wrong"]["names"]
    assert len(document["wrong"]["names"]) == 12
    assert document["contrast"]["plans"][0]["names"][0].startswith(EVIL)
    assert [len(each["names"]) for each in document["rules"]] == [each["trainees"] for each in document["rules"]]
    whole = {each["name"]: each["totals"] for each in document["trainees"]}
    assert len(whole) == 30
    assert len(whole[f"{EVIL} one-leader 0"]) == 2


def test_distributions_count_everybody_once_and_say_it_in_words(thirty: ClassDebrief) -> None:
    document = class_document(thirty)
    for name in ("totals", "robust"):
        assert sum(bar["n"] for bar in document[name]["bars"]) == 30
        assert str(max(bar["n"] for bar in document[name]["bars"])) in document[name]["text"]
    assert document["progress"]["sentence"].startswith("2 trainees tried again. Better: 2")
    assert sum(bar["n"] for bar in document["progress"]["after"]["bars"]) == 2


def test_both_rooms_are_told_from_one_instant_before_they_part(thirty: ClassDebrief) -> None:
    contrast = class_document(thirty)["contrast"]
    assert thirty.contrast is not None
    part = parting(thirty.contrast)
    assert contrast["from"] == part - BEFORE
    assert contrast["from"] < part < contrast["until"] <= PYONGYANG.end
    worse, better = (plan["film"] for plan in contrast["plans"])
    assert [e for e in worse if e["at"] < contrast["from"]] == [e for e in better if e["at"] < contrast["from"]]
    assert worse != better
    assert [plan["total"] for plan in contrast["plans"]] == sorted(plan["total"] for plan in contrast["plans"])


def test_the_events_a_wall_has_room_for_are_the_commonest(thirty: ClassDebrief) -> None:
    events = class_document(thirty)["events"]
    counts = [each["trainees"] for each in events["rows"]]
    assert len(counts) == LISTED
    assert counts == sorted(counts, reverse=True)
    assert events["more"] == f"{len(thirty.first.incidents()) - LISTED} more stand in the workbook."


def test_what_does_not_exist_is_null() -> None:
    alone = class_document(class_debrief(PYONGYANG, [run_of("a", REFERENCE)]))
    assert (alone["wrong"], alone["contrast"], alone["progress"], alone["rules"]) == (None, None, None, [])
    assert alone["events"] == {"rows": [], "more": ""}
    nobody = class_document(class_debrief(FIRST_STEPS, [run_of("a", nobody_briefed(), scenario=FIRST_STEPS)]))
    assert nobody["wrong"]["plans"] == 1


def test_days_that_are_the_same_part_at_no_instant() -> None:
    one = run_of("a", REFERENCE)
    found = class_debrief(PYONGYANG, [run_of("b", PLANTED), one]).contrast
    assert found is not None
    assert parting(type(found)(one, one, None)) == PYONGYANG.start


def test_every_word_of_ours_goes_through_the_catalogue(thirty: ClassDebrief, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue, "_current", PseudoTranslations())
    allowed = [*authors_texts([PYONGYANG]), "A", "B", "C", "D", "E", "F", "liaison-officer", "pyongyang-2024"]
    found = [word for text in texts(class_document(thirty)) for word in unmarked(text, allowed)]
    assert found == []
