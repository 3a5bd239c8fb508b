"""The debrief of a class: the day as it was lived, reckoned again here from what the class told after the reveal."""

from __future__ import annotations

from game.stage import flow
from game.stage import widgets as w
from game.stage.class_session import ClassSession
from game.stage.screens.class_scenes import InClass, about, go_on_button
from game.stage.screens.debrief import DebriefScreen
from game.stage.screens.debrief_fix import Fixes
from game.wording.catalogue import _


class ClassDebriefScreen(InClass, DebriefScreen):
    """What came of a try. Where there is a second one, it is the instructor who opens it.

    `again`: one looks at it once more, after the end.
    """

    def __init__(self, session: ClassSession, *, again: bool = False) -> None:
        super().__init__(session)
        self._again = again
        self.sitting = session
        self.fixes = Fixes(self.run, applies=False)
        self.attend(session.led_by)

    def about(self) -> str:
        """The line under the title; after the second try, what the first came to."""
        attendance = self.attendance
        index, attempt = self.sitting.index, self.sitting.number
        first, second = attendance.files.total(index, 1), attendance.files.total(index, attempt)
        if attempt == 1 or first is None:
            return about(attendance)
        compared = _("first try {first}, second try {second}").format(first=first, second=second)
        return f"{compared} · {about(attendance)}"

    def shortcuts(self) -> list[w.Shortcut]:
        """The keys of the debrief that make sense in a class."""
        kept = {"f", "w", "escape"}
        return [shortcut for shortcut in super().shortcuts() if shortcut.key in kept]

    def onward(self) -> w.Node | None:
        """On by oneself where the class is self-paced; else the instructor leads."""
        if self._again:
            back = lambda: flow.in_class(self.attendance)  # noqa: E731
            return w.button("class.back", _("Back"), back, kind="primary")
        return go_on_button(self.sitting, _("Go on"))

    def again(self) -> w.Screen:
        """The plan is closed until the class plans again."""
        return self
