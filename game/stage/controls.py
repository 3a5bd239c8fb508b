# ruff: noqa: A002 - `id` is what the tree calls it
"""Controls: everything that can be pressed, turned or typed into.

All work by keyboard alone and by mouse alone.
"""

from collections.abc import Callable, Sequence

from pygame import Rect, Surface

from game.stage import shapes, theme
from game.stage.frames import Wish, column, flow, padding, row, size
from game.stage.intents import key_caption
from game.stage.node import AUTO, FLEX, Align, Box, Drag, Node, Words, em
from game.stage.screen import Screen
from game.stage.typeset import Span, Style
from game.stage.writing import label, note
from game.wording.catalogue import _

Press = Callable[[], "Screen | None"]

_KINDS: dict[str, tuple[Box, theme.Colour]] = {
    "primary": (Box(theme.BAIZE, theme.BAIZE_DEEP, hover=theme.BAIZE_DEEP), theme.WHITE),
    "plain": (Box(theme.WHITE, theme.RULE, hover=theme.PAPER), theme.INK),
    "quiet": (Box(None, None, hover=theme.SHEET), theme.INK),
    "link": (Box(None, None, hover=theme.LINK_TINT), theme.LINK),
    "alarm": (Box(theme.ALARM, theme.ALARM_DEEP, hover=theme.ALARM_DEEP), theme.WHITE),
    "night": (Box(theme.NIGHT_RAISED, theme.NIGHT_EDGE, hover=theme.NIGHT_EDGE), theme.ON_NIGHT),
    "night_quiet": (Box(None, None, hover=theme.NIGHT_RAISED), theme.ON_NIGHT_MUTED),
}
_SELECTED = {
    "plain": (Box(theme.BAIZE_TINT, theme.BAIZE, width=2), theme.INK),
    "quiet": (Box(theme.BAIZE_TINT, theme.BAIZE, width=2), theme.INK),
    "night": (Box(theme.CREAM, theme.BRASS, hover=theme.WHITE), theme.INK),
}
_OUT_OF_USE = Box(theme.PAPER, theme.HAIRLINE)
_NIGHT_OUT_OF_USE = Box(theme.NIGHT, theme.NIGHT_RAISED)


def button(
    id: str,
    text: str,
    on_press: Press,
    *,
    kind: str = "plain",
    key: str = "",
    selected: bool = False,
    enabled: bool = True,
    width: Wish = AUTO,
    tooltip: str = "",
    small: bool = False,
    align: str = "centre",
    role: str = "button",
) -> Node:
    """A button. Kinds: primary, plain, quiet, link, alarm, night (dark bars), night_quiet.

    `key` shows the screen's shortcut on it, spelt as in `Shortcut.key`; the shortcut itself is the screen's.
    """
    box, ink = _SELECTED.get(kind, _KINDS[kind]) if selected else _KINDS[kind]
    if not enabled:
        night = kind.startswith("night")
        box, ink = (_NIGHT_OUT_OF_USE, theme.ON_NIGHT_MUTED) if night else (_OUT_OF_USE, theme.FAINT)
    style = Style("sans", "semibold", theme.SMALL if small else theme.BODY, ink)
    pad = padding((9, 4) if small else (14, 8))
    words = Words((Span(text, style),), align)
    if not key:
        return Node(
            role, label=text, id=id, words=words, box=box, pad=pad, width=size(width), enabled=enabled,
            focusable=enabled, selected=selected, on_press=on_press, tooltip=tooltip, justify="centre",
        )  # fmt: skip
    cap = _key_cap(key, box)
    inner = Node("label", words=words, width=FLEX if size(width).kind != "auto" else AUTO)
    return Node(
        role, label=text, id=id, box=box, pad=pad, width=size(width), enabled=enabled, focusable=enabled,
        selected=selected, on_press=on_press, tooltip=tooltip, axis="row", gap=8,
        align="centre", justify="centre", children=[cap, inner],
    )  # fmt: skip


def _key_cap(key: str, box: Box) -> Node:
    dark = box.fill is not None and theme.luminance(box.fill) < 0.3
    ground = Box(theme.NIGHT_DEEP if dark else theme.SHEET, None, radius=4)
    style = Style("sans", "bold", theme.TINY, theme.ON_NIGHT if dark else theme.INK)
    return Node(
        "key", words=Words((Span(key_caption(key), style),), "centre"), box=ground, pad=padding((6, 2))
    )


def checkbox(
    id: str, text: str, checked: bool, on_change: Callable[[bool], None], *, enabled: bool = True
) -> Node:
    """A box to tick, with its text; the whole row can be pressed."""

    def paint(surface: Surface, rect: Rect) -> None:
        side = min(rect.width, rect.height)
        square = Rect(rect.x, rect.centery - side // 2, side, side)
        fill = theme.BAIZE if checked else theme.WHITE
        shapes.rounded(
            surface, square, fill, theme.BAIZE if checked else theme.MUTED, side // 5, max(1, side // 12)
        )
        if checked:
            _tick(surface, square)

    mark = Node("mark", paint=paint, width=em(18), height=em(18), axis="canvas")
    return Node(
        "checkbox", label=text, value=_("on") if checked else _("off"), id=id, axis="row", gap=10, align="centre",
        children=[mark, label(text, width=FLEX, colour=theme.INK if enabled else theme.FAINT)],
        pad=padding((6, 5)),
        enabled=enabled, focusable=enabled, selected=checked, on_press=lambda: on_change(not checked),
        box=Box(hover=theme.SHEET),
    )  # fmt: skip


def _tick(surface: Surface, square: Rect) -> None:
    x, y, s = square.x, square.y, square.width
    bend = [(0.22, 0.52), (0.42, 0.72), (0.8, 0.3), (0.72, 0.22), (0.42, 0.55), (0.3, 0.44)]
    shapes.polygon(surface, [(x + s * a, y + s * b) for a, b in bend], theme.WHITE)


def stepper(
    id: str,
    text: str,
    shown: str,
    on_adjust: Callable[[int], None],
    *,
    less: bool = True,
    more: bool = True,
    width: Wish = AUTO,
) -> Node:
    """A value between a minus and a plus.

    Arrows left and right, or the two buttons. `on_adjust(-1 or +1)`.
    """

    def step(delta: int, sign: str, enabled: bool) -> Node:
        part = button(
            f"{id}.{'less' if delta < 0 else 'more'}", sign, lambda: on_adjust(delta), enabled=enabled
        )
        part.focusable = False
        return part

    value = label(shown, weight="semibold", align="centre", width=FLEX)
    return Node(
        "stepper", label=text, value=shown, id=id, axis="row", gap=6, align="centre", width=size(width),
        children=[step(-1, "−", less), value, step(1, "+", more)], focusable=True, on_adjust=on_adjust,
        box=Box(theme.CARD, theme.RULE), pad=padding(3),
    )  # fmt: skip


def slider(
    id: str,
    text: str,
    value: int,
    bounds: tuple[int, int],
    on_change: Callable[[int], None],
    *,
    step: int = 1,
    shown: str = "",
    night: bool = False,
    width: Wish = FLEX,
) -> Node:
    """A value on a line: drag it, press on the line, or use the arrows. `on_change` gets the new value."""
    low, high = bounds
    node = Node(
        "slider", label=text, value=shown or str(value), id=id, width=size(width), height=em(24),
        axis="canvas", focusable=True,
        on_adjust=lambda delta: on_change(max(low, min(high, value + delta * step))),
    )  # fmt: skip

    def paint(surface: Surface, rect: Rect) -> None:
        thick = max(4, rect.height // 4)
        knob = rect.height // 3
        line = Rect(rect.x + knob, rect.centery - thick // 2, rect.width - 2 * knob, thick)
        done = line.width * (value - low) // max(1, high - low)
        shapes.rounded(surface, line, theme.NIGHT_RAISED if night else theme.HAIRLINE, None, thick // 2)
        shapes.rounded(surface, Rect(line.x, line.y, done, thick), theme.BRASS, None, thick // 2)
        shapes.disc(surface, (line.x + done, rect.centery), knob, theme.CREAM if night else theme.BAIZE)

    def drag(moment: Drag) -> None:
        if moment.phase == "cancel":
            return
        knob = node.rect.height // 3
        along = (moment.at[0] - node.rect.x - knob) / max(1, node.rect.width - 2 * knob)
        on_change(max(low, min(high, low + round(along * (high - low) / step) * step)))

    node.paint, node.on_drag = paint, drag
    return node


def progress(
    text: str, part: int, whole: int, shown: str, *, id: str = "", colour: theme.Colour = theme.BRASS
) -> Node:
    """How much of something is spent or done, as a bar and in words."""

    def paint(surface: Surface, rect: Rect) -> None:
        shapes.rounded(surface, rect, theme.HAIRLINE, None, rect.height // 2)
        done = rect.width * max(0, min(part, whole)) // max(1, whole)
        if done:
            shapes.rounded(surface, Rect(rect.x, rect.y, done, rect.height), colour, None, rect.height // 2)

    bar = Node("bar", axis="canvas", paint=paint, width=FLEX, height=size(9))
    words = [note(text, weight="semibold")] if text else []
    node = row(*words, bar, note(shown), role="progress", id=id)
    node.label, node.value = text, shown
    return node


def tabs(id: str, names: Sequence[str], chosen: int, on_choose: Callable[[int], None]) -> Node:
    """A row of tabs; it wraps rather than cut a name."""

    def tab(place: int, name: str) -> Node:
        press: Press = lambda: on_choose(place)  # noqa: E731
        return button(f"{id}.{place}", name, press, kind="quiet", selected=place == chosen, role="tab")

    node = flow(*(tab(place, name) for place, name in enumerate(names)), gap=4, id=id)
    node.role = "tabs"
    return node


def list_row(
    id: str,
    *children: Node,
    label: str,
    value: str = "",
    on_press: Press | None = None,
    selected: bool = False,
    align: Align = "centre",
    gap: float = 10,
    pad: float | tuple[float, float] = (10, 6),
    payload: object = None,
    tooltip: str = "",
) -> Node:
    """A row of a list: any nodes, pressed and focused as one.

    With a `payload` it can be dragged to a drop target.
    """
    plain = Box(theme.CARD, theme.HAIRLINE, hover=theme.PAPER)
    chosen = plain._replace(fill=theme.BAIZE_TINT, border=theme.BAIZE, width=2, hover=None)
    return Node(
        "row", label=label, value=value, id=id, axis="row", gap=gap, align=align, pad=padding(pad),
        children=list(children), focusable=on_press is not None, on_press=on_press, selected=selected,
        box=chosen if selected else plain, payload=payload, tooltip=tooltip,
    )  # fmt: skip


def field(text: str, control: Node) -> Node:
    """A control with its name above it."""
    return column(note(text, weight="medium"), control, gap=4)
