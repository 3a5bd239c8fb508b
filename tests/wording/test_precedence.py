"""Orders of precedence in words: by what they go, and a reason for every place."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.authoring.load import load_scenario
from game.protocol.alphabets import ALPHABETS, OWN
from game.protocol.precedence import OrderOfPrecedence, Place, Reason, System
from game.wording.precedence import class_words, in_language, system_words, why_here

EMBASSIES = load_scenario(Path(__file__).parents[1] / "authoring" / "good" / "embassies.yaml")


def order(of: str) -> OrderOfPrecedence:
    return next(order for order in EMBASSIES.precedence if order.of == of)


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (Reason("post", (("post", "Chair"),)), "invited as Chair"),
        (Reason("nuncio"), "the nuncio first, by the custom of this house"),
        (Reason("class", (("class", "minister"),)), "minister"),
        (Reason("class", (("class", "{odd} class"),)), "{odd} class"),
        (Reason("promoted", (("class", "minister"), ("because", "today"))), "ranked as minister for this event: today"),
        (Reason("took_office", (("day", "2019-05-20"),)), "in office since 20 May 2019"),
        (
            Reason("credentials", (("day", "2021-03-04"), ("time", "10:30"))),
            "functions taken up on 4 March 2021 at 10:30",
        ),
        (Reason("credentials", (("day", "2021-03-04"), ("time", ""))), "functions taken up on 4 March 2021"),
        (
            Reason("alphabetical", (("name", "Oman"), ("language", "fr"), ("lot", ""))),
            "“Oman” in the alphabet in French",
        ),
        (
            Reason("alphabetical", (("name", "Oman"), ("language", "fr"), ("lot", "Y"))),
            "“Oman” in the alphabet in French, from the drawn “Y”",
        ),
        (Reason("above", (("other", "voss"), ("because", "today"))), "put above Jan Voss for this event: today"),
        (Reason("beside", (("other", "voss"), ("because", "today"))), "put beside Jan Voss for this event: today"),
        (Reason("shared"), "equals, who share the place"),
    ],
)
def test_the_words_for_a_reason(reason: Reason, words: str) -> None:
    assert why_here(EMBASSIES, Place(("adler",), "", 0, (reason,))) == words


def test_a_place_of_several_says_what_is_true_of_whom() -> None:
    place = order("joint").places[1]
    assert why_here(EMBASSIES, place) == (
        "ambassador; functions taken up on 4 March 2029 at 10:30; Lila Rana: invited as Ambassador; "
        "equals, who share the place"
    )
    assert "invited as Ambassador" in why_here(EMBASSIES, place, "rana")
    assert "invited as Ambassador" not in why_here(EMBASSIES, place, "oran")


def test_who_is_put_beside_another_is_not_given_the_others_reason() -> None:
    place = order("halden").places[0]
    assert why_here(EMBASSIES, place, "quill") == (
        "put beside Jan Voss for this event: The town's birthday; equals, who share the place"
    )
    assert why_here(EMBASSIES, place, "voss") == "minister; in office since 30 June 2027; equals, who share the place"


def test_the_authors_words_come_first_and_a_bare_list_speaks_for_itself() -> None:
    assert why_here(EMBASSIES, Place(("adler",), "our host")) == "our host"
    assert why_here(EMBASSIES, Place(("adler",))) == "as the list has it"


def test_every_system_and_language_has_words() -> None:
    said = {system_words(OrderOfPrecedence("joint", (), system)) for system in System}
    assert len(said) == len(System)
    assert system_words(OrderOfPrecedence("joint", (), "as agreed in Vienna")) == "as agreed in Vienna"
    assert system_words(order("merrow")) == "alphabet of the names in their own languages, from the drawn “B”"
    french = OrderOfPrecedence("joint", (), System.ALPHABETICAL, "", (("language", "fr"),))
    assert system_words(french) == "alphabet in French"
    assert [code for code in ALPHABETS if code != OWN and not in_language(code).startswith("in ")] == []
    assert class_words("head of state") == "head of state"
