"""A browser for the pages, where there is one; whatever it complains about fails the test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

import pytest

from tests.browser import needs
from tests.browser.stand import browser as chromium
from tests.classroom.desk.fake import Fake
from tests.classroom.desk.fixtures import LIBRARY, SCENARIO, document

PATIENCE: Final = 8_000
"""ms"""

OpenPage = Callable[..., Any]


def until(page: Any, question: str, given: object = None) -> None:
    """Waits until a function of the page is true; asked from outside, for the page's policy lets nothing evaluate."""
    for _ in range(PATIENCE // 25):
        if page.evaluate(question, given):
            return
        page.wait_for_timeout(25)
    raise AssertionError(f"never came true: {question}")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium without a window; for a module at a time, for while it runs nothing else may have an event loop."""
    needs.insist()
    with chromium() as opened:
        yield opened


@pytest.fixture
def fake() -> Iterator[Fake]:
    """A server without a room."""
    with Fake() as server:
        server.library = LIBRARY
        server.documents = {
            "/api/projector/scenario/0": SCENARIO, "/api/projector/debrief/0": document(),
            "/api/projector/qr.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>',
        }  # fmt: skip
        yield server


@pytest.fixture
def open_page(browser: Any, fake: Fake) -> Iterator[OpenPage]:
    """Opens `path` at a size; what the page's console complains of fails the test, but a line that is cut."""
    complaints: list[str] = []
    contexts = []

    def opened(path: str, width: int = 1366, height: int = 768) -> Any:
        context = browser.new_context(viewport={"width": width, "height": height})
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("pageerror", lambda problem: complaints.append(str(problem)))
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        page.goto(fake.url + path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert [text for text in complaints if "Failed to load resource" not in text] == []
