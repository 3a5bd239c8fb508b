"""Delegations and the people in them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

WALKING_PACE: Final = 1_200
"""An unhurried indoor walk, mm/s."""


class Side(StrEnum):
    """Fixed by who gives the event, not by the soil it stands on."""

    HOST = "host"
    GUEST = "guest"
    EQUAL = "equal"


@dataclass(frozen=True, slots=True)
class Flag:
    """A flag as plain stripes (colour names or #rrggbb), and the emblem on it, if any: a plain shape and its colour."""

    stripes: tuple[str, ...]
    vertical: bool = False
    emblem: str = ""
    emblem_colour: str = ""


@dataclass(frozen=True, slots=True)
class Delegation:
    """One side at the table. `opposite_number` is who passes the house's briefings on; empty for the host itself."""

    id: str
    name: str
    short: str
    side: Side
    flag: Flag
    opposite_number: str = ""


class Role(StrEnum):
    """What somebody is here for.

    A *delegate* is expected and has a place. An *officer* of the house takes people to a door or stands at one, and
    does not go in. Somebody *uninvited* comes along with a delegation on some days, although nobody asked them.
    """

    DELEGATE = "delegate"
    OFFICER = "officer"
    UNINVITED = "uninvited"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who comes: `holds` is the holding room, `seat` the agreed place, `pace` the walk in mm/s.

    `groups` are bare names (`ministers`); written in a scenario as `russia.ministers`. An officer has no seat.
    """

    id: str
    name: str
    short: str
    office: str
    of: str
    holds: str
    seat: str
    principal: bool = False
    groups: tuple[str, ...] = ()
    pace: int = WALKING_PACE
    role: Role = Role.DELEGATE


