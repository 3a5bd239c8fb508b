"""Text size, full screen, quiet stretches: a dialog over any screen."""

from collections.abc import Callable
from dataclasses import replace

from game.stage import widgets as w
from game.stage.settings import LARGEST_TEXT, SMALLEST_TEXT, TEXT_STEP
from game.wording.catalogue import _


def settings_dialog(ui: w.Ui, close: Callable[[], None]) -> w.Node:
    """The settings, each taking effect and being saved at once; `close` is called by Done and Escape."""
    now = ui.settings

    def resize_text(size: int) -> None:
        ui.change_settings(ui.settings.with_text_size(size))

    def full_screen(wanted: bool) -> None:
        ui.change_settings(replace(ui.settings, full_screen=wanted))

    def jump_quiet(wanted: bool) -> None:
        ui.change_settings(replace(ui.settings, jump_quiet=wanted))

    text = w.stepper(
        "settings.text", _("Text size"), _("{percent} %").format(percent=now.text_size),
        lambda delta: resize_text(now.text_size + delta * TEXT_STEP),
        less=now.text_size > SMALLEST_TEXT, more=now.text_size < LARGEST_TEXT, width=w.em(190),
    )  # fmt: skip
    return w.dialog(
        "settings",
        _("Settings"),
        w.row(w.label(_("Text size"), weight="medium", width=w.FLEX), text),
        w.rule(w.theme.HAIRLINE),
        w.checkbox("settings.full_screen", _("Full screen"), now.full_screen, full_screen),
        w.checkbox("settings.jump_quiet", _("Jump quiet stretches of a run"), now.jump_quiet, jump_quiet),
        buttons=[w.button("settings.done", _("Done"), close, kind="primary")],
        on_cancel=close,
        width=460,
    )
