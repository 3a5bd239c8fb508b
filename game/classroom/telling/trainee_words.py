"""The words of the trainee's page: {key: text}. A key with `.one` and `.other` counts `{count}` of something."""

from __future__ import annotations

from game.classroom.telling.trainee_words_day import day_words
from game.classroom.telling.trainee_words_plan import plan_words
from game.wording.catalogue import _, ngettext


def trainee_words() -> dict[str, str]:
    """Everything the trainee's page says, in the language in force."""
    return {**_everywhere(), **_line(), **_team(), **_joining(), **_lobby(), **_brief(), **plan_words(), **day_words()}


def counted(key: str, one: str, other: str) -> dict[str, str]:
    """A text in its two forms under its key; both are literal messages."""
    return {f"{key}.one": one, f"{key}.other": other}


def _everywhere() -> dict[str, str]:
    return {
        "skip": _("To the content"),
        "close": _("Close"),
        "nobody": _("nobody"),
        "official": _("Official"),
        "and": _("{some} and {last}"),
        "long.s": _("{s} s"),
        "long.min": _("{min} min"),
        "long.min_s": _("{min} min {s} s"),
        **counted("more", ngettext("{count} more", "{count} more", 1), ngettext("{count} more", "{count} more", 2)),
        "waits_in": _("waits in {room}"),
        "phase.join": _("Join"),
        "phase.lobby": _("Lobby"),
        "phase.brief": _("Brief"),
        "phase.plan": _("Plan"),
        "phase.run": _("Run"),
        "phase.debrief": _("Debrief"),
        "phase.end": _("End"),
        "moved": _("The session has moved on: {phase}."),
        "attempt.1": _("first try"),
        "attempt.2": _("second try"),
        "head.phase": _("{phase} · {title}"),
        "head.in_team": _("{name} · team {team}"),
        "head.second": _("{name} · second try"),
        "time.left": _("Time left: "),
        "time.paused_at": _("Paused. Time left: "),
        "time.paused": _("paused"),
        "time.mark.300": _("Five minutes are left."),
        "time.mark.60": _("One minute is left."),
        "time.mark.20": _("Twenty seconds are left."),
        "state.kept": _("kept"),
        "state.open": _("connected"),
        "state.sending": _("sending…"),
        "state.kept_here": _("kept here"),
        "state.connecting": _("connecting…"),
        "state.offline": _("offline"),
    }


def _line() -> dict[str, str]:
    """How the page stands with the server."""
    return {
        "line.title": _("One moment"),
        "line.first": _("Connecting with the room …"),
        "line.documents": _("Fetching the papers of this scenario …"),
        "line.offline_long": _("The room does not answer. This page keeps trying; nothing you did is lost."),
        "line.offline": _("Offline. This page keeps trying to come back."),
        "line.offline_edits": _("Offline: your edits are kept here and sent when the connection is back."),
        "line.back": _("The connection is back."),
        "line.polling": _(
            "This network allows no live connection: the page asks for news by itself. All of it works, a moment later."
        ),
        "notice.close": _("Got it"),
        "tab.title": _("Open in another tab"),
        "tab.text": _("You went on in another tab of this browser. This one has stopped so that the two do not disturb "
                      "each other."),
        "tab.here": _("Go on here"),
        "gone.no-token": _("The room no longer knows this device."),
        "gone.no-room": _("This room is closed."),
        "gone.no-such-trainee": _("The instructor has taken this name out of the room."),
        "gone.quit": _("You have left the room."),
        "edits.found": _("Edits that had not been sent are back in your plan."),
    }


def _team() -> dict[str, str]:
    return {
        "team.label": _("Your team"),
        "team.title": _("Team {team}"),
        "team.you": _("{name} (you)"),
        "team.drives": _("drives"),
        "team.away": _("away"),
        "team.you_drive": _("You drive: what you do counts for the team."),
        "team.other_drives": _("{name} drives; you watch."),
        "team.let_me": _("Let me drive"),
    }


def _joining() -> dict[str, str]:
    return {
        "join.title": _("Join the class"),
        "join.code": _("Code of the room"),
        "join.code_hint": _("It stands on the wall, beside the QR code."),
        "join.next": _("Next"),
        "join.looking": _("Looking …"),
        "join.no_code": _("Type the code that stands on the wall."),
        "join.no_server": _("The room does not answer. Are you in the same network as the instructor? Try again."),
        "join.found": _("Found: {title}."),
        "join.room": _("Room {code}"),
        "join.locked": _("The instructor has locked this room. Who was here already can still come back."),
        "join.not_now": _("Nobody can join this room any more."),
        "join.your_name": _("Your name here"),
        "join.pseudonym_why": _("A name for this session only; nobody needs to know your own."),
        "join.another": _("Another one"),
        "join.own": _("Type my own"),
        "join.own_hint": _("At most 24 characters. Everybody in the room may see it."),
        "join.given": _("Give me one"),
        "join.no_name": _("Type a name."),
        "join.team": _("Your team"),
        "join.choose_team": _("Choose a team."),
        "join.go": _("Join"),
        "join.joining": _("Joining …"),
        "join.joined": _("You have joined as {name}."),
        "join.other_room": _("Another room"),
        "join.was_here": _("I was here already"),
        "join.as_new": _("I am new here"),
        "join.back_to": _("Back to room {code} as {name}"),
        "recovery.title": _("You are {name}"),
        "recovery.why": _("Write this code down. With it you come back from any device, with everything you did."),
        "recovery.hint": _("Keep it to yourself: whoever has it is you."),
        "recovery.go": _("I have written it down"),
        "recovery.label": _("Your recovery code"),
        "recovery.where": _("You wrote it down when you joined. The instructor can let you in anew, too."),
        "recovery.back": _("Come back"),
    }


def _lobby() -> dict[str, str]:
    return {
        "lobby.title": _("You are {name}"),
        "lobby.wait": _("You are in. The instructor opens the brief; this page moves on by itself."),
        "lobby.self_paced": _("You are in. When the instructor has opened the brief, you go on at your own pace."),
        "lobby.what": _("What will come"),
        "lobby.step.brief": _("Brief"),
        "lobby.step.brief.text": _("Who comes, in what order of precedence, and the custom of this house."),
        "lobby.step.plan": _("Plan"),
        "lobby.step.plan.text": _("You tell people which door to take, and on which cue."),
        "lobby.step.run": _("Run"),
        "lobby.step.run.text": _("The doors open and the day happens, with whatever chance brings."),
        "lobby.step.debrief": _("Debrief"),
        "lobby.step.debrief.text": _("What broke protocol, who saw it, and why."),
        "lobby.step.again": _("Second try"),
        "lobby.step.again.text": _("The same morning once more, with what you know now."),
        **counted(
            "lobby.scenarios",
            ngettext("The scenario", "The scenarios", 1),
            ngettext("The scenario", "The scenarios", 2),
        ),
        **counted(
            "lobby.kept",
            ngettext("What you do here is kept on the instructor's machine for {count} day.",
                     "What you do here is kept on the instructor's machine for {count} days.", 1),
            ngettext("What you do here is kept on the instructor's machine for {count} day.",
                     "What you do here is kept on the instructor's machine for {count} days.", 2),
        ),
        "lobby.code": _("My recovery code"),
        "lobby.leave": _("Leave the room"),
        "lobby.leave_sure": _("Leave for good? What you did stays with the class, and you cannot go on with it."),
        "lobby.rename": _("Take another name"),
        "lobby.rename_do": _("Take this name"),
        "lobby.renamed": _("You have another name now."),
    }


def _brief() -> dict[str, str]:
    return {
        "brief.where": _("{place}, {date}"),
        "brief.aim": _("What you must accomplish"),
        "brief.learning": _("What there is to learn"),
        "brief.fictional": _("Countries, people and events of this scenario are invented."),
        "brief.contents": _("Parts of the brief"),
        "brief.custom": _("Custom of the house"),
        "brief.custom_why": _("There is no universal order of entry: what counts is the custom of this house."),
        "brief.order": _("Orders of precedence"),
        "brief.order_by": _("{system} · {source}"),
        "brief.people": _("People, and what they do unbriefed"),
        "brief.unbriefed": _("Beneath each name: what they do if nobody tells them anything."),
        "brief.principal": _("principal"),
        "brief.through": _("Reached through: {who}."),
        "brief.house": _("Officers of the house, and others"),
        "brief.day": _("The day"),
        "brief.chances": _("What may happen"),
        "brief.means": _("Your means"),
        "brief.before": _("Before the doors open"),
        "brief.after": _("While it happens"),
        "brief.sources": _("Sources"),
        "brief.reconstructed": _("reconstructed"),
        "brief.reconstructed_long": _("What no source gives"),
        "brief.go_on": _("Plan the day"),
    }
