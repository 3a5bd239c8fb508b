"""The brief of a class: the same dossier, and the way on is the instructor's."""

from __future__ import annotations

from game.stage import flow
from game.stage import widgets as w
from game.stage.attendance import Scene
from game.stage.class_session import ClassSession
from game.stage.screens.brief import BriefScreen
from game.stage.screens.class_scenes import InClass, about, go_on_button
from game.wording.catalogue import _


class ClassBriefScreen(InClass, BriefScreen):
    """The dossier while the class reads it, and at hand ever after."""

    def __init__(self, session: ClassSession) -> None:
        super().__init__(session)
        self.title = session.scenario.title
        self.sitting = session
        self.attend(session.led_by)

    def about(self) -> str:
        """The line under the title."""
        return about(self.attendance)

    def plan(self) -> w.Screen:
        """Where the class is, if it has come further than this."""
        if self.attendance.scene is Scene.BRIEF:
            if self.attendance.self_paced:
                self.attendance.say("go_on")
            else:
                self.ui.toast(_("Your instructor opens the planning."))
            return self
        return flow.in_class(self.attendance)

    def onward(self) -> w.Node:
        """Back to where the class is, or what is being waited for."""
        names = {Scene.PLAN: _("To the plan"), Scene.RUN: _("To the day"), Scene.DEBRIEF: _("To the debrief")}
        scene = self.attendance.scene
        if scene in names:
            return w.button("plan", names[scene], self.plan, kind="primary", key="return")
        go = go_on_button(self.sitting, _("Plan the day"))
        return go or w.note(_("Your instructor opens the planning."), id="brief.waits")
