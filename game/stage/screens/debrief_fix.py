"""The fix of an open ledger line: looked for only when asked for, a few simulations at each frame."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from game.attempt.commands import Command, as_command
from game.attempt.live import LiveRun
from game.planning.fixes import Fixer, Looking
from game.scoring.line import Line
from game.stage import widgets as w
from game.wording.advice import fix_sentence
from game.wording.catalogue import _, ngettext

_SLICE = 4
_TOLD_EVERY = 24


class Fixes:
    """What has been asked of the lines of one finished day, and what was found.

    With `applies` False it is only told, for the plan cannot be changed now.
    """

    def __init__(self, run: LiveRun, *, applies: bool = True) -> None:
        self._run = run
        self._applies = applies
        self._fixer: Fixer | None = None
        self._found: dict[Line, Looking] = {}
        self._steps: Iterator[Looking] | None = None
        self._line: Line | None = None
        self._told = 0

    def ask(self, line: Line) -> None:
        """Begin to look for the fix of a line; what was being looked for before can be asked for again."""
        if line in self._found or not line.is_breach:
            return
        if self._line is not None:
            del self._found[self._line]
        if self._fixer is None:
            run = self._run
            self._fixer = Fixer(run.scenario, run.plan, run.circumstances, run.orders, run.seed)
        self._found[line], self._line, self._told = Looking(0), line, 0
        self._steps = self._fixer.look(line)

    @property
    def busy(self) -> bool:
        """Whether something is being looked for."""
        return self._steps is not None

    def tick(self) -> bool:
        """Look a little further; whether there is something new to show."""
        if self._steps is None or self._line is None:
            return False
        for _slice in range(_SLICE):
            step = next(self._steps)
            self._found[self._line] = step
            if step.ready:
                self._steps = self._line = None
                return True
        news = step.tried - self._told >= _TOLD_EVERY
        self._told = step.tried if news else self._told
        return news

    def command(self, line: Line | None) -> Command | None:
        """What puts the fix of a line into the plan, where one was found."""
        looking = self._found.get(line) if line is not None and self._applies else None
        return as_command(looking.fix.change) if looking is not None and looking.fix is not None else None

    def panel(self, line: Line, act: Callable[[], w.Screen | None]) -> w.Node:
        """What stands below the open line: the offer, how far the search has come, or the answer."""
        looking = self._found.get(line)
        if looking is None:
            nodes = [w.row(w.button("fix", _("Show the fix"), act, key="f", small=True), w.spacer())]
        elif not looking.ready:
            tried = ngettext("{n} day simulated", "{n} days simulated", looking.tried).format(n=looking.tried)
            words = _("Looking for the smallest change of plan: {tried} …").format(tried=tried)
            nodes = [w.note(words, id="fix.looking")]
        else:
            nodes = [w.label(fix_sentence(self._run.scenario, looking.fix), size=15, weight="medium", id="fix.found")]
            if looking.fix is not None:
                gain = ngettext("{n} point more", "{n} points more", looking.fix.gained).format(n=looking.fix.gained)
                put = w.button("fix.apply", _("Put it into the plan"), act, key="f", small=True, kind="primary")
                nodes.append(w.row(put if self._applies else None, w.note(gain), w.spacer(), gap=10))
        box = w.Box(w.theme.CARD, w.theme.HAIRLINE)
        return w.column(*nodes, gap=6, pad=(12, 8), box=box, id="fix.panel")
