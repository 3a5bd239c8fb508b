"""A session from the lobby to the second try, over the wire."""

from __future__ import annotations

from typing import Any

from game.attempt.spelling import plan_data
from tests.classes import FIRST_STEPS
from tests.classroom.server.serve import SECRETS, Server, until

CLEAN = plan_data(FIRST_STEPS.plan("reference").plan)


def test_join_plan_hand_in_live_and_debrief(server: Server) -> None:
    room = server.open(title="Tuesday", pace=16)
    about = server.get(f"/api/room/{room.lower()}")
    assert (about["title"], about["joinable"], about["names"]) == ("Tuesday", True, "free")
    anna = server.join(room, "Anna")
    with anna.line() as line:
        assert line.hello["ok"]["last"] == 0
        assert line.news()["stage"]["phase"] == "lobby"
        assert server.get("/api/scenario/0", anna.token)["refused"]["code"] == "not-now"
        server.desk(room, "next")
        assert line.news(lambda news: news["stage"]["phase"] == "brief")["room"]["kept_days"] == 30
        assert server.get("/api/scenario/0", anna.token)["id"] == "first-steps"
        server.desk(room, "next")
        assert line.news(lambda news: news["stage"]["phase"] == "plan")["plan"]["rev"] == 1
        edited = line.say("edit", rev=1, plan=CLEAN)
        assert edited["ok"]["rev"] == 2
        assert edited["ok"]["walk"]["legal"]
        assert line.say("hand_in", rev=2) == {"re": 2, "ok": {"rev": 2}}
        assert line.news(lambda news: news["plan"]["handed_in"])["plan"]["rev"] == 2
        server.desk(room, "next")
        film, lived = watch(line, FIRST_STEPS.start + 4 * 60_000)
        whole = server.get("/api/result/0/1", anna.token)
        assert whole["refused"]["code"] == "not-now"  # before the reveal nobody is told how it ended
        server.desk(room, "next")
        assert line.news(lambda news: news["results"] == [[0, 1]])
    result = server.get("/api/result/0/1", anna.token)
    assert result["clean"]
    assert film == [entry for entry in result["film"] if entry["at"] <= lived]
    assert any(entry["what"] == "entered" for entry in film)
    desk = until(lambda: desk_news(server, room), "the total")
    assert desk["teams"][0]["totals"] == {"0/1": result["score"]["total"]}


def watch(line: Any, long_enough: int) -> tuple[list[Any], int]:
    """The film of a day as it is told, which is never sooner than it is lived, and up to when it was."""
    film: list[Any] = []
    last = -1
    while True:
        news = line.news(lambda news: news["stage"]["phase"] == "run")
        assert all(last < entry["at"] <= news["run"]["lived"] for entry in news["run"]["film"])
        film += news["run"]["film"]
        last = news["run"]["lived"]
        if last >= long_enough:
            return film, last


def desk_news(server: Server, room: str) -> Any:
    news = server.get(f"/api/desk/news?room={room}", SECRETS.desk)["news"]
    return news if news and news["teams"][0]["totals"] else None


def test_a_given_pseudonym_is_the_one_that_was_proposed(server: Server) -> None:
    room = server.open(names="given")
    proposed = server.get(f"/api/room/{room}")["proposal"]
    assert server.join(room, proposed).name == proposed
    assert server.join(room, proposed).name != proposed
    assert server.join(room, "Vladimir").name != "Vladimir"
