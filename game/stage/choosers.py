# ruff: noqa: A002 - `id` is what the tree calls it
"""The drop-down list and the text entry field: controls that keep a little view state of their own."""

from collections.abc import Callable, Sequence

import pygame
from pygame import Rect, Surface

from game.stage import shapes, theme
from game.stage.frames import Wish, column, padding, row, size
from game.stage.intents import Intent
from game.stage.node import AUTO, FLEX, Box, Node, Words, em
from game.stage.screen import Screen
from game.stage.typeset import Span, Style
from game.stage.ui import Ui
from game.stage.writing import label

Options = Sequence[tuple[str, str]]


def combo(
    ui: Ui,
    id: str,
    text: str,
    options: Options,
    chosen: str,
    on_choose: Callable[[str], None],
    *,
    width: Wish = AUTO,
    enabled: bool = True,
    empty: str = "–",
) -> Node:
    """A drop-down list. `options` are (key, words); `on_choose` gets the key.

    Enter, Space, a click or a letter opens it; left and right step through it closed; Escape or a click
    elsewhere closes it. `text` is its label in the tree; show the name with `field`.
    """
    shown = next((words for key, words in options if key == chosen), empty)
    keys = [key for key, _words in options]

    def close() -> None:
        ui.open_list = ""
        ui.refresh()

    def toggle() -> Screen | None:
        ui.open_list = "" if ui.open_list == id else id
        ui.move_focus(f"{id}.{chosen}" if ui.open_list and chosen in keys else "")
        return None

    def adjust(delta: int) -> None:
        if keys:
            place = keys.index(chosen) + delta if chosen in keys else 0
            on_choose(keys[max(0, min(len(keys) - 1, place))])

    def choose(key: str) -> Screen | None:
        close()
        on_choose(key)
        return None

    def popup(ui: Ui) -> Node:
        return _list(ui, id, text, options, chosen, choose, close)

    ink = theme.INK if enabled else theme.FAINT
    return Node(
        "combo", label=text, value=shown, id=id, axis="row", gap=8, align="centre", width=size(width),
        children=[label(shown, width=FLEX, colour=ink), _chevron()], pad=padding((12, 8)),
        box=Box(theme.WHITE if enabled else theme.PAPER, theme.RULE, hover=theme.PAPER), enabled=enabled,
        focusable=enabled, on_press=toggle, on_adjust=adjust, popup=popup if ui.open_list == id else None,
    )  # fmt: skip


def _chevron() -> Node:
    def paint(surface: Surface, rect: Rect) -> None:
        x, y, half = rect.centerx, rect.centery, rect.width // 2
        shapes.polygon(
            surface, [(x - half, y - half // 2), (x + half, y - half // 2), (x, y + half)], theme.MUTED
        )

    return Node("mark", axis="canvas", paint=paint, width=em(11), height=em(11))


def _list(
    ui: Ui,
    id: str,
    text: str,
    options: Options,
    chosen: str,
    choose: Callable[[str], Screen | None],
    close: Callable[[], None],
) -> Node:
    def type_ahead(intent: Intent) -> bool:
        if intent.name != "text" or not intent.text.strip():
            return False
        start = next((key for key, words in options if words.lower().startswith(intent.text.lower())), None)
        if start is not None:
            ui.move_focus(f"{id}.{start}")
        return True

    def option(key: str, words: str) -> Node:
        picked = key == chosen
        mark = label("✓" if picked else " ", colour=theme.BAIZE, weight="bold", width=em(16))
        return Node(
            "option", label=words, id=f"{id}.{key}", axis="row", gap=6, align="centre", pad=padding((8, 7)),
            children=[mark, label(words, width=FLEX)], focusable=True, selected=picked,
            on_press=lambda: choose(key), on_intent=type_ahead,
            box=Box(theme.BAIZE_TINT if picked else None, None, radius=5, hover=theme.PAPER),
        )  # fmt: skip

    rows = column(*(option(key, words) for key, words in options), gap=2, pad=5)
    return Node(
        "popup", label=text, id=f"{id}.list", axis="scroll", children=[rows], on_cancel=close,
        box=Box(theme.CARD, theme.MUTED),
    )  # fmt: skip


def entry(
    ui: Ui,
    id: str,
    text: str,
    value: str,
    on_change: Callable[[str], None],
    *,
    on_submit: Callable[[], None] | None = None,
    width: Wish = FLEX,
    longest: int = 60,
) -> Node:
    """A field for one line of text, such as a name; at most `longest` characters."""
    place = min(ui.recall(f"{id}.cursor", len(value)), len(value))
    style = Style()

    def put(new: str, cursor: int) -> bool:
        ui.keep(f"{id}.cursor", max(0, min(cursor, len(new))))
        if new != value:
            on_change(new)
        return True

    def take(intent: Intent) -> bool:
        if intent.name == "text":
            new = (value[:place] + intent.text + value[place:])[:longest]
            return put(new, place + len(intent.text))
        if intent.key == "return" and on_submit is not None:
            on_submit()
            return True
        return _edit(intent, value, place, put)

    def paint(surface: Surface, rect: Rect) -> None:
        scale = ui.text_scale
        cursor = ui.setter.width(value[:place], style, scale)
        slide = max(0, cursor - (rect.width - 2 * ui.px(12)))
        x, tall = rect.x + ui.px(12) - slide, ui.setter.line_height(style, scale)
        top = rect.centery - tall // 2
        if value:
            surface.blit(ui.setter.image(value, style, scale), (x, top))
        if ui.focus == id:
            pygame.draw.rect(surface, theme.INK, (x + cursor, top, max(1, ui.px(1.5)), tall))

    prop = Node("label", words=Words((Span(" ", style),)))
    field = row(prop, pad=(12, 8), width=width, id=id, role="entry", box=Box(theme.WHITE, theme.RULE))
    field.label, field.value, field.paint = text, value, paint
    field.focusable, field.on_intent, field.on_press = True, take, lambda: None
    return field


def _edit(intent: Intent, value: str, place: int, put: Callable[[str, int], bool]) -> bool:
    """The editing keys of an entry; returns whether the field took the intent."""
    if intent.key == "backspace":
        return put(value[: max(0, place - 1)] + value[place:], place - 1)
    if intent.key == "delete":
        return put(value[:place] + value[place + 1 :], place)
    moves = {"left": place - 1, "right": place + 1, "home": 0, "end": len(value)}
    if intent.key in moves:
        return put(value, moves[intent.key])
    # A letter arrives twice, as a key and as text: the key must not reach the screen's shortcuts.
    return intent.key == "space" or (len(intent.key.removeprefix("shift+")) == 1 and "ctrl" not in intent.key)
