"""Alphabetical order as a language has it: what the lists of states follow at a conference.

A small table for each language, written out, and not the machine's locale: the same names stand in the same order
everywhere. Blanks and hyphens part words, and a shorter word comes first; other punctuation and capitals do not count;
a letter with a mark that the language does not count as a letter of its own comes after the plain one.
"""

from __future__ import annotations

from typing import Final

from game.protocol.alphabets import ALPHABETS, BASE, MARKS, Alphabet

SortKey = tuple[tuple[int, ...], tuple[int, ...]]
"""Letters first; only between names of the same letters the marks on them."""

_BREAKS: Final = " -\u2010\u2011\u2013\u00a0"
_IGNORED: Final = frozenset(".,;:'\"()/&\u00b7\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb\u02bc\u0060\u00b4")
_DIGITS: Final = "0123456789"
_FIRST_LETTER: Final = 1 + len(_DIGITS)
_LONGEST: Final = 2


class UnknownLanguage(ValueError):
    """There is no table for this language."""


class UnknownLetter(ValueError):
    """A `letter` that the language's alphabet cannot place: the name is in another language's writing."""

    def __init__(self, letter: str) -> None:
        super().__init__(letter)
        self.letter = letter


def sort_key(text: str, language: str) -> SortKey:
    """The key by which a name sorts in a language; the text is in composed form (NFC).

    Raises UnknownLanguage, and UnknownLetter for what has no place in its alphabet.
    """
    alphabet = ALPHABETS.get(language)
    if alphabet is None:
        raise UnknownLanguage(language)
    plain = "".join(" " if c in _BREAKS else c for c in _small(text, alphabet) if c not in _IGNORED)
    letters: list[int] = []
    marks: list[int] = []
    rest = " ".join(plain.split())
    while rest:
        size, places, mark = _next(rest, alphabet)
        letters += places
        marks += [mark] * len(places)
        rest = rest[size:]
    return tuple(letters), tuple(marks)


def _small(text: str, alphabet: Alphabet) -> str:
    """The text without capitals: in Turkish the capital of a dotless i is I."""
    for capital, small in alphabet.small:
        text = text.replace(capital, small)
    return text.lower()


def _next(rest: str, alphabet: Alphabet) -> tuple[int, list[int], int]:
    """How many characters the next letter takes, where it stands in the alphabet, and its mark."""
    for size in range(min(_LONGEST, len(rest)), 0, -1):
        letter = rest[:size]
        if letter in alphabet.letters:
            return size, [_FIRST_LETTER + alphabet.letters.index(letter)], 0
        if letter in alphabet.like:
            return size, [place for one in alphabet.like[letter] for place in _next(one, alphabet)[1]], len(MARKS) + 1
    letter = rest[0]
    if letter == " ":
        return 1, [0], 0
    if letter in _DIGITS:
        return 1, [1 + _DIGITS.index(letter)], 0
    for number, marked in enumerate(MARKS, 1):
        if letter in marked:
            return 1, _next(BASE[letter], alphabet)[1], number
    raise UnknownLetter(letter)
