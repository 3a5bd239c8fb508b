"""The commands of those who write scenarios: `new`, `test` and `schema`."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path
from typing import Final

from game import console
from game.wording.catalogue import _

DONE: Final = 0
PROBLEMS: Final = 1


def new(arguments: argparse.Namespace) -> int:
    """`after-you new FILE [--template NAME]`."""
    from game.authoring.safe_write import create_file, why_not
    from game.authoring.schema import FILE_NAME
    from game.authoring.templates import scenario_from

    path: Path = arguments.file
    try:
        create_file(path, scenario_from(arguments.template, path).encode("utf-8"))
    except (OSError, ValueError) as error:
        return _refuse(why_not(path, error), as_json=arguments.json)
    schema = path.with_name(FILE_NAME)
    described = _schema_beside(schema)
    if arguments.json:
        _say_json({"scenario": str(path), "schema": str(schema) if schema.exists() else None})
        return DONE
    console.say(_("{path} is a scenario that can be played: make it yours.").format(path=path))
    console.say(described)
    console.say(_("Next: after-you check {path}, then after-you play {path}").format(path=path))
    return DONE


def _schema_beside(path: Path) -> str:
    """Put the schema beside a new scenario unless one is there; answers with what became of it."""
    from game.authoring.safe_write import create_file, why_not
    from game.authoring.schema_file import schema_text

    try:
        create_file(path, schema_text().encode("utf-8"))
    except FileExistsError:
        there = _("{schema} was there already; `after-you schema --to {schema}` brings it up to date.")
        return there.format(schema=path)
    except OSError as error:
        return why_not(path, error)
    beside = _("Beside it lies {schema}, with which an editor completes and checks it as you type.")
    return beside.format(schema=path)


def test(arguments: argparse.Namespace) -> int:
    """`after-you test FILE... [--accept] [--json]`."""
    from game.proving import test as play_and_compare

    return play_and_compare(arguments)


def schema(arguments: argparse.Namespace) -> int:
    """`after-you schema [--to FILE]`; what it prints is JSON in any case."""
    from game.authoring.schema_file import schema_text, write_schema

    if arguments.to is None:
        console.say(schema_text().rstrip("\n"))
        return DONE
    refusal = write_schema(arguments.to)
    if refusal:
        return _refuse(refusal, as_json=arguments.json)
    if arguments.json:
        _say_json({"schema": str(arguments.to)})
    else:
        console.say(_("The schema is in {path}.").format(path=arguments.to))
    return DONE


def _refuse(sentence: str, *, as_json: bool) -> int:
    """Tell why nothing was done; with `as_json` on standard output too. Answers with the exit code."""
    from game.authoring.problems import Problem

    if as_json:
        _say_json({"problems": [asdict(Problem("", 0, 0, "refused", sentence))]})
    console.complain(f"after-you: {sentence}")
    return PROBLEMS


def _say_json(document: object) -> None:
    console.say(json.dumps(document, ensure_ascii=False, indent=2))
