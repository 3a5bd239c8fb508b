"""Author mode: a scenario file beside what it comes to, drawn anew at every save. It never writes the file.

`after-you watch FILE` and the title lead to this one screen.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Final

from game.attempt.recent import remember
from game.attempt.store import data_folder
from game.stage import flow
from game.stage import widgets as w
from game.stage.screens.author_bots import Bots
from game.stage.screens.author_desk import AuthorDesk, Shown
from game.stage.screens.author_problems import ProblemList, banner
from game.stage.screens.author_room import BACK, AuthorRoom, empty_desk
from game.wording.catalogue import _, ngettext

TRIALS: Final = "trials"
"""Trials of a file are kept apart in the data folder: an author's attempts are no player's progress."""

_DAY, _SIDE = 760, 400
_PANELS = "author"
_PROBLEMS = 2  # the place of their tab


class AuthorScreen(w.Screen):
    """The room, the timeline and the bots' ledgers of a file, its problems beside them; play from any instant."""

    def __init__(self, path: Path, plan: str = "") -> None:
        self.title = _("Write a scenario")
        self.desk = AuthorDesk(path, plan)
        self.room = AuthorRoom(self.desk)
        self.list = ProblemList(self.desk)
        self.bots = Bots()

    def enter(self) -> None:
        """Read the file at once."""
        remember(self.desk.path)
        self.tick(0)

    def leave(self) -> None:
        """Whatever other processes are still at is let go of."""
        self.desk.stop()
        self.bots.stop()

    def tick(self, ms: int) -> w.Screen | None:
        """Look at the file; once it is calm, have the bots play what could be played last."""
        news, shown = self.desk.look(ms), self.desk.shown
        if shown is not None and news:
            self.bots.drop(shown.scenario)
        if shown is not None and self.desk.calm:
            self.bots.ask(shown.scenario)
        if self.bots.tick() or news:
            self.ui.refresh()
        return None

    # Acting

    def look(self, instant: int) -> None:
        """Look at this instant."""
        self.desk.look_at(instant)
        self.ui.refresh()

    def play(self) -> w.Screen | None:
        """Open the doors with this plan and stand at this instant; Escape leads back here."""
        shown = self.desk.shown
        if shown is None:
            return None
        from game.attempt.history import Attempt
        from game.stage.main import Start, begun
        from game.stage.session import Session

        session = Session(shown.scenario, folder=data_folder() / TRIALS)
        session.attempt = Attempt.begin()  # undo must not bring back the plan of a file that has changed since
        session.home = lambda: self
        return begun(session, Start(1, shown.plan, shown.orders, self.desk.instant))

    def next_plan(self) -> None:
        """The plan after the one shown."""
        if self.desk.shown is not None:
            plans = self.desk.plans
            self.desk.choose_plan(plans[(plans.index(self.desk.shown.name) + 1) % len(plans)])
            self.ui.refresh()

    def to_problems(self) -> None:
        """The focus to the list of problems."""
        w.open_side(self.ui, _PANELS, _PROBLEMS)
        self.ui.move_focus("problem.0")

    def shortcuts(self) -> list[w.Shortcut]:
        """The keys of author mode."""
        day, at = self.desk.shown is not None, self.desk.instant
        return [
            w.Shortcut(",", _("Five seconds back"), partial(self.look, at - BACK), day, footer=False),
            w.Shortcut(".", _("Five seconds on"), partial(self.look, at + BACK), day, footer=False),
            w.Shortcut("n", _("Next plan"), self.next_plan, day),
            w.Shortcut("e", _("Problems"), self.to_problems, bool(self.desk.findings)),
            w.Shortcut("escape", _("Other files"), flow.author_files),
            w.Shortcut("p", _("Play from here"), self.play, day, footer=False),
        ]

    # The tree

    @property
    def _wide(self) -> bool:
        return w.fits(self.ui, [_DAY, _SIDE])

    def view(self, ui: w.Ui) -> w.Node:
        """The banner if there is need of one, the day at the left, problems and bots at the right; or all as tabs."""
        shown = self.desk.shown
        play = w.button("play", _("Play from here"), self.play, kind="primary", key="p", enabled=shown is not None)
        body = w.column(banner(ui, self.desk), self._plan_missing(), self._body(ui, shown), gap=10, height=w.FLEX)
        name = f"{self.desk.path.name} · {shown.scenario.title}" if shown is not None else self.desk.path.name
        return w.page(w.header(ui, name, self._state()), body, w.footer(self.shortcuts(), play))

    def _state(self) -> str:
        findings = self.desk.findings
        if not findings:
            return _("Watched: every save shows here. No problem.")
        count = ngettext("{count} problem", "{count} problems", len(findings)).format(count=len(findings))
        return _("Watched: every save shows here. {problems}.").format(problems=count)

    def _plan_missing(self) -> w.Node | None:
        name = self.desk.missing_plan
        if not name:
            return None
        words = _("The scenario has no plan “{plan}”; another one is shown.").format(plan=name)
        return w.label(words, colour=w.theme.CAUTION, weight="semibold", id="missing")

    def _body(self, ui: w.Ui, shown: Shown | None) -> w.Node:
        if not self._wide:
            return self._tabbed(ui, shown)
        right = w.column(*self._side(ui, shown), gap=10, width=w.em(_SIDE), height=w.FLEX)
        if shown is None:
            left = empty_desk()
            left.width, left.height = w.FLEX, w.FLEX
        else:
            room, times = self.room.panel(ui, shown, tabbed=False), self.room.timeline(ui, shown)
            room.height, times.height = w.flex(1.35), w.FLEX
            left = w.column(room, times, gap=10, width=w.FLEX, height=w.FLEX)
        return w.row(left, right, gap=12, align="stretch", height=w.FLEX)

    def _side(self, ui: w.Ui, shown: Shown | None) -> list[w.Node]:
        """The problems where there are any, the bots where something can be played."""
        problems, bots = self.list.panel(ui), self.bots.panel(ui)
        problems.height = bots.height = w.FLEX
        if shown is None:
            return [problems]
        return [problems, bots] if self.desk.findings else [bots]

    def _tabbed(self, ui: w.Ui, shown: Shown | None) -> w.Node:
        if shown is None:
            alone = self.list.panel(ui)
            alone.height = w.FLEX
            return alone
        panels = (
            (_("Room"), lambda: self.room.panel(ui, shown, tabbed=True)),
            (_("Timeline"), lambda: self.room.timeline(ui, shown)),
            (_("Problems"), lambda: self.list.panel(ui)),
            (_("Bots"), lambda: self.bots.panel(ui)),
        )
        chosen = min(ui.recall(_PANELS, 0), len(panels) - 1)
        body = panels[chosen][1]()
        body.width, body.height = w.FLEX, w.FLEX
        names = [name for name, _panel in panels]
        head = w.tabs(f"{_PANELS}.tabs", names, chosen, lambda place: ui.keep(_PANELS, place))
        return w.column(head, body, gap=8, height=w.FLEX)
