"""Texts, dates, colours and addresses: read from their text, or refused with a word on how to write them."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, Final
from unicodedata import normalize

from pydantic import ValidationInfo

from game.authoring.problems import Wrong
from game.authoring.quantities import one_line, read_clock, single
from game.authoring.suggest import did_you_mean, short
from game.protocol.alphabets import ALPHABETS
from game.protocol.units import format_exact_clock
from game.wording.catalogue import _

LONGEST_LABEL: Final = 120
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?\Z")
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


def read_text(value: Any, info: ValidationInfo) -> str:
    """A text: one, or that of the wanted language out of several."""
    if isinstance(value, dict):
        value = _in_language(value, str((info.context or {}).get("language", "en")))
    return _visible(single(value))


def _visible(text: str) -> str:
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
        if not is_language(code):
            raise Wrong(
                "language",
                _("`{code}` is no language code.").format(code=short(code)),
                _("Several languages are written {{en: Hello, ko: 안녕하세요}}.").format(),
            )
        single(text)
    if not texts:
        raise Wrong("empty", _("A text is missing here."))
    return texts.get(language) or texts.get("en") or next(iter(texts.values()))


def is_language(code: str) -> bool:
    """Whether this is written like the code of a language."""
    return _LANGUAGE.match(code) is not None


def read_date(value: Any) -> str:
    """A date as year-month-day."""
    text = one_line(value)
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise Wrong(
            "date",
            _("`{text}` is no date.").format(text=short(text)),
            _("Write year-month-day, like 2024-06-19."),
        ) from None


def read_day_and_time(value: Any) -> str:
    """A date, and a time of day if one is given: `2021-03-04` or `2021-03-04 10:30`."""
    day, _blank, time = one_line(value).partition(" ")
    written = read_date(day)
    return f"{written} {format_exact_clock(read_clock(time))}" if time else written


def read_word(value: Any) -> str:
    """A word or two that stand for the same thing wherever they are written, like the name of a class."""
    return normalize("NFC", " ".join(_visible(one_line(value)).split()))


def read_names(value: Any) -> dict[str, str]:
    """The names of a state or a person for alphabetical orders: one for each language."""
    if not isinstance(value, dict):
        raise Wrong(
            "shape",
            _("A name for each language belongs here."),
            _("Write it like {{en: Austria, de: Österreich}}.").format(),
        )
    for code in value:
        if code not in ALPHABETS:
            raise no_alphabet(code)
    return {code: normalize("NFC", " ".join(one_line(name).split())) for code, name in value.items()}


def no_alphabet(code: str) -> Wrong:
    """The problem that names cannot be put in order in a language."""
    return Wrong(
        "precedence-language",
        _("There is no alphabet for the language `{code}` here.").format(code=short(code)),
        did_you_mean(code, list(ALPHABETS)),
    )


def read_colour(value: Any) -> str:
    """A colour as #rrggbb."""
    text = one_line(value).lower()
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
    text = one_line(value)
    if not re.fullmatch(r"https?://[^\s<>\"]+", text):
        raise Wrong(
            "url",
            _("`{text}` is no web address.").format(text=short(text)),
            _("It begins with https:// and has no blanks."),
        )
    return text
