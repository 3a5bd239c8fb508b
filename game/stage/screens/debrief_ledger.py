"""The ledger: every line with its points and its sentence; an open line says why it counts and who says so."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from game.protocol.rules import Confidence
from game.protocol.scenario import Scenario, Source
from game.scoring.line import Line
from game.scoring.scorecard import FULL, Scorecard
from game.simulation.trace import Seen
from game.stage import theme
from game.stage import widgets as w
from game.stage.screens.run_timeline import clock_words
from game.wording import sentences
from game.wording.catalogue import _
from game.wording.phrases import capital
from game.wording.sources import confidence_words, origin


def by_weight(card: Scorecard) -> tuple[Line, ...]:
    """The lines, the costliest first; merits last."""
    return tuple(sorted(card.ledger, key=lambda line: (line.points, line.at)))


def sum_words(card: Scorecard) -> str:
    """`100 − 69 = 31`; where the sum leaves the scale, what it was counted as."""
    lines = card.raw - FULL
    sign = "−" if lines < 0 else "+"
    text = f"{FULL} {sign} {abs(lines)} = {card.raw}".replace("= -", "= −")
    return text if card.raw == card.total else _("{sum}, counted as {total}").format(sum=text, total=card.total)


def ledger_rows(
    scenario: Scenario,
    card: Scorecard,
    opened: int,
    toggle: Callable[[int], w.Screen | None],
    below: Callable[[Line], w.Node],
) -> list[w.Node]:
    """A row for each line; the one at place `opened` tells all, and a breach has `below` it what would avoid it."""
    lines = by_weight(card)
    if not lines:
        return [w.prose(_("Nothing to enter: no breach, no cost."))]
    rows = []
    for place, line in enumerate(lines):
        rows.append(_row(scenario, line, place, place == opened, partial(toggle, place)))
        if place == opened and line.is_breach:
            rows.append(below(line))
    return rows


def points_words(points: int) -> str:
    """`−18`, `+3`, `0`: with the signs that are as wide as a figure."""
    return f"−{-points}" if points < 0 else f"+{points}" if points else "0"


def _row(scenario: Scenario, line: Line, place: int, opened: bool, toggle: Callable[[], w.Screen | None]) -> w.Node:
    colour = theme.ALARM if line.points < 0 else theme.BAIZE
    title, sentence = sentences.title(scenario, line), sentences.sentence(scenario, line)
    words = w.column(
        w.label(title, weight="semibold"),
        w.label(sentence, size=13.5),
        *(_why(scenario, line) if opened else ()),
        gap=3, width=w.FLEX,
    )  # fmt: skip
    points = w.label(points_words(line.points), weight="bold", size=16, colour=colour, width=w.em(44), align="right")
    row = w.list_row(
        f"line.{place}", points, words, *seen_chip(line), label=f"{title}. {sentence}", value=points_words(line.points),
        on_press=toggle, selected=opened, align="start", gap=12, pad=(10, 8),
    )  # fmt: skip
    if opened and row.box is not None:
        row.box = w.Box(theme.BRASS_TINT, theme.BRASS, width=1.5)
    return row


def seen_chip(line: Line) -> list[w.Node]:
    """Who could see it, in a word; nothing where nobody did."""
    if line.seen_by is Seen.NOBODY:
        return []
    words = {Seen.LIVE: _("live"), Seen.PRESS: _("press"), Seen.OTHER_SIDE: _("other side")}[line.seen_by]
    tone = {Seen.LIVE: "alarm", Seen.PRESS: "alarm_soft", Seen.OTHER_SIDE: "caution"}[line.seen_by]
    return [w.chip(words, tone)]


def _why(scenario: Scenario, line: Line) -> list[w.Node]:
    """The rule, the custom behind it, its source and how sure we are; when, and who saw it."""
    when = clock_words(line.at)
    if line.until > line.at:
        when = _("{clock} to {until}").format(clock=when, until=clock_words(line.until))
    seen = capital(sentences.seen_by(line.seen_by.word))
    facts = [w.note(f"{when} · {sentences.figure_name(line.figure)}" + (f" · {seen}" if line.is_finding else ""))]
    rule = next((rule for rule in scenario.rules if rule.id == line.rule), None)
    if rule is None or not line.is_finding:
        return [*facts, w.label(_reason(line), face="serif", size=15.5)]
    said = w.label(
        _("The custom here: {custom}").format(custom=sentences.custom(scenario, rule)),
        face="serif",
        size=15.5,
    )
    weighs = _("A breach weighs: {gravity}.").format(gravity=sentences.gravity_word(rule.gravity))
    extra = [weighs]
    if line.follows:
        extra.append(_("It followed from “{rule}” and costs a quarter.").format(rule=scenario.rule(line.follows).title))
    if line.put_right:
        extra.append(_("It was put right."))
    if line.waived:
        extra.append(_("It was waived, and costs nothing."))
    if line.improvised:
        extra.append(_("A principal's own idea costs nothing; what you made of it counts."))
    return [
        *facts,
        said,
        w.note(" ".join(extra)),
        w.label(source_words(scenario.source(line.source)), size=theme.SMALL, weight="italic", colour=theme.MUTED),
        w.note(how_sure(rule.confidence, rule.reconstructed)),
    ]


def _reason(line: Line) -> str:
    """Why something that is no breach counts at all."""
    return {
        "cost.correction": _(
            "Correcting guests before others is the house's own discourtesy; it weighs by who saw it."
        ),
        "cost.remark": _("A remark aloud is a small discourtesy of the house's own; it weighs by who heard it."),
        "cost.cut": _("An empty picture is noticed; it weighs by how long it lasted."),
        "cost.late": _("What the day was for came later than planned; it weighs by how late."),
        "cost.standing": _("Nobody likes to be kept standing at a door; it weighs by how long, all together."),
        "cost.order": _("Improvising is seen: every order that arrives counts a little."),
        "cost.missed": _("The day did not reach what it was for; nothing weighs more."),
    }.get(line.message, _("A recovery gives back a part of what the breach cost."))


def source_words(source: Source | None) -> str:
    """Title, publisher and date of a source."""
    if source is None:
        return _("No source: set by the author of the scenario.")
    if not source.title:
        return origin(source)
    return _("“{title}”, {origin}").format(title=source.title, origin=origin(source))


def how_sure(confidence: Confidence, reconstructed: bool = False) -> str:
    """How sure we are of a custom, in a sentence."""
    words = _("How sure: {words}.").format(words=confidence_words(confidence))
    if reconstructed and confidence is not Confidence.DESIGN:
        return words + " " + _("Reconstructed.")
    return words
