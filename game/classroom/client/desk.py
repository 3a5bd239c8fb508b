"""The instructor's requests, for the load test and for tests; who teaches has the desk's page."""

from __future__ import annotations

import asyncio
import time
from typing import Any, Final
from urllib.parse import urlencode

from game.classroom.client import requests
from game.classroom.client.address import Address
from game.classroom.client.refusal import Unreachable

_PAUSE: Final = 0.25


class Desk:
    """The desk of one room. `key` is the secret that the host printed.

    Numbers of messages grow with time, so that they are nobody else's who has the same key.
    """

    def __init__(self, address: Address, key: str, room: str = "") -> None:
        self.address = address
        self.room = room
        self._key = key
        self._last = 0

    async def open(self, scenarios: list[str], **settings: Any) -> str:
        """Open a room and be its desk; returns its code. Raises Refusal and Unreachable."""
        ok = await self.say("open", scenarios=scenarios, **settings)
        self.room = str(ok["room"])
        return self.room

    async def say(self, do: str, *, persist: float = 0.0, **fields: Any) -> Any:
        """Have something done. Raises Refusal and Unreachable (then it may have been done all the same).

        While nobody answers it is said again under the same number, for so many seconds; it is done once.
        """
        self._last = max(self._last + 1, time.time_ns() // 1_000_000)
        message = {"room": self.room or None, "id": self._last, "do": do, **fields}
        until = time.monotonic() + persist
        while True:
            try:
                return await requests.done(self.address, "/api/desk/say", message, bearer=self._key)
            except Unreachable:
                if time.monotonic() >= until:
                    raise
            await asyncio.sleep(_PAUSE)

    async def rooms(self) -> Any:
        """The rooms of this host. Raises Refusal and Unreachable."""
        return await requests.document(self.address, "/api/desk/rooms", bearer=self._key)

    async def news(self, rev: int = 0) -> dict[str, Any]:
        """How things stand in the room. Raises Refusal and Unreachable."""
        path = f"/api/desk/news?{urlencode({'room': self.room, 'rev': rev})}"
        told = await requests.document(self.address, path, bearer=self._key, patience=25.0)
        news = told.get("news") if isinstance(told, dict) else None
        return news if isinstance(news, dict) else {}
