"""Whether this system lets one program hold so many connections."""

from __future__ import annotations

import sys
from typing import Final

SPARE: Final = 150
"""Files that are open besides: modules, the database, requests on their way."""


def needed(connections: int) -> int:
    """How many files a program with so many connections may have open at a time."""
    return connections + SPARE


def room_for(connections: int) -> int | None:
    """None where that many can be held, raising our own limit if need be; else the limit there is."""
    if sys.platform == "win32":
        return None  # sockets are no files there, and not limited like them
    import resource  # not on Windows

    wanted = needed(connections)
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft == resource.RLIM_INFINITY or soft >= wanted:
        return None
    if hard == resource.RLIM_INFINITY or hard >= wanted:
        try:
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
        except (OSError, ValueError):
            return soft
        return None
    return hard
