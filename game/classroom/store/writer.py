"""One thread writes; what is asked of it while it is at the disk goes into the next transaction together."""

from __future__ import annotations

import contextlib
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, Final, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from game.classroom.store.values import StoreFailed

Made = TypeVar("Made")
Work = Callable[[Connection], Any]

MOST_TOGETHER: Final = 512


class Writer:
    """Does works in the order they come; a future is resolved only when what it stands for is on the disk."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._connection: Connection | None = None
        self._queue: queue.SimpleQueue[tuple[Work, Future[Any]] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._write, name="classroom-store", daemon=True)
        self._thread.start()

    def do(self, work: Callable[[Connection], Made]) -> Future[Made]:
        """Have this done inside a transaction. The future fails with StoreFailed where it could not be."""
        future: Future[Made] = Future()
        if self._thread.is_alive():
            self._queue.put((work, future))
        else:
            future.set_exception(StoreFailed("closed"))
        return future

    def close(self) -> None:
        """Write what is still asked for, and end."""
        self._queue.put(None)
        self._thread.join()

    def _write(self) -> None:
        going_on = True
        while going_on:
            together, going_on = self._collect()
            if together and not self._commit(together) and len(together) > 1:
                for one in together:  # one of them is bad, or there is no room for all: each for itself
                    self._commit([one])
        self._let_go()

    def _collect(self) -> tuple[list[tuple[Work, Future[Any]]], bool]:
        together = []
        asked = self._queue.get()
        while asked is not None:
            together.append(asked)
            if len(together) == MOST_TOGETHER:
                return together, True
            try:
                asked = self._queue.get_nowait()
            except queue.Empty:
                return together, True
        return together, False

    def _commit(self, together: list[tuple[Work, Future[Any]]]) -> bool:
        """Whether it is on the disk. A failure is told to the futures only where it stands alone."""
        try:
            connection = self._connected()
            with connection.begin():
                made = [work(connection) for work, _future in together]
        except (SQLAlchemyError, OSError, ValueError) as error:
            self._let_go()
            if len(together) == 1:
                together[0][1].set_exception(failed(error))
            return False
        except BaseException as error:  # a fault of ours must not leave anybody waiting for ever
            self._let_go()
            for _work, future in together:
                future.set_exception(error)
            return True
        for (_work, future), value in zip(together, made, strict=True):
            future.set_result(value)
        return True

    def _connected(self) -> Connection:
        """The one connection that writes; it is kept, for every other one costs more than what it writes."""
        if self._connection is None:
            self._connection = self._engine.connect()
        return self._connection

    def _let_go(self) -> None:
        if self._connection is not None:
            connection, self._connection = self._connection, None
            with contextlib.suppress(SQLAlchemyError, OSError):
                connection.close()


def failed(error: Exception) -> StoreFailed:
    """The failure in the words of the system underneath."""
    reason = getattr(error, "orig", None) or error
    return StoreFailed(str(reason) or type(reason).__name__)
