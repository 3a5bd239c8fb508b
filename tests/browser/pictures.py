"""Every screen of a class as a picture, to be looked at.

    python -m tests.browser.pictures --to FOLDER [--axe]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import Any, Final

from tests.browser import needs
from tests.browser.audit import Audit, both
from tests.browser.lesson import Lesson
from tests.browser.stand import stand

LARGE: Final = {"width": 1920, "height": 1080}
SETTLE: Final = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


class Album:
    """Pictures by the names of their screens."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def take(self, name: str, page: Any) -> None:
        """A picture of what the window shows, of the whole page where it is longer; the wall in its two sizes."""
        page.evaluate(SETTLE)
        page.screenshot(path=self.folder / f"{name}.png")
        if name.startswith("wall"):
            self._large(name, page)
        elif page.evaluate("document.documentElement.scrollHeight > innerHeight + 4"):
            page.screenshot(path=self.folder / f"{name}-whole.png", full_page=True)

    def _large(self, name: str, page: Any) -> None:
        before = page.viewport_size
        page.set_viewport_size(LARGE)
        page.evaluate(SETTLE)
        page.screenshot(path=self.folder / f"{name}-1080.png")
        page.set_viewport_size(before)
        page.evaluate(SETTLE)


def main(argv: list[str] | None = None) -> int:
    """The command; 2 where the browser is missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--axe", action="store_true", help="say what axe-core finds, too")
    given = parser.parse_args(argv)
    if lacking := needs.missing(with_axe=given.axe):
        print("\n".join(lacking))
        return 2
    given.to.mkdir(parents=True, exist_ok=True)
    audit, album = Audit(), Album(given.to)
    look = both(audit.look, album.take) if given.axe else album.take
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, stand(Path(folder)) as place:
        told = Lesson(place, Path(folder), look).hold()
    print("\n".join([*audit.grave, *audit.slight, *told.faults, f"totals: {told.totals}"]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
