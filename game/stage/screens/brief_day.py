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
from game.wording.phrases import capital, clock, cue_words, everyone, how_long, who


class _Entry(NamedTuple):
    at: int
    words: str
    more: str = ""
    made_up: bool = False


def section(scenario: Scenario) -> w.Node:
    """Programme, possibilities, habits."""
    risks = _risks(scenario)
    return w.column(
        block(_("The programme"), lines(_row(entry) for entry in sorted(_programme(scenario)))),
        block(_("What may go wrong"), lines(risks)) if risks else None,
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


def _span(span: Span) -> str:
    if span.low == span.high:
        return how_long(span.low)
    if span.low == 0:
        return _("0 to {high}").format(high=how_long(span.high))
    return _("{low} to {high}").format(low=how_long(span.low), high=how_long(span.high))


def _percent(permille: int) -> str:
    return _("{percent} %").format(percent=f"{permille / 10:g}")


def _risks(scenario: Scenario) -> list[w.Node]:
    found: list[w.Node] = []
    for arrival in scenario.arrivals:
        if arrival.late.high:
            names = everyone([who(scenario, name) for name in arrival.who])
            said = _("{who} may arrive late").format(who=capital(names))
            found.append(_risk(_span(arrival.late), said, arrival.because, arrival.reconstructed))
    if scenario.liaison.lost:
        said = _("A message that is only sent never reaches a holding room")
        more = _("Drawn for each delegation and holding room; then people do what they are used to. "
                 "What is read back, or brought by an escort, always arrives.")  # fmt: skip
        found.append(_risk(_percent(scenario.liaison.lost), said, more))
    for lingers in scenario.lingers:
        said = _("{who} lingers for {span}").format(who=who(scenario, lingers.who), span=_span(lingers.by))
        found.append(_risk(_percent(lingers.chance), said, lingers.because, lingers.reconstructed))
    for rule in scenario.rules:
        if rule.house is not None and rule.house.does is not Does.NOTES:
            said = _("until the house notices a breach of “{rule}”").format(rule=rule.title)
            answer = how_long(rule.house.answer)
            more = _("You then have {answer} to act before it does.").format(answer=answer)
            found.append(_risk(_span(rule.house.notices_after), said, more))
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
