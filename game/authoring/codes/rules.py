"""Rules, texts in several languages, and where facts come from."""

from __future__ import annotations

from typing import Final

from game.authoring.codes.entry import Explanation, Severity, told

_FIRST = "rules:\n  - {id: clerk-early, kind: by, who: quill, gravity: slight, "
_HOUSE = "rules:\n  - {id: mayor-before-clerk, house: {notices_after: 40 s, "
_REAL = "fictional: no\nprogramme:\n  - on_air: from 10:01\n"
_HABITS = (
    "unbriefed:\n  - {who: all, set_out: at 10:02:30, sit: at once, reconstructed: yes}\n"
    "rules:\n  - {id: mayor-before-clerk, confidence: design}\n"
)

ENTRIES: Final = (
    Explanation(
        "rule-kind",
        told("No kind of rule has this name"),
        told("The guide lists the kinds of rules with the keys of each."),
        "rules:\n  - {id: clerk-late, kind: after, who: quill, gravity: slight}",
        "rules:\n  - {id: clerk-late, kind: before, first: voss, then: quill, gravity: slight}",
    ),
    Explanation(
        "rule-idle",
        told("Something in a rule that has no effect"),
        told("As it stands the rule can never be broken, or the key shown changes nothing. The sentence says why."),
        "rules:\n  - {id: alone-in-time, kind: together, who: voss, within: 5 s, gravity: slight}",
        "rules:\n  - {id: alone-in-time, kind: together, who: [voss, adler], within: 5 s, gravity: slight}",
    ),
    Explanation(
        "rule-nobody",
        told("A rule about nobody"),
        told("All whom the rule names are among those of `except`, so it concerns nobody."),
        _FIRST + "deadline: \"10:06\", except: halden}",
        _FIRST + "deadline: \"10:06\", except: voss}",
    ),
    Explanation(
        "rule-circle",
        told("Rules that follow each other in a circle"),
        told(
            "`follows` names the rule whose breach brings this one with it, so that the same mistake is not paid "
            "for twice. One of them must be the first."
        ),
        "rules:\n  - {id: mayor-before-clerk, follows: clerk-early}\n"
        "  - {id: clerk-early, kind: by, who: quill, deadline: \"10:06\", gravity: slight,\n"
        "     follows: mayor-before-clerk}",
        _FIRST + "deadline: \"10:06\", follows: mayor-before-clerk}",
    ),
    Explanation(
        "rule-impossible",
        told("A rule that this day does not let be kept"),
        told(
            "Whatever anybody is told, the rule is broken: by the times of the programme, by the numbers of the two"
            " sides, by the doors that the holding rooms open on, by the seats, or by what the day is for. Change "
            "the one or the other."
        ),
        _FIRST + "deadline: \"10:01\"}\nprogramme:\n  - {arrive: quill, at: \"10:03\", reconstructed: yes}",
        _FIRST + "deadline: \"10:05\"}\nprogramme:\n  - {arrive: quill, at: \"10:03\", reconstructed: yes}",
    ),
    Explanation(
        "rules-contradict",
        told("Rules that cannot all be kept"),
        told(
            "Whoever keeps one of these rules breaks another, whatever the day brings. The sentence names them all "
            "with their lines; the guide lists the pairs of kinds that are compared. What is judged: in what order,"
            " how far apart and by when things happen, through which doors, and on which seats; a rule with `while`"
            " is left out, since it is not always in force."
        ),
        "rules:\n  - {id: clerk-opens, kind: before, first: quill, then: voss, gravity: slight}",
        "rules:\n  - {id: clerk-opens, kind: before, first: adler, then: voss, gravity: slight}",
    ),
    Explanation(
        "house-idle",
        told("The house would do nothing by this"),
        told(
            "Nobody is called back (`recalls`) whom the house does not send out, and nobody cuts away from a "
            "broadcast that the programme does not have."
        ),
        "rules:\n  - {id: mayor-before-clerk, house: {notices_after: 40 s, sends_out: no, recalls: after voss sat}}",
        "rules:\n  - {id: mayor-before-clerk, house: {notices_after: 40 s, sends_out: yes, recalls: after voss sat}}",
    ),
    Explanation(
        "house-twice",
        told("The house is told twice what to do"),
        told("`does` says what the house does; `sends_out` is the older way of saying the same. Leave it out."),
        _HOUSE + "does: sends out, sends_out: no}}",
        _HOUSE + "does: sends out}}",
    ),
    Explanation(
        "house-silent",
        told("A remark without words"),
        told("Where the house `remarks`, somebody says something: write it in `says`."),
        _HOUSE + "does: remarks}}",
        _HOUSE + "does: remarks, says: We have a protocol.}}",
    ),
    Explanation(
        "house-halts",
        told("Nobody can be halted on the way"),
        told(
            "To halt is to stop somebody who is about to come in. A rule that is broken in the room, by sitting "
            "down for instance, has nobody to halt: the house sends out, remarks or notes."
        ),
        _HOUSE + "does: halts}, event: sat}",
        _HOUSE + "does: halts}}",
    ),
    Explanation(
        "outcome",
        told("Words for an outcome that there is not"),
        told(
            "`outcomes` says in your own words how a day ended: `clean`, `failed`, with a grade, with a rule "
            "broken."
        ),
        "outcomes: {faild: A day lost.}",
        "outcomes: {failed: A day lost.}",
    ),
    Explanation(
        "language-missing",
        told("A text is missing in one of the file's languages"),
        told(
            "The file says something in several languages; then everything that it says in more than one, it says "
            "in all of them. Otherwise a class would read two languages side by side. A text without a code for its"
            " language, like a name, is taken for the same in all."
        ),
        "title: {en: Two chairs, de: Zwei Stühle}\nsituation: {en: The mayor receives.}",
        "title: {en: Two chairs, de: Zwei Stühle}\n"
        "situation: {en: The mayor receives., de: Der Bürgermeister empfängt.}",
    ),
    Explanation(
        "fact-bare",
        told("A fact without a source"),
        told(
            "Of a real event everybody may ask: where do you know that from? Rules, arrivals, habits and what "
            "chance brings either have a `source`, or say that you made them up: `reconstructed: yes`, or for a "
            "rule `confidence: design`. Where nothing is real, write `fictional: yes` at the top of the file; the "
            "brief says so."
        ),
        _REAL + "  - {arrive: voss, at: \"10:02\"}\n" + _HABITS,
        _REAL + "  - {arrive: voss, at: \"10:02\", reconstructed: yes}\n" + _HABITS,
        Severity.ADVICE,
    ),
)
