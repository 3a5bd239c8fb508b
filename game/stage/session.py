"""One player's sitting with one scenario: the attempt, the day being lived, the last one finished."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from game.attempt.autosave import restore_attempt, save_attempt
from game.attempt.commands import Command
from game.attempt.hands import ClassTries
from game.attempt.history import Attempt
from game.attempt.live import LiveRun
from game.attempt.progress import load_progress, save_progress
from game.attempt.replay import SUFFIX, Replay, save_replay
from game.attempt.store import data_folder
from game.protocol.legality import Refusal, problems, walkable
from game.protocol.plan import Order, Plan
from game.protocol.scenario import Scenario
from game.scoring.scorecard import Scorecard, score
from game.simulation.circumstances import nominal
from game.simulation.engine import simulate
from game.simulation.trace import Trace
from game.simulation.where import Timeline
from game.wording.catalogue import language

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.attempt.pools import Tallies
    from game.stage.attendance import Attendance
    from game.stage.screen import Screen

class NotSaved(OSError):
    """A file could not be written; the text is a sentence for the player."""


class Session:
    """What all screens of a scenario share. It is the only thing here that changes; all it holds are values.

    `seed` is the day (1 first), `number` the attempt at hand (1 first). `live` is the day being lived, None
    before the doors open; the run screen puts each new LiveRun back into it. `finished`: trace and scorecard
    of the last run that was lived to its end and counts. `bots`: what the bots reach on their days, once the debrief
    was asked for it. `class_tries`: a whole class decides at this machine. `home` is where a trial of a file that is
    being written leads back to; None for a player's own sitting. `attendance` leads from stage to stage where the
    sitting is part of a class that another machine serves. `notice` is a sentence the next screen should show, or
    empty.
    """

    def __init__(self, scenario: Scenario, seed: int = 1, folder: Path | None = None) -> None:
        self.scenario = scenario
        self.seed = seed
        self.number = 1
        self.live: LiveRun | None = None
        self.finished: tuple[Trace, Scorecard] | None = None
        self.finished_run: LiveRun | None = None
        self.bots: Tallies | None = None
        self.home: Callable[[], Screen] | None = None
        self.class_tries: ClassTries | None = None
        self.attendance: Attendance | None = None
        self._folder = folder
        self._within: set[int] = set()  # how many commands are done in the middle of one edit
        kept, self.notice = restore_attempt(scenario.id, folder)
        self.attempt = kept or Attempt.begin()
        self._refusals: tuple[Plan, tuple[Refusal, ...]] | None = None
        self._walk: tuple[Plan, Trace] | None = None
        self._times: tuple[Trace, Timeline] | None = None

    @classmethod
    def open(cls, path_or_id: str | Path, seed: int = 1, folder: Path | None = None) -> Session:
        """A sitting with a shipped scenario (by its id) or a scenario file. Raises ProblemsFound."""
        from game.authoring.library import find  # here, for the loader brings pydantic
        from game.authoring.load import load_scenario

        return cls(load_scenario(find(str(path_or_id)), language()), seed, folder)

    # The plan

    @property
    def plan(self) -> Plan:
        """The plan as it is now."""
        return self.attempt.plan

    def do(self, *commands: Command) -> bool:
        """One edit, kept at once; several commands are undone as one. Returns whether it changed anything."""
        attempt = self.attempt
        begun = len(attempt.done)
        self._within = {length for length in self._within if length <= begun}
        for command in commands:
            attempt = attempt.do(command)
        self._within.update(range(begun + 1, len(attempt.done)))
        return self._become(attempt)

    def undo(self) -> bool:
        """Take the last edit back; False where there is none."""
        attempt = self.attempt.undo()
        while len(attempt.done) in self._within:
            attempt = attempt.undo()
        return self._become(attempt)

    def redo(self) -> bool:
        """Do again what was undone last; False where there is nothing."""
        attempt = self.attempt.redo()
        while len(attempt.done) in self._within:
            attempt = attempt.redo()
        return self._become(attempt)

    def _become(self, attempt: Attempt) -> bool:
        if attempt is self.attempt:
            return False
        self.attempt = attempt
        self.save()
        return True

    def save(self) -> str:
        """Keep the attempt; returns (and puts into `notice`) a sentence where that fails."""
        self.notice = save_attempt(self.scenario.id, self.attempt, self._folder) or self.notice
        return self.notice

    def take_notice(self) -> str:
        """The notice, once."""
        notice, self.notice = self.notice, ""
        return notice

    @property
    def refusals(self) -> tuple[Refusal, ...]:
        """Why the doors cannot be opened on this plan; empty when they can."""
        if self._refusals is None or self._refusals[0] is not self.plan:
            self._refusals = (self.plan, problems(self.scenario, self.plan))
        return self._refusals[1]

    @property
    def trace_of_walkthrough(self) -> Trace:
        """The walk-through of the plan if nothing goes wrong.

        Of a plan that nobody could walk (a door that is not there), the walk-through shown last stays.
        """
        if self._walk is None or self._walk[0] is not self.plan:
            can_be = walkable(self.refusals)
            if can_be or self._walk is None:
                plan = self.plan if can_be else Plan()
                self._walk = (self.plan, simulate(self.scenario, plan, nominal(self.scenario)))
        return self._walk[1]

    @property
    def timeline_of_walkthrough(self) -> Timeline:
        """Where everyone is in the walk-through."""
        trace = self.trace_of_walkthrough
        if self._times is None or self._times[0] is not trace:
            self._times = (trace, Timeline(self.scenario, trace))
        return self._times[1]

    # The day

    def open_doors(self, orders: tuple[Order, ...] = ()) -> LiveRun:
        """Begin the day, with these live orders given in it. The plan must be legal (`refusals`)."""
        self.live = LiveRun.begin(self.scenario, self.plan, self.seed, orders)
        return self.live

    def finish(self) -> tuple[Trace, Scorecard] | None:
        """The lived day is over: score it and keep the progress. None for a what-if, which never counts."""
        if self.live is None or not self.live.scored:
            return self.finished
        if self.finished is None or self.live is not self.finished_run:
            card = score(self.scenario, self.live.trace)
            self.finished, self.finished_run = (self.live.trace, card), self.live
            progress, notice = load_progress(self._folder)
            after = progress.after(self.scenario.id, card.total, card.grade)
            self.notice = notice or save_progress(after, self._folder) or self.notice
            if self.class_tries is not None:
                self.class_tries.lived(self.live.trace, card, self.seed, self._kept())
        return self.finished

    def _kept(self) -> str:
        """Where the day just lived was kept as a replay; empty where it could not be, which the notice tells."""
        try:
            return str(self.save_replay())
        except NotSaved as failed:
            self.notice = str(failed)
            return ""

    def same_day_again(self) -> None:
        """The same morning back: same plan and same circumstances, the doors still closed."""
        self.live = None
        self.number += 1

    def another_day(self) -> None:
        """The next morning: the same plan under other circumstances, the doors still closed."""
        self.seed += 1
        self.same_day_again()

    def save_replay(self) -> Path:
        """Save the day being lived, or else the last one finished, as a replay file. Raises NotSaved."""
        run = self.live or self.finished_run
        orders = run.orders if run else ()
        plan, seed = (run.plan, run.seed) if run else (self.plan, self.seed)
        replay = Replay.of(self.scenario, seed, plan, orders)
        path = self._replay_path(seed)
        notice = save_replay(replay, path)
        if notice:
            raise NotSaved(notice)
        return path

    def _replay_path(self, seed: int) -> Path:
        """A name that is not taken yet, so that no replay is written over."""
        folder = (self._folder or data_folder()) / "replays"
        stem = f"{self.scenario.id}-day-{seed}"
        nth = 1
        while (folder / f"{stem}-{nth}{SUFFIX}").exists():
            nth += 1
        return folder / f"{stem}-{nth}{SUFFIX}"
