"""The debrief of a class as text for a terminal. It names no trainee: it may stand on the projector."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import Final

from game.planning.class_debrief import ClassDebrief, Contrast
from game.protocol.scenario import Scenario
from game.report.class_values import LeftAside, bar_label, place
from game.report.text import WIDTH
from game.wording.briefings import addressee, briefing_rows
from game.wording.catalogue import _, ngettext
from game.wording.class_debrief import (
    caused,
    days_sentence,
    decisive_sentence,
    how_many,
    incident_sentence,
    mistake_sentence,
    progress_sentence,
    questions,
    robust_round_sentence,
    round_sentence,
    rule_name,
)
from game.wording.phrases import capital
from game.wording.sources import origin

LISTED: Final = 6
_BAR: Final = 40


def class_text(debriefs: Sequence[ClassDebrief], left_aside: Sequence[LeftAside] = ()) -> str:
    """The debriefs one after another, at most 92 columns wide, ending without a line break."""
    parts = [part for debrief in debriefs for part in _debrief(debrief)]
    if left_aside:
        aside = [_("Left aside")]
        for each in left_aside:
            aside += _item(f"{each.file}: {each.sentence}")
        parts.append(aside)
    return "\n\n".join("\n".join(part) for part in parts if part)


def _debrief(debrief: ClassDebrief) -> Iterator[list[str]]:
    scenario, first = debrief.scenario, debrief.first
    yield [f"{scenario.title} · {place(scenario)}"]
    yield [*wrap(round_sentence(first), WIDTH), *wrap(robust_round_sentence(first), WIDTH),
           *wrap(days_sentence(debrief), WIDTH)]
    yield [_("Totals"), *_bars(first.score_bars())]
    yield [_("Clean on so many of 100 other days"), *_bars(first.robust_bars())]
    yield _wrong(debrief)
    yield _by_rule(debrief)
    yield _by_event(debrief)
    yield _contrast(scenario, debrief.contrast)
    if debrief.after is not None:
        yield [_("First and last try"), *_item(progress_sentence(debrief))]
    asked = questions(scenario)
    yield [_("Questions"), *(line for point, question in asked for line in _item(f"{point} {question}"))]
    yield _history(scenario)


def _bars(bars: Sequence[int]) -> list[str]:
    highest = max(1, *bars)
    return [f"  {bar_label(nth, len(bars)):>6}  {n:>3}  {'#' * (n * _BAR // highest)}".rstrip()
            for nth, n in enumerate(bars)]


def _wrong(debrief: ClassDebrief) -> list[str]:
    scenario = debrief.scenario
    if not debrief.wrong:
        return [_("No plan went wrong: everybody's day was clean.")]
    commonest, *others = debrief.wrong
    head = _("The commonest wrong plan ({how_many})").format(how_many=how_many(commonest, len(debrief.first.attempts)))
    lines = [head, *_item(mistake_sentence(scenario, commonest.mistake)), *_item(caused(scenario, commonest))]
    for each in others[:LISTED]:
        lines += _item(f"{len(each.attempts)} × {mistake_sentence(scenario, each.mistake)}")
    return lines


def _by_rule(debrief: ClassDebrief) -> list[str]:
    broken = debrief.first.broken()
    if not broken:
        return []
    lines = [_("Breaches by rule")]
    for each in broken:
        made = ngettext("{n} trainee", "{n} trainees", len(each.trainees)).format(n=len(each.trainees))
        lines += _item(f"{made}: {rule_name(debrief.scenario, each.rule)}")
    return lines


def _by_event(debrief: ClassDebrief) -> list[str]:
    scenario, incidents = debrief.scenario, debrief.first.incidents()
    if not incidents:
        return []
    lines = [_("Breaches by event, the commonest")]
    for each in incidents[:LISTED]:
        who = capital(addressee(scenario, each.offenders))
        lines += _item(f"{len(each.trainees)} × {rule_name(scenario, each.rule)}: {who}")
        lines += _item(incident_sentence(scenario, each), 6)
    return lines


def _contrast(scenario: Scenario, found: Contrast | None) -> list[str]:
    if found is None:
        return []
    lines = [_("Two plans side by side"), *_item(decisive_sentence(scenario, found))]
    for name, one in ((_("Plan A"), found.worse), (_("Plan B"), found.better)):
        lines += _item(_("{title}: {total} of 100, grade {grade}").format(
            title=name, total=one.card.total, grade=one.card.grade))
        rows = briefing_rows(scenario, one.plan, one.orders)
        for whom, what in rows:
            lines += _item(f"{whom}: {what}", 6)
        if not rows:
            lines += _item(_("It told nobody anything."), 6)
    return lines


def _history(scenario: Scenario) -> list[str]:
    lines = [_("What really happened")]
    if not scenario.accounts:
        lines += _item(_("This day is made up; no account tells of it."))
    for account in scenario.accounts:
        source = scenario.source(account.source)
        lines += _item(f"{account.text} ({origin(source)})" if source else account.text)
    return lines


def _item(text: str, indent: int = 2) -> list[str]:
    return wrap(text, WIDTH, initial_indent=" " * indent, subsequent_indent=" " * (indent + 2))
