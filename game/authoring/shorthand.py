"""The short spellings an author may use, turned into the long ones before they are checked."""

from __future__ import annotations

import re
from typing import Any, Final

from game.authoring.problems import Wrong
from game.authoring.suggest import short
from game.wording.catalogue import _

_FROM: Final = re.compile(r"from\s+(\S+)(?:\s+to\s+(\S+))?\Z")


def period(value: Any) -> Any:
    """`from 12:02` or `from 12:02 to 12:10` as `{from: .., to: ..}`."""
    if not isinstance(value, str):
        return value
    found = _FROM.match(value.replace('"', "").strip())
    if not found:
        raise Wrong(
            "period",
            _("`{text}` does not say from when.").format(text=short(value)),
            _("Write it like from 12:02, from 12:02 to 12:10."),
        )
    return {"from": found[1]} | ({"to": found[2]} if found[2] else {})


def span(value: Any) -> Any:
    """A plain duration as a span without chance."""
    return {"between": [value, value]} if isinstance(value, str) else value


def ready_clock(value: Any) -> Any:
    """`at 12:03` as `12:03`."""
    return value.strip().removeprefix("at ").strip() if isinstance(value, str) else value


def uninvited_chance(value: Any) -> Any:
    """A plain chance as `{chance: ..}`."""
    return {"chance": value} if isinstance(value, str) else value


def until_clock(value: Any) -> Any:
    """`by 12:13` as `12:13`."""
    return value.strip().removeprefix("by ").strip() if isinstance(value, str) else value


def aim_entry(value: Any) -> Any:
    """The one entry of a list as the entry itself."""
    if not isinstance(value, list):
        return value
    if len(value) != 1:
        raise Wrong(
            "aim-count",
            _("The day is for exactly one thing: one entry belongs here."),
            _("Name everybody who must be in place in `who`, by the latest time."),
        )
    return value[0]


def precedence_place(value: Any) -> Any:
    """One person, or several equals in brackets, as `{who: ..}`."""
    return {"who": value} if isinstance(value, str | list) else value


def order_places(value: Any) -> Any:
    """The bare list of places as `{places: ..}`."""
    return {"places": value} if isinstance(value, list) else value


def groups_of_equals(value: Any) -> Any:
    """One group of equals as a list of one."""
    return [value] if isinstance(value, list) and value and all(isinstance(one, str) for one in value) else value


def named_plan(value: Any) -> Any:
    """The bare list of briefings as `{briefings: ..}`."""
    return {"briefings": value} if isinstance(value, list) else value


def expectation(value: Any) -> Any:
    """`clean` as `{clean: yes}`."""
    return {"clean": "yes"} if isinstance(value, str) and value.strip() == "clean" else value
