"""A class without a network: a room in this process, lines to it that never block, a clock that is moved by hand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from game.attempt.attended import Attended
from game.attempt.spelling import plan_data
from game.authoring.handing_out import handed_out
from game.authoring.library import find
from game.authoring.load import load_scenario_text
from game.classroom.client.address import Address
from game.classroom.client.attending import Answered, Came, Heard, NotDone, Told, Went
from game.classroom.client.joining import Joined
from game.classroom.client.refusal import Refusal
from game.classroom.client.ways import Way
from game.classroom.room import desk, joining, ticking, trainee, views
from game.classroom.room.events import Event
from game.classroom.room.joining import Drawn
from game.classroom.room.refusals import Code, Refused, refusal_words
from game.classroom.room.settings import Settings
from game.classroom.room.stages import Phase
from game.classroom.room.state import Room
from game.classroom.telling.day_records import record_entries
from game.scoring.scorecard import score
from game.simulation.circumstances import draw
from game.simulation.engine import simulate

CODE = "BRASS"
ADDRESS = "127.0.0.1:8642"
PUSH = 1_000
"""Ms between two pushes during a run."""


class ClassHere:
    """The calls of a window, answered by a room in this process. `pass_time` moves its clock and pushes news."""

    def __init__(self, settings: Settings | None = None, scenario: str = "first-steps", **more: Any) -> None:
        self.text = find(scenario).read_text(encoding="utf-8")
        self.room = Room(CODE, settings or Settings(**more), [load_scenario_text(self.text, scenario)], 1_000_000)
        self.now = 1_000_000
        self.lines: list[LineHere] = []
        self._ids = 0
        self._pushed = (-1, 0)

    # The instructor

    def desk(self, do: str, **more: Any) -> None:
        """The instructor says something."""
        self.take(desk.says(self.room, {"id": 1, "do": do, **more}, self.now, self.drawn()))
        self.push()

    def pass_time(self, ms: int) -> None:
        """The clock of the class goes on; during a run there is news once a second."""
        self.now += ms
        self.take(ticking.due(self.room, self.now))
        if self._pushed[0] != self.room.rev or (self._running and self.now - self._pushed[1] >= PUSH):
            self.push()

    @property
    def _running(self) -> bool:
        return any(team.run for team in self.room.teams.values())

    def push(self) -> None:
        """Tell everybody how things stand."""
        self._pushed = self.room.rev, self.now
        for line in self.lines:
            line.hear()

    def take(self, events: Iterable[Event]) -> None:
        for event in events:
            self.room.take(event, self.now)

    def drawn(self) -> Drawn:
        self._ids += 100
        return Drawn([f"t{self._ids + i}" for i in range(100)], ["Brass Heron", *(f"Heron {i}" for i in range(200))])

    # The calls

    def look(self, address: Address, code: str) -> dict[str, Any]:
        if code != CODE:
            raise Refusal("no-room", refusal_words(Code.NO_ROOM))
        settings = self.room.settings
        return {"title": self.room.title, "locked": self.room.locked, "names": "given" if settings.given else "free",
                "proposal": joining.proposal(self.room, self.drawn()), "teams": list(settings.teams) or None,
                "joinable": not self.room.locked}

    def join(self, address: Address, code: str, name: str | None, team: str | None) -> LineHere:
        try:
            events = joining.joins(self.room, name, team, self.drawn())
        except Refused as refused:
            return LineHere(self, "", NotDone(None, refused.code.value, refused.sentence))
        self.take(events)
        return self._seat(events[0].who)

    def recover(self, address: Address, code: str, recovery: str) -> LineHere:
        who = recovery.lower().removeprefix("recover-")
        if who not in self.room.trainees:
            return LineHere(self, "", NotDone(None, "bad-code", refusal_words(Code.BAD_CODE)))
        return self._seat(who)

    def back(self, address: Address, place: Attended) -> LineHere:
        if place.trainee not in self.room.trainees:
            return LineHere(self, "", NotDone(None, "no-token", refusal_words(Code.NO_TOKEN)))
        return self._seat(place.trainee)

    def _seat(self, who: str) -> LineHere:
        joined = Joined(f"token-{who}", who, self.room.trainees[who].name, f"RECOVER-{who.upper()}")
        line = LineHere(self, who, Came(joined), Went(Way.SOCKET))
        self.lines.append(line)
        self.push()
        return line


class LineHere:
    """One trainee's line. Cut, nothing is told and nothing said gets through until it is mended."""

    def __init__(self, here: ClassHere, who: str, *first: Told) -> None:
        self.here = here
        self.who = who
        self.cut = False
        self.closed = False
        self._told: list[Told] = list(first)
        self._waiting: list[tuple[int, dict[str, Any]]] = []
        self._tickets = 0
        self._lived: dict[int, tuple[tuple[object, ...], list[dict[str, Any]]]] = {}

    def hear(self) -> None:
        """News for this trainee, with the records of their day up to now."""
        here = self.here
        if self.cut or self.closed:
            return
        if self.who not in here.room.trainees:
            self._told.append(NotDone(None, "no-token", refusal_words(Code.NO_TOKEN)))
            return
        news = views.trainee_news(here.room, self.who, here.now, here=[line.who for line in here.lines])
        if news["run"] is not None:
            news["run"]["records"] = [entry for entry in self._records() if entry["at"] <= news["run"]["lived"]]
        self._told.append(Heard({**news, "notice": None}))

    def _records(self) -> list[dict[str, Any]]:
        run = self.here.room.team_of(self.who).run
        assert run is not None
        scenario = self.here.room.scenarios[run.scenario]
        trace = simulate(scenario, run.plan, draw(scenario, run.seed), run.orders)
        return record_entries(scenario, trace)

    def tell(self, told: Told) -> None:
        """This comes over the line."""
        self._told.append(told)

    def lose(self) -> None:
        """The connection is lost."""
        self.cut = True
        self._told.append(Went(Way.SEEKING))

    def mend(self) -> None:
        """It is there again: what was said meanwhile is said now."""
        self.cut = False
        self._told.append(Went(Way.SOCKET))
        waiting, self._waiting = self._waiting, []
        for ticket, message in waiting:
            self._do(ticket, message)
        self.hear()

    # As a line

    def told(self) -> list[Told]:
        told, self._told = self._told, []
        return told

    def say(self, do: str, **fields: Any) -> int:
        self._tickets += 1
        message = {"id": self._tickets, "do": do, **fields}
        if self.cut:
            self._waiting.append((self._tickets, message))
        else:
            self._do(self._tickets, message)
        return self._tickets

    def _do(self, ticket: int, message: dict[str, Any]) -> None:
        here = self.here
        try:
            here.take(trainee.says(here.room, self.who, message, here.now))
        except Refused as refused:
            self._told.append(NotDone(ticket, refused.code.value, refused.sentence))
            return
        ok = {"rev": here.room.team_of(self.who).draft.rev} if self.who in here.room.trainees else {}
        self._told.append(Answered(ticket, ok))
        here.push()

    def scenario_file(self, number: int) -> int:
        stage = self.here.room.stage_of(self.here.room.team_of(self.who))
        revealed = stage.phase in (Phase.DEBRIEF, Phase.END)
        return self._fetched({"text": handed_out(self.here.text, revealed=revealed), "revealed": revealed})

    def result(self, number: int, attempt: int) -> int:
        lived = self.here.room.team_of(self.who).tries[number, attempt]
        scenario = self.here.room.scenarios[number]
        trace = simulate(scenario, lived.plan, draw(scenario, lived.seed), lived.orders)
        replay = {"seed": lived.seed, "plan": plan_data(lived.plan), "orders": [str(order) for order in lived.orders]}
        return self._fetched({"score": {"total": score(scenario, trace).total}, "replay": replay})

    def _fetched(self, document: dict[str, Any]) -> int:
        self._tickets += 1
        self._told.append(Answered(self._tickets, document))
        return self._tickets

    def close(self) -> None:
        self.closed = True
        if self in self.here.lines:
            self.here.lines.remove(self)
