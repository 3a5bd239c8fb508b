"""`after-you test`: plays every plan of scenario files and compares it with what they expect."""

from __future__ import annotations

import argparse
import codecs
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from game import console
from game.wording.catalogue import _, language, ngettext

if TYPE_CHECKING:
    from game.authoring.problems import Problem
    from game.authoring.proof import Difference
    from game.authoring.tree import Tree
    from game.protocol.scenario import Scenario

DONE: Final = 0
PROBLEMS: Final = 1


@dataclass(slots=True)
class _Tested:
    """One file: its plans that were compared, what differs with its line and column, what nothing is expected of."""

    file: str
    plans: int
    differences: list[tuple[Difference, int, int]]
    unexpected: list[str]
    problems: tuple[Problem, ...] = ()
    written: bool = False


def test(arguments: argparse.Namespace) -> int:
    """`after-you test FILE... [--accept] [--json]`."""
    tested = [_test(file, accept=arguments.accept) for file in arguments.files]
    if arguments.json:
        console.say(json.dumps(_document(tested), ensure_ascii=False, indent=2))
    else:
        _say(tested)
    wrong = any(one.problems or (one.differences and not one.written) for one in tested)
    return PROBLEMS if wrong else DONE


def _test(file: str, *, accept: bool) -> _Tested:
    from game.authoring.library import find
    from game.authoring.load import load_scenario_text
    from game.authoring.problems import Findings, ProblemsFound
    from game.authoring.proof import differences
    from game.authoring.reading import read_text
    from game.authoring.tree import read_tree

    try:
        path = find(file)
        text = read_text(path)
        scenario = load_scenario_text(text, str(path), language())
    except ProblemsFound as found:
        return _Tested(file, 0, [], [], found.problems)
    tree = read_tree(text, Findings(str(path), text))
    assert tree is not None  # a scenario was made of it
    differing = [
        (one, *_place(tree, one)) for expected in scenario.expect for one in differences(scenario, expected)
    ]
    tested = _Tested(str(path), len(scenario.expect), differing, _nothing_expected(scenario))
    if accept and differing:
        _accept(path, text, tested)
    return tested


def _place(tree: Tree, one: Difference) -> tuple[int, int]:
    spot = tree.spot(("expect", one.plan, *one.key))
    return spot.line, spot.column


def _nothing_expected(scenario: Scenario) -> list[str]:
    """For each plan of which nothing is expected: what could be written there."""
    from game.authoring.proof import play

    known = {expected.plan for expected in scenario.expect}
    plans = [named.name for named in scenario.plans if named.name not in known]
    return [f"{plan}: {_as_expectation(play(scenario, plan, 1))}" for plan in plans]


def _as_expectation(ending: Mapping[tuple[str, ...], bool | int | str]) -> str:
    if ending["clean",]:
        return "clean"
    broken = {key[1]: number for key, number in ending.items() if len(key) > 1 and number}
    breaches = ", ".join(f"{rule}: {number}" for rule, number in broken.items())
    accomplished = "yes" if ending["accomplished",] else "no"
    return f"{{clean: no, accomplished: {accomplished}, grade: {ending['grade',]}, breaches: {{{breaches}}}}}"


def _accept(path: Path, text: str, tested: _Tested) -> None:
    """Write what the runs gave into the file; what prevents it becomes a problem of the file."""
    from game.authoring.accept import accepted
    from game.authoring.problems import Problem
    from game.authoring.safe_write import replace_file, why_not

    values = {("expect", one.plan, *one.key): one.found for one, _line, _column in tested.differences}
    try:
        old = path.read_bytes()
        mark = codecs.BOM_UTF8 if old.startswith(codecs.BOM_UTF8) else b""
        if old != mark + text.encode("utf-8"):
            why = _("{path} has just been changed by somebody else; nothing was written.").format(path=path)
        else:
            replace_file(path, mark + accepted(text, values).encode("utf-8"))
            tested.written = True
            return
    except (OSError, ValueError) as error:
        why = why_not(path, error)
    tested.problems = (Problem(str(path), 0, 0, "not-written", why),)


def _say(tested: Sequence[_Tested]) -> None:
    for one in tested:
        for problem in one.problems:
            console.say(problem.render())
        for differing, line, column in one.differences:
            console.say(f"{one.file}:{line}:{column}: {_sentence(differing)}")
        for plan in one.unexpected:
            nothing = _("Nothing is expected of a plan; under expect you could write {entry}")
            console.say(f"{one.file}: {nothing.format(entry=plan)}")
        if one.written:
            console.say(_("{path}: written as it is now.").format(path=one.file))
    console.say(_summary(tested))


def _sentence(one: Difference) -> str:
    from game.authoring.proof import spoken, words

    sentence = _("plan “{plan}”, day {seed}: {what}: expected {expected}, got {found}.")
    return sentence.format(plan=one.plan, seed=one.seed, what=words(one.key), expected=spoken(one.expected),
                           found=spoken(one.found))


def _summary(tested: Sequence[_Tested]) -> str:
    plans = sum(one.plans for one in tested)
    differ = sum(len({found.plan for found, _line, _column in one.differences}) for one in tested)
    played = ngettext("{n} plan played", "{n} plans played", plans).format(n=plans)
    if not differ:
        return _("{played}; all end as expected.").format(played=played)
    ended = ngettext("{n} ends otherwise than expected", "{n} end otherwise than expected", differ).format(n=differ)
    return f"{played}; {ended}."


def _document(tested: Sequence[_Tested]) -> dict[str, Any]:
    return {
        "tested": len(tested),
        "plans": sum(one.plans for one in tested),
        "differences": [
            {"file": one.file, "line": line, "column": column, "plan": found.plan, "seed": found.seed,
             "what": ".".join(found.key), "expected": found.expected, "got": found.found}
            for one in tested for found, line, column in one.differences
        ],
        "nothing_expected": [{"file": one.file, "entry": plan} for one in tested for plan in one.unexpected],
        "written": [one.file for one in tested if one.written],
        "problems": [asdict(problem) for one in tested for problem in one.problems],
    }  # fmt: skip
