"""Work that may take long, done in a thread of its own so that no frame waits for it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Errand(Generic[T]):
    """One piece of work, begun at once. Ask `done` at each frame, then `result`; nobody need wait for its end."""

    def __init__(self, work: Callable[[], T]) -> None:
        self._found: list[T] = []
        self._failed: Exception | None = None
        self._ended = threading.Event()
        threading.Thread(target=self._do, args=(work,), name="errand", daemon=True).start()

    def _do(self, work: Callable[[], T]) -> None:
        try:
            self._found.append(work())
        except Exception as error:
            self._failed = error
        finally:
            self._ended.set()

    @property
    def done(self) -> bool:
        """Whether it has come to an end, a good one or a bad one."""
        return self._ended.is_set()

    def result(self) -> T:
        """What the work came to. Raises what it raised."""
        if self._failed is not None:
            raise self._failed
        return self._found[0]
