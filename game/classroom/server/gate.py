"""Who may come in: keys are looked at, guessing is slowed, floods are refused."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable
from typing import Final, TypeVar

from game.classroom.room.refusals import Code, Refused
from game.classroom.server import keys
from game.classroom.server.hub import Hub
from game.classroom.server.limits import Floods, Guesses

Found = TypeVar("Found")

_WRONG: Final = {Code.NO_ROOM, Code.NO_TOKEN, Code.BAD_CODE}
_MOST_WAITING: Final = 1_000
_HOPELESS: Final = 400


class Gate:
    """One server's. What it knows of anybody is in memory, and forgotten with time."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._guesses = Guesses()
        self._floods = Floods()
        self._waiting = 0

    async def code(self, peer: str, asked: Awaitable[Found]) -> Found:
        """Something that needs the right code of a room. Raises Refused, for a wrong code later and later."""
        if not self._guesses.admits(peer, time.monotonic()):
            if asyncio.iscoroutine(asked):
                asked.close()
            raise Refused(Code.SLOW_DOWN)
        try:
            return await asked
        except Refused as refused:
            if refused.code in _WRONG:
                await self._wrong(peer)
            raise

    async def trainee(self, peer: str, token: str) -> str:
        """The device of a token that is right. Raises Refused for one that is not, and for a flood."""
        try:
            device = self._hub.whose(token).digest
        except Refused:
            await self._wrong(peer)
            raise
        self.flood(device)
        return device

    async def desk(self, peer: str, key: str) -> None:
        """Return for the instructor's key. Raises Refused."""
        if not self._hub.secrets.is_desk(key):
            await self._wrong(peer)
            raise Refused(Code.NO_TOKEN)

    async def projector(self, peer: str, room: str, key: str) -> None:
        """Return for the key of a room's projector, or the instructor's. Raises Refused."""
        secrets = self._hub.secrets
        if not (secrets.is_projector(keys.typed(room), key) or secrets.is_desk(key)):
            await self._wrong(peer)
            raise Refused(Code.NO_TOKEN)

    def flood(self, device: str) -> None:
        """Return when one more message of a device is answered now. Raises Refused."""
        if not self._floods.admits(device, time.monotonic()):
            raise Refused(Code.SLOW_DOWN)

    def hopeless(self, device: str) -> bool:
        """Whether a device goes on and on although it is refused."""
        return self._floods.excess(device) > _HOPELESS

    async def _wrong(self, peer: str) -> None:
        delay = self._guesses.wrong(peer, time.monotonic())
        if not delay:
            return
        if self._waiting >= _MOST_WAITING:
            raise Refused(Code.SLOW_DOWN)
        self._waiting += 1
        try:
            await asyncio.sleep(delay)
        finally:
            self._waiting -= 1
