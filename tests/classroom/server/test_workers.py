"""Processes that simulate: equal answers, dead ones replaced, outdated work left, all gone at the end."""

from __future__ import annotations

import asyncio
import os
import pickle
import signal
from collections.abc import Iterator

import pytest

from game.classroom.server.workers import LATER, URGENT, Workers, WorkFailed
from game.planning.robust import robust
from tests.classes import FIRST_STEPS

PLAN = FIRST_STEPS.plans[0].plan


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    made = Workers(1)
    made.know("first", pickle.dumps(FIRST_STEPS))
    yield made
    made.close()
    assert made.processes() == []


def test_a_process_answers_as_this_one_would(workers: Workers) -> None:
    assert asyncio.run(workers.do("robust", "first", 1, PLAN, ())) == robust(FIRST_STEPS, PLAN, (), 1)


def test_a_process_that_died_is_replaced_and_its_work_done_again(workers: Workers) -> None:
    async def killed() -> object:
        await workers.do("robust", "first", 1, PLAN, ())
        work = asyncio.ensure_future(workers.do("robust", "first", 2, PLAN, ()))
        while workers.waiting:
            await asyncio.sleep(0)
        os.kill(workers.processes()[0], getattr(signal, "SIGKILL", signal.SIGTERM))
        return await work

    assert asyncio.run(killed()) == robust(FIRST_STEPS, PLAN, (), 2)


def test_a_failure_is_told_and_harms_nobody_else(workers: Workers) -> None:
    async def both() -> object:
        with pytest.raises(WorkFailed, match="KeyError"):
            await workers.do("no such work", "first")
        return await workers.do("robust", "first", 1, PLAN, ())

    assert asyncio.run(both()) == robust(FIRST_STEPS, PLAN, (), 1)


def test_what_is_urgent_goes_first_and_what_is_outdated_is_never_begun(workers: Workers) -> None:
    finished: list[str] = []

    async def one(name: str, urgency: int, *, wanted: bool = True) -> None:
        found = await workers.do("robust", "first", len(name), PLAN, (), urgency=urgency, wanted=lambda: wanted)
        finished.append(f"{name} {found is not None}")

    async def several() -> None:
        busy = asyncio.ensure_future(one("busy", URGENT))
        while workers.waiting or not busy.get_coro():
            await asyncio.sleep(0)
        await asyncio.gather(busy, one("later", LATER), one("outdated", URGENT, wanted=False), one("urgent", URGENT))

    asyncio.run(several())
    assert [name for name in finished if name != "busy True"] == ["outdated False", "urgent True", "later True"]


def test_a_process_without_work_ends_and_comes_back() -> None:
    idle = Workers(1, idle=0.01, gentle=True)
    idle.know("first", pickle.dumps(FIRST_STEPS))

    async def twice() -> list[object]:
        found = [await idle.do("robust", "first", 1, PLAN, ())]
        while idle.processes():
            await asyncio.sleep(0.005)
        return [*found, await idle.do("robust", "first", 1, PLAN, ())]

    first, second = asyncio.run(twice())
    idle.close()
    assert first == second


def test_closed_workers_refuse() -> None:
    closed = Workers(1)
    closed.close()
    with pytest.raises(WorkFailed):
        asyncio.run(closed.do("robust", "first", 1, PLAN, ()))
