"""The words of the plan on the trainee's page: lists, card, cues, walk-through."""

from __future__ import annotations

from game.wording.catalogue import _, ngettext


def plan_words() -> dict[str, str]:
    """{key: text} for the plan."""
    return {**_plan(), **_people(), **_card(), **_officers(), **_cues(), **_have(), **_walk()}


def _plan() -> dict[str, str]:
    return {
        "plan.title": _("Plan: {title}"),
        "plan.whom": _("Whom to brief"),
        "plan.several": _("Choose several"),
        "plan.brief_them": _("Brief them together"),
        "plan.together": _("Briefed together"),
        "plan.rank": _("Rank "),
        "plan.dossier": _("Look something up"),
        "plan.first_hint": _("Nobody has been told anything yet. Choose somebody, and say on which cue to enter."),
        "plan.second": _("Second try: this is the plan you had. The morning will be the same."),
        "plan.not_now": _("The plan cannot be changed now."),
        "plan.not_driver": _("Only who drives changes the plan."),
        "plan.is_handed_in": _("Your plan is handed in. Take it back to change it."),
        "plan.handed_in": _("Handed in. You can take it back as long as there is time."),
        "plan.handed_in_said": _("Your plan is handed in."),
        "plan.hand_in": _("Hand in"),
        "plan.take_back": _("Take back"),
        "plan.taken_back": _("You have your plan back."),
        "plan.wait_kept": _("Some edits have not arrived yet. They are sent as soon as the line allows; then hand in."),
        "plan.empty_sure": _("Nobody has been told anything. Hand this in?"),
        "plan.go_on": _("Go on"),
        "plan.undo": _("Undo"),
        "plan.redo": _("Redo"),
        "said.undo": _("Taken back."),
        "said.redo": _("Done again."),
        "plan.liaison": _("Liaison: "),
        "plan.liaison_spent": _("{spent} of {whole} of liaison"),
        "plan.liaison_over": _("{spent} of {whole}: more than the liaison has"),
        "plan.cannot_be": _("What cannot be"),
        "plan.refusals.one": ngettext("{count} thing cannot be", "{count} things cannot be", 1),
        "plan.refusals.other": ngettext("{count} thing cannot be", "{count} things cannot be", 2),
        "plan.still_refused.one": ngettext("{count} thing cannot be; put it right first.",
                                           "{count} things cannot be; put them right first.", 1),
        "plan.still_refused.other": ngettext("{count} thing cannot be; put it right first.",
                                             "{count} things cannot be; put them right first.", 2),
        "plan.jump": _("Go to it"),
        "plan.verdicts.one": ngettext("{count} breach on a quiet day", "{count} breaches on a quiet day", 1),
        "plan.verdicts.other": ngettext("{count} breach on a quiet day", "{count} breaches on a quiet day", 2),
        "plan.no_verdicts": _("No breach on a quiet day"),
        "plan.overview": _("Your briefings"),
        "plan.overview_none": _("None yet. Choose somebody from the list at the left."),
        "plan.overview_hint": _("Whoever is told nothing does what they would do anyway."),
        "standing.partly": _("partly briefed"),
        "standing.posted": _("posted ✓"),
        "standing.escorts": _("escort ✓"),
        "standing.free": _("free"),
        "standing.unbriefed": _("unbriefed"),
        "standing.escorted": _("escorted ✓"),
        "standing.read_back": _("read back ✓"),
        "standing.sent": _("sent"),
    }


def _people() -> dict[str, str]:
    return {
        "who.title": _("{group}, {side}"),
        "who.everybody": _("everybody"),
        "who.delegation": _("the delegation of {delegation}"),
        "who.group_of": _("the {group} of {delegation}"),
        "who.group": _("the {group}"),
        "who.first_of": _("the first of {who}"),
        "told.door": _("{value}"),
        "told.set_out": _("set out {value}"),
        "told.enter": _("enter {value}"),
        "told.sit": _("sit down {value}"),
        "told.leave": _("leave {value}"),
        "told.spacing": _("one after another, {value} apart"),
        "told.pace": _("walk at {value}"),
        "told.place": _("place {value}"),
        "told.escort": _("with {value}"),
        "told.read_back": _("read back"),
        "told.nothing": _("nothing"),
    }


def _card() -> dict[str, str]:
    return {
        "card.untold": _("If nobody tells them anything"),
        "card.of": _("{who}: {line}"),
        "card.waits": _("They wait in the holding room until somebody gives a cue."),
        "card.told_with": _("Told with {group} already;"),
        "card.open_that": _("open that briefing"),
        "card.as_habit": _("as habit: {words}"),
        "card.as_told": _("as told already: {words}"),
        "card.each_own": _("each their own"),
        "card.nearest": _("the nearest"),
        "card.none.enter": _("on reaching the door"),
        "card.none.set_out": _("do not set out"),
        "card.none.sit": _("stay standing"),
        "card.none.leave": _("stay in the room"),
        "card.own_pace": _("as they walk anyway"),
        "card.all_at_once": _("all at once"),
        "card.leave_habit": _("leave it to habit"),
        "card.agreed_place": _("the agreed one ({seat})"),
        "card.no_escort": _("none"),
        "card.read_back": _("Have it read back · {cost}"),
        "card.sure_escort": _("An officer goes with them and carries it in person: it holds."),
        "card.sure_read_back": _("Their side has repeated it: it holds."),
        "card.not_sure": _("Sent, not read back: until their side repeats it, the old cue may win."),
        "card.not_yet": _("Say something above first; then it can be read back."),
        "card.take_out": _("Take this briefing out"),
        "step.less": _("{what}: {by} less"),
        "step.more": _("{what}: {by} more"),
        "step.min_less": _("−1 min"),
        "step.ten_less": _("−10 s"),
        "step.one_less": _("−1 s"),
        "step.one_more": _("+1 s"),
        "step.ten_more": _("+10 s"),
        "step.min_more": _("+1 min"),
    }


def _officers() -> dict[str, str]:
    return {
        "officer.told": _("Your own people are told face to face: it holds, and takes none of the liaison's time."),
        "officer.untold": _("Without a post"),
        "officer.lets_in": _("Lets people in"),
        "officer.stands": _("Only stands there"),
        "officer.waits": _("waits to be sent"),
        "officer.after_coming": _("Some time after coming"),
        "officer.keeps_nobody": _("Stands at the door and keeps nobody back who is expected."),
        "officer.let_in_when": _("People are let in {when}; before that only principals pass."),
    }


def _cues() -> dict[str, str]:
    return {
        "cue.kind": _("What they wait for"),
        "cue.at": _("at {clock}"),
        "cue.door_by": _("so as to be at the door by {clock}"),
        "cue.on_word": _("only on the officer's word"),
        "cue.at_once": _("at once"),
        "cue.later": _("{long} later"),
        "cue.after": _("{long} after {what}"),
        "cue.as_soon_as": _("as soon as {what}"),
        "cue.as_soon": _("As soon as"),
        "cue.and": _("and also"),
        "cue.and_also": _("and also …"),
        "cue.and_then": _("and then, later by"),
        "cue.later_by": _("Later by"),
        "cue.who": _("Who"),
        "cue.what": _("What happens"),
        "cue.others": _("Other events"),
        "cue.first": _("the first of them is enough"),
        "cue.not_this": _("not this"),
        "cue.clock": _("Clock time"),
        "cue.at_door_by": _("At the door by"),
        "cue.take_shown": _("Take the time shown in the room: {clock}"),
        "cue.done": _("Done"),
        "cue.nothing_said": _("Nothing is said about this: they do what they would do anyway."),
        "cue.they.set_out": _("they set out {when}."),
        "cue.they.enter": _("they enter {when}."),
        "cue.they.sit": _("they sit down {when}."),
        "cue.they.leave": _("they leave {when}."),
    }


def _have() -> dict[str, str]:
    found = {
        "have.on air": _("the broadcast has begun"),
        "have.off air": _("the broadcast has ended"),
        "have.room ready": _("the room is ready"),
    }
    for number, form in ((1, "one"), (2, "other")):
        found |= {
            f"have.arrived.{form}": ngettext("{who} has arrived", "{who} have arrived", number),
            f"have.called.{form}": ngettext("{who} has been called in", "{who} have been called in", number),
            f"have.set out.{form}": ngettext("{who} has set out", "{who} have set out", number),
            f"have.at door.{form}": ngettext("{who} has reached the door", "{who} have reached the door", number),
            f"have.entered.{form}": ngettext("{who} has entered", "{who} have entered", number),
            f"have.took place.{form}": ngettext("{who} is in place", "{who} are in place", number),
            f"have.sat.{form}": ngettext("{who} has sat down", "{who} have sat down", number),
            f"have.rose.{form}": ngettext("{who} has risen", "{who} have risen", number),
            f"have.left.{form}": ngettext("{who} has left", "{who} have left", number),
            f"have.sent out.{form}": ngettext("{who} has been sent out", "{who} have been sent out", number),
        }
    return found


def _walk() -> dict[str, str]:
    return {
        "walk.label": _("Walk-through"),
        "walk.note": _("Your plan on a day when nothing goes wrong."),
        "walk.none": _("The walk-through is switched off here: you see where people wait."),
        "walk.coming": _("The walk-through is being made …"),
        "walk.old": _("Something cannot be: this is the walk-through from before."),
        "walk.cannot": _("Something cannot be: there is no walk-through yet."),
        "walk.times": _("The walk-through as a list of times"),
        "walk.times_note": _("On a day when nothing goes wrong. A time shows that instant in the room."),
        "walk.never": _("Not in the room, or nobody can know when"),
        "walk.untold": _("unbriefed"),
        "walk.see": _("First at; show "),
        "walk.show": _("Enters at; show "),
        "walk.set_out": _("sets out {clock}"),
        "walk.at_door": _("at the door {clock}"),
        "walk.took_place": _("in place {clock}"),
        "walk.sat": _("sits {clock}"),
        "walk.left": _("leaves {clock}"),
        "play.play": _("Play"),
        "play.pause": _("Pause"),
        "play.scrub": _("Time in the room"),
        "play.next": _("Next"),
        "play.speed": _("Speed: {speed} times. Change"),
        "picture.alt": _("The room from above at {clock}, {air}. Inside: {inside}."),
        "air.on": _("On air"),
        "air.off": _("off air"),
        "says": _("“{text}”"),
        "where.way": _("On the way"),
        "where.door": _("At a door"),
        "where.room": _("In the room"),
        "where.to": _("{who} → {door}"),
        "where.seated": _("{who} (seated)"),
    }
