"""A scenario file while somebody writes it: looked at again and again, read when it has changed, never written.

It is polled, so that it works on every system and on shared folders. Editors save by renaming another file over it, or
by emptying and filling it: what is seen must have stood still before it is believed, and bad news longer than good.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from game.authoring.load import load_scenario_text
from game.authoring.problems import Problem, ProblemsFound
from game.authoring.reading import read_text
from game.protocol.scenario import Scenario

POLL: Final = 50
"""The file's date and size are asked for so often, ms."""

READ_ANYWAY: Final = 500
"""So often it is read although they are the same, ms: two saves within one tick of the file system's clock."""

SETTLED: Final = 50
"""A text that has not changed for so long is read, ms."""

WRONG_SETTLED: Final = 300
"""One that is wrong may be half written: its problems are told when it has not changed for so long, ms."""

GONE_SETTLED: Final = 500
"""A file that is not there, or empty, may be about to be written, ms."""

_Seen = str | tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file came to: its text, and the scenario in it or else every problem. Without a text: unreadable."""

    text: str | None
    scenario: Scenario | None
    problems: tuple[Problem, ...]


class Watch:
    """Watches one file. `reading` is what it came to last; the first comes from `look` at once."""

    def __init__(self, path: Path, language: str = "en") -> None:
        self.path = path
        self.reading: Reading | None = None
        self._language = language
        self._sign: object = None
        self._seen: _Seen = ()
        self._still = 0  # for how long what was seen has not changed, ms
        self._since_poll = 0
        self._since_read = 0
        self._found: tuple[_Seen, Reading] | None = None  # read, but perhaps not told yet

    def look(self, ms: int) -> bool:
        """So many milliseconds have passed: whether `reading` is another one now. Costs next to nothing most times."""
        self._since_poll += ms
        if self.reading is not None and self._since_poll < POLL:
            return False
        passed, self._since_poll = self._since_poll, 0
        if self.reading is None:
            self._sign, self._seen = self._signature(), self._glance()
            return self._tell()
        if self._changed(passed):
            return False
        self._still += passed
        return self._is_news() and self._believed() and self._tell()

    def _changed(self, passed: int) -> bool:
        """Whether the file is not as it was seen last."""
        self._since_read += passed
        sign = self._signature()
        if sign == self._sign and self._since_read < READ_ANYWAY:
            return False
        self._sign, self._since_read = sign, 0
        seen = self._glance()
        if seen == self._seen:
            return False
        self._seen, self._still = seen, 0
        return True

    def _signature(self) -> object:
        try:
            found = self.path.stat()
        except (OSError, ValueError) as error:
            return type(error).__name__
        return found.st_mtime_ns, found.st_size, found.st_ino

    def _glance(self) -> _Seen:
        try:
            return read_text(self.path)
        except ProblemsFound as found:
            return found.problems

    def _is_news(self) -> bool:
        told = self.reading
        return told is None or self._seen != (told.problems if told.text is None else told.text)

    def _believed(self) -> bool:
        if not isinstance(self._seen, str) or not self._seen.strip():
            return self._still >= GONE_SETTLED
        if self._still < SETTLED:
            return False
        return self._read(self._seen).scenario is not None or self._still >= WRONG_SETTLED

    def _tell(self) -> bool:
        seen = self._seen
        self.reading = self._read(seen) if isinstance(seen, str) else Reading(None, None, seen)
        self._found = None
        return True

    def _read(self, text: str) -> Reading:
        if self._found is None or self._found[0] != text:
            try:
                reading = Reading(text, load_scenario_text(text, str(self.path), self._language), ())
            except ProblemsFound as found:
                reading = Reading(text, None, found.problems)
            self._found = text, reading
        return self._found[1]
