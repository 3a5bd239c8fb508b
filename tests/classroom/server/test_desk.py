"""The instructor's desk and the projector: all phases, exports, forgetting, keeping no longer than said."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import openpyxl
from sqlalchemy import update

from game.attempt.replay import Replay, print_replay
from game.attempt.spelling import plan_data
from game.classroom.server.hub import OLDEST
from game.classroom.store.journal import DAY, Journal
from game.classroom.store.tables import EVENTS, ROOMS
from tests.classes import FIRST_STEPS
from tests.classroom.server.serve import SECRETS, WAIT, Server, Trainee, until

CLEAN = plan_data(FIRST_STEPS.plan("reference").plan)


def debriefed(server: Server, *names: str, **settings: Any) -> tuple[str, list[Trainee]]:
    """A room in which these have lived a day, the first of them by the reference plan, and it is debriefed."""
    room = server.open(pace=16, **settings)
    trainees = [server.join(room, name) for name in names]
    server.to_plan(room)
    assert trainees[0].say("edit", rev=1, plan=CLEAN)["ok"]["rev"] == 2
    server.desk(room, "hand_in_all")
    server.desk(room, "next")
    server.desk(room, "next")
    return room, trainees


def export(server: Server, room: str, what: str) -> bytes:
    status, headers, body = server.ask("GET", f"/api/desk/export/{room}/{what}", token=SECRETS.desk)
    assert status == 200, body
    assert f"{room}-{what}" in headers["content-disposition"]
    return body


def test_exports_hold_everybody_and_their_formulas_are_harmless(server: Server) -> None:
    room, _trainees = debriefed(server, "Anna", "=1+1")
    book = export(server, room, "gradebook.csv").decode("utf-8")
    assert book.startswith("\ufeff")
    assert "Anna" in book
    assert "'=1+1" in book
    workbook = openpyxl.load_workbook(io.BytesIO(export(server, room, "results.xlsx")))
    cells = {str(cell.value) for sheet in workbook for row in sheet for cell in row}
    assert {"Anna", "'=1+1"} <= cells or {"Anna", "=1+1"} <= cells
    lines = [json.loads(line) for line in export(server, room, "events.jsonl").decode("utf-8").splitlines()]
    assert {line["trainee"] for line in lines} == {"Anna", "=1+1"}
    assert "Anna" in export(server, room, "debrief.html").decode("utf-8")
    named = server.get(f"/api/desk/debrief/{room}/0", SECRETS.desk)
    shown = server.get(f"/api/projector/debrief/0?room={room}", SECRETS.projector(room))
    assert named["runs"] == shown["runs"] == 2
    assert "Anna" in json.dumps(named)
    assert "Anna" not in json.dumps(shown)


def test_before_the_debrief_there_is_nothing_to_export(server: Server) -> None:
    room = server.open()
    server.join(room, "Anna")
    status, _headers, body = server.ask("GET", f"/api/desk/export/{room}/gradebook.csv", token=SECRETS.desk)
    assert (status, json.loads(body)["refused"]["code"]) == (409, "not-now")


def test_a_roster_names_people_in_exports_and_nowhere_else(server: Server, tmp_path: Path) -> None:
    room, _trainees = debriefed(server, "Anna", "Ben")
    roster = tmp_path / "roster.csv"
    empty = export(server, room, "roster.csv").decode("utf-8")
    roster.write_text(empty.replace("Anna,", "Anna,Anna Karenina").replace(",", ";"), encoding="utf-8")
    server.serving.hub.roster = roster
    book = export(server, room, "gradebook.csv").decode("utf-8")
    server.serving.hub.roster = None
    assert "Anna Karenina" in book
    assert "Ben" in book
    assert "Karenina" not in json.dumps(server.get(f"/api/desk/news?room={room}", SECRETS.desk))


def test_everything_of_one_trainee_can_be_had_and_deleted(server: Server) -> None:
    room, (anna, ben) = debriefed(server, "Anna", "Ben")
    found = server.get(f"/api/desk/export/{room}/trainee/{anna.id}.json", SECRETS.desk)
    assert found["name"] == "Anna"
    assert found["tries"][0]["plan"] == CLEAN
    assert found["tries"][0]["result"]["clean"]
    assert {event["kind"] for event in found["events"]} >= {"joined", "edited", "handed in"}
    assert "Ben" not in json.dumps(found)
    before = ben.news()
    server.desk(room, "forget", trainee=anna.id)
    after = ben.news(before["rev"])
    assert after["rev"] > before["rev"]
    assert {**after, "rev": 0, "now": 0, "clock": 0} == {**before, "rev": 0, "now": 0, "clock": 0}
    assert anna.say("walk")["refused"]["code"] == "no-token"
    recovered = server.post("/api/recover", {"code": room, "recovery": anna.recovery})
    assert recovered["refused"]["code"] == "bad-code"
    assert anna.id not in json.dumps(server.get(f"/api/desk/news?room={room}", SECRETS.desk))
    stored = server.serving.journal.read_room(room)
    assert stored is not None
    assert anna.id not in repr(stored)
    assert ben.say("rename", name="B")["refused"]["code"] == "not-now"  # the room still follows its rules


def test_a_deleted_room_is_gone_for_everybody(server: Server) -> None:
    room = server.open()
    anna = server.join(room, "Anna")
    server.desk(room, "delete")
    assert anna.say("walk")["refused"]["code"] == "no-token"
    assert server.get(f"/api/room/{room}")["refused"]["code"] == "no-room"
    assert room not in {row["code"] for row in server.get("/api/desk/rooms", SECRETS.desk)["rooms"]}


def test_what_is_too_old_is_deleted_when_the_server_starts(tmp_path: Path) -> None:
    first = Server(tmp_path)
    old, new = first.open(), first.open()
    first.join(old, "Anna")
    first.join(new, "Ben")
    first.stop()
    journal = Journal(f"sqlite:///{tmp_path / 'class.db'}")
    past = (OLDEST + 1) * DAY
    with journal._engine.begin() as connection:
        connection.execute(update(ROOMS).where(ROOMS.c.code == old).values(opened=ROOMS.c.opened - past))
        connection.execute(update(EVENTS).where(EVENTS.c.room == old).values(at=EVENTS.c.at - past))
    journal.close()
    again = Server(tmp_path)
    assert [row["code"] for row in again.get("/api/desk/rooms", SECRETS.desk)["rooms"]] == [new]
    again.stop()


def test_the_desk_leads_through_every_stage_and_the_wall_follows(server: Server) -> None:
    room = server.open(pace=16, teams=["Red", "Blue"])
    anna, ben = server.join(room, "Anna", team="Red"), server.join(room, "Ben", team="Red")
    key = SECRETS.projector(room)
    wall = server.get(f"/api/projector/news?room={room}&rev=-1", key)["news"]
    assert (wall["trainees"], wall["stage"]["phase"]) == (2, "lobby")
    assert "Anna" not in json.dumps(wall)
    assert server.get(f"/api/projector/scenario/0?room={room}", key)["refused"]["code"] == "not-now"
    status, headers, body = server.ask("GET", f"/api/projector/qr.svg?room={room}", token=key)
    assert (status, headers["content-type"]) == (200, "image/svg+xml")
    assert b"<svg" in body
    with ben.line() as line:
        seen = []
        for phase in ("brief", "plan", "run", "debrief", "plan", "run", "debrief", "end"):
            server.desk(room, "next")
            news = line.news(lambda news, phase=phase: news["stage"]["phase"] == phase)
            seen.append((phase, news["stage"]["attempt"]))
        assert seen[-2:] == [("debrief", 2), ("end", 2)]
        assert line.say("edit", rev=0, plan=[])["refused"]["code"] == "not-now"
    assert server.get(f"/api/projector/scenario/0?room={room}", key)["id"] == "first-steps"
    assert anna.news()["team"]["name"] == "Red"


def test_in_a_team_one_drives_and_the_others_see_it_at_once(server: Server) -> None:
    room = server.open(teams=2)
    anna, ben = server.join(room, "Anna", team="Team 1"), server.join(room, "Ben", team="Team 1")
    server.to_plan(room)
    with ben.line() as line:
        assert anna.say("edit", rev=1, plan=CLEAN)["ok"]["rev"] == 2
        assert line.news(lambda news: news["plan"] and news["plan"]["rev"] == 2)["plan"]["briefings"] == CLEAN
        assert line.say("edit", rev=2, plan=[])["refused"]["code"] == "not-driver"
        assert line.say("drive")["ok"] == {}
        assert line.say("edit", rev=2, plan=[])["ok"]["walk"]["legal"]


def test_a_desk_speaks_over_its_own_line_too(server: Server) -> None:
    with server.socket("/desk/ws") as socket:
        socket.send(json.dumps({"id": 1, "do": "hello", "token": SECRETS.desk}))
        assert json.loads(socket.recv(WAIT)) == {"re": 1, "ok": {}}
        message = {"id": 2, "do": "open", "scenarios": ["first-steps"], "title": "By line"}
        socket.send(json.dumps(message))
        opened = json.loads(socket.recv(WAIT))
        socket.send(json.dumps(message))  # the answer was lost
        assert json.loads(socket.recv(WAIT)) == opened
        room = opened["ok"]["room"]
        socket.send(json.dumps({"id": 3, "do": "hello", "room": room, "rev": -1}))
        assert json.loads(socket.recv(WAIT)) == {"re": 3, "ok": {}}
        news = json.loads(socket.recv(WAIT))["news"]
        assert news["room"]["title"] == "By line"
        assert news["key"] == SECRETS.projector(room)
        server.join(room, "Anna")
        while not news["trainees"]:
            news = json.loads(socket.recv(WAIT)).get("news", news)
        socket.send(json.dumps({"id": 4, "do": "fly", "room": room}))
        found = json.loads(socket.recv(WAIT))
        while "news" in found:
            found = json.loads(socket.recv(WAIT))
        assert found["refused"]["code"] == "unknown-verb"


def test_somebody_who_was_offline_is_taken_in(server: Server) -> None:
    room, _trainees = debriefed(server, "Anna")
    replay = print_replay(Replay.of(FIRST_STEPS, 1, FIRST_STEPS.plan("reference").plan))
    server.desk(room, "take_in", name="Zoë", replay=replay)
    until(lambda: "Zoë" in export(server, room, "gradebook.csv").decode("utf-8"), "Zoë in the gradebook")


def test_only_what_is_shipped_can_be_opened_from_a_page(server: Server, tmp_path: Path) -> None:
    for names in (["../../etc/passwd"], [str(tmp_path)], ["none"], [], "first-steps", [1], ["first-steps"] * 9):
        message = {"id": 1, "do": "open", "scenarios": names}
        answer = server.post("/api/desk/say", message, SECRETS.desk)
        assert answer["refused"]["code"] in ("no-such-scenario", "bad-value"), names
    assert {"id", "title", "place", "date", "difficulty"} <= set(
        server.get("/api/desk/library", SECRETS.desk)["scenarios"][0])


def test_in_self_paced_work_everybody_goes_on_alone(server: Server) -> None:
    room = server.open(mode="self-paced", pace=16)
    server.desk(room, "next")
    anna, ben = server.join(room, "Anna"), server.join(room, "Ben")
    assert anna.say("go_on")["ok"] == {}
    assert anna.news()["stage"]["phase"] == "plan"
    assert ben.news()["stage"]["phase"] == "brief"
