"""What is to be drawn at one moment, besides what never changes."""

from __future__ import annotations

from dataclasses import dataclass

from game.protocol.room import Point
from game.protocol.scenario import Scenario
from game.simulation.where import Timeline
from game.simulation.whereabouts import Whereabouts


@dataclass(frozen=True, slots=True)
class Scene:
    """One moment. `hover` and `chosen` are ids of people or doors; `trail` is a way to show, as on the plan.

    `blame` false keeps the marks of breaches away, as where the walk-through may not tell. `kept` are the doors at
    which an officer of the house lets nobody in yet, and his name; before the room is `ready` that goes for every door.
    """

    people: tuple[Whereabouts, ...]
    official: Whereabouts | None = None
    speech: str = ""
    on_air: bool = False
    held: frozenset[str] = frozenset()
    hover: str = ""
    chosen: frozenset[str] = frozenset()
    trail: tuple[Point, ...] = ()
    blame: bool = True
    kept: tuple[tuple[str, str], ...] = ()
    ready: bool = True


def scene_at(
    scenario: Scenario,
    timeline: Timeline,
    instant: int,
    *,
    hover: str = "",
    chosen: frozenset[str] = frozenset(),
    trail: tuple[Point, ...] = (),
    blame: bool = True,
) -> Scene:
    """The scene of a run at an instant."""
    rule_id = timeline.speech(instant)
    house = scenario.rule(rule_id).house if rule_id else None
    return Scene(
        timeline.at(instant),
        timeline.official(instant),
        house.says if house else "",
        timeline.on_air(instant),
        timeline.held_doors(instant),
        hover,
        chosen,
        trail,
        blame,
        kept_at(scenario, timeline, instant),
        timeline.doors.ready(instant),
    )


def kept_at(scenario: Scenario, timeline: Timeline, instant: int) -> tuple[tuple[str, str], ...]:
    """The doors kept at an instant, each with the short names of the officers who keep it."""
    return tuple(
        (door, ", ".join(scenario.person(officer).short for officer in officers))
        for door, officers in timeline.doors.kept(instant).items()
    )
