"""A window in a class: it asks what was told, and never waits."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from time import monotonic, sleep
from typing import TypeVar

from game.classroom.client.address import Address
from game.classroom.client.attending import UNREACHABLE, Answered, Attending, Came, Heard, NotDone, Told, Went
from game.classroom.client.joining import Joined, join
from game.classroom.client.ways import Patience, Way
from tests.classroom.faults.lesson import PLAN, WITHIN, Lesson
from tests.classroom.serving import Host

T = TypeVar("T", bound=Told)
QUICK = Patience(least=0.02, most=0.1)
NOBODY = Address("127.0.0.1", 1)


def opened(host: Host, stage: int = 2) -> Lesson:
    lesson = Lesson(host)
    asyncio.run(lesson.open(stage=stage))
    return lesson


UNREAD: dict[Attending, list[Told]] = {}


def wait(attending: Attending, kind: type[T], fits: Callable[[T], bool] = lambda _told: True) -> T:
    """Ask as a window does each frame, until something of this kind is told; what comes after it is left for later."""
    until = monotonic() + WITHIN
    unread = UNREAD.setdefault(attending, [])
    while monotonic() < until:
        unread += attending.told()
        while unread:
            told = unread.pop(0)
            if isinstance(told, kind) and fits(told):
                return told
        sleep(0.005)
    raise AssertionError(f"no {kind.__name__} within {WITHIN} s")


def test_a_window_joins_edits_and_hears_the_news(host: Host) -> None:
    lesson = opened(host)
    attending = Attending.join(host.address, lesson.desk.room, "Window", patience=QUICK)
    came = wait(attending, Came)
    assert came.joined.name == "Window"
    assert wait(attending, Went).way is Way.SOCKET
    news = wait(attending, Heard).news
    ticket = attending.say("edit", rev=news["plan"]["rev"], plan=PLAN)
    answer = wait(attending, Answered, lambda told: told.ticket == ticket)
    assert answer.ok["rev"] == news["plan"]["rev"] + 1
    assert answer.ok["walk"]["legal"]
    scenario = attending.scenario(0)
    assert wait(attending, Answered, lambda told: told.ticket == scenario).ok["id"] == "first-steps"
    early = attending.result(0, 1)
    assert wait(attending, NotDone, lambda told: told.ticket == early).code == "not-now"
    attending.close(WITHIN)
    back = Attending.back(host.address, came.joined, QUICK)
    assert wait(back, Heard).news["plan"]["briefings"] == PLAN
    back.close(WITHIN)


def test_what_is_said_before_one_is_in_the_class_waits_for_it(host: Host) -> None:
    lesson = opened(host)
    attending = Attending.join(host.address, lesson.desk.room, "Hasty", patience=QUICK)
    ticket = attending.say("walk")
    assert "rev" in wait(attending, Answered, lambda told: told.ticket == ticket).ok
    attending.close(WITHIN)


def test_a_refused_join_is_told_and_so_is_what_was_said_to_it(host: Host) -> None:
    attending = Attending.join(host.address, "NOROOM", "Nobody", patience=QUICK)
    ticket = attending.say("walk")
    refused = wait(attending, NotDone, lambda told: told.ticket == ticket)
    assert refused.code == "no-room"
    assert refused.sentence
    attending.close(WITHIN)


def test_a_window_without_a_class_is_told_so_and_closes_at_once() -> None:
    attending = Attending.back(NOBODY, Joined("token", "trainee", "Nobody"), QUICK)
    began = monotonic()
    attending.say("walk")
    assert attending.told() is not None
    attending.close(WITHIN)
    assert monotonic() - began < WITHIN / 2
    ticket = attending.say("walk")
    assert NotDone(ticket, "ended", "") in attending.told()


def test_nobody_there_to_join_is_unreachable() -> None:
    attending = Attending(NOBODY, lambda: join(NOBODY, "CODE", tries=1), QUICK)
    assert wait(attending, NotDone).code == UNREACHABLE
    attending.close(WITHIN)
