"""The window: its loop (the one place where the wall clock enters) and the way from screen to screen."""

from dataclasses import replace
from pathlib import Path

import pygame

from game.attempt.log import log_folder
from game.stage import art, shapes
from game.stage.chrome import keys_dialog
from game.stage.crash import give_up
from game.stage.display import LEAST, open_window
from game.stage.held import HeldKeys
from game.stage.intents import Intent, intent_of
from game.stage.keying import Keyboard
from game.stage.node import Node
from game.stage.pads import Pads
from game.stage.pointing import Pointer
from game.stage.scene import Scene
from game.stage.screen import Screen
from game.stage.settings import TEXT_STEP, Settings, load_settings, save_settings, settings_path
from game.stage.ui import Ui

FRAMES_A_SECOND = 60
_TIP_MS = 500
_LONGEST_FRAME_MS = 250  # after the computer slept, the day does not leap


class App:
    """Runs screens in a window.

    `step` advances one frame with a given clock, `run` does so by the wall clock.
    """

    def __init__(
        self, first: Screen, *, settings_file: Path | None = None, size: tuple[int, int] = LEAST
    ) -> None:
        self._settings_file = settings_file or settings_path()
        settings, notice = load_settings(self._settings_file)
        self.ui = Ui(settings=settings, size=size)
        self.ui.on_settings = self._change_settings
        self.ui.show_keys = self._show_keys
        self.ui.show_settings = self._show_settings
        self.screen = first
        self.scene = Scene(self.ui)
        self.pointer = Pointer(self.ui, self.scene, self.go)
        self._keyboard = Keyboard(self.ui, self.scene, self.go)
        self._pads = Pads()
        self._held = HeldKeys()
        self._dialog = ""  # the app's own dialog over any screen: keys, settings
        self._tip = ""
        self._focus_ms = 0
        self._window: pygame.Surface | None = None
        self._windowed_size = size
        if notice:
            self.ui.toast(notice)

    # Opening and closing

    def open(self) -> None:
        """Open the window and enter the first screen. Raises NoDisplay."""
        self._window = open_window(self._windowed_size, full_screen=self.ui.settings.full_screen)
        self.ui.size = self._window.get_size()
        pygame.key.set_repeat(400, 50)
        self._enter(self.screen)

    def close(self) -> None:
        """Leave the screen and close the window."""
        self.screen.leave()
        pygame.display.quit()

    def run(self) -> None:
        """Run until the player leaves. Raises NoDisplay, or Crashed after the attempt was saved."""
        self.open()
        clock = pygame.time.Clock()
        try:
            self.step(0)
            self._pads.look()
            while self.step(min(clock.tick(FRAMES_A_SECOND), _LONGEST_FRAME_MS)):
                pass
        except Exception as problem:
            raise give_up(problem, self.screen, log_folder()) from problem
        finally:
            self.close()

    def go(self, following: Screen | None) -> None:
        """Go to this screen; None stays."""
        if following is None or following is self.screen:
            return
        self.screen.leave()
        self.ui.offsets.clear()
        self.scene.forget_focus()
        self.ui.dialogs, self.ui.open_list, self.ui.carried = [], "", None
        self._enter(following)

    def _enter(self, screen: Screen) -> None:
        self.screen = screen
        screen.ui = self.ui
        self.ui.focus, self.ui.refocus = "", screen.first_focus
        screen.enter()
        self.ui.refresh()

    # A frame

    def step(self, ms: int) -> bool:
        """One frame: events, time, tree, picture. Returns whether the window is to stay open."""
        for intent in self._intents():
            self.dispatch(intent)
        self._pass_time(ms)
        self.go(self.screen.tick(ms))
        if self.ui.stale:
            self.rebuild()
        self._paint()
        return not self.ui.leaving

    def _intents(self) -> list[Intent]:
        """What has come in since the last frame; of a run of pointer moves only the last matters."""
        intents: list[Intent] = []
        for event in pygame.event.get():
            self._pads.meet(event)
            intent = intent_of(event)
            if self._held.repeats_idly(event) or intent is None:
                continue
            if intent.name == "pointer_move" and intents and intents[-1].name == "pointer_move":
                intents.pop()
            intents.append(intent)
        return intents

    def dispatch(self, intent: Intent) -> None:
        """Hand an intent to whatever takes it.

        The tree is brought up to date first: one frame may bring many.
        """
        if self.ui.stale:
            self.rebuild()
        self.scene.refresh_live()
        if intent.name == "quit":
            self.ui.leaving = True
        elif intent.name == "resize":
            self._resized()
        elif intent.name == "pointer_down":
            self.pointer.down(intent.at)
        elif intent.name == "pointer_move":
            self.pointer.move(intent.at)
        elif intent.name == "pointer_up":
            self.pointer.up(intent.at)
        elif intent.name == "wheel":
            self.pointer.wheel(intent.delta)
        elif not self._own_key(intent):
            self._keyboard.take(intent, self.screen)

    def rebuild(self) -> None:
        """Build the tree anew from the screen's state."""
        before = self.ui.focus
        self.ui.stale = False
        self.scene.build(self.screen, self._own_dialogs(), self._tip)
        if self.ui.focus != before:
            self._focus_ms = 0
            if self.scene.reveal_focus():
                self.ui.stale = False
                self.scene.build(self.screen, self._own_dialogs(), self._tip)

    @property
    def tree(self) -> Node:
        """Everything on the screen as one tree: the screen, then what lies over it."""
        return Node("window", id="window", rect=self.ui.window, clip=self.ui.window, label=self.screen.title,
                    children=[self.scene.tree, *self.scene.overlays, *self.scene.floating])  # fmt: skip

    def _pass_time(self, ms: int) -> None:
        ui = self.ui
        for toast in ui.toasts:
            toast.left_ms -= ms
        if any(toast.left_ms <= 0 for toast in ui.toasts):
            ui.toasts = [toast for toast in ui.toasts if toast.left_ms > 0]
            ui.refresh()
        self.pointer.still_ms += ms
        self._focus_ms += ms
        tip = ui.hover if ui.hover and self.pointer.still_ms >= _TIP_MS else ""
        if not tip and ui.focus_shown and self._focus_ms >= _TIP_MS and not ui.open_list:
            tip = ui.focus
        if tip != self._tip:
            self._tip = tip
            ui.refresh()

    def _paint(self) -> None:
        still = not (self.scene.repaint or self.scene.has_live or self.ui.carried is not None)
        if self._window is None or still:
            return  # nothing has changed: the picture stands
        if self.ui.focus or self.ui.hover:
            self.scene.refresh_live()
        self.scene.paint(self._window, self.screen.ground)
        if self.ui.carried is not None:
            self.scene.paint_carried(self._window, self.pointer.carried_words, self.pointer.at)
        pygame.display.flip()

    # The app's own keys and dialogs

    def _own_key(self, intent: Intent) -> bool:
        typing = self.scene.focused is not None and self.scene.focused.role == "entry"
        if intent.name == "back" and self.pointer.cancel():
            self.ui.refresh()
        elif intent.key == "f11":
            self.ui.change_settings(replace(self.ui.settings, full_screen=not self.ui.settings.full_screen))
        elif intent.key == "f1" or (intent.text == "?" and not typing):
            self._show_keys()
        elif intent.key in ("ctrl++", "ctrl+=", "ctrl+shift+="):
            self.ui.change_settings(self.ui.settings.with_text_size(self.ui.settings.text_size + TEXT_STEP))
        elif intent.key == "ctrl+-":
            self.ui.change_settings(self.ui.settings.with_text_size(self.ui.settings.text_size - TEXT_STEP))
        else:
            return False
        return True

    def _own_dialogs(self) -> list[Node]:
        if self._dialog == "keys":
            return [keys_dialog(self.screen.shortcuts(), self._close_dialog)]
        if self._dialog == "settings":
            from game.stage.screens.settings import settings_dialog

            return [settings_dialog(self.ui, self._close_dialog)]
        return []

    def _show_keys(self) -> None:
        self._dialog = "keys"
        self.ui.refresh()

    def _show_settings(self) -> None:
        self._dialog = "settings"
        self.ui.refresh()

    def _close_dialog(self) -> None:
        self._dialog = ""
        self.ui.refresh()

    # The window

    def _change_settings(self, settings: Settings) -> None:
        before, self.ui.settings = self.ui.settings, settings
        notice = save_settings(settings, self._settings_file)
        if notice:
            self.ui.toast(notice)
        if settings.full_screen != before.full_screen and self._window is not None:
            if settings.full_screen:
                self._windowed_size = self._window.get_size()
            self._window = open_window(self._windowed_size, full_screen=settings.full_screen)
            self._resized()
        self.ui.refresh()

    def _resized(self) -> None:
        surface = pygame.display.get_surface()
        if surface is None or self._window is None:
            return
        self._window = surface
        if surface.get_size() != self.ui.size:
            self.ui.size = surface.get_size()
            self.ui.setter.forget()
            art.forget()
            shapes.forget()
        self.ui.refresh()
