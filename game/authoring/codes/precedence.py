"""What keeps an order of precedence from being worked out."""

from __future__ import annotations

from typing import Final

from game.authoring.codes.entry import Explanation, told

_RANKS = "people:\n  - {{id: voss, class: minister, took_office: 2027-06-30}}\n  - {{id: quill, class: clerk{more}}}\n"
_RANKED = _RANKS.format(more=", took_office: 2024-05-01")
_ALIKE = _RANKED.replace("clerk", "minister").replace("2024-05-01", "2027-06-30")
_CLASSES = "precedence:\n  halden: {system: rank, classes: [minister, clerk]"

ENTRIES: Final = (
    Explanation(
        "precedence-stranger",
        told("Somebody of another delegation in the order"),
        told("The order of a delegation has its own people only. An order of several delegations is called `joint`."),
        "precedence: {halden: [voss, quill, adler]}",
        "precedence: {joint: [voss, quill, adler]}",
    ),
    Explanation(
        "precedence-system",
        told("No order can be worked out by this"),
        told(
            "`rank`, `office class`, `credentials` and `alphabetical` are worked out. A list that was agreed may go"
            " by a name of its own, and has `places`."
        ),
        "precedence:\n  halden: {system: age}",
        "precedence:\n  halden: {system: age, places: [voss, quill]}",
    ),
    Explanation(
        "precedence-mixed",
        told("A key that says nothing in this order"),
        told(
            "Either the places are written out, or a system works them out from what the file says of people; each "
            "has keys of its own."
        ),
        "precedence:\n  halden: {places: [voss, quill], ties: share}",
        "precedence:\n  halden: {places: [voss, quill]}",
    ),
    Explanation(
        "precedence-data",
        told("What the order needs is not said of somebody"),
        told(
            "An order by rank needs the class and the date of taking office of everybody in it, one by credentials "
            "the date of these, an alphabetical one the names in its language."
        ),
        _RANKS.format(more="") + _CLASSES + "}",
        _RANKED + _CLASSES + "}",
    ),
    Explanation(
        "precedence-class",
        told("A class of office that the order does not have"),
        told(
            "The words of `classes` are yours, but `class` of a person must be one of them, and each stands there "
            "once."
        ),
        _RANKED + "precedence:\n  halden: {system: rank, classes: [minister, secretary]}",
        _RANKED + _CLASSES + "}",
    ),
    Explanation(
        "precedence-tie",
        told("Nothing tells these people apart"),
        told(
            "Nobody's place may follow from where he stands in the file. Say what tells them apart, or that they "
            "share a place."
        ),
        _ALIKE + _CLASSES + "}",
        _ALIKE + _CLASSES + ", equals: [[voss, quill]]}",
    ),
    Explanation(
        "precedence-equals",
        told("Equals who are none"),
        told(
            "`equals` says of people whom the system does not tell apart that they share a place. Whom it does tell"
            " apart a promotion can put beside another; and equals are two people of this order at least."
        ),
        _RANKED + _CLASSES + ", equals: [[voss, quill]]}",
        _RANKED + _CLASSES + ", promote: [{who: quill, beside: voss, because: The town's birthday.}]}",
    ),
    Explanation(
        "precedence-promotion",
        told("A promotion that cannot be or does nothing"),
        told(
            "A promotion lifts one person for this event: to a class, above somebody, or beside somebody, and one "
            "of the three only. They are done one after the other."
        ),
        _RANKED + _CLASSES + ", promote: [{who: voss, above: quill, because: His birthday.}]}",
        _RANKED + _CLASSES + ", promote: [{who: quill, above: voss, because: Her birthday.}]}",
    ),
    Explanation(
        "precedence-post",
        told("It is not clear in which post somebody is invited"),
        told(
            "Who holds several posts is ranked by the one the invitation is for: `invited_as` names it, and class "
            "and dates stand with the post."
        ),
        "people:\n  - {id: voss, posts: [{id: mayor, office: Mayor}, {id: league, office: Chair}]}",
        "people:\n"
        "  - {id: voss, posts: [{id: mayor, office: Mayor}, {id: league, office: Chair}], invited_as: mayor}",
    ),
    Explanation(
        "precedence-language",
        told("No alphabet for this language"),
        told(
            "An alphabetical order needs a language whose alphabet is known here, or `own`: each name in its own "
            "language. The guide lists them."
        ),
        "precedence:\n  joint: {system: alphabetical, language: xx, ties: share}",
        "delegations:\n  merrow: {names: {en: Merrow}}\n  halden: {names: {en: Halden}}\n"
        "precedence:\n  joint: {system: alphabetical, language: en, ties: share}",
    ),
    Explanation(
        "precedence-letter",
        told("A letter that the alphabet does not have"),
        told(
            "Names are compared letter by letter in the alphabet of the order's language. Write the name as that "
            "language has it."
        ),
        "delegations:\n  merrow: {names: {en: Меррау}}\n  halden: {names: {en: Halden}}\n"
        "precedence:\n  joint: {system: alphabetical, language: en, ties: share}",
        "delegations:\n  merrow: {names: {en: Merrow}}\n  halden: {names: {en: Halden}}\n"
        "precedence:\n  joint: {system: alphabetical, language: en, ties: share}",
    ),
    Explanation(
        "precedence-nuncio",
        told("A place for a nuncio who is not there"),
        told(
            "`nuncio: first` puts the representative of the Holy See before everybody; the order has nobody with "
            "`class: nuncio`."
        ),
        "people:\n  - {id: adler, class: ambassador, credentials: 2029-03-04}\n"
        "precedence:\n  merrow: {system: credentials, nuncio: first}",
        "people:\n  - {id: adler, class: nuncio, credentials: 2029-03-04}\n"
        "precedence:\n  merrow: {system: credentials, nuncio: first}",
    ),
)
