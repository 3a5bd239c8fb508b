"""What the browser tests need beside the game: Chromium, Playwright's package, axe-core. Nothing is downloaded here.

`AFTER_YOU_CHROMIUM` and `AFTER_YOU_AXE` name the browser and the file `axe.min.js` where they are not found by
themselves. `AFTER_YOU_BROWSER=required` makes an error of what would otherwise be a skipped test.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
from pathlib import Path
from typing import Final

import pytest

_NAMES: Final = ("chromium", "chromium-browser", "google-chrome")
_AXE: Final = Path("node_modules/axe-core/axe.min.js")


def chromium() -> str | None:
    """Where the system's Chromium is."""
    return next(filter(None, [os.environ.get("AFTER_YOU_CHROMIUM"), *map(shutil.which, _NAMES)]), None)


def axe() -> Path | None:
    """Where axe-core's script is."""
    given = os.environ.get("AFTER_YOU_AXE")
    found = Path(given) if given else _AXE
    return found if found.is_file() else None


def missing(*, with_axe: bool = False) -> list[str]:
    """What is not here, in words."""
    found = []
    if importlib.util.find_spec("playwright") is None:
        found.append("Playwright's Python package (pip install -e '.[browser]')")
    if chromium() is None:
        found.append("Chromium (apt-get install chromium, or AFTER_YOU_CHROMIUM)")
    if with_axe and axe() is None:
        found.append("axe-core (npm install axe-core, or AFTER_YOU_AXE)")
    return found


def insist(*, with_axe: bool = False) -> None:
    """Skip the test, or fail it where the browser is required, if something is missing."""
    found = missing(with_axe=with_axe)
    if not found:
        return
    words = f"missing for the browser tests: {'; '.join(found)}"
    if os.environ.get("AFTER_YOU_BROWSER") == "required":
        pytest.fail(words, pytrace=False)
    pytest.skip(words)
