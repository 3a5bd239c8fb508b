"""How the day went, as a key: an author may have written a text for it."""

from __future__ import annotations

from collections import Counter
from typing import Final

from game.protocol.scenario import Scenario
from game.scoring.prices import GRADES
from game.scoring.scorecard import Scorecard
from game.simulation.trace import Trace

FAILED: Final = "failed"
CLEAN: Final = "clean"
OUTCOMES: Final = (FAILED, CLEAN, *(grade for grade, _least in GRADES))
"""The ways a day can go, apart from the rules broken on it."""


def outcome(scenario: Scenario, trace: Trace, card: Scorecard) -> tuple[str, str]:
    """The key of how the day went and the author's text for it, empty where there is none.

    What comes first of these and has a text counts: failed; the rules broken, the costliest first; clean; the grade.
    """
    texts = dict(scenario.outcomes)
    general = (FAILED,) if not trace.accomplished else (CLEAN,) if trace.clean else ()
    keys = (*general, *_broken(card), card.grade) if not trace.accomplished else (*_broken(card), *general, card.grade)
    written = next((key for key in keys if texts.get(key)), None)
    if written is not None:
        return written, texts[written]
    return (general[0] if general else card.grade), ""


def _broken(card: Scorecard) -> list[str]:
    """The rules broken and not waived, the costliest first; of two that cost the same the one broken first."""
    cost: Counter[str] = Counter()
    for line in card.ledger:
        if line.is_breach:
            cost[line.rule] -= line.points
    return [rule for rule, _points in cost.most_common()]
