"""When the program itself fails: the attempt is saved, a log is written, and one sentence says where."""

import platform
import sys
import traceback
from pathlib import Path

import pygame

from game.stage.screen import Screen
from game.wording.catalogue import _


class Crashed(Exception):
    """The game has failed; the message is for the player and says where the attempt and the log are."""


def log_folder() -> Path:
    """Where logs are kept on this system."""
    import platformdirs  # here, because importing it costs more than the first frame can spare

    return Path(platformdirs.user_log_dir("after-you", appauthor=False))


def give_up(problem: BaseException, screen: Screen, folder: Path) -> Crashed:
    """Save what the screen has to save, write the log, and return the failure as a sentence. Never raises."""
    try:
        saved = screen.save_after_crash()
    except Exception as second:  # whatever broke the game may have broken saving too
        problem.add_note(f"saving the attempt failed too: {second!r}")
        saved = ""
    log = folder / "crash.log"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        log.write_text(_report(problem, screen), encoding="utf-8")
        written = _("A log is in {path}.").format(path=log)
    except OSError:
        written = _("No log could be written in {path}.").format(path=folder)
    sentence = _("The game has failed, and it is our fault, not yours.")
    return Crashed(" ".join(part for part in (sentence, saved, written) if part))


def _report(problem: BaseException, screen: Screen) -> str:
    system = f"Python {sys.version}\npygame-ce {pygame.version.ver}\n{platform.platform()}\n"
    return f"{system}screen: {type(screen).__name__}\n\n" + "".join(traceback.format_exception(problem))
