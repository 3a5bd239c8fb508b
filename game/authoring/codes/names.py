"""Names, people, the clock and the programme."""

from __future__ import annotations

from typing import Final

from game.authoring.codes.entry import Explanation, told

_BROOK = (
    "delegations:\n  brook: {name: Brook, side: guest}\n"
    "people:\n  - {id: reed, name: Jo Reed, office: Mayor of Brook, of: brook, "
)

_FRIEND = (
    "room: {seats: [{id: by-the-wall, at: [1 m, 6 m], chair: no}]}\n"
    "people:\n  - {id: reed, name: Jo Reed, office: A friend of the mayor, of: halden, holds: foyer, "
)

ENTRIES: Final = (
    Explanation(
        "name-unknown",
        told("A name that leads nowhere"),
        told(
            "People, delegations, groups, doors, holding rooms, seats, rules, plans, sources and escorts are called"
            " by their ids, and each id must be somewhere in the file. In a plan file they are those of the "
            "scenario."
        ),
        "people:\n  - {id: quill, holds: attic}",
        "people:\n  - {id: quill, holds: foyer}",
    ),
    Explanation(
        "name-taken",
        told("Two things of one name"),
        told(
            "People, delegations and groups are named in the same places, so no two of them may share an id; nor "
            "may two rules, two seats or two pieces of furniture. `all`, `joint` and `leaders` have meanings of "
            "their own."
        ),
        "groups: {voss: [quill]}",
        "groups: {clerks: [quill]}",
    ),
    Explanation(
        "name-twice",
        told("Somebody is named twice in one list"),
        told("Naming somebody again changes nothing, so probably somebody else is meant."),
        "precedence: {halden: [voss, voss]}",
        "precedence: {halden: [voss, quill]}",
    ),
    Explanation(
        "delegation-empty",
        told("A delegation without people"),
        told("Nobody says `of` this delegation. Give it people or take it out."),
        "delegations:\n  brook: {name: Brook, side: guest}",
        _BROOK + "holds: foyer, seat: side}\nroom:\n  seats: [{id: side, at: [1 m, 1 m]}]",
    ),
    Explanation(
        "no-principal",
        told("Nobody is a principal"),
        told(
            "The event is run for somebody: write `principal: yes` for them. They are asked and not ordered, they "
            "have the middle seat, and `leaders` means them."
        ),
        "people:\n  - {id: adler, principal: no}\n  - {id: voss, principal: no}",
        "people:\n  - {id: adler, principal: no}\n  - {id: voss, principal: yes}",
    ),
    Explanation(
        "seat-none",
        told("Somebody has no seat"),
        told(
            "Everybody has a place, sitting or standing. The table gives places to the delegations at its sides; "
            "everybody else needs a seat of the list `seats`, which may be a mark on the floor (`chair: no`)."
        ),
        _BROOK + "holds: foyer}",
        _BROOK + "holds: foyer, seat: side}\nroom:\n  seats: [{id: side, at: [1 m, 1 m]}]",
    ),
    Explanation(
        "seat-taken",
        told("Two people on one chair"),
        told(
            "Each place is one person's, by `seat`, by the table's order, or by a briefing with `place`. Let one of"
            " them have another."
        ),
        "people:\n  - {id: voss, seat: halden-1}\n  - {id: quill, seat: halden-1}",
        "people:\n  - {id: voss, seat: halden-1}\n  - {id: quill, seat: halden-2}",
    ),
    Explanation(
        "uninvited-seat",
        told("An uninvited guest without a place"),
        told("Nobody has set a chair for him, so `seat` says where he goes: a mark on the floor, for instance."),
        _FRIEND + "uninvited: 20 %}",
        _FRIEND + "uninvited: 20 %, seat: by-the-wall}",
    ),
    Explanation(
        "uninvited-principal",
        told("A principal who is not invited"),
        told("The event is run for the principals, so they are always invited."),
        _FRIEND + "seat: by-the-wall, principal: yes, uninvited: 20 %}",
        _FRIEND + "seat: by-the-wall, uninvited: 20 %}",
    ),
    Explanation(
        "role",
        told("Somebody or something that has not the part for this"),
        told(
            "Officers of the house are there from the beginning and do not go in; uninvited guests may not come at "
            "all, so nobody counts on them; and where there is no chair none can be missing."
        ),
        "officers: [{id: hong, name: Ann Hong, holds: foyer}]\naccomplish: {who: [voss, hong]}",
        "officers: [{id: hong, name: Ann Hong, holds: foyer}]\naccomplish: {who: [voss, adler]}",
    ),
    Explanation(
        "clock-order",
        told("The end comes before the beginning"),
        told("The clock and every period run forwards within one day; a day that passes midnight cannot be played."),
        "clock: {from: \"10:00\", to: \"9:10\"}",
        "clock: {from: \"10:00\", to: \"10:10\"}",
    ),
    Explanation(
        "clock-long",
        told("The clock runs too long"),
        told("Six hours are the most. A good scenario takes ten minutes to half an hour."),
        "clock: {from: \"10:00\", to: \"23:10\"}",
        "clock: {from: \"10:00\", to: \"10:10\"}",
    ),
    Explanation(
        "outside-clock",
        told("An instant outside the clock"),
        told("What lies before `from` or after `to` of the clock never happens."),
        "accomplish: {who: all, in_place: by 11:08}",
        "accomplish: {who: all, in_place: by 10:08}",
    ),
    Explanation(
        "aim-count",
        told("The day is for exactly one thing"),
        told(
            "`accomplish` has one entry. Name everybody who must be in place in `who`, and the latest time; what "
            "else must be done in time is a rule of the kind `by`."
        ),
        "accomplish:\n  - {who: merrow, in_place: by 10:08}\n  - {who: halden, in_place: by 10:09}",
        "accomplish: {who: all, in_place: by 10:08}",
    ),
    Explanation(
        "aim-due",
        told("Planned for later than the latest"),
        told(
            "`due` is when all is planned to be in place, and later costs points; later than `in_place` the day has"
            " failed. So `due` is the earlier of the two."
        ),
        "accomplish: {who: all, in_place: by 10:08, due: \"10:09\"}",
        "accomplish: {who: all, in_place: by 10:08, due: \"10:06\"}",
    ),
    Explanation(
        "programme",
        told("Nothing that can stand in the programme"),
        told("An entry of the programme is one thing: `on_air`, `press`, `arrive` or `lingers`."),
        "programme:\n  - {comes: voss, at: \"10:02\"}",
        "programme:\n  - {arrive: voss, at: \"10:02\", reconstructed: yes}",
    ),
    Explanation(
        "programme-twice",
        told("The same thing twice in the programme"),
        told("There is one broadcast, the press comes once, and everybody arrives once and lingers for one reason."),
        "programme:\n  - {arrive: voss, at: \"10:02\", reconstructed: yes}\n"
        "  - {arrive: halden, at: \"10:03\", reconstructed: yes}",
        "programme:\n  - {arrive: halden, at: \"10:02\", reconstructed: yes}",
    ),
)
