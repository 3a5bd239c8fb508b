"""Cues, habits, plans and live orders."""

from __future__ import annotations

from typing import Final

from game.authoring.codes.entry import Explanation, told

_REFERENCE = "plans:\n  reference:\n    - {who: quill, "
_OFF_AIR = "programme:\n  - {arrive: voss, at: \"10:02\", reconstructed: yes}\n"

_OFFICERS = (
    "room: {doors: {gate: {wall: north, at: 5 m}}, holding: {yard: {door: gate, walk: 8 m}}}\n"
    "officers:\n  - {id: hong, name: Ann Hong, holds: foyer}\n  - {id: pak, name: Bo Pak, holds: yard}\n"
)
_NEPHEW = (
    "room: {seats: [{id: by-the-wall, at: [1 m, 6 m], chair: no}]}\n"
    "people:\n  - {id: nephew, name: Tom Quill, office: nephew of the clerk, of: halden, holds: foyer,\n"
    "     seat: by-the-wall, "
)

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
        told("The group that is waited for has the one who waits among its people. Wait for the others by name. "
             "Who comes by an `arrive` of the programme goes `at once`: he need not wait for his own arrival."),
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
        told(
            "The programme has no broadcast that goes on air, no hour at which the room is ready, no arrival of the"
            " one whose arrival is waited for; and an officer of the house never goes in."
        ),
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
        "escort-no-way",
        told("No way leads this officer to the people"),
        told("An officer of the house takes in people of his own holding room, or of one that opens on a door of it."),
        _OFFICERS + _REFERENCE + "set_out: at 10:03, escort: pak}",
        _OFFICERS + _REFERENCE + "set_out: at 10:03, escort: hong}",
    ),
    Explanation(
        "officer-twice",
        told("An officer has two things to do"),
        told(
            "Who takes people in has no briefing of his own besides. Send another officer, or leave one of the two "
            "out."
        ),
        _OFFICERS + _REFERENCE + "set_out: at 10:03, escort: hong}\n    - {who: hong, set_out: at 10:01}",
        _OFFICERS + _REFERENCE + "set_out: at 10:03, escort: hong}\n    - {who: pak, set_out: at 10:01}",
    ),
    Explanation(
        "officer-field",
        told("Something that no officer can be told"),
        told("Officers of the house stand at a door: they have a door and set out, and have neither place nor seat."),
        _OFFICERS + "plans:\n  reference: [{who: pak, set_out: at 10:01, sit: at once}]",
        _OFFICERS + "plans:\n  reference: [{who: pak, set_out: at 10:01}]",
    ),
    Explanation(
        "uninvited",
        told("A briefing for somebody who is not invited"),
        told(
            "Nobody knows whether an uninvited guest comes at all, so he can be told nothing. Put an officer at the"
            " door."
        ),
        _NEPHEW + "uninvited: 20 %}\nplans:\n  reference: [{who: nephew, set_out: on word}]",
        _NEPHEW + "uninvited: 20 %}\nplans:\n  reference: [{who: quill, set_out: on word}]",
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
