"""What a plan says to somebody, and what live orders were given, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.protocol.groups import names
from game.protocol.plan import Briefing, Conduct, Order, Plan
from game.protocol.scenario import Scenario
from game.wording.catalogue import _
from game.wording.phrases import capital, clock, cue_words, door, how_long, order_words, people, who


def addressee(scenario: Scenario, group: Sequence[str]) -> str:
    """Several people by the name they have together, if they have one, or one by one."""
    if len(group) > 1:
        meant = set(group)
        name = next((name for name, members in names(scenario).items() if set(members) == meant), None)
        if name is not None:
            return who(scenario, name)
    return people(scenario, group)


def told(scenario: Scenario, conduct: Conduct, *, read_back: bool, escort: str | None) -> str:
    """What somebody is told: `enter as soon as Vladimir Putin has entered; read back`; or that it is nothing."""
    parts = [*_parts(scenario, conduct)]
    if escort:
        parts.append(_("taken in by {escort}").format(escort=who(scenario, escort)))
    if read_back:
        parts.append(_("read back"))
    return "; ".join(parts) or _("nothing")


def _parts(scenario: Scenario, conduct: Conduct) -> Iterator[str]:
    if conduct.door is not None:
        yield _("by {door}").format(door=door(scenario, conduct.door))
    for words, cue in (
        (_("set out {when}"), conduct.set_out), (_("enter {when}"), conduct.enter), (_("sit down {when}"), conduct.sit),
        (_("leave {when}"), conduct.leave),
    ):  # fmt: skip
        if cue is not None:
            yield words.format(when=cue_words(scenario, cue))
    if conduct.spacing is not None:
        yield _("one after another, {how_long} apart").format(how_long=how_long(conduct.spacing))
    if conduct.pace is not None:
        yield _("at {pace} mm a second").format(pace=conduct.pace)
    if conduct.place is not None:
        yield _("to the seat {seat}").format(seat=conduct.place)


def briefing_rows(scenario: Scenario, plan: Plan, orders: Sequence[Order] = ()) -> list[tuple[str, str]]:
    """A plan as rows of whom and what; each live order as a row with its time. Empty where nobody was told anything."""
    rows = [(capital(addressee(scenario, briefing.who)), briefing_words(scenario, briefing))
            for briefing in plan.briefings]
    said = _("Live, {clock}")
    return rows + [(said.format(clock=clock(order.at)), order_words(scenario, order)) for order in orders]


def briefing_words(scenario: Scenario, briefing: Briefing) -> str:
    """What one briefing says."""
    return told(scenario, briefing.conduct, read_back=briefing.read_back, escort=briefing.escort)
