"""What views may ask and say.

The window's size and scale, the focus, what is open, and what was scrolled where.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from pygame import Rect

from game.stage.settings import Settings
from game.stage.typeset import Typesetter

if TYPE_CHECKING:
    from game.stage.node import Node
    from game.stage.screen import Screen

T = TypeVar("T")
TOAST_MS = 4_000


@dataclass(slots=True)
class Toast:
    """A short message that goes away by itself."""

    text: str
    left_ms: int = TOAST_MS


@dataclass(slots=True)
class Ui:
    """The view state of the window: cursor, tabs, scroll offsets. Nothing here is worth saving."""

    settings: Settings = field(default_factory=Settings)
    setter: Typesetter = field(default_factory=Typesetter)
    size: tuple[int, int] = (1280, 720)
    focus: str = ""  # id of the focused node
    focus_shown: bool = True  # false after a click, until a key is used
    hover: str = ""
    open_list: str = ""  # id of the combo whose list is open
    covered: bool = False  # whether a dialog or an open list lies over the screen
    offsets: dict[str, int] = field(default_factory=dict)  # scroll offsets, pixels
    memory: dict[str, object] = field(default_factory=dict)
    dialogs: list[Node] = field(default_factory=list)
    toasts: list[Toast] = field(default_factory=list)
    carried: object = None  # payload of the node that is being dragged
    pointer: tuple[int, int] = (-1, -1)  # where the pointer was seen last, pixels
    stale: bool = True
    leaving: bool = False
    on_settings: Callable[[Settings], None] | None = None
    show_settings: Callable[[], None] | None = None
    show_keys: Callable[[], None] | None = None
    refocus: str = ""

    # Sizes

    @property
    def scale(self) -> float:
        """Pixels per logical unit: 1.0 at 1280x720, growing with the window, never less."""
        return max(1.0, min(self.size[0] / 1280, self.size[1] / 720))

    @property
    def text_scale(self) -> float:
        """Pixels per logical unit of text: the window's scale times the chosen text size."""
        return self.scale * self.settings.text_size / 100

    @property
    def text_factor(self) -> float:
        """The chosen text size: 1.0 to 2.0."""
        return self.settings.text_size / 100

    @property
    def width(self) -> float:
        """Width of the window in logical units: at least 1280 in a window of the least size."""
        return self.size[0] / self.scale

    @property
    def height(self) -> float:
        """Height of the window in logical units."""
        return self.size[1] / self.scale

    @property
    def window(self) -> Rect:
        """The window in pixels."""
        return Rect((0, 0), self.size)

    def px(self, units: float) -> int:
        """Logical units as pixels, for paint functions."""
        return round(units * self.scale)

    # Acting

    def refresh(self) -> None:
        """The view has changed: build the tree anew before the next frame."""
        self.stale = True

    def move_focus(self, node_id: str) -> None:
        """Put the focus on this node once the next tree is built, and scroll it into view."""
        self.refocus = node_id
        self.stale = True

    def toast(self, text: str) -> None:
        """Show a short message, such as that the plan was saved; the same message is not stacked."""
        self.toasts = [*[t for t in self.toasts if t.text != text][-2:], Toast(text)]
        self.stale = True

    def dialog(self, node: Node) -> None:
        """Called from a view: show this dialog over the screen in this frame; it keeps the focus inside."""
        self.dialogs.append(node)

    def change_settings(self, settings: Settings) -> None:
        """Use and save these settings; a failure to save is told in a toast."""
        if self.on_settings is not None:
            self.on_settings(settings)

    def quit(self) -> Screen | None:
        """Close the window after this frame."""
        self.leaving = True
        return None

    # Remembering

    def recall(self, key: str, default: T) -> T:
        """What was kept under this key by `keep`, if it has the default's type."""
        value = self.memory.get(key, default)
        return value if isinstance(value, type(default)) else default

    def keep(self, key: str, value: object) -> None:
        """Remember a piece of view state (the chosen tab) under a key, until the window closes."""
        self.memory[key] = value
        self.stale = True
