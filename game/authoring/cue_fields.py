"""Cues and what happens to people: read from their text, or refused with a word on how to write them."""

from __future__ import annotations

import re
from typing import Any, Final

from game.authoring.problems import Wrong
from game.authoring.quantities import one_line
from game.authoring.suggest import did_you_mean, short
from game.protocol.cues import MOMENTS, Cue, CueError, Moment, Occurrence, parse_cue, parse_occurrence
from game.wording.catalogue import _

_BOTH: Final = re.compile(r"\bboth (?:of )?")


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
    return _BOTH.sub("", one_line(value)).replace('"', "").replace("'", "").strip()


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
    text = one_line(value)
    words = [moment for moment in MOMENTS if not Moment(moment).of_nobody]
    if text not in words:
        raise Wrong(
            "choice",
            _("`{text}` is nothing that happens to somebody.").format(text=short(text)),
            did_you_mean(text, words),
        )
    return Moment(text)
