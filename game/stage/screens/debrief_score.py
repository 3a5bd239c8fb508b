"""The left of the debrief: total, grade, how the day went, the four figures, and the plan on other days."""

from __future__ import annotations

from pygame import Rect, Surface

from game.planning.robust import DAYS, Robust
from game.protocol.scenario import Scenario
from game.scoring.scorecard import Scorecard
from game.simulation.trace import Trace
from game.stage import shapes, theme
from game.stage import widgets as w
from game.wording import sentences
from game.wording.catalogue import _, ngettext

_GOOD, _PASSABLE = 80, 50


def score_panel(ui: w.Ui, scenario: Scenario, trace: Trace, card: Scorecard, robust: Robust, orders: int) -> w.Node:
    """The panel; `robust` is the reckoning as far as it has come, `orders` the live orders it leaves out."""
    of = w.span(" / 100", colour=theme.MUTED, size=20)
    points = w.paragraph(w.span(str(card.total), "medium", size=54), of, width=w.FLEX, id="total")
    total = w.row(points, grade_badge(ui, card.grade))
    clean = None if not trace.clean else w.row(w.chip(_("clean"), "good"), w.spacer())
    return w.panel(
        w.scroll(
            w.heading(_("How the day went")),
            total,
            clean,
            w.prose(sentences.outcome_sentence(scenario, trace, card), size=19, id="outcome"),
            w.prose(sentences.how_it_went(scenario, trace, card), size=16),
            *(_figure(sentences.figure_name(figure), value) for figure, value in card.figures.items()),
            w.rule(),
            *_other_days(scenario, robust, orders),
            id="score", gap=10,
        ),
        id="score.panel", brass=True,
    )  # fmt: skip


def grade_badge(ui: w.Ui, grade: str) -> w.Node:
    """The grade as a letter in a seal, and in a word."""
    passed = grade in ("A", "B", "C")
    fill, edge = (theme.BAIZE_TINT, theme.BAIZE) if passed else (theme.ALARM_TINT, theme.ALARM)

    def paint(surface: Surface, rect: Rect) -> None:
        shapes.rounded(surface, rect, fill, edge, ui.px(8), max(1, ui.px(1.5)))
        letter = ui.setter.image(grade, w.Style("serif", "bold", 36, edge), ui.text_scale)
        surface.blit(letter, letter.get_rect(center=rect.center))

    word = sentences.grade_word(grade)
    seal = w.canvas(
        "grade",
        paint,
        label=_("Grade {grade}").format(grade=grade),
        value=word,
        width=w.em(60),
        height=w.em(60),
    )
    return w.column(seal, w.note(word), gap=3, align="centre")


def _figure(name: str, value: int) -> w.Node:
    colour = theme.BAIZE if value >= _GOOD else theme.BRASS if value >= _PASSABLE else theme.ALARM

    def paint(surface: Surface, rect: Rect) -> None:
        shapes.rounded(surface, rect, theme.HAIRLINE, None, rect.height // 2)
        done = rect.width * value // 100
        if done:
            shapes.rounded(surface, Rect(rect.x, rect.y, done, rect.height), colour, None, rect.height // 2)

    bar = w.Node("bar", axis="canvas", paint=paint, height=w.fixed(9))
    words = w.row(w.label(name, weight="semibold", width=w.FLEX), w.label(str(value), weight="semibold"))
    node = w.column(words, bar, gap=3, role="figure", id=f"figure.{name}")
    node.label, node.value = name, str(value)
    return node


def _other_days(scenario: Scenario, robust: Robust, orders: int) -> list[w.Node]:
    """The same plan on other days: a bar while it is reckoned, then the sentence."""
    head = w.subheading(_("The same plan on other days"))
    if robust.days < DAYS:
        shown = _("{n} of {all} days").format(n=robust.days, all=DAYS)
        return [head, w.progress("", robust.days, DAYS, shown, id="robust")]
    left_out = ngettext("Without the order you gave today.", "Without the {n} orders you gave today.", orders).format(
        n=orders
    )
    clean = w.label(
        _("Clean on {clean} of {days} other days.").format(clean=robust.clean, days=robust.days),
        weight="semibold", id="robust",
    )  # fmt: skip
    cause = sentences.cause_sentence(scenario, robust)
    return [
        head,
        w.progress("", robust.clean, robust.days, f"{robust.clean} / {robust.days}", colour=theme.BAIZE),
        clean,
        *([w.note(cause)] if cause else []),
        *([w.note(left_out)] if orders else []),
    ]
