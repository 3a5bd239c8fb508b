"""How a room is set up, as data that can be written down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

from game.classroom.room import messages
from game.classroom.room.messages import Message
from game.classroom.room.refusals import Code, Refused
from game.classroom.room.stages import LONGEST, MINUTES
from game.protocol.scenario import Help

PACES: Final = {"1": 1, "2": 2, "4": 4, "8": 8, "16": 16}
MOST_TRAINEES: Final = 600
MOST_SCENARIOS: Final = 8
LAST_DAY: Final = 1_000_000


class Mode(StrEnum):
    """Whether the instructor leads from stage to stage, or everybody goes on by themselves until a deadline."""

    LIVE = "live"
    SELF_PACED = "self-paced"


@dataclass(frozen=True, slots=True)
class Settings:
    """What the instructor chose when opening the room.

    `day` and `second_day` are the seeds of the first and the second try; `pace` how many times as fast as time a day
    is lived. `given`: trainees get their names and cannot choose. `deadline` (ms since 1970) ends self-paced work.
    `help` overrides what the walk-through shows; None leaves it to each scenario.
    """

    title: str = ""
    mode: Mode = Mode.LIVE
    teams: tuple[str, ...] = ()
    given: bool = False
    names: tuple[str, ...] = ()
    again: bool = True
    minutes: Mapping[str, int] = field(default_factory=dict)
    pace: int = 4
    day: int = 1
    second_day: int = 1
    deadline: int | None = None
    help: Help | None = None
    orders: bool = True

    def data(self) -> dict[str, Any]:
        """As plain data; `read_settings` reads it back."""
        return {
            "title": self.title, "mode": self.mode.value, "teams": list(self.teams),
            "names": "given" if self.given else "free", "pseudonyms": list(self.names), "again": self.again,
            "minutes": dict(self.minutes), "pace": self.pace, "day": self.day, "second_day": self.second_day,
            "deadline": self.deadline, "help": self.help.value if self.help else None, "orders": self.orders,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Projected:
    """What the projector shows: a view, with names or without, a team whose day is shown (empty: the house chooses)."""

    view: str = "stage"
    names: bool = False
    team: str = ""


def read_settings(message: Message) -> Settings:
    """Settings as a message spells them; what is left out is as by default. Raises Refused."""
    plain = Settings()
    given = {key: value for key, value in message.items() if value is not None}
    return Settings(
        title=messages.a_name(given["title"]) if given.get("title") else "",
        mode=messages.one_of({"mode": given.get("mode", "live")}, "mode", {mode.value: mode for mode in Mode}),
        teams=_names(given.get("teams", [])),
        given=messages.one_of({"names": given.get("names", "free")}, "names", {"given": True, "free": False}),
        names=_names(given.get("pseudonyms", [])),
        again=messages.truth(given, "again", default=True),
        minutes=_minutes(given.get("minutes", {})),
        pace=messages.one_of({"pace": str(given.get("pace", plain.pace))}, "pace", PACES),
        day=_day(given, "day"),
        second_day=_day(given, "second_day"),
        deadline=messages.whole(given, "deadline", 0, 2**53) if "deadline" in given else None,
        help=_help(given.get("help")),
        orders=messages.truth(given, "orders", default=True),
    )


def _day(given: Message, key: str) -> int:
    return messages.whole(given, key, 1, LAST_DAY) if key in given else 1


def _help(given: object) -> Help | None:
    return None if given is None else messages.one_of({"help": given}, "help", {each.value: each for each in Help})


def _names(given: object) -> tuple[str, ...]:
    if not isinstance(given, list) or len(given) > MOST_TRAINEES:
        raise Refused(Code.BAD_VALUE)
    names = tuple(messages.a_name(name) for name in given)
    if len({name.casefold() for name in names}) < len(names):
        raise Refused(Code.NAME_TAKEN)
    return names


def _minutes(given: object) -> dict[str, int]:
    if not isinstance(given, dict) or not set(given) <= set(MINUTES):
        raise Refused(Code.BAD_VALUE)
    return {name: messages.whole(given, name, 0, LONGEST) for name in given}
