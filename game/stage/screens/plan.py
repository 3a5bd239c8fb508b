"""The plan: who is told what. Orders of precedence, the room, the briefing card, and the timeline below."""

from __future__ import annotations

from typing import Final

from game.attempt.commands import StartFrom
from game.protocol.plan import Plan
from game.stage import flow, theme
from game.stage import widgets as w
from game.stage.screens.hands import hands_dialog
from game.stage.screens.plan_card import card_panel
from game.stage.screens.plan_cue import cue_dialog
from game.stage.screens.plan_delivery import brief, read_back
from game.stage.screens.plan_desk import PlanDesk
from game.stage.screens.plan_hint import hint
from game.stage.screens.plan_lanes import Chart, chart
from game.stage.screens.plan_order import order_panel, reasons_dialog
from game.stage.screens.plan_room import RoomView, toggle
from game.stage.screens.plan_timeline import TimelinePanel, begin_placing
from game.stage.screens.plan_verdicts import verdicts
from game.stage.session import Session
from game.wording.catalogue import _
from game.wording.dates import date_words
from game.wording.sentences import refusal_sentence

SPEED: Final = 8
"""The walk-through plays so many times as fast as the day."""


class PlanScreen(w.Screen):
    """The plan of one sitting."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.desk = PlanDesk(session)
        self.room = RoomView(self.desk)
        self.title = _("Plan · {title}").format(title=session.scenario.title)
        self._chart: tuple[Plan, Chart] | None = None

    def enter(self) -> None:
        """Tell what was wrong with the attempt that was kept."""
        self.desk.ui = self.ui
        notice = self.session.take_notice()
        if notice:
            self.ui.toast(notice)

    def save_after_crash(self) -> str:
        """The attempt is kept at every edit; once more does no harm."""
        return self.session.save() or _("Your plan is kept and comes back the next time.")

    def tick(self, ms: int) -> w.Screen | None:
        """Play the walk-through; the tree only changes when it stops."""
        desk = self.desk
        if desk.playing:
            desk.instant = min(float(desk.scenario.end), desk.instant + ms * SPEED)
            if desk.instant >= desk.scenario.end:
                desk.playing = False
                desk.refresh()
        return None

    # What keys do

    def shortcuts(self) -> list[w.Shortcut]:
        """The keys, also as buttons in the footer."""
        desk, attempt = self.desk, self.session.attempt
        chosen = bool(desk.chosen)
        return [
            w.Shortcut("z", _("Undo"), desk.undo, attempt.can_undo),
            w.Shortcut("y", _("Redo"), desk.redo, attempt.can_redo),
            w.Shortcut("b", _("Say when to enter"), lambda: brief(desk), chosen, footer=False),
            w.Shortcut("r", _("Read back"), self._read_back, desk.briefing is not None, footer=False),
            w.Shortcut("m", _("Choose several"), self._several, footer=False),
            w.Shortcut("t", _("Place on the timeline"), self._begin_placing, chosen),
            w.Shortcut("space", _("Walk-through"), lambda: toggle(desk), desk.shows_walkthrough, False),
            w.Shortcut("n", _("Start again"), self._start_again, bool(self.session.plan.briefings)),
            *self.ways_on(),
        ]

    def ways_on(self) -> list[w.Shortcut]:
        """The keys that end the planning."""
        return [
            w.Shortcut("return", _("Open the doors"), self.open_doors, footer=False),
            w.Shortcut("ctrl+return", _("Open the doors, wherever the focus is"), self.open_doors, footer=False),
        ]

    def handle(self, intent: w.Intent) -> w.Screen | None:
        """Undo and redo by their other keys; back to the brief."""
        if intent.name == "undo":
            self.desk.undo()
        elif intent.name == "redo":
            self.desk.redo()
        elif intent.name == "back":
            if not self.desk.chosen:
                return flow.brief(self.session)
            self.desk.choose_who(())
        return None

    def _read_back(self) -> None:
        briefing = self.desk.briefing
        read_back(self.desk, not (briefing is not None and briefing.read_back))

    def _several(self) -> None:
        self.desk.several = not self.desk.several
        self.desk.refresh()

    def _begin_placing(self) -> None:
        w.open_side(self.ui, "plan", 3)
        begin_placing(self.desk, self.chart)

    def _start_again(self) -> None:
        if self.desk.do(StartFrom(Plan())):
            self.ui.toast(_("Nobody is briefed now. Undo brings your plan back."))

    def open_doors(self) -> w.Screen | None:
        """Begin the day, or say why it cannot begin; a class at one machine is asked first what it expects."""
        if self.session.refusals:
            self._ask("doors")
            return None
        if self.session.class_tries is not None and self.desk.dialog != "hands":
            self._ask("hands")
            return None
        self._ask("")
        self.session.open_doors()
        return flow.run(self.session)

    def _ask(self, dialog: str) -> None:
        """Open this dialog, or with nothing close the one that is open."""
        self.desk.dialog = dialog
        self.desk.refresh()

    # What is seen

    @property
    def chart(self) -> Chart:
        """The bars of the plan as it is, made once for each plan."""
        if self._chart is None or self._chart[0] is not self.session.plan:
            self._chart = (self.session.plan, chart(self.desk))
        return self._chart[1]

    def view(self, ui: w.Ui) -> w.Node:
        """The whole screen."""
        self.desk.ui = ui
        if "timeline" not in (ui.focus, ui.refocus) and not ui.focus.startswith("bar."):
            self.desk.placing = None  # whoever turns to something else lets go
        self._dialogs(ui)
        timeline = TimelinePanel(self.desk, ui, self.chart)
        sides = [
            w.Side(_("Precedence"), order_panel(self.desk), 292, fixed=True),
            w.Side(_("Room"), self.room.panel(ui), 420),
            w.Side(_("Briefing"), card_panel(self.desk, ui), 316, fixed=True),
        ]
        self.desk.tabbed = not w.fits(ui, [side.least for side in sides])
        if not self.desk.tabbed:
            below = [timeline.node(most=ui.height * 0.34)]
        else:
            sides.append(w.Side(_("Timeline"), timeline.node(), 700))
            below = []
        panels = w.columns_or_tabs(ui, "plan", sides)
        body = w.column(self._hint(), panels, *verdicts(self.desk), *below, gap=8, height=w.FLEX)
        return w.page(self._header(ui), body, self._footer())

    def about(self) -> str:
        """The line under the title."""
        scenario, session = self.session.scenario, self.session
        return _("{place}, {date} · attempt {number} · day {day} · kept as you go").format(
            place=scenario.place, date=date_words(scenario.date), number=session.number, day=session.seed
        )

    def _header(self, ui: w.Ui) -> w.Node:
        return w.header(ui, self.title, self.about(), flow.phase_tabs(ui, self.session, "plan"))

    def hint(self) -> str:
        """The next sensible step."""
        return hint(self.desk)

    def _hint(self) -> w.Node:
        refused = bool(self.session.refusals) and self.desk.placing is None
        tone, ink = (theme.ALARM_TINT, theme.ALARM) if refused else (theme.BRASS_TINT, theme.INK)
        words = w.label(self.hint(), size=13.5, weight="medium", colour=ink, width=w.FLEX, id="plan.hint")
        return w.row(words, pad=(12, 6), box=w.Box(fill=tone, border=theme.RULE), id="plan.hints")

    def onward(self) -> w.Node:
        """The way on."""
        return w.button("plan.doors", _("Open the doors"), self.open_doors, kind="primary", key="return")

    def _footer(self) -> w.Node:
        return w.footer(self.shortcuts(), self.onward())

    def _dialogs(self, ui: w.Ui) -> None:
        match self.desk.dialog:
            case "why":
                ui.dialog(reasons_dialog(self.desk))
            case "cue" if self.desk.draft is not None:
                ui.dialog(cue_dialog(self.desk, ui))
            case "doors":
                ui.dialog(self._refusal_dialog())
            case "hands" if self.session.class_tries is not None:
                tries = self.session.class_tries
                ui.dialog(hands_dialog(tries, self.desk.refresh, self.open_doors, lambda: self._ask("")))

    def refused_title(self) -> str:
        """Over the reasons why it cannot go on with this plan."""
        return _("The doors stay closed")

    def _refusal_dialog(self) -> w.Node:
        reasons = [
            w.row(w.chip("!", "alarm"), w.label(words, width=w.FLEX), align="start")
            for refusal in self.session.refusals
            for words in [refusal_sentence(self.session.scenario, refusal)]
        ]
        back = w.button("doors.close", _("Back to the plan"), lambda: self._ask(""), kind="primary")
        return w.dialog("doors", self.refused_title(), *reasons, buttons=[back], on_cancel=lambda: self._ask(""))
