"""An attack: nonsense over WebSockets, over HTTP and by hand, while two honest trainees go on working.

    python -m tests.classroom.faults.abuse --messages 100000 [--seed N]

Everything that is sent is answered with a code of the closed list, or its connection is closed; the honest are answered
in bounded time; the server's memory is as large at the end as it was when it had warmed up.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import sys
import tempfile
from collections.abc import Awaitable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from time import perf_counter

from game.classroom.client.address import Address
from game.classroom.client.desk import Desk
from game.classroom.client.joining import join
from game.classroom.client.refusal import Refusal
from game.classroom.client.seat import Seat
from game.classroom.load.drafts import Drafts
from game.classroom.load.measures import ms, percentile
from tests.classroom.faults.attackers import Found, over_http, over_websocket
from tests.classroom.faults.by_hand import by_hand, dawdler
from tests.classroom.faults.script import BASES, SCENARIO
from tests.classroom.serving import Host

ATTACKERS = 36
WARM = 0.3
"""After this part of the messages the server has seen every kind of them, and its memory is taken down."""


@dataclass(slots=True)
class Outcome:
    """What an attack came to."""

    found: Found = field(default_factory=Found)
    honest: list[float] = field(default_factory=list)
    news: list[float] = field(default_factory=list)
    memory: tuple[int, int] = (0, 0)

    def lines(self) -> Iterator[str]:
        """As text."""
        yield f"{self.found.messages} messages:"
        for kind, number in sorted(self.found.items()):
            yield f"  {kind:28} {number}"
        yield (f"honest edits: {len(self.honest)}, half within {ms(percentile(self.honest, 50))} ms, "
               f"99 % {ms(percentile(self.honest, 99))} ms, all {ms(max(self.honest, default=None))} ms")
        yield (f"their news: half within {ms(percentile(self.news, 50))} ms, 99 % {ms(percentile(self.news, 99))} ms, "
               f"all {ms(max(self.news, default=None))} ms")
        yield f"memory: {self.memory[0] / 1e6:.1f} MB when warm, {self.memory[1] / 1e6:.1f} MB at the end"
        yield from (f"FOUND {each}" for each in self.found.wrong)


async def attack(host: Host, messages: int, seed: int) -> Outcome:
    """Attack until so many messages have been sent."""
    outcome, enough = Outcome(), asyncio.Event()
    desk = Desk(host.address, host.key)
    code = await desk.open(["first-steps"], title="Abuse", mode="live", names="free", minutes={"plan": 0}, again=False)
    tokens = [(await join(host.address, code, f"Attacker {n}")).token for n in range(ATTACKERS)]
    honest = [Honest(number, host.address, (await join(host.address, code, f"Honest {number}")).token)
              for number in range(2)]
    await desk.say("to", number=2)
    found = outcome.found
    works: list[Awaitable[None]] = [over_websocket(host.address, token, seed + n, found, enough)
                                    for n, token in enumerate(tokens[: ATTACKERS * 2 // 3])]
    works += [over_http(host.address, tokens, seed + 100 + n, found, enough) for n in range(6)]
    works += [over_http(host.address, [], seed + 150 + n, found, enough, guessing=True) for n in range(3)]
    works += [by_hand(host.address, tokens[-2:], seed + 200 + n, found, enough) for n in range(3)]
    works += [dawdler(host.address, Random(seed + 300 + n), found, enough) for n in range(20)]
    works += [each.work(outcome, enough) for each in honest]
    works.append(_watch(host, outcome, messages, enough))
    await asyncio.gather(*works)
    return outcome


class Honest:
    """Edits about once a second, and finds every edit where it was left."""

    def __init__(self, number: int, address: Address, token: str) -> None:
        self._seat = Seat(address, token)
        self._drafts = Drafts(SCENARIO, BASES, number)

    async def work(self, outcome: Outcome, enough: asyncio.Event) -> None:
        """Until it is enough."""
        async with self._seat as seat:
            rev = (await seat.until(lambda news: news["plan"] is not None))["plan"]["rev"]
            while not enough.is_set():
                plan = self._drafts.possible()
                began = perf_counter()
                rev = (await seat.say("edit", rev=rev, plan=plan))["rev"]
                outcome.honest.append(perf_counter() - began)
                news = await seat.until(lambda news, rev=rev: news["plan"]["rev"] >= rev)  # type: ignore[misc]
                outcome.news.append(perf_counter() - began)
                assert news["plan"]["briefings"] == plan, "somebody else has changed an honest plan"
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(enough.wait(), 1.0)


async def _watch(host: Host, outcome: Outcome, messages: int, enough: asyncio.Event) -> None:
    """Take down the memory when warm and at the end, and say when it is enough."""
    warm = 0
    try:
        while outcome.found.messages < messages:
            if not host.runs():
                outcome.found.finding("the server has ended")
                return
            if not warm and outcome.found.messages >= WARM * messages:
                warm = host.memory()
            await asyncio.sleep(0.1)
        outcome.memory = (warm, host.memory())
    finally:
        enough.set()


def main(argv: list[str] | None = None) -> int:
    """The command; 1 where something was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(argv)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, Host(Path(folder)) as host:
        try:
            outcome = asyncio.run(attack(host, given.messages, given.seed))
        except Refusal as refusal:
            print(f"an honest trainee was refused: {refusal}")
            return 1
    print("\n".join(outcome.lines()))
    grown = outcome.memory[1] - outcome.memory[0]
    slow = max(outcome.honest, default=0.0)
    return 1 if outcome.found.wrong or slow > 10 or grown > 32_000_000 else 0


if __name__ == "__main__":
    sys.exit(main())
