"""A host of its own and a browser beside it; devices are contexts of that browser."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from tests.browser import needs
from tests.classroom.serving import Host

PHONE: Final[dict[str, Any]] = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
LAPTOP: Final[dict[str, Any]] = {"viewport": {"width": 1366, "height": 768}}
WALL: Final[dict[str, Any]] = {"viewport": {"width": 1280, "height": 720}}
PATIENCE: Final = 60_000
"""Ms after which what was waited for will not come: two cores may have other work."""


class Device:
    """A browser window of somebody's own, and what went wrong in it."""

    def __init__(self, browser: Any, base: str, kind: dict[str, Any]) -> None:
        self.base = base
        self.context = browser.new_context(accept_downloads=True, **kind)
        self.context.set_default_timeout(PATIENCE)
        self.faults: list[str] = []
        self.page = self.opened(self.context.new_page())

    def opened(self, page: Any) -> Any:
        """Watch a page: its errors, and what it logs as one (a policy that was broken, a file that is not there)."""
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("console", lambda said: self.faults.extend([said.text] * (said.type == "error")))
        page.on("dialog", lambda dialog: dialog.accept())
        return page

    def close(self) -> None:
        """Close the window."""
        self.context.close()


class Stand:
    """A host, a browser, and the devices that are opened."""

    def __init__(self, host: Host, browser: Any) -> None:
        self.host = host
        self.browser = browser
        self.base = f"http://127.0.0.1:{host.address.port}"

    def device(self, kind: dict[str, Any], *, port: int | None = None) -> Device:
        """A new device; `port`: it reaches the class through something that listens there."""
        return Device(self.browser, f"http://127.0.0.1:{port}" if port else self.base, kind)


@contextmanager
def browser() -> Iterator[Any]:
    """Chromium without a window. `--no-sandbox`: its sandbox refuses to be started by root, as tests often are."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        found = play.chromium.launch(executable_path=needs.chromium(), args=["--no-sandbox", "--disable-dev-shm-usage"])
        try:
            yield found
        finally:
            found.close()


@contextmanager
def stand(folder: Path) -> Iterator[Stand]:
    """A host with its own database in a folder, and a browser."""
    with Host(folder) as host, browser() as found:
        yield Stand(host, found)
