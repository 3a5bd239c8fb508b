"""A film looked at as the page does: where everybody is at an instant, from the entries up to then."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from game.simulation.whereabouts import Posture, Space

Entry = dict[str, Any]
Place = tuple[Space, Posture, str, str, int, tuple[int, int] | None]


def places(film: list[Entry], instant: int) -> dict[int, Place]:
    """By person: space, posture, holding room, door, thousandths of the way, place in the room."""
    last = {entry["who"]: entry for entry in film if entry["what"] == "leg" and entry["at"] <= instant}
    return {who: _place(leg, instant) for who, leg in last.items()}


def _place(leg: Entry, instant: int) -> Place:
    space, holding, door = Space(leg["in"]), leg.get("holding", ""), leg.get("door", "")
    after = instant - leg["at"]
    if space is Space.WAY:
        start, stop = leg["span"]
        whole = leg["until"] - leg["at"]
        done = min(after, whole)
        posture = Posture.WALKING if instant < leg["until"] else Posture.STANDING
        return space, posture, holding, door, start + (stop - start) * done // whole if whole else stop, None
    if space is Space.ROOM:
        path = leg["path"]
        posture = Posture.WALKING if after < path[-1][0] else Posture(leg["rest"])
        return space, posture, holding, door, 1_000, between(path, after)
    return space, Posture.STANDING, holding, door, 1_000 if space is Space.DOOR else 0, None


def between(path: list[list[int]], after: int) -> tuple[int, int]:
    """The place on a line so many ms after its begin."""
    for (t0, x0, y0), (t1, x1, y1) in pairwise(path):
        if after < t1:
            return x0 + (x1 - x0) * (after - t0) // (t1 - t0), y0 + (y1 - y0) * (after - t0) // (t1 - t0)
    return path[-1][1], path[-1][2]


def official(film: list[Entry], instant: int) -> tuple[int, int] | None:
    """Where the official stands, if there is one."""
    here = [e for e in film if e["what"] == "official" and e["at"] <= instant < e["until"]]
    return between(here[-1]["path"], instant - here[-1]["at"]) if here else None


def says(film: list[Entry], instant: int) -> str:
    """The words being spoken by the official whose visit counts."""
    here = [e["n"] for e in film if e["what"] == "official" and e["at"] <= instant < e["until"]]
    said = [e for e in film if e["what"] == "says" and e["at"] <= instant < e["until"] and e["n"] == here[-1]]
    return said[-1]["text"] if said else ""


def on_air(film: list[Entry], instant: int) -> bool:
    """Whether the broadcast is on."""
    switches = [e["what"] for e in film if e["what"] in ("on air", "off air") and e["at"] <= instant]
    return bool(switches) and switches[-1] == "on air"


def doors(film: list[Entry], instant: int) -> dict[str, Entry]:
    """The state of each door of which there is anything to say."""
    return {e["door"]: e for e in film if e["what"] == "door" and e["at"] <= instant}


def marked(film: list[Entry], instant: int, at_least: int) -> set[int]:
    """Who is marked as breaking a rule; each mark stays so many ms at least."""
    over = {e["n"]: e["at"] for e in film if e["what"] == "breach over" and e["at"] <= instant}
    begun = [e for e in film if e["what"] == "breach" and e["at"] <= instant]
    return {
        who for e in begun if instant < max(over.get(e["n"], instant + 1), e["at"] + at_least) for who in e["marks"]
    }
