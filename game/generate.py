"""`after-you generate`: a fresh scenario, proven to be playable and as difficult as asked."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Final

from game import console
from game.wording.catalogue import _

DONE: Final = 0
PROBLEMS: Final = 1
INTERRUPTED: Final = 130


def generate(arguments: argparse.Namespace) -> int:
    """`after-you generate [--kind KIND] [--people N] --seed S --difficulty D [--to FILE]`."""
    from game.authoring.generating.compose import NotFound, asked, compose

    path: Path | None = arguments.to
    if path is not None and (path.exists() or path.is_symlink()):
        return _refuse(_there(path))
    wanted = asked(arguments.kind, arguments.people, arguments.seed, arguments.difficulty)
    try:
        with console.Progress(_("scenarios composed and played")) as bar:
            text = compose(wanted, bar.show)
    except NotFound as none:
        sentence = _(
            "None of {tried} scenarios composed from seed {seed} came out at difficulty {difficulty} for {people} "
            "people ({kind}). Take another seed, or another number of people."
        )
        return _refuse(sentence.format(tried=none.tried, seed=wanted.seed, difficulty=wanted.difficulty,
                                       people=wanted.people, kind=wanted.kind))  # fmt: skip
    except KeyboardInterrupt:
        return INTERRUPTED
    if path is None:
        console.say(text.rstrip("\n"))
        return DONE
    return _write(path, text)


def _write(path: Path, text: str) -> int:
    """Write the file, which must not be there yet."""
    from game.authoring.safe_write import create_file, why_not

    try:
        create_file(path, text.encode("utf-8"))
    except (OSError, ValueError) as error:
        return _refuse(why_not(path, error))
    console.say(_("The scenario is in {path}. Next: after-you play {path}").format(path=path))
    return DONE


def _there(path: Path) -> str:
    return _("{path} is there already; nothing was written.").format(path=path)


def _refuse(sentence: str) -> int:
    console.complain(f"after-you: {sentence}")
    return PROBLEMS
