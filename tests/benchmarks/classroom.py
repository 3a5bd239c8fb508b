"""A class of 500 on one machine, server and trainees together, beside a bare server that only stores.

    python -m tests.benchmarks.classroom [--clients 500] [--edits-for 30]

prints the table of README. The trainees are those of `after-you load-test`; the bare server gets the same messages and
writes a row for each into the same store, but knows no rules and simulates nothing.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from game.classroom.client.address import Address
from game.classroom.load.measures import Measures, percentile
from game.classroom.load.report import as_text
from game.classroom.load.session import LoadTest, Wanted
from game.classroom.open_files import room_for
from tests.classroom.serving import Host, memory_of

EVERY = 0.5
"""Seconds between two looks at the memory."""


class Peak:
    """The most memory that a server and its workers have taken together, looked at again and again."""

    def __init__(self, memory: Callable[[], int]) -> None:
        self.most = 0
        self._memory = memory
        self._ends = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def stop(self) -> int:
        """The peak, in bytes."""
        self._ends.set()
        self._thread.join()
        return self.most

    def _look(self) -> None:
        while not self._ends.wait(EVERY):
            self.most = max(self.most, self._memory())


@contextmanager
def bare(folder: Path) -> Iterator[tuple[Address, int]]:
    """The bare server in a process of its own: its address and process id."""
    command = [sys.executable, "-m", "tests.benchmarks.bare_class", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdout is not None
        yield Address("127.0.0.1", json.loads(process.stdout.readline())["port"]), process.pid
        process.kill()


Outcome = tuple[Measures, int]


def measured(address: Address, key: str, clients: int, seconds: float, memory: Callable[[], int]) -> Outcome:
    """A load test against this server, and the memory it took."""
    peak = Peak(memory)
    test = LoadTest(Wanted(address, key, clients, seconds), lambda text: print(f"- {text}", file=sys.stderr))
    asyncio.run(test.run())
    return test.measures, peak.stop()


def main() -> int:
    """The command; 1 where a result was lost or differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clients", type=int, default=500)
    parser.add_argument("--edits-for", type=int, default=30)
    given = parser.parse_args()
    if room_for(given.clients) is not None:
        print("This system does not let one program open so many files.")
        return 2
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        with Host(Path(folder)) as host:
            ours = measured(host.address, host.key, given.clients, given.edits_for, host.memory)
        print(as_text(ours[0]), file=sys.stderr)
        with bare(Path(folder)) as (address, pid):
            theirs = measured(address, "-", given.clients, given.edits_for, lambda: memory_of(pid))
    for line in table(given.clients, ours, theirs):
        print(line)
    return 0 if ours[0].well else 1


def table(clients: int, ours: Outcome, theirs: Outcome) -> Iterator[str]:
    """The figures side by side."""
    yield f"| {clients} trainees and their server on one machine | asked for | the class | a bare server |"
    yield "|---|---|---|---|"
    rows: list[tuple[str, str, Callable[[Measures], float | None], str]] = [
        ("all have joined", "30 s", lambda m: m.joined_in, "s"),
        ("edit to walk-through, p50", "", lambda m: percentile(m.edits, 50), "ms"),
        ("edit to walk-through, p95", "500 ms", lambda m: percentile(m.edits, 95), "ms"),
        ("edit to walk-through, p99", "", lambda m: percentile(m.edits, 99), "ms"),
        ("all hand in at once: written down and answered, p95", "", lambda m: percentile(m.hand_ins, 95), "ms"),
        ("the same until their simulated day is shown, p95", "3 s", lambda m: percentile(m.simulated, 95), "ms"),
        ("a change of phase is with a trainee, p95", "300 ms", lambda m: percentile(m.all_changes(), 95), "ms"),
        ("all have fetched their result", "", lambda m: m.fetched_in, "s"),
    ]
    for name, asked, value, unit in rows:
        yield f"| {name} | {asked} | {_figure(value(ours[0]), unit)} | {_figure(value(theirs[0]), unit)} |"
    yield f"| memory, server and workers | 400 MB | {ours[1] / 1e6:.0f} MB | {theirs[1] / 1e6:.0f} MB |"
    yield f"| lost | 0 | {len(ours[0].lost)} | {len(theirs[0].lost)} |"
    yield f"| different from our own simulation | 0 | {len(ours[0].differing)} | - |"


def _figure(seconds: float | None, unit: str) -> str:
    if seconds is None:
        return "-"
    return f"{seconds:.1f} s" if unit == "s" else f"{seconds * 1_000:.0f} ms"


if __name__ == "__main__":
    sys.exit(main())
