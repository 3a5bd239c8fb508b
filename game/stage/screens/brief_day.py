"""The day: the programme, what may go wrong, and what people do if nobody tells them anything.

Only what is possible is told here; what chance has drawn for the day at hand nobody knows yet.
"""

from __future__ import annotations

from game.protocol.scenario import Scenario
from game.stage import widgets as w
from game.stage.screens.brief_pieces import block, bullet, fact, lines, reconstructed
from game.wording.catalogue import _
from game.wording.chance import notices, risks
from game.wording.phrases import capital, clock, everyone, who
from game.wording.programme import Item, programme


def section(scenario: Scenario) -> w.Node:
    """Programme, possibilities, habits."""
    may = _risks(scenario)
    return w.column(
        block(_("The programme"), lines(_row(entry) for entry in programme(scenario))),
        block(_("What may go wrong"), lines(may)) if may else None,
        block(_("What they do if nobody tells them anything"), *_habits(scenario))
        if scenario.habits else None,
        gap=20,
    )  # fmt: skip


def _row(entry: Item) -> w.Node:
    return fact(clock(entry.at), entry.words, entry.more, chip=reconstructed() if entry.made_up else None)


def _risks(scenario: Scenario) -> list[w.Node]:
    return [_risk(*risk) for risk in (*risks(scenario), *notices(scenario))]


def _risk(chance: str, said: str, more: str, made_up: bool = False) -> w.Node:
    return fact(chance, said, more, chip=reconstructed() if made_up else None)


def _habits(scenario: Scenario) -> list[w.Node]:
    """Each reason once, with everybody it moves."""
    by_reason: dict[str, list[str]] = {}
    for habit in scenario.habits:
        names = by_reason.setdefault(habit.because, [])
        names += [name for name in habit.who if name not in names]
    rows = [
        bullet(_("{who}: {because}").format(
            who=capital(everyone([who(scenario, name) for name in names])), because=because))
        for because, names in by_reason.items()
        if because
    ]  # fmt: skip
    if all(habit.reconstructed for habit in scenario.habits):
        rows.append(w.note(_("Their habits are reconstructed.")))
    return rows
