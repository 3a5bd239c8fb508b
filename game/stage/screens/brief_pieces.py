"""The small pieces a dossier is set from: chips, bullets, facts with a figure, flags and emblems."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from pygame import Rect, Surface

from game.drawing.emblems import emblem_picture
from game.drawing.flags import flag_picture
from game.drawing.shapes import emblem_of
from game.drawing.vector import icon
from game.protocol.people import Delegation
from game.protocol.scenario import Scenario
from game.stage import widgets as w
from game.wording.catalogue import _

BRASS_INK: Final = "#6d5210"
"""Brass dark enough to be read on paper."""


def reconstructed() -> w.Node:
    """The mark of what no source gives."""
    why = _("No source gives this: it was made for this scenario.")
    return w.chip(_("reconstructed"), "caution", tooltip=why)


def bullet(words: str) -> w.Node:
    """A sentence of a list."""
    sign = w.label("·", weight="bold", colour=w.theme.BAIZE, width=w.em(10))
    return w.row(sign, w.label(words, width=w.FLEX), gap=2, align="start")


def block(title: str, *children: w.Node | None) -> w.Node:
    """A titled part of a section."""
    return w.column(w.heading(title), *children, gap=8)


def lines(nodes: Iterable[w.Node]) -> w.Node:
    """Entries with a drafting line between them."""
    kept: list[w.Node] = []
    for node in nodes:
        if kept:
            kept.append(w.rule(w.theme.HAIRLINE))
        kept.append(node)
    return w.column(*kept, gap=8)


def fact(figure: str, words: str, more: str = "", *, chip: w.Node | None = None, wide: float = 132) -> w.Node:
    """Something that is counted: the figure large at the left, what it is beside it."""
    text = w.column(
        w.flow(w.label(words, weight="semibold"), chip, gap=8) if chip else w.label(words, weight="semibold"),
        w.note(more) if more else None,
        gap=2, width=w.FLEX,
    )  # fmt: skip
    return w.row(w.label(figure, size=17, weight="medium", width=w.em(wide)), text, gap=12, align="start")


def flag(ui: w.Ui, delegation: Delegation, wide: float = 34) -> w.Node:
    """The flag of a delegation."""
    size = round(wide * ui.text_scale)

    def paint(surface: Surface, rect: Rect) -> None:
        picture = flag_picture(delegation.flag, size)
        surface.blit(picture, picture.get_rect(center=rect.center))

    return w.canvas(
        "", paint, label=_("Flag of {name}").format(name=delegation.short), role="picture",
        width=w.em(wide), height=w.em(wide * 2 / 3),
    )  # fmt: skip


def emblem(scenario: Scenario, delegation: str, units: float) -> w.Node:
    """The shape a delegation is known by in the room."""
    mark = emblem_of(scenario, delegation)

    def paint(surface: Surface, rect: Rect) -> None:
        picture = emblem_picture(mark, min(rect.size))
        surface.blit(picture, picture.get_rect(center=rect.center))

    return w.canvas("", paint, label=mark.word, role="picture", width=w.em(units), height=w.em(units))


def key_mark(units: float) -> w.Node:
    """The key by which officers of the house are known in the room."""

    def paint(surface: Surface, rect: Rect) -> None:
        picture = icon("key", min(rect.size), BRASS_INK)
        surface.blit(picture, picture.get_rect(center=rect.center))

    return w.canvas("", paint, label=_("key"), role="picture", width=w.em(units), height=w.em(units))
