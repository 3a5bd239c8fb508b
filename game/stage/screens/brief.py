"""The brief: the dossier of a scenario. The essential stands at the left; the rest in sections beside it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from game.protocol.scenario import Scenario
from game.stage import flow
from game.stage import widgets as w
from game.stage.screens import brief_custom, brief_day, brief_means, brief_people, brief_room
from game.stage.screens.brief_pieces import bullet
from game.stage.session import Session
from game.wording.catalogue import _
from game.wording.dates import date_words
from game.wording.dossier import aim_sentence, difficulty_marks, difficulty_words

SUMMARY = 384
SECTION = 600
"""Least widths at 100 % text, logical units."""


class BriefScreen(w.Screen):
    """Who, in what order and why, what is to be accomplished, the custom of the house, and all the rest."""

    first_focus = "plan"

    def __init__(self, session: Session) -> None:
        self.title = _("Brief")
        self.session = session
        self._plan = brief_room.FloorPlan(session.scenario)
        self._open = 0

    def enter(self) -> None:
        """Say what the sitting has to say, such as that an autosave could not be read."""
        notice = self.session.take_notice()
        if notice:
            self.ui.toast(notice)

    def plan(self) -> w.Screen:
        """On to the briefings."""
        return flow.plan(self.session)

    def choose(self, place: int) -> None:
        """Open a section."""
        self._open = place
        self.ui.offsets.pop("section", None)
        self.ui.refresh()

    def save_after_crash(self) -> str:
        """The attempt is saved at every edit; say so."""
        return self.session.save()

    def shortcuts(self) -> list[w.Shortcut]:
        """Return plans, the digits open the sections."""
        digits = [
            w.Shortcut(str(place + 1), name, partial(self.choose, place), footer=False)
            for place, name in enumerate(self._names())
        ]
        return [
            flow.way_out(self.session),
            w.Shortcut("return", _("Plan the day"), self.plan, footer=False),
            *digits,
        ]

    # What is seen

    @property
    def _beside(self) -> bool:
        """Whether the essential stands beside the sections, or is the first of them."""
        return w.fits(self.ui, [SUMMARY, SECTION])

    def _names(self) -> list[str]:
        names = [_("Custom of the house"), _("People"), _("Floor plan"), _("The day")]
        names += [_("Your means"), _("Sources")]
        return names if self._beside else [_("In short"), *names]

    def _sections(self, ui: w.Ui, width: float) -> list[Callable[[], w.Node]]:
        scenario = self.session.scenario
        rest: list[Callable[[], w.Node]] = [
            partial(brief_custom.section, scenario),
            partial(brief_people.section, ui, scenario, width),
            partial(brief_room.section, ui, scenario, self._plan),
            partial(brief_day.section, scenario),
            partial(brief_means.section, scenario),
            partial(brief_means.sources, scenario),
        ]
        return rest if self._beside else [partial(_in_short, scenario), *rest]

    def view(self, ui: w.Ui) -> w.Node:
        """The dossier, and the way on."""
        names = self._names()
        beside = self._beside
        width = ui.width - 28 - (SUMMARY * ui.text_factor + 12 if beside else 0) - 56
        chosen = min(self._open, len(names) - 1)
        body = w.panel(
            w.tabs("sections", names, chosen, self.choose),
            w.rule(),
            w.scroll(self._sections(ui, width)[chosen](), id="section", pad=(2, 4)),
            id="dossier", label=names[chosen], gap=10, width=w.FLEX,
        )  # fmt: skip
        short = w.panel(
            w.scroll(_in_short(self.session.scenario), id="short"), id="short.panel", label=_("In short"), brass=True,
            width=w.em(SUMMARY), pad=(20, 14),
        )  # fmt: skip
        desk = w.row(short, body, gap=12, align="stretch", height=w.FLEX) if beside else body
        head = w.header(ui, self.title, self.about(), flow.phase_tabs(ui, self.session, "brief"))
        hint = [w.note(_("1–{last} sections").format(last=len(names)))] if ui.text_factor <= 1.5 else []
        return w.page(head, desk, w.footer(self.shortcuts(), *hint, self.onward()))

    def about(self) -> str:
        """The line under the title."""
        scenario = self.session.scenario
        return _("{title} · {place}, {date}").format(
            title=scenario.title, place=scenario.place, date=date_words(scenario.date))

    def onward(self) -> w.Node:
        """The way on."""
        return w.button("plan", _("Plan the day"), self.plan, kind="primary", key="return")


def _in_short(scenario: Scenario) -> w.Node:
    """What a newcomer has to know: the situation, what is to be accomplished, what one learns."""
    where = _("{place}, {date}").format(place=scenario.place, date=date_words(scenario.date))
    hard = f"{difficulty_marks(scenario.difficulty)}  {difficulty_words(scenario.difficulty)}"
    return w.column(
        w.title(scenario.title, size=30),
        w.flow(w.note(where, size=w.theme.BODY), w.note(hard), gap=12),
        w.prose(scenario.situation),
        w.panel(
            w.subheading(_("What you must accomplish"), colour=w.theme.BAIZE),
            w.label(aim_sentence(scenario), weight="medium", size=15),
            w.note(_("And break as little of the custom of the house as you can.")),
            id="aim", label=_("What you must accomplish"), gap=4, pad=(14, 10), fill=w.theme.BAIZE_TINT,
            border=w.theme.BAIZE,
        ),
        w.column(w.subheading(_("What it teaches")), *(bullet(words) for words in scenario.learning), gap=4)
        if scenario.learning else None,
        gap=10,
    )  # fmt: skip
