"""Messages that are late, twice, out of order, of the wrong phase, too large, foreign or no messages at all."""

from __future__ import annotations

import json
from time import perf_counter
from typing import Any

import pytest
from websockets.asyncio.client import connect

from game.classroom.client.refusal import Refusal
from game.classroom.room.refusals import Code
from tests.classroom.faults.lesson import OTHER, PLAN, Json, Lesson, edit, within
from tests.classroom.serving import Host


def said(lesson: Lesson, token: str, message: object) -> Json:
    """The answer to a message that is said by hand."""
    status, answer = lesson.plainly("/api/say", message, token)
    refused = answer.get("refused")
    assert (status == 200) == (refused is None)
    if refused is not None:
        assert refused["code"] in {code.value for code in Code}
        assert refused["sentence"]
    return answer


def code_of(answer: Json) -> str:
    refused: dict[str, str] = answer.get("refused", {})
    return refused.get("code", "")


def test_a_message_said_twice_is_answered_the_same_and_done_once(host: Host) -> None:
    async def scene() -> None:
        lesson = Lesson(host)
        await lesson.open()
        token = (await lesson.joins("Ada")).token
        rev = said(lesson, token, {"id": 1, "do": "walk"})["ok"]["rev"]
        message = {"id": 2, "do": "edit", "rev": rev, "plan": PLAN}
        first, again = said(lesson, token, message), said(lesson, token, message)
        assert first["ok"]["rev"] == again["ok"]["rev"] == rev + 1
        assert said(lesson, token, {"id": 3, "do": "undo", "rev": rev + 1})["ok"]["plan"] == []
        assert code_of(said(lesson, token, {"id": 4, "do": "undo", "rev": rev + 2})) == "not-now"

    within(scene())


def test_what_comes_late_or_out_of_order_is_refused_as_stale(host: Host) -> None:
    async def scene() -> None:
        lesson = Lesson(host)
        await lesson.open()
        token = (await lesson.joins("Ada")).token
        rev = said(lesson, token, {"id": 1, "do": "walk"})["ok"]["rev"]
        assert "ok" in said(lesson, token, {"id": 5, "do": "edit", "rev": rev, "plan": PLAN})
        assert code_of(said(lesson, token, {"id": 4, "do": "edit", "rev": rev + 1, "plan": OTHER})) == "stale"
        assert code_of(said(lesson, token, {"id": 5, "do": "edit", "rev": rev + 1, "plan": OTHER})) == "stale"
        assert code_of(said(lesson, token, {"id": 6, "do": "edit", "rev": rev, "plan": OTHER})) == "stale"
        assert said(lesson, token, {"id": 7, "do": "undo", "rev": rev + 1})["ok"]["plan"] == []

    within(scene())


def test_what_comes_after_the_time_is_up_is_too_late_and_more_time_lets_it_in(host: Host) -> None:
    async def scene() -> None:
        lesson = Lesson(host)
        await lesson.open(minutes={"plan": 5})
        token = (await lesson.joins("Ada")).token
        rev = said(lesson, token, {"id": 1, "do": "walk"})["ok"]["rev"]
        await lesson.desk.say("add_time", seconds=-600, team=None)
        assert code_of(said(lesson, token, {"id": 2, "do": "edit", "rev": rev, "plan": PLAN})) == "too-late"
        assert code_of(said(lesson, token, {"id": 3, "do": "hand_in", "rev": rev})) == "too-late"
        await lesson.desk.say("add_time", seconds=900, team=None)
        assert said(lesson, token, {"id": 4, "do": "edit", "rev": rev, "plan": PLAN})["ok"]["rev"] == rev + 1

    within(scene())


WRONG_PHASE = [
    (0, {"do": "edit", "rev": 0, "plan": []}, "not-now"),
    (1, {"do": "hand_in", "rev": 0}, "not-now"),
    (2, {"do": "order", "verb": "hold", "target": "vance"}, "not-now"),
    (3, {"do": "edit", "rev": 0, "plan": []}, "not-now"),
    (4, {"do": "order", "verb": "hold", "target": "vance"}, "not-now"),
    (2, {"do": "go_on"}, "not-now"),
    (2, {"do": "rename", "name": "Bea"}, "not-now"),
]


@pytest.mark.parametrize(("stage", "message", "code"), WRONG_PHASE)
def test_what_belongs_to_another_phase_is_refused(host: Host, stage: int, message: Json, code: str) -> None:
    async def scene() -> None:
        lesson = Lesson(host)
        await lesson.open(stage=stage)
        token = (await lesson.joins("Ada")).token
        assert code_of(said(lesson, token, {"id": 1, **message})) == code

    within(scene())


NO_MESSAGES = [b"", b"{", b"[]", b"null", b'"x"', b"\xff\xfe", b"[" * 50_000, b'{"id":1}', b'{"id":2,"do":7}',
               b'{"id":' + b"9" * 6_000 + b',"do":"walk"}', b'{"id":"x","do":"walk"}', b'{"id":NaN,"do":"edit"}']


def test_what_is_no_message_is_refused_and_the_next_one_is_answered(host: Host) -> None:
    async def scene() -> None:
        lesson = Lesson(host)
        await lesson.open()
        token = (await lesson.joins("Ada")).token
        for body in NO_MESSAGES:
            assert code_of(said(lesson, token, body)) in {"malformed", "too-large", "bad-value"}, body[:40]
        assert code_of(said(lesson, token, {"id": 3, "do": "conquer"})) == "unknown-verb"
        large = {"id": 4, "do": "edit", "rev": 0, "plan": "x" * 100_000}
        assert code_of(said(lesson, token, large)) == "too-large"
        assert "ok" in said(lesson, token, {"id": 5, "do": "walk"})

    within(scene())


def test_the_same_over_a_websocket_answers_each_or_closes(host: Host) -> None:
    async def scene() -> None:
        lesson = Lesson(host)
        await lesson.open()
        token = (await lesson.joins("Ada")).token
        async with connect(lesson.address.socket("/ws"), proxy=None) as socket:
            hello = {"id": 1, "do": "hello", "token": token, "rev": 0, "plan": 0, "lived": 0, "run": 0}
            assert "ok" in (await answers(socket, json.dumps(hello)))
            for text in ("{", "[]", "null", '{"id":1}', '{"id":9,"do":"conquer"}', "[" * 50_000):
                assert code_of(await answers(socket, text)) in {"malformed", "unknown-verb", "bad-value"}, text[:40]
            assert "ok" in await answers(socket, '{"id":10,"do":"walk"}')

    within(scene())


async def answers(socket: Any, text: str) -> Json:
    """The answer to a text over a WebSocket; news are passed over."""
    await socket.send(text)
    while True:
        told: Json = json.loads(await socket.recv())
        if "news" not in told:
            return told


def test_nobody_reads_or_changes_the_plan_of_somebody_else(host: Host) -> None:
    async def scene() -> None:
        lesson = Lesson(host)
        await lesson.open()
        ada, bea = await lesson.joins("Ada"), await lesson.joins("Bea")
        async with lesson.seat(ada) as one, lesson.seat(bea) as other:
            await edit(one, PLAN)
            for given in ({"team": ada.trainee}, {"trainee": ada.trainee}, {"who": ada.trainee}):
                await edit(other, OTHER, **given)
            assert other.news is not None
            assert other.news["plan"]["briefings"] == OTHER
            assert one.news is not None
            assert one.news["plan"]["briefings"] == PLAN
            told = json.dumps(other.news)
            assert ada.trainee not in told
            assert "10:02" not in told
        for token in ("", "x", ada.trainee, ada.recovery, ada.token[:-1], bea.token + "A", "A" * 100_000):
            status, answer = lesson.plainly("/api/news?rev=0", token=token)
            assert (status, code_of(answer)) in {(401, "no-token"), (400, "malformed"), (413, "too-large"), (431, "")}

    within(scene())


def test_a_trainee_is_no_instructor(host: Host) -> None:
    async def scene() -> None:
        lesson = Lesson(host)
        await lesson.open()
        joined = await lesson.joins("Ada")
        for path in ("/api/desk/rooms", f"/api/desk/news?room={lesson.desk.room}&rev=0",
                     f"/api/desk/export/{lesson.desk.room}/gradebook.csv",
                     f"/api/projector/news?room={lesson.desk.room}&rev=0"):
            status, _answer = lesson.plainly(path, token=joined.token)
            assert status in {401, 403}, path
        leads = {"room": lesson.desk.room, "id": 1, "do": "next"}
        status, _answer = lesson.plainly("/api/desk/say", leads, joined.token)
        assert status in {401, 403}
        assert code_of(said(lesson, joined.token, {"id": 1, "do": "next"})) == "unknown-verb"

    within(scene())


def test_the_result_and_the_brief_are_told_only_when_it_is_time(host: Host) -> None:
    async def scene() -> None:
        lesson = Lesson(host)
        await lesson.open(stage=0)
        joined = await lesson.joins("Ada")
        assert lesson.plainly("/api/scenario/0", token=joined.token)[0] != 200
        for stage, scenario, result in ((1, 200, 409), (2, 200, 409), (3, 200, 409), (4, 200, 200)):
            await lesson.desk.say("to", number=stage)
            assert lesson.plainly("/api/scenario/0", token=joined.token)[0] == scenario
            assert (lesson.plainly("/api/result/0/1", token=joined.token)[0] == 200) == (result == 200)
        for path in ("/api/scenario/1", "/api/scenario/-1", "/api/scenario/x", "/api/result/0/2", "/api/result/9/9"):
            assert lesson.plainly(path, token=joined.token)[0] in {400, 403, 404, 409}

    within(scene())


def test_guessing_of_codes_gets_slower_and_slower(host: Host) -> None:
    async def scene() -> None:
        lesson = Lesson(host)
        await lesson.open()
        took = []
        while len(took) < 40 and (not took or took[-1] < 0.3):
            began = perf_counter()
            _status, answer = lesson.plainly("/api/join", {"code": "WRONG", "name": "Eve"})
            took.append(perf_counter() - began)
            assert code_of(answer) in {"no-room", "bad-code", "slow-down"}
        assert took[-1] >= 0.3
        began = perf_counter()
        await lesson.joins("Ada")  # who knows the code waits for nobody's guesses
        assert perf_counter() - began < 3

    within(scene())


EVIL = ['<img src=x onerror="alert(1)">', "=HYPERLINK(1)", "a\u202eb", "  Ada \n Lovelace ", "\x00\x1bEve"]


def test_pseudonyms_are_text_wherever_they_are_told(host: Host) -> None:
    async def scene() -> None:
        lesson = Lesson(host)
        await lesson.open(stage=0)
        for name in EVIL:
            joined = await lesson.joins(name)
            assert joined.name == " ".join("".join(c if c.isprintable() else " " for c in name).split())
        status, answer = lesson.plainly("/api/join", {"code": lesson.desk.room, "name": "x" * 41})
        assert (status, code_of(answer)) == (400, "bad-name")
        with pytest.raises(Refusal) as refused:
            await lesson.joins(EVIL[0])
        assert refused.value.code == "name-taken"
        page = lesson.plainly(f"/c/{lesson.desk.room}")[1]["text"]
        assert "onerror" not in page

    within(scene())
