"""What can be typed for a class on one network: `doctor`."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any, Final

from game.wording.catalogue import _

PORT: Final = 8642
_LAST_PORT: Final = 65_535
_MOST_DEVICES: Final = 200

Command = Callable[[Any, str, str], argparse.ArgumentParser]


def add(commands: Any, command: Command, add_json: Callable[[argparse.ArgumentParser], None]) -> None:
    """Add the commands of a class."""
    parser = command(commands, "doctor", _("tell what of a class works on this machine and this network"))
    parser.add_argument("--port", type=port, default=PORT, metavar="N", help=_("the port of the class (default: 8642)"))
    many = _("end after so many devices have been tried; 0 looks at this machine only (default: until Ctrl-C)")
    parser.add_argument("--devices", type=_devices, metavar="N", help=many)
    add_json(parser)


def port(text: str) -> int:
    """A port number; raises ArgumentTypeError."""
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= _LAST_PORT:
        raise argparse.ArgumentTypeError(_("a port is a whole number from 1 to 65535"))
    return int(text)


def _devices(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 0 <= int(text) <= _MOST_DEVICES:
        raise argparse.ArgumentTypeError(_("a whole number from 0 to 200"))
    return int(text)
