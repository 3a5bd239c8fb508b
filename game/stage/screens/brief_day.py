"""The day: the programme, what may go wrong, and what people do if nobody tells them anything.

Only what is possible is told here; what chance has drawn for the day at hand nobody knows yet.
"""

from __future__ import annotations

from typing import NamedTuple

from game.protocol.rules import Does, Span
from game.protocol.scenario import Scenario
from game.stage import widgets as w
from game.stage.screens.brief_pieces import block, bullet, fact, lines, reconstructed
from game.wording.catalogue import _
from game.wording.chance import risks, span_words
from game.wording.phrases import capital, clock, cue_words, everyone, how_long, who


class _Entry(NamedTuple):
    at: int
    words: str
    more: str = ""
    made_up: bool = False


def section(scenario: Scenario) -> w.Node:
    """Programme, possibilities, habits."""
    may = _risks(scenario)
    return w.column(
        block(_("The programme"), lines(_row(entry) for entry in sorted(_programme(scenario)))),
        block(_("What may go wrong"), lines(may)) if may else None,
        block(_("What they do if nobody tells them anything"), *_habits(scenario))
        if scenario.habits else None,
        gap=20,
    )  # fmt: skip


def _row(entry: _Entry) -> w.Node:
    return fact(clock(entry.at), entry.words, entry.more, chip=reconstructed() if entry.made_up else None)


def _programme(scenario: Scenario) -> list[_Entry]:
    air, press, aim = scenario.broadcast, scenario.press, scenario.aim
    found = [_Entry(scenario.start, _("The day begins; everybody waits where the floor plan shows"))]
    if air.start is not None:
        back = ""
        if air.returns is not None:
            back = _("Cut away, it returns {cue}.").format(cue=cue_words(scenario, air.returns))
        found.append(_Entry(air.start, _("The broadcast goes on air"), back, air.reconstructed))
    if air.end is not None:
        found.append(_Entry(air.end, _("The broadcast ends")))
    if press.start is not None:
        found.append(_Entry(press.start, _("The press comes in: from now on it sees what happens")))
    if press.end is not None:
        found.append(_Entry(press.end, _("The press leaves")))
    ready = scenario.room_ready
    if ready is not None:
        text = _("The room is ready: until then nobody enters")
        found.append(_Entry(ready.at, text, _late(ready.late), ready.reconstructed))
    for arrival in scenario.arrivals:
        text = _("{who} arrives") if len(arrival.who) == 1 else _("{who} arrive")
        names = everyone([who(scenario, name) for name in arrival.who])
        late = _late(arrival.late)
        found.append(_Entry(arrival.at, capital(text.format(who=names)), late, arrival.reconstructed))
    if aim.due != aim.by:
        found.append(_Entry(aim.due, _("By now everybody should be in place; later costs points")))
    found.append(_Entry(aim.by, _("The deadline: later, and the day has failed")))
    return found


def _late(late: Span) -> str:
    if late.high == 0:
        return ""
    return _("or up to {high} later").format(high=how_long(late.high))


def _risks(scenario: Scenario) -> list[w.Node]:
    found = [_risk(*risk) for risk in risks(scenario)]
    for rule in scenario.rules:
        if rule.house is not None and rule.house.does is not Does.NOTES:
            said = _("until the house notices a breach of “{rule}”").format(rule=rule.title)
            answer = how_long(rule.house.answer)
            more = _("You then have {answer} to act before it does.").format(answer=answer)
            found.append(_risk(span_words(rule.house.notices_after), said, more))
    return found


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
