"""The one tree of what is on the screen. Drawing, focus and the tests' pilot all read it.

A screen's `view` returns a fresh tree of nodes; the layout pass gives each its rectangle in real pixels and
its path id; nothing else is kept between frames but what `Ui` remembers under an id (scroll offsets, the open
list).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from pygame import Rect, Surface

from game.stage import theme
from game.stage.theme import Colour
from game.stage.typeset import Setting, Span

if TYPE_CHECKING:
    from game.stage.intents import Intent
    from game.stage.screen import Screen
    from game.stage.ui import Ui

Axis: TypeAlias = Literal["column", "row", "flow", "stack", "canvas", "scroll"]
Align: TypeAlias = Literal["start", "centre", "end", "stretch"]
Point: TypeAlias = tuple[int, int]


class Size(NamedTuple):
    """A wish for a width or height.

    A fixed number of units, what the content needs, or a share of what is left.
    """

    kind: Literal["fixed", "auto", "flex"]
    amount: float = 0.0
    with_text: bool = False


AUTO = Size("auto")
FLEX = Size("flex", 1.0)


def fixed(units: float) -> Size:
    """So many logical units, whatever the text size."""
    return Size("fixed", units)


def em(units: float) -> Size:
    """So many logical units at 100 % text, and more with larger text."""
    return Size("fixed", units, with_text=True)


def flex(share: float = 1.0) -> Size:
    """A share of what is left over."""
    return Size("flex", share)


class Box(NamedTuple):
    """The ground a node is drawn on. `top_edge` is the brass edge; `radius` and `width` are logical units."""

    fill: Colour | None = None
    border: Colour | None = None
    radius: float = theme.RADIUS
    width: float = 1.0
    top_edge: Colour | None = None
    hover: Colour | None = None
    dashed: bool = False


class Words(NamedTuple):
    """A node's text. `lines` > 0 keeps it to so many, with an ellipsis and the full text in the tooltip."""

    spans: tuple[Span, ...]
    align: str = "left"
    lines: int = 0

    @property
    def plain(self) -> str:
        """The text alone."""
        return "".join(span.text for span in self.spans)


class Drag(NamedTuple):
    """One moment of a drag.

    `phase` is start, move, end or cancel; `over` the id of the node under the pointer.
    """

    phase: Literal["start", "move", "end", "cancel"]
    start: Point
    at: Point
    over: str = ""


@dataclass(slots=True, eq=False, repr=False, match_args=False)
class Node:
    """One thing on the screen: what it is, what it says, what it does, and (after layout) where it is."""

    role: str
    label: str = ""
    value: str = ""
    id: str = ""
    children: list[Node] = field(default_factory=list)
    # What it wants of the layout, in logical units.
    axis: Axis = "column"
    width: Size = AUTO
    height: Size = AUTO
    most_width: Size | None = None
    pad: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)  # left, top, right, bottom
    gap: float = 0.0
    align: Align = "stretch"  # across the axis
    justify: Align = "start"  # along the axis; stretch spreads the children
    # What it looks like.
    box: Box | None = None
    words: Words | None = None
    paint: Callable[[Surface, Rect], None] | None = None
    live: bool = False  # painted anew every frame, without a new tree
    opaque: bool = False  # a live canvas that paints every one of its pixels: nothing need be put under it
    spots: Callable[[Rect], list[Node]] | None = None  # a canvas' own children, with `rect` set
    # What it does.
    enabled: bool = True
    focusable: bool = False
    selected: bool = False
    on_press: Callable[[], Screen | None] | None = None
    on_adjust: Callable[[int], None] | None = None
    on_drag: Callable[[Drag], None] | None = None
    on_wheel: Callable[[int], None] | None = None
    on_intent: Callable[[Intent], bool] | None = None
    payload: object = None  # what is carried when this node is dragged
    on_drop: Callable[[object, Point], None] | None = None
    on_cancel: Callable[[], None] | None = None  # dialogs and open lists: Escape, or a press outside
    popup: Callable[[Ui], Node] | None = None  # an open list, laid out at this node and drawn over everything
    tooltip: str = ""
    # Found by layout and focus.
    rect: Rect = field(default_factory=lambda: Rect(0, 0, 0, 0))
    clip: Rect = field(default_factory=lambda: Rect(0, 0, 0, 0))
    text_boxes: list[Rect] = field(default_factory=list)
    setting: Setting | None = None
    focused: bool = False
    content_height: int = 0
    measures: dict[int, int] = field(default_factory=dict)
    natural: tuple[int, int] | None = None

    def walk(self) -> Iterator[Node]:
        """This node and everything below it, in reading order."""
        left = [self]
        while left:
            node = left.pop()
            yield node
            left.extend(reversed(node.children))

    def find(self, node_id: str) -> Node | None:
        """The node with this id, here or below."""
        return next((node for node in self.walk() if node.id == node_id), None)

    @property
    def pressable(self) -> bool:
        """Whether a pointer press here does something."""
        acts = self.on_press or self.on_drag or self.payload is not None
        return self.enabled and bool(acts)

    @property
    def said(self) -> str:
        """The label, or the text where a node has no other label."""
        return self.label or (self.words.plain if self.words else "")
