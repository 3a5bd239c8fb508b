"""One trainee's part in a class that somebody else's machine serves: how things stand, and what is still to be said.

Nothing in here waits. The line to the class has a thread of its own; what it told is taken in at each frame.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, Protocol

from game.attempt import attended
from game.attempt.attended import Attended
from game.attempt.spelling import SpellingError, plan_data, read_plan
from game.classroom.client.attending import UNREACHABLE, Answered, Came, Heard, NotDone, Told, Went
from game.classroom.client.refusal import GONE
from game.classroom.client.ways import Way
from game.classroom.room.refusals import Code, refusal_words
from game.classroom.room.stages import Phase
from game.protocol.plan import Plan
from game.protocol.scenario import Help
from game.stage.class_files import ClassFiles
from game.stage.class_news import understood
from game.wording.catalogue import _

if TYPE_CHECKING:
    from pathlib import Path

    from game.protocol.plan import Verb
    from game.stage.class_session import ClassSession

News = dict[str, Any]
Then = Callable[[Answered | NotDone], None]

PAUSE: Final = 2_000
"""After so many ms what could not be done is said again."""

_NOTHING: Final[News] = {}
_AGAIN: Final = frozenset({Code.NOT_SAVED.value, Code.OUR_FAULT.value, Code.SLOW_DOWN.value, UNREACHABLE})
"""After these the same may be done in a moment."""


class Line(Protocol):
    """The line to a class, as `Attending` is one: nothing of it blocks."""

    def told(self) -> list[Told]: ...
    def say(self, do: str, **fields: Any) -> int: ...
    def scenario_file(self, number: int) -> int: ...
    def result(self, number: int, attempt: int) -> int: ...
    def close(self) -> None: ...


class Scene(StrEnum):
    """What the window shows of a class."""

    WAIT = "wait"
    BRIEF = "brief"
    PLAN = "plan"
    RUN = "run"
    DEBRIEF = "debrief"


Place = tuple[int, Scene, str, int]
"""The stage, what is shown of it, how much the walk-through helps, which day: another place, another screen."""


class Attendance:
    """A place in a class. `tick` it at every frame; `place` then tells whether another screen is due.

    `news` is how things stood when heard last, `age` ms ago. `gone` says in a sentence why there is no way back.
    """

    def __init__(self, line: Line, place: Attended, folder: Path | None = None) -> None:
        self._line = line
        self.kept = place
        self._data = folder
        self.news: News = _NOTHING
        self.age = 0
        self.way = Way.SEEKING
        self.gone = ""
        self.handing_in = False
        self.leaving = False
        self._notices: list[str] = []
        self._then: dict[int, Then] = {}
        self._team = ""
        self._rev: int | None = None  # the version of the plan that is the same here and there
        self._unsent: ClassSession | None = None
        self._sending: Plan | None = None
        self._pause = 0
        self.files = ClassFiles(self)

    # Hearing

    def tick(self, ms: int) -> None:
        """So much time has passed: take in what was told, and say what is to be said."""
        self.age += ms
        for told in self._line.told():
            self._take(told)
        self.files.tick(ms)
        self._heed_plan()
        self._send(ms)

    def _take(self, told: Told) -> None:
        match told:
            case Came(joined):
                self.kept = replace(self.kept, token=joined.token, trainee=joined.trainee, name=joined.name,
                                    recovery=joined.recovery or self.kept.recovery)
                self._keep()
            case Heard(news):
                self._hear(news)
            case Went(way):
                self.way = way
            case NotDone(None, code, sentence):
                self._lose(code, sentence)
            case Answered(ticket) | NotDone(ticket):
                then = self._then.pop(ticket or 0, None)
                if then is not None:
                    then(told)

    def _hear(self, news: News) -> None:
        if not understood(news):
            self.not_understood()
            return
        title, name = news["room"]["title"], news["you"]["name"]
        self.news, self.age, self.gone = news, 0, ""
        if (title, name) != (self.kept.title, self.kept.name):
            self.kept = replace(self.kept, title=title, name=name)
            self._keep()
        team = news["team"]["id"]
        if team != self._team:
            if self.kept.team != team:  # what was not sent was the other team's
                self.kept = replace(self.kept, team=team, unsent=(-1, -1))
                self._keep()
            self._team, self._rev, self._unsent = team, None, None
        if news.get("notice"):
            self.tell(news["notice"])

    def not_understood(self) -> None:
        """What the class tells is not what this version of the game can read."""
        words = _("What the class tells cannot be read by this version of the game. Install the version of the host.")
        self._lose(Code.MALFORMED.value, words)

    def _lose(self, code: str, sentence: str) -> None:
        self.gone = sentence or refusal_words(Code.NO_TOKEN)
        if code in GONE and self.kept.token:
            self.tell(attended.forget(self.kept, self._data))

    def _keep(self) -> None:
        self.tell(attended.keep(self.kept, self._data))

    @property
    def folder(self) -> Path:
        """The folder for what is made in this class."""
        return attended.folder_of(self.kept, self._data)

    # Telling

    def tell(self, notice: str) -> None:
        """A sentence for the player, if it is one."""
        if notice:
            self._notices.append(notice)

    def take_notices(self) -> list[str]:
        """What is to be told the player, once."""
        notices, self._notices = self._notices, []
        return notices

    def ask(self, ticket: int, then: Then) -> None:
        """Do this when there is an answer to what was said or fetched."""
        self._then[ticket] = then

    @property
    def line(self) -> Line:
        """The line to the class."""
        return self._line

    def say(self, do: str, **fields: Any) -> None:
        """Say something of which only a refusal matters."""
        self.ask(self._line.say(do, **fields), self._refused_at_most)

    def _refused_at_most(self, answer: Answered | NotDone) -> None:
        if isinstance(answer, NotDone):
            self.tell(answer.sentence)

    def order(self, verb: Verb, target: str) -> None:
        """A live order: it is stamped where it arrives."""
        self.say("order", verb=verb.value, target=target)

    def close(self) -> None:
        """Hang up; the place in the class stays."""
        self._line.close()

    def ask_to_leave(self) -> None:
        """Have it asked whether one wants to leave."""
        self.leaving = True

    # The stage

    @property
    def stage(self) -> News:
        """The stage as the class tells it; empty before the first news."""
        found: News = self.news.get("stage", _NOTHING)
        return found

    @property
    def phase(self) -> Phase | None:
        """What is done now, None before the first news."""
        return Phase(self.stage["phase"]) if self.stage else None

    @property
    def run(self) -> News | None:
        """The day that is being lived, None where there is none."""
        return self.news.get("run")

    @property
    def self_paced(self) -> bool:
        """Whether everybody goes on by themselves."""
        return bool(self.news) and self.news["room"]["mode"] == "self-paced"

    @property
    def ended(self) -> bool:
        """Whether there is nothing more to be done here."""
        return self.phase is Phase.END or (bool(self.news) and bool(self.news["room"]["ended"]))

    @property
    def session(self) -> ClassSession | None:
        """The sitting with the scenario of this stage, None until it has come."""
        return self.files.session(self.stage["scenario"]) if self.stage else None

    @property
    def scene(self) -> Scene:
        """What can be shown of the stage now."""
        phase, session = self.phase, self.session
        if self.gone or phase is None or session is None or (self.ended and phase is not Phase.DEBRIEF):
            return Scene.WAIT
        match phase:
            case Phase.BRIEF:
                return Scene.BRIEF
            case Phase.PLAN if self._rev is not None:
                return Scene.PLAN
            case Phase.RUN if self.run is not None:
                return Scene.RUN
            case Phase.DEBRIEF if self.files.total(*self.attempt) is not None:
                return Scene.DEBRIEF
            case _:
                return Scene.WAIT

    @property
    def attempt(self) -> tuple[int, int]:
        """The scenario's place among those of the class, and the how manieth try this is."""
        return self.stage["scenario"], self.stage["attempt"]

    @property
    def place(self) -> Place:
        """What the screen must fit."""
        if not self.stage:
            return (-1, Scene.WAIT, "", 0)
        run = self.run
        return (self.stage["number"], self.scene, self.stage["help"], run["run"] if run else 0)

    def left(self) -> int | None:
        """Ms left of this stage, never less than none; None without a limit."""
        clock = self.news.get("clock", _NOTHING)
        left = clock.get("left")
        return None if left is None else max(0, left - (self.age if clock["runs"] else 0))

    # The plan

    @property
    def draft(self) -> News:
        """The plan as the class has it; empty while there is none."""
        return self.news.get("plan") or _NOTHING

    @property
    def handed_in(self) -> bool:
        """Whether the plan is in the instructor's hands."""
        return bool(self.draft.get("handed_in"))

    @property
    def drives(self) -> bool:
        """Whether it is this trainee who writes the plan."""
        return bool(self.news) and self.news["team"]["driver"] == self.news["you"]["id"]

    @property
    def driver(self) -> str:
        """The name of whoever writes the plan."""
        members = self.news["team"]["members"] if self.news else []
        return next((each["name"] for each in members if each["id"] == self.news["team"]["driver"]), "")

    @property
    def unsent(self) -> bool:
        """Whether something of the plan has not been acknowledged."""
        return self._unsent is not None

    def why_not_write(self) -> str:
        """Why the plan cannot be changed now, in a sentence; empty where it can."""
        if self.phase is not Phase.PLAN:
            return _("The class is not planning now; the plan stays as it is.")
        if not self.drives:
            return _("{name} writes the plan for your team. Take the pen to write yourself.").format(name=self.driver)
        if self.handed_in or self.handing_in:
            return _("The plan is handed in. Take it back to change it.")
        if self.left() == 0:
            return refusal_words(Code.TOO_LATE)
        return ""

    def edited(self, session: ClassSession) -> None:
        """The plan has been changed here."""
        if self._unsent is None:
            self._mark(session.index, self._rev or 0)
        self._unsent = session

    def hand_in(self) -> None:
        """Hand in the plan, after all of it has been sent."""
        self.handing_in = True

    def _mark(self, scenario: int, rev: int) -> None:
        self.kept = replace(self.kept, unsent=(scenario, rev))
        self._keep()

    def _heed_plan(self) -> None:
        """What the class has of the plan counts, unless something newer from here is on its way."""
        session, draft = self.session, self.draft
        if session is None or "briefings" not in draft or self._unsent is not None:
            return
        session.number = self.stage["attempt"]
        session.shows(Help(self.stage["help"]))
        if self._rev is not None and draft["rev"] <= self._rev:
            return
        first = self._rev is None
        self._rev = draft["rev"]
        if first and self.kept.unsent == (session.index, self._rev) and not self.why_not_write():
            self._unsent = session  # the window was closed before its last edits were sent
            return
        try:
            session.take_over(read_plan(draft["briefings"]))
        except SpellingError as error:
            self.tell(_("The plan of the class cannot be read by this version of the game ({part}).").format(
                part=error.part))

    def _send(self, ms: int) -> None:
        self._pause -= ms
        session = self._unsent
        if self._sending is not None or self._rev is None or self._pause > 0 or self.gone:
            return
        if session is not None:
            self._sending = session.plan
            self.ask(self._line.say("edit", rev=self._rev, plan=plan_data(session.plan)), self._edit_answered)
        elif self.handing_in and not self.handed_in:
            self._sending = Plan()
            self.ask(self._line.say("hand_in", rev=self._rev), self._handed)

    def _edit_answered(self, answer: Answered | NotDone) -> None:
        session, sent = self._unsent, self._sending
        self._sending = None
        if session is None:
            return
        if isinstance(answer, Answered):
            self._rev = _rev_of(answer, self._rev)
            if session.plan == sent:
                self._settled()
        elif answer.code in _AGAIN:
            self._pause = PAUSE
        else:
            self.handing_in = False
            self._settled()
            self._rev = self.draft.get("rev", 0) - 1  # so that what the class has is shown again
            self.tell(answer.sentence)

    def _settled(self) -> None:
        self._unsent = None
        self._mark(-1, -1)

    def _handed(self, answer: Answered | NotDone) -> None:
        self._sending = None
        if isinstance(answer, NotDone) and answer.code in _AGAIN:
            self._pause = PAUSE
            return
        self.handing_in = False
        if isinstance(answer, Answered):
            self.news = {**self.news, "plan": {**self.draft, "handed_in": True}}
        else:
            self.tell(answer.sentence)


def _rev_of(answer: Answered, before: int | None) -> int:
    """The version of the plan after an edit."""
    rev = answer.ok.get("rev") if isinstance(answer.ok, dict) else None
    return rev if type(rev) is int else (before or 0) + 1
