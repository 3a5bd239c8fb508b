"""The words of run, debrief and end on the trainee's page."""

from __future__ import annotations

from game.wording.catalogue import _, ngettext


def day_words() -> dict[str, str]:
    """{key: text} for the day and what it came to."""
    return {**_run(), **_orders(), **_debrief(), **_ledger(), **_end()}


def _run() -> dict[str, str]:
    return {
        "run.title": _("Run: {title}"),
        "run.soon": _("The doors open in a moment."),
        "run.pace": _("Live, {pace} times as fast"),
        "run.watch_team": _("Your team's day, live, {pace} times as fast"),
        "run.paused": _("Paused by the instructor"),
        "run.over": _("The day is over. The debrief comes next."),
        "run.no_orders": _("The doors are open: from here on you watch what your plan comes to."),
        "run.noted": _("Noted"),
        "run.nothing_yet": _("Nothing yet."),
        "run.breach": _("Breach of “{rule}”: {who}."),
        "run.where": _("Who is where"),
        "run.go_on": _("To the debrief"),
    }


def _orders() -> dict[str, str]:
    return {
        "orders.title": _("Your word"),
        "orders.travel": _("An order travels: it arrives {radio} later, one at a time; a principal takes longer."),
        "orders.whom": _("{verb}: whom?"),
        "orders.which_door": _("Which door?"),
        "orders.which_rule": _("Which rule is to be waived?"),
        "orders.nobody_now": _("Nobody now: it would change nothing."),
        "orders.given": _("Said. It arrives in {radio}."),
        "orders.said": _("What was said"),
    }


def _debrief() -> dict[str, str]:
    return {
        "debrief.title": _("How the day went"),
        "debrief.title_of": _("How the day went: {attempt}"),
        "debrief.coming": _("Your day is being reckoned up. It appears here by itself."),
        "debrief.which": _("Which try to look at"),
        "debrief.of_100": _("/ 100"),
        "debrief.total": _("Total"),
        "debrief.grade": _("Grade "),
        "debrief.robust": _("The same plan on other days"),
        "debrief.robust_days": _("Clean on {clean} of {days} other days."),
        "debrief.compare": _("First and second try"),
        "debrief.change": _("Change"),
        "debrief.breaches": _("Breaches"),
        "debrief.better": _("better"),
        "debrief.worse": _("worse"),
        "debrief.room": _("The room again"),
        "debrief.scrub": _("Move through the day, or let a line of the ledger take you to its instant."),
        "debrief.chance": _("What chance drew"),
        "debrief.no_chance": _("Nothing: everything went as announced."),
        "debrief.all_drawn.one": ngettext("All of it: {count} draw", "All of it: {count} draws", 1),
        "debrief.all_drawn.other": ngettext("All of it: {count} draw", "All of it: {count} draws", 2),
        "debrief.plan": _("Your plan"),
        "debrief.no_plan": _("Nobody was told anything."),
        "debrief.history": _("What really happened"),
        "debrief.reconstructed.one": ngettext(
            "{count} thing here is reconstructed", "{count} things here are reconstructed", 1
        ),
        "debrief.reconstructed.other": ngettext(
            "{count} thing here is reconstructed", "{count} things here are reconstructed", 2
        ),
        "debrief.questions": _("To talk about"),
        "debrief.go_on": _("Go on"),
    }


def _ledger() -> dict[str, str]:
    return {
        "debrief.ledger": _("Ledger"),
        "debrief.counted": _("{sum}, counted as {total}"),
        "debrief.clean": _("Nothing to enter: no breach, no cost."),
        "debrief.points": _(" points"),
        "debrief.look": _("See it at {clock}"),
        "debrief.looking": _("The room shows {clock}."),
        "debrief.why": _("Why, and who says so"),
        "debrief.custom": _("The custom here: {custom}"),
        "debrief.follows": _("It followed from “{rule}” and costs a quarter."),
        "debrief.put_right": _("It was put right."),
        "debrief.waived": _("It was waived, and costs nothing."),
        "debrief.improvised": _("A principal's own idea costs nothing; what you made of it counts."),
        "debrief.merit": _("A recovery gives back a part of what the breach cost."),
        "debrief.cost": _("Not a breach: a cost of how the day went."),
        "debrief.no_source": _("No source: set by the author of the scenario."),
        "seen.live": _("live on air"),
        "seen.press": _("press"),
        "seen.other_side": _("other side"),
    }


def _end() -> dict[str, str]:
    return {
        "end.title": _("Thank you, {name}"),
        "end.text": _("This is what your days came to. Print the sheet, or keep it as a file, before you leave."),
        "end.nothing": _("The session has ended. There is no result of yours to show."),
        "end.scenario": _("Scenario"),
        "end.score": _("{total} · {grade}"),
        "end.print": _("Print my sheet"),
        "end.leave": _("Leave the room"),
        "end.sheet_of": _("{title}: {attempt}"),
    }
