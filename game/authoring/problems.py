"""What is wrong with a file, placed: line, column, a stable code, a sentence, a hint."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final
from unicodedata import category, east_asian_width

from game.authoring.codes.entry import Severity
from game.wording.catalogue import _

MOST_PROBLEMS: Final = 200
_WIDEST: Final = 120
_LONGEST_LINE: Final = 10_000
"""A longer line is not shown: many problems in it would each carry it along."""

_LINE_BREAK: Final = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


class Wrong(ValueError):
    """One value that is not what it should be, before anybody knows where it stands."""

    def __init__(
        self, code: str, sentence: str, hint: str = "", *, severity: Severity = Severity.PROBLEM
    ) -> None:
        super().__init__(sentence)
        self.code = code
        self.severity = severity
        self.sentence = sentence
        self.hint = hint


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A place in a file; line and column count from 1. Line 0 is the file as a whole."""

    line: int = 0
    column: int = 0


WHOLE_FILE: Final = Spot()


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong. `line` and `column` count from 1 and are 0 where the whole file is meant."""

    file: str
    line: int
    column: int
    code: str
    sentence: str
    source_line: str = ""
    hint: str = ""
    severity: Severity = Severity.PROBLEM

    def render(self) -> str:
        """`file:line:column: code: sentence`, then the source line with a caret, then the hint."""
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        advice = self.severity is Severity.ADVICE
        sentence = _("Advice: {sentence}").format(sentence=self.sentence) if advice else self.sentence
        parts = [f"{place}: {self.code}: {sentence}"]
        if self.source_line:
            shown, caret = _excerpt(self.source_line, self.column - 1)
            parts += [f"    {shown}", f"    {caret}^"]
        if self.hint:
            parts.append(f"    {self.hint}")
        return "\n".join(parts)


class ProblemsFound(Exception):
    """A file that cannot be used, with every problem found in it, in the order of the file."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(problem.render() for problem in problems))
        self.problems = problems


class Findings:
    """Collects the problems of one text."""

    def __init__(self, name: str, text: str = "") -> None:
        self.name = name
        self._lines = _LINE_BREAK.split(text)
        self._shown: dict[int, str] = {}
        self._found: dict[tuple[Spot, str, str], Problem] = {}

    def add(self, spot: Spot, wrong: Wrong) -> None:
        """Note that something is wrong at a place; the same thing twice counts once."""
        key = (spot, wrong.code, wrong.sentence)
        self._found[key] = Problem(
            self.name, spot.line, spot.column, wrong.code, wrong.sentence, self._line(spot.line), wrong.hint,
            wrong.severity,
        )  # fmt: skip

    def _line(self, number: int) -> str:
        """The line of that number as it can be shown."""
        if number not in self._shown:
            line = self._lines[number - 1] if 0 < number <= len(self._lines) else ""
            self._shown[number] = _printable(line) if len(line) <= _LONGEST_LINE else ""
        return self._shown[number]

    def __bool__(self) -> bool:
        return bool(self._found)

    @property
    def full(self) -> bool:
        """Whether so much is wrong that nothing needs to be added: it would not be shown."""
        return len(self._found) >= 2 * MOST_PROBLEMS

    def sorted(self) -> tuple[Problem, ...]:
        """All problems by place, the first MOST_PROBLEMS of them."""
        ordered = sorted(self._found.values(), key=lambda p: (p.line, p.column, p.code, p.sentence))
        return tuple(ordered[:MOST_PROBLEMS])

    def raise_if_any(self) -> None:
        """Raises ProblemsFound if anything was noted."""
        if self._found:
            raise ProblemsFound(self.sorted())


def _printable(line: str) -> str:
    """The line without characters that would disturb a terminal; its columns stay where they are."""
    return "".join("?" if category(c) in ("Cc", "Cf", "Cs") and c != "\t" else c for c in line)


def _excerpt(line: str, column: int) -> tuple[str, str]:
    """The part of a line around a column, and the blank that brings a caret under it."""
    start = max(0, column - _WIDEST // 2) if len(line) > _WIDEST else 0
    shown = line[start : start + _WIDEST].rstrip()
    before = line[start:column]
    return shown, "".join(_blank(c) for c in before)


def _blank(character: str) -> str:
    if character == "\t":
        return "\t"
    return "  " if east_asian_width(character) in "WF" else " "
