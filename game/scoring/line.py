"""A ledger line: who, what, when, before whom, and what it costs; the sentence stays an id with its values.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from game.simulation.kinds.base import Figure
from game.simulation.trace import Seen

COST: Final = "cost"
MERIT: Final = "merit"
ACCOMPLISH: Final = "accomplish"
"""The rule id of the line for a day that did not reach what it was for."""

Value = str | int | tuple[str, ...]
Values = tuple[tuple[str, Value], ...]


class Line(NamedTuple):
    """One line. `kind` is its rule's kind, `cost` or `merit`; `points` are negative except for merits.

    `rule` names the rule, or what was priced (`correction`, `remark`, `cut`, `late`, `standing`, `order`,
    `accomplish`). `values` are what the sentence `message` needs: ids, ms, counts. `until` equals `at` for
    what has no duration. A breach that was `waived` or
    `improvised` by a principal is shown and costs nothing.
    """

    rule: str
    kind: str
    offenders: tuple[str, ...]
    at: int
    until: int
    seen_by: Seen
    points: int
    figure: Figure
    message: str
    values: Values = ()
    against: tuple[str, ...] = ()
    source: str = ""
    confidence: str = "design"
    put_right: bool = False
    follows: str = ""
    grave: bool = False
    waived: bool = False
    improvised: bool = False

    @property
    def is_finding(self) -> bool:
        """Whether this line tells of a rule broken, excused or not (else a cost or a merit)."""
        return self.kind not in (COST, MERIT)

    @property
    def is_breach(self) -> bool:
        """Whether this line is a rule broken that is not excused."""
        return self.is_finding and not self.excused

    @property
    def excused(self) -> bool:
        """Whether a breach costs nothing, because it was waived or a principal's own idea."""
        return self.waived or self.improvised

    def value(self, name: str) -> Value | None:
        """The value of that name, or None."""
        return dict(self.values).get(name)
