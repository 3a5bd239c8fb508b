"""One line that says the next sensible step, for somebody who has never seen a plan."""

from __future__ import annotations

from game.protocol.legality import liaison_spent, read_back_cost
from game.protocol.scenario import Help
from game.stage.screens.plan_desk import PlanDesk
from game.stage.screens.plan_officers import any_of_house
from game.wording.catalogue import _
from game.wording.phrases import capital, everyone, who
from game.wording.sentences import refusal_sentence


def hint(desk: PlanDesk) -> str:
    """The next step; it never states a cure, only how one works here."""
    if desk.placing is not None:
        return _("← → set the time, ↑ ↓ the door, ↵ puts them there; or click the place. Esc lets them be.")
    if desk.session.refusals:
        first = refusal_sentence(desk.scenario, desk.session.refusals[0])
        more = len(desk.session.refusals) - 1
        before = _("Before the doors can open: {sentence}")
        if desk.session.attendance is not None:
            before = _("Before it can be handed in: {sentence}")
        words = before.format(sentence=first)
        return _("{words} (and {more} more)").format(words=words, more=more) if more else words
    return _begin(desk) or _certain(desk) or _look(desk)


def _begin(desk: PlanDesk) -> str:
    briefing = desk.briefing
    if not desk.chosen:
        if desk.tabbed:
            return _("Choose somebody under “Precedence”, then say on which cue they enter.")
        if not desk.session.plan.briefings:
            return _("Nobody is briefed. Choose somebody at the left, then say on which cue they enter.")
        return _("Choose somebody at the left or a bar below to see or change their briefing.")
    if any_of_house(desk):
        return _of_house(desk)
    if briefing is None or not any(getattr(briefing.conduct, f) for f in ("door", "set_out", "enter", "sit")):
        names = capital(everyone([who(desk.scenario, name) for name in desk.chosen]))
        if desk.tabbed:
            return _("{who}: say under “Briefing” when to enter.").format(who=names)
        return _("{who}: say at the right when to enter, or drag the row to a lane below.").format(who=names)
    return ""


def _of_house(desk: PlanDesk) -> str:
    """An officer of the house: where to stand, and whether he lets people in."""
    names, briefing = capital(everyone([who(desk.scenario, name) for name in desk.chosen])), desk.briefing
    if briefing is None:
        return _("{who} can stand at a door, or take the people of one holding room in.").format(who=names)
    if briefing.conduct.enter is None:
        return _("{who} only stands there. Say when to let people in, and before that only principals pass.").format(
            who=names)  # fmt: skip
    return _("{who}: the hatched part of the bar is while only principals pass.").format(who=names)


def _certain(desk: PlanDesk) -> str:
    """The chosen briefing may still get lost."""
    briefing, liaison = desk.briefing, desk.scenario.liaison
    if briefing is None or briefing.read_back or briefing.escort or not liaison.lost:
        return ""
    left = liaison.minutes - liaison_spent(desk.scenario, desk.session.plan)
    if left >= read_back_cost(desk.scenario, briefing):
        if liaison.escorts:
            return _("Sent, but is it understood? Have it read back, or send an escort, and it holds.")
        return _("Sent, but is it understood? Have it read back, and it holds.")
    return _("The liaison has no time left for another read-back: who must be certain, and who need not?")


def _look(desk: PlanDesk) -> str:
    in_class = desk.session.attendance is not None
    match desk.scenario.help:
        case Help.VERDICTS if desk.session.trace_of_walkthrough.breaches:
            return _("The walk-through breaks a rule: the sign on the timeline shows where.")
        case Help.NONE if in_class:
            return _("Hand in when you are content; nobody walks you through it here.")
        case Help.NONE:
            return _("Open the doors when you are content; nobody walks you through it here.")
        case _ if in_class:
            return _("Play the walk-through and watch who comes in when; then hand in.")
        case _:
            return _("Play the walk-through and watch who comes in when; then open the doors.")
