"""The list of scenarios: what each is about and teaches, how hard it is, the best result so far."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from game.attempt.progress import Progress, Reached, load_progress
from game.stage import flow
from game.stage import widgets as w
from game.stage.screens.brief_pieces import flag
from game.stage.screens.scenarios_shelf import SHELF, Shelf, Volume, recommended
from game.wording.catalogue import _, ngettext
from game.wording.dates import date_words
from game.wording.day import grade_word
from game.wording.dossier import difficulty_marks, difficulty_words

if TYPE_CHECKING:
    from game.protocol.scenario import Scenario


class ScenariosScreen(w.Screen):
    """Every scenario file as a card; Return opens the brief. A file that is wrong says so and where."""

    def __init__(self, shelf: Shelf = SHELF) -> None:
        self.title = _("Scenarios")
        self._shelf = shelf
        self._volumes: tuple[Volume, ...] = ()
        self._progress = Progress()
        self._next: Volume | None = None

    def enter(self) -> None:
        """Read what there is now."""
        self._volumes = self._shelf.volumes()
        self._progress, notice = load_progress()
        self._next = recommended(self._volumes, self._progress)
        if notice:
            self.ui.toast(notice)
        first = self._next or next(iter(self._volumes), None)
        if first is not None:
            self.ui.move_focus(_row_id(first))

    def shortcuts(self) -> list[w.Shortcut]:
        """Return goes to the card in focus by itself."""
        return [w.Shortcut("escape", _("Title"), flow.title)]

    def open(self, scenario: Scenario) -> w.Screen:
        """The brief of a scenario."""
        from game.stage.session import Session

        return flow.brief(Session(scenario))

    def check_again(self, volume: Volume) -> None:
        """Read the files again: the author may have mended this one."""
        self._volumes = self._shelf.volumes()
        mended = next((one for one in self._volumes if one.path == volume.path), None)
        if mended is not None and mended.scenario is not None:
            self.ui.toast(_("{file} can be played now.").format(file=volume.path.name))
        else:
            self.ui.toast(_("{file} still has problems.").format(file=volume.path.name))

    # What is seen

    def view(self, ui: w.Ui) -> w.Node:
        """Cards one under the other."""
        cards = [self._card(ui, volume) for volume in self._volumes]
        empty = w.prose(_("There are no scenarios. Installing the game again brings them back."))
        body = w.scroll(*(cards or [empty]), id="list", gap=12, pad=(0, 2))
        count = ngettext("{count} scenario", "{count} scenarios", len(cards)).format(count=len(cards))
        hint = w.note(_("↑ ↓ choose · ↵ open the brief"))
        return w.page(w.header(ui, self.title, count), body, w.footer(self.shortcuts(), hint))

    def _card(self, ui: w.Ui, volume: Volume) -> w.Node:
        if volume.scenario is None:
            return self._broken(volume)
        scenario, reached = volume.scenario, self._progress.of(volume.id)
        result = w.column(_difficulty(scenario), _result(reached), gap=12, width=w.em(210))
        story = self._story(ui, scenario, next_one=volume is self._next)
        wide = w.fits(ui, [560, 210])
        inside = w.row(story, result, gap=24, align="start") if wide else w.column(story, result, gap=10)
        inside.width = w.FLEX
        return w.list_row(
            _row_id(volume), inside, label=scenario.title,
            value=f"{difficulty_words(scenario.difficulty)}; {_best_words(reached)}",
            on_press=partial(self.open, scenario), pad=(20, 16),
        )  # fmt: skip

    def _story(self, ui: w.Ui, scenario: Scenario, *, next_one: bool) -> w.Node:
        where = _("{place}, {date}").format(place=scenario.place, date=date_words(scenario.date))
        teaches = [
            w.paragraph(w.span("·  ", "bold", w.theme.BAIZE), w.span(sentence))
            for sentence in scenario.learning
        ]
        flags = [flag(ui, delegation, 27) for delegation in scenario.delegations]
        chip = w.chip(_("next for you"), "good") if next_one else None
        return w.column(
            w.flow(w.heading(scenario.title, size=27), *([chip] if chip else []), gap=12),
            w.flow(w.note(where, size=w.theme.BODY), *flags, gap=8),
            w.prose(_first_sentences(scenario.situation), colour=w.theme.INK),
            w.column(w.subheading(_("What it teaches")), *teaches, gap=3) if teaches else None,
            gap=7, width=w.FLEX,
        )  # fmt: skip

    def _broken(self, volume: Volume) -> w.Node:
        first = volume.problems[0]
        more = len(volume.problems) - 1
        place = f"{volume.path.name}:{first.line}" if first.line else volume.path.name
        rest = ngettext("and {count} more problem", "and {count} more problems", more).format(count=more)
        text = w.column(
            w.flow(w.heading(volume.id, size=22), w.chip(_("cannot be played"), "alarm_soft"), gap=12),
            w.paragraph(w.span(f"{place}  ", "semibold", w.theme.ALARM), w.span(first.sentence)),
            w.note(first.hint) if first.hint else None,
            w.note(rest) if more else None,
            w.note(_("`after-you check {file}` lists them all. Press to read the file again.").format(
                file=volume.path.name)),
            gap=6, width=w.FLEX,
        )  # fmt: skip
        return w.list_row(
            _row_id(volume), text, label=volume.id, value=_("cannot be played"),
            on_press=partial(self.check_again, volume), pad=(20, 16),
        )  # fmt: skip


def _row_id(volume: Volume) -> str:
    return f"scenario.{volume.id}"


def _first_sentences(text: str, most: int = 190) -> str:
    """The beginning of a text, whole sentences only, or all of it where the first is long."""
    kept = ""
    for sentence in text.split(". "):
        longer = f"{kept}. {sentence}" if kept else sentence
        if kept and len(longer) > most:
            return f"{kept}."
        kept = longer
    return kept


def _best_words(reached: Reached) -> str:
    if reached.best is None:
        return _("not played yet")
    return _("best {total} of 100, grade {grade}").format(total=reached.best, grade=reached.grade)


def _difficulty(scenario: Scenario) -> w.Node:
    marks = w.label(difficulty_marks(scenario.difficulty), size=16, colour=w.theme.BAIZE)
    words = w.label(difficulty_words(scenario.difficulty))
    return w.column(w.subheading(_("Difficulty")), w.flow(marks, words, gap=8), gap=3)


def _result(reached: Reached) -> w.Node:
    if reached.best is None:
        return w.column(w.subheading(_("Best result")), w.label(_("Not played yet")), gap=3)
    runs = ngettext("{count} day lived", "{count} days lived", reached.runs).format(count=reached.runs)
    return w.column(
        w.subheading(_("Best result")),
        w.flow(
            w.label(str(reached.best), size=30, weight="medium"), w.note("/100"),
            w.chip(f"{reached.grade}: {grade_word(reached.grade)}" if reached.grade else "–"), gap=6,
        ),
        w.note(runs),
        gap=3,
    )  # fmt: skip
