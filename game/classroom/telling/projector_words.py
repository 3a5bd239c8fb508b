"""The words of the projector, by their keys. No name of a trainee is ever in here."""

from __future__ import annotations

from game.classroom.telling.stage_words import stage_words
from game.wording.catalogue import _


def projector_words() -> dict[str, str]:
    """Everything the projector says."""
    return {**stage_words(), **_stages(), **_debrief()}


def _stages() -> dict[str, str]:
    return {
        "after-you": "After You",
        "wait": _("One moment…"),
        "wall.lost": _("No connection to the server. This page tries again by itself."),
        "wall.key": _("This page's key does not open the room. Open the projector again from the desk."),
        "wall.full": _("Full screen"),
        "wall.bright": _("Black and white"),
        "wall.earlier": _("The view before"),
        "wall.later": _("The next view"),
        "wall.follow": _("as the desk says"),
        "wall.paused": _("paused"),
        "wall.left": _("left"),
        "wall.over": _("time is up"),
        "wall.open": _("Open in any browser"),
        "wall.code": _("Code"),
        "wall.qr": _("or scan this"),
        "wall.locked": _("The room is locked."),
        "wall.nobody": _("Nobody is here yet."),
        "wall.joined.one": _("{count} has joined"),
        "wall.joined.other": _("{count} have joined"),
        "wall.handed-in": _("{ready} of {teams} plans are handed in"),
        "wall.no-run": _("The doors are still closed."),
        "wall.room-alt": _("The room, seen from above, with everybody in it"),
        "wall.more.one": _("and {count} more"),
        "wall.more.other": _("and {count} more"),
        "wall.says": _("“{text}”"),
        "wall.on-way": _("On the way"),
        "wall.at-door": _("At a door"),
        "wall.pace": _("{pace}× as fast"),
        "wall.end": _("Thank you."),
        "wall.end-text": _("Your results stay on your screens."),
        "wall.nothing": _("There is nothing to show."),
        "wall.reckoning": _("The debrief is being worked out"),
        "wall.reckoned": _("{done} of {whole} plans, each on 200 other days"),
        "air.on": _("On air"),
        "air.off": _("Off air"),
        "official": _("Official"),
    }


def _debrief() -> dict[str, str]:
    return {
        "wall.totals": _("How the class did"),
        "chart.totals": _("Totals, of 100"),
        "chart.robust": _("Clean on so many of 100 other days"),
        "chart.middle": _("where the middle of the class is"),
        "chart.before": _("First try"),
        "chart.after": _("Last try"),
        "wall.mistake": _("The commonest wrong plan"),
        "wall.no-mistake": _("No plan went wrong: everybody's day was clean."),
        "wall.others": _("How other plans first went wrong"),
        "wall.breaches": _("What was broken"),
        "wall.no-breach": _("No rule of the house was broken."),
        "wall.by-rule": _("By rule"),
        "wall.by-event": _("By event, as it was in one of the plans"),
        "wall.more-rules.one": _("{count} more rule stands in the workbook."),
        "wall.more-rules.other": _("{count} more rules stand in the workbook."),
        "wall.of": _("{n} of {runs}"),
        "wall.contrast": _("Two plans side by side"),
        "wall.no-contrast": _("No plan did better than another; there is nothing to set side by side."),
        "wall.total": _("{total} of 100, grade {grade}"),
        "pair.pause": _("Hold"),
        "pair.play": _("Go on"),
        "pair.again": _("Again"),
        "pair.from": _("both from {clock}, {speed}× as fast"),
        "pair.alt": _("{plan}: the room, seen from above"),
        "wall.progress": _("First and last try"),
        "wall.no-progress": _("Nobody has tried again yet."),
        "wall.differs": _("told otherwise: {source}"),
        "wall.reconstructed": _("Reconstructed, for no source tells it"),
    }
