"""All sentences in one place: message ids and values to plain text, in the player's language."""

from __future__ import annotations

from game.wording.chance import chances
from game.wording.customs import custom, gravity_word
from game.wording.day import (
    cause_sentence,
    figure_name,
    grade_word,
    how_it_went,
    outcome_sentence,
    robust_sentence,
)
from game.wording.ledger import sentence, title
from game.wording.phrases import cue_words, how_long, order_words, people, seen_by, who
from game.wording.refusals import field_word, refusal_sentence
from game.wording.transcript import transcript

__all__ = [
    "cause_sentence",
    "chances",
    "cue_words",
    "custom",
    "field_word",
    "figure_name",
    "grade_word",
    "gravity_word",
    "how_it_went",
    "how_long",
    "order_words",
    "outcome_sentence",
    "people",
    "refusal_sentence",
    "robust_sentence",
    "seen_by",
    "sentence",
    "title",
    "transcript",
    "who",
]
