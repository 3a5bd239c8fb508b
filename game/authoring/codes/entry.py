"""What is told of one code."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters: a problem must be mended before a class plays, advice may be left."""

    PROBLEM = "problem"
    ADVICE = "advice"


def told(message: str) -> str:
    """A message of this list, translated only when it is shown."""
    return message


@dataclass(frozen=True, slots=True)
class Explanation:
    """A code, its title, what it means and what to do, and an example of wrong and right.

    The examples are parts of a file that take the place of the same parts of the guide's small example, or what is
    typed on the command line. Title and text are messages for the catalogue.
    """

    code: str
    title: str
    text: str
    wrong: str
    right: str
    severity: Severity = Severity.PROBLEM
