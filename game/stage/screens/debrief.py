"""The debrief: what the day came to, why, who saw it, and how it would have gone on other days."""

from __future__ import annotations

from collections.abc import Iterator

from game.planning.robust import DAYS, Robust, robust_steps
from game.scoring.line import Line
from game.simulation.circumstances import nominal
from game.simulation.engine import simulate
from game.simulation.where import Timeline
from game.stage import flow
from game.stage import widgets as w
from game.stage.screens.debrief_chart import Chart
from game.stage.screens.debrief_fix import Fixes
from game.stage.screens.debrief_history import chance_rows, history_rows
from game.stage.screens.debrief_ledger import by_weight, ledger_rows, sum_words
from game.stage.screens.debrief_room import LookBack
from game.stage.screens.debrief_score import score_panel
from game.stage.screens.debrief_standing import AmongBots
from game.stage.screens.hands import class_rows
from game.stage.session import NotSaved, Session
from game.wording.catalogue import _
from game.wording.dates import date_words

_SCORE, _DAY = 316, 860
_TABS, _BELOW = "debrief.tab", "debrief.below"
_STANDING, _STANDING_BELOW = 4, 1  # the place of that tab among all tabs, and among those below
_DAYS_A_FRAME = 2
_TOLD_EVERY = 10


class DebriefScreen(w.Screen):
    """The last run that was lived to its end and counts; `session.finished` must be there."""

    def __init__(self, session: Session) -> None:
        assert session.finished is not None
        assert session.finished_run is not None
        self.session = session
        self.title = _("Debrief")
        self.trace, self.card = session.finished
        self.run = session.finished_run
        self.scenario = session.scenario
        walk = simulate(self.scenario, self.run.plan, nominal(self.scenario))
        self.chart = Chart(self.scenario, self.trace, walk)
        self.room = LookBack(self.scenario, Timeline(self.scenario, self.trace))
        self.lines = by_weight(self.card)
        self.opened = 0 if self.lines else -1
        self.instant = self.lines[0].at if self.lines else self.trace.accomplished_at or self.scenario.start
        self.fixes = Fixes(self.run)
        self.standing = AmongBots(session, self.card.total)
        self.robust = Robust(0, 0, None, 0)
        self._reckoning: Iterator[Robust] | None = robust_steps(self.scenario, self.run.plan, (), self.run.seed)

    # Time

    def enter(self) -> None:
        """Tell what the last screen left to be told."""
        if notice := self.session.take_notice():
            self.ui.toast(notice)

    def leave(self) -> None:
        """Whatever other processes are still at is let go of."""
        self.standing.stop()

    def tick(self, ms: int) -> w.Screen | None:
        """Reckon a few other days and look a little further for a fix at each frame, so that no frame is held up."""
        if self._standing_shown:
            self.standing.ask()
        if self.standing.tick():
            self.ui.refresh()
        if self.fixes.busy and self.fixes.tick():
            self.ui.refresh()
            if not self.fixes.busy and self.fixes.command(self.open_breach) is not None:
                self.ui.move_focus("fix.apply")  # which brings the answer into view
        for _day in range(_DAYS_A_FRAME if self._reckoning is not None else 0):
            step = next(self._reckoning, None) if self._reckoning is not None else None
            if step is None:
                self._reckoning = None
                break
            self.robust = step
        if self._reckoning is not None and (self.robust.days % _TOLD_EVERY == 0 or self.robust.days == DAYS):
            self.ui.refresh()
        return None

    # Acting

    def look(self, instant: int) -> None:
        """Look at this instant of the day."""
        self.instant = max(self.scenario.start, min(self.scenario.end, instant))
        self.ui.refresh()

    def toggle(self, place: int) -> w.Screen | None:
        """Open a line of the ledger and look at its instant, or close it."""
        self.opened = -1 if self.opened == place else place
        if self.opened >= 0:
            self.look(self.lines[place].at)
        return None

    @property
    def open_breach(self) -> Line | None:
        """The open line where it is a breach."""
        line = self.lines[self.opened] if self.opened >= 0 else None
        return line if line is not None and line.is_breach else None

    def fix(self) -> w.Screen | None:
        """Look for the fix of the open line; once it is found, have the same morning back with it in the plan."""
        line = self.open_breach
        command = self.fixes.command(line)
        if command is not None:
            self.session.do(command)
            return self.again()
        if line is not None:
            self.fixes.ask(line)
            self.ui.refresh()
        return None

    @property
    def _wide(self) -> bool:
        return w.fits(self.ui, [_SCORE, _DAY])

    @property
    def _standing_shown(self) -> bool:
        if self._wide:
            return self.ui.recall(_BELOW, 0) == _STANDING_BELOW
        return self.ui.recall(_TABS, 0) == _STANDING

    def stand(self) -> None:
        """Show where the total stands among the bots; their days are played when this is asked for."""
        self.ui.keep(*((_BELOW, _STANDING_BELOW) if self._wide else (_TABS, _STANDING)))

    def again(self) -> w.Screen:
        """The same morning: same plan, same circumstances."""
        self.session.same_day_again()
        return flow.plan(self.session)

    def another(self) -> w.Screen:
        """The next morning: same plan, other circumstances."""
        self.session.another_day()
        return flow.plan(self.session)

    def save(self) -> w.Screen | None:
        """Keep the day as a replay file."""
        try:
            path = self.session.save_replay()
        except NotSaved as error:
            self.ui.toast(str(error))
        else:
            self.ui.toast(_("Replay saved: {path}").format(path=path))
        return None

    def shortcuts(self) -> list[w.Shortcut]:
        """The keys of the debrief."""
        found = self.fixes.command(self.open_breach) is not None
        return [
            w.Shortcut("n", _("Another day"), self.another),
            w.Shortcut("p", _("Plan"), lambda: flow.plan(self.session)),
            w.Shortcut("s", _("Save the replay"), self.save),
            w.Shortcut("f", _("Put the fix into the plan") if found else _("Show the fix"), self.fix,
                       self.open_breach is not None),
            w.Shortcut("w", _("Where you stand"), self.stand),
            flow.way_out(self.session),
            w.Shortcut("r", _("Same day again"), self.again, footer=False),
        ]

    def save_after_crash(self) -> str:
        """The attempt was kept at each edit; say so."""
        self.session.save()
        return _("Your plan is kept.")

    # The tree

    def view(self, ui: w.Ui) -> w.Node:
        """Score at the left, chart and room above, ledger and stories below; or all of them as tabs."""
        steps = flow.phase_tabs(ui, self.session, "debrief")
        head = w.header(ui, self.scenario.title, self.about(), steps)
        onward = self.onward()
        return w.page(head, self._body(ui), w.footer(self.shortcuts(), *([onward] if onward else [])))

    def about(self) -> str:
        """The line under the title."""
        return _("{place}, {date} · attempt {n} · day {seed}").format(
            place=self.scenario.place, date=date_words(self.scenario.date), n=self.session.number, seed=self.run.seed
        )

    def onward(self) -> w.Node | None:
        """The way on, where there is one."""
        return w.button("again", _("Same day again"), self.again, kind="primary", key="r")

    def _body(self, ui: w.Ui) -> w.Node:
        orders = len(self.run.orders)
        score = score_panel(ui, self.scenario, self.trace, self.card, self.robust, orders)
        if not self._wide:
            return self._tabbed(ui, score)
        score.width = w.em(_SCORE)
        chart, room = self._chart(ui), self._room(ui)
        chart.width, room.width = w.flex(1.25), w.FLEX
        above = w.row(chart, room, gap=12, align="stretch", height=w.flex(0.95))
        right = w.column(above, self._stories(ui), gap=12, width=w.FLEX, height=w.FLEX)
        return w.row(score, right, gap=12, align="stretch", height=w.FLEX)

    def _tabbed(self, ui: w.Ui, score: w.Node) -> w.Node:
        names = (
            _("Score"), _("Ledger"), _("Day"), _("Room"), _("Where you stand"), _("Chance"), _("History"),
            *self._class_name,
        )  # fmt: skip
        chosen = min(ui.recall(_TABS, 0), len(names) - 1)
        bodies = (lambda: score, self._summed, lambda: self._chart(ui), lambda: self._room(ui),
                  lambda: self.standing.panel(ui, wide=False), self._chance, self._history, self._class)  # fmt: skip
        body = bodies[chosen]()
        body.width, body.height = w.FLEX, w.FLEX
        head = w.tabs(f"{_TABS}s", names, chosen, lambda place: ui.keep(_TABS, place))
        return w.column(head, body, gap=8, height=w.FLEX)

    def _summed(self) -> w.Node:
        ledger = self._ledger()
        ledger.children.insert(0, self._sum())
        return ledger

    def _chart(self, ui: w.Ui) -> w.Node:
        return w.panel(
            w.heading(_("Planned and actual"), size=17), self.chart.node(ui, self.instant, self.look),
            self.chart.legend(ui), id="chart.panel", gap=6, pad=10, fill=w.theme.CARD,
        )  # fmt: skip

    def _room(self, ui: w.Ui) -> w.Node:
        line = self.lines[self.opened] if self.opened >= 0 else None
        marked = frozenset(line.offenders) if line is not None and line.at == self.instant else frozenset()
        return self.room.panel(ui, self.instant, marked, self.look)

    def _stories(self, ui: w.Ui) -> w.Node:
        """Ledger, standing, chance and history, one of them open."""
        names = (
            _("Ledger"), _("Where you stand"), _("What chance drew"), _("What really happened"), *self._class_name,
        )  # fmt: skip
        chosen = min(ui.recall(_BELOW, 0), len(names) - 1)
        head = w.tabs(f"{_BELOW}s", names, chosen, lambda place: ui.keep(_BELOW, place))
        head.width = w.FLEX
        standing = lambda: self.standing.panel(ui, wide=True)  # noqa: E731
        body = (self._ledger, standing, self._chance, self._history, self._class)[chosen]()
        body.height = w.flex(1.1)
        body.children.insert(0, w.row(head, self._sum()))
        return body

    def _sum(self) -> w.Node:
        return w.label(sum_words(self.card), weight="semibold", colour=w.theme.MUTED, id="sum")

    def _ledger(self) -> w.Node:
        rows = ledger_rows(
            self.scenario, self.card, self.opened, self.toggle, lambda line: self.fixes.panel(line, self.fix)
        )
        return w.panel(w.scroll(*rows, id="ledger", gap=5), id="ledger.panel", gap=6, pad=10)

    def _chance(self) -> w.Node:
        rows = chance_rows(self.scenario, self.run.circumstances, self.trace)
        return w.panel(w.scroll(*rows, id="chance", gap=7), id="chance.panel", pad=12)

    def _history(self) -> w.Node:
        return w.panel(w.scroll(*history_rows(self.scenario), id="history", gap=7), id="history.panel", pad=12)

    @property
    def _class_name(self) -> tuple[str, ...]:
        """The tab of a class at one machine, where there is one."""
        return (_("The class"),) if self.session.class_tries is not None else ()

    def _class(self) -> w.Node:
        rows = class_rows(self.session.class_tries) if self.session.class_tries is not None else []
        return w.panel(w.scroll(*rows, id="class", gap=7), id="class.panel", pad=12)
