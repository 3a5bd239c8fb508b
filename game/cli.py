"""The front door: every command of `after-you`. It joins the floors and holds no rule of its own.

Exit codes: 0 done (a run with breaches too), 1 problems in what was given, 2 wrong usage, 3 our own fault.
What a command needs is imported when it runs, so that `--help` answers at once and only the window loads pygame.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NoReturn

from game import __version__
from game.wording.catalogue import _, ngettext

if TYPE_CHECKING:
    from game.authoring.problems import Problem
    from game.protocol.plan import Order, Plan
    from game.protocol.scenario import Scenario
    from game.simulation.trace import Trace

DONE: Final = 0
PROBLEMS: Final = 1
USAGE: Final = 2
OUR_FAULT: Final = 3
PIPE_CLOSED: Final = 141
"""What shells report of a program whose reader went away: 128 + SIGPIPE."""
INTERRUPTED: Final = 130

LARGEST_SEED: Final = 2**31 - 1


class Refused(Exception):
    """What was given cannot be used; the text is the whole answer. `code` is the exit code."""

    def __init__(self, sentence: str, code: int = PROBLEMS) -> None:
        super().__init__(sentence)
        self.code = code


class PipeClosed(Exception):
    """Whoever read our output has stopped reading."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code. Never raises, whatever was given."""
    try:
        return _answer(sys.argv[1:] if argv is None else list(argv))
    except PipeClosed:
        _forget_output()
        return PIPE_CLOSED
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        return _our_fault(error)


def _answer(argv: list[str]) -> int:
    try:
        arguments = _parser().parse_args(argv)
    except SystemExit as leaving:
        _flush()
        return leaving.code if isinstance(leaving.code, int) else USAGE
    as_json = getattr(arguments, "json", False)
    _prepare_output(as_json=as_json)
    try:
        return int(arguments.command(arguments))
    except Refused as refusal:
        return _refuse(refusal, as_json=as_json)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="after-you",
        description=_(
            "After You: a protocol training simulation. You decide who enters the negotiation room first, through "
            "which door and on which cue; then the doors open and the day happens."
        ),
        epilog=_(
            "Examples:\n"
            "  after-you                                         open the window\n"
            "  after-you list                                    what there is to play\n"
            "  after-you play first-steps                        play the first lesson\n"
            "  after-you run pyongyang-2024                      what happens if nobody is briefed\n"
            "  after-you run pyongyang-2024 --plan reference --seed 7 --json\n"
            "  after-you check my-scenario.yaml                  what is wrong with a scenario of your own\n\n"
            "Exit codes: 0 done, 1 problems found in what was given, 2 wrong usage, 3 our own fault."
        ),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"after-you {__version__}")
    parser.set_defaults(command=_open)
    commands = parser.add_subparsers(title=_("commands"), metavar=_("COMMAND"))
    for add in (_add_play, _add_run, _add_list, _add_check):
        add(commands)
    return parser


def _command(commands: Any, name: str, action: Any, about: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(name, help=about, description=about, allow_abbrev=False)
    parser.set_defaults(command=action)
    return parser


def _add_scenario(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("scenario", metavar="SCENARIO", help=_("the id of a shipped scenario (see `list`) or a file"))


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=_("one JSON document instead of text"))


def _add_play(commands: Any) -> None:
    _add_scenario(_command(commands, "play", _play, _("open the window on a scenario")))


def _add_run(commands: Any) -> None:
    parser = _command(commands, "run", _run, _("play a scenario without a window and report how it went"))
    _add_scenario(parser)
    parser.add_argument(
        "--plan", metavar="NAME|FILE", default="recorded",
        help=_("a plan of the scenario, or a plan file (default: recorded, in which nobody is briefed)"),
    )  # fmt: skip
    parser.add_argument(
        "--seed", type=_seed, default=1, metavar="N",
        help=_("which day: what chance brings, a whole number (default: 1)"),
    )  # fmt: skip
    parser.add_argument(
        "--replay", type=Path, metavar="FILE", help=_("plan, live orders and day from a replay file instead")
    )
    _add_json(parser)
    parser.add_argument("--sheet", action="store_true", help=_("the running order as a table"))
    parser.add_argument("--robust", action="store_true", help=_("also: on how many of 200 other days it is clean"))
    parser.add_argument("--picture", type=_png, metavar="FILE.png", help=_("save a picture of the room"))
    parser.add_argument(
        "--at", type=_clock, metavar="HH:MM:SS", help=_("the instant of the picture (default: the end of the day)")
    )


def _add_list(commands: Any) -> None:
    _add_json(_command(commands, "list", _list, _("list the shipped scenarios")))


def _add_check(commands: Any) -> None:
    parser = _command(commands, "check", _check, _("tell everything that is wrong with scenario files"))
    parser.add_argument("files", nargs="*", metavar="FILE", help=_("scenario files or ids (default: all shipped)"))
    parser.add_argument("--no-play", action="store_true", help=_("do not play the plans the files expect something of"))
    _add_json(parser)


def _seed(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 10 and int(text) <= LARGEST_SEED):
        raise argparse.ArgumentTypeError(
            _("“{text}” is no day: it is a whole number from 0 to {most}").format(text=_short(text), most=LARGEST_SEED))
    return int(text)


def _clock(text: str) -> int:
    from game.protocol.units import QuantityError, parse_clock

    try:
        return parse_clock(text)
    except QuantityError:
        raise argparse.ArgumentTypeError(
            _("“{text}” is no time of day; write it like 12:03:16").format(text=_short(text))) from None


def _png(text: str) -> Path:
    if not text.lower().endswith(".png"):
        raise argparse.ArgumentTypeError(_("“{text}” does not end in .png").format(text=_short(text)))
    return Path(text)


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
