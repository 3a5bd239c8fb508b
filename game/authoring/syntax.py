"""What a YAML parser complains about, in the words of somebody who has never heard of YAML."""

from __future__ import annotations

import re
from typing import Final

import yaml

from game.authoring.problems import Spot, Wrong
from game.wording.catalogue import _

_FORBIDDEN: Final = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\ufeff\u202a-\u202e\u2066-\u2069]"
)
_BEGINS_EARLIER: Final = ("quoted scalar", "flow sequence", "flow mapping", "simple key")
_BREAK: Final = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


def first_forbidden(text: str) -> tuple[Spot, Wrong] | None:
    """The first character that no text file should have (control characters, reversals of direction)."""
    found = _FORBIDDEN.search(text)
    if found is None:
        return None
    return _spot_at(text, found.start()), Wrong(
        "file-control",
        _("An invisible control character stands here (number {number}).").format(
            number=f"U+{ord(found[0]):04X}"
        ),
        _("Delete it. If the whole file looks like this, it is no text file."),
    )


def syntax_problem(error: yaml.YAMLError, text: str) -> tuple[Spot, Wrong]:
    """Where and why a text cannot be read as YAML."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    spot = Spot(mark.line + 1, mark.column + 1) if mark else Spot(1, 1)
    said = f"{getattr(error, 'context', '') or ''} {getattr(error, 'problem', '') or ''}"
    sentence, hint = _explain(said, _character(text, spot))
    context = getattr(error, "context_mark", None)
    if context and any(words in said for words in _BEGINS_EARLIER):
        spot = Spot(context.line + 1, context.column + 1)
    return spot, Wrong("yaml-syntax", sentence, hint)


def _explain(said: str, character: str) -> tuple[str, str]:
    if character == "\t" or "tab" in said:
        return _("A tab stands here."), _("Indent with spaces; tabs are not allowed in these files.")
    if "cannot start any token" in said:
        return (
            _("A text cannot begin with `{character}`.").format(character=character),
            _("Put quotes round the text."),
        )
    if "mapping values are not allowed" in said:
        return (
            _("A colon makes a key here, where none can stand."),
            _("Put quotes round a text with a colon, or check that this line is indented like the others."),
        )
    if "quoted scalar" in said:
        return _("These quotes are opened and not closed, or hold a backslash that means nothing."), _(
            'Close them; inside ".." write \\\\ for a backslash.'
        )
    if "flow sequence" in said:
        return _("A list in [..] is not closed, or a comma is missing."), _(
            "Check brackets and commas from here on."
        )
    if "flow mapping" in said or "',' or '}'" in said:
        return _("Keys in {..} are not closed, or a comma is missing."), _(
            "Check braces and commas from here on."
        )
    if "block mapping" in said or "block collection" in said or "block sequence" in said:
        return (
            _("This line does not fit what stands above it."),
            _("Check its indentation: what belongs together begins in one column. Quotes above may be open."),
        )
    if "simple key" in said or "':'" in said:
        return _("A key here lacks its colon."), _("Write `key: value`, with a blank after the colon.")
    return (
        _("This cannot be read from here on."),
        _("Check indentation, brackets and quotes on this line and the one before."),
    )


def _character(text: str, spot: Spot) -> str:
    lines = _BREAK.split(text)
    line = lines[spot.line - 1] if spot.line <= len(lines) else ""
    return line[spot.column - 1 : spot.column]


def _spot_at(text: str, index: int) -> Spot:
    before = _BREAK.split(text[:index])
    return Spot(len(before), len(before[-1]) + 1)
