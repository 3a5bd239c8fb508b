"""A plan's refusals as problems of the file that holds the plan."""

from __future__ import annotations

from game.authoring.problems import Wrong
from game.protocol.legality import Refusal
from game.protocol.units import format_duration
from game.wording.catalogue import _


def refusal_wrong(refusal: Refusal) -> Wrong:
    """The sentence for a refusal of game.protocol.legality."""
    values = dict(refusal.values)
    if refusal.code == "over-budget":
        return Wrong(
            "over-budget",
            _("Reading these briefings back takes {spent}; the liaison has {minutes}.").format(
                spent=format_duration(int(values["spent"])), minutes=format_duration(int(values["minutes"]))
            ),
            _("Read fewer back, or send some with an escort."),
        )
    sentence, hint = _sentences().get(refusal.code, (_("This plan cannot be: {code}."), ""))
    return Wrong(
        refusal.code,
        sentence.format_map({
            "code": refusal.code,
            "who": "",
            "other": "",
            "field": "",
            "door": "",
            "room": "",
            "seat": "",
            "cue": "",
            "escort": "",
            "most": "",
            "order": "",
            **values,
        }),
        hint,
    )


def _sentences() -> dict[str, tuple[str, str]]:
    return {
        "too-many": (_("There are too many of these; at most {most} can be."), ""),
        "unknown-person": (_("There is no person or group called `{who}`."), ""),
        "unknown-door": (_("There is no door called `{door}`."), ""),
        "unknown-seat": (_("There is no seat called `{seat}`."), ""),
        "unknown-escort": (_("There is no escort called `{escort}`."), _("Escorts are named under liaison.")),
        "bad-cue": (
            _("`{cue}` can only say when somebody sets out."),
            _("Use a time of day, or something to wait for."),
        ),
        "cue-waits-for-itself": (
            _("`{cue}` waits for people to whom it is given: {who}."),
            _("Wait for somebody else."),
        ),
        "never-happens": (_("`{cue}` waits for something that never happens."), ""),
        "door-not-reached": (
            _("{who} waits in `{room}`, which has no way to the door `{door}`."),
            _("Choose a door of that holding room, or give the room a way there under walks."),
        ),
        "ambiguous": (
            _("{who} is told two different things about `{field}`, here and in entry {other}."),
            _("Say it once, or to somebody more closely named: a person counts before a group."),
        ),
        "seat-taken": (_("{who} and {other} would both be at the seat `{seat}`."), ""),
        "escort-twice": (_("The escort `{escort}` is already in another briefing."), ""),
        "escort-two-rooms": (
            _("The escort `{escort}` would have to be in two holding rooms at once."),
            _("Brief people of one holding room only."),
        ),
        "cue-cycle": (
            _("These wait for each other, or for something that never happens: {who}."),
            _("Somebody must be given a time of day, or wait for something from outside."),
        ),
        "outside-the-day": (_("`{order}` is given outside the clock."), ""),
    }
