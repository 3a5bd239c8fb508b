"""What those who write scenarios can type: `new`, `test` and `schema`."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from game.wording.catalogue import _

TEMPLATES: Final = ("bilateral", "multilateral", "signing", "receiving-line", "arrivals")
"""What a new scenario can be about, the one to begin with first: the files of assets/templates."""


def add(
    commands: Any,
    command: Callable[[Any, str, str], argparse.ArgumentParser],
    add_json: Callable[[argparse.ArgumentParser], None],
) -> None:
    """Add these commands; `command` makes one and `add_json` gives it `--json`."""
    new = command(commands, "new", _("write a scenario of your own to start from, with every line explained"))
    new.add_argument("file", type=Path, metavar="FILE", help=_("the file to write, which must not be there yet"))
    kinds = _("what it is about (default: bilateral)")
    new.add_argument("--template", choices=TEMPLATES, default=TEMPLATES[0], help=kinds)
    add_json(new)
    test = command(commands, "test", _("play every plan of scenario files and compare it with what they expect of it"))
    test.add_argument("files", nargs="+", metavar="FILE", help=_("scenario files or ids"))
    written = _("write what the runs gave into the files, and change nothing else in them")
    test.add_argument("--accept", action="store_true", help=written)
    add_json(test)
    schema = command(commands, "schema", _("print the JSON Schema with which editors complete and check scenarios"))
    renewed = _("write it to a file instead, over an older one too")
    schema.add_argument("--to", type=Path, metavar="FILE", help=renewed)
    add_json(schema)
