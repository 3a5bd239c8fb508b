"""A whole session of a load test, from the opened room to the deleted one."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from time import perf_counter
from typing import Any, Final

from game.authoring.library import find
from game.authoring.load import load_scenario
from game.classroom.client.address import Address
from game.classroom.client.desk import Desk
from game.classroom.client.refusal import Refusal, Unreachable
from game.classroom.load.attendee import PATIENCE, Attendee
from game.classroom.load.drafts import Drafts, bases
from game.classroom.load.measures import Measures, Trouble
from game.classroom.room.settings import MOST_TRAINEES
from game.protocol.scenario import Scenario
from game.report.document import score_json
from game.scoring.scorecard import score
from game.simulation.circumstances import draw
from game.simulation.engine import simulate
from game.wording.catalogue import _

EVERY: Final = 5.0
"""Seconds from one edit of a trainee to the next."""

_AT_ONCE: Final = 64
"""So many join, or fetch, at a time: a class does not press the key in the same millisecond."""

_DOORS_OPEN: Final = 3.5
"""Seconds after the word by which the day has begun."""

_STAGES: Final = {"brief": 1, "plan": 2, "run": 3, "debrief": 4}
_MINUTES: Final = dict.fromkeys(("lobby", "brief", "plan", "run", "debrief", "end"), 0)
"""No limits of time: the load test itself leads from stage to stage."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be tested: where, with how many, for how many seconds of editing and of the day."""

    address: Address
    key: str
    clients: int
    edits_for: float = 30.0
    every: float = EVERY
    run_for: float = 10.0
    scenario: str = "pyongyang-2024"
    day: int = 1
    pace: int = 16


class LoadTest:
    """One load test; `measures` holds what there is so far, also when `run` was cut short.

    More trainees than a room takes are spread evenly over as many rooms as it needs.
    """

    def __init__(self, wanted: Wanted, tell: Callable[[str], None]) -> None:
        self.measures = Measures(wanted.clients)
        self._wanted = wanted
        self._tell = tell
        self._scenario: Scenario = load_scenario(find(wanted.scenario), "en")
        made = bases(self._scenario)
        self._class = [
            Attendee(number, wanted.address, Drafts(self._scenario, made, number), self.measures)
            for number in range(1, wanted.clients + 1)
        ]
        rooms = -(-wanted.clients // MOST_TRAINEES)
        self._desks = [Desk(wanted.address, wanted.key) for _ in range(rooms)]

    async def run(self) -> None:
        """The whole session. Raises Refusal and Unreachable where the desk is refused or the server is gone."""
        wanted = self._wanted
        try:
            for desk in self._desks:
                await desk.open(
                    [wanted.scenario], title="Load test", mode="live", names="free", minutes=_MINUTES,
                    pace=wanted.pace, day=wanted.day, again=False, orders=True, help="positions",
                )  # fmt: skip
                self.measures.rooms.append(desk.room)
            await self._session()
            self.measures.whole = True
        finally:
            await asyncio.gather(*(each.go() for each in self._class), return_exceptions=True)
            for desk in self._desks:
                if desk.room:
                    with contextlib.suppress(Refusal, Unreachable):
                        await desk.say("delete")

    async def _session(self) -> None:
        await self._join()
        await self._go_to("brief")
        await self._go_to("plan")
        await self._edit()
        await self._hand_in()
        await self._go_to("run")
        await self._live()
        await self._go_to("debrief")
        await self._fetch()
        await asyncio.to_thread(self._compare)

    async def _join(self) -> None:
        self._tell(_("{count} trainees join").format(count=len(self._class)))
        began = perf_counter()
        rooms = itertools.cycle(desk.room for desk in self._desks)
        await _some_at_once(each.come(room) for each, room in zip(self._class, rooms, strict=False))
        self.measures.joined_in = perf_counter() - began

    async def _go_to(self, phase: str) -> None:
        """Lead the class to the next phase, and see when each of them is there."""
        self._tell(_("the class goes on to: {phase}").format(phase=phase))
        number = _STAGES[phase]
        began = perf_counter()
        await asyncio.gather(*(desk.say("to", number=number) for desk in self._desks))
        there = self._there()
        await asyncio.gather(*(self._arrives(each, number, began, phase) for each in there))

    async def _arrives(self, each: Attendee, number: int, began: float, phase: str) -> None:
        assert each.seat is not None
        try:
            async with asyncio.timeout(PATIENCE):
                await each.seat.until(lambda news: news["stage"]["number"] >= number)
        except (Refusal, TimeoutError) as error:
            each.missing("phase", str(error) or type(error).__name__)
            return
        self.measures.changes.setdefault(phase, []).append(each.stage_at[number] - began)

    async def _edit(self) -> None:
        seconds = self._wanted.edits_for
        every = self._wanted.every
        self._tell(_("everybody edits every {every:g} s, for {seconds:g} s").format(every=every, seconds=seconds))
        await asyncio.gather(*(each.begin() for each in self._there()))
        began = perf_counter()
        await asyncio.gather(*(self._edits(each, began, seconds) for each in self._there()))

    async def _edits(self, each: Attendee, began: float, seconds: float) -> None:
        """One trainee's edits, at their own moment of every five seconds; the last one leaves a plan that can be."""
        every = self._wanted.every
        due = every * each.number / len(self._class)
        while due < seconds:
            await asyncio.sleep(began + due - perf_counter())
            await each.edit()
            behind = perf_counter() - began - due
            due += every * max(1, -(-behind // every))
        await asyncio.sleep(began + due - perf_counter())
        await each.settle()

    async def _hand_in(self) -> None:
        self._tell(_("all hand in at the same instant"))
        await asyncio.gather(*(each.hand_in() for each in self._there()))
        told = [await desk.news() for desk in self._desks]
        kept = {member: team for news in told for team in news["teams"] for member in team["members"]}
        for each in self._there():
            plan = kept.get(each.trainee, {}).get("plan", {})
            if each.handed_in and not (plan.get("handed_in") and plan.get("rev") == each.rev):
                each.missing("hand_in", "acknowledged, but the desk does not see it")

    async def _live(self) -> None:
        seconds = self._wanted.run_for
        self._tell(_("the day, {pace} times as fast, for {seconds:g} s").format(
            pace=self._wanted.pace, seconds=seconds))
        began = perf_counter()
        orderers = self._there()[::10]
        first, apart = min(_DOORS_OPEN, seconds / 2), seconds / (2 * max(1, len(orderers)))
        await asyncio.gather(*(self._orders(each, began + first + nth * apart) for nth, each in enumerate(orderers)))
        await asyncio.sleep(max(0.0, began + seconds - perf_counter()))

    async def _orders(self, each: Attendee, at: float) -> None:
        await asyncio.sleep(max(0.0, at - perf_counter()))
        await each.order()

    async def _fetch(self) -> None:
        self._tell(_("everybody fetches the result"))
        began = perf_counter()
        await _some_at_once(each.fetch() for each in self._there())
        self.measures.fetched_in = perf_counter() - began

    def _compare(self) -> None:
        """Live every day again here, and see whether it is the same."""
        self._tell(_("every day is lived again here, and compared"))
        circumstances = draw(self._scenario, self._wanted.day)
        for each in self._there():
            if each.result is None:
                continue
            orders = tuple(sorted(each.orders, key=lambda order: order.at))
            trace = simulate(self._scenario, each.plan, circumstances, orders)
            ours = {"trace_hash": trace.hash, "score": score_json(score(self._scenario, trace))}
            if each.result == ours:
                self.measures.same += 1
            else:
                both = _("the host says {theirs}, our own simulation {ours}")
                sentence = both.format(theirs=_short(each.result), ours=_short(ours))
                self.measures.differing.append(Trouble(each.name, "result", sentence))

    def _there(self) -> list[Attendee]:
        return [each for each in self._class if each.seat is not None and each.seat.gone is None]


def _short(result: dict[str, Any]) -> str:
    score_of = result["score"] if isinstance(result["score"], dict) else {}
    return f"{score_of.get('total')} ({str(result['trace_hash'])[:12]})"


async def _some_at_once(works: Iterable[Awaitable[None]]) -> None:
    gate = asyncio.Semaphore(_AT_ONCE)

    async def one(work: Awaitable[None]) -> None:
        async with gate:
            await work

    await asyncio.gather(*(one(work) for work in works))
