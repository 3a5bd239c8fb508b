"""Alphabetical order in each language: checked against lists that those languages print."""

from __future__ import annotations

import string
from contextlib import suppress
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.protocol.alphabets import ALPHABETS, BASE, OWN
from game.protocol.collation import UnknownLanguage, UnknownLetter, sort_key

MEMBERS_OF_THE_UNION = (
    "Belgique България Česko Danmark Deutschland Eesti Éire Ελλάδα España France Hrvatska Italia Κύπρος Latvija "
    "Lietuva Luxembourg Magyarország Malta Nederland Österreich Polska Portugal România Slovenija Slovensko Suomi "
    "Sverige"
)
IN_ORDER = {
    "cs": "Cuba Čína Dánsko Honduras Chile Chorvatsko Indie Rakousko Řecko Švédsko Zambie Žalov",
    "da": "Belgien Danmark Zambia Ægypten Østrig Åland Aarhus",
    "de": "Ägypten Äthiopien Australien Oman Österreich Osttimor Ungarn",
    "el": "Αίγυπτος Αυστρία Γαλλία Ελβετία Ελλάδα Ιταλία Κύπρος Ωμάν",
    "en": "Côte_d'Ivoire Guinea Guinea-Bissau Guyana New_Zealand Newland Türkiye",
    "es": "Argentina Nicaragua Níger Nueva_Zelanda Ñandú Omán",
    "fi": "Italia Zaire Åland Ägypti Öljymaa",
    "fr": "Égypte Équateur Espagne États-Unis Italie Œuvre Oman",
    "is": "Austurríki Danmörk Indland Írland Ísland Ítalía Þýskaland",
    "nb": "Zambia Ærlig Østerrike Åland",
    "pl": "Cypr Ćma Litwa Łotwa Zambia Źródło Żuławy",
    "pt": "África_do_Sul Angola Áustria Itália",
    "ru": "Австрия Египет Ёлка Жуки Исландия Йемен Япония",
    "sv": "Zambia Åland Ägypten Österrike",
    "tr": "Cezayir Çin Irak İran Özbekistan Panama",
    "uk": "Австрія Греція Ґава Естонія Єгипет Індія Їжак Йорданія",
    OWN: MEMBERS_OF_THE_UNION,
}


@pytest.mark.parametrize("language", IN_ORDER)
def test_names_stand_as_the_language_has_them(language: str) -> None:
    names = [name.replace("_", " ") for name in IN_ORDER[language].split()]
    keys = [sort_key(name, language) for name in names]
    assert [name for name, _key in sorted(zip(names, keys, strict=True), key=lambda pair: pair[1])] == names
    assert len(set(keys)) == len(names)


@pytest.mark.parametrize("language", ALPHABETS)
def test_every_alphabet_is_in_its_own_order(language: str) -> None:
    letters = ALPHABETS[language].letters
    keys = [sort_key(letter, language) for letter in letters]
    assert keys == sorted(keys)
    assert len(set(keys)) == len(letters)


@given(st.sampled_from(sorted(ALPHABETS)), st.text(max_size=12))
def test_any_text_has_a_key_or_a_letter_is_named(language: str, text: str) -> None:
    with suppress(UnknownLetter):
        letters, marks = sort_key(normalize("NFC", text), language)
        assert len(letters) == len(marks)


_names = st.text("aeiouàéöåß -'z", max_size=8)


@given(_names, _names, st.sampled_from(["en", "de", "fr"]))
def test_marks_count_only_between_names_of_the_same_letters(one: str, other: str, language: str) -> None:
    plain = str.maketrans({**BASE, "ß": "ss"})
    bare = [sort_key(name.translate(plain), language) for name in (one, other)]
    if bare[0] != bare[1]:
        assert (sort_key(one, language) < sort_key(other, language)) == (bare[0] < bare[1])


@given(st.sampled_from(["en", "de", "sv", "tr"]), st.text(string.ascii_letters + "öÖåÅ", max_size=10))
def test_capitals_do_not_count(language: str, name: str) -> None:
    if language == "tr":
        name = name.replace("I", "").replace("i", "")
    assert sort_key(name.upper(), language) == sort_key(name.lower(), language)


def test_what_no_table_has_is_refused() -> None:
    with pytest.raises(UnknownLanguage):
        sort_key("Oman", "tlh")
    with pytest.raises(UnknownLetter, match="ε"):
        sort_key("Ελλάδα", "en")
