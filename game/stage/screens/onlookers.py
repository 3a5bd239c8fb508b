"""Who sees the room at an instant: everybody who watches the broadcast, the press in the room, or neither."""

from __future__ import annotations

from enum import Enum

from game.protocol.scenario import Scenario
from game.simulation.where import Timeline


class Onlookers(Enum):
    """The most that see the room."""

    LIVE = "live"
    PRESS = "press"
    NOBODY = "nobody"


def onlookers(scenario: Scenario, timeline: Timeline, instant: int) -> Onlookers:
    """Who sees the room at this instant of a day."""
    if timeline.on_air(instant):
        return Onlookers.LIVE
    begin, end = scenario.press.start, scenario.press.end
    inside = begin is not None and begin <= instant and (end is None or instant < end)
    return Onlookers.PRESS if inside else Onlookers.NOBODY
