"""A class that one waits in: being connected, the lobby, between two stages, and the end."""

from __future__ import annotations

from functools import partial
from typing import Any

from game.classroom.room.stages import Phase
from game.stage import flow
from game.stage import widgets as w
from game.stage.attendance import Attendance
from game.stage.screens.class_scenes import InClass, about
from game.wording.catalogue import _, ngettext

LONGEST_NAME = 40


class WaitScreen(InClass):
    """Who one is here, what is being waited for, and what to write down."""

    first_focus = "wait"

    def __init__(self, attendance: Attendance) -> None:
        self.title = attendance.kept.title or _("Class")
        self.name = attendance.kept.name
        self.attend(attendance)

    def depends_on(self) -> str:
        """What the tree says of the class."""
        attendance = self.attendance
        news = attendance.news
        return super().depends_on() + repr((attendance.gone, attendance.files.problem, news.get("team"),
                                            news.get("room"), news.get("results")))  # fmt: skip

    # Acting

    def shortcuts(self) -> list[w.Shortcut]:
        """Leaving is all there is to do."""
        if self.attendance.gone:
            return [w.Shortcut("escape", _("Join a class"), self.join_again)]
        return [w.Shortcut("escape", _("Leave the class"), self.attendance.ask_to_leave)]

    def join_again(self) -> w.Screen:
        """Back to where one joins."""
        self.attendance.close()
        return flow.join()

    def type(self, text: str) -> None:
        """The name is to be this."""
        self.name = text
        self.ui.refresh()

    def rename(self) -> None:
        """Be called this from now on."""
        self.attendance.say("rename", name=self.name)

    # The tree

    def view(self, ui: w.Ui) -> w.Node:
        """What is being waited for at the top, who one is below."""
        page = self._page(ui)
        self.ask_to_leave(ui)
        return page

    def _page(self, ui: w.Ui) -> w.Node:
        parts = [self._waiting(), *self._who(ui), *self._team(), *self._results(), *self._recovery()]
        body = w.scroll(*parts, id="wait.body", gap=12)
        return w.page(w.header(ui, self.title, about(self.attendance)), body, w.footer(self.shortcuts()))

    def _waiting(self) -> w.Node:
        head, words = self._words()
        on = None
        if self.attendance.self_paced and self.attendance.phase is Phase.RUN and self.attendance.drives:
            on = w.row(w.button("class.on", _("Go on"), partial(self.attendance.say, "go_on")), w.spacer())
        return w.panel(
            w.title(head), w.prose(words, id="wait.words"), on, id="wait", brass=True, gap=8, pad=(22, 16),
        )  # fmt: skip

    def _words(self) -> tuple[str, str]:
        attendance = self.attendance
        if attendance.gone:
            return _("You are not in this class"), attendance.gone
        if not attendance.news:
            return _("On the way to the class"), _("Waiting for an answer …")
        if attendance.files.problem:
            return _("One moment"), attendance.files.problem
        return self._of_phase()

    def _of_phase(self) -> tuple[str, str]:
        attendance = self.attendance
        news = attendance.news
        if attendance.ended:
            thanks = _("Thank you. What you did can be looked at as long as the class is kept.")
            return _("The session has ended"), thanks
        match attendance.phase:
            case Phase.LOBBY:
                first = news["room"]["scenarios"][0] if news["room"]["scenarios"] else ""
                words = _("Your instructor begins when everybody is here. First comes “{title}”.")
                return _("You are in"), words.format(title=first)
            case Phase.RUN if attendance.run is None:
                late = _("You came after the plans were handed in. You take part from the next plan on.")
                return _("The others live their day"), late
            case Phase.DEBRIEF if list(attendance.attempt) not in news["results"]:
                none = _("There is no day of yours to explain. You take part from the next plan on.")
                return _("The others look at their day"), none
            case _:
                return _("One moment"), _("What comes next is being fetched …")

    def _who(self, ui: w.Ui) -> list[w.Node]:
        attendance = self.attendance
        news = attendance.news
        if not news or attendance.gone:
            return []
        free = news["room"]["names"] == "free" and attendance.phase is Phase.LOBBY
        words = _("You are called {name} here.").format(name=news["you"]["name"])
        rename = None
        if free:
            entry = w.entry(ui, "name", _("Your name in the class"), self.name, self.type, on_submit=self.rename,
                            longest=LONGEST_NAME)
            rename = w.row(entry, w.button("rename", _("Change the name"), self.rename), gap=10)
        return [w.panel(w.label(words, size=16, weight="medium", id="wait.name"), rename, id="wait.you", gap=8)]

    def _team(self) -> list[w.Node]:
        news = self.attendance.news
        if not news or not news["room"]["teams"] or self.attendance.gone:
            return []
        team: dict[str, Any] = news["team"]
        rows = [self._member(each, team["driver"]) for each in team["members"]]
        return [w.panel(w.heading(_("Team {name}").format(name=team["name"])), *rows, id="wait.team", gap=4)]

    def _member(self, member: dict[str, Any], driver: str) -> w.Node:
        return w.row(
            w.label(member["name"], weight="semibold"),
            w.chip(_("has the pen"), "good") if member["id"] == driver else None,
            None if member["here"] else w.chip(_("away")), w.spacer(), gap=8,
        )  # fmt: skip

    def _results(self) -> list[w.Node]:
        files, news = self.attendance.files, self.attendance.news
        if not self.attendance.ended:
            return []
        found = [(index, attempt, files.total(index, attempt)) for index, attempt in news["results"]]
        rows = [self._result(index, attempt, total) for index, attempt, total in found if total is not None]
        count = ngettext("What came of your day", "What came of your days", len(rows))
        return [w.panel(w.heading(count), *rows, id="wait.results", gap=4)] if rows else []

    def _result(self, index: int, attempt: int, total: int) -> w.Node:
        title = self.attendance.news["room"]["scenarios"][index]
        words = _("{title}, try {n}: {total} of 100").format(title=title, n=attempt, total=total)
        look = partial(self.look_at, index, attempt)
        return w.list_row(f"result.{index}.{attempt}", w.label(words), label=words, on_press=look, pad=(12, 7))

    def look_at(self, index: int, attempt: int) -> w.Screen:
        """The debrief of a try, once more."""
        from game.stage.screens.class_debrief import ClassDebriefScreen

        return ClassDebriefScreen(self.attendance.files.look_at(index, attempt), again=True)

    def _recovery(self) -> list[w.Node]:
        kept = self.attendance.kept
        if not kept.recovery or self.attendance.gone or self.attendance.ended:
            return []
        return [w.panel(
            w.heading(_("Write this down")),
            w.label(kept.recovery, size=26, weight="semibold", id="recovery"),
            w.note(_("Your recovery code. With it you come back from another device; on this one “Join a class” "
                     "remembers you.")),
            id="wait.recovery", gap=6,
        )]  # fmt: skip
