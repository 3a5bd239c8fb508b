"""The plan of a class: every edit is kept by the class, and the plan is handed in instead of opening the doors."""

from __future__ import annotations

from game.stage import widgets as w
from game.stage.class_session import ClassSession
from game.stage.screens.class_scenes import InClass, about, go_on_button
from game.stage.screens.plan import PlanScreen
from game.wording.catalogue import _


class ClassPlanScreen(InClass, PlanScreen):
    """The plan while the class plans. In a team one writes, the others see it grow."""

    def __init__(self, session: ClassSession) -> None:
        super().__init__(session)
        self.sitting = session
        self.attend(session.led_by)
        self.desk.told_that_kept = True  # the line under the title tells it all the time
        self._plan_shown = session.plan

    def tick(self, ms: int) -> w.Screen | None:
        """What the class has of the plan may have changed."""
        following = super().tick(ms)
        if self.sitting.plan is not self._plan_shown:
            self._plan_shown = self.sitting.plan
            self.desk.refresh()
        return following

    def about(self) -> str:
        """The line under the title."""
        return about(self.attendance)

    def hint(self) -> str:
        """The next sensible step; in a team or with the plan handed in, how things stand."""
        attendance = self.attendance
        if attendance.left() == 0:
            return _("The time is up. What counts is the plan as it stands, or as it was when it last could be walked.")
        if attendance.handed_in:
            return _("Your plan is handed in. Until the time is up you can take it back.")
        if attendance.handing_in:
            return _("Your plan is being handed in …")
        if not attendance.drives:
            return _("{name} writes the plan; you see it grow. Take the pen to write yourself.").format(
                name=attendance.driver)
        return super().hint()

    def ways_on(self) -> list[w.Shortcut]:
        """Hand in, take back, or take the pen."""
        attendance = self.attendance
        if not attendance.drives:
            return [w.Shortcut("return", _("Take the pen"), self.take_the_pen, footer=False)]
        if attendance.handed_in:
            return [w.Shortcut("return", _("Take the plan back"), self.take_back, footer=False)]
        return [
            w.Shortcut("return", _("Hand in"), self.open_doors, footer=False),
            w.Shortcut("ctrl+return", _("Hand in, wherever the focus is"), self.open_doors, footer=False),
        ]

    def open_doors(self) -> w.Screen | None:
        """Hand the plan in, or say why it cannot be."""
        if self.session.refusals:
            self.desk.dialog = "doors"
        elif why_not := self.attendance.why_not_write():
            self.ui.toast(why_not)
        else:
            self.attendance.hand_in()
        self.desk.refresh()
        return None

    def take_back(self) -> None:
        """Have the plan back to change it."""
        self.attendance.say("take_back")

    def take_the_pen(self) -> None:
        """Write the plan oneself from now on."""
        self.attendance.say("drive")

    def onward(self) -> w.Node:
        """What is to be done next, and on the way to it the time."""
        attendance = self.attendance
        if not attendance.drives:
            return w.button("class.drive", _("Take the pen"), self.take_the_pen, key="return")
        if not attendance.handed_in:
            return w.button("plan.doors", _("Hand in"), self.open_doors, kind="primary", key="return",
                            enabled=not attendance.handing_in)
        back = w.button("class.back", _("Take the plan back"), self.take_back, key="return")
        go = go_on_button(self.sitting, _("Open the doors"))
        return w.row(back, go, gap=8)

    def refused_title(self) -> str:
        """Over the reasons why the plan cannot be handed in."""
        return _("This plan cannot be handed in yet")
