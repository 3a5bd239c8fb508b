"""What a server tells the game's window, over the wire: a scenario's text, the day's records, what a day is made of."""

from __future__ import annotations

from typing import Any

from game.attempt.spelling import plan_data, read_plan
from game.authoring.load import load_scenario_text
from game.classroom.telling.day_records import prefix, record_entries
from game.simulation.circumstances import draw
from game.simulation.engine import simulate
from tests.classes import FIRST_STEPS
from tests.classroom.server.serve import Server

CLEAN = plan_data(FIRST_STEPS.plan("reference").plan)


def test_a_scenario_is_handed_out_from_its_brief_on_and_whole_at_the_reveal(server: Server) -> None:
    room = server.open("pyongyang-2024", pace=16)
    anna = server.join(room, "Anna")
    assert server.get("/api/scenario/0/file", anna.token)["refused"]["code"] == "not-now"
    server.desk(room, "next")
    given = server.get("/api/scenario/0/file", anna.token)
    assert given["revealed"] is False
    scenario = load_scenario_text(given["text"], "")
    assert (scenario.id, scenario.accounts) == ("pyongyang-2024", ())
    assert not any(plan.plan.briefings for plan in scenario.plans)
    server.desk(room, "to", number=4)
    revealed = server.get("/api/scenario/0/file", anna.token)
    assert revealed["revealed"] is True
    assert load_scenario_text(revealed["text"], "").accounts
    assert server.get("/api/scenario/0/file", "nobody")["refused"]["code"] == "no-token"
    assert server.get("/api/scenario/7/file", anna.token)["refused"]["code"] == "no-such-scenario"


def test_records_are_told_as_they_are_lived_and_the_day_can_be_lived_again(server: Server) -> None:
    room = server.open(pace=16)
    anna = server.join(room, "Anna")
    with anna.line(records=1) as line:
        server.desk(room, "to", number=2)
        rev = line.news(lambda news: news["stage"]["phase"] == "plan")["plan"]["rev"]
        assert "ok" in line.say("edit", rev=rev, plan=CLEAN)
        server.desk(room, "next")
        told = watch(line)
    trace = simulate(FIRST_STEPS, read_plan(CLEAN), draw(FIRST_STEPS, 1))
    assert told[-1]["at"] > FIRST_STEPS.start
    assert told == record_entries(FIRST_STEPS, trace)[: len(told)]
    assert prefix(FIRST_STEPS, told, ()).bare == list(trace.bare)[: len(told)]
    server.desk(room, "next")
    result = server.get("/api/result/0/1", anna.token)
    assert result["replay"] == {"seed": 1, "plan": CLEAN, "orders": []}


def watch(line: Any) -> list[Any]:
    """The first records of a day as they are told."""
    records: list[Any] = []
    last = -1
    while True:
        run = line.news(lambda news: news["run"] is not None)["run"]
        assert "film" not in run
        assert all(last < entry["at"] <= run["lived"] for entry in run["records"])
        records += run["records"]
        last = run["lived"]
        if last >= FIRST_STEPS.start + 45_000 and len(records) > 2:
            return records


def test_who_asks_again_and_again_is_told_records_too(server: Server) -> None:
    room = server.open(pace=16)
    anna, bob = server.join(room, "Anna"), server.join(room, "Bob")
    server.desk(room, "to", number=3)

    def told(who: Any, **more: int) -> Any:
        run: Any = None
        rev = -1
        while not run or run["lived"] < FIRST_STEPS.start:
            news = who.news(rev, **more)  # held back until there is something new, so that this is no flood
            rev, run = (news["rev"], news["run"]) if news else (rev, run)
        return run

    assert "records" in told(anna, records=1)
    assert "film" in told(bob)
