"""What can be typed after `after-you load-test`."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any, Final

from game.wording.catalogue import _

MOST_CLIENTS: Final = 2_000
LONGEST: Final = 3_600


def add(
    commands: Any, command: Callable[[Any, str, str], argparse.ArgumentParser],
    add_json: Callable[[argparse.ArgumentParser], None],
) -> None:  # fmt: skip
    """Add the command; `command` makes it."""
    parser = command(commands, "load-test", _("a class in a box: try a host with so many trainees, all at once"))
    about = parser.add_argument
    about("address", metavar="ADDRESS", help=_("where the class is hosted, like 192.168.0.7:8642"))
    clients = _("how many trainees, from 1 to {most} (default: 500)").format(most=MOST_CLIENTS)
    about("--clients", type=_clients, default=500, metavar="N", help=clients)
    key = _("the secret of the desk, as the host printed it (default: that of the host on this machine)")
    about("--key", metavar="KEY", default="", help=key)
    seconds = _("for so many seconds everybody edits every 5 s (default: 30)")
    about("--edits-for", type=_seconds, default=30, metavar="SECONDS", help=seconds)
    add_json(parser)


def _clients(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 9 and int(text) >= 1):
        raise argparse.ArgumentTypeError(_("write a whole number of trainees"))
    if int(text) > MOST_CLIENTS:
        too_many = _("more than {most} are not simulated: no class is as large, and it would be an attack")
        raise argparse.ArgumentTypeError(too_many.format(most=MOST_CLIENTS))
    return int(text)


def _seconds(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 4 and 1 <= int(text) <= LONGEST):
        raise argparse.ArgumentTypeError(_("write seconds, from 1 to {most}").format(most=LONGEST))
    return int(text)
