"""The room: doors, holding rooms, furniture, seats, and the ways between them."""

from __future__ import annotations

from typing import Final

from game.authoring.codes.entry import Explanation, told

ENTRIES: Final = (
    Explanation(
        "door-outside",
        told("A door that is not within its wall"),
        told(
            "`at` is the middle of the door, from the west end of the wall or its north end; half the width must "
            "fit on either side."
        ),
        "room:\n  doors:\n    main: {wall: south, at: 9.5 m, width: 1.6 m}",
        "room:\n  doors:\n    main: {wall: south, at: 9 m, width: 1.6 m}",
    ),
    Explanation(
        "doors-overlap",
        told("Two doors in one place"),
        told("Doors of one wall lie beside each other: their middles are apart by half of both widths at least."),
        "room:\n  doors:\n    side: {wall: south, at: 6 m}\n  holding:\n    yard: {door: side, walk: 5 m}",
        "room:\n  doors:\n    side: {wall: south, at: 8 m}\n  holding:\n    yard: {door: side, walk: 5 m}",
    ),
    Explanation(
        "door-narrow",
        told("More people abreast than the door is wide"),
        told("Count half a metre for each who passes side by side."),
        "room:\n  doors:\n    main: {wall: south, at: 5 m, width: 1.6 m, abreast: 4}",
        "room:\n  doors:\n    main: {wall: south, at: 5 m, width: 1.6 m, abreast: 2}",
    ),
    Explanation(
        "door-unused",
        told("No holding room opens on this door"),
        told(
            "People come from a holding room; a door that none of them leads to is never used. Give a holding room "
            "a way to it, or take it out."
        ),
        "room:\n  doors:\n    side: {wall: east, at: 2 m}",
        "room:\n  doors:\n    side: {wall: east, at: 2 m}\n  holding:\n    yard: {door: side, walk: 5 m}",
    ),
    Explanation(
        "door-blocked",
        told("Furniture stands in a door"),
        told("The middle of the doorway lies inside this piece. Move one of the two."),
        "room:\n  furniture: [{id: piano, at: [5 m, 6.2 m], size: [1.5 m, 1.6 m]}]",
        "room:\n  furniture: [{id: piano, at: [1 m, 6 m], size: [1.5 m, 1.6 m]}]",
    ),
    Explanation(
        "door-not-reached",
        told("Somebody is sent to a door that his holding room does not open on"),
        told(
            "The ways of a holding room are in `walks`, or in `door` and `walk`. Choose one of its doors, or add "
            "the way."
        ),
        "room:\n  doors:\n    side: {wall: east, at: 2 m}\n  holding:\n    yard: {door: side, walk: 5 m}\n"
        "plans:\n  reference: [{who: quill, door: side, read_back: yes}]",
        "room:\n  doors:\n    side: {wall: east, at: 2 m}\n  holding:\n    yard: {door: side, walk: 5 m}\n"
        "plans:\n  reference: [{who: quill, door: main, read_back: yes}]",
    ),
    Explanation(
        "holding-way",
        told("A holding room without a way to a door"),
        told(
            "Say which door it opens on and how long the way is: `door` and `walk` for one, or `walks` for several;"
            " not both."
        ),
        "room:\n  holding:\n    yard: {door: main}",
        "room:\n  holding:\n    yard: {door: main, walk: 5 m}",
    ),
    Explanation(
        "furniture-outside",
        told("Furniture that reaches through a wall"),
        told("`at` is its middle, `size` from west to east and from north to south."),
        "room:\n  furniture: [{id: piano, at: [9.5 m, 1 m], size: [1.5 m, 1.6 m]}]",
        "room:\n  furniture: [{id: piano, at: [9 m, 1 m], size: [1.5 m, 1.6 m]}]",
    ),
    Explanation(
        "table-sides",
        told("The delegations do not fit the table's shape"),
        told(
            "A table with corners has a delegation at each of its sides `north`, `east`, `south` and `west`, and "
            "each delegation once; a round one has them `around` it."
        ),
        "room:\n  table: {around: [merrow, halden]}",
        "room:\n  table: {north: merrow, south: halden}",
    ),
    Explanation(
        "seats-narrow",
        told("The table is too small for its people"),
        told(
            "Each needs 55 cm, and with the principal in the middle an even number needs one more. Make the table "
            "longer, or give some of them seats of their own."
        ),
        "room:\n  table: {size: [1 m, 1.2 m]}",
        "room:\n  table: {size: [3 m, 1.2 m]}",
    ),
    Explanation(
        "seats-close",
        told("Two seats stand too close"),
        told("Between two seats there are 40 cm at least."),
        "room:\n  seats: [{id: usher, at: [5.2 m, 2 m]}]",
        "room:\n  seats: [{id: usher, at: [6.2 m, 1 m]}]",
    ),
    Explanation(
        "seat-outside",
        told("A seat outside the room or in its wall"),
        told("Seats at the table stand 45 cm from its edge, so a table needs that much to the wall behind them."),
        "room:\n  table: {at: [5 m, 0.9 m]}",
        "room:\n  table: {at: [5 m, 1.4 m]}",
    ),
    Explanation(
        "seat-blocked",
        told("A seat inside a piece of furniture"),
        told("Nobody can be there. Move the seat or the piece."),
        "room:\n  furniture: [{id: piano, at: [1.5 m, 1.5 m], size: [2 m, 2 m]}]\n"
        "  seats: [{id: usher, at: [1 m, 1 m]}]",
        "room:\n  furniture: [{id: piano, at: [1.5 m, 1.5 m], size: [2 m, 2 m]}]\n"
        "  seats: [{id: usher, at: [1 m, 4 m]}]",
    ),
    Explanation(
        "seat-facing",
        told("A seat that faces itself"),
        told("`facing` is a place in the room to look at; without it people look at the table."),
        "room:\n  seats: [{id: usher, at: [1 m, 2 m], facing: [1 m, 2 m]}]",
        "room:\n  seats: [{id: usher, at: [1 m, 2 m], facing: [5 m, 3 m]}]",
    ),
    Explanation(
        "seat-unreachable",
        told("No way to this seat"),
        told(
            "People keep 30 cm from every piece of furniture and stay inside the room, and between the doors and "
            "this seat there is no such way: round the table, for instance. Leave 60 cm between pieces, and 30 cm "
            "to a wall where people pass."
        ),
        "room:\n  furniture:\n    - {id: screen, at: [5 m, 4.4 m], size: [10 m, 20 cm]}",
        "room:\n  furniture:\n    - {id: screen, at: [3 m, 4.4 m], size: [3 m, 20 cm]}",
    ),
)
