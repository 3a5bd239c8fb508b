"""News leave out what a device has; put onto what it had, they are whole again."""

from __future__ import annotations

from game.classroom.client.known import Known


def test_a_plan_that_is_left_out_is_the_one_from_before() -> None:
    known = Known()
    assert known.asks() == {"rev": -1, "plan": -1, "lived": -1, "run": 0}
    known.take({"rev": 3, "plan": {"rev": 7, "briefings": ["a"], "undo": 1}, "run": None})
    assert known.asks() == {"rev": 3, "plan": 7, "lived": -1, "run": 0}
    whole = known.take({"rev": 4, "plan": {"rev": 7, "undo": 0}, "run": None})
    assert whole["plan"] == {"rev": 7, "briefings": ["a"], "undo": 0}
    assert known.take({"rev": 5, "plan": {"rev": 8, "briefings": []}, "run": None})["plan"]["briefings"] == []


def test_a_film_grows_and_a_new_run_forgets_it() -> None:
    known = Known()
    known.take({"rev": 1, "plan": None, "run": {"run": 1, "lived": 100, "film": [{"at": 50}, {"at": 100}]}})
    whole = known.take({"rev": 2, "plan": None, "run": {"run": 1, "lived": 200, "film": [{"at": 150}]}})
    assert [entry["at"] for entry in whole["run"]["film"]] == [50, 100, 150]
    assert known.asks() == {"rev": 2, "plan": -1, "lived": 200, "run": 1}
    whole = known.take({"rev": 3, "plan": None, "run": {"run": 2, "lived": 60, "film": [{"at": 55}]}})
    assert [entry["at"] for entry in whole["run"]["film"]] == [55]
    assert known.asks()["lived"] == 60


def test_what_was_told_is_not_changed_by_what_is_told_later() -> None:
    known = Known()
    first = known.take({"rev": 1, "plan": None, "run": {"run": 1, "lived": 100, "film": [{"at": 50}]}})
    known.take({"rev": 2, "plan": None, "run": {"run": 1, "lived": 200, "film": [{"at": 150}]}})
    assert len(first["run"]["film"]) == 1
