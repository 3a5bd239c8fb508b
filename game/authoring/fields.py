"""The values of a scenario file: each read from its text, or refused with a word on how to write it."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Final

from pydantic import ValidationInfo

from game.authoring.hooks import Expanded, Instead, InsteadInformed
from game.authoring.problems import Wrong
from game.authoring.suggest import did_you_mean, short
from game.protocol.cues import MOMENTS, Cue, CueError, Moment, Occurrence, parse_cue, parse_occurrence
from game.protocol.units import (
    QuantityError,
    parse_clock,
    parse_duration,
    parse_length,
    parse_permille,
    parse_speed,
)
from game.wording.catalogue import _

LONGEST_TEXT: Final = 4_000
LONGEST_LABEL: Final = 120
_LONGEST_VALUE: Final = 400
_ID: Final = re.compile(r"[a-z][a-z0-9_-]{0,39}\Z")
_NAME: Final = re.compile(r"[a-z][a-z0-9_-]{0,39}(?:\.[a-z][a-z0-9_-]{0,39})?\Z")
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?\Z")
_WHOLE: Final = re.compile(r"[0-9]{1,6}\Z")
_BOTH: Final = re.compile(r"\bboth (?:of )?")
_CONTROL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
COLOURS: Final = {
    "white": "#ffffff",
    "black": "#1a1a1a",
    "grey": "#808080",
    "gray": "#808080",
    "silver": "#c0c0c0",
    "red": "#d52b1e",
    "crimson": "#a4262c",
    "maroon": "#7b2f33",
    "orange": "#e8772e",
    "gold": "#d4a017",
    "yellow": "#fcd116",
    "green": "#2e8b57",
    "darkgreen": "#1e5631",
    "teal": "#1f7a7a",
    "turquoise": "#40b5ad",
    "blue": "#0039a6",
    "navy": "#14284b",
    "lightblue": "#8fb8de",
    "skyblue": "#5b9bd5",
    "purple": "#5b2a86",
    "pink": "#e8a0b4",
    "brown": "#7a5236",
}


def single(value: Any) -> str:
    """The text of a value that must be a single one; raises Wrong."""
    if isinstance(value, str):
        text = value.strip()
        if not text:
            raise Wrong("empty", _("A value is missing here."))
        if len(text) > LONGEST_TEXT:
            raise Wrong(
                "text-long", _("This text is longer than {most} characters.").format(most=LONGEST_TEXT)
            )
        return text
    raise Wrong("shape", _("One value belongs here, not a list or a block of keys."))


def _quantity(value: Any) -> str:
    text = single(value).strip("\"'").strip()
    if len(text) > _LONGEST_VALUE:
        raise Wrong("text-long", _("This is far too long for what belongs here."))
    return text


def _number_text(value: Any) -> str:
    text = _quantity(value)
    return text if len(text) <= 40 else text[:40] + "?"


def read_clock(value: Any) -> int:
    """A time of day in ms since midnight."""
    text = _number_text(value)
    try:
        return parse_clock(text)
    except QuantityError:
        raise Wrong(
            "clock",
            _("`{text}` is no time of day.").format(text=short(text)),
            _("Write it like 12:03 or 12:03:16."),
        ) from None


def read_duration(value: Any) -> int:
    """A duration in ms."""
    text = _number_text(value)
    try:
        return parse_duration(text)
    except QuantityError:
        bare = _("Say whether these are seconds or minutes: {text} s, {text} min.").format(text=text)
        raise Wrong(
            "duration",
            _("`{text}` is no duration.").format(text=short(text)),
            bare if _WHOLE.match(text) else _("Write it like 10 s, 1.5 s, 3 min or 1 min 30 s."),
        ) from None


def read_length(value: Any) -> int:
    """A length in mm."""
    text = _number_text(value)
    try:
        return parse_length(text)
    except QuantityError:
        raise Wrong(
            "length", _("`{text}` is no length.").format(text=short(text)), _("Write it like 5.5 m or 90 cm.")
        ) from None


def read_speed(value: Any) -> int:
    """A walking speed in mm/s."""
    text = _number_text(value)
    try:
        return parse_speed(text)
    except QuantityError:
        raise Wrong(
            "speed",
            _("`{text}` is no walking speed.").format(text=short(text)),
            _("Write it like 1.2 m/s; from 0.1 to 5 m/s."),
        ) from None


def read_chance(value: Any) -> int:
    """A chance in thousandths."""
    text = _number_text(value)
    try:
        return parse_permille(text)
    except QuantityError:
        raise Wrong(
            "chance",
            _("`{text}` is no chance.").format(text=short(text)),
            _("Write it like 15 % or 0.5 %; at most 100 %."),
        ) from None


def read_whole(value: Any) -> int:
    """A whole number."""
    text = _number_text(value)
    if not _WHOLE.match(text):
        raise Wrong(
            "number",
            _("`{text}` is no whole number.").format(text=short(text)),
            _("Write digits only, like 3."),
        )
    return int(text)


def read_minutes(value: Any) -> int:
    """A duration in ms; a bare number means minutes."""
    text = _number_text(value)
    return read_duration(f"{text} min" if _WHOLE.match(text) else text)


def read_yes_no(value: Any) -> bool:
    """`yes`, `no`, `true` or `false`."""
    text = _quantity(value).lower()
    if text in {"yes", "true"}:
        return True
    if text in {"no", "false"}:
        return False
    raise Wrong(
        "yes-no", _("`{text}` is neither yes nor no.").format(text=short(text)), _("Write yes or no.")
    )


def read_cue(value: Any) -> Cue:
    """A cue."""
    text = cue_text(value)
    try:
        return parse_cue(text)
    except CueError as error:
        raise cue_wrong(error, text) from None


def read_occurrence(value: Any) -> Occurrence:
    """Something that happens to somebody."""
    text = cue_text(value).removeprefix("after ")
    try:
        return parse_occurrence(text)
    except CueError as error:
        raise cue_wrong(error, text) from None


def cue_text(value: Any) -> str:
    """A cue's text with the words left out that change nothing, and quotes round a time inside it."""
    return _BOTH.sub("", _quantity(value)).replace('"', "").replace("'", "").strip()


def cue_wrong(error: CueError, text: str) -> Wrong:
    """Why a text is no cue."""
    part = short(error.part)
    match error.reason:
        case "clock":
            return Wrong(
                "cue",
                _("`{part}` in this cue is no time of day.").format(part=part),
                _("Write it like at 12:03 or at 12:03:16."),
            )
        case "duration":
            return Wrong(
                "cue",
                _("`{part}` in this cue is no duration.").format(part=part),
                _("Write it like after kim entered + 10 s."),
            )
        case "negative":
            return Wrong(
                "cue",
                _("A cue cannot come before what it waits for: nobody can foresee it."),
                _("Wait for something earlier, or give a time of day."),
            )
        case "who":
            return Wrong(
                "cue",
                _("`{part}` in this cue is nobody's id.").format(part=part),
                _("An id has small letters, digits, - and _: after kim entered."),
            )
        case "moment":
            last = part.split()[-1] if part.split() else part
            return Wrong(
                "cue",
                _("`{part}` does not say what happens to whom.").format(part=part),
                did_you_mean(last, MOMENTS),
            )
        case _:
            return Wrong(
                "cue",
                _("`{text}` is no cue.").format(text=short(text)),
                _("Write it like at 12:03:10, after kim entered + 10 s, at door by 12:05, at once, on word."),
            )


def read_moment(value: Any) -> Moment:
    """What may happen to somebody."""
    text = _quantity(value)
    words = [moment for moment in MOMENTS if not Moment(moment).of_broadcast]
    if text not in words:
        raise Wrong(
            "choice",
            _("`{text}` is nothing that happens to somebody.").format(text=short(text)),
            did_you_mean(text, words),
        )
    return Moment(text)


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
    text = _quantity(value)
    if not _NAME.match(text):
        raise Wrong(
            "id",
            _("`{text}` is not a name of people as this file writes them.").format(text=short(text)),
            _("Write the id: kim, russia, russia.ministers or all."),
        )
    return text


def read_text(value: Any, info: ValidationInfo) -> str:
    """A text: one, or that of the wanted language out of several."""
    if isinstance(value, dict):
        value = _in_language(value, str((info.context or {}).get("language", "en")))
    text = single(value)
    found = _CONTROL.search(text)
    if found:
        raise Wrong(
            "text-control",
            _("This text holds an invisible control character (number {number}).").format(
                number=f"U+{ord(found[0]):04X}"
            ),
        )
    return text


def read_label(value: Any, info: ValidationInfo) -> str:
    """A short text on one line."""
    text = " ".join(read_text(value, info).split())
    if len(text) > LONGEST_LABEL:
        raise Wrong(
            "text-long",
            _("This text must fit on one line: at most {most} characters.").format(most=LONGEST_LABEL),
        )
    return text


def _in_language(texts: dict[str, Any], language: str) -> Any:
    for code, text in texts.items():
        if not _LANGUAGE.match(code):
            raise Wrong(
                "language",
                _("`{code}` is no language code.").format(code=short(code)),
                _("Several languages are written {{en: Hello, ko: 안녕하세요}}.").format(),
            )
        single(text)
    if not texts:
        raise Wrong("empty", _("A text is missing here."))
    return texts.get(language) or texts.get("en") or next(iter(texts.values()))


def read_date(value: Any) -> str:
    """A date as year-month-day."""
    text = _quantity(value)
    try:
        date.fromisoformat(text)
    except ValueError:
        raise Wrong(
            "date",
            _("`{text}` is no date.").format(text=short(text)),
            _("Write year-month-day, like 2024-06-19."),
        ) from None
    return text


def read_colour(value: Any) -> str:
    """A colour as #rrggbb."""
    text = _quantity(value).lower()
    if re.fullmatch(r"#[0-9a-f]{6}", text):
        return text
    if text not in COLOURS:
        raise Wrong(
            "colour",
            _("`{text}` is no colour known here.").format(text=short(text)),
            _('{guess} Or write it like "#0039a6".').format(guess=did_you_mean(text, COLOURS)),
        )
    return COLOURS[text]


def read_url(value: Any) -> str:
    """A web address."""
    text = _quantity(value)
    if not re.fullmatch(r"https?://[^\s<>\"]+", text):
        raise Wrong(
            "url",
            _("`{text}` is no web address.").format(text=short(text)),
            _("It begins with https:// and has no blanks."),
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


def choice(value: Any, allowed: tuple[str, ...]) -> str:
    """One of a few words; raises Wrong."""
    text = _quantity(value)
    if text not in allowed:
        raise Wrong(
            "choice",
            _("`{text}` is not one of the words that can stand here.").format(text=short(text)),
            did_you_mean(text, allowed),
        )
    return text


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
Names = Annotated[list[Name], Expanded(some)]
Texts = Annotated[list[Text], Expanded(listed)]
