"""The card while nobody is chosen: the plan so far, or how one is made."""

from __future__ import annotations

from game.protocol.plan import Briefing
from game.stage import theme
from game.stage import widgets as w
from game.stage.screens.plan_desk import PlanDesk
from game.wording.catalogue import _
from game.wording.sentences import cue_words


def overview(desk: PlanDesk) -> w.Node:
    """All briefings, each to be opened; before there are any, what to do in three steps."""
    briefings = desk.session.plan.briefings
    parts = [_briefing(desk, nth, briefing) for nth, briefing in enumerate(briefings)] or _steps(desk)
    title = _("The plan so far") if briefings else _("Who is told what")
    return w.panel(
        w.heading(title, size=19), w.scroll(*parts, id="card.overview", gap=6),
        brass=True, id="card", label=_("Briefing"), pad=(12, 10), gap=8,
    )  # fmt: skip


def _steps(desk: PlanDesk) -> list[w.Node]:
    steps = [
        _("Choose a person or a group in the order of precedence."),
        _("Say on which cue they set out, enter and sit; by which door."),
        _("Have it read back where it must be certain. The liaison's minutes do not suffice for everybody."),
    ]
    if desk.scenario.officers:
        steps.append(_("Send officers of the house, at the foot of the list, to doors or to people to be taken in."))
    return [_step(nth, words) for nth, words in enumerate(steps, 1)]


def _step(nth: int, words: str) -> w.Node:
    number = w.label(str(nth), face="serif", size=theme.HEAD, colour=theme.BAIZE, width=w.em(18), align="centre")
    return w.row(number, w.label(words, width=w.FLEX), align="start", pad=(0, 3))


def _briefing(desk: PlanDesk, nth: int, briefing: Briefing) -> w.Node:
    told = desk.standing_of(briefing)
    who = desk.addressee(briefing.who)
    words = _summary(desk, briefing)
    text = w.column(
        w.row(w.label(who, weight="semibold", size=13, width=w.FLEX), w.chip(told.words, told.tone), gap=6),
        w.note(words), gap=2, width=w.FLEX,
    )  # fmt: skip
    return w.list_row(
        f"overview.{nth}", w.note(str(nth + 1)), text, label=who, value=f"{words}, {told.words}",
        on_press=lambda: desk.open_briefing(briefing.who), gap=8, pad=(8, 6), payload=briefing.who,
    )  # fmt: skip


def _summary(desk: PlanDesk, briefing: Briefing) -> str:
    """What a briefing says of going in, in few words."""
    conduct, parts = briefing.conduct, []
    row = desk.rows.get(briefing.who[0])
    enter = _("let people in {when}") if row and row.officer else _("enter {when}")
    if conduct.door is not None:
        known = [door.name for door in desk.scenario.room.doors if door.id == conduct.door]
        parts += known or [conduct.door]
    cues = (
        (_("set out {when}"), conduct.set_out), (enter, conduct.enter), (_("sit {when}"), conduct.sit),
        (_("leave {when}"), conduct.leave),
    )  # fmt: skip
    parts += [words.format(when=cue_words(desk.scenario, cue)) for words, cue in cues if cue is not None]
    return "; ".join(parts) or _("says nothing yet")
