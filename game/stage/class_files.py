"""What a class hands out: the files of its scenarios as they come up, and after the reveal the days that were lived."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from game.authoring.problems import ProblemsFound
from game.classroom.client.attending import Answered, NotDone
from game.classroom.room.stages import Phase
from game.protocol.scenario import Help
from game.stage.class_session import ClassSession
from game.stage.errand import Errand
from game.wording.catalogue import _, language

if TYPE_CHECKING:
    from game.protocol.scenario import Scenario
    from game.stage.attendance import Attendance

AGAIN: Final = 2_000
"""After so many ms something that could not be had is asked for again."""

_Wanted = tuple[str, int, int]


class ClassFiles:
    """Fetches what the stage needs, one thing at a time. `problem`: why something could not be had, in a sentence."""

    def __init__(self, attendance: Attendance) -> None:
        self._attendance = attendance
        self._sessions: dict[int, ClassSession] = {}
        self._revealed: set[int] = set()
        self._totals: dict[tuple[int, int], int] = {}
        self._replays: dict[tuple[int, int], Any] = {}
        self._asked: _Wanted | None = None
        self._reading: tuple[int, bool, Errand[Scenario]] | None = None
        self._pause = 0
        self.problem = ""

    def session(self, index: int) -> ClassSession | None:
        """The sitting with a scenario of the class, None until it has come."""
        return self._sessions.get(index)

    def total(self, index: int, attempt: int) -> int | None:
        """What a try came to; None until that can be shown."""
        return self._totals.get((index, attempt))

    def tick(self, ms: int) -> None:
        """Take in what was read, and ask for what is missing."""
        self._pause -= ms
        if self._reading is not None and self._reading[2].done:
            index, revealed, errand = self._reading
            self._reading = None
            self._read(index, revealed=revealed, errand=errand)
        wanted = self._wanted() if self._asked is None and self._reading is None and self._pause <= 0 else None
        if wanted is not None:
            self._ask(wanted)

    def _wanted(self) -> _Wanted | None:
        attendance = self._attendance
        phase = attendance.phase
        if phase in (None, Phase.LOBBY) or attendance.gone:
            return None
        if attendance.ended:
            return self._of_the_end()
        index, attempt = attendance.attempt
        if index not in self._sessions or (phase is Phase.DEBRIEF and index not in self._revealed):
            return "file", index, 0
        told = [index, attempt] in attendance.news["results"]
        if phase is Phase.DEBRIEF and told and (index, attempt) not in self._totals:
            return "result", index, attempt
        return None

    def _of_the_end(self) -> _Wanted | None:
        """At the end everything that one has done may be looked at again."""
        for index, attempt in self._attendance.news["results"]:
            if index not in self._revealed:
                return "file", index, 0
            if (index, attempt) not in self._totals:
                return "result", index, attempt
        return None

    def look_at(self, index: int, attempt: int) -> ClassSession:
        """The sitting with this try as the day that was lived last; it must have come."""
        session = self._sessions[index]
        session.number = attempt
        session.lived(self._replays[index, attempt])
        return session

    def _ask(self, wanted: _Wanted) -> None:
        what, index, attempt = wanted
        line = self._attendance.line
        self._asked = wanted
        ticket = line.scenario_file(index) if what == "file" else line.result(index, attempt)
        self._attendance.ask(ticket, self._answered)

    def _answered(self, answer: Answered | NotDone) -> None:
        wanted, self._asked = self._asked, None
        assert wanted is not None
        what, index, attempt = wanted
        if isinstance(answer, NotDone):
            self._not_had(answer.sentence)
        elif what == "file":
            self._come(index, answer.ok)
        else:
            self._result(index, attempt, answer.ok)

    def _not_had(self, sentence: str) -> None:
        self.problem, self._pause = sentence, AGAIN

    def _come(self, index: int, document: Any) -> None:
        try:
            text, revealed = str(document["text"]), bool(document["revealed"])
        except (TypeError, KeyError):
            self._not_had(_("What the class sent cannot be read by this version of the game."))
            return
        self._reading = index, revealed, Errand(_reader(text))

    def _read(self, index: int, *, revealed: bool, errand: Errand[Scenario]) -> None:
        try:
            scenario = errand.result()
        except ProblemsFound as found:
            words = _("The scenario of the class cannot be read by this version of the game: {problem}")
            self._not_had(words.format(problem=found.problems[0].sentence))
            return
        self.problem = ""
        attendance = self._attendance
        scenario = replace(scenario, help=Help(attendance.stage["help"]))
        if index in self._sessions:
            self._sessions[index].becomes(scenario)
        else:
            self._sessions[index] = ClassSession(scenario, index, attendance, attendance.folder)
        if revealed:
            self._revealed.add(index)
        elif attendance.phase is Phase.DEBRIEF or attendance.ended:
            self._pause = AGAIN  # it was on its way when the reveal came

    def _result(self, index: int, attempt: int, document: Any) -> None:
        session = self._sessions[index]
        try:
            own, counts = session.lived(document["replay"]), int(document["score"]["total"])
        except (TypeError, KeyError, ValueError):
            self._not_had(_("What the class sent cannot be read by this version of the game."))
            return
        self.problem = ""
        self._totals[index, attempt] = counts
        self._replays[index, attempt] = document["replay"]
        if own != counts:
            differs = _("This game reckons {own}; the class reckons {counts}, and that counts. The host has another "
                        "version of the game.")
            self._attendance.tell(differs.format(own=own, counts=counts))


def _reader(text: str) -> Callable[[], Scenario]:
    def read() -> Scenario:
        from game.authoring.load import load_scenario_text  # it brings much with it, which the thread may wait for

        return load_scenario_text(text, _("the scenario of the class"), language())

    return read
