"""Rooms from what is kept of them: the scenarios from their texts, the room from its events."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.authoring.library import find, shipped
from game.authoring.load import load_scenario_text
from game.authoring.problems import ProblemsFound
from game.authoring.reading import read_text
from game.classroom.room.events import Event, Kind
from game.classroom.room.refusals import Code, Refused
from game.classroom.room.settings import read_settings
from game.classroom.room.state import Room
from game.classroom.store.journal import Journal
from game.classroom.store.values import Answered, Opened, Stored, StoreFailed, Text
from game.protocol.scenario import Scenario
from game.wording.catalogue import language

Load = Callable[[], tuple[Room, dict[str, Answered]]]


def text_of(name: str) -> Text:
    """The text of a scenario by its id or path; raises ProblemsFound."""
    path = find(name)
    return Text(name, read_text(path), language())


def shipped_text(name: object) -> Text:
    """The text of a scenario that comes with the game: what a page asks for opens no other file. Raises Refused."""
    if not isinstance(name, str) or name not in shipped():
        raise Refused(Code.NO_SUCH_SCENARIO)
    return text_of(name)


def scenarios_of(texts: Sequence[Text]) -> tuple[Scenario, ...]:
    """The scenarios of these texts. Raises ProblemsFound."""
    return tuple(load_scenario_text(text.text, text.name, text.language) for text in texts)


def loader(journal: Journal, code: str) -> tuple[Opened, tuple[Scenario, ...], Load]:
    """A room, its scenarios, and how to read it as it is kept at any time. Raises Refused and StoreFailed."""
    stored = _stored(journal, code)
    try:
        scenarios = scenarios_of(stored.opened.texts)
    except ProblemsFound as found:  # a later version of the game no longer takes such a scenario
        raise StoreFailed("\n".join(problem.render() for problem in found.problems)) from None

    def load() -> tuple[Room, dict[str, Answered]]:
        now = _stored(journal, code)
        room = Room(code, read_settings(now.opened.settings), scenarios, now.opened.at)
        for kept in now.events:
            room.take(Event(Kind(kept.kind), kept.who, kept.data), kept.at)
            room.rev = kept.seq  # what was forgotten leaves gaps, and versions only ever grow
        return room, {answered.device: answered for answered in now.answers}

    return stored.opened, scenarios, load


def _stored(journal: Journal, code: str) -> Stored:
    stored = journal.read_room(code)
    if stored is None:
        raise Refused(Code.NO_ROOM)
    return stored
