"""What goes wrong between a class and its server, and what does not go wrong because of it."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event
from websockets.exceptions import ConnectionClosed

from game.attempt.spelling import plan_data
from tests.classes import FIRST_STEPS
from tests.classroom.server.serve import SECRETS, WAIT, Line, Server, Trainee, until

CLEAN = plan_data(FIRST_STEPS.plan("reference").plan)


@pytest.fixture
def planning(server: Server) -> tuple[str, Trainee]:
    room = server.open()
    anna = server.join(room, "Anna")
    server.to_plan(room)
    return room, anna


def test_a_server_that_ended_and_began_again_brings_everybody_back(tmp_path: Path) -> None:
    first = Server(tmp_path)
    room = first.open(pace=16)
    anna, ben = first.join(room, "Anna"), first.join(room, "Ben")
    first.to_plan(room)
    edited = anna.say("edit", rev=1, plan=CLEAN)
    before = anna.news()
    first.stop()
    again = Server(tmp_path)
    anna.server = ben.server = again
    after = anna.news()
    same = {"rev", "room", "stage", "plan", "team", "you", "results"}
    assert {key: after[key] for key in same if key != "team"} == {key: before[key] for key in same if key != "team"}
    assert again.post("/api/say", {"id": 1, "do": "edit", "rev": 1, "plan": CLEAN}, anna.token) == edited
    assert anna.say("hand_in", rev=2)["ok"] == {"rev": 2}
    back = again.post("/api/recover", {"code": room, "recovery": ben.recovery.lower()})
    assert back["ok"]["trainee"] == ben.id
    assert again.get("/api/room/" + room)["joinable"]
    again.stop()


def test_a_day_goes_on_where_it_was_when_the_server_comes_back(tmp_path: Path) -> None:
    first = Server(tmp_path)
    room = first.open(pace=16)
    anna = first.join(room, "Anna")
    first.desk(room, "to", number=3)
    with anna.line() as line:
        line.news(lambda news: news["run"] and news["run"]["lived"] > FIRST_STEPS.start)
        assert "ok" in line.say("order", verb="hold", target=FIRST_STEPS.people[0].id)
        run = line.news(lambda news: any(entry["what"] == "order" for entry in news["run"]["film"]))["run"]
    first.stop()
    again = Server(tmp_path)
    anna.server = again
    assert "ok" in anna.say("order", verb="release", target=FIRST_STEPS.people[0].id)
    with anna.line(run=run["run"], lived=run["lived"]) as line:
        told = line.news(lambda news: any(entry["what"] == "order" for entry in news["run"]["film"]))["run"]
    assert told["run"] == run["run"]
    assert len(told["orders"]) == 2
    assert min(entry["at"] for entry in told["film"]) > run["lived"]
    again.stop()


def test_the_same_message_again_is_answered_alike_and_done_once(planning: tuple[str, Trainee], server: Server) -> None:
    _room, anna = planning
    message = {"id": 1, "do": "edit", "rev": 1, "plan": CLEAN}
    first = server.post("/api/say", message, anna.token)
    again = server.post("/api/say", message, anna.token)
    assert first == again
    assert first["ok"]["walk"] is not None
    assert anna.news()["plan"]["rev"] == 2
    other = server.post("/api/say", {**message, "plan": []}, anna.token)
    assert other["refused"]["code"] == "stale"
    assert server.post("/api/say", {"id": 2, "do": "undo", "rev": 2}, anna.token)["ok"]["plan"] == []
    assert server.post("/api/say", message, anna.token)["refused"]["code"] == "stale"
    refused = {"id": 3, "do": "edit", "rev": 1, "plan": CLEAN}
    assert server.post("/api/say", refused, anna.token) == server.post("/api/say", refused, anna.token)
    assert server.post("/api/say", {"id": 0, "do": "hello"}, anna.token)["ok"]["last"] == 3


def test_a_lost_answer_to_a_coming_makes_no_second_trainee(server: Server) -> None:
    room = server.open()
    answers: list[Any] = []

    def come() -> None:
        answers.append(server.post("/api/join", {"code": room, "name": "Anna", "once": "abc"}))

    comings = [threading.Thread(target=come) for _ in range(6)]
    for coming in comings:
        coming.start()
    for coming in comings:
        coming.join(WAIT)
    assert len({answer["ok"]["trainee"] for answer in answers}) == 1
    assert len({answer["ok"]["token"] for answer in answers}) == 6
    for answer in answers:
        assert Trainee(server, answer["ok"]).news()["you"]["name"] == "Anna"
    desk = server.get(f"/api/desk/news?room={room}", SECRETS.desk)["news"]
    assert len(desk["trainees"]) == 1


@pytest.fixture
def full_disk(server: Server) -> Iterator[list[bool]]:
    full = [False]

    def commit(_connection: object) -> None:
        if full[0]:
            raise OSError(28, "No space left on device")

    event.listen(server.serving.journal._engine, "commit", commit)
    yield full
    event.remove(server.serving.journal._engine, "commit", commit)


def test_what_cannot_be_kept_is_not_done(
    planning: tuple[str, Trainee], server: Server, full_disk: list[bool]
) -> None:
    room, anna = planning
    with anna.line() as line:
        full_disk[0] = True
        message = {"id": 1, "do": "edit", "rev": 1, "plan": CLEAN}
        line.socket.send(json.dumps(message))
        refused = line.answer()
        assert (refused["re"], refused["refused"]["code"]) == (1, "not-saved")
        assert server.post("/api/join", {"code": room, "name": "Ben"})["refused"]["code"] == "not-saved"
        full_disk[0] = False
        assert line.news(lambda news: news["plan"])["plan"]["rev"] == 1
        line.socket.send(json.dumps(message))  # the same number: it was not done, so it is done now
        assert line.answer()["ok"]["rev"] == 2
    assert server.join(room, "Ben").name == "Ben"


def test_plain_requests_and_a_websocket_are_answered_alike(server: Server) -> None:
    room = server.open()
    anna, ben = server.join(room, "Anna"), server.join(room, "Ben")
    server.to_plan(room)
    said: list[dict[str, Any]] = [
        {"do": "edit", "rev": 1, "plan": CLEAN}, {"do": "walk"}, {"do": "undo", "rev": 2}, {"do": "redo", "rev": 3},
        {"do": "edit", "rev": 1, "plan": []}, {"do": "edit", "rev": 4, "plan": "?"}, {"do": "hand_in", "rev": 4},
        {"do": "hand_in", "rev": 4}, {"do": "order", "verb": "hold", "target": "x"}, {"do": "take_back"},
        {"do": "fly"}, {"do": 1}, {},
    ]  # fmt: skip
    with ben.line() as line:
        for message in said:
            assert anna.say(**{"do": None, **message}) == line.say(**{"do": None, **message}), message
        over_line = line.news(lambda news: news["plan"] and news["plan"]["rev"] == 4 and not news["plan"]["handed_in"])
    asked = anna.news()
    for news in (over_line, asked):
        for key in ("you", "team", "now", "rev", "notice"):
            del news[key]
        news["plan"].pop("briefings", None)
        news["clock"].pop("left")
    assert over_line == asked


def test_a_long_poll_waits_for_news_and_for_nobody_elses(server: Server) -> None:
    room = server.open()
    anna, ben = server.join(room, "Anna"), server.join(room, "Ben")
    server.to_plan(room)
    rev = anna.news()["rev"]
    heard: list[Any] = []
    waiting = threading.Thread(target=lambda: heard.append(anna.news(rev, plan=1)))
    waiting.start()
    here = lambda: any(each["name"] == "Anna" and each["here"] for each in desk(server, room)["trainees"])  # noqa: E731
    until(here, "Anna is here")
    ben.say("edit", rev=1, plan=CLEAN)
    assert not heard
    server.desk(room, "pause")
    waiting.join(WAIT)
    assert heard[0]["clock"]["runs"] is False
    assert "briefings" not in heard[0]["plan"]


def desk(server: Server, room: str) -> Any:
    return server.get(f"/api/desk/news?room={room}", SECRETS.desk)["news"] or {"trainees": []}


MALFORMED = [
    b"", b"{", b"[]", b"1", b"null", b"\xff\xfe", b'{"id": 1, "do": "edit", "rev": NaN}', b"[" * 60_000,
    b'{"id": 1, "do": "rename", "name": "\\ud800"}', b'{"id": ' + b"9" * 6_000 + b', "do": "walk"}',
    b'{"id": "1", "do": "walk"}', b'{"id": -1, "do": "walk"}', b'{"id": 1.5, "do": "walk"}', b'{"do": "walk"}',
    b'{"id": true, "do": "walk"}', b'{"id": 99999999999999999999, "do": "walk"}',
]  # fmt: skip


@pytest.mark.parametrize("text", MALFORMED)
def test_nonsense_is_answered_with_a_closed_code(planning: tuple[str, Trainee], server: Server, text: bytes) -> None:
    _room, anna = planning
    status, _headers, body = server.ask("POST", "/api/say", text, anna.token)
    assert (status, json.loads(body)["refused"]["code"]) == (400, "malformed")
    with anna.line() as line:
        line.socket.send(text, text=False if b"\xff" in text else None)
        assert line.answer()["refused"]["code"] == "malformed"
        assert "ok" in line.say("walk")  # and the line holds


def test_what_is_too_large_is_told_and_what_is_huge_is_cut_off(planning: tuple[str, Trainee], server: Server) -> None:
    _room, anna = planning
    status, _headers, body = server.ask("POST", "/api/say", b" " * 70_000, anna.token)
    assert (status, json.loads(body)["refused"]["code"]) == (413, "too-large")
    with anna.line() as line:
        line.socket.send(" " * 70_000)
        assert line.answer()["refused"]["code"] == "too-large"
        line.socket.send(" " * 1_000_000)
        with pytest.raises(ConnectionClosed) as closed:
            line.answer()
        assert closed.value.rcvd is not None
        assert closed.value.rcvd.code == 1009


def test_a_flood_is_refused_and_others_are_served(server: Server) -> None:
    room = server.open()
    anna, ben = server.join(room, "Anna"), server.join(room, "Ben")
    with anna.line() as flooding, ben.line() as line:
        codes: set[str] = set()
        with pytest.raises(ConnectionClosed) as closed:
            flood(flooding, codes)
        assert closed.value.rcvd is not None
        assert closed.value.rcvd.code == 4429
        assert "slow-down" in codes
        assert line.say("rename", name="Benjamin")["ok"] == {}


def flood(line: Line, codes: set[str]) -> None:
    for n in range(1, 5_000):
        line.socket.send(json.dumps({"id": n, "do": "fly"}))
        if n % 50 == 0:
            codes |= {line.answer()["refused"]["code"] for _ in range(50)}


def test_who_says_nothing_or_has_no_token_is_let_go(server: Server) -> None:
    for first in ("{}", '{"id":1,"do":"walk"}', '{"id":1,"do":"hello","token":"wrong"}', "{", " " * 70_000):
        with server.socket() as socket:
            socket.send(first)
            assert "refused" in json.loads(socket.recv(WAIT))
            with pytest.raises(ConnectionClosed) as closed:
                socket.recv(WAIT)
            assert closed.value.rcvd is not None
            assert closed.value.rcvd.code in (4401, 4413)


def test_one_trainee_can_neither_read_nor_change_anothers(server: Server) -> None:
    room = server.open()
    anna, ben = server.join(room, "Anna"), server.join(room, "Ben")
    server.to_plan(room)
    anna.say("edit", rev=1, plan=CLEAN)
    forged: dict[str, Any] = {"rev": 1, "plan": [], "team": anna.id, "trainee": anna.id, "who": anna.id}
    assert ben.say("edit", **forged)["ok"]["rev"] == 2
    assert anna.news()["plan"]["briefings"] == CLEAN
    assert anna.id not in json.dumps(ben.news())
    assert "Anna" not in json.dumps(ben.news())
    for path in ("/api/desk/rooms", f"/api/desk/news?room={room}", f"/api/desk/export/{room}/events.jsonl",
                 f"/api/desk/export/{room}/trainee/{anna.id}.json", f"/api/projector/news?room={room}"):
        status, _headers, body = server.ask("GET", path, token=ben.token)
        assert (status, json.loads(body)["refused"]["code"]) == (401, "no-token"), path
    said = server.post("/api/desk/say", {"id": 1, "do": "next", "room": room}, ben.token)
    assert said["refused"]["code"] == "no-token"
    for number in ("1", "99", "-1", "x"):
        assert "refused" in server.get(f"/api/scenario/{number}", ben.token)
        assert "refused" in server.get(f"/api/result/0/{number}", ben.token)


def test_who_is_removed_is_sent_away_and_their_token_opens_nothing(server: Server) -> None:
    room = server.open()
    anna = server.join(room, "Anna")
    with anna.line() as line:
        server.desk(room, "remove", trainee=anna.id)
        with pytest.raises(ConnectionClosed) as closed:
            line.news(lambda _news: False)
        assert closed.value.rcvd is not None
        assert closed.value.rcvd.code == 4401
    status, _headers, body = server.ask("GET", "/api/news?rev=-1", token=anna.token)
    assert (status, json.loads(body)["refused"]["code"]) == (401, "no-token")
    assert anna.say("walk")["refused"]["code"] == "no-token"


def test_paths_that_are_none_get_a_small_page_or_a_code(server: Server) -> None:
    for path in ("/x", "/static/none.js", "/static/../class.db", "/static/%2e%2e/class.db", "/c/a/b", "/desk.html"):
        status, headers, body = server.ask("GET", path)
        assert status == 404, path
        assert len(body) < 400
        assert "default-src 'self'" in headers["content-security-policy"]
    status, _headers, body = server.ask("GET", "/api/none")
    assert (status, json.loads(body)["refused"]["code"]) == (404, "unknown-verb")
    assert server.ask("DELETE", "/api/join")[0] == 404
    assert server.get("/api/room/ZZZZZ")["refused"]["code"] == "no-room"


def test_nothing_of_an_address_or_a_browser_is_kept(tmp_path: Path) -> None:
    running = Server(tmp_path)
    room = running.open()
    agent = {"User-Agent": "Peculiar/1.0", "X-Forwarded-For": "203.0.113.77"}
    answer = json.loads(running.ask("POST", "/api/join", {"code": room, "name": "Anna"}, headers=agent)[2])
    running.ask("POST", "/api/say", {"id": 1, "do": "rename", "name": "Ann"}, answer["ok"]["token"], agent)
    running.stop()
    for path in tmp_path.rglob("*"):
        kept = path.read_bytes()
        for secret in ("Peculiar", "203.0.113.77", "127.0.0.1", answer["ok"]["token"], answer["ok"]["recovery"]):
            assert secret.encode() not in kept, (path, secret)
