# ruff: noqa: A002 - `id` is what the tree calls it
"""Text nodes: labels, headings, rich paragraphs, chips."""

from collections.abc import Callable

from pygame import Rect, Surface

from game.stage import theme
from game.stage.frames import Wish, padding, size
from game.stage.node import AUTO, Align, Box, Node, Size, Words
from game.stage.theme import Colour
from game.stage.typeset import Span, Style, aligned
from game.stage.ui import Ui

TONES = {
    "plain": (theme.SHEET, theme.INK, None),
    "good": (theme.BAIZE_TINT, theme.BAIZE, theme.BAIZE),
    "caution": (theme.BRASS_TINT, theme.CAUTION, theme.BRASS),
    "alarm": (theme.ALARM, theme.WHITE, None),
    "alarm_soft": (theme.ALARM_TINT, theme.ALARM, theme.ALARM),
    "link": (theme.LINK_TINT, theme.LINK, theme.LINK),
    "baize": (theme.BAIZE, theme.WHITE, None),
    "night": (theme.NIGHT_DEEP, theme.ON_NIGHT, theme.NIGHT_EDGE),
}


def label(
    text: str,
    *,
    size: float = theme.BODY,
    weight: str = "regular",
    face: str = "sans",
    colour: Colour = theme.INK,
    align: str = "left",
    lines: int = 0,
    width: Wish = AUTO,
    id: str = "",
    role: str = "label",
    tooltip: str = "",
    justify: Align = "start",
) -> Node:
    """Text in one style. It wraps; `lines=1` cuts it with an ellipsis, the whole in the tooltip.

    `weight` is regular, medium, semibold, bold or italic; `face` sans or serif; `align` left, centre or
    right.
    """
    return paragraph(
        Span(text, Style(face, weight, size, colour)),
        align=align, lines=lines, width=width, id=id, role=role, tooltip=tooltip, justify=justify,
    )  # fmt: skip


def paragraph(
    *spans: Span,
    align: str = "left",
    lines: int = 0,
    width: Wish = AUTO,
    id: str = "",
    role: str = "label",
    tooltip: str = "",
    justify: Align = "start",
) -> Node:
    """Text in several styles, wrapped as one paragraph; `\\n` begins a new line."""
    words = Words(tuple(spans), align, lines)
    return Node(role, id=id, words=words, width=size(width), tooltip=tooltip, justify=justify)


def span(
    text: str,
    weight: str = "regular",
    colour: Colour = theme.INK,
    size: float = theme.BODY,
    face: str = "sans",
) -> Span:
    """A run of a paragraph."""
    return Span(text, Style(face, weight, size, colour))


def title(text: str, *, size: float = theme.TITLE, colour: Colour = theme.INK, align: str = "left") -> Node:
    """The title of a screen, in the serif."""
    return label(text, size=size, face="serif", colour=colour, align=align, role="heading")


def heading(text: str, *, size: float = theme.HEAD, colour: Colour = theme.INK, lines: int = 0) -> Node:
    """The heading of a panel, in the serif."""
    return label(text, size=size, face="serif", colour=colour, role="heading", lines=lines)


def subheading(text: str, *, colour: Colour = theme.MUTED) -> Node:
    """A small heading inside a panel, in the sans."""
    return label(text, size=theme.SMALL, weight="semibold", colour=colour, role="heading")


def note(text: str, *, colour: Colour = theme.MUTED, size: float = theme.SMALL, **more: str) -> Node:
    """A quiet remark under or beside something."""
    return label(text, size=size, colour=colour, **more)  # type: ignore[arg-type]


def prose(text: str, *, size: float = theme.LEAD, colour: Colour = theme.INK, lines: int = 0, id: str = "") -> Node:
    """Sentences to be read at leisure, in the serif."""
    return label(text, size=size, face="serif", colour=colour, lines=lines, id=id)


def chip(text: str, tone: str = "plain", *, id: str = "", tooltip: str = "") -> Node:
    """A badge: a word on a tinted ground, so that nothing is said by colour alone. Tones: see `TONES`."""
    ground, ink, border = TONES[tone]
    words = Words((Span(text, Style("sans", "semibold", theme.TINY, ink)),), "centre", 0)
    return Node(
        "badge", id=id, words=words, box=Box(fill=ground, border=border, radius=5), pad=padding((8, 3)),
        tooltip=tooltip, justify="centre",
    )  # fmt: skip


def ticker(
    ui: Ui,
    id: str,
    words: Callable[[], str],
    style: Style,
    *,
    sample: str,
    align: str = "left",
    role: str = "label",
) -> Node:
    """Text that may change at every frame without a new tree, such as the clock of a run.

    `words` is asked at every frame; `sample` is the widest text that may come (12:00:00), and gives the size.
    """

    def paint(surface: Surface, rect: Rect) -> None:
        image = ui.setter.image(words(), style, ui.text_scale)
        left = rect.x + aligned(image.get_width(), rect.width, align)
        surface.blit(image, (left, rect.centery - image.get_height() // 2))

    scale = ui.text_scale
    wide, tall = ui.setter.width(sample, style, scale), ui.setter.line_height(style, scale)
    return Node(
        role,
        label=words(),
        id=id,
        axis="canvas",
        live=True,
        paint=paint,
        width=Size("fixed", wide / ui.scale),
        height=Size("fixed", tall / ui.scale),
    )
