"""Whether this system lets one program hold so many connections."""

from __future__ import annotations

import sys
from typing import Final

SPARE: Final = 150
"""Files that are open besides: modules, the journal of the terminal, requests on their way."""


def open_files_needed(clients: int) -> int:
    """How many files a load test with so many clients may have open at a time."""
    return clients + SPARE


def room_for(clients: int) -> int | None:
    """None where that many connections can be held, raising the soft limit if need be; else the limit there is."""
    if sys.platform == "win32":
        return None  # sockets are no files there, and not limited like them
    import resource  # not on Windows

    needed = open_files_needed(clients)
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft == resource.RLIM_INFINITY or soft >= needed:
        return None
    if hard == resource.RLIM_INFINITY or hard >= needed:
        try:
            resource.setrlimit(resource.RLIMIT_NOFILE, (needed, hard))
        except (OSError, ValueError):
            return soft
        return None
    return hard
