"""A room as it is now: made from its events one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.classroom.room.clocks import Countdown
from game.classroom.room.events import Event
from game.classroom.room.settings import Mode, Projected, Settings
from game.classroom.room.stages import Phase, Stage, timetable
from game.classroom.room.taking import take
from game.classroom.room.teams import Team, Trainee
from game.protocol.scenario import Help, Scenario


class Room:
    """A class in session. It changes by `take` alone; the same events at the same instants make the same room.

    `stage` is where the class is (in self-paced work where newcomers begin, each team has its own). `rev` counts
    the events taken.
    """

    def __init__(self, code: str, settings: Settings, scenarios: Sequence[Scenario], begun: int = 0) -> None:
        self.code = code
        self.settings = settings
        self.scenarios = tuple(scenarios)
        self.stages = timetable(len(self.scenarios), settings.minutes, again=settings.again)
        self.rev = 0
        self.stage = 0
        self.countdown = Countdown(begun, None, None)
        self.paused = False
        self.locked = False
        self.ended = False
        self.pace = settings.pace
        self.help = settings.help
        self.orders = settings.orders
        self.projected = Projected()
        self.trainees: dict[str, Trainee] = {}
        self.teams: dict[str, Team] = {}

    def take(self, event: Event, at: int) -> None:
        """Become what the room is after this event. What concerns somebody who is no longer there changes nothing."""
        self.rev += 1
        take(self, event, at)

    @property
    def self_paced(self) -> bool:
        """Whether everybody goes on by themselves."""
        return self.settings.mode is Mode.SELF_PACED

    @property
    def in_teams(self) -> bool:
        """Whether trainees plan together."""
        return bool(self.settings.teams)

    @property
    def title(self) -> str:
        """What the room is called."""
        return self.settings.title or ", ".join(scenario.title for scenario in self.scenarios)

    def stage_of(self, team: Team | None = None) -> Stage:
        """Where the class is, or a team."""
        return self.stages[self.stage if team is None else team.stage]

    def scenario_of(self, stage: Stage) -> Scenario:
        """The scenario that a stage is about."""
        return self.scenarios[stage.scenario]

    def seed_of(self, stage: Stage) -> int:
        """The day that is lived at a stage: for everybody the same."""
        return self.settings.day if stage.attempt == 1 else self.settings.second_day

    def help_of(self, scenario: Scenario) -> Help:
        """How much the walk-through shows."""
        return self.help or scenario.help

    def team_of(self, trainee: str) -> Team:
        """The team of a trainee; raises KeyError."""
        return self.teams[self.trainees[trainee].team]

    def left(self, team: Team | None, now: int) -> int | None:
        """Ms left of the present stage, for one team with what it was given more; None without a limit."""
        if self.self_paced:
            return None if self.settings.deadline is None else self.settings.deadline - now
        left = self.countdown.remaining(now)
        return None if left is None else left + (team.extra if team else 0)

    def working(self) -> Iterator[Team]:
        """The teams that have somebody in them who is there to plan."""
        for team in self.teams.values():
            if any(not self.trainees[member].offline for member in team.members):
                yield team

    def revealed(self, team: Team) -> list[tuple[int, int]]:
        """The tries of a team (scenario, attempt) whose results may be seen: what has been debriefed or is."""
        here = self.stages[team.stage]
        reached = {
            (stage.scenario, stage.attempt)
            for number, stage in enumerate(self.stages)
            if stage.phase is Phase.DEBRIEF and number <= team.stage
        }
        everything = here.phase is Phase.END or self.ended
        return sorted(key for key in team.tries if everything or key in reached)
