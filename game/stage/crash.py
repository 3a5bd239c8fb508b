"""When the program itself fails: the attempt is saved, a log is written, and one sentence says where."""

from pathlib import Path

import pygame

from game.attempt.log import write_log
from game.stage.screen import Screen
from game.wording.catalogue import _


class Crashed(Exception):
    """The game has failed; the message is for the player and says where the attempt and the log are."""


def give_up(problem: BaseException, screen: Screen, folder: Path) -> Crashed:
    """Save what the screen has to save, write the log, and return the failure as a sentence. Never raises."""
    try:
        saved = screen.save_after_crash()
    except Exception as second:  # whatever broke the game may have broken saving too
        problem.add_note(f"saving the attempt failed too: {second!r}")
        saved = ""
    doing = f"screen: {type(screen).__name__}, pygame-ce {pygame.version.ver}"
    log = write_log(problem, doing, folder)
    if log is not None:
        written = _("A log is in {path}.").format(path=log)
    else:
        written = _("No log could be written in {path}.").format(path=folder)
    sentence = _("The game has failed, and it is our fault, not yours.")
    return Crashed(" ".join(part for part in (sentence, saved, written) if part))
