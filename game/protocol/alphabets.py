"""The alphabets: which letters a language counts, in which order, and what the others sort as.

After the collation data of the Unicode CLDR, kept to what names of states and people need. A library of the
Unicode algorithm would bring 1.5 MB of data and no order but the root one, in which \u00c5land stands before Bern.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

OWN: Final = "own"
"""Each name in its own language, Greek and Cyrillic read as Latin letters: how the European Union lists its members."""


@dataclass(frozen=True, slots=True)
class Alphabet:
    """The letters in order (two may make one), what is written otherwise but sorts as letters, odd capitals."""

    letters: tuple[str, ...]
    like: Mapping[str, str] = field(default_factory=dict)
    small: tuple[tuple[str, str], ...] = ()


_MARKED: Final = (
    # From the mark that comes first to the one that comes last, as in the Unicode root order.
    ("áéíóúýćńśźĺŕάέήίόύώ", "aeiouycnszlrαεηιουω"),
    ("àèìòù", "aeiou"),
    ("ăğŭй", "aguи"),
    ("âêîôûŵŷ", "aeiouwy"),
    ("čďěňřšťžľ", "cdenrstzl"),
    ("åů", "au"),
    ("äëïöüÿϊϋёї", "aeiouyιυеі"),
    ("őű", "ou"),
    ("ãõñ", "aon"),
    ("żėġİ", "zegi"),
    ("çşţșțģķļņ", "cststgkln"),
    ("ąęįų", "aeiu"),
    ("āēīōū", "aeiou"),
    ("ΐΰ", "ιυ"),
)  # fmt: skip

MARKS: Final = tuple(marked for marked, _plain in _MARKED)
"""Letters with a mark, mark by mark, in the order of the marks."""

BASE: Final[Mapping[str, str]] = MappingProxyType({
    one: base for marked, plain in _MARKED for one, base in zip(marked, plain, strict=True)
})
"""The letter without its mark, for languages that do not count it as one of their own."""

_FOREIGN: Final = {
    "æ": "ae", "œ": "oe", "ß": "ss", "ø": "o", "þ": "th", "ð": "d", "đ": "d", "ł": "l", "ı": "i", "ħ": "h",
}  # fmt: skip
"""Letters of other alphabets, as a language without them sorts them."""

_GREEK: Final = "αβγδεζηθικλμνξοπρστυφχψω"
_AS_GREEK: Final = (
    "α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=f χ=ch ψ=ps ω=o"
)
_AS_CYRILLIC: Final = (
    "а=a б=b в=v г=g д=d е=e ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=h ц=ts ч=ch ш=sh щ=sht "
    "ъ=u ы=y ь=y э=e ю=yu я=ya ё=e є=ye і=i ї=yi ґ=g ј=j љ=lj њ=nj ђ=d ћ=c џ=dz ѓ=g ќ=k ѕ=dz"
)
_ROMANISED: Final = dict(pair.split("=") for pair in f"{_AS_GREEK} {_AS_CYRILLIC}".split())
"""Greek and Cyrillic letters read as Latin ones; Greek letters with an accent lose it first."""


def _latin(after: str = "", like: Mapping[str, str] | None = None, **inserted: str) -> Alphabet:
    """The Latin alphabet, with letters at its end and letters after others."""
    letters: list[str] = []
    for letter in "abcdefghijklmnopqrstuvwxyz":
        letters += [letter, *inserted.get(letter, "").split()]
    letters += after.split()
    return Alphabet(tuple(letters), {**_FOREIGN, **(like or {})})


_NORDIC: Final = {"ü": "y", "ű": "y"}

ALPHABETS: Final[Mapping[str, Alphabet]] = MappingProxyType({
    "en": _latin(),
    "fr": _latin(),
    "de": _latin(),  # as dictionaries have it, DIN 5007-1: ä as a, ß as ss
    "it": _latin(),
    "pt": _latin(),
    "nl": _latin(),
    "es": _latin(n="ñ"),  # ch and ll are no letters of their own since 1994
    "is": _latin("þ æ ö å", {"ä": "æ", "ø": "ö"}, a="á", d="ð", e="é", i="í", o="ó", u="ú", y="ý"),
    "sv": _latin("å ä ö", _NORDIC | {"æ": "ä", "ø": "ö"}),
    "fi": _latin("å ä ö", _NORDIC | {"æ": "ä", "ø": "ö"}),
    "da": _latin("æ ø å", _NORDIC | {"ä": "æ", "ö": "ø", "ő": "ø", "aa": "å"}),
    "nb": _latin("æ ø å", _NORDIC | {"ä": "æ", "ö": "ø", "ő": "ø", "aa": "å"}),
    "pl": _latin(a="ą", c="ć", e="ę", l="ł", n="ń", o="ó", s="ś", z="ź ż"),
    "cs": _latin(c="č", h="ch", r="ř", s="š", z="ž"),
    "tr": Alphabet(
        tuple("abcçdefgğhıijklmnoöpqrsştuüvwxyz"),
        {foreign: like for foreign, like in _FOREIGN.items() if foreign != "ı"},
        (("İ", "i"), ("I", "ı")),
    ),
    "el": Alphabet(tuple(_GREEK), {"ς": "σ"}),
    "ru": Alphabet(tuple("абвгдежзийклмнопрстуфхцчшщъыьэюя")),
    "uk": Alphabet(tuple("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя")),
    OWN: _latin(like=_ROMANISED),
})  # fmt: skip
