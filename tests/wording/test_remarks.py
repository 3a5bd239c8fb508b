"""A remark in words: in the transcript, in the ledger, in the report."""

from __future__ import annotations

from dataclasses import replace

from game.protocol.rules import Does
from game.report.document import as_json
from game.report.text import as_text
from game.scoring.scorecard import score
from game.simulation.codes import Code
from game.simulation.trace import Record, Trace
from game.wording.sentences import outcome_sentence, sentence, title, transcript
from tests.scoring.house import FIRST_MINISTER, HOUSE, at, trace


def remarked(by: str, *to: int) -> Trace:
    """A remark at 12:04 to a minister who is in the room on air, or to nobody."""
    first = HOUSE.rules[0]
    assert first.house is not None
    house = replace(first.house, does=Does.REMARKS, by=by, says="We have a protocol.", cuts_away=None, recalls=None)
    records = [
        Record(at("02:00"), Code.ON_AIR, -1, 0),
        Record(at("03:10"), Code.ENTERED, FIRST_MINISTER, 1),
        *(Record(at("04:00"), Code.REMARKED, who, 0) for who in to),
    ]
    made = trace(records=tuple(records))
    scenario = replace(HOUSE, rules=(replace(first, house=house), *HOUSE.rules[1:]))
    return Trace(scenario, made.circumstances, (), made.records, (), made.accomplished_at)


def last_line(run: Trace) -> str:
    return transcript(run.scenario, run)[-1]


def ledger_line(run: Trace) -> tuple[str, str]:
    [line] = score(run.scenario, run).ledger
    return title(run.scenario, line), sentence(run.scenario, line)


def test_a_remark_to_somebody() -> None:
    run = remarked("the chief of protocol", FIRST_MINISTER)
    assert last_line(run) == (
        "12:04:00  The chief of protocol remarks to Lavrov, on air: “We have a protocol.”"
    )
    assert ledger_line(run) == (
        "A remark before everybody",
        "The chief of protocol remarked aloud to Lavrov that “Leaders first” was broken, live on air.",
    )


def test_a_remark_off_air() -> None:
    made = remarked("", FIRST_MINISTER)
    run = Trace(made.scenario, made.circumstances, (), made.records[1:], (), made.accomplished_at)
    assert last_line(run) == (
        "12:04:00  An official of the house remarks to Lavrov before everybody: “We have a protocol.”"
    )


def test_a_remark_to_nobody_in_particular() -> None:
    run = remarked("", -1)
    assert last_line(run) == "12:04:00  An official of the house remarks before everybody: “We have a protocol.”"
    assert ledger_line(run)[1] == (
        "An official of the house remarked aloud that “Leaders first” was broken, live on air."
    )


def test_report_and_document_tell_of_it_and_begin_with_the_outcome() -> None:
    run = remarked("", FIRST_MINISTER)
    card = score(run.scenario, run)
    document = as_json(run.scenario, 1, "recorded", run, card)
    said = {"at": "12:04:00.000", "what": "remarked", "who": "lavrov", "by": "official", "rule": "leaders-first"}
    assert said in document["events"]
    assert document["outcome"] == outcome_sentence(run.scenario, run, card)
    text = as_text(run.scenario, 1, "recorded", run, card)
    assert text.split("\n\n")[1] == document["outcome"]
    assert "remarks to Lavrov, on air" in text
    own = replace(run.scenario, outcomes=(("clean", "Even so, a good day."),))
    assert as_text(own, 1, "recorded", run, card).split("\n\n")[1] == "Even so, a good day."
