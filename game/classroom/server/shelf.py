"""What was made once and may be asked for again, up to a weight; who asks while it is being made waits for the same."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Hashable
from typing import Generic, TypeVar

Made = TypeVar("Made")

Wanted = Callable[[], bool]


class _Label:
    """A key whose hash is reckoned once: that of a plan takes longer than everything else a shelf does."""

    __slots__ = ("_hash", "key")

    def __init__(self, key: Hashable) -> None:
        self.key = key
        self._hash = hash(key)

    def __hash__(self) -> int:
        return self._hash

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Label) and self._hash == other._hash and self.key == other.key


class Shelf(Generic[Made]):
    """Keeps the things asked for latest. `weigh` tells about how many bytes one takes, `most` how many all may."""

    def __init__(self, most: int, weigh: Callable[[Made], int]) -> None:
        self._most = most
        self._weigh = weigh
        self._made: OrderedDict[_Label, Made] = OrderedDict()
        self._weight = 0
        self._making: dict[_Label, tuple[asyncio.Future[Made | None], list[Wanted]]] = {}

    def __len__(self) -> int:
        return len(self._made)

    def peek(self, key: Hashable) -> Made | None:
        """The thing, if it is there."""
        return self._peek(_Label(key))

    def _peek(self, label: _Label) -> Made | None:
        found = self._made.get(label)
        if found is not None:
            self._made.move_to_end(label)
        return found

    async def get(
        self, key: Hashable, make: Callable[[Wanted], Awaitable[Made | None]], wanted: Wanted = lambda: True
    ) -> Made | None:
        """The thing, made where it is not there; None where by then nobody wanted it. Raises what making it raises.

        `make` is told how to find out whether anybody still wants it.
        """
        label = _Label(key)
        found = self._peek(label)
        if found is not None:
            return found
        if label in self._making:
            future, wishes = self._making[label]
            wishes.append(wanted)
        else:
            wishes = [wanted]
            future = asyncio.ensure_future(make(lambda: any(wish() for wish in wishes)))
            self._making[label] = future, wishes
            future.add_done_callback(lambda done: self._done(label, done))
        found = await asyncio.shield(future)
        if found is None and wanted():  # it was given up before this wish was known
            return await self.get(key, make, wanted)
        return found

    def _done(self, label: _Label, done: asyncio.Future[Made | None]) -> None:
        del self._making[label]
        if done.cancelled() or done.exception() is not None:
            return
        found = done.result()
        if found is None:
            return
        self._made[label] = found
        self._weight += self._weigh(found)
        while self._weight > self._most and len(self._made) > 1:
            _label, old = self._made.popitem(last=False)
            self._weight -= self._weigh(old)
