"""What can be typed after `after-you generate`."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from game.usage_author import TEMPLATES
from game.wording.catalogue import _

FEWEST: Final = 4
MOST: Final = 20
"""How many people it can have."""


def add(commands: Any, command: Callable[[Any, str, str], argparse.ArgumentParser], seed: Callable[[str], int]) -> None:
    """Add the command; `command` makes it and `seed` reads its seed."""
    parser = command(commands, "generate", _("compose a fresh scenario that is proven to be playable"))
    about = parser.add_argument
    about("--kind", choices=TEMPLATES, help=_("what it is about (default: the seed decides)"))
    people = _("how many people enter, from {fewest} to {most} (default: the seed decides)")
    about("--people", type=_people, metavar="N", help=people.format(fewest=FEWEST, most=MOST))
    about("--seed", type=seed, required=True, metavar="S", help=_("which of them; the same seed gives the same file"))
    hard = _("how hard, from 1 (a lesson) to 5, as measured by what bots reach")
    about("--difficulty", type=int, choices=range(1, 6), required=True, metavar="1..5", help=hard)
    written = _("a file to write instead of standard output; it must not be there yet")
    about("--to", type=Path, metavar="FILE", help=written)


def _people(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 4 and FEWEST <= int(text) <= MOST):
        wrong = _("there can be from {fewest} to {most} people").format(fewest=FEWEST, most=MOST)
        raise argparse.ArgumentTypeError(wrong)
    return int(text)
