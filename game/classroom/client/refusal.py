"""What can come back instead of an answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from game.classroom.room.refusals import Code

GONE = frozenset({Code.NO_TOKEN.value, Code.NO_ROOM.value, Code.NO_SUCH_TRAINEE.value})
"""After these there is no place to come back to."""


class Refusal(Exception):
    """The class did not do what was asked. `code` is one of the closed list, `sentence` says it to a person."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(f"{code}: {sentence}")
        self.code = code
        self.sentence = sentence


class Unreachable(Exception):
    """Nothing that speaks our language answered; the text is a sentence. It may be there again in a moment."""


def refusal_of(answer: Mapping[str, Any]) -> Refusal | None:
    """The refusal an answer holds, None where it holds none."""
    refused = answer.get("refused")
    if not isinstance(refused, Mapping):
        return None
    return Refusal(str(refused.get("code", Code.OUR_FAULT.value)), str(refused.get("sentence", "")))
