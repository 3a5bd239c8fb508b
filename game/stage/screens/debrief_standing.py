"""Where the total stands among the bots: played by other processes once it is asked for, shown as a histogram."""

from __future__ import annotations

from collections.abc import Callable

from game.attempt.background import RUNS, BotDays
from game.attempt.pools import Tallies
from game.planning.bots import BOTS
from game.planning.standing import GROUPS, Standing, standing
from game.stage import widgets as w
from game.stage.screens.debrief_bars import bars, swatch
from game.stage.session import Session
from game.wording.catalogue import _
from game.wording.standing import group_name, group_words, standing_sentence

_BESIDE, _HIGH = 270, 104


class AmongBots:
    """The total of one finished day among the bots' days, which the session keeps once they have been played."""

    def __init__(self, session: Session, total: int) -> None:
        self._session = session
        self._total = total
        self._days: BotDays | None = None

    def ask(self) -> None:
        """Have the bots' days played, unless that is known or under way already."""
        if self._days is None and self._session.bots is None:
            self._days = BotDays(self._session.scenario)

    def tick(self) -> bool:
        """Take in what has been played since; whether there is something new to show."""
        if self._days is None or self._session.bots is not None or not self._days.poll():
            return False
        if self._days.done:
            self._session.bots = self._days.tallies
        return True

    def stop(self) -> None:
        """The screen is left: what is not known by now is asked for again."""
        if self._days is not None:
            self._days.stop()
            self._days = None

    def panel(self, ui: w.Ui, *, wide: bool) -> w.Node:
        """Histogram and words side by side where it is wide, or else one above the other."""
        known = self._known
        stands = standing(self._total, known.by_plan if known is not None else {})
        chart = bars(ui, stands, self._sentence(stands))
        if not wide:
            chart.height = w.em(_HIGH)
            rows = w.scroll(*self._words(stands), chart, *_legend(ui, _in_a_line), id="standing", gap=8)
            return w.panel(rows, id="standing.panel")
        beside = w.scroll(*self._words(stands), *_legend(ui, _in_two_lines), id="standing", gap=10)
        beside.width = w.em(_BESIDE)
        body = w.row(chart, beside, gap=18, align="stretch", height=w.FLEX)
        return w.panel(body, id="standing.panel", pad=10)

    @property
    def _known(self) -> Tallies | None:
        return self._session.bots or (self._days.tallies if self._days is not None else None)

    def _sentence(self, stands: Standing) -> str:
        """The answer, or why there is none."""
        if self._session.bots is not None:
            return standing_sentence(stands)
        if self._days is not None and self._days.failed:
            return _("The bots' days cannot be played here ({reason}).").format(reason=self._days.failed)
        return ""

    def _words(self, stands: Standing) -> list[w.Node]:
        if answer := self._sentence(stands):
            return [w.label(answer, face="serif", size=w.theme.LEAD, id="standing.answer", role="status")]
        under_way = _("Six bots play {days} days each …").format(days=RUNS // len(BOTS))
        shown = _("{n:,} of {all:,}").format(n=stands.runs, all=RUNS)
        return [w.prose(under_way, size=16), w.progress("", stands.runs, RUNS, shown, id="standing.progress")]


def _legend(ui: w.Ui, words: Callable[[str], w.Node]) -> list[w.Node]:
    """What the patterns stand for, in the order in which they lie over each other."""
    groups = reversed(list(enumerate(GROUPS)))
    return [w.row(swatch(ui, place), words(group), gap=9, align="start") for place, group in groups]


def _in_two_lines(group: str) -> w.Node:
    return w.column(_name(group), w.note(group_words(group), size=w.theme.TINY), gap=0, width=w.FLEX)


def _in_a_line(group: str) -> w.Node:
    words = w.note(group_words(group), size=w.theme.TINY)
    words.width = w.FLEX
    return w.row(_name(group), words, gap=9, width=w.FLEX)


def _name(group: str) -> w.Node:
    return w.label(group_name(group), size=w.theme.SMALL, weight="semibold")
