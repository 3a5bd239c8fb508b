"""People's movements as entries of a film: who is in which space from when on, and along what line they walk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, Final

from game.protocol.scenario import Scenario
from game.simulation.itinerary import Itinerary, Leg, Path, itineraries
from game.simulation.trace import Trace
from game.simulation.whereabouts import Space

Entry = dict[str, Any]

OFF: Final = 8
"""A walk's line follows the way walked to so many mm."""

HALVINGS: Final = 4
"""A stretch that is not straight, for a wall is in the way, is cut in half at most so many times."""


def legs(scenario: Scenario, trace: Trace) -> Iterator[Entry]:
    """Every movement of everybody; nothing where somebody only stays as they were."""
    for who, itinerary in enumerate(itineraries(scenario, trace)):
        yield from _of(scenario, who, itinerary)


def _of(scenario: Scenario, who: int, itinerary: Itinerary) -> Iterator[Entry]:
    still: Entry = {}
    for leg, after in pairwise((*itinerary.legs, None)):
        assert leg is not None
        if (after is not None and after.begin <= leg.begin) or leg.begin > scenario.end:
            continue
        at = max(leg.begin, scenario.start)
        said = _said(leg, scenario.people[who].holds)
        if said != still:
            yield {"at": at, "what": "leg", "who": who, **said}
        still = _rest(said)


def _said(leg: Leg, own: str) -> Entry:
    holding = leg.holding or own
    match leg.space:
        case Space.AWAY:
            return {"in": "away"}
        case Space.HOLDING:
            return {"in": "holding", "holding": holding}
        case Space.WAY:
            span = [leg.start, leg.stop]
            return {"in": "way", "holding": holding, "door": leg.door, "until": leg.end, "span": span}
        case Space.DOOR:
            return {"in": "door", "holding": holding, "door": leg.door}
        case Space.ROOM:
            assert leg.path is not None
            face = leg.rest_facing or leg.path.points[-1]
            line = [list(point) for point in _line(leg, leg.path)]
            return {"in": "room", "door": leg.door, "rest": leg.rest.value, "face": [face.x, face.y], "path": line}


def _rest(said: Entry) -> Entry:
    """What holds when the movement is over."""
    return {**said, "path": [[0, *said["path"][-1][1:]]]} if "path" in said else said


def _line(leg: Leg, path: Path) -> list[tuple[int, int, int]]:
    """The corners of what is walked, as ms after the leg's begin, x and y."""
    if leg.start == leg.stop:  # turns back where they have hardly begun: on their feet for a moment, and no way walked
        here = path.point(leg.stop)
        moments = (0,) if leg.end == leg.begin else (0, leg.end - leg.begin)
        return [(moment, here.x, here.y) for moment in moments]
    if leg.end == leg.begin:
        return [_point(leg, path, leg.stop)]
    low, high = sorted((leg.start, leg.stop))
    between = [mark for mark in path.marks if low < mark < high]
    if leg.stop < leg.start:
        between.reverse()
    values = [leg.start, *between, leg.stop]
    bent = [value for a, b in pairwise(values) for value in (a, *_bends(path, a, b, HALVINGS))]
    return [_point(leg, path, value) for value in (*bent, leg.stop)]


def _point(leg: Leg, path: Path, value: int) -> tuple[int, int, int]:
    at, whole = path.point(value), leg.stop - leg.start
    return (leg.end - leg.begin) * (value - leg.start) // whole if whole else 0, at.x, at.y


def _bends(path: Path, a: int, b: int, halvings: int) -> Sequence[int]:
    """Where between two values the line has to be bent."""
    middle = (a + b) // 2
    if middle in (a, b) or not halvings:
        return ()
    here, one, other = path.point(middle), path.point(a), path.point(b)
    if max(abs(2 * here.x - one.x - other.x), abs(2 * here.y - one.y - other.y)) <= 2 * OFF:
        return ()
    return (*_bends(path, a, middle, halvings - 1), middle, *_bends(path, middle, b, halvings - 1))
