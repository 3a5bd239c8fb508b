"""Everything that can be said about a scenario file before a class plays it.

The loader refuses what cannot be played. A check goes on: rules that contradict each other, ways that are closed,
texts and sources that are missing; and then it plays.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from game.authoring.codes.entry import Severity
from game.authoring.contradictions import contradictions
from game.authoring.facts import facts
from game.authoring.idle_rules import idle_rules
from game.authoring.languages import languages
from game.authoring.library import find
from game.authoring.load import read_scenario
from game.authoring.playable import playable
from game.authoring.problems import Problem, ProblemsFound
from game.authoring.reading import read_text
from game.authoring.ways import ways


def check(name: Path | str, *, play: bool = True, language: str = "en") -> tuple[Problem, ...]:
    """Everything wrong with a scenario file, or with the shipped scenario of that id, in the order of the file."""
    try:
        path = find(name)
        text = read_text(path)
    except ProblemsFound as found:
        return found.problems
    return check_text(text, str(path), play=play, language=language)


def check_text(text: str, name: str, *, play: bool = True, language: str = "en") -> tuple[Problem, ...]:
    """The same for a text; `name` stands for the file. Without `play` nothing is simulated."""
    try:
        reading = read_scenario(text, name, language)
    except ProblemsFound as found:
        return found.problems
    scenario, fitting = reading.scenario, reading.fitting
    idle_rules(reading.draft, fitting)
    ways(scenario, fitting)
    contradictions(scenario, fitting)
    languages(fitting)
    facts(reading.draft, fitting)
    # Playing would only tell in a roundabout way what is known already.
    if play and not has_problems(reading.findings.sorted()):
        playable(scenario, fitting)
    return reading.findings.sorted()


def has_problems(found: Iterable[Problem]) -> bool:
    """Whether anything must be mended; advice may be left."""
    return any(problem.severity is Severity.PROBLEM for problem in found)
