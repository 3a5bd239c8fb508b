"""The day as it is announced: what happens when, by the clock."""

from __future__ import annotations

from typing import NamedTuple

from game.protocol.rules import Span
from game.protocol.scenario import Scenario
from game.wording.catalogue import _
from game.wording.phrases import capital, cue_words, everyone, how_long, who


class Item(NamedTuple):
    """Something that is to happen: when (ms), what, more about it, and whether no source gives it."""

    at: int
    words: str
    more: str = ""
    made_up: bool = False


def programme(scenario: Scenario) -> list[Item]:
    """Everything that is announced, in the order of the clock."""
    air, press, aim = scenario.broadcast, scenario.press, scenario.aim
    found = [Item(scenario.start, _("The day begins; everybody waits where the floor plan shows"))]
    if air.start is not None:
        back = ""
        if air.returns is not None:
            back = _("Cut away, it returns {cue}.").format(cue=cue_words(scenario, air.returns))
        found.append(Item(air.start, _("The broadcast goes on air"), back, air.reconstructed))
    if air.end is not None:
        found.append(Item(air.end, _("The broadcast ends")))
    if press.start is not None:
        found.append(Item(press.start, _("The press comes in: from now on it sees what happens")))
    if press.end is not None:
        found.append(Item(press.end, _("The press leaves")))
    ready = scenario.room_ready
    if ready is not None:
        text = _("The room is ready: until then nobody enters")
        found.append(Item(ready.at, text, _late(ready.late), ready.reconstructed))
    for arrival in scenario.arrivals:
        text = _("{who} arrives") if len(arrival.who) == 1 else _("{who} arrive")
        names = everyone([who(scenario, name) for name in arrival.who])
        late = _late(arrival.late)
        found.append(Item(arrival.at, capital(text.format(who=names)), late, arrival.reconstructed))
    if aim.due != aim.by:
        found.append(Item(aim.due, _("By now everybody should be in place; later costs points")))
    found.append(Item(aim.by, _("The deadline: later, and the day has failed")))
    return sorted(found)


def _late(late: Span) -> str:
    if late.high == 0:
        return ""
    return _("or up to {high} later").format(high=how_long(late.high))
