"""Connections that break: the trainee is where they were, with every edit, and nothing is done twice."""

from __future__ import annotations

import asyncio

import pytest

from game.classroom.client.joining import join, recover
from game.classroom.client.refusal import Refusal
from game.classroom.client.ways import Way
from tests.classroom.faults.cutting import cut_again_and_again
from tests.classroom.faults.lesson import OTHER, PLAN, Lesson, edit, planning, rev_of, soon, within
from tests.classroom.proxy import Proxy
from tests.classroom.serving import Host


def test_after_a_refresh_the_trainee_is_where_they_were(host: Host) -> None:
    async def scene() -> None:
        lesson = Lesson(host)
        await lesson.open()
        joined = await lesson.joins("Ada")
        async with lesson.seat(joined) as before:
            await edit(before, PLAN)
            await edit(before, OTHER)
        async with lesson.seat(joined) as after:
            await planning(after)
            assert after.news is not None
            assert after.news["plan"]["briefings"] == OTHER
            assert after.news["plan"]["undo"] == 2
            ok = await after.say("undo", rev=rev_of(after))
            assert ok["plan"] == PLAN

    within(scene())


def test_who_slept_wakes_up_to_what_happened_meanwhile(host: Host) -> None:
    async def scene() -> None:
        lesson = Lesson(host)
        await lesson.open()
        joined = await lesson.joins("Ada")
        with Proxy(host.address.port) as proxy:
            async with lesson.seat(joined, proxy) as seat:
                await edit(seat, PLAN)
                proxy.sleeping = True
                said = asyncio.create_task(seat.say("edit", rev=rev_of(seat), plan=OTHER))
                await lesson.desk.say("add_time", seconds=60, team=None)
                proxy.cut()
                proxy.sleeping = False
                await said
                await lesson.desk.say("to", number=3)
                news = await seat.until(lambda news: news["stage"]["phase"] == "run")
                assert news["plan"]["briefings"] == OTHER
                assert seat.tally.sockets >= 2

    within(scene())


def test_another_device_takes_over_with_the_recovery_code(host: Host) -> None:
    async def scene() -> None:
        lesson = Lesson(host)
        await lesson.open()
        joined = await lesson.joins("Ada")
        async with lesson.seat(joined) as phone:
            await edit(phone, PLAN)
        again = await recover(lesson.address, lesson.desk.room, f" {joined.recovery.lower()} ")
        assert (again.trainee, again.name) == (joined.trainee, joined.name)
        assert again.token != joined.token
        async with lesson.seat(again) as laptop:
            await edit(laptop, OTHER)
            ok = await laptop.say("undo", rev=rev_of(laptop))
            assert ok["plan"] == PLAN

    within(scene())


def test_a_wrong_recovery_code_is_refused(host: Host) -> None:
    async def scene() -> None:
        lesson = Lesson(host)
        await lesson.open()
        await lesson.joins("Ada")
        with pytest.raises(Refusal) as refused:
            await recover(lesson.address, lesson.desk.room, "WRONG-CODE")
        assert refused.value.code == "bad-code"

    within(scene())


def test_a_proxy_that_refuses_upgrade_is_gone_round_on_the_same_port(host: Host) -> None:
    async def scene() -> None:
        lesson = Lesson(host)
        await lesson.open()
        joined = await lesson.joins("Ada")
        ways: list[Way] = []
        with Proxy(host.address.port, refuses_upgrade=True) as proxy:
            async with lesson.seat(joined, proxy, on_way=ways.append) as seat:
                ok = await edit(seat, PLAN)
                assert ok["walk"] is not None
                await lesson.desk.say("to", number=3)
                await seat.until(lambda news: news["stage"]["phase"] == "run")
                assert seat.way is Way.POLLING
                assert proxy.refused == 1
        assert ways == [Way.POLLING]

    within(scene())


def test_a_proxy_that_cuts_websockets_is_noticed_and_nothing_is_lost(host: Host) -> None:
    cut_again_and_again(host, 0.4)


def test_a_lost_answer_is_asked_for_again_and_done_once(host: Host) -> None:
    async def scene() -> None:
        lesson = Lesson(host)
        await lesson.open()
        joined = await lesson.joins("Ada")
        said: list[bytes] = []

        def swallows(head: bytes) -> bool:
            """Of hello, edit, hello again, edit again, and so on, the answer to each edit the first time."""
            if not head.startswith(b"POST /api/say"):
                return False
            said.append(head)
            return len(said) in {2, 5, 8}

        with Proxy(host.address.port, refuses_upgrade=True, swallows=swallows) as proxy:
            async with lesson.seat(joined, proxy) as seat:
                rev = await planning(seat)
                for plan in (PLAN, OTHER, PLAN):
                    ok = await seat.say("edit", rev=rev, plan=plan)
                    assert ok["rev"] == rev + 1
                    rev = ok["rev"]
                assert proxy.swallowed == 3
                assert seat.tally.repeated == 3
                news = await seat.until(lambda news: news["plan"]["rev"] == rev)
                assert news["plan"]["undo"] == 3

    within(scene())


def test_a_lost_answer_to_a_join_makes_no_second_trainee(host: Host) -> None:
    async def scene() -> None:
        lesson = Lesson(host)
        await lesson.open(stage=0)
        lost: list[bytes] = []

        def swallows(head: bytes) -> bool:
            lost.append(head)
            return head.startswith(b"POST /api/join") and len(lost) == 1

        with Proxy(host.address.port, swallows=swallows) as proxy:
            address = lesson.seat(await lesson.joins("Bea"), proxy).address
            joined = await join(address, lesson.desk.room, "Ada")
            assert proxy.swallowed == 1
        news = await lesson.desk.news()
        assert sorted(each["name"] for each in news["trainees"]) == ["Ada", "Bea"]
        async with lesson.seat(joined) as seat:
            await seat.until(lambda news: news["you"]["name"] == "Ada")

    within(scene())


def test_the_seat_of_somebody_removed_says_so_and_stops(host: Host) -> None:
    async def scene() -> None:
        lesson = Lesson(host)
        await lesson.open()
        joined = await lesson.joins("Ada")
        async with lesson.seat(joined) as seat:
            await planning(seat)
            await lesson.desk.say("remove", trainee=joined.trainee)
            await soon(lambda: seat.way is Way.GONE)
            with pytest.raises(Refusal) as refused:
                await seat.say("walk")
            assert refused.value.code in {"no-token", "no-such-trainee", "no-room"}

    within(scene())


def test_two_windows_with_one_token_both_go_on(host: Host) -> None:
    async def scene() -> None:
        lesson = Lesson(host)
        await lesson.open()
        joined = await lesson.joins("Ada")
        async with lesson.seat(joined) as one, lesson.seat(joined) as other:
            rev = await planning(one)
            await planning(other)
            for nth in range(4):
                seat = one if nth % 2 else other
                await seat.until(lambda news, rev=rev: news["plan"]["rev"] == rev)  # type: ignore[misc]
                rev = (await seat.say("edit", rev=rev, plan=PLAN if nth % 2 else OTHER))["rev"]

    within(scene())


