"""A proxy that cuts every WebSocket after 10 s, in real time; the suite does the same with a fraction of it.

    python -m tests.classroom.faults.cutting
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from pathlib import Path

from game.classroom.client.ways import Way
from tests.classroom.faults.lesson import OTHER, PLAN, WITHIN, Lesson, planning, within
from tests.classroom.proxy import Proxy
from tests.classroom.serving import Host

REAL = 10.0


def cut_again_and_again(host: Host, after: float) -> None:
    """A proxy that cuts every WebSocket so long after it was opened: edits go on, first over new ones, then without."""
    async def scene() -> None:
        lesson = Lesson(host)
        await lesson.open()
        joined = await lesson.joins("Ada")
        with Proxy(host.address.port, cuts_after=after) as proxy:
            async with lesson.seat(joined, proxy) as seat:
                rev, edits = await planning(seat), 0
                while seat.way is not Way.POLLING or edits < 3:
                    ok = await seat.say("edit", rev=rev, plan=OTHER if edits % 2 else PLAN)
                    assert ok["rev"] == rev + 1
                    rev, edits = ok["rev"], edits + 1
                    await asyncio.sleep(after / 7)
                news = await seat.until(lambda news: news["plan"]["rev"] == rev)
                assert news["plan"]["briefings"] == (PLAN if edits % 2 else OTHER)
                assert proxy.cuts == 2
                assert seat.tally.sockets == 2

    within(scene(), WITHIN + 4 * after)


def main() -> int:
    """The command; it fails with the assertion that does not hold."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, Host(Path(folder)) as host:
        cut_again_and_again(host, REAL)
    print(f"cut twice after {REAL:g} s, went on without WebSockets, nothing lost")
    return 0


if __name__ == "__main__":
    sys.exit(main())
