"""Figures of a load test, and what makes it fail."""

from __future__ import annotations

import json

from game.classroom.load.measures import Measures, Trouble, percentile
from game.classroom.load.report import as_text


def full() -> Measures:
    measures = Measures(3, joined=3, joined_in=1.5, edits=[0.1, 0.2, 0.3], hand_ins=[1.0] * 3, fetched=[0.2] * 3,
                        same=3, whole=True)
    measures.changes["plan"] = [0.05, 0.06]
    return measures


def test_a_percentile_is_a_value_that_was_measured() -> None:
    values = [float(n) for n in range(1, 101)]
    assert [percentile(values, p) for p in (50, 95, 99, 100)] == [50, 95, 99, 100]
    assert percentile([3.0], 50) == 3.0
    assert percentile([1.0, 2.0, 3.0], 95) == 3.0
    assert percentile([], 95) is None


def test_all_is_well_only_at_the_end_with_nothing_lost_and_nothing_different() -> None:
    assert full().well
    cut_short = full()
    cut_short.whole = False
    assert not cut_short.well
    for name in ("lost", "differing"):
        measures = full()
        getattr(measures, name).append(Trouble("Load 1", "edit", "gone"))
        assert not measures.well
        assert f"{name}: 1\n  Load 1, edit: gone" in as_text(measures)


def test_the_document_is_json_and_has_ms() -> None:
    found = json.loads(json.dumps(full().document()))
    assert found["joined"] == {"clients": 3, "ms": 1500.0}
    assert found["edits"]["p95"] == 300.0
    assert found["phase_change"]["by_phase"]["plan"]["longest"] == 60.0
    assert found["orders"]["p95"] is None
    assert found["well"] is True


def test_text_of_a_test_that_was_stopped_early_tells_what_there_is() -> None:
    measures = Measures(500, interrupted=True)
    assert as_text(measures).splitlines()[-1] == "Interrupted; this is what there was so far."
