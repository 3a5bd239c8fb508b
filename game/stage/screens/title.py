"""The title: what the game is, in one sentence, and the way in.

Nothing heavy is imported here: the first frame has to come before scenarios, drawing and simulation do.
"""

from __future__ import annotations

from typing import Final

from pygame import Rect, Surface

from game.stage import flow
from game.stage import widgets as w
from game.stage.screens import title_picture
from game.stage.screens.scenarios_shelf import SHELF, Shelf, Volume, recommended
from game.wording.catalogue import _

IDLE_MS: Final = 300
"""After so long without anything to do, one scenario is read in advance."""


LIT: Final = "title.lit"
"""Under this the window remembers that the picture was made once; only its first frame goes without it."""


class TitleScreen(w.Screen):
    """Begin, Scenarios, How it happened, Write a scenario, Join a class, Settings, Quit."""

    first_focus = "begin"

    def __init__(self, shelf: Shelf = SHELF) -> None:
        self.title = _("After You")
        self._shelf = shelf
        self._idle = 0
        self._next: Volume | None = None
        self._known = False
        self._lit = False

    def enter(self) -> None:
        """Come back to it, the picture stands at once."""
        self._lit = self.ui.recall(LIT, False)

    # What one can do

    def begin(self) -> w.Screen | None:
        """The brief of the scenario that comes next for this player."""
        self._look_ahead()
        if self._next is None or self._next.scenario is None:
            return flow.scenario_list()
        from game.stage.session import Session

        return flow.brief(Session(self._next.scenario))

    def settings(self) -> None:
        """Text size, full screen, quiet stretches."""
        if self.ui.show_settings is not None:
            self.ui.show_settings()

    def handle(self, intent: w.Intent) -> w.Screen | None:
        """Escape goes to Quit, and does not yet quit."""
        self._idle = 0
        if intent.name == "back":
            self.ui.move_focus("quit")
        return None

    def tick(self, ms: int) -> w.Screen | None:
        """Once the menu stands: light the picture, then read the scenarios in advance, a file at a time."""
        if not self._lit and ms:
            self._lit = True
            self.ui.keep(LIT, True)
        self._idle += ms
        if not self._known and self._idle > IDLE_MS:
            self._idle = 0
            if not self._shelf.read_one():
                self._look_ahead()
                self.ui.refresh()
        return None

    def _look_ahead(self) -> None:
        if self._known:
            return
        from game.attempt.progress import load_progress

        progress, notice = load_progress()
        if notice:
            self.ui.toast(notice)
        self._next = recommended(self._shelf.volumes(), progress)
        self._known = True

    # What is seen

    def view(self, ui: w.Ui) -> w.Node:
        """The menu on paper at the left, the doors at the right."""
        picture = w.canvas("doors", self._paint, label=_("A door stands ajar; people wait before it."))
        picture.role = "picture"
        edge = w.Node("space", width=w.fixed(3), box=w.Box(w.theme.BRASS, radius=0))
        paper = w.scroll(*self._paper(ui), id="title", pad=(64, 0, 40, 0), gap=0, height=w.FLEX)
        paper.width = w.fixed(min(500 * max(1.0, ui.text_factor * 0.92), ui.width - 240))
        return w.row(paper, edge, picture, gap=0, align="stretch", width=w.FLEX, height=w.FLEX, id="page")

    def _paper(self, ui: w.Ui) -> list[w.Node]:
        big = 76 if ui.text_factor <= 1.3 else 50
        air = max(0.0, (1.45 - ui.text_factor))
        coming = self._next.scenario if self._next else None
        begin = w.button("begin", _("Begin"), self.begin, kind="primary", width=w.FLEX, align="left")
        entries = [
            w.button("scenarios", _("Scenarios"), flow.scenario_list, width=w.FLEX, align="left"),
            w.button("intro", _("How it happened"), flow.intro, width=w.FLEX, align="left"),
            w.button("author", _("Write a scenario"), flow.author_files, width=w.FLEX, align="left"),
            w.button("class", _("Join a class"), flow.join, width=w.FLEX, align="left"),
            w.button("settings", _("Settings"), self.settings, width=w.FLEX, align="left"),
            w.button("quit", _("Quit"), ui.quit, width=w.FLEX, align="left"),
        ]
        return [
            w.spacer(w.AUTO, w.fixed(24 + 200 * air)),
            w.title(_("After You"), size=big),
            w.spacer(w.AUTO, w.fixed(6)),
            w.prose(
                _("You decide who enters first, through which door and on which cue. Then the doors open."),
                size=w.theme.LEAD + 2, colour=w.theme.MUTED,
            ),
            w.spacer(w.AUTO, w.fixed(18 + 40 * air)),
            begin,
            w.spacer(w.AUTO, w.fixed(6)),
            w.note(_("Next for you: {title}").format(title=coming.title) if coming else " "),
            w.spacer(w.AUTO, w.fixed(10)),
            w.column(*entries, gap=8),
            w.spacer(w.AUTO, w.fixed(14)),
            w.note(_("↑ ↓ choose, ↵ press, F1 all keys")),
            w.spacer(w.AUTO, w.fixed(16)),
        ]  # fmt: skip

    def _paint(self, surface: Surface, rect: Rect) -> None:
        title_picture.paint(surface, rect, lit=self._lit)
