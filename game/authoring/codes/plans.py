"""Cues, habits, plans and live orders."""

from __future__ import annotations

from typing import Final

from game.authoring.codes.entry import Explanation, told

_REFERENCE = "plans:\n  reference:\n    - {who: quill, "
_OFF_AIR = "programme:\n  - {arrive: voss, at: \"10:02\", reconstructed: yes}\n"

ENTRIES: Final = (
    Explanation(
        "cue",
        told("Not a cue"),
        told(
            "A cue says when: `at 12:03`, `at door by 12:05` (to set out by, only), `after kim entered + 10 s`, `at"
            " once`, `on word`. What is waited for is somebody's id and one of the words of the guide, and no cue "
            "comes before what it waits for."
        ),
        _REFERENCE + "set_out: after voss enters, read_back: yes}",
        _REFERENCE + "set_out: after voss entered, read_back: yes}",
    ),
    Explanation(
        "cue-waits-for-itself",
        told("Somebody waits for himself"),
        told("The group that is waited for has the one who waits among its people. Wait for the others by name."),
        _REFERENCE + "enter: after halden entered, read_back: yes}",
        _REFERENCE + "enter: after voss entered, read_back: yes}",
    ),
    Explanation(
        "cue-cycle",
        told("People who wait for each other"),
        told(
            "Each waits for something that comes only after what he does himself, so none of them would ever come. "
            "Give one of them a time of day, or something from outside to wait for: an arrival, the broadcast."
        ),
        "plans:\n  reference:\n    - {who: quill, enter: after voss entered, read_back: yes}\n"
        "    - {who: voss, enter: after quill entered, read_back: yes}",
        "plans:\n  reference:\n    - {who: quill, enter: after voss entered, read_back: yes}\n"
        "    - {who: voss, enter: after adler entered, read_back: yes}",
    ),
    Explanation(
        "cue-never",
        told("A cue that waits for what never happens"),
        told("There is no broadcast in the programme to go on air, or nobody whose arrival is waited for arrives there."),
        _OFF_AIR + _REFERENCE + "enter: after on air, read_back: yes}",
        _OFF_AIR + _REFERENCE + "enter: after voss entered, read_back: yes}",
    ),
    Explanation(
        "ambiguous",
        told("Somebody is told two things"),
        told(
            "Two entries name the same people equally closely and differ. A person's name wins over a group, a "
            "group over a delegation, a delegation over `all`; between equals take one out."
        ),
        _REFERENCE + "set_out: at 10:03}\n    - {who: quill, set_out: at 10:04}",
        _REFERENCE + "set_out: at 10:03}\n    - {who: voss, set_out: at 10:04}",
    ),
    Explanation(
        "over-budget",
        told("More read-backs than the liaison has minutes for"),
        told(
            "Each read-back takes `read_back` for every holding room its people wait in. Have fewer read back, or "
            "give the liaison more `minutes`."
        ),
        "liaison: {minutes: 0}",
        "liaison: {minutes: 3}",
    ),
    Explanation(
        "escort-twice",
        told("One escort for two briefings"),
        told("An escort carries one message in person. Name another one, or none."),
        "liaison: {escorts: [hong]}\n" + _REFERENCE + "set_out: at 10:03, escort: hong}\n"
        "    - {who: voss, set_out: at 10:03, escort: hong}",
        "liaison: {escorts: [hong, pak]}\n" + _REFERENCE + "set_out: at 10:03, escort: hong}\n"
        "    - {who: voss, set_out: at 10:03, escort: pak}",
    ),
    Explanation(
        "escort-two-rooms",
        told("An escort for people in two holding rooms"),
        told("An escort is in one holding room only. Split the briefing."),
        "room: {holding: {yard: {door: main, walk: 5 m}}}\npeople:\n  - {id: quill, holds: yard}\n"
        "liaison: {escorts: [hong]}\nplans:\n  reference: [{who: halden, set_out: at 10:03, escort: hong}]",
        "room: {holding: {yard: {door: main, walk: 5 m}}}\npeople:\n  - {id: quill, holds: yard}\n"
        "liaison: {escorts: [hong]}\nplans:\n  reference: [{who: voss, set_out: at 10:03, escort: hong}]",
    ),
    Explanation(
        "order",
        told("Not a live order"),
        told(
            "A live order is a time of day, what to do and whom it is for: `12:03:20 hold lavrov`, `12:05 hold door"
            " main`, `12:06 cut away`. The guide lists what can be done."
        ),
        "plans:\n  recorded: {briefings: [], orders: [\"10:03 stop voss\"]}",
        "plans:\n  recorded: {briefings: [], orders: [\"10:03 hold voss\"]}",
    ),
    Explanation(
        "not-waivable",
        told("Nobody may waive this rule"),
        told("A rule may be let pass only by those whom it names in `waivable_by`."),
        "plans:\n  recorded: {briefings: [], orders: [\"10:03 waive mayor-before-clerk\"]}",
        "rules:\n  - {id: mayor-before-clerk, waivable_by: voss}\n"
        "plans:\n  recorded: {briefings: [], orders: [\"10:03 waive mayor-before-clerk\"]}",
    ),
)
