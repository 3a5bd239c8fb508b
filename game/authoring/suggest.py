"""Did you mean: the nearest of the words that would have been right."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final

from game.wording.catalogue import _

_MOST_LISTED: Final = 30


def nearest(word: str, allowed: Iterable[str]) -> str | None:
    """The most similar of the allowed words, or None where nothing is similar."""
    known = sorted(set(allowed))
    if len(word) > 80:
        return None
    close = get_close_matches(word.lower(), known, n=1, cutoff=0.6)
    if close:
        return close[0]
    ends = [name for name in known if name.endswith("." + word.lower())]
    return ends[0] if len(ends) == 1 else None


def did_you_mean(word: str, allowed: Iterable[str]) -> str:
    """A hint: the nearest word, or all that would be right; empty where nothing is known."""
    known = list(dict.fromkeys(allowed)) if isinstance(allowed, list | tuple) else sorted(set(allowed))
    close = nearest(word, known)
    if close:
        return _("Did you mean `{word}`?").format(word=close)
    if not known:
        return ""
    listed, more = ", ".join(known[:_MOST_LISTED]), len(known) - _MOST_LISTED
    if more > 0:
        return _("There are: {words} and {more} more.").format(words=listed, more=more)
    return _("There are: {words}.").format(words=listed)


def short(text: str) -> str:
    """A text as quoted in a sentence: one line, at most forty characters."""
    line = " ".join(text.split())
    return line if len(line) <= 40 else line[:37] + "..."
