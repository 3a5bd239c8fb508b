"""What can be typed after `after-you`: commands, options, and the help a newcomer can follow."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any, Final

from game import __version__, usage_author, usage_class, usage_generate, usage_host, usage_load
from game.wording.catalogue import _

LARGEST_SEED: Final = 2**31 - 1
MOST_RUNS: Final = 10_000_000


def parser() -> argparse.ArgumentParser:
    """Reads the arguments; `command` then names the command. None at all is `play` without a scenario."""
    whole = argparse.ArgumentParser(
        prog="after-you",
        description=_(
            "After You: a protocol training simulation. You decide who enters the negotiation room\n"
            "first, through which door and on which cue; then the doors open and the day happens."
        ),
        epilog=_(
            "Examples:\n"
            "  after-you                                    open the window\n"
            "  after-you list                               what there is to play\n"
            "  after-you play first-steps                   play the first lesson\n"
            "  after-you join 192.168.0.7:8642 CODE         join a class that somebody hosts\n"
            "  after-you run pyongyang-2024                 what happens if nobody is briefed\n"
            "  after-you run pyongyang-2024 --plan reference --seed 7 --robust\n"
            "  after-you new my-scenario.yaml               a scenario of your own to start from\n"
            "  after-you check my-scenario.yaml             what is wrong with it\n"
            "  after-you explain cue-cycle                  what one of its codes means\n"
            "  after-you watch my-scenario.yaml             see it while you write it\n"
            "  after-you solve pyongyang-2024               a clean plan, as a plan file\n"
            "  after-you rules                              every kind of rule that a scenario can have\n"
            "  after-you host pyongyang-2024                open a class on this network\n"
            "  after-you debrief stick --to debrief         what a class did, from its replay files\n\n"
            "`after-you COMMAND --help` tells more about a command.\n"
            "Exit codes: 0 done, 1 problems found in what was given, 2 wrong usage, 3 our own fault."
        ),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    whole.add_argument("--version", action="version", version=f"after-you {__version__}")
    whole.set_defaults(command="play", scenario=None)
    commands = whole.add_subparsers(title=_("commands"), metavar=_("COMMAND"))
    for add in (
        _add_play, _add_join, _add_run, _add_list, _add_check, _add_explain, _add_watch, _add_solve, _add_calibrate,
        _add_rules, _add_debrief,
    ):  # fmt: skip
        add(commands)
    usage_author.add(commands, _command, _add_json)
    usage_generate.add(commands, _command, _seed)
    usage_load.add(commands, _command, _add_json)
    usage_class.add(commands, _command, _add_json)
    usage_host.add(commands, _command, _add_json)
    return whole


def _command(commands: Any, name: str, about: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser
    parser = commands.add_parser(name, help=about, description=about, allow_abbrev=False)
    parser.set_defaults(command=name)
    return parser


def _add_scenario(parser: argparse.ArgumentParser) -> None:
    about = _("the id of a shipped scenario (see `after-you list`) or a scenario file")
    parser.add_argument("scenario", metavar="SCENARIO", help=about)


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=_("one JSON document instead of text"))


def _add_play(commands: Any) -> None:
    parser = _command(commands, "play", _("open the window on a scenario"))
    _add_scenario(parser)
    add = parser.add_argument
    add("--plan", metavar="NAME|FILE", help=_("begin with a plan of the scenario or a plan file (default: your own)"))
    add("--seed", type=_seed, metavar="N", help=_("the day, which is what chance brings (default: 1)"))
    add("--at", type=_clock, metavar="HH:MM:SS", help=_("open the doors and let the day stand at this instant"))


def _add_run(commands: Any) -> None:
    parser = _command(commands, "run", _("play a scenario without a window and report how it went"))
    _add_scenario(parser)
    add = parser.add_argument
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--plan", metavar="NAME|FILE",
                     help=_("a plan of the scenario, or a plan file (default: recorded: nobody is briefed)"))
    how.add_argument("--replay", type=Path, metavar="FILE",
                     help=_("plan, live orders and day from a replay file instead"))
    add("--seed", type=_seed, metavar="N", help=_("the day, which is what chance brings (default: 1)"))
    _add_json(parser)
    add("--sheet", action="store_true", help=_("the running order: who goes when, by which door and cue"))
    add("--robust", action="store_true", help=_("also tell on how many of 200 other days it is clean"))
    add("--fixes", action="store_true", help=_("also tell for every breach the smallest change that avoids it"))
    add("--picture", type=_png, metavar="FILE.png", help=_("save a picture of the room"))
    add("--at", type=_clock, metavar="HH:MM:SS", help=_("the instant of the picture (default: the end)"))


def _add_join(commands: Any) -> None:
    parser = _command(commands, "join", _("open the window in a class that is hosted on another machine"))
    add = parser.add_argument
    add("address", nargs="?", metavar="ADDRESS", help=_("where the class is, as the host shows it: 192.168.0.7:8642"))
    add("code", nargs="?", metavar="CODE", help=_("the code of the class (default: the window asks for it)"))
    add("--name", metavar="NAME", help=_("join as somebody new with this name, where names are free"))


def _add_list(commands: Any) -> None:
    _add_json(_command(commands, "list", _("list the shipped scenarios")))


def _add_check(commands: Any) -> None:
    parser = _command(commands, "check", _("tell everything that is wrong with scenario files"))
    files = _("scenario files or ids (default: all that are shipped)")
    parser.add_argument("files", nargs="*", metavar="FILE", help=files)
    played = _("only read the files; do not play them")
    parser.add_argument("--no-play", action="store_true", help=played)
    formats = _("for people (text), for programs (json), for GitHub Actions (github)")
    parser.add_argument("--format", choices=("text", "json", "github"), default="text", help=formats)
    _add_json(parser)


def _add_explain(commands: Any) -> None:
    parser = _command(commands, "explain", _("tell at length what a code of `check` means, with an example"))
    parser.add_argument("code", nargs="?", metavar="CODE", help=_("the code (default: all are listed)"))
    _add_json(parser)


def _add_watch(commands: Any) -> None:
    parser = _command(commands, "watch", _("show a scenario file while you write it: drawn anew at every save"))
    file = _("a scenario file, which is never written; it may be broken or still missing (or a shipped scenario's id)")
    parser.add_argument("file", metavar="FILE", help=file)
    shown = _("the plan of the scenario to show (default: recorded, or else nobody is briefed)")
    parser.add_argument("--plan", metavar="NAME", default="", help=shown)


def _add_solve(commands: Any) -> None:
    parser = _command(commands, "solve", _("find a clean plan, or the rules that cannot all be kept"))
    _add_scenario(parser)
    day = _("the day it must be clean on, beside the walk-through (default: 1)")
    parser.add_argument("--seed", type=_seed, default=1, metavar="N", help=day)
    _add_json(parser)


def _add_calibrate(commands: Any) -> None:
    parser = _command(commands, "calibrate", _("tell how hard a scenario is: what bots reach on many days"))
    _add_scenario(parser)
    runs = _("so many runs in all, shared among the bots (default: 1200)")
    parser.add_argument("--runs", type=_runs, default=1_200, metavar="N", help=runs)
    _add_json(parser)


def _add_rules(commands: Any) -> None:
    parser = _command(commands, "rules", _("tell the rules that a scenario can have, with their keys and examples"))
    kind = _("one kind of rule, in full and where it is used (default: all kinds)")
    parser.add_argument("kind", nargs="?", metavar="KIND", help=kind)
    _add_json(parser)


def _add_debrief(commands: Any) -> None:
    parser = _command(commands, "debrief", _("tell what a class did, from its replay files in a folder"))
    add = parser.add_argument
    whose = _("NAME.afteryou.json for a trainee, NAME-2.afteryou.json for a second try, or a folder for each trainee")
    add("folder", type=Path, metavar="FOLDER", help=whose)
    files = _("write debrief.html (to print), gradebook.csv, results.xlsx and events.jsonl into this folder")
    add("--to", type=Path, metavar="FOLDER", help=files)
    add("--force", action="store_true", help=_("write over what is there already"))
    _add_json(parser)


def _runs(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 8 and 1 <= int(text) <= MOST_RUNS):
        wrong = _("“{text}” is no number of runs: it is a whole number from 1 to {most}")
        raise argparse.ArgumentTypeError(wrong.format(text=short(text), most=MOST_RUNS))
    return int(text)


def _seed(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 10 and int(text) <= LARGEST_SEED):
        wrong = _("“{text}” is no day: it is a whole number from 0 to {most}")
        raise argparse.ArgumentTypeError(wrong.format(text=short(text), most=LARGEST_SEED))
    return int(text)


def _clock(text: str) -> int:
    from game.protocol.units import QuantityError, parse_clock

    try:
        return parse_clock(text)
    except QuantityError:
        wrong = _("“{text}” is no time of day; write it like 12:03:16")
        raise argparse.ArgumentTypeError(wrong.format(text=short(text))) from None


def _png(text: str) -> Path:
    if not text.lower().endswith(".png"):
        raise argparse.ArgumentTypeError(_("“{text}” does not end in .png").format(text=short(text)))
    return Path(text)


def short(text: str) -> str:
    """A text as quoted in a sentence: at most forty characters."""
    return text if len(text) <= 40 else text[:39] + "…"
