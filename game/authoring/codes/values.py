"""What keeps a single key or value from being understood."""

from __future__ import annotations

from typing import Final

from game.authoring.codes.entry import Explanation, told

ENTRIES: Final = (
    Explanation(
        "key-missing",
        told("A key that must be there is not"),
        told("The guide marks with * what may not be left out; the hint says what to write."),
        "people:\n  - {id: brook, name: Ida Brook, office: Guide, of: halden}",
        "people:\n  - {id: brook, name: Ida Brook, office: Guide, of: halden, holds: foyer}",
    ),
    Explanation(
        "key-unknown",
        told("A key that means nothing here"),
        told(
            "Most often a slip of the pen, a key of another block, or one that is indented too far or not far "
            "enough. What is not understood is never passed over in silence: you would go on believing that it "
            "counts."
        ),
        "liaison: {minutes: 3, readback: 60 s, read_back: 60 s, radio: 5 s}",
        "liaison: {minutes: 3, read_back: 60 s, radio: 5 s}",
    ),
    Explanation(
        "shape",
        told("One value, a list, a block: not what belongs here"),
        told(
            "A block is `{key: value}` or lines with keys, a list is `[one, two]` or lines with dashes, and a "
            "single value is neither."
        ),
        "room:\n  table: {size: 3 m}",
        "room:\n  table: {size: [3 m, 1.2 m]}",
    ),
    Explanation(
        "empty",
        told("A value is missing after its key"),
        told("Say something, or leave the key out."),
        "title:",
        "title: Two chairs",
    ),
    Explanation(
        "choice",
        told("Not one of the words that can stand here"),
        told("Some keys take one of a few words only. The hint names the nearest, or all of them."),
        "rules:\n  - {id: mayor-before-clerk, gravity: severe}",
        "rules:\n  - {id: mayor-before-clerk, gravity: serious}",
    ),
    Explanation(
        "format",
        told("Another version of the format"),
        told(
            "`format` says which version of the guide a file follows, so that old files can still be read when the "
            "guide changes. There is one version: 1."
        ),
        "format: 2",
        "format: 1",
    ),
    Explanation(
        "id",
        told("Not an id"),
        told(
            "An id is how the file itself calls somebody or something: at most forty small letters, digits, - and "
            "_, and a letter first. What people read stands in `name` and `title`, in any script."
        ),
        "id: Two Chairs",
        "id: two-chairs",
    ),
    Explanation(
        "number",
        told("Not a whole number"),
        told("Digits only, without a unit, a sign or a point."),
        "difficulty: easy",
        "difficulty: 1",
    ),
    Explanation(
        "yes-no",
        told("Neither yes nor no"),
        told("`yes`, `no`, `true` and `false` can stand here."),
        "people:\n  - {id: voss, principal: perhaps}",
        "people:\n  - {id: voss, principal: yes}",
    ),
    Explanation(
        "clock",
        told("Not a time of day"),
        told("Hours and minutes with a colon, seconds if you like: 12:03, 12:03:16. The hours go to 24."),
        "clock: {from: \"10.00\", to: \"10:10\"}",
        "clock: {from: \"10:00\", to: \"10:10\"}",
    ),
    Explanation(
        "duration",
        told("Not a duration"),
        told(
            "A number and its unit: 10 s, 1.5 s, 3 min, 1 min 30 s, 400 ms. Without the unit nobody could tell "
            "seconds from minutes."
        ),
        "liaison: {minutes: 3, read_back: 60, radio: 5 s}",
        "liaison: {minutes: 3, read_back: 60 s, radio: 5 s}",
    ),
    Explanation(
        "length",
        told("Not a length"),
        told("A number and its unit: 5.5 m, 90 cm, 900 mm."),
        "room:\n  holding:\n    foyer: {door: main, walk: 8}",
        "room:\n  holding:\n    foyer: {door: main, walk: 8 m}",
    ),
    Explanation(
        "speed",
        told("Not a walking speed"),
        told("Metres a second, from 0.1 m/s to 5 m/s. People stroll at 1 m/s and stride at 1.5 m/s."),
        "people:\n  - {id: voss, pace: 4 km/h}",
        "people:\n  - {id: voss, pace: 1.1 m/s}",
    ),
    Explanation(
        "chance",
        told("Not a chance"),
        told("In per cent, at most 100 %, with one digit after the point if need be: 15 %, 0.5 %."),
        "liaison: {minutes: 3, read_back: 60 s, radio: 5 s, lost: 0.15}",
        "liaison: {minutes: 3, read_back: 60 s, radio: 5 s, lost: 15 %}",
    ),
    Explanation(
        "date",
        told("Not a date"),
        told("Year, month and day with hyphens, as 2024-06-19, so that nobody confuses the day with the month."),
        "date: 14.5.2030",
        "date: 2030-05-14",
    ),
    Explanation(
        "colour",
        told("Not a colour known here"),
        told(
            "One of the names in the guide, or six hexadecimal digits after a #. In quotes: a bare # begins a "
            "comment."
        ),
        "delegations:\n  merrow: {flag: {stripes: [green, wite]}}",
        "delegations:\n  merrow: {flag: {stripes: [green, \"#fffaf0\"]}}",
    ),
    Explanation(
        "url",
        told("Not an address on the web"),
        told("It begins with https:// or http:// and has no blanks. Where there is none, leave `url` out."),
        "sources:\n  gazette: {title: Minutes, publisher: The Gazette, date: 2030-05-15, url: gazette.example}",
        "sources:\n"
        "  gazette: {title: Minutes, publisher: The Gazette, date: 2030-05-15, url: \"https://gazette.example\"}",
    ),
    Explanation(
        "language",
        told("Not a code for a language"),
        told("A text in several languages names each by its code of two or three letters: en, ko, de, pt-BR."),
        "title: {English: Two chairs}",
        "title: {en: Two chairs}",
    ),
    Explanation(
        "text-control",
        told("An invisible character in a text"),
        told("Written with a backslash in quotes, a character can stand in a text that nobody sees. Take it out."),
        "title: \"Two\\achairs\"",
        "title: \"Two chairs\"",
    ),
    Explanation(
        "text-long",
        told("A text that is too long for its place"),
        told("Names and titles must fit on one line, at most 120 characters; other texts may have 4,000."),
        "title: " + "Two chairs and again " * 8,
        "title: Two chairs",
    ),
    Explanation(
        "pair",
        told("Two values belong here"),
        told(
            "A place in the room is two lengths, from the west and from the north; a span is two durations, the "
            "shortest and the longest."
        ),
        "room:\n  table: {at: [5 m]}",
        "room:\n  table: {at: [5 m, 3 m]}",
    ),
    Explanation(
        "span",
        told("A span that does not run from short to long"),
        told("The shorter duration comes first, and `nominal`, which the walk-through uses, lies between the two."),
        "programme:\n  - on_air: from 10:01\n"
        "  - {arrive: voss, at: \"10:02\", late: {between: [2 min, 0 s]}, reconstructed: yes}",
        "programme:\n  - on_air: from 10:01\n"
        "  - {arrive: voss, at: \"10:02\", late: {between: [0 s, 2 min]}, reconstructed: yes}",
    ),
    Explanation(
        "period",
        told("Not a stretch of time"),
        told("`from 12:02`, or `from 12:02 to 12:10`, or a block with `from` and `to`."),
        "programme:\n  - on_air: at 10:01",
        "programme:\n  - on_air: from 10:01",
    ),
    Explanation(
        "out-of-range",
        told("Too small or too large"),
        told(
            "The sentence says between what bounds the value must lie. They are wide; what lies beyond them is a "
            "wrong unit or a digit too many."
        ),
        "difficulty: 9",
        "difficulty: 2",
    ),
    Explanation(
        "too-many",
        told("More entries than can be"),
        told(
            "There are bounds for everything that can be listed: 200 people, 100 rules, 20 doors, 12 pieces of "
            "furniture and so on."
        ),
        "liaison: {escorts: [" + ", ".join(f"hong-{n}" for n in range(41)) + "]}",
        "liaison: {escorts: [hong]}",
    ),
    Explanation(
        "too-few",
        told("At least one is needed"),
        told(
            "A scenario has a person, a delegation, a door, a holding room and a rule at least; without a rule "
            "there is nothing to learn."
        ),
        "rules: []",
        "rules:\n  - {id: mayor-before-clerk, kind: before, first: voss, then: halden.staff, gravity: serious}",
    ),
)
