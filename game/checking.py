"""The commands that tell authors what is wrong: `check` and `explain`."""

from __future__ import annotations

import argparse
import json
import shutil
import textwrap
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Final

from game import console
from game.wording.catalogue import _, ngettext

if TYPE_CHECKING:
    from game.authoring.codes.entry import Explanation
    from game.authoring.problems import Problem

DONE: Final = 0
PROBLEMS: Final = 1

_WIDEST: Final = 100
_LONG: Final = 200


def check(arguments: argparse.Namespace) -> int:
    """`after-you check [FILE ...]`."""
    from game.authoring.check import check as check_file
    from game.authoring.check import has_problems
    from game.authoring.library import shipped

    files = arguments.files or shipped()
    found = [problem for file in files for problem in check_file(file, play=not arguments.no_play)]
    if arguments.format == "json" or arguments.json:
        document = {"checked": len(files), "problems": [asdict(problem) for problem in found]}
        console.say(json.dumps(document, ensure_ascii=False, indent=2))
    elif arguments.format == "github":
        console.say("\n".join([*map(_workflow_command, found), _count(found, len(files))]))
    else:
        _say_text(found, len(files))
    return PROBLEMS if has_problems(found) else DONE


def _say_text(found: Sequence[Problem], files: int) -> None:
    console.say("\n".join([*(problem.render() for problem in found), _count(found, files)]))
    if found:
        console.say(_("`after-you explain CODE` tells more about each: {codes}.").format(
            codes=", ".join(dict.fromkeys(problem.code for problem in found))))  # fmt: skip


def _count(found: Sequence[Problem], files: int) -> str:
    from game.authoring.codes.entry import Severity

    problems = sum(problem.severity is Severity.PROBLEM for problem in found)
    advice = len(found) - problems
    parts = [ngettext("{n} problem", "{n} problems", problems).format(n=problems)] if problems else []
    parts += [ngettext("{n} piece of advice", "{n} pieces of advice", advice).format(n=advice)] if advice else []
    if parts:
        return _("{counts}.").format(counts=", ".join(parts))
    return ngettext("{n} file, no problem.", "{n} files, no problem.", files).format(n=files)


def _workflow_command(problem: Problem) -> str:
    """A problem as GitHub Actions read it, so that it shows beside the line of a change."""
    from game.authoring.codes.entry import Severity

    level = "error" if problem.severity is Severity.PROBLEM else "warning"
    where = {"file": problem.file}
    if problem.line:
        where |= {"line": str(problem.line), "col": str(problem.column)}
    where["title"] = problem.code
    properties = ",".join(f"{key}={_escaped(value, also=':,')}" for key, value in where.items())
    message = f"{problem.sentence} {problem.hint}".strip()
    return f"::{level} {properties}::{_escaped(message)}"


def _escaped(text: str, also: str = "") -> str:
    # The percent sign first: it stands in all the others' codes.
    for character in ("%", "\r", "\n", *also):
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def explain(arguments: argparse.Namespace) -> int:
    """`after-you explain [CODE]`."""
    from game.authoring.codes.registry import explanations

    known = explanations()
    if arguments.code is None:
        _say_all(list(known.values()), as_json=arguments.json)
        return DONE
    if arguments.code not in known:
        return _no_such_code(arguments.code, list(known), as_json=arguments.json)
    if arguments.json:
        console.say(json.dumps(_document(known[arguments.code]), ensure_ascii=False, indent=2))
    else:
        console.say(_told(known[arguments.code]))
    return DONE


def _say_all(known: Sequence[Explanation], *, as_json: bool) -> None:
    if as_json:
        console.say(json.dumps({"codes": [_document(each) for each in known]}, ensure_ascii=False, indent=2))
        return
    width = max(len(each.code) for each in known)
    console.say("\n".join(f"{each.code:{width}}  {_(each.title)}" for each in known))


def _no_such_code(code: str, known: list[str], *, as_json: bool) -> int:
    from game.authoring.problems import Problem
    from game.authoring.suggest import nearest, short

    close = nearest(code, known)
    sentence = _("There is no code `{code}`.").format(code=short(code))
    hint = _("Did you mean `{word}`?").format(word=close) if close else _("`after-you explain` lists all.")
    if as_json:
        problem = Problem("", 0, 0, "refused", f"{sentence} {hint}")
        console.say(json.dumps({"problems": [asdict(problem)]}, ensure_ascii=False, indent=2))
    console.complain(f"after-you: {sentence} {hint}")
    return PROBLEMS


def _document(explanation: Explanation) -> dict[str, str]:
    return asdict(explanation) | {"title": _(explanation.title), "text": _(explanation.text)}


def _told(explanation: Explanation) -> str:
    width = min(_WIDEST, shutil.get_terminal_size().columns)
    return "\n".join([
        f"{explanation.code}: {_(explanation.title)}",
        "",
        *textwrap.wrap(_(explanation.text), width, break_long_words=False, break_on_hyphens=False),
        "",
        _("Wrong:"),
        *_example(explanation.wrong),
        "",
        _("Right:"),
        *_example(explanation.right),
    ])  # fmt: skip


def _example(text: str) -> list[str]:
    return [f"    {line if len(line) <= _LONG else line[:_LONG] + ' ...'}" for line in text.splitlines()]
