"""Many days on all cores. Processes are spawned, never forked, so it is the same on every system."""

from __future__ import annotations

import multiprocessing
import multiprocessing.pool
import os
import signal
import threading
from collections.abc import Callable, Iterator
from typing import Final, TypeVar

from game.planning.calibration import Plans, Tally, played, share
from game.protocol.scenario import Scenario

CHUNK: Final = 60
"""So many runs are given out at a time: often enough for a progress bar, seldom enough to cost nothing."""

WORTH_A_POOL: Final = 400
"""Fewer runs than these are done sooner than processes are started."""

_PATIENCE: Final = 0.1

Chunk = tuple[int, int]
"""From which run to before which: so little is kept and sent however many runs there are."""

Progress = Callable[[int, int], None]
Started = TypeVar("Started")


class Tallies:
    """What the runs of some plans have come to so far, by the plan's name. `interrupted`: not all were played."""

    def __init__(self, plans: Plans) -> None:
        self.by_plan: dict[str, Tally] = {name: Tally() for name, _plan in plans}
        self.interrupted = False

    @property
    def runs(self) -> int:
        """How many runs have been counted."""
        return sum(tally.runs for tally in self.by_plan.values())

    def add(self, found: dict[str, Tally]) -> None:
        """Count what a chunk of runs came to."""
        for name, tally in found.items():
            self.by_plan[name].add(tally)


def play_all(
    scenario: Scenario, plans: Plans, runs: int, *, workers: int | None = None,
    progress: Progress = lambda done, whole: None,
) -> Tallies:  # fmt: skip
    """Play so many runs in all, shared evenly among the plans. The same numbers with any number of workers.

    When interrupted (Ctrl-C) it returns what there is. `progress` is told the runs done and to do.
    """
    chunks = [(start, min(start + CHUNK, runs)) for start in range(0, runs, CHUNK)]
    count = min(workers or os.cpu_count() or 1, max(1, len(chunks)))
    alone = count == 1 or (workers is None and runs < WORTH_A_POOL)
    tallies = Tallies(plans)
    try:
        for found in _alone(scenario, plans, chunks) if alone else _together(scenario, plans, chunks, count):
            tallies.add(found)
            progress(tallies.runs, runs)
    except KeyboardInterrupt:
        tallies.interrupted = True
    return tallies


def _alone(scenario: Scenario, plans: Plans, chunks: list[Chunk]) -> Iterator[dict[str, Tally]]:
    for chunk in chunks:
        yield _played(scenario, plans, chunk)


def _played(scenario: Scenario, plans: Plans, chunk: Chunk) -> dict[str, Tally]:
    first, last = chunk
    return played(scenario, plans, share(len(plans), last, first))


def _together(scenario: Scenario, plans: Plans, chunks: list[Chunk], workers: int) -> Iterator[dict[str, Tally]]:
    context = multiprocessing.get_context("spawn")
    with deaf(lambda: context.Pool(workers, _begin, (scenario, plans))) as pool:  # leaving it ends them
        found = pool.imap_unordered(_work, chunks)
        for _chunk in chunks:
            yield next_of(found)


def deaf(start: Callable[[], Started]) -> Started:
    """What starts processes, called with Ctrl-C ignored: they inherit that where a system lets them."""
    if threading.current_thread() is not threading.main_thread():
        return start()
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        return start()
    finally:
        signal.signal(signal.SIGINT, before)


def next_of(found: multiprocessing.pool.IMapIterator[Started]) -> Started:
    """The next answer. Waiting in short turns lets Ctrl-C through on Windows too."""
    while True:
        try:
            return found.next(_PATIENCE)
        except multiprocessing.TimeoutError:
            continue


_given: tuple[Scenario, Plans] | None = None


def _begin(scenario: Scenario, plans: Plans) -> None:
    """What each process is told once; Ctrl-C is answered by the one that started them."""
    global _given
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _given = (scenario, plans)


def _work(chunk: Chunk) -> dict[str, Tally]:
    assert _given is not None  # _begin has run in this process
    scenario, plans = _given
    return _played(scenario, plans, chunk)
