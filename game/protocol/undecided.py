"""Why an order of precedence cannot be worked out: closed codes with values, put into words where the file is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Objection:
    """One thing in the way. Codes: `missing` (field), `class`, `letter`, `tie` (field), `equals`, `nuncio`,
    `promotion` (number, problem).
    """

    code: str
    people: tuple[str, ...] = ()
    values: tuple[tuple[str, str], ...] = ()

    def value(self, name: str) -> str:
        """A value by its name; empty if there is none."""
        return dict(self.values).get(name, "")


class Undecided(ValueError):
    """The custom of the house does not decide this order; `objections` are all the reasons."""

    def __init__(self, objections: Sequence[Objection]) -> None:
        super().__init__(", ".join(objection.code for objection in objections))
        self.objections = tuple(objections)
