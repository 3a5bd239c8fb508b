"""The types of a scenario file's values, for its model."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any, Final

from game.authoring.cue_fields import read_cue, read_occurrence
from game.authoring.hooks import Expanded, Instead, InsteadInformed
from game.authoring.problems import Wrong
from game.authoring.quantities import (
    one_line,
    read_chance,
    read_clock,
    read_duration,
    read_length,
    read_minutes,
    read_speed,
    read_whole,
    read_yes_no,
    single,
)
from game.authoring.suggest import short
from game.authoring.texts import (
    read_colour,
    read_date,
    read_day_and_time,
    read_label,
    read_names,
    read_text,
    read_url,
    read_word,
)
from game.protocol.cues import Cue, Occurrence
from game.wording.catalogue import _

_ID: Final = re.compile(r"[a-z][a-z0-9_-]{0,39}\Z")
_NAME: Final = re.compile(r"[a-z][a-z0-9_-]{0,39}(?:\.[a-z][a-z0-9_-]{0,39})?\Z")


def read_id(value: Any) -> str:
    """An id."""
    text = single(value)
    if text != value or not _ID.match(text):
        raise Wrong(
            "id",
            _("`{text}` cannot be an id.").format(text=short(text)),
            _("Use at most 40 small letters, digits, - and _, a letter first: like lavrov or main-door."),
        )
    return text


def read_name(value: Any) -> str:
    """The id of a person, a delegation or a group, also `russia.ministers`."""
    text = one_line(value)
    if not _NAME.match(text):
        raise Wrong(
            "id",
            _("`{text}` is not a name of people as this file writes them.").format(text=short(text)),
            _("Write the id: kim, russia, russia.ministers or all."),
        )
    return text


def listed(value: Any) -> Any:
    """One thing where a list of them may stand."""
    return [value] if isinstance(value, str | dict) and value else value


def some(value: Any) -> Any:
    """One thing or a list of at least one."""
    if value == []:
        raise Wrong("empty", _("Somebody or something must be named here."))
    return listed(value)


def events(value: Any) -> Any:
    """A list of things that happen, at least one; a text may join several with `and`."""
    if isinstance(value, str) and value.strip():
        return [part for part in re.split(r"\s+and\s+", value.strip()) if part]
    return some(value)


if TYPE_CHECKING:
    CueText = Cue
    Event = Occurrence
else:
    CueText = Annotated[Any, Instead(read_cue)]
    Event = Annotated[Any, Instead(read_occurrence)]

Clock = Annotated[int, Instead(read_clock)]
Duration = Annotated[int, Instead(read_duration)]
Minutes = Annotated[int, Instead(read_minutes)]
Length = Annotated[int, Instead(read_length)]
Speed = Annotated[int, Instead(read_speed)]
Chance = Annotated[int, Instead(read_chance)]
Whole = Annotated[int, Instead(read_whole)]
YesNo = Annotated[bool, Instead(read_yes_no)]
Id = Annotated[str, Instead(read_id)]
Name = Annotated[str, Instead(read_name)]
Text = Annotated[str, InsteadInformed(read_text)]
Label = Annotated[str, InsteadInformed(read_label)]
Date = Annotated[str, Instead(read_date)]
Colour = Annotated[str, Instead(read_colour)]
Url = Annotated[str, Instead(read_url)]
Word = Annotated[str, Instead(read_word)]
DayAndTime = Annotated[str, Instead(read_day_and_time)]
NamesByLanguage = Annotated[dict[str, str], Instead(read_names)]
Names = Annotated[list[Name], Expanded(some)]
Texts = Annotated[list[Text], Expanded(listed)]
