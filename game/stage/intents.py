"""Keys, mouse and pad become named intents here, once; nothing above this module knows a key code."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, NamedTuple

import pygame

from game.wording.catalogue import _

if TYPE_CHECKING:
    from game.stage.screen import Screen

_BY_KEY: Final = {
    "tab": "focus_next",
    "shift+tab": "focus_prev",
    "return": "press",
    "enter": "press",
    "space": "press",
    "escape": "back",
    "left": "left",
    "right": "right",
    "up": "up",
    "down": "down",
    "page up": "page_up",
    "page down": "page_down",
    "home": "home",
    "end": "end",
    "ctrl+z": "undo",
    "ctrl+y": "redo",
    "ctrl+shift+z": "redo",
}
_BY_PAD_BUTTON: Final = {0: "press", 1: "back", 4: "focus_prev", 5: "focus_next"}
_BY_HAT: Final = {(-1, 0): "left", (1, 0): "right", (0, 1): "up", (0, -1): "down"}
_PLAIN: Final = {"enter": "return", "[enter]": "return", "keypad enter": "return"}


class Intent(NamedTuple):
    """What the player wants.

    `name` is a value of the tables above, or key, text, pointer_down, pointer_move, pointer_up, wheel,
    resize, quit. `key` is the key with its modifiers, such as `shift+left`; `at` is in pixels.
    """

    name: str
    key: str = ""
    text: str = ""
    delta: int = 0
    at: tuple[int, int] = (0, 0)


class Shortcut(NamedTuple):
    """A key of a screen: listed in the footer and under F1, and pressable there with the mouse.

    `key` as in `Intent.key` (`z`, `space`, `return`, `ctrl+s`, `f2`). Return and the arrows go to a focused
    control first; every other key goes to its shortcut first.
    """

    key: str
    label: str
    action: "Callable[[], Screen | None]"
    enabled: bool = True
    footer: bool = True


def intent_of(event: pygame.event.Event) -> Intent | None:
    """The intent of a pygame event, or None where it means nothing to the game."""
    kind = event.type
    if kind == pygame.KEYDOWN:
        return _from_key(event)
    if kind == pygame.TEXTINPUT:
        return Intent("text", text=event.text)
    if kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP) and event.button == 1:
        return Intent("pointer_down" if kind == pygame.MOUSEBUTTONDOWN else "pointer_up", at=event.pos)
    if kind == pygame.MOUSEMOTION:
        return Intent("pointer_move", at=event.pos)
    if kind == pygame.MOUSEWHEEL:
        return Intent("wheel", delta=event.y)
    if kind == pygame.QUIT:
        return Intent("quit")
    if kind in (pygame.VIDEORESIZE, pygame.WINDOWSIZECHANGED, pygame.WINDOWEXPOSED):
        return Intent("resize")
    return _from_pad(event)


def _from_key(event: pygame.event.Event) -> Intent:
    key = key_name(event.key, event.mod)
    return Intent(_BY_KEY.get(key, "key"), key=key)


def key_name(code: int, modifiers: int = 0) -> str:
    """A key with its modifiers as shortcuts spell it."""
    plain = pygame.key.name(code).lower()
    plain = _PLAIN.get(plain, plain)
    parts = [
        name
        for name, mask in (("ctrl", pygame.KMOD_CTRL | pygame.KMOD_META), ("alt", pygame.KMOD_ALT))
        if modifiers & mask
    ]
    parts += ["shift"] if modifiers & pygame.KMOD_SHIFT else []
    return "+".join([*parts, plain])


def _from_pad(event: pygame.event.Event) -> Intent | None:
    if event.type == pygame.JOYBUTTONDOWN and event.button in _BY_PAD_BUTTON:
        return Intent(_BY_PAD_BUTTON[event.button])
    if event.type == pygame.JOYHATMOTION and event.value in _BY_HAT:
        return Intent(_BY_HAT[event.value])
    return None


def key_caption(key: str) -> str:
    """A key as it is printed on a button: `ctrl+z` as Ctrl Z, `return` as ↵."""
    captions = {
        "return": "↵", "left": "←", "right": "→", "up": "↑", "down": "↓", "escape": _("Esc"), "space": _("Space"),
        "ctrl": _("Ctrl"), "alt": _("Alt"), "shift": _("Shift"), "tab": _("Tab"), "home": _("Home"), "end": _("End"),
    }  # fmt: skip
    parts = key.split("+") if key != "+" else ["+"]
    return " ".join(
        captions.get(part, part.upper() if len(part) == 1 else part.capitalize()) for part in parts
    )
