# ruff: noqa: A002 - `id` is what the tree calls it
"""Layout nodes: rows, columns, panels, scroll areas, canvases; and panels that turn into tabs."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple, TypeAlias

from pygame import Rect, Surface

from game.stage import theme
from game.stage.node import AUTO, FLEX, Align, Box, Node, Size, flex
from game.stage.ui import Ui

Pad: TypeAlias = float | tuple[float, float] | tuple[float, float, float, float]
Wish: TypeAlias = float | Size


def size(wish: Wish) -> Size:
    """A plain number is that many logical units."""
    return wish if isinstance(wish, Size) else Size("fixed", float(wish))


def padding(pad: Pad) -> tuple[float, float, float, float]:
    """One number for all sides, two for sides and ends, or left, top, right, bottom."""
    if isinstance(pad, tuple):
        return pad if len(pad) == 4 else (pad[0], pad[1], pad[0], pad[1])
    return (pad, pad, pad, pad)


def _frame(children: Iterable[Node | None], pad: Pad, width: Wish, height: Wish, **more: Any) -> Node:
    kept = [child for child in children if child is not None]
    return Node(children=kept, pad=padding(pad), width=size(width), height=size(height), **more)


def column(
    *children: Node | None,
    gap: float = theme.GAP,
    pad: Pad = 0,
    width: Wish = AUTO,
    height: Wish = AUTO,
    align: Align = "stretch",
    justify: Align = "start",
    id: str = "",
    role: str = "group",
    box: Box | None = None,
) -> Node:
    """Children one under the other. A None child is left out."""
    return _frame(
        children,
        pad,
        width,
        height,
        role=role,
        id=id,
        axis="column",
        gap=gap,
        align=align,
        justify=justify,
        box=box,
    )


def row(
    *children: Node | None,
    gap: float = theme.GAP,
    pad: Pad = 0,
    width: Wish = AUTO,
    height: Wish = AUTO,
    align: Align = "centre",
    justify: Align = "start",
    id: str = "",
    role: str = "group",
    box: Box | None = None,
) -> Node:
    """Children side by side; those with `flex` widths share what is left."""
    return _frame(
        children,
        pad,
        width,
        height,
        role=role,
        id=id,
        axis="row",
        gap=gap,
        align=align,
        justify=justify,
        box=box,
    )


def flow(
    *children: Node | None,
    gap: float = 6.0,
    pad: Pad = 0,
    width: Wish = AUTO,
    justify: Align = "start",
    align: Align = "centre",
    id: str = "",
) -> Node:
    """Children side by side, wrapping to further lines.

    For chips, key lists and buttons that must never be cut.
    """
    return _frame(
        children, pad, width, AUTO, role="group", id=id, axis="flow", gap=gap, justify=justify, align=align
    )


def stack(
    *children: Node | None,
    pad: Pad = 0,
    width: Wish = AUTO,
    height: Wish = AUTO,
    align: Align = "stretch",
    justify: Align = "start",
    id: str = "",
) -> Node:
    """Children one over the other, the last on top."""
    return _frame(
        children, pad, width, height, role="group", id=id, axis="stack", align=align, justify=justify
    )


def spacer(width: Wish = FLEX, height: Wish = AUTO) -> Node:
    """Empty room; flexes in a row unless a width is given."""
    return Node("space", width=size(width), height=size(height))


def rule(colour: theme.Colour = theme.RULE) -> Node:
    """A drafting line across a column."""
    return Node("space", height=Size("fixed", 1), box=Box(fill=colour, radius=0))


def panel(
    *children: Node | None,
    id: str = "",
    label: str = "",
    pad: Pad = theme.PAD,
    gap: float = theme.GAP,
    width: Wish = AUTO,
    height: Wish = AUTO,
    brass: bool = False,
    fill: theme.Colour = theme.CARD,
    border: theme.Colour | None = theme.RULE,
    justify: Align = "start",
) -> Node:
    """A card on the desk; `brass` gives it the brass top edge. `label` says what it is."""
    box = Box(fill=fill, border=border, top_edge=theme.BRASS if brass else None)
    return _frame(
        children, pad, width, height, role="panel", id=id, label=label, gap=gap, box=box, justify=justify
    )


def scroll(
    *children: Node | None,
    id: str,
    gap: float = theme.GAP,
    pad: Pad = 0,
    height: Wish = FLEX,
    width: Wish = AUTO,
) -> Node:
    """A scroll area: wheel, PageUp, PageDown, Home, End, a bar to drag; the focus scrolls into view.

    The id must be stable, for the offset is remembered under it.
    """
    content = column(*children, gap=gap, pad=pad)
    return _frame([content], 0, width, height, role="scroll", id=id, axis="scroll")


def canvas(
    id: str,
    paint: Callable[[Surface, Rect], None],
    *,
    label: str = "",
    value: str = "",
    spots: Callable[[Rect], list[Node]] | None = None,
    live: bool = False,
    width: Wish = FLEX,
    height: Wish = FLEX,
    role: str = "canvas",
    **behaviour: Any,
) -> Node:
    """A node that paints itself (room, timeline). `paint(surface, rect)` gets real pixels, clipped.

    `spots(rect)` returns its own nodes (see `spot`) for hits, focus and text. A `live` canvas is painted
    every frame and its spots are asked for anew before they are used, without a new tree. `behaviour` are
    further `Node` fields: on_press, on_drag, on_adjust, on_wheel, on_intent, on_drop, focusable, tooltip.
    """
    return Node(
        role, label=label, value=value, id=id, axis="canvas", paint=paint, spots=spots, live=live,
        width=size(width), height=size(height), **behaviour,
    )  # fmt: skip


def spot(id: str, rect: Rect, label: str, *, role: str = "spot", **behaviour: Any) -> Node:
    """A place on a canvas that can be pressed, focused or dragged.

    `rect` in real pixels, within the canvas.
    """
    behaviour.setdefault("focusable", True)
    return Node(role, label=label, id=id, rect=Rect(rect), **behaviour)


def at(node: Node, rect: Rect) -> Node:
    """Put any widget at a place on a canvas (real pixels)."""
    node.rect = Rect(rect)
    return node


class Side(NamedTuple):
    """One of the panels of `columns_or_tabs`. `least` is its least width in logical units at 100 % text."""

    name: str
    node: Node
    least: float
    share: float = 1.0
    fixed: bool = False  # keep to the least width where all fit, instead of a share


def fits(ui: Ui, leasts: Sequence[float], *, gap: float = 12.0, available: float | None = None) -> bool:
    """Whether panels of these least widths (at 100 % text) fit side by side at the chosen text size."""
    room = ui.width - 2 * gap if available is None else available
    return sum(leasts) * ui.text_factor + gap * (len(leasts) - 1) <= room + 0.5


def columns_or_tabs(
    ui: Ui, id: str, sides: Sequence[Side], *, gap: float = 12.0, available: float | None = None
) -> Node:
    """The panels side by side where they fit at the chosen text size, or else as tabs, one of them open."""
    from game.stage.controls import tabs

    if fits(ui, [side.least for side in sides], gap=gap, available=available):
        for side in sides:
            side.node.width = Size("fixed", side.least, with_text=True) if side.fixed else flex(side.share)
        return row(*(side.node for side in sides), gap=gap, align="stretch", height=FLEX)
    chosen = min(ui.recall(id, 0), len(sides) - 1)
    head = tabs(f"{id}.tabs", [side.name for side in sides], chosen, lambda place: ui.keep(id, place))
    body = sides[chosen].node
    body.width, body.height = FLEX, FLEX
    return column(head, body, gap=gap, height=FLEX)


def open_side(ui: Ui, id: str, place: int) -> None:
    """Open this panel of a `columns_or_tabs`, should it be showing tabs.

    After a choice that another panel shows.
    """
    ui.keep(id, place)
