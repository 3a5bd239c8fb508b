"""The run of a class: the room as the server tells it, at the pace of the class; orders are stamped there."""

from __future__ import annotations

from game.stage import theme
from game.stage import widgets as w
from game.stage.class_session import ClassSession
from game.stage.screens import run_bar
from game.stage.screens.class_day import ClassDay
from game.stage.screens.class_scenes import InClass, about, kept_words
from game.stage.screens.run import RunScreen, spoken
from game.stage.screens.run_day import Day
from game.stage.screens.run_timeline import clock_words
from game.wording.catalogue import _

_LED = frozenset({".", "+", "-", "j", "end", "return", "w", "space"})
"""The keys of an own day that a class has no use for."""


class ClassRunScreen(InClass, RunScreen):
    """The day of one's own plan. One can look back at what was lived; ahead there is nothing to see."""

    def __init__(self, session: ClassSession) -> None:
        self.sitting = session
        super().__init__(session)
        self.attend(session.led_by)

    def begin(self) -> Day:
        """The day that is lived at the server."""
        self.lived = ClassDay(self.sitting)
        return self.lived

    def leave(self) -> None:
        """The day goes on without the window."""

    def _ended(self) -> None:
        """What came of it is told at the reveal."""

    def depends_on(self) -> str:
        """What the tree says of the class."""
        return super().depends_on() + repr((self.lived.begins_in() // 1_000, self.attendance.way))

    # Acting

    def shortcuts(self) -> list[w.Shortcut]:
        """Orders, and looking back."""
        own = [shortcut for shortcut in super().shortcuts() if shortcut.key not in _LED]
        back = w.Shortcut("space", _("Back to now") if self.day.looking_back else _("Stop and look"), self.pause)
        onward = [w.Shortcut("return", _("Go on"), self.onward)] if self._goes_on() else []
        return [*own, back, *onward]

    def _goes_on(self) -> bool:
        return self.day.over and self.attendance.self_paced and self.attendance.drives

    def onward(self) -> w.Screen | None:
        """On to the debrief, where one goes at one's own pace."""
        if self._goes_on():
            self.attendance.say("go_on")
        return None

    def handle(self, intent: w.Intent) -> w.Screen | None:
        """Escape lets go of what was chosen, or comes back to now, or asks whether to leave."""
        if intent.name != "back":
            return None
        if self.verb is not None or self.chosen or self.choosing:
            self.clear()
        elif self.day.looking_back:
            self.lived.now()
        else:
            self.attendance.ask_to_leave()
        self.ui.refresh()
        return None

    # The tree

    def about(self) -> str:
        """Where we are, in the bar above."""
        return f"{self.scenario.title} · {about(self.attendance)}"

    def pace(self) -> w.Node:
        """The pace of the class, and the way to look back and forth."""
        back = self.day.looking_back
        run = self.attendance.run or {"pace": 1}
        words = w.label(_("{n}×, with the class").format(n=run["pace"]), size=theme.SMALL, colour=theme.ON_NIGHT_MUTED)
        button = w.button("time.now", _("Back to now") if back else _("Stop and look"), self.pause, kind="night",
                          key="space", small=True, selected=back)
        return w.row(words, button, gap=10)

    def word(self) -> w.Node:
        """The one line in which the screen speaks."""
        day, trouble = self.lived, kept_words(self.attendance)
        if trouble:
            return spoken(trouble, strong=True)
        if (left := day.begins_in()) > 0:
            return spoken(_("The doors open in {n}.").format(n=-(-left // 1_000)), strong=True)
        if day.looking_back:
            back = _("Looking back at {clock}; the day goes on.").format(clock=clock_words(day.cursor))
            return spoken(back if not day.over else _("Looking back at {clock}.").format(clock=clock_words(day.cursor)))
        if day.over:
            return self._over()
        if run_bar.asked(day) or self.answer or self.verb is not None:
            return super().word()
        if not day.playing:
            return spoken(_("The class pauses: the day stands still."))
        if not day.can_go_on:
            return spoken(_("Watch how your plan does: no orders are given here."))
        return super().word()

    def _over(self) -> w.Node:
        if self._goes_on():
            go = w.button("class.on", _("What came of it"), self.onward, kind="primary", key="return")
            return spoken(_("The day is over."), go, strong=True)
        return spoken(_("The day is over. Your instructor opens the debrief."), strong=True)
