"""The words of the classroom's pages: one table for each, made anew in the language in use.

A page asks for its table once and puts the texts in by their keys. A text with a value in it has `{value}`, which the
page fills in; nothing of it is ever taken for markup.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from game.classroom.telling.desk_words import desk_words
from game.classroom.telling.projector_words import projector_words
from game.classroom.telling.trainee_words import trainee_words
from game.wording.catalogue import _, language

PAGES: Final = ("trainee", "desk", "projector")


def words(page: str) -> dict[str, str]:
    """Key to text, for a page of PAGES; raises KeyError. `language` is the code for the page's `lang`."""
    return {"language": language(), **_everywhere(), **_TABLES[page]()}


def _everywhere() -> dict[str, str]:
    return {
        "name": _("After You"),
        "connected": _("Connected"),
        "reconnecting": _("The connection is lost; trying again …"),
        "reconstructed": _("reconstructed"),
        "reconstructed_why": _("No source gives this: it was made for this scenario."),
        "on_air": _("on air"),
        "off_air": _("off air"),
        "principal": _("principal"),
    }


_TABLES: Final[dict[str, Callable[[], dict[str, str]]]] = {
    "trainee": trainee_words, "desk": desk_words, "projector": projector_words,
}  # fmt: skip
