"""Where somebody is at an instant: what window, picture, movie and page draw."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from game.protocol.room import Point


class Space(StrEnum):
    """In which space somebody is. `way`: between the holding room and the door, in either direction."""

    AWAY = "away"
    HOLDING = "holding"
    WAY = "way"
    DOOR = "door"
    ROOM = "room"


class Posture(StrEnum):
    """How somebody holds themselves."""

    STANDING = "standing"
    WALKING = "walking"
    SITTING = "sitting"


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where a person is. `at` and `facing` are points in the room (mm), both None outside it.

    `holding` and `door` name the holding room they wait in or walk from and the door they make for or came by.
    `progress` is how far along the way they are, in thousandths from holding room to door (1000 at the door).
    `to_blame` is true while they stand in an open breach.
    """

    person: str
    space: Space
    posture: Posture
    holding: str
    door: str
    progress: int = 0
    at: Point | None = None
    facing: Point | None = None
    to_blame: bool = False
