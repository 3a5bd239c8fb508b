"""A run as JSON and as text."""

from __future__ import annotations

import json
import re

from game.planning.robust import Robust
from game.report.document import as_json
from game.report.text import WIDTH, as_text
from game.scoring.scorecard import score
from tests.scoring.house import HOUSE, incident, trace

RUN = incident()
CARD = score(HOUSE, RUN)


def document(**more):
    return json.loads(json.dumps(as_json(HOUSE, 1, "recorded", RUN, CARD, **more)))


def test_the_document_has_the_promised_shape():
    found = document()
    assert {
        "scenario",
        "seed",
        "plan",
        "trace_hash",
        "accomplished",
        "clean",
        "score",
        "ledger",
        "events",
    } <= set(found)
    assert (found["scenario"], found["seed"], found["plan"]) == ("house", 1, "recorded")
    assert (found["accomplished"], found["clean"]) == (True, False)
    assert {"total", "grade", "precedence", "punctuality", "courtesy", "composure"} <= set(found["score"])
    promised = {
        "rule",
        "kind",
        "offenders",
        "at",
        "seen_by",
        "points",
        "figure",
        "sentence",
        "source",
        "confidence",
        "fix",
    }
    for line in found["ledger"]:
        assert promised <= set(line)
        assert re.fullmatch(r"\d\d:\d\d:\d\d", line["at"])
        assert line["seen_by"] in ("live", "press", "other side", "nobody")
        assert line["fix"] is None


def test_the_lines_of_the_document_add_up_to_its_total():
    found = document()
    assert (
        100 + sum(line["points"] for line in found["ledger"])
        == found["score"]["raw"]
        == found["score"]["total"]
    )


def test_a_breach_in_the_document():
    [first] = [
        line
        for line in document()["ledger"]
        if line["rule"] == "leaders-first" and line["offenders"] == ["lavrov"]
    ]
    assert (first["kind"], first["at"], first["seen_by"], first["source"]) == (
        "absent_until",
        "12:03:10",
        "live",
        "mt",
    )
    assert first["confidence"] == "high"
    assert first["sentence"].startswith("Lavrov entered 3 min 40 s before Vladimir Putin had entered.")


def test_the_events_of_the_document_have_milliseconds_and_the_fields_that_apply():
    events = document()["events"]
    assert {"at": "12:03:11.500", "what": "entered", "who": "manturov", "door": "side"} in events
    by_whom = {"by": "official", "rule": "leaders-first"}
    assert {"at": "12:04:00.000", "what": "sent out", "who": "lavrov", **by_whom} in events
    assert {"at": "12:02:00.000", "what": "on air"} in events


def test_robust_is_there_only_where_it_was_asked_for():
    assert "robust" not in document()
    asked = document(robust=Robust(200, 14, "leaders-first", 180))["robust"]
    assert (asked["days"], asked["clean"], asked["commonest"], asked["count"]) == (
        200,
        14,
        "leaders-first",
        180,
    )


def test_the_text_is_narrow_and_tells_the_sum():
    text = as_text(HOUSE, 1, "recorded", RUN, CARD, Robust(200, 0, "leaders-first", 200))
    assert max(map(len, text.splitlines())) <= WIDTH
    assert f"Total {CARD.total} of 100, grade F: an incident" in text
    assert f"Ledger: 100 − {100 - CARD.raw} = {CARD.raw}" in text
    assert "Source: The Moscow Times, 19 June 2024 (well attested)" in text
    assert "clean on 0" in text


def test_the_text_of_a_clean_day_says_that_the_ledger_is_empty():
    clean = trace()
    assert "The ledger is empty" in as_text(HOUSE, 1, "reference", clean, score(HOUSE, clean))
