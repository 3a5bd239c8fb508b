"""A scripted session that keeps a list of everything that was acknowledged, and can be interrupted anywhere."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from game.attempt.spelling import read_order, read_plan
from game.authoring.library import find
from game.authoring.load import load_scenario
from game.classroom.client.address import Address
from game.classroom.client.desk import Desk
from game.classroom.client.joining import Joined, join
from game.classroom.client.refusal import Refusal, Unreachable
from game.classroom.client.seat import Seat
from game.classroom.client.ways import Patience
from game.classroom.load.drafts import Drafts, bases
from game.simulation.circumstances import draw
from game.simulation.engine import simulate

TRAINEES = 10
EDITS = 4
PERSIST = 60.0
PATIENCE = Patience(open=5, answer=10, least=0.05, most=0.4, cuts=1_000)
SCENARIO = load_scenario(find("first-steps"), "en")
BASES = bases(SCENARIO)
ACKNOWLEDGED = 7 + TRAINEES * (1 + EDITS + 2 + 1 + 1 + 1)
"""How often something is acknowledged in a whole session, nearly."""

Json = dict[str, Any]


class Lost(AssertionError):
    """Something that was acknowledged is not there."""


async def persisting(read: Callable[[], Awaitable[Json]]) -> Json:
    """What is read, once the server answers again."""
    async with asyncio.timeout(PERSIST):
        while True:
            try:
                return await read()
            except Unreachable:
                await asyncio.sleep(0.1)


class Pupil:
    """A trainee who remembers what was acknowledged, and finds it again."""

    def __init__(self, number: int, address: Address, joined: Joined, told: Callable[[], None]) -> None:
        self.drafts = Drafts(SCENARIO, BASES, number)
        self.joined = joined
        self.seat = Seat(address, joined.token, patience=PATIENCE, seed=number)
        self.plans: list[list[Any]] = [[]]
        self.rev = 0
        self.order = ""
        self._told = told

    async def says(self, do: str, **fields: Any) -> Json:
        """Say something that must be done; what the class answers."""
        try:
            async with asyncio.timeout(PERSIST):
                ok: Json = await self.seat.say(do, **fields)
        except Refusal as refusal:
            raise Lost(f"{self.joined.name}: {do} was refused, {refusal}") from None
        except TimeoutError:
            raise Lost(f"{self.joined.name}: {do} was never answered") from None
        self._told()
        return ok

    async def sees(self, phase: str) -> Json:
        """The news once the class is at this phase."""
        try:
            async with asyncio.timeout(PERSIST):
                return await self.seat.until(lambda news: news["stage"]["phase"] == phase)
        except TimeoutError:
            raise Lost(f"{self.joined.name} never came to {phase}") from None

    async def plan(self) -> None:
        """Edits, the last two undone and done again, a hand-in."""
        news = await self.sees("plan")
        self.rev = news["plan"]["rev"]
        for _ in range(EDITS):
            made = self.drafts.possible()
            ok = await self.says("edit", rev=self.rev, plan=made)
            self.expect("edit", ok["rev"], self.rev + 1)
            self.rev, self.plans = ok["rev"], [*self.plans, made]
        ok = await self.says("undo", rev=self.rev)
        self.expect("undo", ok["plan"], self.plans[-2])
        ok = await self.says("redo", rev=ok["rev"])
        self.expect("redo", ok["plan"], self.plans[-1])
        self.rev = ok["rev"]
        await self.says("hand_in", rev=self.rev)

    async def live(self) -> None:
        """An order; the day that is lived has the plan that was handed in."""
        news = await self.sees("run")
        self.expect("plan", news["plan"]["briefings"], self.plans[-1])
        self.expect("hand-in", news["plan"]["handed_in"], True)
        self.order = (await self.says("order", verb="hold", target=SCENARIO.delegates[0].id))["order"]

    async def learn(self) -> None:
        """The result is that of the plan and the orders as they were acknowledged."""
        await self.sees("debrief")
        async with asyncio.timeout(PERSIST):
            await self.seat.until(lambda news: [0, 1] in news["results"])
        found = await persisting(lambda: self.seat.result(0, 1))
        self._told()
        plan, orders = read_plan(self.plans[-1]), (read_order(self.order),)
        ours = simulate(SCENARIO, plan, draw(SCENARIO, 1), orders)
        self.expect("result", found["trace_hash"], ours.hash)

    def expect(self, what: str, found: object, wanted: object) -> None:
        """Complain unless it is there as acknowledged."""
        if found != wanted:
            raise Lost(f"{self.joined.name}: {what} is {found!r}, acknowledged was {wanted!r}")


class Script:
    """One session from the opened room to the debrief. `told` is called at everything that is acknowledged."""

    def __init__(self, address: Address, key: str, told: Callable[[], None]) -> None:
        self.desk = Desk(address, key)
        self.pupils: list[Pupil] = []
        self._address = address
        self._told = told

    async def play(self) -> None:
        """The whole session. Raises Lost."""
        minutes = {"plan": 30, "brief": 0, "lobby": 0, "debrief": 0, "run": 0, "end": 0}
        ok = await self.desk.say("open", persist=PERSIST, scenarios=["first-steps"], mode="live", names="free",
                                 again=False, minutes=minutes, title="Kill", orders=True)
        self.desk.room = ok["room"]
        self._told()
        self.pupils = list(await asyncio.gather(*(self._join(n) for n in range(TRAINEES))))
        try:
            await self._stages()
        finally:
            await asyncio.gather(*(pupil.seat.stand_up() for pupil in self.pupils))

    async def _stages(self) -> None:
        for pupil in self.pupils:
            pupil.seat.sit_down()
        await self._desk("to", number=1)
        await self._desk("lock")
        await self._desk("to", number=2)
        await asyncio.gather(*(pupil.plan() for pupil in self.pupils))
        await self._desk("add_time", seconds=600, team=None)
        await self._desk("to", number=3)
        await asyncio.gather(*(pupil.live() for pupil in self.pupils))
        await self._desk("to", number=4)
        await asyncio.gather(*(pupil.learn() for pupil in self.pupils))
        await self._overview()

    async def _join(self, number: int) -> Pupil:
        joined = await join(self._address, self.desk.room, f"Pupil {number}", tries=30)
        self._told()
        return Pupil(number, self._address, joined, self._told)

    async def _desk(self, do: str, **fields: Any) -> None:
        try:
            await self.desk.say(do, persist=PERSIST, **fields)
        except Refusal as refusal:
            raise Lost(f"the desk: {do} was refused, {refusal}") from None
        self._told()

    async def _overview(self) -> None:
        """What the desk sees is what it was told was done, and nobody is there twice."""
        news = await persisting(self.desk.news)
        found = (news["stage"]["number"], news["room"]["locked"], sorted(each["name"] for each in news["trainees"]))
        wanted = (4, True, sorted(f"Pupil {number}" for number in range(TRAINEES)))
        if found != wanted:
            raise Lost(f"the desk sees {found!r}, acknowledged was {wanted!r}")
