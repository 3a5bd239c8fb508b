"""What is wrong with the file: a banner over everything, a list with line numbers, the line itself with a caret."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from pygame import Rect, Surface

from game.authoring.codes.entry import Severity
from game.authoring.problems import Problem
from game.stage import shapes, theme
from game.stage import widgets as w
from game.stage.screens.author_desk import AuthorDesk, Finding
from game.wording.catalogue import _, ngettext

FIRST_FEW: Final = 3
_SOURCE: Final = w.Style("sans", "regular", theme.BODY, theme.INK)
_PLACE: Final = 54
_TAB: Final = 4


def place_words(problem: Problem) -> str:
    """`12:5`, or a dash where the file as a whole is meant."""
    return f"{problem.line}:{problem.column}" if problem.line else "–"


def banner(ui: w.Ui, desk: AuthorDesk) -> w.Node | None:
    """That what is shown is not the file as it is now, and why; None for a file that can be played."""
    if not desk.broken:
        return None
    problems = [each.problem for each in desk.findings if each.stops]
    large = ui.text_factor > 1.3
    count = ngettext(
        "The file cannot be played: {count} problem.",
        "The file cannot be played: {count} problems.",
        len(problems),
    ).format(count=len(problems))
    last = _("Shown is the last good one.") if desk.shown is not None else ""
    few = problems[: 1 if large else FIRST_FEW]
    more = len(problems) - len(few)
    rest = ngettext("and {count} more", "and {count} more", more).format(count=more)
    words = w.column(
        w.label(f"{count} {last}".rstrip(), weight="semibold", colour=theme.WHITE, size=15, lines=1 if large else 0),
        w.paragraph(*(span for each in few for span in _spans(each)), lines=1 if large else 2),
        gap=3, width=w.FLEX,
    )  # fmt: skip
    tail = w.label(rest, weight="semibold", colour=theme.WHITE, size=theme.SMALL) if more else None
    node = w.row(
        _sign(theme.WHITE, 26), words, tail, gap=14, pad=(16, 8), box=w.Box(theme.ALARM_DEEP, theme.ALARM),
        id="banner", role="alert",
    )  # fmt: skip
    node.label = count
    return node


def _spans(problem: Problem) -> list[w.Span]:
    place = f"{place_words(problem)}: " if problem.line else ""
    return [w.span(place, "bold", theme.WHITE), w.span(f"{problem.sentence}    ", colour=theme.WHITE)]


def _sign(colour: theme.Colour, size: float) -> w.Node:
    """A triangle: trouble has a shape as well as a colour."""

    def paint(surface: Surface, rect: Rect) -> None:
        points = [(rect.centerx, rect.top), (rect.right, rect.bottom), (rect.left, rect.bottom)]
        shapes.polygon(surface, points, colour)

    return w.Node("mark", axis="canvas", paint=paint, width=w.em(size * 0.75), height=w.em(size * 0.68))


class ProblemList:
    """The column of problems; the one that is open shows its line."""

    def __init__(self, desk: AuthorDesk) -> None:
        self.desk = desk

    def panel(self, ui: w.Ui) -> w.Node:
        """All of them, in the order of the file."""
        findings = self.desk.findings
        rows = [self._row(ui, place, each) for place, each in enumerate(findings)]
        count = ngettext("{count} problem", "{count} problems", len(rows)).format(count=len(rows))
        tally = w.label(count, colour=theme.MUTED) if rows else None
        head = w.row(w.heading(_("Problems"), size=18), w.spacer(), tally)
        none = w.row(w.label("✓", weight="bold", colour=theme.BAIZE), w.prose(_("None: it can be played."), size=16))
        body = w.scroll(*(rows or [none]), id="problems", gap=5)
        return w.panel(head, body, id="problems.panel", label=_("Problems"), pad=10, gap=6)

    def _row(self, ui: w.Ui, place: int, finding: Finding) -> w.Node:
        problem, opened = finding.problem, finding == self.desk.opened
        where = w.label(place_words(problem), weight="bold", width=w.em(_PLACE), align="right", colour=theme.INK)
        chip = self._chip(finding)
        body = w.column(
            w.flow(chip, w.note(problem.code), gap=6),
            w.label(problem.sentence, size=13.5),
            *(self._opened(ui, problem) if opened else ()),
            gap=4, width=w.FLEX,
        )  # fmt: skip
        row = w.list_row(
            f"problem.{place}", where, body, label=f"{place_words(problem)}: {problem.sentence}",
            on_press=partial(self.desk.toggle, finding), selected=opened, align="start", gap=10, pad=(8, 7),
        )  # fmt: skip
        if opened and row.box is not None:
            row.box = w.Box(theme.BRASS_TINT, theme.BRASS, width=1.5)
        return row

    def _chip(self, finding: Finding) -> w.Node:
        """How much it matters, in two words."""
        if finding.stops:
            return w.chip(_("stops it"), "alarm")
        advice = finding.problem.severity is Severity.ADVICE
        return w.chip(_("advice")) if advice else w.chip(_("in play"), "caution")

    def _opened(self, ui: w.Ui, problem: Problem) -> list[w.Node]:
        shown: list[w.Node] = []
        if problem.source_line:
            shown.append(source_line(ui, problem))
        if problem.hint:
            shown.append(w.label(problem.hint, size=13.5, weight="medium", colour=theme.BAIZE))
        return shown


def source_line(ui: w.Ui, problem: Problem) -> w.Node:
    """The line of the file, slid so far that the place meant is in sight, with a caret under it."""
    text = problem.source_line.replace("\t", " " * _TAB)
    column = len(problem.source_line[: problem.column - 1].replace("\t", " " * _TAB))
    return w.canvas(
        "source", _source_painter(ui, text, column), label=_("Line {line}").format(line=problem.line), value=text,
        height=w.em(37), role="source",
    )  # fmt: skip


def _source_painter(ui: w.Ui, text: str, column: int) -> Callable[[Surface, Rect], None]:
    def paint(surface: Surface, rect: Rect) -> None:
        scale, pad = ui.text_scale, ui.px(8)
        shapes.rounded(surface, rect, theme.WHITE, theme.HAIRLINE, ui.px(4))
        inside = rect.inflate(-2 * pad, 0)
        before = ui.setter.width(text[:column], _SOURCE, scale)
        slide = max(0, before - inside.width * 2 // 3)
        old = surface.get_clip()
        surface.set_clip(inside.clip(old))
        surface.blit(ui.setter.image(text, _SOURCE, scale), (inside.x - slide, rect.y + ui.px(4)))
        x, half = inside.x - slide + before, round(5 * scale)
        top = rect.y + ui.px(4) + ui.setter.line_height(_SOURCE, scale)
        surface.set_clip(rect.clip(old))
        shapes.polygon(surface, [(x, top), (x + half, top + 2 * half), (x - half, top + 2 * half)], theme.ALARM)
        surface.set_clip(old)

    return paint
