"""What the stages of a session and the views of the projector are called, for desk and projector alike."""

from __future__ import annotations

from game.wording.catalogue import _


def stage_words() -> dict[str, str]:
    """Stages by `stage.NAME`, views by `view.NAME`."""
    return {
        "stage.lobby": _("Lobby"),
        "stage.brief": _("Brief"),
        "stage.plan": _("Plan"),
        "stage.run": _("Run"),
        "stage.debrief": _("Debrief"),
        "stage.plan again": _("Plan again"),
        "stage.run again": _("Second run"),
        "stage.debrief again": _("Compare"),
        "stage.end": _("End"),
        "view.stage": _("What fits the stage"),
        "view.lobby": _("How to join"),
        "view.brief": _("The task"),
        "view.room": _("The room"),
        "view.totals": _("Totals"),
        "view.mistake": _("Commonest mistake"),
        "view.breaches": _("What was broken"),
        "view.contrast": _("Two plans"),
        "view.progress": _("First and second try"),
        "view.questions": _("Questions"),
        "view.history": _("What really happened"),
    }
