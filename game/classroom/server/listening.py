"""Listening to a room, over whatever transport: by a connection that stays, or by asking again and again."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Final

from game.classroom.room.events import DESK
from game.classroom.room.refusals import Code, Refused
from game.classroom.server.hub import Hub
from game.classroom.server.listeners import Knows, Listener, Looks
from game.classroom.server.live import Live

LONGEST: Final = 8.0
"""So long (s) a question for news is held back; proxies cut what takes much longer."""


class Listening:
    """A connection that stays: `begin` with a room, `heard` when news are on their way, `end`."""

    def __init__(self, tell: Callable[[bytes], None], leave: Callable[[], None]) -> None:
        self._tell = tell
        self._leave = leave
        self._live: Live | None = None
        self._listener: Listener | None = None

    def begin(self, live: Live, looks: Looks, who: str, knows: Knows) -> None:
        """News of this room from now on, the present ones first."""
        self.end()
        self._live = live
        self._listener = Listener(looks, who, knows, self._tell, self._leave)
        live.listen(self._listener)

    def heard(self) -> None:
        """The last news are on their way."""
        if self._live is not None and self._listener is not None:
            self._live.ready(self._listener)

    def end(self) -> None:
        """No news any more."""
        if self._live is not None and self._listener is not None:
            self._live.unlisten(self._listener)
        self._live = self._listener = None


async def next_news(live: Live, looks: Looks, who: str, knows: Knows, wait: float = LONGEST) -> bytes:
    """The news when there are some, or null after a while. Raises Refused for who is not in the room any more."""
    if looks is Looks.TRAINEE and who not in live.room.trainees:
        raise Refused(Code.NO_TOKEN)
    told: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()

    def tell(text: bytes) -> None:
        if not told.done():
            told.set_result(text)

    def leave() -> None:
        if not told.done():
            told.set_exception(Refused(Code.NO_TOKEN))

    listener = Listener(looks, who, knows, tell, leave, asks=True, stale=False)
    live.listen(listener)
    try:
        return await asyncio.wait_for(told, wait)
    except TimeoutError:
        return b'{"news":null}'
    finally:
        live.unlisten(listener)


async def room_for(hub: Hub, looks: Looks, token: str, code: object) -> tuple[Live, str]:
    """The room that somebody who may listen looks at, and who they are there. Raises Refused."""
    if looks is Looks.TRAINEE:
        key = hub.whose(token)
        return await hub.room(key.room), key.who
    return await hub.room(code), DESK
