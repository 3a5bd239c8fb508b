"""What keeps a file from being read at all."""

from __future__ import annotations

from typing import Final

from game.authoring.codes.entry import Explanation, told

ENTRIES: Final = (
    Explanation(
        "scenario-unknown",
        told("No scenario has this name"),
        told(
            "A name without an ending is the id of a shipped scenario; `after-you list` shows them. A file of your "
            "own is named with its ending, or with its folder."
        ),
        "after-you check two-chairs",
        "after-you check two-chairs.yaml",
    ),
    Explanation(
        "file-missing",
        told("There is no such file"),
        told(
            "The file is looked for in the folder you are in, unless you name another one. Capitals count on most "
            "systems."
        ),
        "after-you check two-chiars.yaml",
        "after-you check two-chairs.yaml",
    ),
    Explanation(
        "file-folder",
        told("A folder stands where a file belongs"),
        told("Only files are checked. Name the files inside the folder; several may be named at once."),
        "after-you check scenarios",
        "after-you check scenarios/two-chairs.yaml",
    ),
    Explanation(
        "file-unreadable",
        told("The system does not let this file be read"),
        told(
            "You have no right to read it, it is no ordinary file, or its name is one that no file can have. Copy "
            "it to a folder of your own, under a short name."
        ),
        "after-you check locked.yaml",
        "after-you check two-chairs.yaml",
    ),
    Explanation(
        "file-too-big",
        told("A file of more than one megabyte"),
        told(
            "The largest sensible scenario, two hundred people and a hundred rules, needs a tenth of that. Most "
            "probably it is another file."
        ),
        "after-you check film.yaml",
        "after-you check two-chairs.yaml",
    ),
    Explanation(
        "file-encoding",
        told("The file is not stored as UTF-8"),
        told(
            "UTF-8 is how text files are stored everywhere today; it holds every script. In your editor choose Save"
            " as, and there UTF-8. A picture or a document of a word processor is no text file."
        ),
        "after-you check utf-16.yaml",
        "after-you check two-chairs.yaml",
    ),
    Explanation(
        "file-empty",
        told("There is nothing in this file"),
        told("Begin with the small complete example of scenarios/README.md and change it bit by bit."),
        "# Nothing but a comment.",
        "format: 1",
    ),
    Explanation(
        "file-control",
        told("A character that no text should have"),
        told(
            "Characters that are not seen, such as those that reverse the direction of writing, make a file look "
            "other than it is. They come from copying out of other programs: delete the place and type it again."
        ),
        "title: Two\x07 chairs",
        "title: Two chairs",
    ),
    Explanation(
        "yaml-syntax",
        told("Brackets, quotes, colons or indentation do not fit"),
        told(
            "The file cannot be read from this place on. The mistake is on the line shown or on the one before it: "
            "a bracket or a quote that is not closed, a missing comma, a text that has a colon and no quotes, a "
            "line that is indented otherwise than its neighbours, or a tab."
        ),
        "liaison: {minutes: 3, read_back: 60 s, radio: 5 s",
        "liaison: {minutes: 3, read_back: 60 s, radio: 5 s}",
    ),
    Explanation(
        "yaml-alias",
        told("A reference with & or *"),
        told(
            "`&name` and `*name` would let a file point into itself; scenario files say everything where it is "
            "meant. A text that begins with & or * needs quotes."
        ),
        "title: &chairs Two chairs",
        "title: \"&chairs: two of them\"",
    ),
    Explanation(
        "yaml-tag",
        told("A tag with !"),
        told(
            "A word that begins with ! would say what type a value has; here the key says it. A text that begins "
            "with ! needs quotes."
        ),
        "title: !two chairs",
        "title: \"!two chairs\"",
    ),
    Explanation(
        "yaml-depth",
        told("Brackets within brackets within brackets"),
        told(
            "Nothing in a scenario lies more than ten levels deep; at forty the reading ends. Look for a bracket "
            "that is opened again and again."
        ),
        "learning: " + "[" * 45 + "]" * 45,
        "learning: [Give people a cue.]",
    ),
    Explanation(
        "yaml-documents",
        told("A second document in one file"),
        told("A line `---` begins another document. A file holds one scenario."),
        "title: Two chairs\n---\nplace: Port Merrow",
        "title: Two chairs",
    ),
    Explanation(
        "yaml-too-many",
        told("Far too many entries"),
        told("A file of more than fifty thousand entries, or of a thousand in one list, is no scenario."),
        "learning: [" + "a, " * 1_000 + "a]",
        "learning: [Give people a cue.]",
    ),
    Explanation(
        "key-twice",
        told("The same key is given twice"),
        told(
            "Each key stands once in its block. The first one counts while the rest is checked; take one of them "
            "out, or put both values together."
        ),
        "title: Two chairs\ntitle: Three chairs",
        "title: Two chairs",
    ),
    Explanation(
        "key-shape",
        told("A list or a block where a key belongs"),
        told("A key is a word. A text that begins with a bracket or a brace needs quotes."),
        "{title}: Two chairs",
        "title: \"{Two} chairs\"",
    ),
)
