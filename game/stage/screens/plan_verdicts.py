"""What the walk-through breaks, where the scenario tells it: a button for each rule shows the instant."""

from __future__ import annotations

from game.protocol.scenario import Help
from game.protocol.units import format_clock
from game.stage import widgets as w
from game.stage.screens.plan_desk import PlanDesk
from game.wording.catalogue import _, ngettext

BEFORE = 1_500
"""So many ms before a breach the walk-through is shown, so that one sees it happen."""


def verdicts(desk: PlanDesk) -> list[w.Node]:
    """A line under the room, or nothing where this scenario keeps it to itself."""
    if desk.scenario.help is not Help.VERDICTS:
        return []
    trace = desk.session.trace_of_walkthrough
    first: dict[str, int] = {}
    for breach in trace.breaches:
        first.setdefault(breach.rule, breach.at)
    if not first:
        good = trace.accomplished
        late = _("no rule broken, but not everybody is in place in time")
        words = _("no rule broken") if good else late
        verdict = w.chip(words, "good" if good else "caution")
        return [w.row(w.chip(_("walk-through"), "plain"), verdict, gap=8)]
    count = ngettext("{number} rule broken", "{number} rules broken", len(first)).format(number=len(first))
    buttons = [_button(desk, rule, at) for rule, at in first.items()]
    chips = (w.chip(_("walk-through"), "plain"), w.chip(count, "alarm_soft"))
    return [w.flow(*chips, *buttons, gap=8)]


def _button(desk: PlanDesk, rule_id: str, at: int) -> w.Node:
    rule = desk.scenario.rule(rule_id)

    def show() -> None:
        desk.playing = False
        desk.look_at(at - BEFORE)

    words = _("{rule}, {clock}").format(rule=rule.title, clock=format_clock(at))
    return w.button(f"verdict.{rule_id}", words, show, kind="link", small=True, tooltip=rule.says)
