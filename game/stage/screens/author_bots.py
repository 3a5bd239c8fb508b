"""What six bots make of the scenario as it is now: played by other processes, filled in as it comes."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Final

from game.attempt.background import MOST, BotDays
from game.planning.bots import BOTS
from game.planning.calibration import Tally
from game.protocol.plan import Plan
from game.protocol.scenario import Scenario
from game.scoring.scorecard import score
from game.simulation.circumstances import draw
from game.simulation.engine import simulate
from game.stage import theme
from game.stage import widgets as w
from game.stage.screens.author_desk import DAY
from game.stage.screens.debrief_ledger import by_weight, points_words
from game.wording import sentences
from game.wording.advice import bot_name
from game.wording.catalogue import _
from game.wording.phrases import capital

DAYS: Final = 100
"""So many days each bot plays."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """A bot's first day: what it came to, and its dearest line in words (empty where nothing cost anything)."""

    total: int
    grade: str
    dearest: str
    points: int


class Bots:
    """The bots' ledgers of one scenario after the other."""

    def __init__(self) -> None:
        self.ledgers: dict[str, Ledger] = {}
        self._scenario: Scenario | None = None
        self._days: BotDays | None = None
        self._fresh: set[str] = set()  # those played since the scenario was last another one

    def ask(self, scenario: Scenario) -> None:
        """Have this scenario played, unless that is done or under way already."""
        if scenario is self._scenario and self._days is not None:
            return
        self.drop(scenario)
        if self._days is None:
            self._fresh = set()
            workers = max(1, min(MOST, (os.cpu_count() or 1) - 1))  # one is left for the window
            self._days = BotDays(scenario, DAYS * len(BOTS), workers)
        self._scenario = scenario

    def drop(self, scenario: Scenario) -> None:
        """Let go of the processes if they play another scenario than this one."""
        if scenario != self._scenario:
            self.stop()

    def tick(self) -> bool:
        """Take in what has come, and play one bot's first day; whether there is something new to show."""
        if self._days is None or self._scenario is None:
            return False
        news = not self._days.done and not self._days.failed and self._days.poll()
        waiting = next(((bot, plan) for bot, plan in self._days.plans if bot not in self._fresh), None)
        if waiting is None:
            return news
        bot, plan = waiting
        self.ledgers[bot] = _first_day(self._scenario, plan)
        self._fresh.add(bot)
        return True

    def stop(self) -> None:
        """Let go of the processes; what is not known by now is asked for again."""
        if self._days is not None:
            self._days.stop()
            self._days = None

    def panel(self, ui: w.Ui) -> w.Node:
        """A row for each bot."""
        rows = [self._row(ui, bot) for bot in BOTS]
        head = w.row(w.heading(_("What the bots make of it"), size=18), id="bots.head")
        failed = self._days.failed if self._days is not None else ""
        words = _("Day 1, and how many of {days} days were clean.").format(days=DAYS)
        if failed:
            words = _("The bots' days cannot be played here ({reason}).").format(reason=failed)
        return w.panel(
            head, w.note(words, id="bots.about"), w.scroll(*rows, id="bots", gap=5), id="bots.panel",
            label=_("Bots"), pad=10, gap=6,
        )  # fmt: skip

    def _row(self, ui: w.Ui, bot: str) -> w.Node:
        ledger, fresh = self.ledgers.get(bot), bot in self._fresh
        ink = theme.INK if fresh else theme.FAINT
        total = w.label(str(ledger.total) if ledger else "…", weight="bold", size=18, colour=ink, width=w.em(38),
                        align="right", id=f"bot.{bot}.total")  # fmt: skip
        grade = w.chip(ledger.grade) if ledger else None
        name = w.label(capital(bot_name(bot)), weight="semibold", colour=ink)
        words = w.column(
            w.flow(name, *([grade] if grade else []), w.note(self._clean(bot)), gap=6),
            self._dearest(ledger, ink),
            gap=2, width=w.FLEX,
        )  # fmt: skip
        return w.row(
            total, words, gap=10, pad=(8, 6), align="start", id=f"bot.{bot}",
            box=w.Box(theme.CARD, theme.HAIRLINE), role="row",
        )  # fmt: skip

    def _dearest(self, ledger: Ledger | None, ink: theme.Colour) -> w.Node | None:
        if ledger is None:
            return None
        if not ledger.dearest:
            return w.label(_("Nothing cost anything."), size=theme.SMALL, colour=ink)
        cost = w.span(f"{points_words(ledger.points)}  ", "bold", theme.ALARM, theme.SMALL)
        return w.paragraph(cost, w.span(ledger.dearest, size=theme.SMALL, colour=ink))

    def _clean(self, bot: str) -> str:
        tally = self._tally(bot)
        if tally is None or not tally.runs:
            return _("being played …")
        if tally.runs < DAYS:
            text = _("clean on {clean} of {runs} days so far …")
        else:
            text = _("clean on {clean} of {runs} days")
        return text.format(clean=tally.clean, runs=tally.runs)

    def _tally(self, bot: str) -> Tally | None:
        tallies = self._days.tallies if self._days is not None else None
        return tallies.by_plan.get(bot) if tallies is not None else None


def _first_day(scenario: Scenario, plan: Plan) -> Ledger:
    card = score(scenario, simulate(scenario, plan, draw(scenario, DAY)))
    costly = [line for line in by_weight(card) if line.points < 0]
    words = f"{sentences.title(scenario, costly[0])}: {sentences.sentence(scenario, costly[0])}" if costly else ""
    return Ledger(card.total, card.grade, words, costly[0].points if costly else 0)
