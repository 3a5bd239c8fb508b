"""Kill the server at random instants of a session, start it again, and see that nothing acknowledged is lost.

    python -m tests.classroom.faults.kill --times 50 [--seed N]
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import time
from pathlib import Path
from random import Random

from tests.classroom.faults.script import ACKNOWLEDGED, Lost, Script
from tests.classroom.serving import Host

_LATEST = 0.08
"""Seconds after an acknowledgement by which the blow may be late, so that it also falls between them."""


class Killer:
    """Counts what is acknowledged in a session, and strikes after so many, once each."""

    def __init__(self, host: Host, after: list[int], chance: Random) -> None:
        self._host = host
        self._after = sorted(after)
        self._chance = chance
        self._count = 0
        self._blow: asyncio.Task[None] | None = None
        self.struck: list[int] = []

    def told(self) -> None:
        """Something was acknowledged."""
        self._count += 1
        idle = self._blow is None or self._blow.done()
        if self._after and self._count >= self._after[0] and idle:
            self.struck.append(self._after.pop(0))
            self._blow = asyncio.create_task(asyncio.to_thread(self._strike, self._chance.random() * _LATEST))

    async def rest(self) -> None:
        """Until the server that was struck down last runs again."""
        if self._blow is not None:
            await self._blow

    def _strike(self, later: float) -> None:
        time.sleep(later)
        self._host.kill()
        self._host.start()


async def session(host: Host, after: list[int], chance: Random) -> list[int]:
    """One session with blows after so many acknowledgements; where they fell. Raises Lost."""
    killer = Killer(host, after, chance)
    await Script(host.address, host.key, killer.told).play()
    await killer.rest()
    return killer.struck


def main(argv: list[str] | None = None) -> int:
    """The command; 1 where something acknowledged was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=50)
    parser.add_argument("--each", type=int, default=2, help="so many of them in one session")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    given = parser.parse_args(argv)
    chance, left, lost = Random(given.seed), given.times, 0
    print(f"seed {given.seed}")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, Host(Path(folder)) as host:
        while left > 0:
            after = [chance.randrange(1, ACKNOWLEDGED) for _ in range(min(given.each, left))]
            left -= len(after)
            try:
                struck = asyncio.run(session(host, after, chance))
                print(f"killed after {', '.join(map(str, struck))} of about {ACKNOWLEDGED}: nothing lost; {left} to go")
            except Lost as what:
                lost += 1
                print(f"LOST (killed after {after}): {what}")
    print(f"{given.times} times killed, lost in {lost} sessions")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
