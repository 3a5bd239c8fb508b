"""Opens the window, on every system at its real pixels."""

import os
import sys
import warnings

import pygame

from game.resources import assets
from game.wording.catalogue import _

LEAST = (1280, 720)
_ICON = (64, 64)


class NoDisplay(Exception):
    """There is no display to open a window on; the message is one plain sentence for the player."""


def open_window(size: tuple[int, int] = LEAST, *, full_screen: bool = False) -> pygame.Surface:
    """Open the window, or change it, and return its surface. Raises NoDisplay where there is none."""
    _prepare()
    try:
        if not pygame.display.get_init():
            pygame.display.init()
            _refuse_unseen()
        surface = _set_mode(size, full_screen)
    except pygame.error as problem:
        sentence = _(
            "There is no display for a window ({problem}); `after-you run` plays a scenario without one."
        )
        raise NoDisplay(sentence.format(problem=problem)) from None
    pygame.display.set_caption("After You")
    pygame.display.set_icon(pygame.image.load_sized_svg(assets() / "art" / "icon.svg", _ICON))
    _hold_least_size()
    return surface


def _set_mode(size: tuple[int, int], full_screen: bool) -> pygame.Surface:
    with warnings.catch_warnings():
        # A window system may give another size than was asked for; the window takes what it gets.
        warnings.simplefilter("ignore", RuntimeWarning)
        if full_screen:
            return pygame.display.set_mode((0, 0), pygame.FULLSCREEN)
        return pygame.display.set_mode(size, pygame.RESIZABLE)


def _refuse_unseen() -> None:
    """SDL falls back to drivers that show nothing: nobody could see or close that. Tests ask for one."""
    driver = pygame.display.get_driver()
    if driver in ("offscreen", "dummy") and "SDL_VIDEODRIVER" not in os.environ:
        pygame.display.quit()
        raise pygame.error(_("only an invisible one, {driver}").format(driver=driver))


def _prepare() -> None:
    if sys.platform == "win32":
        import ctypes

        # Before SDL starts, or full screen on a scaled desktop shows only the top left corner.
        try:
            ctypes.windll.shcore.SetProcessDpiAwareness(2)
        except (AttributeError, OSError):
            ctypes.windll.user32.SetProcessDPIAware()
    if sys.platform.startswith("linux"):
        # Without a GPU the default path uploads every frame through software GL, at five times the cost.
        os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")


def _hold_least_size() -> None:
    try:
        with warnings.catch_warnings():
            # Deprecated for drawing both ways; nothing else holds a display window to a least size.
            warnings.simplefilter("ignore", DeprecationWarning)
            pygame.Window.from_display_module().minimum_size = LEAST
    except (AttributeError, pygame.error):
        return  # the window system does not hold windows to a size; the layout then scrolls
