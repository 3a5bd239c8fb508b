"""How single values and short spellings look to an editor: one entry for each reader and each hook of the model.

Editors read YAML 1.2: there `12:03` and `yes` are texts, `true` a truth value and `9` a number. The patterns are those
of JSON Schema. They let everything pass that the loader takes; of what it refuses they find what a text alone can show.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from game.authoring import cue_fields, fields, quantities, shorthand, texts
from game.authoring.problems import Wrong
from game.protocol.alphabets import ALPHABETS
from game.protocol.cues import MOMENTS, Moment

Json = dict[str, Any]

_QUOTE: Final = r"[\"']*\s*"
_END_QUOTE: Final = r"\s*[\"']*"
_ID: Final = r"[a-z][a-z0-9_-]{0,39}"
_NAME: Final = rf"{_ID}(\.{_ID})?"
_NUMBER: Final = r"[0-9]{1,9}(\.[0-9]{1,3})?"
_CLOCK: Final = r"([01]?[0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]{1,3})?)?"
_DURATION: Final = rf"{_NUMBER}\s*(ms|s|min|h)(\s*{_NUMBER}\s*(ms|s|min|h))*"
_LANGUAGE: Final = "^[a-z]{2,3}([-_][A-Za-z]{2,4})?$"
_OF_PEOPLE: Final = tuple(moment for moment in MOMENTS if not Moment(moment).of_nobody)
_OF_BROADCAST: Final = tuple(moment for moment in MOMENTS if Moment(moment).of_nobody)


def _spaced(words: tuple[str, ...]) -> str:
    return "|".join(word.replace(" ", r"\s+") for word in words)


_WHOM: Final = rf"((first|all|both)\s+of\s+|both\s+)*{_NAME}"
_EVENT: Final = rf"({_spaced(_OF_BROADCAST)}|{_WHOM}\s+({_spaced(_OF_PEOPLE)}))"
_LATER: Final = rf"(\s+\+\s+{_DURATION})?"
_QUOTED_CLOCK: Final = rf"[\"']?{_CLOCK}[\"']?"
_CUE: Final = "|".join((
    r"on\s+word",
    rf"at\s+once{_LATER}",
    rf"at\s+(door\s+by\s+)?{_QUOTED_CLOCK}",
    rf"(after|with)\s+{_EVENT}(\s+and\s+{_EVENT})*{_LATER}",
))


def _told(read: Callable[[Any], Any]) -> str:
    """How to write a value: the hint with which its own reader refuses a bad one."""
    try:
        read("?")
    except Wrong as wrong:
        return wrong.hint
    return ""


def _pattern(pattern: str, read: Callable[[Any], Any]) -> Json:
    found: Json = {"type": "string", "pattern": rf"^\s*{_QUOTE}({pattern}){_END_QUOTE}\s*$"}
    told = _told(read)
    return found | ({"patternErrorMessage": told} if told else {})


def _word(pattern: str, read: Callable[[Any], Any]) -> Json:
    """A value in which not even a blank may stand beside the pattern."""
    return {"type": "string", "pattern": f"^({pattern})$", "patternErrorMessage": _told(read)}


def _or_number(pattern: str, read: Callable[[Any], Any], **bounds: int) -> Json:
    return {"anyOf": [{"type": "integer", "minimum": 0, **bounds}, _pattern(pattern, read)]}


TEXT: Final[Json] = {"type": ["string", "number", "boolean"], "minLength": 1}
_TEXTS: Final[Json] = {
    "anyOf": [TEXT, {"type": "object", "patternProperties": {_LANGUAGE: TEXT}, "additionalProperties": False,
                     "minProperties": 1}]
}
_COLOUR_WORDS: Final = "|".join(
    "".join(f"[{letter}{letter.upper()}]" for letter in name) for name in sorted(texts.COLOURS)
)
_NAMES_BY_LANGUAGE: Final[Json] = {
    "type": "object", "propertyNames": {"enum": sorted(ALPHABETS)}, "additionalProperties": TEXT,
}

def values() -> dict[Callable[..., Any], tuple[str, Json]]:
    """Each reader's name among the schema's definitions, and what it takes; hints in the player's language."""
    day = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
    yes_no = "[yY][eE][sS]|[nN][oO]|[tT][rR][uU][eE]|[fF][aA][lL][sS][eE]"
    colour = _pattern(f"#[0-9a-fA-F]{{6}}|{_COLOUR_WORDS}", texts.read_colour)
    return {
        fields.read_id: ("id", _word(_ID, fields.read_id)),
        fields.read_name: ("name", _pattern(_NAME, fields.read_name)),
        cue_fields.read_cue: ("cue", _pattern(_CUE, cue_fields.read_cue)),
        cue_fields.read_occurrence: ("event", _pattern(rf"(after\s+)?{_EVENT}", cue_fields.read_occurrence)),
        cue_fields.read_moment: ("moment", {"enum": list(_OF_PEOPLE)}),
        quantities.read_clock: ("time", _pattern(_CLOCK, quantities.read_clock)),
        quantities.read_duration: ("duration", _pattern(_DURATION, quantities.read_duration)),
        quantities.read_minutes: ("minutes", _or_number(rf"[0-9]{{1,6}}|{_DURATION}", quantities.read_duration)),
        quantities.read_length: ("length", _pattern(rf"{_NUMBER}\s*(mm|cm|m)", quantities.read_length)),
        quantities.read_speed: ("speed", _pattern(rf"{_NUMBER}\s*m/s", quantities.read_speed)),
        quantities.read_chance: ("chance", _pattern(r"[0-9]{1,3}(\.[0-9])?\s*%", quantities.read_chance)),
        quantities.read_whole: ("whole", _or_number("[0-9]{1,6}", quantities.read_whole, maximum=999_999)),
        quantities.read_yes_no: ("yes-no", {"anyOf": [
            {"enum": ["yes", "no", True, False]}, _pattern(yes_no, quantities.read_yes_no)]}),
        texts.read_text: ("text", _TEXTS),
        texts.read_label: ("text", _TEXTS),
        texts.read_word: ("word", TEXT),
        texts.read_date: ("date", _pattern(day, texts.read_date)),
        texts.read_day_and_time: ("day-and-time", _pattern(rf"{day}(\s+{_CLOCK})?", texts.read_date)),
        texts.read_colour: ("colour", {"anyOf": [{"enum": sorted(texts.COLOURS)}, colour]}),
        texts.read_url: ("url", _pattern(r"https?://[^\s<>\"]+", texts.read_url)),
        texts.read_names: ("names", _NAMES_BY_LANGUAGE),
    }


def _period(block: Json) -> Json:
    return {"anyOf": [block, _pattern(rf"from\s+{_QUOTED_CLOCK}(\s+to\s+{_QUOTED_CLOCK})?", shorthand.period)]}


def _after_word(word: str) -> Callable[[Json], Json]:
    """A time of day, or one after this word: `by 12:13`."""
    return lambda clock: {"anyOf": [clock, _pattern(rf"{word}\s+{_QUOTED_CLOCK}", quantities.read_clock)]}


def _or(other: Json) -> Callable[[Json], Json]:
    return lambda whole: {"anyOf": [whole, other]}


def _one_or_list(whole: Json, least: int = 0) -> Json:
    return {"anyOf": [whole["items"], whole | ({"minItems": least} if least else {})]}


def _events(whole: Json) -> Json:
    several = _pattern(rf"(after\s+)?{_EVENT}(\s+and\s+(after\s+)?{_EVENT})*", cue_fields.read_occurrence)
    return {"anyOf": [several, whole | {"minItems": 1}]}


def _groups(whole: Json) -> Json:
    return {"anyOf": [whole, whole["items"]]}


def _or_its(key: str, block: Json) -> Json:
    """A block, or what stands at one of its keys."""
    return {"anyOf": [block, {"$ref": f"{block['$ref']}/properties/{key}"}]}


_NAME_REF: Final[Json] = {"$ref": "#/definitions/name"}
_NAMED: Final[Json] = {"anyOf": [_NAME_REF, {"type": "array", "items": _NAME_REF, "minItems": 1}]}

SHORTHANDS: Final[dict[Callable[..., Any], Callable[[Json], Json]]] = {
    fields.listed: _one_or_list,
    fields.some: lambda whole: _one_or_list(whole, 1),
    fields.events: _events,
    shorthand.period: _period,
    shorthand.span: _or({"$ref": "#/definitions/duration"}),
    shorthand.until_clock: _after_word("by"),
    shorthand.ready_clock: _after_word("at"),
    shorthand.uninvited_chance: _or({"$ref": "#/definitions/chance"}),
    shorthand.aim_entry: lambda block: {
        "anyOf": [block, {"type": "array", "items": block, "minItems": 1, "maxItems": 1}]
    },
    shorthand.precedence_place: lambda block: {"anyOf": [block, _NAMED]},
    shorthand.order_places: lambda block: _or_its("places", block),
    shorthand.groups_of_equals: _groups,
    shorthand.named_plan: lambda block: _or_its("briefings", block),
    shorthand.expectation: _or({"enum": ["clean"]}),
}
"""For each hook that takes a short spelling: the long one's schema made into that of both."""
