"""Whose words a day ends with: failed, then the costliest rule broken, then clean, then the grade."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.scoring.outcome import OUTCOMES, outcome
from game.scoring.scorecard import score
from game.wording.sentences import outcome_sentence
from tests.scoring.house import HOUSE, breach, trace

GRAVE = breach("leaders-first", "lavrov", until="04:10")
SLIGHT = breach("main-door", "novak", "manturov")
TEXTS = {key: f"Text of {key}." for key in (*OUTCOMES, "leaders-first", "main-door")}


def ended(*breaches, done="07:30", without=()):
    house = replace(HOUSE, outcomes=tuple((key, text) for key, text in TEXTS.items() if key not in without))
    run = trace(breaches, done=done)
    card = score(house, run)
    assert outcome_sentence(house, run, card) == outcome(house, run, card)[1]
    return outcome(house, run, card)[0]


@pytest.mark.parametrize(
    ("breaches", "done", "without", "key"),
    [
        ((GRAVE,), None, (), "failed"),
        ((GRAVE,), None, ("failed",), "leaders-first"),
        ((SLIGHT, GRAVE), "07:30", (), "leaders-first"),
        ((SLIGHT, GRAVE), "07:30", ("leaders-first",), "main-door"),
        ((SLIGHT,), "07:30", ("main-door",), "A"),
        ((), "07:30", (), "clean"),
        ((), "07:30", ("clean",), "A"),
        ((GRAVE._replace(waived=True),), "07:30", (), "clean"),
        ((), None, ("failed",), "F"),
    ],
)
def test_the_first_that_happened_and_has_a_text_counts(breaches, done, without, key):
    assert ended(*breaches, done=done, without=without) == key


@pytest.mark.parametrize(
    ("breaches", "done", "said"),
    [
        ((), None, "The day did not come to what it was for."),
        ((), "07:30", "A day as the house would wish it: everybody in place, and nothing broken."),
        ((SLIGHT,), "07:30", "Hardly anybody will remember that something went wrong."),
        ((GRAVE,), "07:30", "The day passed; those who know the custom will have noticed."),
    ],
)
def test_where_the_author_says_nothing_the_game_says_it(breaches, done, said):
    run = trace(breaches, done=done)
    card = score(HOUSE, run)
    assert outcome_sentence(HOUSE, run, card) == said
    silent = replace(HOUSE, outcomes=(("together", "Elsewhere."), ("D", "Elsewhere.")))
    assert outcome_sentence(silent, run, card) == said


def test_every_grade_has_words_of_its_own():
    run = trace((SLIGHT,))
    card = score(HOUSE, run)
    said = {outcome_sentence(HOUSE, run, replace(card, grade=grade)) for grade in "ABCDEF"}
    assert len(said) == 6
