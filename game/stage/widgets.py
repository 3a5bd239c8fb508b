"""Everything a screen builds its tree from, under one name: `from game.stage import widgets as w`."""

from game.stage import theme
from game.stage.art import art
from game.stage.choosers import combo, entry
from game.stage.chrome import Step, dialog, footer, header, page
from game.stage.controls import button, checkbox, field, list_row, progress, slider, stepper, tabs
from game.stage.frames import (
    Side,
    at,
    canvas,
    column,
    columns_or_tabs,
    fits,
    flow,
    open_side,
    panel,
    row,
    rule,
    scroll,
    spacer,
    spot,
    stack,
)
from game.stage.intents import Intent, Shortcut, key_caption
from game.stage.node import AUTO, FLEX, Box, Drag, Node, Size, em, fixed, flex
from game.stage.screen import Screen
from game.stage.typeset import Span, Style
from game.stage.ui import Ui
from game.stage.writing import chip, heading, label, note, paragraph, prose, span, subheading, ticker, title

__all__ = [
    "AUTO", "FLEX", "Box", "Drag", "Intent", "Node", "Screen", "Shortcut", "Side", "Size", "Span", "Step",
    "Style", "Ui", "art", "at", "button", "canvas", "checkbox", "chip", "column", "columns_or_tabs",
    "combo", "dialog", "em", "entry", "field", "fits", "fixed", "flex", "flow", "footer", "header",
    "heading", "key_caption", "label", "list_row", "note", "open_side", "page", "panel",
    "paragraph", "progress", "prose", "row", "rule", "scroll", "slider", "spacer", "span", "spot", "stack",
    "stepper", "subheading", "tabs", "theme", "ticker",
    "title",
]  # fmt: skip
