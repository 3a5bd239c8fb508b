"""Who takes part in the class: the instructor at the desk, the wall, trainees by touch and by keys."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, Final

from tests.browser.hands import Hands, Keys, Touch
from tests.browser.stand import Device

SCENARIO: Final = "pyongyang-2024"
TITLE: Final = "Leaders first"
RECOVERY: Final = re.compile(r"^[0-9A-Z]{4}(-[0-9A-Z]{4})+$")
TOTAL: Final = re.compile(r"^(\d+)\s*/ 100$")


class Instructor(Hands):
    """Leads the class from the desk."""

    def __init__(self, device: Device) -> None:
        super().__init__(device)
        self.code = ""

    def arrive(self, key: str) -> None:
        """Open the desk by the address that the host printed."""
        self.page.goto(f"{self.device.base}/desk#{key}")
        self.sees("heading", "Open a room")

    def open_room(self, name: str = "Protocol, morning class") -> str:
        """Open a room for Pyongyang, with the day at the quickest pace; its code."""
        self.write("searchbox", "Find a scenario", "Pyong")
        self.press("button", f"Add {TITLE}")
        self.write("textbox", "Title of the session", name)
        self.press("button", "Open the room")
        self.sees("heading", "Lobby")
        self.choose("Pace of the day", "16")
        self.code = self.page.title().split()[0]
        return self.code

    def on(self, button: str, stage: str) -> None:
        """On to the next stage."""
        self.press("button", button)
        self.sees("heading", re.compile(f"^{stage}"))

    def trainees(self, number: int) -> None:
        """Wait until so many are here."""
        words = "1 trainee · 1 here" if number == 1 else f"{number} trainees · {number} here"
        self.reads(words)

    def row(self, name: str) -> Any:
        """The row of a trainee."""
        return self.part("row").filter(has=self.part("rowheader", name))

    def shows(self, view: str) -> None:
        """Have the projector show this."""
        self.press("radio", view)

    def data_of(self, name: str, folder: Path) -> dict[str, Any]:
        """Everything that is kept of a trainee, as the desk saves it."""
        self.press("button", f"Actions for {name}")
        with self.page.expect_download() as under_way:
            self.press("button", "Save their data", within=self.part("dialog", name))
        under_way.value.save_as(folder / "trainee.json")
        self.press("button", "Close", within=self.part("dialog", name))
        found: dict[str, Any] = json.loads((folder / "trainee.json").read_text("utf-8"))
        return found


class Wall(Hands):
    """The projector: it is only looked at, and its keys work."""

    def titled(self, words: str | re.Pattern[str]) -> None:
        """Wait until this heading is on the wall."""
        self.sees("heading", words)


class Trainee(Hands):
    """Somebody in the class; how they press, write and choose is up to their device."""

    name = ""
    recovery = ""

    def join(self, code: str) -> None:
        """Come in, and write the recovery code down."""
        self.enter_code(code)
        self.press("button", "Join")
        self.name = self.sees("heading", re.compile("^You are ")).inner_text().removeprefix("You are ")
        self.recovery = self.reads(RECOVERY).inner_text()

    def written_down(self) -> None:
        """Go on to the lobby."""
        self.press("button", "I have written it down")
        self.sees("heading", "What will come")

    def enter_code(self, code: str) -> None:
        """Follow the QR code."""
        self.page.goto(f"{self.device.base}/c/{code}")

    def come_back(self, code: str, recovery: str) -> None:
        """Be here again from another device."""
        self.page.goto(f"{self.device.base}/c/{code}")
        self.press("button", "I was here already")
        self.write("textbox", "Your recovery code", recovery)
        self.press("button", "Come back")

    def someone(self, name: str) -> re.Pattern[str]:
        """The row of somebody who can be briefed."""
        return re.compile(rf"^(Rank \d+ )?{re.escape(name)}(?!\w)")

    def card(self, name: str) -> Any:
        """The open card of somebody: a sheet on a phone, a part of the page beside the room."""
        words = re.compile(rf"^{re.escape(name)}")
        return self.part("dialog", words).or_(self.part("region", words)).first

    def open_card(self, name: str) -> Any:
        """Open it."""
        self.press("button", self.someone(name))
        card = self.card(name)
        card.wait_for()
        return card

    def kept(self) -> None:
        """Wait until the room has every edit."""
        self.reads("kept")

    def standing(self, name: str, words: str) -> None:
        """Wait until the list says of somebody how far they are told."""
        self.part("button", re.compile(f"{self.someone(name).pattern}.*{words}", re.DOTALL)).first.wait_for()

    def hand_in(self) -> None:
        """Hand the plan in."""
        self.press("button", "Hand in")
        self.sees("button", "Take back")

    def total(self) -> int:
        """What the shown try came to."""
        words = self.reads(TOTAL).inner_text()
        found = TOTAL.match(words.replace("\n", ""))
        assert found, words
        return int(found[1])


class OnPhone(Trainee, Touch):
    """By touch at 360 x 740."""


class AtLaptop(Trainee, Keys):
    """By keyboard alone at 1366 x 768: types the code."""

    def enter_code(self, code: str) -> None:
        self.page.goto(self.device.base)
        self.write("textbox", "Code of the room", code.lower())
        self.key("Enter")
        self.sees("button", "Join")
