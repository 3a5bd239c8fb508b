# ruff: noqa: A002 - `id` is what the tree calls it
"""What frames a screen: header bar, footer with its keys, dialogs, the list of keys."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from game.stage import theme
from game.stage.controls import Press, button
from game.stage.frames import column, flow, padding, row, scroll
from game.stage.intents import Shortcut
from game.stage.node import AUTO, FLEX, Box, Node, Size
from game.stage.screen import Screen
from game.stage.ui import Ui
from game.stage.writing import heading, label, note
from game.wording.catalogue import _


class Step(NamedTuple):
    """A stage of the attempt in the header: Brief, Plan, Run, Debrief."""

    name: str
    go: Press
    current: bool = False
    enabled: bool = True
    why: str = ""  # why it is out of use, as a tooltip


def header(ui: Ui, title: str, subtitle: str = "", steps: Sequence[Step] = ()) -> Node:
    """The dark bar over a screen: the game's name, where we are, the steps, keys and settings."""
    brand = label("After You", face="serif", size=25, colour=theme.CREAM)
    wide = ui.text_factor <= 1.3
    line = Node(
        "space", width=Size("fixed", 1), height=Size("fixed", 26), box=Box(theme.NIGHT_EDGE, radius=0)
    )
    where = column(
        label(title, weight="semibold", size=16, colour=theme.ON_NIGHT, role="heading"),
        label(subtitle, size=theme.SMALL, colour=theme.ON_NIGHT_MUTED) if subtitle else None,
        gap=1,
        width=FLEX,
    )
    bar = row(
        brand if wide else None, line if wide else None, where, *step_buttons(steps), *own_buttons(ui),
        gap=9, pad=(22, 7, 14, 7), box=Box(theme.NIGHT, radius=0), id="header", role="header",
    )  # fmt: skip
    bar.height = Size("fixed", 52)
    return bar


def step_buttons(steps: Sequence[Step]) -> list[Node]:
    """The stages of the attempt as buttons of a dark bar."""
    return [
        button(
            f"step.{place}", s.name, s.go, kind="night", selected=s.current, enabled=s.enabled,
            tooltip=s.why, role="tab",
        )
        for place, s in enumerate(steps)
    ]


def own_buttons(ui: Ui) -> list[Node]:
    """Keys and settings, for a dark bar of any screen."""

    def keys() -> None:
        if ui.show_keys is not None:
            ui.show_keys()

    def settings() -> None:
        if ui.show_settings is not None:
            ui.show_settings()

    return [
        button(
            "header.keys",
            _("Keys"),
            keys,
            kind="night_quiet",
            small=True,
            tooltip=_("The keys of this screen (F1)"),
        ),
        button("header.settings", _("Settings"), settings, kind="night_quiet", small=True),
    ]


def footer(shortcuts: Sequence[Shortcut], *primary: Node) -> Node:
    """The keys of the screen as buttons at the left, its main buttons at the right."""
    keys = [
        button(f"footer.{s.key}", s.label, s.action, kind="quiet", key=s.key, enabled=s.enabled, small=True)
        for s in shortcuts
        if s.footer
    ]
    return row(
        flow(*keys, gap=4, width=FLEX), *primary, pad=(14, 2, 14, 8), gap=10, id="footer", role="footer"
    )


def page(head: Node, body: Node, foot: Node | None = None, *, pad: float = 12.0) -> Node:
    """A whole screen: header, body that takes what is left, footer."""
    middle = column(body, pad=(pad + 2, pad, pad + 2, pad if foot is None else 8), height=FLEX)
    if body.height.kind == "auto":
        body.height = FLEX
    return column(head, middle, foot, gap=0, height=FLEX, width=FLEX, role="page", id="page")


def dialog(
    id: str,
    title: str,
    *children: Node | None,
    buttons: Sequence[Node],
    on_cancel: Callable[[], None],
    width: float = 520,
) -> Node:
    """A dialog for `ui.dialog(...)`: it keeps the focus, Escape calls `on_cancel`; long contents scroll."""
    body = scroll(*children, id=f"{id}.body", height=AUTO)
    foot = flow(*buttons, gap=8, justify="end")

    return Node(
        "dialog", label=title, id=id, children=[heading(title), body, foot], gap=12, pad=padding((22, 18)),
        box=Box(theme.CARD, theme.MUTED, top_edge=theme.BRASS), width=Size("fixed", width, with_text=True),
        on_cancel=on_cancel,
    )  # fmt: skip


def keys_dialog(shortcuts: Sequence[Shortcut], close: Callable[[], None]) -> Node:
    """The keys of a screen, each to be pressed here with the mouse too, and those that work everywhere."""

    def line(key: str, words: str) -> Node:
        return row(
            label(key, weight="semibold", width=Size("fixed", 150, with_text=True)), label(words, width=FLEX)
        )

    def own(shortcut: Shortcut) -> Node:
        def press() -> Screen | None:
            close()
            return shortcut.action()

        return button(
            f"keys.{shortcut.key}", shortcut.label, press, kind="quiet", key=shortcut.key,
            enabled=shortcut.enabled, align="left", width=FLEX,
        )  # fmt: skip

    everywhere = [
        line(_("Tab, ⇧ Tab"), _("next and previous control")),
        line("← ↑ → ↓", _("move, or change the value of the control")),
        line("↵", _("press the control")),
        line(_("Esc"), _("back, or close what is open")),
        line(_("Page ↑ ↓, Home, End"), _("scroll")),
        line(_("Ctrl +, Ctrl −"), _("larger and smaller text")),
        line("F11", _("full screen")),
        line("F1, ?", _("these keys")),
    ]
    here = [note(_("On this screen"), weight="semibold"), *(own(s) for s in shortcuts)] if shortcuts else []
    return dialog(
        "keys", _("Keys"), *here, note(_("Everywhere"), weight="semibold"), *everywhere,
        buttons=[button("keys.close", _("Close"), close, kind="primary")], on_cancel=close,
    )  # fmt: skip
