"""A whole class, as it goes through its stages; `see(NAME, page)` is called at every screen on the way."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.browser.hands import until
from tests.browser.people import AtLaptop, Instructor, OnPhone, Trainee, Wall
from tests.browser.stand import LAPTOP, PHONE, WALL, Stand

See = Callable[[str, Any], None]


@dataclass(slots=True)
class Told:
    """What a class came to on the pages."""

    totals: dict[int, int] = field(default_factory=dict)
    """Of the trainee on the phone: their tries' totals as their own page says them."""
    at_the_desk: dict[int, int] = field(default_factory=dict)
    data: dict[str, Any] = field(default_factory=dict)
    views: list[str] = field(default_factory=list)
    """Headings that were seen on the wall."""
    faults: list[str] = field(default_factory=list)


class Lesson:
    """One class: an instructor, a wall, a trainee on a phone and one at a laptop."""

    def __init__(self, stand: Stand, folder: Path, see: See) -> None:
        self.stand = stand
        self.folder = folder
        self.see = see
        self.told = Told()
        self.desk = Instructor(stand.device(LAPTOP))
        self.phone = OnPhone(stand.device(PHONE))
        self.laptop = AtLaptop(stand.device(LAPTOP))
        self.wall = Wall(stand.device(WALL))

    def hold(self) -> Told:
        """From the first page to the last; where it does not get there, the pages are seen as they are then."""
        everybody = {"desk": self.desk, "phone": self.phone, "laptop": self.laptop, "wall": self.wall}
        try:
            self._stages()
        except Exception:
            for name, hands in everybody.items():
                self.see(f"failed-{name}", hands.page)
            raise
        for hands in everybody.values():
            self.told.faults += hands.device.faults
            hands.device.close()
        return self.told

    def _stages(self) -> None:
        self.opening()
        self.joining()
        self.brief()
        self.plan()
        self.run()
        self.debrief()
        self.again()
        self.compare()
        self.end()

    def opening(self) -> None:
        """The desk opens a room; the wall shows how to join."""
        self.desk.arrive(self.stand.host.key)
        self.see("desk-opening", self.desk.page)
        self.desk.open_room()
        self.see("desk-lobby-empty", self.desk.page)
        address = self.desk.part("link", "Projector").get_attribute("href")
        self.wall.page.goto(f"{self.stand.base}{address}")
        self.on_wall("Protocol, morning class")
        self.see("wall-lobby", self.wall.page)

    def joining(self) -> None:
        """One comes by the QR code, one types what stands on the wall."""
        self.laptop.page.goto(self.stand.base)
        self.see("laptop-code", self.laptop.page)
        self.phone.enter_code(self.desk.code)
        self.phone.sees("button", "Join")
        self.see("phone-join", self.phone.page)
        self.phone.join(self.desk.code)
        self.see("phone-recovery", self.phone.page)
        self.phone.written_down()
        self.see("phone-lobby", self.phone.page)
        self.laptop.join(self.desk.code)
        self.laptop.written_down()
        self.see("laptop-lobby", self.laptop.page)
        self.desk.trainees(2)
        self.see("desk-lobby", self.desk.page)
        self.desk.press("button", "Lock the room")
        self.wall.reads("The room is locked.")
        self.desk.press("button", "Locked: open it")

    def brief(self) -> None:
        """Everybody reads; on the phone by its list of parts."""
        self.desk.on("Begin: hand out the brief", "Brief")
        for trainee in (self.phone, self.laptop):
            trainee.sees("heading", "Custom of the house")
            trainee.no_overflow()
        self.see("phone-brief", self.phone.page)
        self.see("laptop-brief", self.laptop.page)
        self.laptop.press("link", "The day")
        assert self.laptop.part("heading", "The day").evaluate("(node) => node === document.activeElement")
        self.on_wall("Leaders first")
        self.see("wall-brief", self.wall.page)
        self.see("desk-brief", self.desk.page)

    def plan(self) -> None:
        """Two people are briefed, by touch and by keys; edits go back and forth; the walk-through is scrubbed."""
        self.desk.on("Let them plan", "Plan")
        self.phone.sees("heading", "Whom to brief")
        self.see("phone-plan-empty", self.phone.page)
        ministers_wait(self.phone, self.see)
        the_host_comes_by_the_clock(self.phone)
        self.back_and_forth(self.phone)
        self.scrub_by_touch()
        self.phone.no_overflow()
        self.see("phone-plan", self.phone.page)
        self.laptop.sees("heading", "Whom to brief")
        self.see("laptop-plan-empty", self.laptop.page)
        the_host_waits_for_his_guest(self.laptop)
        ministers_wait(self.laptop, self.see)
        self.scrub_by_keys()
        self.back_and_forth(self.laptop)
        self.see("laptop-plan", self.laptop.page)
        self.instructor_helps()
        self.handing_in()

    def back_and_forth(self, trainee: Trainee) -> None:
        """Undo takes the last edit back, redo makes it again."""
        trainee.standing("Ministers (7)", "read back")
        trainee.kept()
        redo = trainee.part("button", "Redo")
        trainee.press("button", "Undo")
        until(trainee.page, redo.is_enabled, "nothing was taken back")
        trainee.press("button", "Redo")
        until(trainee.page, redo.is_disabled, "nothing was done again")
        trainee.kept()

    def scrub_by_touch(self) -> None:
        """A finger on the middle of the slider shows the middle of the morning."""
        slider = self.phone.sees("slider", "Time in the room")
        slider.scroll_into_view_if_needed()
        box = slider.bounding_box()
        assert box is not None
        slider.tap(position={"x": box["width"] * 0.6, "y": box["height"] / 2})
        self.phone.sees("img", re.compile(r"^The room from above at 12:(39|40|41|42)"))
        self.phone.press("button", "Play")
        self.phone.press("button", "Pause")

    def scrub_by_keys(self) -> None:
        """Arrows and page keys move through the morning."""
        self.laptop.go("slider", "Time in the room")
        self.laptop.key("End", *["PageDown"] * 2)
        self.laptop.sees("img", re.compile(r"^The room from above at 12:4\d"))
        self.laptop.key("Home")
        self.laptop.sees("img", re.compile(r"^The room from above at 12:32:00"))
        self.laptop.press("button", "Next")
        self.laptop.sees("img", re.compile(r"^The room from above at 12:3[3-9]"))

    def instructor_helps(self) -> None:
        """The desk sees how far everybody is, gives time, holds everybody up and lets them go on."""
        self.desk.reads("0 of 2 plans are handed in.")
        self.desk.press("button", "+1 min for all")
        self.desk.press("button", "Pause all")
        self.phone.reads("paused")
        self.see("phone-plan-paused", self.phone.page)
        self.desk.press("button", "Go on")
        self.desk.press("button", f"Actions for {self.phone.name}")
        self.see("desk-person", self.desk.page)
        self.desk.press("button", f"+3 min for {self.phone.name}")
        self.desk.press("button", "Close", within=self.desk.part("dialog", self.phone.name))
        self.desk.row(self.phone.name).get_by_role("cell").filter(has_text="+3 min").wait_for()
        self.see("desk-plan", self.desk.page)
        self.see("wall-plan", self.wall.page)

    def handing_in(self) -> None:
        """In, back, and in again."""
        self.phone.hand_in()
        self.desk.reads("1 of 2 plans are handed in.")
        self.see("phone-handed-in", self.phone.page)
        self.phone.press("button", "Take back")
        self.phone.hand_in()
        self.laptop.hand_in()
        self.desk.reads("2 of 2 plans are handed in.")

    def run(self) -> None:
        """The doors open; on the phone one order is given, and the film shows what it brought."""
        self.desk.on("Open the doors", "Run")
        for trainee in (self.phone, self.laptop):
            trainee.sees("heading", "Your word")
        self.phone.press("button", "Hold")
        self.see("phone-orders", self.phone.page)
        self.phone.press("button", "Lavrov")
        self.phone.sees("heading", "What was said")
        self.phone.press("button", "Release")
        self.phone.press("button", "Lavrov")
        self.phone.reads("Let Sergei Lavrov go", role="listitem")
        self.on_wall("Leaders first")
        self.phone.reads("The room is on air.", role="listitem")
        self.laptop.reads(re.compile("Kim Jong Un"), role="listitem")
        self.see("phone-run", self.phone.page)
        self.see("laptop-run", self.laptop.page)
        self.see("desk-run", self.desk.page)
        self.see("wall-run", self.wall.page)

    def debrief(self) -> None:
        """What it came to: total, ledger, chance, history; the wall goes through the class's debrief."""
        self.desk.on("Go to the debrief", "Debrief")
        self.read_the_debrief()
        self.laptop.sees("heading", "How the day went")
        self.laptop.press("button", re.compile("^See it at"))
        self.see("laptop-debrief", self.laptop.page)
        self.desk.row(self.phone.name).get_by_role("cell", name=re.compile(r"^\d+$")).nth(1).wait_for()
        for view, heading in DEBRIEF:
            self.desk.shows(view)
            self.on_wall(heading)
            self.see(f"wall-{view.lower().replace(' ', '-')}", self.wall.page)
        self.see("desk-debrief", self.desk.page)
        self.desk.shows("What fits the stage")

    def read_the_debrief(self) -> None:
        """As the trainee on the phone reads it."""
        self.phone.sees("heading", "How the day went")
        self.told.totals[1] = self.phone.total()
        for heading in ("What chance drew", "What really happened", "Your plan", "To talk about"):
            self.phone.sees("heading", heading)
        self.phone.sees("heading", re.compile("^Ledger"))
        self.see("phone-debrief", self.phone.page)
        self.phone.press("button", re.compile("^See it at"))
        self.see("phone-debrief-look", self.phone.page)
        self.phone.no_overflow()

    def again(self) -> None:
        """The same morning once more, with a plan that has changed."""
        self.desk.on("Second try: let them plan", "Plan again")
        self.phone.reads("Second try: this is the plan you had.")
        self.see("phone-plan-again", self.phone.page)
        the_host_waits_for_his_guest(self.phone)
        self.phone.hand_in()
        self.desk.reads("1 of 2 plans are handed in.")
        self.desk.press("button", "Open the doors again")
        question = self.desk.part("dialog", "1 plan is not handed in")
        self.see("desk-question", self.desk.page)
        self.desk.press("button", "Open the doors again", within=question)
        self.desk.sees("heading", re.compile("^Second run"))
        self.phone.sees("heading", "Noted")

    def compare(self) -> None:
        """First and second try, side by side."""
        self.desk.on("Compare both tries", "Compare")
        for trainee in (self.phone, self.laptop):
            trainee.sees("heading", "First and second try")
        self.phone.press("radio", "Second try")
        self.told.totals[2] = self.phone.total()
        row = self.phone.part("row").filter(has=self.phone.part("rowheader", "Total"))
        shown = [int(cell) for cell in row.get_by_role("cell").all_inner_texts()[:2]]
        assert shown == [self.told.totals[1], self.told.totals[2]]
        self.see("phone-compare", self.phone.page)
        self.see("laptop-compare", self.laptop.page)
        sums = self.desk.row(self.phone.name).get_by_role("cell", name=re.compile(r"^\d+$"))
        sums.nth(2).wait_for()
        self.told.at_the_desk = {1: int(sums.nth(1).inner_text()), 2: int(sums.nth(2).inner_text())}
        self.on_wall("First and last try")
        self.see("wall-first-and-second-try", self.wall.page)

    def end(self) -> None:
        """Thanks, results in a table, everything kept of a trainee saved from the desk, the session ended."""
        self.desk.on("Finish", "End")
        for trainee in (self.phone, self.laptop):
            trainee.sees("heading", f"Thank you, {trainee.name}")
        self.phone.part("cell", re.compile(rf"^{self.told.totals[2]} · ")).first.wait_for()
        self.on_wall("Thank you.")
        for name, hands in (("phone-end", self.phone), ("laptop-end", self.laptop), ("wall-end", self.wall)):
            self.see(name, hands.page)
        self.told.data = self.desk.data_of(self.phone.name, self.folder)
        self.desk.press("button", "End the session")
        self.desk.press("button", "End it", within=self.desk.part("dialog"))
        self.desk.sees("heading", "The session has ended")
        self.see("desk-end", self.desk.page)

    def on_wall(self, heading: str) -> None:
        """Wait until this heading stands there."""
        self.wall.titled(heading)
        self.told.views.append(heading)


DEBRIEF = (
    ("Totals", "How the class did"), ("Commonest mistake", "The commonest wrong plan"),
    ("What was broken", "What was broken"), ("Two plans", "Two plans side by side"),
    ("First and second try", "First and last try"), ("Questions", "Questions"),
    ("What really happened", "What really happened"),
)  # fmt: skip
"""What the desk calls the views of a debrief, and what then stands on the wall."""


def ministers_wait(trainee: Trainee, see: See) -> None:
    """Brief the seven: they enter ten seconds after Putin has entered, and repeat it."""
    card = trainee.open_card("Ministers (7)")
    trainee.press("button", re.compile("^Enter"), within=card)
    trainee.press("radio", re.compile("After an event$"), within=card)
    trainee.choose("Who", "putin", within=card)
    trainee.press("button", "+10 s", within=card.get_by_role("group", name="and then, later by"))
    trainee.reads("They enter 10 s after Vladimir Putin has entered.", within=card)
    see("phone-card" if "360" in str(trainee.page.viewport_size) else "laptop-card", trainee.page)
    trainee.press("button", "Done", within=card)
    trainee.press("checkbox", re.compile("^Have it read back"), within=card)
    trainee.reads("Their side has repeated it: it holds.", within=card)
    close(trainee, card)
    trainee.kept()


def the_host_comes_by_the_clock(trainee: Trainee) -> None:
    """Brief Kim: he sets out at a clock time, by the main doors."""
    card = trainee.open_card("Kim Jong Un")
    trainee.choose("Door", "main", within=card)
    trainee.press("button", re.compile("^Set out"), within=card)
    trainee.press("radio", re.compile("At a clock time$"), within=card)
    trainee.write("textbox", "Clock time", "12:36:40")
    trainee.press("button", "+10 s", within=card)
    trainee.reads("They set out at 12:36:50.", within=card)
    trainee.press("button", "Done", within=card)
    close(trainee, card)
    trainee.kept()


def the_host_waits_for_his_guest(trainee: Trainee) -> None:
    """Brief Kim: he sets out when Putin has arrived."""
    card = trainee.open_card("Kim Jong Un")
    trainee.press("button", re.compile("^Set out"), within=card)
    trainee.press("radio", re.compile("After an event$"), within=card)
    trainee.choose("Who", "putin", within=card)
    trainee.choose("What happens", "arrived", within=card)
    trainee.reads("They set out as soon as Vladimir Putin has arrived.", within=card)
    trainee.press("button", "Done", within=card)
    close(trainee, card)
    trainee.kept()


def close(trainee: Trainee, card: Any) -> None:
    """A sheet has its own way out; what stands beside the room just stays."""
    if trainee.part("dialog").count():
        trainee.press("button", "Close", within=card)
