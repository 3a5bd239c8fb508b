"""Simulation in other processes. They are spawned, never forked, so it is the same on every system.

Each process has a thread here that hands it one piece of work at a time over a pipe: so what is urgent goes first, what
is outdated is never begun, and when a process dies only the work it had in hand is done again, by its successor.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import multiprocessing
import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, Final

from game.attempt.pools import deaf
from game.classroom.server.labour import serve

URGENT: Final = 0
SOON: Final = 1
LATER: Final = 2

_TRIES: Final = 3
_LONGEST: Final = 120.0
_LAST: Final = 1_000


class WorkFailed(Exception):
    """A piece of work could not be done; the text is for the log."""


@dataclass(order=True, slots=True)
class _Work:
    urgency: int
    nth: int
    task: tuple[str, str, tuple[Any, ...]] = field(compare=False)
    done: Callable[[Any], None] = field(compare=False)
    wanted: Callable[[], bool] = field(compare=False)


class Workers:
    """So many processes. `idle` (s) without work ends one; it is started again when there is some."""

    def __init__(self, count: int, *, idle: float | None = None, gentle: bool = False) -> None:
        self._queue: queue.PriorityQueue[_Work] = queue.PriorityQueue()
        self._counter = itertools.count()
        self._scenarios: dict[str, bytes] = {}
        self._closing = False
        self._crews = [_Crew(self, idle=idle, gentle=gentle) for _ in range(count)]

    @property
    def waiting(self) -> int:
        """How many pieces of work nobody has begun."""
        return self._queue.qsize()

    def processes(self) -> list[int]:
        """The process ids at this moment."""
        return [crew.pid for crew in self._crews if crew.pid]

    def start(self) -> None:
        """Start the processes now rather than with the first work; called in the main thread, they never see Ctrl-C."""
        for crew in self._crews:
            crew.begin()

    def know(self, digest: str, pickled: bytes) -> None:
        """A scenario by its digest, which works name."""
        self._scenarios[digest] = pickled

    def scenario(self, digest: str) -> bytes:
        """The pickled scenario of this digest."""
        return self._scenarios[digest]

    async def do(
        self, name: str, digest: str, *given: Any, urgency: int = SOON, wanted: Callable[[], bool] = lambda: True
    ) -> Any:
        """What this work comes to; None where nobody wanted it any more when its turn came. Raises WorkFailed."""
        loop = asyncio.get_running_loop()
        future: asyncio.Future[Any] = loop.create_future()

        def done(value: Any) -> None:
            with contextlib.suppress(RuntimeError):  # the loop has ended, and with it who waited
                loop.call_soon_threadsafe(_settle, future, value)

        if self._closing:
            raise WorkFailed("closed")
        self._queue.put(_Work(urgency, next(self._counter), (name, digest, given), done, wanted))
        return await future

    def close(self) -> None:
        """End the processes, whatever they are at."""
        self._closing = True
        for _crew in self._crews:
            self._queue.put(_Work(_LAST, next(self._counter), ("", "", ()), _nobody, lambda: False))
        for crew in self._crews:
            crew.end()

    @property
    def closing(self) -> bool:
        """Whether they are being ended."""
        return self._closing

    def next(self, patience: float | None) -> _Work | None:
        """The most urgent work; None where there was none for so long."""
        try:
            return self._queue.get(timeout=patience)
        except queue.Empty:
            return None


def _nobody(_value: Any) -> None:
    return


def _settle(future: asyncio.Future[Any], value: Any) -> None:
    if future.done():
        return
    if isinstance(value, WorkFailed):
        future.set_exception(value)
    else:
        future.set_result(value)


class _Crew:
    """One process at a time, and the thread that keeps it at work."""

    def __init__(self, workers: Workers, *, idle: float | None, gentle: bool) -> None:
        self._workers = workers
        self._gentle = gentle
        self._idle = idle
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._knows: set[str] = set()
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._work, name="classroom-worker", daemon=True)
        self._thread.start()

    @property
    def pid(self) -> int:
        """The process, 0 where there is none."""
        process = self._process
        return (process.pid or 0) if process is not None and process.is_alive() else 0

    def begin(self) -> None:
        with self._lock:
            if self._process is None and not self._workers.closing:
                context = multiprocessing.get_context("spawn")
                ours, theirs = context.Pipe()
                process = context.Process(target=serve, args=(theirs, self._gentle), daemon=True)
                deaf(process.start)
                theirs.close()  # so that the end of the process is the end of the pipe
                self._process, self._pipe, self._knows = process, ours, set()

    def end(self) -> None:
        with self._lock:
            if self._process is not None and self._pipe is not None:
                self._process.kill()
                self._process.join()
                self._pipe.close()
            self._process, self._pipe = None, None

    def _work(self) -> None:
        while not self._workers.closing:
            work = self._workers.next(self._idle)
            if work is None:
                self.end()
            elif work.urgency != _LAST:
                work.done(self._do(work.task) if work.wanted() else None)

    def _do(self, task: tuple[str, str, tuple[Any, ...]]) -> Any:
        for _try in range(_TRIES):
            if self._workers.closing:
                break
            try:
                return self._hand_over(task)
            except (OSError, EOFError):  # it died, or could not be started: another one does it again
                self.end()
        return WorkFailed(f"{task[0]}: the process ended")

    def _hand_over(self, task: tuple[str, str, tuple[Any, ...]]) -> Any:
        self.begin()
        name, digest, given = task
        pipe = self._pipe
        if pipe is None:
            raise EOFError
        unknown = bool(digest) and digest not in self._knows
        pipe.send((name, digest, self._workers.scenario(digest) if unknown else None, given))
        self._knows.add(digest)
        if not pipe.poll(_LONGEST):
            raise EOFError
        well, value = pipe.recv()
        return value if well else WorkFailed(value)
