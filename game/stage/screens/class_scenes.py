"""The screens of a class: those of an own sitting, but led by the instructor. The stage changes, and they give way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.classroom.client.ways import Way
from game.classroom.room.stages import Phase
from game.stage import flow
from game.stage import widgets as w
from game.stage.attendance import Attendance, Scene
from game.wording.catalogue import _, ngettext

if TYPE_CHECKING:
    from game.stage.class_session import ClassSession


HOUR: Final = 3_600
DAY: Final = 24 * HOUR
"""Seconds."""


class InClass(w.Screen):
    """What all of them do: hear the class at every frame, give way to another screen, tell the time that is left."""

    attendance: Attendance

    def attend(self, attendance: Attendance) -> None:
        """Called when the screen is made."""
        self.attendance = attendance
        self._place = attendance.place
        self._told = ""
        self._asks = False

    def tick(self, ms: int) -> w.Screen | None:
        """Hear the class first: what it says may lead elsewhere."""
        attendance = self.attendance
        attendance.tick(ms)
        for notice in attendance.take_notices():
            self.ui.toast(notice)
        if attendance.place != self._place:
            return flow.in_class(attendance)
        if (told := self.depends_on()) != self._told:
            self._told = told
            self.ui.refresh()
        return super().tick(ms)

    def depends_on(self) -> str:
        """What the tree says of the class; it is built anew only when this changes."""
        attendance = self.attendance
        return repr((about(attendance), attendance.handed_in, attendance.handing_in, attendance.driver,
                     attendance.leaving, attendance.draft.get("rev")))  # fmt: skip

    def view(self, ui: w.Ui) -> w.Node:
        """The screen, and the question whether one wants to leave."""
        tree = super().view(ui)
        self.ask_to_leave(ui)
        return tree

    def ask_to_leave(self, ui: w.Ui) -> None:
        """The question over everything else, if it is to be asked."""
        if self.attendance.leaving:
            ui.dialog(leave_dialog(self.attendance))
            if not self._asks:
                ui.move_focus("leave.stay")
        self._asks = self.attendance.leaving

    def save_after_crash(self) -> str:
        """Everything is the class's; say so."""
        return _("The class has kept your plan; join again and you are where you were.")


def screen_of(attendance: Attendance, scene: str = "") -> w.Screen:
    """The screen of a scene of this stage, of that which comes first if none is named or it cannot be shown."""
    from game.stage.screens.class_brief import ClassBriefScreen
    from game.stage.screens.class_debrief import ClassDebriefScreen
    from game.stage.screens.class_plan import ClassPlanScreen
    from game.stage.screens.class_run import ClassRunScreen
    from game.stage.screens.class_wait import WaitScreen

    session = attendance.session
    chosen = Scene(scene) if scene in shown(attendance) else attendance.scene
    if session is None or chosen is Scene.WAIT:
        return WaitScreen(attendance)
    kinds = {
        Scene.BRIEF: ClassBriefScreen, Scene.PLAN: ClassPlanScreen, Scene.RUN: ClassRunScreen,
        Scene.DEBRIEF: ClassDebriefScreen,
    }  # fmt: skip
    return kinds[chosen](session)


def shown(attendance: Attendance) -> tuple[Scene, ...]:
    """The scenes one can turn to now: the brief always stays at hand."""
    scene = attendance.scene
    return (scene,) if scene in (Scene.WAIT, Scene.BRIEF) else (Scene.BRIEF, scene)


def steps(ui: w.Ui, attendance: Attendance, current: str) -> list[w.Step]:
    """The four steps for the header; where the class is not, cannot be gone to."""
    led = _("Your instructor leads the class from step to step.")
    if attendance.self_paced:
        led = _("You get there by going on from step to step.")

    def step(scene: Scene, words: str) -> w.Step:
        def go() -> w.Screen | None:
            if scene != current:
                return flow.in_class(attendance, scene)
            ui.move_focus("")
            return None

        open_ = scene in shown(attendance)
        return w.Step(words, go, scene == current, open_ or scene == current, "" if open_ else led)

    return [step(Scene.BRIEF, _("Brief")), step(Scene.PLAN, _("Plan")), step(Scene.RUN, _("Run")),
            step(Scene.DEBRIEF, _("Debrief"))]  # fmt: skip


def about(attendance: Attendance) -> str:
    """The class in one quiet line: who one is there, the time left, whether all is with the class."""
    parts = [_("{name} in the class {code}").format(name=attendance.kept.name, code=attendance.kept.code)]
    if attendance.stage and attendance.stage["attempt"] == 2 and not attendance.ended:
        parts.append(_("second try"))
    parts += [time_words(attendance), kept_words(attendance)]
    return " · ".join(part for part in parts if part)


def time_words(attendance: Attendance) -> str:
    """The time left of this stage; empty without a limit."""
    if not attendance.news:
        return ""
    if attendance.ended:
        return ""
    if not attendance.news["clock"]["runs"]:
        return _("the class pauses")
    left = attendance.left()
    if left is None or attendance.phase is Phase.LOBBY:
        return ""
    seconds = -(-left // 1_000)
    if not seconds:
        return _("time is up")
    if seconds >= DAY:
        return ngettext("{n} day left", "{n} days left", seconds // DAY).format(n=seconds // DAY)
    hours = f"{seconds // HOUR}:{seconds // 60 % 60:02}" if seconds >= HOUR else str(seconds // 60)
    return _("{time} left").format(time=f"{hours}:{seconds % 60:02}")


def kept_words(attendance: Attendance) -> str:
    """Whether what one does reaches the class."""
    if attendance.way in (Way.SEEKING, Way.GONE):
        return _("no connection, trying again; kept here meanwhile") if attendance.unsent else _(
            "no connection, trying again")
    if attendance.phase is not Phase.PLAN:
        return ""
    return _("not yet sent") if attendance.unsent else _("kept by the class")


def leave_dialog(attendance: Attendance) -> w.Node:
    """Whether one wants to leave."""

    def go() -> w.Screen:
        attendance.leaving = False
        attendance.close()
        return flow.title()

    def stay() -> None:
        attendance.leaving = False

    buttons = [
        w.button("leave.stay", _("Stay"), stay, kind="primary"),
        w.button("leave.go", _("Leave"), go),
    ]
    words = _("The class goes on without you. Your place and your plan are kept: “Join a class” on the title "
              "brings you back.")
    return w.dialog("leave", _("Leave the class?"), w.label(words), buttons=buttons, on_cancel=stay)


def go_on_button(session: ClassSession, words: str) -> w.Node | None:
    """On to the next stage, where everybody goes at their own pace."""
    attendance = session.led_by
    if not attendance.self_paced or not attendance.drives:
        return None
    return w.button("class.on", words, lambda: attendance.say("go_on"), kind="primary")
