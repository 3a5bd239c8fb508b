"""What can be typed to open a class: `host`."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from game.usage_class import PORT, port
from game.wording.catalogue import _

KEEP: Final = 30
_LONGEST: Final = 3_650
_MOST_TEAMS: Final = 60
_MOST_WORKERS: Final = 32

Command = Callable[[Any, str, str], argparse.ArgumentParser]


def add(commands: Any, command: Command, add_json: Callable[[argparse.ArgumentParser], None]) -> None:
    """Add the command that opens a class."""
    parser = command(commands, "host", _("open a class: trainees join with a browser on the same network"))
    add = parser.add_argument
    what = _("the ids or files of what the class plays, in turn (default: the class that is open, or pyongyang-2024)")
    add("scenarios", nargs="*", metavar="SCENARIO", help=what)
    wall = _("no network: the class decides together at this machine's window, on one SCENARIO")
    add("--projector", action="store_true", help=wall)
    add("--port", type=port, default=PORT, metavar="N", help=_("the port (default: 8642, or the next that is free)"))
    add("--bind", metavar="ADDRESS", help=_("only on this address of the machine (default: on all)"))
    add("--title", metavar="TEXT", help=_("what the class is called (default: its scenarios)"))
    paced = _("everybody goes on at their own pace (default: you lead from stage to stage)")
    add("--self-paced", action="store_true", help=paced)
    teams = _("plan together: how many teams, or their names with commas between them")
    add("--teams", type=_teams, default=[], metavar="N|NAMES", help=teams)
    free = _("trainees choose their names (default: each is given a pseudonym)")
    add("--free-names", action="store_true", help=free)
    add("--db", metavar="FILE", help=_("where the class is kept (default: in your data folder)"))
    kept = _("delete a class so many days after the last thing that happened in it (default: 30)")
    add("--keep", type=_days, default=KEEP, metavar="DAYS", help=kept)
    who = _("your own table of pseudonyms and names, for the exports; nothing of it is stored anywhere else")
    add("--roster", type=Path, metavar="FILE", help=who)
    processes = _("processes that simulate (default: one for each core, up to 4)")
    add("--workers", type=_workers, metavar="N", help=processes)
    add("--no-room", action="store_true", help=_("open no class; the desk can"))
    add_json(parser)


def _teams(text: str) -> list[str]:
    if text.isascii() and text.isdigit():
        if not 1 <= int(text) <= _MOST_TEAMS:
            raise argparse.ArgumentTypeError(_("there are between 1 and 60 teams"))
        return [_("Team {n}").format(n=n) for n in range(1, int(text) + 1)]
    names = [name.strip() for name in text.split(",")]
    if not all(0 < len(name) <= 40 for name in names) or len({name.casefold() for name in names}) < len(names):
        raise argparse.ArgumentTypeError(_("every team has a name of its own, of at most 40 letters"))
    return names


def _days(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= _LONGEST:
        raise argparse.ArgumentTypeError(_("a whole number of days from 1 to 3650"))
    return int(text)


def _workers(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= _MOST_WORKERS:
        raise argparse.ArgumentTypeError(_("a whole number from 1 to 32"))
    return int(text)
