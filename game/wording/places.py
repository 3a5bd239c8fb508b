"""Places in words: the seat that was meant, and whom an event is about."""

from __future__ import annotations

from collections.abc import Sequence

from game.protocol.cues import Occurrence
from game.protocol.scenario import Scenario
from game.wording.catalogue import _
from game.wording.phrases import door, everyone, people, who


def place_meant(
    scenario: Scenario, seat: str, beside: Sequence[str], side: str, opposite: Sequence[str], facing: str
) -> str:
    """What makes a place the right one: `on the right of Vladimir Putin and facing the main door`."""
    parts = []
    if seat:
        parts.append(_("the seat “{seat}”").format(seat=seat))
    if beside:
        text = {
            "right": _("on the right of {whom}"),
            "left": _("on the left of {whom}"),
        }.get(side, _("beside {whom}"))
        parts.append(text.format(whom=people(scenario, beside)))
    if opposite:
        parts.append(_("across from {whom}").format(whom=people(scenario, opposite)))
    if facing:
        parts.append(_("facing {door}").format(door=door(scenario, facing)))
    return everyone(parts)


def closely(scenario: Scenario, event: Occurrence) -> str:
    """Whom an occurrence is about, for a sentence that tells it: `the first of the ministers of Russia`."""
    if event.moment.of_nobody:
        return ""
    subject = who(scenario, event.who)
    return _("the first of {whom}").format(whom=subject) if event.first else subject
