"""The command for a class without a network: `after-you debrief FOLDER`, over replay files collected on a stick."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from game import console
from game.wording.catalogue import _

if TYPE_CHECKING:
    from game.attempt.handed_in import Collected
    from game.planning.class_debrief import ClassDebrief
    from game.report.class_values import LeftAside

DONE: Final = 0
PROBLEMS: Final = 1

PAGE: Final = "debrief.html"
GRADEBOOK: Final = "gradebook.csv"
WORKBOOK: Final = "results.xlsx"
EVENTS: Final = "events.jsonl"


class DebriefRefused(Exception):
    """There is nothing to tell, or it cannot be written; the text is the whole answer."""


def debrief(arguments: argparse.Namespace) -> int:
    """`after-you debrief FOLDER [--to FOLDER] [--force] [--json]`. Raises DebriefRefused.

    1 where a file could not be used; the others count all the same.
    """
    from game.attempt.handed_in import NothingHandedIn, collect
    from game.report.class_document import class_json
    from game.report.class_text import class_text
    from game.report.class_values import LeftAside

    if arguments.to is not None:
        _refuse_to_write_over(arguments.to, force=arguments.force)
    try:
        collected = collect(arguments.folder)
    except NothingHandedIn as nothing:
        raise DebriefRefused(str(nothing)) from None
    aside = [LeftAside(each.file, each.sentence) for each in collected.refused]
    if not collected.handed_in:
        none = _("None of the replay files in {folder} can be used.").format(folder=arguments.folder)
        raise DebriefRefused("\n".join([none, *(f"  {each.file}: {each.sentence}" for each in aside)]))
    debriefs = _played(collected)
    if arguments.to is not None:  # first, for what cannot be written is the whole answer then
        _write(arguments.to, debriefs, aside)
    if arguments.json:
        console.say(json.dumps(class_json(debriefs, aside), ensure_ascii=False, indent=2))
    else:
        console.say(class_text(debriefs, aside))
    return PROBLEMS if any(each.code != "duplicate" for each in collected.refused) else DONE


def _played(collected: Collected) -> list[ClassDebrief]:
    from game.attempt.class_runs import play_class
    from game.planning.class_debrief import class_debrief

    with console.Progress(_("plans played")) as bar:
        attempts = play_class(collected, progress=bar.show)
    return [class_debrief(scenario, attempts[scenario.id]) for scenario in collected.scenarios]


def _refuse_to_write_over(to: Path, *, force: bool) -> None:
    """Asked before the long work: nothing is lost, and nothing was done in vain."""
    try:
        if to.exists() and not to.is_dir():
            raise DebriefRefused(_("{path} is no folder.").format(path=to))
        there = [name for name in (PAGE, GRADEBOOK, WORKBOOK, EVENTS) if (to / name).exists()]
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise DebriefRefused(_("{path} cannot be read ({reason}).").format(path=to, reason=reason)) from None
    if there and not force:
        known = _("{folder} already holds {files}; --force writes over them.")
        raise DebriefRefused(known.format(folder=to, files=", ".join(there)))


def _write(to: Path, debriefs: Sequence[ClassDebrief], aside: Sequence[LeftAside]) -> None:
    from game.attempt.store import put_bytes
    from game.report.class_page import class_page
    from game.report.class_tables import events, gradebook, workbook

    files = {
        PAGE: class_page(debriefs, aside).encode("utf-8"),
        GRADEBOOK: gradebook(debriefs).encode("utf-8"),
        WORKBOOK: workbook(debriefs, aside),
        EVENTS: "".join(events(debriefs)).encode("utf-8"),
    }
    for name, data in files.items():
        if not put_bytes(to / name, data):
            raise DebriefRefused(_("{path} cannot be written.").format(path=to / name))
    console.complain(_("Written to {folder}: {files}").format(folder=to, files=", ".join(files)))
