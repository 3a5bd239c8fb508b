"""A run as text for a terminal: what happened, what it cost and why, what chance drew."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from textwrap import wrap
from typing import Final

from game.planning.fixes import Fix
from game.planning.robust import Robust
from game.protocol.rules import Confidence
from game.protocol.scenario import Scenario
from game.protocol.units import format_clock
from game.scoring.line import Line
from game.scoring.scorecard import FULL, Scorecard
from game.simulation.codes import WORDS, Code
from game.simulation.trace import Trace
from game.wording.advice import fix_sentence
from game.wording.catalogue import _
from game.wording.chance import chances, disturbs
from game.wording.customs import gravity_word
from game.wording.dates import date_words
from game.wording.day import figure_name, grade_word, how_it_went, outcome_sentence, robust_sentence
from game.wording.ledger import sentence, title
from game.wording.phrases import seen_by
from game.wording.sources import confidence_words, origin
from game.wording.transcript import transcript

WIDTH: Final = 92
BAR: Final = 20
_TOLD: Final = frozenset(
    WORDS[code]
    for code in (
        Code.ORDER, Code.ON_AIR, Code.OFF_AIR, Code.PRESS_IN, Code.ARRIVED, Code.ENTERED, Code.QUIET_WORD,
        Code.SENT_OUT, Code.REMARKED, Code.TOOK_LEAVE, Code.ACCOMPLISHED, Code.MISSED, Code.ROOM_READY, Code.KEEPS,
        Code.OPENED, Code.TURNED_BACK,
    )
)  # fmt: skip


def as_text(
    scenario: Scenario, seed: int, plan_name: str, trace: Trace, card: Scorecard, robust: Robust | None = None,
    fixes: Mapping[Line, Fix | None] | None = None,
) -> str:  # fmt: skip
    """The report of a run, at most 92 columns wide, ending without a line break."""
    place = f"{scenario.place}, {date_words(scenario.date)}" if scenario.date else scenario.place
    parts = [
        [f"{scenario.title} · {place}", _("Plan “{plan}”, day {seed}").format(plan=plan_name, seed=seed)],
        wrap(outcome_sentence(scenario, trace, card), WIDTH),
        wrap(how_it_went(scenario, trace, card), WIDTH),
        list(_score(card)),
        list(_ledger(scenario, card, fixes or {})),
        [_("What happened"), *_events(scenario, trace)],
        list(_chance(scenario, trace)),
    ]
    if robust is not None:
        parts.append(wrap(robust_sentence(scenario, robust), WIDTH))
    return "\n\n".join("\n".join(part) for part in parts if part)


def _score(card: Scorecard) -> Iterator[str]:
    yield _("Total {total} of 100, grade {grade}: {word}").format(
        total=card.total, grade=card.grade, word=grade_word(card.grade)
    )
    names = {figure: figure_name(figure) for figure, _value in card.figures.items()}
    widest = max(map(len, names.values()))
    for figure, value in card.figures.items():
        filled = value * BAR // FULL
        yield f"  {names[figure]:<{widest}}  {value:>3}  [{'#' * filled}{'.' * (BAR - filled)}]"


def _ledger(scenario: Scenario, card: Scorecard, fixes: Mapping[Line, Fix | None]) -> Iterator[str]:
    if not card.ledger:
        yield _("The ledger is empty: nothing was broken, and nothing cost anything.")
        return
    points = card.raw - FULL
    signed = f"{'−' if points < 0 else '+'} {abs(points)}"
    yield _("Ledger: 100 {points} = {raw}").format(points=signed, raw=str(card.raw).replace("-", "−"))
    cited: set[str] = set()
    for line in card.ledger:
        yield from _line(scenario, line, cited)
        if line in fixes:
            yield from _indented(_("Fix: {fix}").format(fix=fix_sentence(scenario, fixes[line])))


def _line(scenario: Scenario, line: Line, cited: set[str]) -> Iterator[str]:
    sign = "+" if line.points > 0 else "−" if line.points else ""
    marks = [gravity_word(scenario.rule(line.rule).gravity)] if line.is_finding else []
    marks += [seen_by(line.seen_by.word)] if line.is_finding or line.rule in ("correction", "remark") else []
    seen = f"  [{', '.join(marks)}]" if marks else ""
    yield f"{sign + str(abs(line.points)):>5}  {format_clock(line.at)}  {title(scenario, line)}{seen}"
    yield from _indented(sentence(scenario, line))
    source = _source(scenario, line)
    if source and line.rule not in cited:
        cited.add(line.rule)
        yield from _indented(source)


def _source(scenario: Scenario, line: Line) -> str:
    """Where the rule comes from and how sure that is, for breaches."""
    if not line.is_finding:
        return ""
    source = scenario.source(line.source)
    if source is None and scenario.rule(line.rule).reconstructed:
        return _("No source gives this rule: reconstructed for this scenario.")
    if source is None:
        return _("No source: set by the author of this scenario.")
    sure = confidence_words(Confidence(line.confidence))
    return _("Source: {origin} ({sure})").format(origin=origin(source), sure=sure)


def _indented(text: str) -> list[str]:
    return [f"{'':17}{part}" for part in wrap(text, WIDTH - 17)]


def _events(scenario: Scenario, trace: Trace) -> Iterator[str]:
    """The events a reader follows the day by; the whole of it stands in the JSON document."""
    staff = {officer.id for officer in scenario.officers}
    for event, told in zip(trace.events, transcript(scenario, trace), strict=True):
        if event.what in _TOLD or (event.what == WORDS[Code.AT_DOOR] and event.who in staff):
            yield f"  {told}"


def _chance(scenario: Scenario, trace: Trace) -> Iterator[str]:
    """What chance disturbed; that something did not happen is told only of arrivals."""
    drawn = chances(scenario, trace.circumstances)
    told = [text for name, value, text in drawn if disturbs(name, value)]
    yield _("What chance had drawn for this day")
    for text in told or [_("Nothing that disturbed it.")]:
        yield from (f"  {part}" for part in wrap(text, WIDTH - 2))
