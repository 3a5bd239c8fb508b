"""What a session goes through, one stage after another: lobby, then brief, plan, run and debrief of each scenario."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Phase(StrEnum):
    """What is done at a stage."""

    LOBBY = "lobby"
    BRIEF = "brief"
    PLAN = "plan"
    RUN = "run"
    DEBRIEF = "debrief"
    END = "end"


@dataclass(frozen=True, slots=True)
class Stage:
    """A step of the session: its phase, the scenario's place among those of the room, which try it is (1 or 2).

    `minutes` is the time the timetable gives it; a run takes as long as the day does at its pace.
    """

    phase: Phase
    scenario: int = 0
    attempt: int = 1
    minutes: int = 0


MINUTES: Final[Mapping[str, int]] = {
    "lobby": 5, "brief": 7, "plan": 12, "run": 4, "debrief": 10, "plan again": 8, "run again": 4, "debrief again": 8,
    "end": 2,
}  # fmt: skip
"""The timetable of an hour for one scenario, tried twice."""

LONGEST: Final = 24 * 60
"""So many minutes a stage may have at most."""


def timetable(scenarios: int, minutes: Mapping[str, int], *, again: bool) -> tuple[Stage, ...]:
    """The stages of a session with so many scenarios; with `again` each is planned and run a second time."""
    given = {**MINUTES, **minutes}
    stages = [Stage(Phase.LOBBY, minutes=given["lobby"])]
    for scenario in range(scenarios):
        stages.append(Stage(Phase.BRIEF, scenario, 1, given["brief"]))
        for attempt in (1, 2) if again else (1,):
            more = " again" if attempt == 2 else ""
            stages += [
                Stage(phase, scenario, attempt, given[phase.value + more])
                for phase in (Phase.PLAN, Phase.RUN, Phase.DEBRIEF)
            ]
    return (*stages, Stage(Phase.END, max(0, scenarios - 1), 2 if again else 1, given["end"]))
