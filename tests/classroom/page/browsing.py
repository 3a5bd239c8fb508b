"""A browser with the trainee's page on a real server, and a trainee's hands: by touch, by keys, by names and roles."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from tests.browser import needs
from tests.browser.stand import browser
from tests.classroom.server.serve import Server

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
LAPTOP = {"viewport": {"width": 1366, "height": 768}}
WAIT = 20_000


@contextmanager
def chromium() -> Iterator[Any]:
    """The system's Chromium; a test that asks for it is skipped, or fails where it must not be, if there is none."""
    needs.insist()
    with browser() as found:
        yield found


class Hands:
    """One trainee at one device."""

    def __init__(self, browser: Any, server: Server, **device: Any) -> None:
        self.server = server
        self.base = f"http://127.0.0.1:{server.port}"
        self.context = browser.new_context(**device)
        self.context.set_default_timeout(WAIT)
        self.page = self.context.new_page()
        self.faults: list[str] = []
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("dialog", lambda dialog: dialog.accept())

    def button(self, name: str) -> Any:
        """A button by its name."""
        return self.page.get_by_role("button", name=name, exact=True)

    def heading(self, name: str) -> Any:
        """A heading by its name."""
        return self.page.get_by_role("heading", name=name)

    def join(self, code: str) -> str:
        """Come in by the address of the QR code, write the recovery code down; the code."""
        self.page.goto(f"{self.base}/c/{code}")
        self.button("Join").click()
        recovery: str = self.page.locator("#recovery-code").inner_text()
        self.button("I have written it down").click()
        self.heading("What will come").wait_for()
        return recovery

    def says(self, text: str) -> None:
        """Wait until this stands on the page."""
        self.page.get_by_text(text).first.wait_for()

    def kept(self) -> None:
        """Wait until every edit has been acknowledged."""
        self.page.locator(".state.is-kept").wait_for()
        assert (
            self.page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('after-you.edits')).length")
            == 0
        )

    def overflow(self) -> int:
        """By how many pixels the page is wider than its window."""
        found: int = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        return found
