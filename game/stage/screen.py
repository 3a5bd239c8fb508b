"""What a screen is: a view function, a handler that returns the next screen, and the passing of time."""

from collections.abc import Sequence

from game.stage.intents import Intent, Shortcut
from game.stage.node import Node
from game.stage.theme import PAPER, Colour
from game.stage.ui import Ui


class Screen:
    """Base of all screens. Override `view`, and what else is needed.

    Handlers (`on_press`, `Shortcut.action`, `handle`, `tick`) return the next screen, or None to stay.
    """

    title: str = ""
    ground: Colour = PAPER
    first_focus: str = ""  # id of the node that has the focus when the screen opens
    ui: Ui  # set by the app before `enter`

    def enter(self) -> None:
        """Called when the screen becomes the current one, with `self.ui` set."""

    def leave(self) -> None:
        """Called when another screen takes over or the window closes."""

    def view(self, ui: Ui) -> Node:
        """The tree of what is on the screen now. Called again after every intent and after `ui.refresh()`."""
        raise NotImplementedError

    def shortcuts(self) -> Sequence[Shortcut]:
        """The keys of this screen as they are now."""
        return ()

    def handle(self, intent: Intent) -> "Screen | None":
        """An intent that no focused control, shortcut or open list took.

        `back`, `undo`, `redo`, arrows, keys.
        """
        return None

    def tick(self, ms: int) -> "Screen | None":
        """So many milliseconds of wall time have passed.

        Call `self.ui.refresh()` where the tree has changed.
        """
        return None

    def save_after_crash(self) -> str:
        """Called when the program fails while this screen is up.

        Save the attempt; return where, in a sentence.
        """
        return ""
