"""The words of the instructor's desk, by their keys. A sentence that counts has the two keys `KEY.one` and `KEY.other`.

What stands in braces is put in by the page. No name of a trainee is ever in here.
"""

from __future__ import annotations

from game.classroom.telling.stage_words import stage_words
from game.wording.catalogue import _


def desk_words() -> dict[str, str]:
    """Everything the desk says."""
    return {
        **stage_words(), **_head(), **_next(), **_clock(), **_class(), **_person(), **_side(),
        **_files(), **_data(), **_opening(), **_questions(),
    }  # fmt: skip


def _head() -> dict[str, str]:
    return {
        "after-you": "After You",
        "desk": _("Desk"),
        "close": _("Close"),
        "wait": _("One moment…"),
        "head.address": _("Trainees go to"),
        "head.no-address": _("no address"),
        "head.more-addresses.one": _("{count} other address"),
        "head.more-addresses.other": _("{count} other addresses"),
        "head.all-addresses": _("Addresses of this computer"),
        "head.which-address": _("Take the first that a phone on the school's network can open."),
        "head.code": _("Code"),
        "head.projector": _("Projector"),
        "head.lock": _("Lock the room"),
        "head.unlock": _("Locked: open it"),
        "head.locked": _("The room is locked. Nobody else can join."),
        "head.unlocked": _("The room is open. Whoever has the code can join."),
        "head.rooms": _("All rooms"),
        "phases": _("Stages of the session"),
        "minutes.short": _("{minutes} min"),
        "announce.stage": _("Now: {stage}"),
        "now.ended": _("The session has ended"),
        "now.ended-text": _("Trainees can still read their results. Take what you need from “Afterwards”."),
        "now.empty": _("Nobody is here yet. Show the projector: address, code and QR code lead here."),
        "now.lobby.one": _("{count} trainee has joined."),
        "now.lobby.other": _("{count} trainees have joined."),
        "now.brief": _("The class reads the brief; {here} of {joined} are here."),
        "now.plan": _("{ready} of {plans} plans are handed in."),
        "now.help.one": _("{count} may need you."),
        "now.help.other": _("{count} may need you."),
        "now.own-pace": _("At their own pace"),
        "now.self-paced": _("{done} of {plans} have come to the end."),
        "now.run": _("The doors are open; {over} of {plans} days are over."),
        "now.run-over": _("All days are over."),
        "now.debrief": _("Talk it over: “What the wall shows” on this page leads through it."),
        "now.reckoning": _("The debrief is being worked out: {done} of {whole} plans."),
        "now.end": _("That was it. Thank the class."),
        "line.none": _("The server does not answer. What you asked for was not done."),
        "line.lost": _("No connection to the server. This page tries again by itself."),
        "line.back": _("The connection is back."),
        "key.title": _("The desk's key"),
        "key.where": _("It was printed when the server was started; the address printed there holds it too."),
        "key.label": _("Key"),
        "key.wrong": _("This key does not open the desk."),
        "key.yes": _("Go to the desk"),
    }


def _next() -> dict[str, str]:
    return {
        "next.brief": _("Begin: hand out the brief"),
        "next.next-scenario": _("On to the next scenario"),
        "next.plan": _("Let them plan"),
        "next.run": _("Open the doors"),
        "next.debrief": _("Go to the debrief"),
        "next.plan again": _("Second try: let them plan"),
        "next.run again": _("Open the doors again"),
        "next.debrief again": _("Compare both tries"),
        "next.end": _("Finish"),
        "next-hint.brief": _("Everybody reads what the day is for."),
        "next-hint.plan": _("Everybody briefs people until the time is up."),
        "next-hint.run": _("Every plan is played, for all on the same day."),
        "next-hint.debrief": _("Everybody gets their results; the wall shows the class."),
        "next-hint.plan again": _("They start from the plan they had."),
        "next-hint.run again": _("Every plan is played again."),
        "next-hint.debrief again": _("First and second try side by side."),
        "next-hint.end": _("The last page; results stay readable."),
        "next-hint.over": _("Nobody can join any more; results stay readable."),
    }


def _clock() -> dict[str, str]:
    return {
        "clock": _("Time"),
        "clock.none": _("no limit"),
        "clock.of": _("left of {whole}"),
        "clock.deadline": _("deadline"),
        "clock.over": _("time is up"),
        "clock.stands": _("paused"),
        "clock.pause": _("Pause all"),
        "clock.resume": _("Go on"),
        "clock.paused-all": _("Everything stands still."),
        "clock.goes-on": _("It goes on."),
        "clock.more-1": _("+1 min"),
        "clock.more-1-said": _("+1 min for all"),
        "clock.more-5": _("+5 min"),
        "clock.more-5-said": _("+5 min for all"),
        "clock.more-done": _("{minutes} min more for all."),
        "clock.set": _("Set…"),
        "clock.set-title": _("Time for this stage"),
        "clock.minutes": _("Minutes left from now on"),
        "clock.set-yes": _("Set the time"),
        "clock.set-done": _("The time is set."),
        "clock.no-limit": _("No limit"),
        "clock.none-done": _("This stage has no limit now."),
    }


def _class() -> dict[str, str]:
    return {
        "class.title": _("Trainees"),
        "class.teams": _("Teams"),
        "class.joined.one": _("{count} trainee"),
        "class.joined.other": _("{count} trainees"),
        "class.here": _("{here} here"),
        "class.help.one": _("{count} may need you"),
        "class.help.other": _("{count} may need you"),
        "class.find": _("Find a name"),
        "class.sort": _("Sorted by"),
        "class.sort-help": _("who needs help"),
        "class.sort-name": _("name"),
        "class.sort-total": _("lowest total"),
        "class.nobody": _("Whoever joins is listed here."),
        "class.act": _("Actions"),
        "class.act-said": _("Actions for {name}"),
        "class.extra": _("+{minutes} min of their own, {left} left"),
        "class.no-members": _("nobody yet"),
        "col.team": _("Team"),
        "col.trainee": _("Trainee"),
        "col.state": _("How it stands"),
        "col.briefings": _("Briefings"),
        "col.first": _("1st try"),
        "col.second": _("2nd try"),
        "col.actions": _("Actions"),
        "state.away": _("not here"),
        "state.unbriefed": _("nobody briefed yet"),
        "state.illegal": _("plan cannot be handed in as it is"),
        "state.working": _("planning"),
        "state.rehearsing": _("bot, will hand in"),
        "state.ready": _("handed in"),
        "state.outside": _("worked offline"),
        "state.quiet": _("here"),
        "badge.bot": _("bot"),
        "badge.late": _("came later"),
        "badge.offline": _("from a file"),
        "crew.driver": _("writes"),
        "crew.away": _("not here"),
    }


def _person() -> dict[str, str]:
    return {
        "person.gone": _("No longer here"),
        "person.gone-text": _("They have left the room, or were removed."),
        "person.briefings.one": _("{count} briefing"),
        "person.briefings.other": _("{count} briefings"),
        "person.total-1": _("first try: {total} of 100"),
        "person.total-2": _("second try: {total} of 100"),
        "person.time": _("More time for them"),
        "person.more": _("+{minutes} min"),
        "person.more-said": _("+{minutes} min for {name}"),
        "person.more-done.one": _("{name} has {count} minute more."),
        "person.more-done.other": _("{name} has {count} minutes more."),
        "person.hand-in": _("Hand in for them"),
        "person.hand-in-title": _("Hand in for {name}?"),
        "person.hand-in-done": _("The plan of {name} is handed in."),
        "person.name": _("Name"),
        "person.rename": _("Rename"),
        "person.renamed": _("Renamed."),
        "person.drive": _("Let them write the plan"),
        "person.drives": _("{name} writes the plan now."),
        "person.move": _("Team"),
        "person.moved": _("{name} is in {team} now."),
        "person.export": _("Save their data"),
        "person.remove": _("Remove from the room"),
        "person.remove-title": _("Remove {name}?"),
        "person.remove-text": _("They leave the room and cannot go on. What they did stays in the results."),
        "person.removed": _("{name} is removed."),
        "person.forget": _("Delete their data"),
        "person.forget-title": _("Delete all data of {name}?"),
        "person.forget-text": _("Their name, plans, orders and results are deleted for good and leave the results."),
        "person.forgotten": _("The data of {name} are deleted."),
    }


def _side() -> dict[str, str]:
    return {
        "projector.title": _("What the wall shows"),
        "projector.shows": _("What the projector shows"),
        "projector.team": _("Whose day"),
        "projector.any": _("any of the class"),
        "projector.names": _("Names on the wall"),
        "projector.names-on": _("The debrief on the wall says whose plan it is."),
        "projector.names-off": _("Nobody's name is on the projector, in the debrief either."),
        "help.title": _("Help and orders"),
        "help.walk": _("The walk-through shows"),
        "help.own": _("what each scenario says"),
        "help.verdicts": _("positions and breaches"),
        "help.positions": _("positions only"),
        "help.none": _("nothing"),
        "help.done": _("Changed for everybody."),
        "orders.allowed": _("Orders while the day runs"),
        "orders.on": _("Orders are allowed."),
        "orders.off": _("No orders: the plan decides."),
        "pace.title": _("Pace of the day"),
        "pace.times": _("{pace}×"),
        "pace.done": _("The pace is changed."),
        "bots.title": _("Rehearsal with bots"),
        "bots.what": _("Bots join, plan in five different ways and hand in. Send them away before the class comes."),
        "bots.count": _("Bots"),
        "bots.add": _("Let them join"),
        "bots.done.one": _("{count} bot joins."),
        "bots.done.other": _("{count} bots join."),
        "bots.away": _("Send them away"),
        "bots.gone": _("The bots have left."),
        "bots.there.one": _("{count} bot is here."),
        "bots.there.other": _("{count} bots are here."),
        "outside.title": _("Somebody was offline"),
        "outside.what": _("Take in the replay file that the game saved for them; it counts as their try."),
        "outside.name": _("Name"),
        "outside.file": _("Replay file"),
        "outside.send": _("Take it in"),
        "outside.done": _("The run of {name} is taken in."),
        "outside.too-large": _("This file is too large to be a replay file."),
    }


def _files() -> dict[str, str]:
    return {
        "files.title": _("Afterwards"),
        "files.making": _("{name} is being made…"),
        "files.saved": _("{name} is made; the browser saves it."),
        "files.debrief": _("Debrief and sheets"),
        "files.debrief-what": _("a page to project, with one sheet to print for each trainee"),
        "files.gradebook": _("Gradebook (CSV)"),
        "files.gradebook-what": _("one row a trainee, as Moodle and the like import it"),
        "files.results": _("Workbook (XLSX)"),
        "files.results-what": _("runs, breaches and wrong plans for a spreadsheet"),
        "files.events": _("All events (JSON lines)"),
        "files.events-what": _("for whoever wants to reckon further"),
        "files.roster": _("Who is who (CSV)"),
        "files.roster-what": _("a table of the pseudonyms, to fill in and keep to yourself"),
        "room.title": _("This room"),
        "end.open": _("End the session"),
        "end.title": _("End the session?"),
        "end.text": _("Nobody can plan or join any more. Everybody can still read their results."),
        "end.yes": _("End it"),
        "end.done": _("The session has ended."),
        "delete.open": _("Delete the room"),
        "delete.title": _("Delete the room and everything in it?"),
        "delete.text": _("All names, plans and results are deleted for good. Save what you need first."),
        "delete.yes": _("Delete everything"),
        "delete.done": _("The room is deleted."),
    }


def _data() -> dict[str, str]:
    return {
        "data.open": _("Data sheet"),
        "data.title": _("What is stored here, and who can see it"),
        "data.stored": _("Stored"),
        "data.stored-text": _(
            "Of each trainee: the pseudonym, the team, when they joined, every version of their plan, their orders, "
            "and when they handed in. Scores are not stored; they are worked out from the plans."),
        "data.not-stored": _("Not stored"),
        "data.not-stored-text": _(
            "No real names, no accounts, no e-mail addresses, no addresses of devices, no kind of browser, no cookies, "
            "no record of visits. Nothing is sent anywhere; this works without the internet."),
        "data.how-long": _("How long"),
        "data.how-long-text": _(
            "Until you delete the room or a trainee's data here; by itself 30 days after the session, unless the "
            "server was started with another number of days."),
        "data.how-long-days": _(
            "Until you delete the room or a trainee's data here; by itself {days} days after the session."),
        "data.who-sees": _("Who can see it"),
        "data.who-sees-text": _(
            "Trainees see their own plans and results, and in a team those of the team. Whoever has the desk's key "
            "sees everything. The projector shows no names unless you switch them on."),
        "data.delete": _("A trainee's wish"),
        "data.delete-text": _(
            "“Save their data” gives a trainee everything that is stored of them as one file; “Delete their data” "
            "deletes it for good. Both stand under “Actions” beside the name."),
        "data.where": _("Where"),
        "data.where-text": _(
            "In one file on the computer that runs this class. Whose pseudonym is whose stands, if anywhere, in a "
            "table of your own; it is read for exports and stored nowhere else."),
        "data.print": _("Print"),
    }


def _opening() -> dict[str, str]:
    return {
        "rooms.title": _("Rooms on this computer"),
        "rooms.open": _("Open a room"),
        "rooms.enter": _("Go to it"),
        "rooms.enter-said": _("Go to it: {title}"),
        "rooms.opened": _("opened {when}"),
        "rooms.deleted": _("deleted by itself on {when}"),
        "rooms.ended": _("ended"),
        "open.title": _("Open a room"),
        "open.back": _("Back to the rooms"),
        "open.yes": _("Open the room"),
        "open.done": _("The room is open. Its code is {code}."),
        "open.scenarios": _("What is played"),
        "open.chosen": _("In this order"),
        "open.none-chosen": _("Nothing chosen yet. Add one or more scenarios."),
        "open.choose-first": _("Choose a scenario first."),
        "open.find": _("Find a scenario"),
        "open.library": _("Scenarios"),
        "open.add": _("Add"),
        "open.add-said": _("Add {title}"),
        "open.up": _("{title}: earlier"),
        "open.down": _("{title}: later"),
        "open.remove": _("{title}: take out"),
        "open.difficulty": _("difficulty {level} of 5"),
        "open.work": _("How it goes"),
        "open.name": _("Title of the session"),
        "open.name-hint": _("the scenarios' titles"),
        "open.live": _("Live"),
        "open.live-what": _("you lead the class from stage to stage"),
        "open.self-paced": _("At their own pace"),
        "open.self-paced-what": _("everybody goes on by themselves until a deadline"),
        "open.deadline": _("Deadline"),
        "open.again": _("A second try after the first debrief"),
        "open.same-day": _("on the same day"),
        "open.same-day-what": _("the same motorcade is late: what was learnt shows at once"),
        "open.other-day": _("on another day"),
        "open.other-day-what": _("chance draws anew: a plan that only fitted one day does not hold"),
        "open.people": _("Who works how"),
        "open.alone": _("Everybody alone"),
        "open.alone-what": _("one plan for each trainee"),
        "open.in-teams": _("In teams"),
        "open.in-teams-what": _("one plan for each team; one writes, the others watch and advise"),
        "open.team-names": _("Names of the teams, one a line"),
        "open.free": _("Names are free"),
        "open.free-what": _("a pseudonym is proposed; they may change it"),
        "open.given": _("Names are given"),
        "open.given-what": _("they get the pseudonym they are given and keep it"),
        "open.pseudonyms": _("Pseudonyms, one a line (left empty, some are made up)"),
        "open.times": _("Timetable"),
        "open.timed": _("Each stage has its time"),
        "open.untimed": _("Every stage lasts until you end it."),
        "open.whole.one": _("{count} minute in all"),
        "open.whole.other": _("{count} minutes in all"),
        "open.each.one": _("0: no limit."),
        "open.each.other": _("All but lobby and end come {count} times, once for each scenario. 0: no limit."),
        "open.zero": _("0: that stage has no limit. You can change every time while it runs."),
        "open.minutes-of": _("Minutes of {stage}"),
    }


def _questions() -> dict[str, str]:
    return {
        "sure.no": _("No, go back"),
        "sure.type": _("Type {text} to go on"),
        "jump.title": _("Go to “{stage}”?"),
        "jump.on": _("Everything between is left out; plans count as they stand."),
        "jump.back": _("The class goes back. What was handed in stays, and results that were shown stay shown."),
        "jump.slowest": _("Whoever is not so far yet is brought there; plans count as they stand."),
        "jump.yes": _("Go to “{stage}”"),
        "jump.done": _("Now: {stage}."),
        "goon.missing.one": _("{count} plan is not handed in"),
        "goon.missing.other": _("{count} plans are not handed in"),
        "goon.as-it-stands": _("A plan that is not handed in counts as it stands: the last version that could be."),
        "goon.done": _("Now: {stage}."),
    }
