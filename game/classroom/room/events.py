"""What has happened in a room, as it is written down."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

DESK: Final = "desk"
"""Who did what the instructor did."""


class Kind(StrEnum):
    """Every kind of event; what is written down with it stands beside it."""

    JOINED = "joined"  # name, team, bot, offline
    RENAMED = "renamed"  # trainee, name
    REMOVED = "removed"  # trainee
    MOVED = "moved"  # trainee, team
    DRIVES = "drives"  # team, trainee
    EDITED = "edited"  # team, rev, plan, legal
    UNDONE = "undone"  # team, rev
    REDONE = "redone"  # team, rev
    HANDED_IN = "handed in"  # team, by: trainee, desk or time
    TOOK_BACK = "took back"  # team
    ORDERED = "ordered"  # team, order
    WENT_ON = "went on"  # team, stage
    STAGE = "stage"  # stage
    LIMIT = "limit"  # ms or null
    MORE_TIME = "more time"  # ms, of: a team or null
    PAUSED = "paused"
    RESUMED = "resumed"
    LOCKED = "locked"
    UNLOCKED = "unlocked"
    HELP = "help"  # help
    ORDERS = "orders"  # allowed
    PACE = "pace"  # pace
    PROJECTED = "projected"  # view, names, of: a team or nothing
    TOOK_IN = "took in"  # trainee, scenario, attempt, seed, plan, orders
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened: of which kind, by whom (a trainee's id, `desk`, or nobody), and what belongs to it."""

    kind: Kind
    who: str = ""
    data: dict[str, Any] = field(default_factory=dict)
