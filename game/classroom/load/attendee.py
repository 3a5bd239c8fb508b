"""One trainee of a load test, who remembers what was acknowledged."""

from __future__ import annotations

import asyncio
from time import perf_counter
from typing import Any, Final

from game.attempt.spelling import SpellingError, read_order, read_plan
from game.classroom.client.address import Address
from game.classroom.client.joining import join
from game.classroom.client.known import News
from game.classroom.client.refusal import Refusal, Unreachable
from game.classroom.client.seat import Seat
from game.classroom.client.ways import Way
from game.classroom.load.drafts import Drafts, PlanData
from game.classroom.load.measures import Measures, Trouble
from game.protocol.plan import Order, Plan

PATIENCE: Final = 60.0
"""Seconds after which an answer counts as lost."""


class Attendee:
    """Joins, edits, undoes, hands in, orders, fetches; measures all of it and takes down what goes wrong."""

    def __init__(self, number: int, address: Address, drafts: Drafts, measures: Measures) -> None:
        self.name = f"Load {number}"
        self.number = number
        self.seat: Seat | None = None
        self.handed_in = False
        self.orders: list[Order] = []
        self.result: dict[str, Any] | None = None
        self.stage_at: dict[int, float] = {}
        self.trainee = ""
        self._address = address
        self._drafts = drafts
        self._measures = measures
        self._plans: list[PlanData] = [[]]
        self._rev = 0
        self._told: tuple[int, int] = (0, 0)
        self._handed_in_at: float | None = None

    @property
    def plan(self) -> Plan:
        """The plan as it was acknowledged last."""
        return read_plan(self._plans[-1])

    @property
    def rev(self) -> int:
        """The version of the plan that was acknowledged last."""
        return self._rev

    async def come(self, code: str) -> None:
        """Join and be connected."""
        try:
            async with asyncio.timeout(PATIENCE):
                joined = await join(self._address, code, self.name)
                self.trainee = joined.trainee
                self.seat = Seat(self._address, joined.token, on_news=self._heard)
                self.seat.sit_down()
                await self.seat.until(lambda _news: True)
        except (Refusal, Unreachable, TimeoutError) as error:
            self._lost("join", error)
            return
        self._measures.joined += 1

    async def go(self) -> None:
        """Leave the connection."""
        if self.seat is not None:
            self._measures.again += self.seat.tally.repeated
            self._measures.polling += self.seat.way is Way.POLLING
            await self.seat.stand_up()

    async def begin(self) -> None:
        """Wait until there is a plan to write, and know its version."""
        if self.seat is not None:
            news = await self.seat.until(lambda news: news["stage"]["phase"] == "plan" and news["plan"] is not None)
            self._rev = news["plan"]["rev"]

    async def edit(self) -> None:
        """One change of the plan, now and then an undo, now and then one that cannot be."""
        if len(self._plans) > 1 and self._drafts.chance(10):
            await self._undo()
        elif self._drafts.chance(12):
            self._measures.impossible += 1
            await self._write(self._drafts.impossible())
        else:
            await self._write(self._drafts.possible())

    async def settle(self) -> None:
        """A last change after which the plan can be handed in."""
        await self._write(self._drafts.possible())

    async def _write(self, plan: PlanData) -> None:
        began = perf_counter()
        ok = await self._say("edit", rev=self._rev, plan=plan)
        if ok is None:
            return
        self._measures.edits.append(perf_counter() - began)
        self._measures.overtaken += ok.get("walk") is None
        self._rev = ok["rev"]
        self._plans.append(plan)

    async def _undo(self) -> None:
        began = perf_counter()
        ok = await self._say("undo", rev=self._rev)
        if ok is None:
            return
        self._measures.edits.append(perf_counter() - began)
        self._measures.undone += 1
        self._rev = ok["rev"]
        self._plans.pop()
        if ok.get("plan") != self._plans[-1]:
            self._differs("undo", "the plan that came back is another")

    async def hand_in(self) -> None:
        """Hand the plan in."""
        began = self._handed_in_at = perf_counter()
        if await self._say("hand_in", rev=self._rev) is not None:
            self._measures.hand_ins.append(perf_counter() - began)
            self.handed_in = True

    async def order(self) -> None:
        """Give an order; one that nobody could carry out is refused, and that is an answer too."""
        began = perf_counter()
        ok = await self._say("order", refusable=True, **self._drafts.order())
        if ok is None:
            return
        self._measures.orders.append(perf_counter() - began)
        if "order" in ok:
            try:
                self.orders.append(read_order(ok["order"]))
            except SpellingError as error:
                self._differs("order", str(error))

    async def fetch(self) -> None:
        """Fetch the result of the day."""
        if self.seat is None:
            return
        began = perf_counter()
        try:
            async with asyncio.timeout(PATIENCE):
                await self.seat.until(lambda news: [0, 1] in news["results"])
                found = await self.seat.result(0, 1)
        except (Refusal, Unreachable, TimeoutError) as error:
            self._lost("result", error)
            return
        self._measures.fetched.append(perf_counter() - began)
        self.result = {"trace_hash": found.get("trace_hash"), "score": found.get("score")}

    def missing(self, what: str, sentence: str) -> None:
        """Take down that something acknowledged is not there."""
        self._measures.lost.append(Trouble(self.name, what, sentence))

    async def _say(self, do: str, *, refusable: bool = False, **fields: Any) -> dict[str, Any] | None:
        if self.seat is None:
            return None
        try:
            async with asyncio.timeout(PATIENCE):
                ok = await self.seat.say(do, **fields)
        except (Refusal, TimeoutError) as error:
            if refusable and isinstance(error, Refusal):
                return {}
            self._lost(do, error)
            return None
        return ok if isinstance(ok, dict) else {}

    def _heard(self, news: News) -> None:
        at = perf_counter()
        self.stage_at.setdefault(news["stage"]["number"], at)
        run = news.get("run")
        if run is None:
            return
        film = run["film"]
        if film and self._handed_in_at is not None:
            self._measures.simulated.append(at - self._handed_in_at)
            self._handed_in_at = None
        self._measures.entries += len(film) - (self._told[1] if self._told[0] == run["run"] else 0)
        self._told = (run["run"], len(film))
        if film and film[-1]["at"] > run["lived"]:
            self._differs("film", f"told of {film[-1]['at']} at {run['lived']}")

    def _lost(self, what: str, error: Exception) -> None:
        self._measures.lost.append(Trouble(self.name, what, str(error) or type(error).__name__))

    def _differs(self, what: str, sentence: str) -> None:
        self._measures.differing.append(Trouble(self.name, what, sentence))
