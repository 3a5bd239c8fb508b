"""The bots' days played by other processes while the window goes on: nobody waits for them, and they can be left.

The processes are spawned, as in `pools`. Each has a pipe of its own: it is handed one piece of work at a time, so
that letting go of them is immediate.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Final

from game.attempt.pools import CHUNK, Tallies, deaf
from game.planning.calibration import Plans, Tally, bots_plans, played, share
from game.protocol.scenario import Scenario

Runs = tuple[tuple[int, int], ...]

RUNS: Final = 1_200
"""So many runs in all, as `calibrate` plays them."""

MOST: Final = 4
"""More processes than these take longer to start than they save."""

Answer = Plans | dict[str, Tally]


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    pipe: Connection
    busy: bool = False


class BotDays:
    """The days of every bot on one scenario. `poll` it at every frame, and `stop` it when it is left.

    `tallies` is what has come in so far (None while the bots still plan). `failed`: why processes could not be
    started or did not come to an end, in the system's words; empty where all is well.
    """

    def __init__(self, scenario: Scenario, runs: int = RUNS, workers: int | None = None) -> None:
        self.runs = runs
        self.tallies: Tallies | None = None
        self.failed = ""
        self._scenario = scenario
        self._plans: Plans = ()
        self._todo: deque[Runs] = deque()
        self._missing = workers or min(MOST, os.cpu_count() or 1)
        self._workers: list[_Worker] = []

    @property
    def done(self) -> bool:
        """Whether all runs have been played."""
        return self.tallies is not None and self.tallies.runs == self.runs

    @property
    def played(self) -> int:
        """How many runs have been played."""
        return self.tallies.runs if self.tallies is not None else 0

    def poll(self) -> bool:
        """Take in what has come and give out what is next; whether anything has come. It never waits."""
        try:
            self._hire()
            news = sum(map(self._hear, self._workers)) > 0
            for worker in self._workers:
                if self._todo and not worker.busy:
                    self._give(worker, self._todo.popleft())
        except (OSError, EOFError) as error:  # none can be started, or one is gone
            self.failed = str(error) or type(error).__name__
            news = True
        if self.done or self.failed:
            self.stop()
        return news

    @property
    def plans(self) -> Plans:
        """The plan of every bot; empty while they still plan."""
        return self._plans

    def stop(self) -> None:
        """Let go of all processes, whatever they are at."""
        for worker in self._workers:
            worker.process.terminate()
            worker.pipe.close()
        self._workers, self._missing = [], 0
        self._todo.clear()

    def _hire(self) -> None:
        """Start one more process, so that no frame has to start them all; the first makes the plans."""
        if self._missing:
            self._missing -= 1
            self._workers.append(_start(self._scenario))
            if len(self._workers) == 1:
                self._give(self._workers[0], ())

    def _give(self, worker: _Worker, runs: Runs) -> None:
        worker.pipe.send((self._plans, runs))
        worker.busy = True

    def _hear(self, worker: _Worker) -> bool:
        if not (worker.busy and worker.pipe.poll()):
            return False
        worker.busy = False
        answer: Answer = worker.pipe.recv()
        if isinstance(answer, dict):
            assert self.tallies is not None  # runs are given out only after the plans have come
            self.tallies.add(answer)
            return True
        self._plans, self.tallies = answer, Tallies(answer)
        shared = share(len(answer), self.runs)
        self._todo.extend(shared[start : start + CHUNK] for start in range(0, self.runs, CHUNK))
        return True


def _start(scenario: Scenario) -> _Worker:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(scenario, theirs), daemon=True)
    deaf(process.start)
    theirs.close()  # so that the end of the process is the end of the pipe
    return _Worker(process, ours)


def _serve(scenario: Scenario, pipe: Connection) -> None:
    """One process: plans where it is given no runs, plays the runs it is given, until the pipe ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is answered by the window
    try:
        while True:
            plans, runs = pipe.recv()
            pipe.send(played(scenario, plans, runs) if runs else bots_plans(scenario))
    except (EOFError, OSError):
        return  # the window is gone
