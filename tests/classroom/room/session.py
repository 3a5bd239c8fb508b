"""A room that is driven by hand in tests: what is said is written down, and can be read again."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from game.authoring.library import find
from game.authoring.load import load_scenario
from game.classroom.room import desk, joining, ticking, trainee, views
from game.classroom.room.events import Event, Kind
from game.classroom.room.joining import Drawn
from game.classroom.room.settings import Settings
from game.classroom.room.state import Room

FIRST_STEPS = load_scenario(find("first-steps"), "en")
MINUTE = 60_000


class Session:
    """A room with a clock that stands until it is moved, and a journal of JSON lines."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()
        self.room = self.empty()
        self.now = 1_000_000
        self.journal: list[str] = []
        self.ids = 0

    def empty(self) -> Room:
        return Room("BRASS", self.settings, [FIRST_STEPS], 1_000_000)

    def drawn(self) -> Drawn:
        self.ids += 100
        return Drawn([f"t{self.ids + i}" for i in range(100)], ["Brass Heron", "Green Lamp", "Ivory Door"])

    def take(self, events: Iterable[Event]) -> tuple[Event, ...]:
        taken = tuple(events)
        for event in taken:
            self.journal.append(json.dumps([event.kind, event.who, event.data, self.now]))
            self.room.take(event, self.now)
        return taken

    def pass_time(self, ms: int) -> None:
        self.now += ms
        self.take(ticking.due(self.room, self.now))

    def joins(self, name: str | None = None, team: str | None = None) -> str:
        return self.take(joining.joins(self.room, name, team, self.drawn()))[0].who

    def desk(self, do: str, **more: Any) -> tuple[Event, ...]:
        return self.take(desk.says(self.room, {"id": 1, "do": do, **more}, self.now, self.drawn()))

    def says(self, who: str, do: str, **more: Any) -> tuple[Event, ...]:
        return self.take(trainee.says(self.room, who, {"id": 1, "do": do, **more}, self.now))

    def edits(self, who: str, plan: list[dict[str, Any]]) -> tuple[Event, ...]:
        return self.says(who, "edit", rev=self.rev(who), plan=plan)

    def rev(self, who: str) -> int:
        """The version of the plan that this trainee sees."""
        return self.room.team_of(who).draft.rev

    def sees(self, who: str) -> dict[str, Any]:
        return views.trainee_news(self.room, who, self.now)

    def read_again(self) -> Room:
        """The room as the journal tells it."""
        room = self.empty()
        for line in self.journal:
            kind, who, data, at = json.loads(line)
            room.take(Event(Kind(kind), who, data), at)
        return room




def a_plan(text: str = "on word") -> list[dict[str, Any]]:
    """A legal plan for the scenario of these tests."""
    return [{"who": [FIRST_STEPS.delegates[0].id], "enter": text}]
